"""A step that gives the turn to the other side → until when it has the turn, and what follows if it says nothing."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from claimrules.core.plan import StepPlan
from claimrules.domain.next_action import Silence
from claimrules.domain.types import NEVER, Event
from claimrules.evaluators.answers import Answers
from claimrules.evaluators.silence import silence
from claimrules.evaluators.step_times import step_times
from claimrules.evaluators.whatif.trials import Trials


def no_reply(step: StepPlan, answers: Answers) -> Silence | None:
    """Return what follows a step of the buyer's where the other side does not answer.

    A policy does not say which event a step brings about. It is the one that ends the step and gives the turn to somebody
    else, for a time that is known, after which it is the buyer's turn again; where several do, or none, nothing is told.
    """
    trials = Trials(answers)
    found = [follows for event in _ends(step, answers) if (follows := _after(event, step, trials)) is not None]
    return found[0] if len(found) == 1 else None


def _ends(step: StepPlan, answers: Answers) -> Iterator[str]:
    """Yield the events that a step waits to be without."""
    names = dict.fromkeys(name for condition in step.conditions for name in condition.facts)
    for name in names:
        fact = answers.plan.vocabulary.get(name)
        if fact is not None and isinstance(fact.type, Event) and answers.facts.values.get(name, NEVER) == NEVER:
            yield name


def _after(event: str, step: StepPlan, trials: Trials) -> Silence | None:
    then = trials({event: trials.now})
    place = then.known(then.plan.recommended)
    if then.known(step.is_open) is not False or place is None or place < 0:
        return None
    turn = then.plan.steps[place]
    if turn.actor == step.actor or then.instant(turn.time.closes.exact) is None:
        return None
    follows = silence(turn.name, step_times(then), then.zone)
    if follows is None or follows.actor != step.actor:
        return None
    return evolve(follows, after=event, waits_for=turn.actor)
