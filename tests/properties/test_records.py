"""Records of every ruleset that ships: written as JSON, read and decided again, they are the same to the byte."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimrules
from claimrules.api import Ruleset
from claimrules.catalog.shipped import shipped
from claimrules.domain.record.read import record_of_text
from claimrules.testing import claims
from claimrules.testing.run import facts_of

RULESETS = [ruleset for name in shipped() if (ruleset := claimrules.load(name)).cases]
STACK = claimrules.Stack(["examples.law_of_14_days", "examples.shop_of_7_days", "stores.base"])


def assert_replayed(record: claimrules.Record, *rules: Ruleset) -> None:
    """See that a record read from its text and decided again gives the same text."""
    text = record.to_json()
    read = record_of_text(text.encode())
    assert read == record
    replay = claimrules.replay(read, rules=rules)
    assert replay.again is not None
    assert replay.again.to_json() == text
    assert (replay.is_same, replay.is_identical, replay.changes, replay.differences) == (True, True, (), ())


@pytest.mark.parametrize("ruleset", RULESETS, ids=lambda ruleset: ruleset.name)
def test_every_case(ruleset: Ruleset) -> None:
    """What a ruleset's own cases say of a claim can be recorded and decided again."""
    for case in ruleset.cases:
        assert_replayed(ruleset.decide(facts_of(case, ruleset), case.at).record(), ruleset)


@pytest.mark.parametrize("ruleset", RULESETS, ids=lambda ruleset: ruleset.name)
@settings(max_examples=6)
@given(data=st.data())
def test_claims_at_the_edges(ruleset: Ruleset, data: st.DataObject) -> None:
    """So can claims drawn at the edges of its windows, with facts missing."""
    claim = data.draw(claims(ruleset))
    assert_replayed(ruleset.decide(claim.facts, claim.at).record(), ruleset)


@settings(max_examples=20)
@given(claim=claims(STACK.rulesets[0]))
def test_stacks(claim: Any) -> None:
    """So can a claim put to several rulesets."""
    assert_replayed(STACK.decide(claim.facts, claim.at).record(), *STACK.rulesets)
