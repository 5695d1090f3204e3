"""Time: days, the end after a period, the point before a moment, pauses, the length between two events.

Zones and calendars are arguments, because a policy may take them from facts. Where one is not known, `bound` gives the
earliest or latest end over all it may be.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache, partial
from typing import Any

from attrs import evolve

from claimrules.core.kernel import B, I, Kernel
from claimrules.core.op import Op
from claimrules.deadlines import proof
from claimrules.deadlines.counting import (
    Terms,
    count,
    counts_hours,
    end_after,
    is_counted,
    moved,
    point_before,
)
from claimrules.deadlines.order import bound_after, bound_of_pause, keeps_order, needs_bounds, pause_keeps_order
from claimrules.deadlines.pauses import Pause, Paused, end_after_pause
from claimrules.deadlines.periods import ELAPSED, Period
from claimrules.domain.calendars import Calendar, every_place
from claimrules.domain.carriers import ANY, CALENDARS, ZONES, all_zones, place_code
from claimrules.domain.derivation import Step, step
from claimrules.domain.types import ALWAYS, NEVER
from claimrules.domain.zones import day_start, local_date
from claimrules.speech.phrases import phrase

Counting = Callable[..., int]


def after(period: Period, terms: Terms) -> Op:
    """Return the operation (instant, zone, calendar) → first instant after the period."""

    def ends(start: int, zone: str, calendar: Calendar) -> int:
        return end_after(start, period, terms, zone, calendar)

    def says(start: int, zone: str, calendar: Calendar) -> tuple[Step, ...]:
        return proof.after_in_words(start, period, terms, zone, calendar)

    made = _placed(f"after:{period}:{_mark(terms)}", ends, says)
    return evolve(made, keeps_order=keeps_order(period, terms))


def after_bounds(period: Period, terms: Terms) -> tuple[Op, Op] | None:
    """Return the operations that bound an end from the bounds of its anchor; None where `after` itself does."""
    if not needs_bounds(period, terms):
        return None
    return _bound_after(period, terms, is_latest=False), _bound_after(period, terms, is_latest=True)


def _bound_after(period: Period, terms: Terms, *, is_latest: bool) -> Op:
    def ends(start: int, zone: str, calendar: Calendar) -> int:
        return bound_after(start, period, terms, zone, calendar, is_latest=is_latest)

    return _placed(f"after:{period}:{_mark(terms)}:{is_latest}", ends)


def before(period: Period, terms: Terms, *, day_end: bool) -> Op:
    """Return the operation (instant, zone, calendar) → the point that long before."""

    def point(end: int, zone: str, calendar: Calendar) -> int:
        return point_before(end, period, terms, zone, calendar, day_end=day_end)

    def says(end: int, zone: str, calendar: Calendar) -> tuple[Step, ...]:
        return proof.before_in_words(end, period, terms, zone, calendar, day_end=day_end)

    return _placed(f"before:{period}:{_mark(terms)}:{day_end}", point, says)


def paused(pause: Pause) -> Op:
    """Return the operation (close to count from, close, opening, pause begins, pause ends, zone, calendar) → close."""

    def ends(*arguments: Any) -> int:
        *instants, zone, calendar = arguments
        return end_after_pause(Paused(*instants), pause, zone, calendar)

    def says(*arguments: Any) -> tuple[Step, ...]:
        *instants, zone, calendar = arguments
        return proof.pause_in_words(Paused(*instants), pause, zone, calendar)

    kinds = (pause.is_inclusive, pause.ends_its_day, pause.is_elapsed, pause.is_of_hours, pause.bound)
    name = f"paused:{kinds}:{_mark(pause.terms)}"
    return evolve(_placed(name, ends, says), keeps_order=pause_keeps_order(pause))


def paused_bounds(pause: Pause) -> tuple[Op, Op] | None:
    """Return the operations that bound the close after a pause; None where `paused` itself does."""
    keeps_clock = pause.terms.convention.ends_at in {"same_time", "elapsed"} and not pause.is_elapsed
    if pause_keeps_order(pause) and not keeps_clock:
        return None
    return paused(bound_of_pause(pause, is_latest=False)), paused(bound_of_pause(pause, is_latest=True))


def day_edge(terms: Terms, *, is_end: bool) -> Op:
    """Return the operation (day, zone, calendar) → the first instant of it, or the first one after it.

    Where written dates roll, the end is that of the day it moves to.
    """

    def edge(ordinal: int, zone: str, calendar: Calendar) -> int:
        day = date.fromordinal(ordinal)
        rolls = is_end and terms.rolls and terms.convention.dates_roll != "never"
        target = moved(day, terms.convention, calendar) if rolls else day
        return day_start(target + timedelta(days=is_end), zone)

    def says(ordinal: int, _zone: str, _calendar: Calendar) -> tuple[Step, ...]:
        return (step("written_day", day=date.fromordinal(ordinal)),)

    return _placed(f"day_edge:{is_end}:{_mark(terms)}", edge, says)


def last_day_number(period: Period, terms: Terms) -> Op:
    """Return the operation (instant, zone, calendar) → the number of the last day, 0 where hours are counted."""

    def number(start: int, zone: str, calendar: Calendar) -> int:
        if not is_counted(start) or counts_hours(period, terms.convention):
            return 0
        return count(start, period, terms, zone, calendar).effective.toordinal()

    return _placed(f"last_day:{period}:{_mark(terms)}", number)


def between(unit: str, ends: tuple[bool, bool]) -> Op:
    """Return the operation (instant, instant, zone) → whole units from the first to the second.

    `ends` tells of each whether it is the end of a time: at midnight it then belongs to the day just over.
    """
    name = f"between:{unit}:{ends}"

    def scalar(start: int, end: int, zone: int) -> int:
        return length_between(start, end, unit, ZONES.value(zone), ends)

    return Op(name, partial(_opaque, name, scalar))


def length_between(start: int, end: int, unit: str, zone: str, ends: tuple[bool, bool]) -> int:
    """Return local days (or elapsed hours or minutes, rounded down) from one event to another.

    Total: nothing when one of them never happens; a comparison with a length then does not hold anyway.
    """
    if not (ALWAYS < start < NEVER and ALWAYS < end < NEVER):
        return 0
    if unit in ELAPSED:
        return (end - start) // ELAPSED[unit]
    return (local_date(end - ends[1], zone) - local_date(start - ends[0], zone)).days


def bound(op: Op, function: Counting, among: tuple[str, ...], *, is_latest: bool) -> Op:
    """Return an operation that takes `ANY` for the zone or the calendar, and gives the bound of all there may be."""
    name = f"{'latest' if is_latest else 'earliest'}:{op.name}:{','.join(among)}"
    choose = max if is_latest else min

    @lru_cache(maxsize=4096)
    def scalar(*arguments: int) -> int:
        *rest, zone, calendar = arguments
        zones, calendars = _candidates(zone, calendar, among)
        return choose(function(*rest, z, c) for z in zones for c in calendars)

    def steps(*arguments: int) -> tuple[Step, ...]:
        *rest, zone, calendar = arguments
        zones, calendars = _candidates(zone, calendar, among)
        found = op.steps(*rest, zones[0], calendars[0])
        names = [] if len(calendars) == 1 else [CALENDARS.value(code).name for code in calendars]
        names += [] if len(zones) == 1 else [phrase("all time zones")]
        return (*found, step("wherever", names=tuple(names))) if names else found

    return Op(name, partial(_opaque, name, scalar), keeps_order=op.keeps_order, steps=steps)


def _candidates(zone: int, calendar: int, among: tuple[str, ...]) -> tuple[list[int], list[int]]:
    zones = [zone] if zone != ANY else [ZONES.code(name) for name in all_zones()]
    return zones, [calendar] if calendar != ANY else [place_code(place) for place in among or every_place()]


def scalar_of(op: Op) -> Counting:
    """Return the scalar function of an operation made here."""
    scalar: Counting = op.meaning.args[1]  # type: ignore[attr-defined]  # a partial of `_opaque`
    return scalar


def _placed(name: str, function: Counting, says: Callable[..., tuple[Step, ...]] | None = None) -> Op:
    """Return an operation whose last two arguments are the numbers of a zone and of a calendar."""

    def scalar(*arguments: int) -> int:
        *rest, zone, calendar = arguments
        return function(*rest, ZONES.value(zone), CALENDARS.value(calendar))

    def steps(*arguments: int) -> tuple[Step, ...]:
        *rest, zone, calendar = arguments
        return says(*rest, ZONES.value(zone), CALENDARS.value(calendar)) if says else ()

    return Op(name, partial(_opaque, name, scalar), steps=steps)


def _mark(terms: Terms) -> str:
    return f"{terms.convention.key}:{terms.anchor}:{terms.rolls}"


def _opaque(name: str, scalar: object, k: Kernel[B, I], *arguments: I) -> I:
    return k.opaque(name, scalar, arguments)  # type: ignore[arg-type]  # partial loses the callable's type
