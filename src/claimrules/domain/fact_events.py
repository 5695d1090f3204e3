"""Instants of events as people give them: ISO 8601 with an offset, a bare date, or null for "has not happened"."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Final

from attrs import frozen

from claimrules.domain.fact_places import Place, described
from claimrules.domain.instants import at_zone, micros
from claimrules.domain.types import NEVER, Event
from claimrules.domain.zones import day_start
from claimrules.speech.phrases import phrase

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_CLOCK: Final = r"[Tt ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,30})?)?"
_OFFSET: Final = r"(?:[Zz]|[+-]\d{2}(?::?\d{2})?)"
_TIME: Final = re.compile(rf"{_DAY.pattern}{_CLOCK}{_OFFSET}?", re.ASCII)
#: How an event is written, as a pattern of JSON Schema: a day, or a time with its offset.
WRITTEN: Final = rf"^\s*{_DAY.pattern}(?:{_CLOCK}{_OFFSET})?\s*$"
#: The years an instant may lie in.
YEARS: Final = range(1900, 2201)
_EXAMPLE: Final = "write 2026-03-01T09:00+09:00, or 2026-03-01 for the day"


@frozen
class Occurrence:
    """When an event happened, and within which instants it must have if only its day is given."""

    instant: int
    earliest: int
    latest: int
    shown: str
    assumption: str = ""
    is_only_a_day: bool = False


#: Added to an event's name: whether only its day is given.
ONLY_A_DAY: Final = "#only a day"

NOT_HAPPENED: Final = Occurrence(NEVER, NEVER, NEVER, "has not happened")


def read_event(value: object, type: Event, place: Place, zone: str | None) -> Occurrence | None:
    """Return when an event happened, or None after reporting what is wrong; a mere day needs a zone."""
    if value is None:
        return NOT_HAPPENED
    moment = _moment(value, place)
    if moment is None:
        return None
    if moment.year not in YEARS:
        place.wrong("CR0603", f"`{place.path}` is in the year {moment.year}; years are 1900 to 2200")
        return None
    if isinstance(moment, datetime):
        return _at(moment, place, zone or "UTC")
    if zone is None:
        place.wrong("CR0612", f"`{place.path}` is only a date, and the time zone is not known", _EXAMPLE)
        return None
    return _on(moment, type, place, zone)


def _moment(value: object, place: Place) -> date | None:
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        place.wrong("CR0604", f"`{place.path}` is a date or time, not {described(value)}", _EXAMPLE)
        return None
    words = value.strip().upper()
    if not (_DAY.fullmatch(words) or _TIME.fullmatch(words)):
        place.wrong("CR0604", f"`{place.path}` is a date or time, not {described(value)}", _EXAMPLE)
        return None
    try:
        return _parsed(words)
    except ValueError:
        place.wrong("CR0603", f"`{place.path}`: there is no {described(value)}")
        return None


def _parsed(words: str) -> date:
    if _DAY.fullmatch(words):
        return date.fromisoformat(words)
    if words[11:13] == "24":
        raise ValueError("Python before 3.13 has no hour 24, so none has")
    return datetime.fromisoformat(words)


def _at(moment: datetime, place: Place, zone: str) -> Occurrence | None:
    if moment.utcoffset() is None:
        help = f"write {moment.isoformat(timespec='minutes')}+09:00, with the offset of the place, or end it with Z"
        place.wrong("CR0602", f"`{place.path}` has no offset from UTC", help)
        return None
    instant = micros(moment)
    return Occurrence(instant, instant, instant, at_zone(instant, zone).isoformat())


def _on(day: date, type: Event, place: Place, zone: str) -> Occurrence:
    start, end = day_start(day, zone), day_start(day + timedelta(days=1), zone)
    assumption = _taken_as(str(place.keys[-1]), day, zone, is_end=type.date_means_end)
    return Occurrence(
        end if type.date_means_end else start, start, end - 1, day.isoformat(), assumption, is_only_a_day=True
    )


def _taken_as(event: str, day: date, zone: str, *, is_end: bool) -> str:
    if is_end:
        return phrase(
            "`{event}` is given as the date {date}: taken as the end of that day in {zone}.",
            event=event, date=day.isoformat(), zone=zone,
        )  # fmt: skip
    return phrase(
        "`{event}` is given as the date {date}: taken as the start of that day in {zone}.",
        event=event, date=day.isoformat(), zone=zone,
    )  # fmt: skip
