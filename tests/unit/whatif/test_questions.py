"""Questions that can change the answer are asked, the most money first; others are not."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

import claimrules
from claimrules.api import Ruleset
from claimrules.cli.ask import with_fact
from claimrules.compiler.pipeline import compile_source
from claimrules.domain.decision import Decision
from claimrules.domain.verdicts import OPEN
from claimrules.testing.run import facts_of
from claimrules.text.source import Source
from tests.agreement.documents import Path, leaves, without
from tests.diagnostics.policies import HEAD

AT = datetime.fromisoformat("2026-03-12T12:00+09:00")


def decide(policy: str, **facts: Any) -> Decision:
    """Decide a claim about goods delivered two days before."""
    document = {"events": {"delivered": "2026-03-10T15:00+09:00"}, "events_complete": True} | facts
    return Ruleset(compile_source(Source("shop.claim", HEAD + policy))).decide(document, at=AT)


def asked(policy: str, **facts: Any) -> list[str]:
    """Return the facts that are asked for, in their order."""
    return [question.fact for question in decide(policy, **facts).questions]


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("item.activated and item.complete", {"item.activated", "item.complete"}),
        ("item.activated or item.complete", {"item.activated", "item.complete"}),
        (
            "item.activated and not item.complete or item.complete and not item.activated",
            {"item.activated", "item.complete"},
        ),
        (
            "claim.reason is defective and (claim.reason is wrong_item or item.complete)",
            {"claim.reason", "item.complete"},
        ),
        ("claim.reason is defective and not (claim.reason is wrong_item and item.complete)", {"claim.reason"}),
        ("claim.reason is defective and claim.reason is wrong_item and item.complete", {"claim.reason"}),
        ("claim.goods_kept and (item.activated or not item.activated and item.complete)", None),
    ],
)
def test_what_cannot_matter_is_not_asked(condition: str, expected: set[str] | None) -> None:
    """Worked by hand: in the last but two, whoever answers the first question settles it."""
    found = set(asked(f'rule r "R" when {condition} within 7 days after delivered grant replacement cite terms "1"'))
    assert found == (expected or {"claim.goods_kept", "item.activated", "item.complete"})


def test_money_that_is_at_stake_comes_first() -> None:
    """Of two questions that settle as much, the one about more money is asked first."""
    policy = """
rule little "Little" when item.activated within 7 days after delivered grant partial_refund less 49000 KRW cite terms "1"
rule much "Much" when item.complete within 7 days after delivered grant full_refund cite terms "2"
"""
    found = decide(policy, item={"price": "50000 KRW"}).questions
    assert [(one.fact, str(one.at_stake)) for one in found] == [
        ("item.complete", "50,000 KRW"),
        ("item.activated", "1,000 KRW"),
    ]


def test_a_question_says_why() -> None:
    """It names the statement by its title, with the policy's own words."""
    policy = """
window soon "Soon" = 7 days after delivered
rule r "Broken goods" when item.activated within soon grant replacement cite terms "1"
exclusion sealed "Seal broken" bars r when item.packaging is opened cite terms "2"
"""
    found = {question.fact: question for question in decide(policy).questions}
    assert found["item.activated"].why == ("Broken goods: item.activated",)
    assert found["item.packaging"].why == ("Seal broken: item.packaging is opened",)
    assert found["item.packaging"].type == "one of original, opened, damaged, missing"


def test_shipping_matters_only_where_it_is_paid_back() -> None:
    """AliExpress pays the shipping of counterfeits back, so nobody is asked for it because of a parcel that is lost."""
    facts = {
        "claim": {"reason": "not_received"},
        "events": {"placed": "2026-10-01T00:00Z", "delivered": None},
        "events_complete": True,
    }
    at = datetime.fromisoformat("2026-11-20T00:00+00:00")
    assert [one.fact for one in claimrules.load("aliexpress").decide(facts, at).questions] == ["item.price"]


# --- every answer, by hand ---------------------------------------------------------------------------------------

ALIEXPRESS = claimrules.load("aliexpress")
YES_OR_NO = (True, False)
VALUES: dict[str, tuple[Any, ...]] = {
    "claim.reason": ("not_received", "defective", "counterfeit", "change_of_mind", "late_delivery"),
    "item.condition": ("unused", "opened", "minor_damage", "used", "damaged"),
    "item.packaging": ("original", "opened", "damaged", "missing"),
    "item.return_days": ("days_7", "days_14", "days_30", "days_60", "none"),
    "order.shipping_paid": ("0 USD", "4.00 USD"),
    "item.complete": YES_OR_NO,
    "item.opened_to_inspect": YES_OR_NO,
    "order.fast_delivery": YES_OR_NO,
}


def answered(document: dict[str, Any], values: dict[str, Any]) -> dict[str, Any]:
    """Return facts with more of them."""
    for name, value in values.items():
        document = with_fact(document, ALIEXPRESS.vocabulary[name], value)
    return document


def essence(decision: Decision) -> object:
    """Return what can be had and what comes next, without what is missing for it."""
    return (
        [(one.kind, one.title, one.status, one.amount, one.closes) for one in decision.remedies if one.status in OPEN],
        decision.next_action.step,
        decision.next_action.by,
    )


def dropped() -> list[tuple[str, Any, datetime, tuple[str, ...]]]:
    """Return cases without one or two of their facts."""
    found = []
    for place, case in enumerate(ALIEXPRESS.cases):
        document = facts_of(case, ALIEXPRESS)
        there = [name for name in VALUES if tuple(name.split(".")) in set(leaves(document))]
        if len(there) >= 2:
            pair = (there[place % len(there)], there[(place + 1) % len(there)])
            fewer = without(document, {_path(name) for name in pair})
            found.append((case.title, fewer, case.at, pair))
    return found


def _path(name: str) -> Path:
    return tuple(name.split("."))


@pytest.mark.parametrize(("title", "facts", "at", "missing"), dropped()[::3])
def test_asked_exactly_where_an_answer_changes_something(
    title: str, facts: dict[str, Any], at: datetime, missing: tuple[str, str]
) -> None:
    """Of two facts that are taken away, each is asked for if, and only if, it ever makes a difference."""
    assert title
    questions = {question.fact for question in ALIEXPRESS.decide(facts, at).questions}
    for fact, other in (missing, missing[::-1]):
        others, answers = ([{}, *({name: value} for value in VALUES[name])] for name in (other, fact))
        ends = [
            {repr(essence(ALIEXPRESS.decide(answered(facts, {**given, **own}), at))) for own in answers}
            for given in others
        ]
        makes_a_difference = any(len(different) > 1 for different in ends)
        if questions <= set(missing):
            assert (fact in questions) == makes_a_difference, fact
        else:
            assert fact in questions or not makes_a_difference, fact
