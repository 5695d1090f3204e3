"""Steps → the next action: the last open step, a question, a wait, or nothing left."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from attrs import evolve

from claimrules.core.plan import StepPlan
from claimrules.domain.choice import Choice
from claimrules.domain.draft import Draft
from claimrules.domain.gaps import Question
from claimrules.domain.next_action import ActionKind, NextAction, Silence
from claimrules.domain.remedy import Remedy
from claimrules.domain.step_times import StepTime
from claimrules.domain.types import NEVER
from claimrules.evaluators.answers import Answers
from claimrules.evaluators.choice import Wishes, choice, is_same
from claimrules.evaluators.draft import draft
from claimrules.evaluators.questions import Inquiry, action_target
from claimrules.evaluators.reply import no_reply
from claimrules.evaluators.silence import is_close, silence
from claimrules.speech.phrases import phrase

#: Whose letters are drafted.
BUYER: Final = "buyer"


def next_action(
    answers: Answers, inquiry: Inquiry, remedies: Sequence[Remedy], steps: Sequence[StepTime], at: datetime
) -> NextAction:
    """Return the step the plan recommends, or the most useful of the questions that stand in its way.

    Args:
        answers: the claim.
        inquiry: its questions.
        remedies: as the decision lists them.
        steps: when each step can be taken.
        at: the instant of decision, in the ruleset's zone.
    """
    action = action_of(answers, inquiry)
    is_step = action.kind is ActionKind.STEP
    follows = _follows(action, steps, answers) if is_step else None
    asks = choice(remedies, _wishes(answers))
    at_hand = answers.evidence_at_hand(action.evidence)
    is_turn = action.actor == BUYER if is_step else action.kind is ActionKind.NOTHING_LEFT and not answers.plan.steps
    return evolve(
        action,
        evidence_at_hand=at_hand,
        is_close=is_step and action.actor == BUYER and is_close(action.by, at),
        silence=follows,
        asks_for=asks,
        draft=_draft(answers, asks, remedies, at_hand, follows, at) if is_turn else None,
    )


def _follows(action: NextAction, steps: Sequence[StepTime], answers: Answers) -> Silence | None:
    own = next(step for step in answers.plan.steps if step.name == action.step)
    reply = no_reply(own, answers) if action.actor == BUYER else None
    return reply or silence(action.step, steps, answers.zone)


def _wishes(answers: Answers) -> Wishes:
    shown, assumed = answers.facts.shown, answers.facts.assumed
    wish = "" if "claim.wish" in assumed else shown.get("claim.wish", "")
    return Wishes(wish, "claim.goods_kept" not in assumed and answers.facts.values.get("claim.goods_kept") is True)


def _draft(
    answers: Answers, asks: Choice | None, remedies: Sequence[Remedy], at_hand: tuple[str, ...],
    follows: Silence | None, at: datetime,
) -> Draft | None:  # fmt: skip
    if asks is None or asks.status != "available":
        return None
    given = next(one for one in remedies if is_same(asks, one))
    return draft(answers, asks, given, at_hand, follows, at)


def action_of(answers: Answers, inquiry: Inquiry) -> NextAction:
    """Return what is to be done, without what to ask for, what to write and what follows."""
    steps = answers.plan.steps
    recommended = answers.known(answers.plan.recommended)
    open_steps = [step for step in steps if answers.known(step.is_open)]
    if recommended is not None and recommended >= 0:
        return _step(steps[recommended], [s for s in open_steps if s is not steps[recommended]], answers)
    opening = answers.known(answers.plan.next_opening)
    if recommended is None or opening is None:
        return _ask(inquiry.first_for(action_target(answers)), open_steps)
    if opening >= NEVER:
        left = phrase("Nothing is left to do under this ruleset")
        title = left if steps else phrase("No steps are written in this ruleset")
        return NextAction(ActionKind.NOTHING_LEFT, title=title)
    return _wait(answers)


def _ask(question: Question, open_steps: list[StepPlan]) -> NextAction:
    return NextAction(
        ActionKind.ANSWER,
        title=question.text,
        actor="buyer",
        text=phrase("The next step depends on it."),
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
    title = (step.title or step.name) if step else ""
    text = phrase("The next step opens then: {step}.", step=title) if step else phrase("The next step opens then.")
    when = phrase("{day} ({zone})", day=opening, zone=answers.zone) if opening else ""
    name, actor = (step.name, step.actor) if step else ("", "")
    return NextAction(
        ActionKind.WAIT, name, phrase("Wait until {when}", when=when), actor, text, by=opening, by_day=when
    )


def _opens_at(step: StepPlan, opening: datetime | None, answers: Answers) -> bool:
    return answers.known(step.is_coming) is True and answers.instant(step.time.opens.latest) == opening
