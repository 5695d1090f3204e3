"""Whether a later event can end earlier: which periods keep the order of what they are counted from.

Days keep it, whatever is done to them: adding days, months and business days and moving off days of rest are all
monotone, and so is what they are made of (theorem T1). What breaks it is a time of the clock taken over from the anchor
to a day that several anchors share: one month after 30 January 10:00 and after 31 January 05:00 end on 28 February, the
earlier event at the later time.
"""

from __future__ import annotations

from datetime import timedelta

from attrs import evolve

from claimrules.deadlines.conventions import Convention
from claimrules.deadlines.counting import Terms, count, counts_hours, elapsed_day, end_after, is_counted
from claimrules.deadlines.pauses import Pause
from claimrules.deadlines.periods import Anchor, Period
from claimrules.domain.calendars import Calendar
from claimrules.domain.zones import day_start


def keeps_order(period: Period, terms: Terms) -> bool:
    """Tell whether a later anchor never gives an earlier end, as long as local clocks run on."""
    convention = terms.convention
    if counts_hours(period, convention):
        return not (terms.rolls and moves_elapsed(convention, is_of_hours=period.is_elapsed))
    if convention.ends_at in {"same_time", "elapsed"}:
        return not (period.months or period.has_business_days or rolls_to_its_clock(terms))
    return not (period.months and _is_whole_by_chance(terms))


def moves_elapsed(convention: Convention, *, is_of_hours: bool) -> bool:
    """Tell whether the last day of a period that elapses may end up elsewhere."""
    return convention.hours_roll != "never" if is_of_hours else convention.moves


def pause_keeps_order(pause: Pause) -> bool:
    """Tell whether a later close, or a longer pause, never gives an earlier close."""
    if pause.is_elapsed:
        return not (pause.terms.rolls and moves_elapsed(pause.terms.convention, is_of_hours=pause.is_of_hours))
    return not rolls_to_its_clock(pause.terms)


def needs_bounds(period: Period, terms: Terms) -> bool:
    """Tell whether the ends of the bounds of an anchor do not bound its end: clocks that are set back count here too."""
    keeps_clock = terms.convention.ends_at == "same_time" and not period.is_elapsed
    return keeps_clock or not keeps_order(period, terms)


def bound_after(start: int, period: Period, terms: Terms, zone: str, calendar: Calendar, *, is_latest: bool) -> int:
    """Return the start, or the end, of the last day: these keep the order, and the period ends between them."""
    if not is_counted(start):
        return end_after(start, period, terms, zone, calendar)
    if counts_hours(period, terms.convention):
        last = elapsed_day(start, period, terms, zone, calendar)
    else:
        last = count(start, period, _never_by_chance(terms, is_whole=not is_latest), zone, calendar).effective
    return day_start(last + timedelta(days=is_latest), zone)


def bound_of_pause(pause: Pause, *, is_latest: bool) -> Pause:
    """Return a pause after which a window closes with its last day, or no earlier than that begins."""
    if pause.is_elapsed:
        return evolve(pause, bound="end" if is_latest else "start")
    ends_at = "end_of_day" if is_latest else "00:00"
    return evolve(pause, terms=evolve(pause.terms, convention=evolve(pause.terms.convention, ends_at=ends_at)))


def _never_by_chance(terms: Terms, *, is_whole: bool) -> Terms:
    """Return terms under which each period begins with its anchor's day, or none does."""
    if not _is_whole_by_chance(terms):
        return terms
    if is_whole:
        return evolve(terms, convention=evolve(terms.convention, first_day="included"))
    return evolve(terms, anchor=Anchor.DAY)


def rolls_to_its_clock(terms: Terms) -> bool:
    """Tell whether a last day moves and keeps the time of the clock at the anchor."""
    return terms.rolls and terms.convention.moves and terms.convention.ends_at in {"same_time", "elapsed"}


def _is_whole_by_chance(terms: Terms) -> bool:
    """Tell whether months round up from within a day, but not from the midnight that begins the next one.

    One month from 29 January 1990 at noon comes to 1 March, and beginning with 30 January it ends on 28 February.
    """
    convention = terms.convention
    depends = convention.first_day == "excluded_unless_midnight" and terms.anchor.may_be_midnight
    return depends and convention.months_end == "same_day" and convention.missing_day == "rounds_up"
