"""Instants → places along the picture, and the days that are marked there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Final

from attrs import frozen
from dateutil.relativedelta import relativedelta

from claimrules.domain.instants import at_zone, micros
from claimrules.domain.timeline.shape import Certainty, LaneKind, Timeline
from claimrules.domain.zones import day_start

#: The least distance between two marks, in pixels.
_APART: Final = 66
_WEEK, _YEAR = 7, 12
#: Steps between marks, the smallest first: so many days, or so many months.
_DAYS: Final = (1, 2, 7, 14)
_MONTHS: Final = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400)
#: How much longer the gap before the last things may be than all before it.
_FAR: Final = 3
#: The least time a picture shows, and the part of it that is left free at each end.
_LEAST, _FREE = 2 * 86_400_000_000, 0.03


@frozen
class Scale:
    """A stretch of time drawn between two places; instants in microseconds since 1970.

    Args:
        first: where the first thing is drawn.
    """

    start: int
    end: int
    left: float
    right: float
    zone: str
    first: float

    def x(self, moment: datetime) -> float:
        """Return the place of an instant."""
        part = (micros(moment) - self.start) / (self.end - self.start)
        return self.left + min(max(part, 0.0), 1.0) * (self.right - self.left)

    def is_beyond(self, moment: datetime) -> bool:
        """Tell whether an instant lies after what is drawn."""
        return micros(moment) > self.end

    def ticks(self) -> Iterator[tuple[float, str]]:
        """Yield the places of days, weeks, months or years, as many as have room, with their words."""
        most = (self.right - self.left) / _APART
        first, last = at_zone(self.start, self.zone).date(), at_zone(self.end, self.zone).date()
        span = (last - first).days
        days = next((step for step in _DAYS if span / step <= most), 0)
        months = 0 if days else next(step for step in _MONTHS if span / (step * 30) <= most)
        for day in _days(first, last, days, months):
            instant = day_start(day, self.zone)
            if self.start < instant < self.end:
                yield self.x(at_zone(instant, self.zone)), _label(day, months)


def scale_of(timeline: Timeline, left: float, right: float) -> Scale:
    """Return the scale of a timeline.

    All has its place on it but what lies very far ahead, and the ends of windows that are not known.
    """
    windows = {lane.key for lane in timeline.lanes if lane.kind is LaneKind.WINDOW}
    told = (e for e in timeline.entries if e.certainty is Certainty.CERTAIN or e.key not in windows)
    instants = [micros(timeline.at), *(micros(entry.at) for entry in told)]
    instants += [micros(lane.done_at) for lane in timeline.lanes if lane.done_at is not None]
    start, end = min(instants), _last_near(sorted(set(instants)), micros(timeline.at))
    lacking = max(_LEAST - (end - start), 0) // 2
    free = int((end - start + 2 * lacking) * _FREE)
    first = left + (lacking + free) / (end - start + 2 * (lacking + free)) * (right - left)
    return Scale(start - lacking - free, end + lacking + free, left, right, timeline.zone, first)


def _last_near(instants: list[int], now: int) -> int:
    """Return the last instant to be drawn: what lies very far behind all others would leave no room for these."""
    while len(instants) > 1:
        first, *_, before, last = instants[0], *instants
        if before <= max(first, now - 1) or last - before <= _FAR * (before - first):
            break
        instants = instants[:-1]
    return instants[-1]


def _days(first: date, last: date, days: int, months: int) -> Iterator[date]:
    """Yield the days to mark: whole weeks begin on Monday, whole years in January."""
    if days:
        day = first - timedelta(days=first.weekday() if days >= _WEEK else 0)
    else:
        day = first.replace(day=1, month=1 if months >= _YEAR else first.month)
        day -= relativedelta(months=(day.month - 1) % min(months, _YEAR))
    while day <= last:
        yield day
        day += timedelta(days=days) if days else relativedelta(months=months)


def _label(day: date, months: int) -> str:
    if months:
        return f"{day.year}" if months >= _YEAR else f"{day:%b} {day.year}"
    return f"{day.day} {day:%b}"
