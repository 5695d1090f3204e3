"""A decision, or that of a stack → its record."""

from __future__ import annotations

from claimrules.domain.decision import Decision
from claimrules.domain.plain_data import plain, plain_stack
from claimrules.domain.record.shape import Record, RulesetMark
from claimrules.domain.stack_decision import StackDecision

_RULESET = "ruleset"


def record_of(decision: Decision) -> Record:
    """Return the record of a decision.

    Raises:
        ValueError: it was made inside the engine, as one layer of a stack is, and does not hold what was asked.
    """
    if decision.asked is None:
        layer = f"the decision of {decision.ruleset}, one layer of a stack, is recorded with its stack"
        raise ValueError(
            f"{layer}: call record() of the stack's decision, or decide by this ruleset alone and record that"
        )
    asked, versions = decision.asked, _versions(decision)
    return Record(asked.at, (_mark(decision),), versions, asked.facts, plain(decision))


def record_of_stack(decision: StackDecision) -> Record:
    """Return the record of a decision under rulesets in layers.

    Raises:
        ValueError: it was made inside the engine, and does not hold what was asked.
    """
    if decision.asked is None:
        raise ValueError("this decision does not hold what was asked: only those of `Stack.decide` can be recorded")
    marks = tuple(_mark(layer.decision) for layer in decision.decisions)
    versions = _versions(decision.decisions[0].decision)
    return Record(decision.asked.at, marks, versions, decision.asked.facts, plain_stack(decision))


def _mark(decision: Decision) -> RulesetMark:
    return RulesetMark(decision.ruleset, decision.version, decision.versions[_RULESET])


def _versions(decision: Decision) -> dict[str, str]:
    return {name: version for name, version in decision.versions.items() if name != _RULESET}
