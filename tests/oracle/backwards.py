"""Lengths of time before a moment, as one convention counts them in one zone and calendar."""

from __future__ import annotations

from typing import Any

from tests.oracle.counting import Counting
from tests.oracle.instants import Day, Point, day_start, local_day
from tests.oracle.lengths import DAYS, HOURS, MONTHS, elapses, is_of_business_days, is_of_months, same_number, total


def before(counting: Counting, anchor: Point, duration: Any) -> Point:
    """Return the moment a length before another; of days and longer units, that whole local day."""
    if isinstance(anchor.opening, float) or isinstance(anchor.day, float):
        return Point(anchor.opening, anchor.opening, anchor.opening)
    if elapses(duration):
        instant = int(anchor.opening) - total(duration, HOURS)
        return Point(instant, instant, local_day(instant, counting.zone))
    day = _day_before(counting, anchor.day, duration)
    over = day - 1 if counting.convention.backward_ends == "day_before" else day
    opens, closes = _moved_back(counting, day), _moved_back(counting, over)
    return Point(
        day_start(opens, counting.zone),
        day_start(closes + 1, counting.zone),
        opens,
        is_some_time=True,
        ends_its_day=True,
    )


def _moved_back(counting: Counting, day: Day) -> Day:
    ways = {"never": "never", "earlier": "backward", "later": "forward"}
    return counting.moved(day, ways[counting.convention.backward_roll])


def _day_before(counting: Counting, day: Day, duration: Any) -> Day:
    if is_of_business_days(duration):
        return _business_days_before(counting, day, duration.period.parts)
    days = total(duration, DAYS)
    if not is_of_months(duration):
        return day - days
    return _months_before(counting, day, duration) - days


def _months_before(counting: Counting, day: Day, duration: Any) -> Day:
    months = total(duration, MONTHS)
    is_day_before = counting.convention.months_end == "day_before"
    start = day - 1 if is_day_before else day
    target = same_number(start, -months)
    if target is None:
        target = counting.instead(start, -months)
    return target + 1 if is_day_before else target


def _business_days_before(counting: Counting, day: Day, parts: Any) -> Day:
    for _ in range(sum(length for length, _ in parts)):
        day -= 1
        while not counting.is_business_day(day):
            day -= 1
    return day
