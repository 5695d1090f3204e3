"""Answers and records are as their schemas say, for every case of every ruleset that ships."""

from __future__ import annotations

import json
from copy import deepcopy
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimrules
from claimrules.api import Ruleset
from claimrules.catalog.shipped import shipped
from claimrules.domain.record.plain_facts import plain_facts
from claimrules.schemas.documents import decision_schema, explanation_schema, record_schema, stack_decision_schema
from claimrules.schemas.facts import facts_schema
from claimrules.testing import claims
from claimrules.testing.run import facts_of
from tests.unit.evaluators.stacks import AT, document, law, shop
from tests.unit.schemas.strict import faults, strict

DECISION, STACK, RECORD = strict(decision_schema()), strict(stack_decision_schema()), strict(record_schema())
RULESETS = [ruleset for name in shipped() if (ruleset := claimrules.load(name)).cases]


def facts_faults(ruleset: Ruleset, facts: dict[str, Any]) -> list[str]:
    """Return what is wrong with facts by the schema of each version of a ruleset; none, if one version takes them."""
    tried = [
        faults(strict(facts_schema(version.name, version.vocabulary)), plain_facts(facts)) for version in ruleset.versions
    ]  # fmt: skip
    return min(tried, key=len)


@pytest.mark.parametrize("ruleset", RULESETS, ids=lambda ruleset: ruleset.name)
def test_every_case(ruleset: Ruleset) -> None:
    """What is decided of a ruleset's own cases fits, and so do their facts; every fifth record too."""
    for number, case in enumerate(ruleset.cases):
        facts = facts_of(case, ruleset)
        decision = ruleset.decide(facts, case.at)
        assert faults(DECISION, decision.to_dict()) == []
        assert facts_faults(ruleset, facts) == []
        if number % 5 == 0:
            assert faults(RECORD, decision.record().to_dict()) == []


@pytest.mark.parametrize("name", ["aliexpress", "stores.base", "stores.walmart", "law_of_14_days"])
@settings(max_examples=5)
@given(data=st.data())
def test_claims_at_the_edges(name: str, data: st.DataObject) -> None:
    """Claims drawn at the edges of a ruleset's windows fit as well."""
    ruleset = claimrules.load(name)
    claim = data.draw(claims(ruleset))
    assert faults(DECISION, ruleset.decide(claim.facts, claim.at).to_dict()) == []
    assert facts_faults(ruleset, claim.facts) == []


def stacked() -> list[claimrules.StackDecision]:
    """Return decisions of stacks that hold findings, alternatives, questions and unused facts."""
    names = ["examples.law_of_14_days", "examples.shop_of_7_days", "stores.base"]
    facts = document(item={"value_reduced": False, "mystery": 1})
    late = datetime.fromisoformat("2026-03-20T12:00+09:00")
    stack = claimrules.Stack(names)
    return [
        stack.decide(facts, AT), stack.decide(facts, late), stack.decide({}, AT),
        claimrules.Stack([law(), shop("within 7 days after delivered grant full_refund")]).decide(facts, late),
    ]  # fmt: skip


def test_stacks() -> None:
    """What rulesets in layers decide fits, and so do its records."""
    decisions = stacked()
    assert any(decision.findings for decision in decisions)
    assert any(decision.questions and decision.questions[0].settles for decision in decisions)
    for decision in decisions:
        assert faults(STACK, decision.to_dict()) == []
        assert faults(RECORD, decision.record().to_dict()) == []
        assert faults(DECISION, decision.to_dict()) != []


def changed(document: Any, path: str, value: Any) -> Any:
    """Return a document with another value at a place; without what stands there, if the value is `...`."""
    other = deepcopy(document)
    *folders, last = [int(key) if key.isdecimal() else key for key in path.split("/")]
    place = other
    for folder in folders:
        place = place[folder]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return other


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("format", "claimrules.decision/2"), ("remedies", ...), ("remedies/0/status", "perhaps"), ("remedies/0", None),
        ("remedies/0/amount", "120.00 USD"), ("remedies/0/amount/amount", 120), ("remedies/0/amount/currency", "$"),
        ("remedies/0/is_right", "yes"), ("remedies/0/rules", None), ("remedies/0/note", 1), ("next_action/kind", "go"),
        ("reasons/0/readings/0/truth", True), ("reasons/0/readings/0/values", [["a"]]), ("deadlines/0/steps/0/cites", ...),
        ("versions", {"tzdata": 2026}), ("questions", ...), ("asked", {}), ("inquiry", None),
    ],
)  # fmt: skip
def test_what_does_not_fit(path: str, value: object) -> None:
    """A member that is missing, of another kind, or of another name is noticed."""
    facts = {"claim": {"reason": "not_received"}, "item": {"price": "120.00 USD"}, "events": {"placed": "2026-03-01"}}
    plain = claimrules.load("aliexpress").decide(facts, datetime(2026, 3, 22, tzinfo=UTC)).to_dict()
    assert faults(DECISION, plain) == []
    assert faults(DECISION, changed(plain, path, value)) != []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("format", "claimrules.record/2"), ("rulesets", []), ("rulesets/0/content", "abc"), ("digest", "abc"), ("at", ...),
        ("facts", []), ("answer", {"format": "claimrules.decision/1"}), ("path", "/home"),
    ],
)  # fmt: skip
def test_what_is_no_record(path: str, value: object) -> None:
    """So it is in a record."""
    plain = claimrules.load("examples.law_of_14_days").decide({}, AT).record().to_dict()
    assert faults(RECORD, plain) == []
    assert faults(RECORD, changed(plain, path, value)) != []


def test_what_the_docstrings_say_is_in_the_schema() -> None:
    """Classes and members have the words that stand in the code, those that run on and those of several members too."""
    remedy = decision_schema()["$defs"]["Remedy"]
    assert remedy["description"].startswith("One remedy: the better terms")
    opens, closes = remedy["properties"]["opens"], remedy["properties"]["closes"]
    assert opens["description"] == closes["description"]
    assert closes["description"].startswith("the interval, closes excluded; None where")
    assert "description" not in remedy["properties"]["kind"]
    action = decision_schema()["$defs"]["NextAction"]["properties"]["by"]["description"]
    assert action.endswith("None where the policy sets no limit, or none that is known yet.")


@pytest.mark.parametrize("schema", [decision_schema(), stack_decision_schema(), record_schema()])
def test_names_tell_the_version(schema: dict[str, Any]) -> None:
    """The title is the format that documents name, and the identifier has the same parts."""
    assert schema["properties"]["format"]["const"] == schema["title"]
    assert schema["$id"] == "urn:" + schema["title"].replace(".", ":").replace("/", ":")
    assert list(json.loads(json.dumps(schema))) == list(schema)


def test_other_members_may_come() -> None:
    """What is published leaves room: a member that is added later breaks no reader."""
    assert "additionalProperties" not in decision_schema()


def test_explanations() -> None:
    """Trees of exclusions that bar one another fit, and another leaf does not."""
    validator = strict(explanation_schema())
    for name in ("aliexpress", "examples.law_of_14_days"):
        ruleset = claimrules.load(name)
        for case in ruleset.cases[:20]:
            plain = ruleset.decide(facts_of(case, ruleset), case.at).explanation.to_dict()
            assert faults(validator, plain) == []
            assert faults(validator, changed(plain, "remedies/0/rules/0/conditions/0/truth", "maybe")) != []
