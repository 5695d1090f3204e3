"""What would make a remedy available: facts the buyer can change, or time; each is tried by deciding again."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

import claimrules
from claimrules.api import Ruleset
from claimrules.cli.ask import with_fact
from claimrules.compiler.pipeline import compile_source
from claimrules.domain.inquiry import Change, Inquiry
from claimrules.domain.inquiry_text import change_words, inquiry_text
from claimrules.text.source import Source
from tests.diagnostics.policies import HEAD

AT = datetime.fromisoformat("2026-03-12T12:00+09:00")
DELIVERED = {"delivered": "2026-03-10T15:00+09:00"}


def ruleset(policy: str) -> Ruleset:
    """Return a policy that stands after a head."""
    return Ruleset(compile_source(Source("shop.claim", HEAD + policy)))


def inquire(policy: str, at: datetime = AT, **facts: Any) -> Inquiry:
    """Inquire about goods delivered on 10 March 2026."""
    return ruleset(policy).inquire({"events": DELIVERED, "events_complete": True} | facts, at)


def told(inquiry: Inquiry) -> list[tuple[tuple[str, str, str], ...]]:
    """Return the changes of facts: fact, as it is, as it would be."""
    return [tuple((one.fact, one.now, one.then) for one in change.facts) for change in inquiry.changes]


KEEPS = """
rule r "R" when not claim.goods_kept and item.complete within 7 days after delivered grant full_refund with return cite terms "1"
exclusion voucher "Voucher" bars r when not claim.refund_to is original_payment cite terms "2"
"""


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ({"goods_kept": False, "refund_to": "gift_card"}, [(("claim.refund_to", "gift_card", "original_payment"),)]),
        (
            {"goods_kept": True, "refund_to": "gift_card"},
            [],  # the rule does not hold, so the remedy is not one that was denied
        ),
        ({"goods_kept": False, "refund_to": "original_payment"}, []),
    ],
)
def test_the_fewest_facts(claim: dict[str, Any], expected: list[Any]) -> None:
    """A fact that only the goods have (complete) is never among them."""
    assert told(inquire(KEEPS, claim=claim, item={"complete": True, "price": "1000 KRW"})) == expected


def test_two_facts_together_where_one_does_not_do() -> None:
    """Both exclusions bar; what lifts one alone changes nothing."""
    policy = (
        KEEPS.replace("not claim.goods_kept and ", "")
        + 'exclusion kept "Kept" bars r when claim.goods_kept cite terms "3"'
    )
    found = inquire(
        policy, claim={"goods_kept": True, "refund_to": "gift_card"}, item={"complete": True, "price": "1000 KRW"}
    )
    assert [sorted(change) for change in told(found)] == [
        [("claim.goods_kept", "yes", "no"), ("claim.refund_to", "gift_card", "original_payment")]
    ]


PLAIN = 'rule r "R" when item.complete from 2 days after delivered until 7 days after delivered grant replacement cite terms "1"'


@pytest.mark.parametrize(
    ("at", "instant", "words"),
    [
        ("2026-03-11T12:00+09:00", "2026-03-13T00:00:00+09:00", "Replacement opens on Friday 13 March 2026, 00:00"),
        ("2026-03-15T12:00+09:00", None, ""),
        (
            "2026-03-20T12:00+09:00",
            "2026-03-17T23:59:59.999999+09:00",
            "Replacement was open until Tuesday 17 March 2026",
        ),
    ],
)
def test_time(at: str, instant: str | None, words: str) -> None:
    """The tenth is not counted: it opens when the second day after is over, and closes with the seventh, the 17th."""
    found = inquire(PLAIN, datetime.fromisoformat(at), item={"complete": True})
    assert [change.at.isoformat() for change in found.changes if change.at] == ([instant] if instant else [])
    assert all(change_words(change).startswith(words) for change in found.changes)


def test_a_claim_filed_late_is_not_helped_by_time() -> None:
    """Once the claim was filed too late, no instant at which somebody asks makes it early."""
    events = DELIVERED | {"claim_filed": "2026-03-19T09:00+09:00"}
    found = inquire(PLAIN, datetime.fromisoformat("2026-03-20T12:00+09:00"), item={"complete": True}, events=events)
    earlier = [change for change in found.changes if change.at]
    for change in earlier:
        assert change.at is not None
        assert _status(change, events, change.at) == "available"


def _status(change: Change, events: dict[str, str], at: datetime) -> str:
    facts = {"events": events, "events_complete": True, "item": {"complete": True}}
    remedy = ruleset(PLAIN).decide(facts, at).remedy(change.remedy.kind)
    return remedy.status if remedy else "not listed"


def test_every_change_of_a_shipped_case_holds_when_decided_again() -> None:
    """The change is put into the facts as a user would, and gives what was told."""
    from claimrules.testing.run import facts_of

    loaded = claimrules.load("aliexpress")
    tried = 0
    for case in loaded.cases:
        facts = facts_of(case, loaded)
        for change in loaded.inquire(facts, case.at, most=0).changes:
            changed = facts
            for one in change.facts:
                changed = with_fact(changed, loaded.vocabulary[one.fact], one.given)
            again = loaded.decide(changed, change.at or case.at)
            standings = {(remedy.title, remedy.status, remedy.amount) for remedy in again.remedies}
            assert (change.remedy.title, change.remedy.status, change.remedy.amount) in standings
            tried += 1
    assert tried > 10


def test_what_each_answer_gives() -> None:
    """Yes opens seven days from the tenth; no leaves nothing."""
    found = inquire('rule r "R" when item.complete within 7 days after delivered grant replacement cite terms "1"')
    (question,) = found.questions
    assert [(a.words, a.example, [(g.status, g.last_day) for g in a.gives]) for a in question.answers] == [
        ("yes", True, [("available", "Tuesday 17 March 2026, end of day (Asia/Seoul)")]),
        ("no", False, []),
    ]
    assert "· yes: Replacement available, until Tuesday 17 March 2026" in inquiry_text(found)


def test_an_event_turns_where_the_window_does() -> None:
    """On 12 March, goods delivered before 5 March are too late by the end of the seventh day."""
    policy = 'rule r "R" when item.complete within 7 days after delivered grant replacement cite terms "1"'
    found = ruleset(policy).inquire({"item": {"complete": True}, "events": {"claim_filed": None}}, AT)
    answers = {answer.words: [one.status for one in answer.gives] for answer in found.questions[0].answers}
    assert answers == {
        "has not happened": ["later"],
        "before Thursday 5 March 2026, 00:00": ["expired"],
        "from Thursday 5 March 2026, 00:00 and until Thursday 12 March 2026, 12:00": ["available"],
        "after Thursday 12 March 2026, 12:00": ["later"],
    }
    assert AT - datetime.fromisoformat("2026-03-05T00:00+09:00") < timedelta(days=8)
