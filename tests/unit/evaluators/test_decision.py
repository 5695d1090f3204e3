"""What a decision says: in words, as data, and why; and what it asks."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

import claimrules
from claimrules.api import Ruleset
from claimrules.compiler.pipeline import compile_source
from claimrules.diagnostics.diagnostic import FactsError
from claimrules.domain.decision import Decision
from claimrules.domain.next_action import ActionKind
from claimrules.text.source import Source
from tests.diagnostics.policies import HEAD

AT = datetime.fromisoformat("2026-03-12T12:00+09:00")
DELIVERED = "2026-03-10T15:00+09:00"


def decide(policy: str, events: dict[str, Any] | None = None, *, at: datetime = AT, **facts: Any) -> Decision:
    """Decide a claim under a policy that stands after a head; events that are not given have not happened."""
    document = {"events": {"delivered": DELIVERED} | (events or {}), "events_complete": True} | facts
    return Ruleset(compile_source(Source("shop.claim", HEAD + policy))).decide(document, at=at)


TWO = """
rule short "Three days" when item.activated within 3 days after delivered grant full_refund less 1000 KRW cite terms "1"
rule long "Seven days" when item.complete within 7 days after delivered grant full_refund cite terms "2"
"""


@pytest.mark.parametrize(
    ("item", "status", "rules", "amount", "last_day"),
    [
        ({"activated": True, "complete": True}, "available", ("short", "long"), "5,000 KRW", "Tuesday 17 March 2026"),
        ({"activated": True, "complete": False}, "available", ("short",), "4,000 KRW", "Friday 13 March 2026"),
        ({"activated": True}, "available", ("short",), "4,000 KRW", "Friday 13 March 2026"),
        ({"activated": False}, "undetermined", ("long",), "5,000 KRW", "Tuesday 17 March 2026"),
        ({}, "undetermined", ("short", "long"), "5,000 KRW", "Tuesday 17 March 2026"),
    ],
)
def test_grants_add_up(item: dict[str, Any], status: str, rules: tuple[str, ...], amount: str, last_day: str) -> None:
    """Of the rules that come as far, the later close and the higher amount count, and all are named."""
    refund = decide(TWO, item=item | {"price": "5000 KRW"}).remedy("full_refund")
    assert refund is not None
    assert (refund.status, refund.rules, str(refund.amount)) == (status, rules, amount)
    assert refund.last_day.startswith(last_day)


def test_what_each_rule_gives_is_shown_where_they_differ() -> None:
    """The higher amount of one rule and the later end of another are no third rule's: each is shown with its own."""
    decision = decide(
        TWO.replace("less 1000 KRW", "plus 1000 KRW beyond what was paid"),
        item={"activated": True, "complete": True, "price": "5000 KRW"},
    )
    refund = decision.remedy("full_refund")
    assert refund is not None
    assert [(terms.rule, str(terms.amount), terms.last_day[:9]) for terms in refund.terms] == [
        ("short", "6,000 KRW", "Friday 13"), ("long", "5,000 KRW", "Tuesday 1"),
    ]  # fmt: skip
    assert "by rule short: 6,000 KRW, until Friday 13 March 2026, end of day" in str(decision)
    assert "by rule long: 5,000 KRW, until Tuesday 17 March 2026, end of day" in str(decision)
    assert decision.to_dict()["remedies"][0]["terms"][1]["closes"] == "2026-03-18T00:00:00+09:00"  # type: ignore[index]


def test_one_rule_alone_is_not_shown_twice() -> None:
    """Where the rules agree, or only one gives it, its terms are those of the remedy."""
    decision = decide(TWO, item={"activated": False, "complete": True, "price": "5000 KRW"})
    assert "by rule long" not in str(decision)
    assert [terms.rule for terms in decision.remedies[0].terms] == ["long"]


def test_what_no_rule_gives_is_not_listed() -> None:
    """A rule that does not apply lists nothing."""
    assert decide(TWO, item={"activated": False, "complete": False}).remedies == ()


def test_a_no_without_its_reason() -> None:
    """When the time is over for certain, an unknown condition is not asked for."""
    decision = decide(TWO, at=datetime.fromisoformat("2026-04-12T12:00+09:00"))
    assert [remedy.status for remedy in decision.remedies] == ["unavailable"]
    assert decision.questions == ()


def test_right_and_discretion_stay_apart() -> None:
    """What may be granted is another remedy than what is due."""
    policy = 'rule a "A" grant repair cite terms "1" rule b "B" may grant repair cite terms "2"'
    assert [(remedy.is_right, remedy.rules) for remedy in decide(policy).remedies] == [(True, ("a",)), (False, ("b",))]


WAITING = 'rule a "A" within 7 days after receipt_confirmed grant full_refund cite terms "1"'


def test_a_window_that_waits_names_the_event() -> None:
    """A right that an event will open is later, and says which event."""
    refund = decide(WAITING).remedy("full_refund")
    assert refund is not None
    assert (refund.status, refund.opens, refund.awaits) == ("later", None, ("receipt_confirmed",))
    assert "waits for: receipt_confirmed" in str(decide(WAITING))


def test_questions_put_the_most_useful_first() -> None:
    """A fact on which two remedies hang comes before one on which one hangs; words and choices are the vocabulary's."""
    policy = """
    rule a "A" when item.complete grant repair cite terms "1"
    rule b "B" when item.activated and item.complete grant replacement cite terms "1"
    """
    questions = decide(policy).questions
    assert [(question.fact, question.settles) for question in questions] == [
        ("item.complete", ("repair", "replacement")), ("item.activated", ("replacement",)),
    ]  # fmt: skip
    assert questions[0].text == "Are all accessories, tags and papers there?"
    assert questions[0].choices == "yes or no"


def test_missing_evidence_never_denies() -> None:
    """It is listed as still needed."""
    policy = 'rule a "A" grant repair evidence photo or video, receipt cite terms "1"'
    for evidence, needed in (
        (["photo"], (("receipt",),)),
        (["video", "receipt"], ()),
        ([], (("photo", "video"), ("receipt",))),
    ):
        repair = decide(policy, claim={"evidence": evidence}).remedy("repair")
        assert repair is not None
        assert (repair.status, repair.evidence_missing) == ("available", needed)


def test_who_pays_the_return() -> None:
    """The payer follows the condition; unknown, it says so."""
    policy = (
        'rule a "A" grant full_refund with return return shipping by seller if item.complete, else buyer cite terms "1"'
    )
    for complete, words in ((True, "by the seller"), (False, "by the buyer"), (None, "not known yet")):
        refund = decide(policy, item={"complete": complete}).remedy("full_refund")
        assert refund is not None
        assert refund.conditions[1].endswith(words)


LADDER = """
step one "One" by buyer when delivered cite terms "1"
step two "Two" by buyer when item.complete cite terms "1"
"""


@pytest.mark.parametrize(
    ("complete", "kind", "step"), [(True, "step", "two"), (False, "step", "one"), (None, "answer", "")]
)
def test_the_last_open_step(complete: bool | None, kind: str, step: str) -> None:
    """The last open step is recommended; one that is unknown becomes a question, not a guess."""
    action = decide(LADDER, item={"complete": complete}).next_action
    assert (action.kind, action.step) == (ActionKind(kind), step)
    assert action.alternatives == (() if complete is False else ("one",))


def test_an_answer_asks_the_vocabularys_question() -> None:
    """The next action is the question itself."""
    assert decide(LADDER).next_action.title == "Are all accessories, tags and papers there?"


def test_the_question_asked_is_the_most_useful_one() -> None:
    """Of the facts that the next step hangs on, the one is asked that stands first among the questions."""
    policy = """
rule a "A" when item.complete grant repair cite terms "1"
rule b "B" when item.complete grant replacement cite terms "1"
step one "One" by buyer when item.complete cite terms "1"
step two "Two" by buyer when item.activated cite terms "1"
"""
    decision = decide(policy)
    assert [question.fact for question in decision.questions] == ["item.complete", "item.activated"]
    assert (decision.next_action.question, decision.next_action.title) == (
        "item.complete", "Are all accessories, tags and papers there?",
    )  # fmt: skip


def test_nothing_known_asks_the_first_question() -> None:
    """With nothing known at all, the next action is the first of the questions."""
    decision = claimrules.load("aliexpress").decide({}, at=AT)
    assert decision.next_action.question == decision.questions[0].fact
    assert decision.next_action.title == decision.questions[0].text


def test_a_step_says_which_evidence_it_asks_for() -> None:
    """All groups are listed, and beside them those of which nothing is there yet; and until when the step is open."""
    policy = """
window answer = 48 hours after delivered
step one "One" by buyer when delivered until end of answer evidence photo or video, receipt cite terms "1"
"""
    at = datetime.fromisoformat("2026-03-11T12:00+09:00")
    action = decide(policy, at=at, claim={"evidence": ["video"]}).next_action
    assert action.evidence == (("photo", "video"), ("receipt",))
    assert action.evidence_missing == (("receipt",),)
    assert action.by == datetime.fromisoformat("2026-03-12T15:00+09:00")


def test_a_ruleset_is_shown_in_a_line() -> None:
    """Its name, its title, and how much is in it; not all that it compiled to."""
    ruleset = Ruleset(compile_source(Source("shop.claim", HEAD + TWO)))
    assert repr(ruleset) == "<Ruleset my_shop.returns 'Returns at my shop': 2 rules, 0 exclusions, 0 steps, 0 cases>"
    assert len(repr(claimrules.load("aliexpress"))) < 200


def test_data_for_json() -> None:
    """Instants are ISO 8601 with offset, money is exact, and nothing is lost on the way."""
    data = decide(TWO, item={"complete": True, "price": "5000 KRW"}).to_dict()
    assert json.loads(json.dumps(data)) == data
    remedy = data["remedies"][0]  # type: ignore[index]
    assert (remedy["closes"], remedy["amount"]) == ("2026-03-18T00:00:00+09:00", {"amount": "5000", "currency": "KRW"})
    assert data["format"] == "claimrules.decision/1"


def test_why_names_every_rule_and_citation() -> None:
    """The explanation goes through all rules, applicable or not, with what was read."""
    words = decide(TWO, item={"activated": False, "complete": True}).explain()
    for part in (
        "long — Seven days: available", "[yes] item.complete  (item.complete: yes)", "7 days after delivered",
        "delivered: 2026-03-10T15:00:00+09:00", "closes 2026-03-18T00:00:00+09:00", "cites Terms of sale, 2 (2026-01-01)",
        "short — Three days: not applicable", "[no] item.activated",
    ):  # fmt: skip
        assert part in words


def test_an_instant_without_an_offset() -> None:
    """Nobody can tell when that is."""
    with pytest.raises(FactsError, match="CR0610"):
        claimrules.load("aliexpress").decide({}, at=datetime(2026, 3, 12))  # noqa: DTZ001 - the fault under test


@pytest.mark.parametrize(
    ("at", "code"),
    [
        ("2026-03-12T12:00+09:00", "CR0604"),
        (date(2026, 3, 12), "CR0604"),
        (None, "CR0604"),
        (datetime(1, 1, 1, tzinfo=UTC), "CR0603"),
        (datetime(1899, 12, 31, 23, 59, 59, tzinfo=UTC), "CR0603"),
        (datetime(2201, 1, 1, tzinfo=UTC), "CR0603"),
        (datetime(9999, 12, 31, 23, 59, tzinfo=timezone(-timedelta(hours=14))), "CR0603"),
    ],
)
def test_an_instant_that_cannot_be_decided_for(at: Any, code: str) -> None:
    """What is no datetime, or lies outside the years of facts, is one fault."""
    with pytest.raises(FactsError) as caught:
        claimrules.load("aliexpress").decide({}, at=at)
    assert [fault.code for fault in caught.value.diagnostics] == [code]


def test_what_is_given_and_not_used_is_counted() -> None:
    """Neither a fact nobody reads nor a misspelt one passes unseen."""
    unused = decide(TWO, item={"title": "Lamp", "titel": "Lamp"}).unused
    assert [(one.path, one.help) for one in unused] == [
        ("item.titel", "did you mean `item.title`?"), ("item.title", "this ruleset does not read it"),
    ]  # fmt: skip


@pytest.mark.parametrize(("item", "unused"), [({}, []), ({"sealed": True}, ["item.sealed"])])
def test_what_is_assumed_was_not_given(item: dict[str, Any], unused: list[str]) -> None:
    """A value that is assumed for a fact nobody reads was given by nobody; the same value given is not used."""
    policy = TWO + "fact item.sealed: yes or no, assumed yes\nfact item.signed: yes or no, assumed no\n"
    decision = decide(policy, item=item)
    assert [one.path for one in decision.unused] == unused
    assert "`item.signed` is not given: taken as no." in decision.assumptions


def test_versions_are_named() -> None:
    """A decision says what it was made with."""
    versions = decide(TWO).versions
    assert versions.keys() == {"claimrules", "holidays", "tzdata", "ruleset"}
    assert len(versions["ruleset"]) == 64
