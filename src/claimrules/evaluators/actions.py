"""Steps → the next action: the last open step, a question, a wait, or nothing left."""

from __future__ import annotations

from claimrules.core.plan import StepPlan
from claimrules.domain.decision import ActionKind, NextAction
from claimrules.domain.types import NEVER
from claimrules.evaluators.answers import Answers


def next_action(answers: Answers) -> NextAction:
    """Return the step the plan recommends, or what stands in its way."""
    steps = answers.plan.steps
    recommended = answers.known(answers.plan.recommended)
    open_steps = [step for step in steps if answers.known(step.is_open)]
    if recommended is None:
        return _ask(answers, open_steps)
    if recommended >= 0:
        return _step(steps[recommended], [s for s in open_steps if s is not steps[recommended]], answers)
    wakes = answers.known(answers.plan.wakes)
    if wakes is None or wakes >= NEVER:
        return NextAction(ActionKind.NOTHING_LEFT, title="Nothing is left to do under this ruleset")
    return _wait(answers)


def _ask(answers: Answers, open_steps: list[StepPlan]) -> NextAction:
    fact = answers.missing(answers.plan.recommended)
    question = answers.plan.vocabulary[fact[0]].asks if fact else ""
    return NextAction(
        ActionKind.ANSWER,
        title=question or f"Say what is known of {fact[0] if fact else 'the claim'}",
        actor="buyer",
        text="The next step depends on it.",
        alternatives=tuple(step.name for step in open_steps),
    )


def _step(step: StepPlan, others: list[StepPlan], answers: Answers) -> NextAction:
    by = answers.instant(step.time.closes.exact)
    return NextAction(
        ActionKind.STEP,
        step.name,
        step.title,
        step.actor,
        step.tell,
        answers.evidence_missing(step.evidence),
        by,
        answers.last_day(by),
        tuple(other.name for other in others),
        step.citations,
    )


def _wait(answers: Answers) -> NextAction:
    wakes = answers.instant(answers.plan.wakes)
    step = next(s for s in answers.plan.steps if answers.instant(s.time.opens.exact) == wakes)
    text = f"The next step opens then: {step.title or step.name}."
    when = f"{wakes:%A} {wakes.day} {wakes:%B %Y, %H:%M} ({answers.plan.zone})" if wakes else ""
    return NextAction(ActionKind.WAIT, step.name, f"Wait until {when}", step.actor, text, by=wakes, by_day=when)
