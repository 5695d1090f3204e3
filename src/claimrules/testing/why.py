"""Expectation × answers → why it is not met: the conditions or the deadline that decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimrules.constructs.declarations.case_parts import Expectation
from claimrules.core.plan import StepPlan
from claimrules.domain.decision import Decision
from claimrules.domain.explanation_text import reading_words, time_words
from claimrules.domain.verdicts import LISTED, Reading, Reason, Status, Truth
from claimrules.evaluators.answers import Answers
from claimrules.evaluators.deadlines import deadline
from claimrules.evaluators.reasons import readings

_INDENT = "    "
_STEPS = frozenset({"step", "wait", "nothing_left"})
_ORDER = (*LISTED, Status.NOT_APPLICABLE.word)
#: Of so many rules that could give a remedy or impose a duty it is said why they do or do not, the nearest first.
_MOST = 3


def why(expected: Expectation, decision: Decision, answers: Answers) -> tuple[str, ...]:
    """Return what decided, a line each: of the rules that could give it, or of the steps concerned."""
    if expected.kind == "question":
        return ()
    if expected.kind not in _STEPS:
        return tuple(_of_rules(expected, decision, answers))
    return tuple(_of_steps(expected, decision, answers))


def _of_rules(expected: Expectation, decision: Decision, answers: Answers) -> Iterator[str]:
    kind = expected.name.text if expected.name else ""
    rules = {grant.rule.name for plan in answers.plan.remedies if plan.kind == kind for grant in plan.grants}
    if expected.kind in {"duty", "no_duty"}:
        rules = {duty.rule.name for duty in answers.plan.duties if duty.name == kind}
    reasons = sorted((r for r in decision.reasons if r.rule in rules), key=lambda reason: _ORDER.index(reason.status))
    for reason in reasons[:_MOST]:
        yield f"rule {reason.rule}: {reason.status.replace('_', ' ')}"
        for line in _deciding(reason, decision):
            yield _INDENT + line
    if len(reasons) > _MOST:
        others = reasons[_MOST:]
        yield f"and {len(others)} other{'' if len(others) == 1 else 's'}: {', '.join(reason.rule for reason in others)}"


def _deciding(reason: Reason, decision: Decision) -> Iterator[str]:
    if decision.in_force is False:
        yield "the ruleset is not in force for this order"
    elif decided := [*_of_truth(reason.readings, Truth.NO)] or [*_of_truth(reason.readings, Truth.UNKNOWN)]:
        yield from decided
    elif reason.status == Status.DENIED.word:
        for barring in reason.barred_by:
            if barring.truth is Truth.YES and barring.bars == reason.rule:
                yield f"exclusion {barring.exclusion} bars it"
                yield from (_INDENT + reading_words(reading) for reading in barring.readings)
    elif reason.deadline is not None:
        yield from (f"· {step}" for step in reason.deadline.steps if step.kind == "said")
        yield from time_words(reason.deadline)
    elif reason.needs:
        yield f"it hangs on: {', '.join(reason.needs)}"


def _of_truth(found: Iterable[Reading], truth: Truth) -> Iterator[str]:
    return (reading_words(reading) for reading in found if reading.truth is truth)


def _of_steps(expected: Expectation, decision: Decision, answers: Answers) -> Iterator[str]:
    names = {expected.name.text if expected.name else "", decision.next_action.step}
    for step in answers.plan.steps:
        if step.name in names:
            yield f"step {step.name}: {_standing(step, answers)}"
            for line in _of_step(step, answers):
                yield _INDENT + line


def _standing(step: StepPlan, answers: Answers) -> str:
    is_open = answers.known(step.is_open)
    return "not known whether it is open" if is_open is None else "open" if is_open else "not open"


def _of_step(step: StepPlan, answers: Answers) -> Iterator[str]:
    found = readings(step.conditions, answers)
    decided = [*_of_truth(found, Truth.NO)] or [*_of_truth(found, Truth.UNKNOWN)]
    if decided:
        yield from decided
        return
    yield from _of_truth(found, Truth.YES)
    if step.time.texts:
        yield from time_words(deadline(step.time, answers))
