"""The order of declarations never changes a decision, but for steps, whose order is the ladder."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimrules.api import Ruleset
from claimrules.catalog.load import locate
from claimrules.compiler.build import build
from claimrules.compiler.pipeline import compile_source
from claimrules.constructs.declarations.case import Case
from claimrules.constructs.declarations.statements import Step
from claimrules.diagnostics.collector import Collector
from claimrules.text.source import Source
from tests.agreement.gaps import with_gaps
from tests.agreement.policies import Writer
from tests.oracle.subject import Subject, shipped, subject_of

ALIEXPRESS = "marketplaces.aliexpress"
CHANCE = st.randoms(use_true_random=True)


def _shuffled(text: str, random: Random) -> str:
    """Return a policy text with its declarations in another order, the steps in theirs, without its cases."""
    nodes = [node for node in build(Source("shuffled", text), Collector()).nodes if not isinstance(node, Case)]
    steps = iter([node for node in nodes if isinstance(node, Step)])
    random.shuffle(nodes)
    in_order = [next(steps) if isinstance(node, Step) else node for node in nodes]
    return "\n".join(text[node.span.start : node.span.end] for node in in_order)


def _compiled(text: str) -> Ruleset:
    return Ruleset(compile_source(Source("shuffled", text), locate(ALIEXPRESS).resolve().parent))


def _unordered(value: Any, key: str = "") -> Any:
    """Return plain data with every list sorted, but for the alternatives among steps, and without versions."""
    if isinstance(value, dict):
        return {name: _unordered(part, name) for name, part in value.items() if name != "versions"}
    if isinstance(value, list):
        parts = [_unordered(part) for part in value]
        return parts if key == "alternatives" else sorted(parts, key=repr)
    return value


def _assert_alike(subject: Subject, shuffled: Ruleset, random: Random) -> None:
    drawn = with_gaps(subject, random)
    decisions = [ruleset.decide(drawn.document, drawn.at) for ruleset in (subject.ruleset, shuffled)]
    first, second = (_unordered(decision.to_dict()) for decision in decisions)
    assert first == second
    asked = [[question.fact for question in decision.questions] for decision in decisions]
    assert asked[0] == asked[1]


@settings(deadline=None, max_examples=4)
@given(random=CHANCE)
def test_aliexpress_in_any_order(random: Random) -> None:
    """Decisions of the shuffled ruleset are those of the one that ships: remedies, reasons, questions, next action."""
    subject = shipped(ALIEXPRESS)
    shuffled = _compiled(_shuffled(subject.text, random))
    for _ in range(15):
        _assert_alike(subject, shuffled, random)


@settings(deadline=None, max_examples=12)
@given(random=CHANCE)
def test_generated_rulesets_in_any_order(random: Random) -> None:
    """Decisions of a generated ruleset do not depend on its order."""
    subject = subject_of(Writer(random, asks_known=True).text())
    shuffled = _compiled(_shuffled(subject.text, random))
    for _ in range(3):
        _assert_alike(subject, shuffled, random)


@pytest.mark.parametrize("reason", ["defective", "change_of_mind"])
@pytest.mark.parametrize("seed", range(4))
def test_what_is_asked_first_in_any_order(seed: int, reason: str) -> None:
    """With little known, a shuffled ruleset asks the same questions, in the same order."""
    subject = shipped(ALIEXPRESS)
    shuffled = _compiled(_shuffled(subject.text, Random(seed)))
    at = datetime(2026, 11, 20, tzinfo=UTC)
    facts = {"claim": {"reason": reason}, "events": {"placed": "2026-10-01T00:00Z"}}
    first, second = (ruleset.decide(facts, at) for ruleset in (subject.ruleset, shuffled))
    assert first.questions
    assert [question.fact for question in first.questions] == [question.fact for question in second.questions]
    assert first.next_action.question == second.next_action.question
