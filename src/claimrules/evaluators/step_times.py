"""Step plans → when each step can be taken. Re-shaping only: the plan has chosen."""

from __future__ import annotations

from datetime import datetime

from claimrules.core.moment import Moment
from claimrules.core.plan import StepPlan
from claimrules.domain.step_times import StepTime
from claimrules.domain.types import NEVER
from claimrules.domain.verdicts import UNDETERMINED, Status
from claimrules.evaluators.answers import Answers

_OPEN, _LATER = "open", Status.LATER.word


def step_times(answers: Answers) -> tuple[StepTime, ...]:
    """Return the steps that are open, coming, or may be, in the order of the ladder."""
    recommended = answers.known(answers.plan.recommended)
    found = ((place == recommended, step, _status(step, answers)) for place, step in enumerate(answers.plan.steps))
    return tuple(_step_time(step, status, is_next, answers) for is_next, step, status in found if status)


def _status(step: StepPlan, answers: Answers) -> str:
    is_open, is_coming = answers.known(step.is_open), answers.known(step.is_coming)
    if is_open or is_coming:
        return _OPEN if is_open else _LATER
    return UNDETERMINED if None in {is_open, is_coming} else ""


def _step_time(step: StepPlan, status: str, is_recommended: bool, answers: Answers) -> StepTime:
    time = step.time
    opens = _instant(time.opens, answers)
    closes, value = answers.instant(time.closes.exact), answers.known(time.closes.exact)
    waits = (name for name in time.opened_by if answers.facts.values.get(name) == NEVER)
    return StepTime(
        name=step.name,
        title=step.title,
        actor=step.actor,
        status=status,
        is_recommended=is_recommended,
        opens=opens,
        closes=closes,
        opens_no_later_than=answers.instant(time.opens.latest) if _is_unknown(time.opens, answers) else None,
        is_open_ended=value == NEVER,
        no_later_than=answers.instant(time.closes.latest) if value is None else None,
        last_day=answers.last_day(closes),
        awaits=tuple(waits) if status == _LATER and opens is None else (),
        needs=answers.missing(step.is_open, step.is_coming, time.opens.exact, time.closes.exact),
    )


def _is_unknown(moment: Moment, answers: Answers) -> bool:
    return answers.known(moment.exact) is None and answers.known(moment.earliest) != answers.known(moment.latest)


def _instant(moment: Moment, answers: Answers) -> datetime | None:
    """Return a moment's instant, also where only its bounds tell it."""
    is_exact = answers.known(moment.exact) is not None or _is_unknown(moment, answers)
    return answers.instant(moment.exact if is_exact else moment.latest)
