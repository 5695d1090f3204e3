"""Intervals → deadlines with their derivation in words."""

from __future__ import annotations

from claimrules.core.plan import TimePlan
from claimrules.domain.decision import Deadline
from claimrules.domain.types import NEVER
from claimrules.evaluators.answers import Answers


def deadline(time: TimePlan, answers: Answers) -> Deadline:
    """Return an interval as a deadline: its ends, the bound when the end is not known, and each step."""
    opens, closes = answers.instant(time.opens.exact), answers.instant(time.closes.exact)
    is_known = answers.known(time.closes.exact) is not None
    return Deadline(
        time.name,
        time.title,
        opens,
        closes,
        is_open_ended=answers.known(time.closes.exact) == NEVER,
        last_day=answers.last_day(closes),
        zone=answers.plan.zone,
        convention=time.convention.name,
        no_later_than=None if is_known else answers.instant(time.closes.latest),
        steps=_steps(time, answers),
        needs=answers.missing(time.opens.exact, time.closes.exact),
    )


def _steps(time: TimePlan, answers: Answers) -> tuple[str, ...]:
    if not time.texts:
        return ()
    steps = list(time.texts)
    steps += [f"{name}: {answers.facts.shown.get(name, 'not known')}" for name in time.facts]
    convention = time.convention
    counted = "is not counted" if convention.first_day == "excluded" else "is the first day"
    steps.append(
        f"counted by {convention.name}: the day of the event {counted}, the last day counts to its end, "
        f"in {answers.plan.zone}" + (f" ({'; '.join(convention.citations)})" if convention.citations else "")
    )
    opens, closes = answers.instant(time.opens.exact), answers.instant(time.closes.exact)
    steps += [f"opens {opens.isoformat()}"] if opens else []
    steps += [f"closes {closes.isoformat()}: the last day is {answers.last_day(closes)}"] if closes else []
    return tuple(steps)
