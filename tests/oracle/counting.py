"""Lengths of time after a moment, as one convention counts them in one zone and calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time
from typing import Any

from attrs import frozen

from claimrules.deadlines.conventions import Convention
from tests.oracle.calendars import Almanac, is_one_of
from tests.oracle.instants import (
    DAY,
    Day,
    Instant,
    Point,
    clock,
    day_start,
    local_day,
    next_full_hour,
    period_end,
    when_it_shows,
)
from tests.oracle.lengths import (
    DAYS,
    HOURS,
    MONTHS,
    elapses,
    is_of_business_days,
    is_of_months,
    last_of_month,
    same_number,
    total,
)


@frozen
class Counting:
    """A convention at work.

    Args:
        rounds_up: a month that lacks the day ends with the first of the next one.
        rolls: ends move off days of rest; else they stay where they were counted to.
    """

    convention: Convention
    zone: str
    almanac: Almanac
    rounds_up: bool
    rolls: bool = True

    @property
    def chains_from_counted(self) -> bool:
        """Whether a period after a period starts from where that was counted to; said by conventions that move days."""
        moves = self.convention.rolls != "never" or self.convention.least_working_days > 0
        return moves and self.convention.chains_from == "nominal"

    def after(self, anchor: Point, duration: Any) -> Point:
        """Return the end of a period after a moment."""
        if isinstance(anchor.opening, float) or isinstance(anchor.day, float):
            return period_end(anchor.opening, self.zone)
        if elapses(duration):
            return self._ending(self._hours_after(anchor, duration))
        if self.elapses(duration):
            return self._ending(self._elapsed_after(anchor, duration))
        first = self._first_day(anchor)
        last = self._last_day(first, duration, is_whole=self._is_whole(anchor))
        last = self._with_working_days(first, last, duration)
        return self._ending(self.end_on(self.moved(last), self._clock_of(anchor)))

    def _ending(self, instant: int) -> Point:
        return period_end(instant, self.zone)

    def elapses(self, duration: Any) -> bool:
        """Tell whether a length elapses on the instant: hours, or days that are 24 hours each."""
        is_of_days = not (is_of_months(duration) or is_of_business_days(duration))
        return elapses(duration) or (self.convention.ends_at == "elapsed" and is_of_days)

    def _hours_after(self, anchor: Point, duration: Any) -> int:
        starts_on_the_hour = self.convention.hours == "after_event_hour" and anchor.is_told
        start = next_full_hour(int(anchor.opening), self.zone) if starts_on_the_hour else int(anchor.opening)
        end = start + total(duration, HOURS)
        return self._moved_instant(end, "forward") if self.convention.hours_roll == "forward" else end

    def _elapsed_after(self, anchor: Point, duration: Any) -> int:
        """Return where days of 24 hours each end."""
        end = int(anchor.opening) + total(duration, DAYS) * DAY
        first, last = self._first_day(anchor), local_day(end - 1, self.zone)
        return self._on_another_day(end, self.moved(self._with_working_days(first, last, duration)))

    def _first_day(self, anchor: Point) -> Day:
        if anchor.is_period_end:
            return anchor.day + 1
        is_first = self.convention.first_day == "included" or self._is_midnight(anchor)
        return anchor.day if is_first else anchor.day + 1

    def _is_midnight(self, anchor: Point) -> bool:
        if self.convention.first_day != "excluded_unless_midnight" or anchor.is_some_time or anchor.is_period_end:
            return False
        return anchor.opening == day_start(anchor.day, self.zone)

    def _is_whole(self, anchor: Point) -> bool:
        if self.convention.first_day == "excluded":
            return False
        return self.convention.first_day == "included" or anchor.is_period_end or self._is_midnight(anchor)

    def _last_day(self, first: Day, duration: Any, *, is_whole: bool) -> Day:
        if is_of_business_days(duration):
            return self._business_days_on(first, duration.period.parts)
        days = total(duration, DAYS)
        if not is_of_months(duration):
            return first - 1 + days
        if self.convention.compound == "days_first":
            return self._months_after(first + days, duration, is_whole=is_whole)
        return self._months_after(first, duration, is_whole=is_whole) + days

    def _months_after(self, first: Day, duration: Any, *, is_whole: bool) -> Day:
        """Return the last day of months of which this is the first day."""
        months = total(duration, MONTHS)
        if is_whole or self.convention.months_end == "day_before":
            target = same_number(first, months)
            if target is not None:
                return target - 1
            return last_of_month(first, months)
        target = same_number(first - 1, months)
        return self.instead(first - 1, months) if target is None else target

    def instead(self, start: Day, months: int) -> Day:
        """Return the day that stands for one that the month so many months from a day does not have."""
        return last_of_month(start, months) + (1 if self.rounds_up else 0)

    def _business_days_on(self, first: Day, parts: Any) -> Day:
        day = first - 1
        for _ in range(sum(length for length, _ in parts)):
            day += 1
            while not self.is_business_day(day):
                day += 1
        return day

    def is_business_day(self, day: Day) -> bool:
        """Tell whether a day is a business day."""
        return not is_one_of(day, self.convention.business_days, self.convention, self.almanac)

    def _with_working_days(self, first: Day, last: Day, duration: Any) -> Day:
        least, from_days = self.convention.least_working_days, self.convention.least_from_days
        is_long = total(duration, DAYS) >= from_days or is_of_months(duration)
        if not (least and self.rolls) or is_of_business_days(duration) or not is_long:
            return last
        while sum(self.is_business_day(day) for day in _days(first, last)) < least:
            last += 1
        return last

    def moved(self, day: Day, way: str = "") -> Day:
        """Return a last day, moved off days of rest, the way that `rolls` says or another one."""
        way = way or self.convention.rolls
        if not self.rolls or way == "never":
            return day
        while is_one_of(day, self.convention.rolls_on, self.convention, self.almanac):
            day += 1 if way == "forward" else -1
        return day

    def _moved_instant(self, end: int, way: str) -> int:
        return self._on_another_day(end, self.moved(local_day(end - 1, self.zone), way))

    def _on_another_day(self, end: int, day: Day) -> int:
        """Return an end on another last day, at the same time of the clock."""
        last = local_day(end - 1, self.zone)
        if day == last:
            return end
        return self.end_on(day, None if end == day_start(last + 1, self.zone) else clock(end, self.zone))

    def end_on(self, day: Day, shown: time | None) -> int:
        """Return the end of a last day, or a time of the clock on it."""
        return int(day_start(day + 1, self.zone)) if shown is None else when_it_shows(int(day), shown, self.zone)

    def _clock_of(self, anchor: Point) -> time | None:
        """Return at what time of the clock a period ends; None for when its last day is over."""
        match self.convention.ends_at:
            case "end_of_day":
                return None
            case "same_time" | "elapsed":
                instant = int(anchor.opening)
                is_over = self._is_midnight(anchor) or instant >= day_start(anchor.day + 1, self.zone)
                return None if is_over else clock(instant, self.zone)
        return time.fromisoformat(self.convention.ends_at)

    def later(self, closes: Instant, days: int) -> Instant:
        """Return the close of a window so many local days later, moved off days of rest, as periods of days end."""
        if isinstance(closes, float):
            return closes
        end = period_end(closes, self.zone)
        return self.end_on(self.moved(end.day + days), self._clock_of(end))

    def later_by(self, closes: Instant, elapsed: int, *, is_of_hours: bool) -> Instant:
        """Return the close of a window of hours so much later."""
        if isinstance(closes, float):
            return closes
        end = closes + elapsed
        return self._moved_instant(
            end,
            "forward"
            if is_of_hours and self.convention.hours_roll == "forward"
            else ("never" if is_of_hours else self.convention.rolls),
        )


def _days(first: Day, last: Day) -> Iterator[int]:
    yield from range(int(first), int(last) + 1)
