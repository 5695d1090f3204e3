"""Replaying an explanation alone gives the verdict: nothing that decided is left out of it."""

from __future__ import annotations

from functools import cache

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import claimrules
from claimrules.api import Ruleset
from claimrules.catalog.shipped import shipped
from claimrules.domain.decision import Decision
from claimrules.domain.rederived import rederived
from claimrules.domain.verdicts import LISTED, Granted, Truth
from claimrules.testing import claims
from claimrules.testing.run import facts_of
from tests.unit.evaluators.stacks import AT, document, rule, ruleset

NAMES = [name for name in shipped() if claimrules.load(name).rules]


@cache
def loaded(name: str) -> Ruleset:
    """Return a ruleset that ships, loaded once."""
    return claimrules.load(name)


def verdicts(decision: Decision) -> dict[Granted, str]:
    """Return the status of each remedy that the decision lists."""
    return {Granted(one.kind, one.is_right, one.with_return): one.status for one in decision.remedies}


def told(decision: Decision) -> dict[Granted, str]:
    """Return what the explanation gives, of what a decision would list."""
    return {remedy: status for remedy, status in rederived(decision.explanation).items() if status in LISTED}


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=15)
@given(data=st.data())
def test_the_explanation_gives_the_verdict(name: str, data: st.DataObject) -> None:
    """Claims at the edges of every ruleset that ships, with facts missing: the leaves give what was decided."""
    claim = data.draw(claims(loaded(name)))
    decision = loaded(name).decide(claim.facts, claim.at)
    assert told(decision) == verdicts(decision)


@pytest.mark.parametrize("name", NAMES)
def test_the_explanation_of_each_case(name: str) -> None:
    """So it is with the worked examples, which reach every rule."""
    for case in loaded(name).cases:
        decision = loaded(name).decide(facts_of(case, loaded(name)), case.at)
        assert told(decision) == verdicts(decision)


def test_every_leaf_counts() -> None:
    """With a condition of the only rule turned round, or an exclusion, the verdict is another."""
    law, claim = loaded("examples.law_of_14_days"), {
        "claim": {"reason": "change_of_mind"}, "item": {"value_reduced": False},
        "events": {"delivered": "2026-03-10T15:00+09:00"}, "events_complete": True,
    }  # fmt: skip
    decision = law.decide(claim, law.cases[0].at)
    (reason,) = decision.reasons
    refund = Granted("full_refund", is_right=True, with_return=True)
    assert rederived(decision.explanation) == {refund: "available"}
    no = tuple(evolve(reading, truth=Truth.NO) for reading in reason.readings)
    bars = tuple(
        evolve(one, readings=tuple(evolve(reading, truth=Truth.YES) for reading in one.readings))
        for one in reason.barred_by
    )
    for changed, status in (
        (evolve(reason, readings=no), "not_applicable"),
        (evolve(reason, barred_by=bars), "denied"),
        (evolve(reason, tested=evolve(reason.tested, closed=Truth.YES)), "expired"),
        (evolve(reason, tested=evolve(reason.tested, opened=Truth.NO)), "later"),
        (evolve(reason, tested=evolve(reason.tested, opened=Truth.UNKNOWN)), "undetermined"),
        (evolve(reason, tested=evolve(reason.tested, closed=Truth.YES, acted=Truth.YES)), "available"),
        (evolve(reason, tested=evolve(reason.tested, is_empty=Truth.YES)), "not_applicable"),
    ):
        assert rederived(evolve(decision, reasons=(changed,)).explanation) == {refund: status}
    assert rederived(evolve(decision, in_force=False).explanation) == {refund: "not_applicable"}


def test_what_was_assumed_is_marked() -> None:
    """A condition names those of its facts that nobody told; what was told is not marked, and be it the same value."""
    policy = "fact item.sealed: yes or no, assumed yes\n" + rule("back", "shop", "and item.sealed grant full_refund")
    shop = ruleset("shop", "seller", policy)
    for item, assumed in (({}, ("item.sealed",)), ({"sealed": True}, ())):
        (refund,) = shop.decide(document(item=item), AT).explanation.remedies
        leaves = [leaf for leaf in refund.rules[0].conditions if leaf.values == (("item.sealed", "yes"),)]
        assert [leaf.assumed for leaf in leaves] == [assumed]
