"""A ruleset loaded in a language decides in it, wherever its answers go."""

from __future__ import annotations

from datetime import datetime

import pytest

import claimrules

FACTS = {
    "events": {"placed": "2026-03-01T10:00+09:00", "delivered": "2026-03-10T10:00+09:00"},
    "claim": {"reason": "change_of_mind"},
}
AT = datetime.fromisoformat("2026-03-15T10:00+09:00")


def test_texts_of_the_ruleset() -> None:
    """The ruleset has a Korean title, and Korean names of its remedies."""
    ruleset = claimrules.load("aliexpress", language="ko")
    assert (ruleset.language, ruleset.title) == ("ko", "알리익스프레스 구매자 보호")
    decision = ruleset.decide(FACTS, at=AT)
    assert decision.language == "ko"
    assert {remedy.title for remedy in decision.remedies} == {"전액 환불"}
    assert claimrules.load("aliexpress").title == "AliExpress Buyer Protection"


def test_the_language_changes_no_verdict() -> None:
    """Verdicts, times and sources are the same in every language; so is the mark of the text."""
    english, korean = (
        claimrules.load("aliexpress", language=language).decide(FACTS, at=AT) for language in ("en", "ko")
    )
    for one, other in zip(english.remedies, korean.remedies, strict=True):
        assert (one.kind, one.status, one.opens, one.closes) == (other.kind, other.status, other.opens, other.closes)
        assert (one.rules, one.needs) == (other.rules, other.needs)
    assert [question.fact for question in english.questions] == [question.fact for question in korean.questions]
    assert english.versions == korean.versions


def test_a_letter_is_in_the_language_of_its_decision() -> None:
    """Its sentences are Korean wherever it is read, and so is the page of the decision; the facts stay as told."""
    facts = {
        "order": {"number": "8190-2231"},
        "claim": {"reason": "damaged_in_transit", "evidence": ["photo"], "outside_cause": "none"},
        "events": {
            "placed": "2026-03-01T18:20+01:00", "shipped": "2026-03-04T10:00+08:00",
            "delivered": "2026-03-17T11:40+01:00",
        },
        "events_complete": True,
    }  # fmt: skip
    decision = claimrules.load("aliexpress", language="ko").decide(facts, datetime.fromisoformat("2026-03-22T12:00Z"))
    assert decision.next_action.draft is not None
    subject, _, greeting, *_, thanks = decision.next_action.draft.text.splitlines()
    assert subject == "주문 8190-2231: 상품이 파손된 상태로 도착했습니다"
    assert (greeting, thanks) == ("안녕하세요.", "감사합니다.")
    assert "- 도착: 2026년 3월 17일" in decision.next_action.draft.text
    assert '<html lang="ko">' in decision.to_html()


def test_whether_the_goods_go_back_is_no_matter_of_words() -> None:
    """A Korean decision tells it as the English one does, whatever is spoken where it is read."""
    english, korean = (
        claimrules.load("aliexpress", language=language).decide(FACTS, at=AT) for language in ("en", "ko")
    )
    found = [remedy.with_return for remedy in korean.remedies]
    assert found == [remedy.with_return for remedy in english.remedies]
    assert True in found
    assert "상품을 반송함" in korean.remedies[found.index(True)].conditions


def test_a_language_for_a_while() -> None:
    """Inside `speaking`, rulesets are loaded and times are counted in the language."""
    with claimrules.speaking("ko-KR"):
        assert claimrules.load("aliexpress").language == "ko"
        found = claimrules.deadline("3 months after 2026-11-30", counting="kr_civil_act", timezone="Asia/Seoul")
    # Civil Act art. 157, 160(2), 161: counted to Sunday 28 February, moved past Independence Movement Day.
    assert found.last_day == "2027년 3월 2일 화요일 24:00 (Asia/Seoul)"
    assert "2027년 3월 2일 화요일로 옮겨짐" in [step.words for step in found.steps]


def test_a_record_is_replayed_in_its_language() -> None:
    """A Korean decision gives the same bytes again, whatever is spoken where it is replayed."""
    record = claimrules.load("aliexpress", language="ko").decide(FACTS, at=AT).record()
    assert claimrules.replay(record).is_same
    english = claimrules.load("aliexpress").decide(FACTS, at=AT).record()
    with claimrules.speaking("ko"):
        assert claimrules.replay(english).is_same


def test_a_language_that_is_not_spoken() -> None:
    """It is refused, with those that are."""
    with pytest.raises(claimrules.UnknownLanguageError, match="`tlh` is no language spoken here; say one of: en, ko"):
        claimrules.load("aliexpress", language="tlh")
