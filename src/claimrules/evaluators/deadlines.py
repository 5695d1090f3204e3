"""Intervals → deadlines with their derivation."""

from __future__ import annotations

from datetime import date, datetime

from claimrules.core.plan import TimePlan
from claimrules.domain.deadline import Deadline
from claimrules.domain.derivation import step
from claimrules.domain.instants import just_before
from claimrules.domain.types import NEVER
from claimrules.evaluators.answers import Answers
from claimrules.evaluators.derivation import derivation
from claimrules.evaluators.possible import possible_ends


def deadline(time: TimePlan, answers: Answers) -> Deadline:
    """Return an interval as a deadline: its ends, the bound when the end is not known, and each step."""
    opens, closes = answers.instant(time.opens.exact), answers.instant(time.closes.exact)
    is_known = answers.known(time.closes.exact) is not None
    needs = answers.missing(time.opens.exact, time.closes.exact)
    possible = () if is_known else possible_ends(time, answers.missing(time.closes.exact), answers)
    steps = (*(step("said", text=text) for text in time.texts), *derivation(time.closes.exact, answers))
    calendars = [dict(taken.values)["calendar"] for taken in steps if taken.kind == "calendar"]
    return Deadline(
        time.name,
        time.title,
        opens,
        closes,
        is_open_ended=answers.known(time.closes.exact) == NEVER,
        last_day=answers.last_day(closes),
        zone=answers.zone,
        convention=time.convention.name,
        no_later_than=None if is_known else answers.instant(time.closes.latest),
        nominal_end=_last(answers.instant(time.nominal)),
        effective_end=_last(closes) or (possible[0].last if len(possible) == 1 else None),
        calendar=calendars[-1] if calendars else "",
        possible=possible,
        steps=steps if time.texts else (),
        needs=needs,
        is_empty=answers.known(time.is_empty) is True,
    )


def _last(closes: datetime | None) -> date | None:
    return just_before(closes).date() if closes else None
