"""Steps → the next action: the last open step, a question, a wait, or nothing left."""

from __future__ import annotations

from datetime import datetime

from claimrules.core.plan import StepPlan
from claimrules.domain.gaps import Question
from claimrules.domain.next_action import ActionKind, NextAction
from claimrules.domain.types import NEVER
from claimrules.evaluators.answers import Answers
from claimrules.evaluators.questions import Inquiry, action_target


def next_action(answers: Answers, inquiry: Inquiry) -> NextAction:
    """Return the step the plan recommends, or the most useful of the questions that stand in its way."""
    steps = answers.plan.steps
    recommended = answers.known(answers.plan.recommended)
    open_steps = [step for step in steps if answers.known(step.is_open)]
    if recommended is not None and recommended >= 0:
        return _step(steps[recommended], [s for s in open_steps if s is not steps[recommended]], answers)
    opening = answers.known(answers.plan.next_opening)
    if recommended is None or opening is None:
        return _ask(inquiry.first_for(action_target(answers)), open_steps)
    if opening >= NEVER:
        title = "Nothing is left to do under this ruleset" if steps else "No steps are written in this ruleset"
        return NextAction(ActionKind.NOTHING_LEFT, title=title)
    return _wait(answers)


def _ask(question: Question, open_steps: list[StepPlan]) -> NextAction:
    return NextAction(
        ActionKind.ANSWER,
        title=question.text,
        actor="buyer",
        text="The next step depends on it.",
        question=question.fact,
        alternatives=tuple(step.name for step in open_steps),
    )


def _step(step: StepPlan, others: list[StepPlan], answers: Answers) -> NextAction:
    by = answers.instant(step.time.closes.exact)
    return NextAction(
        ActionKind.STEP,
        step=step.name,
        title=step.title,
        actor=step.actor,
        text=step.tell,
        evidence=step.evidence,
        evidence_missing=answers.evidence_missing(step.evidence),
        by=by,
        by_day=answers.last_day(by),
        alternatives=tuple(other.name for other in others),
        citations=step.citations,
    )


def _wait(answers: Answers) -> NextAction:
    opening = answers.instant(answers.plan.next_opening)
    step = next((s for s in answers.plan.steps if _opens_at(s, opening, answers)), None)
    text = f"The next step opens then: {step.title or step.name}." if step else "The next step opens then."
    when = f"{opening:%A} {opening.day} {opening:%B %Y, %H:%M} ({answers.zone})" if opening else ""
    name, actor = (step.name, step.actor) if step else ("", "")
    return NextAction(ActionKind.WAIT, name, f"Wait until {when}", actor, text, by=opening, by_day=when)


def _opens_at(step: StepPlan, opening: datetime | None, answers: Answers) -> bool:
    return answers.known(step.is_coming) is True and answers.instant(step.time.opens.latest) == opening
