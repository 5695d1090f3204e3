"""Instants as whole microseconds since 1970-01-01T00:00Z, and back; exact, no floating point."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final

from claimrules.domain.types import ALWAYS, NEVER
from claimrules.domain.zones import zone_named
from claimrules.speech.phrases import phrase, say_day, say_instant

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)


def micros(moment: datetime) -> int:
    """Return an instant as microseconds since 1970-01-01T00:00Z.

    Raises:
        ValueError: `moment` has no offset from UTC.
    """
    if moment.utcoffset() is None:
        raise ValueError("a time needs an offset from UTC, as in 2026-03-01T09:00+09:00")
    return (moment - _EPOCH) // _MICROSECOND


def at_zone(instant: int, zone: str) -> datetime:
    """Return an instant as a time on the wall of `zone`.

    Raises:
        OverflowError: the instant is outside the years 1 to 9999; `NEVER` and `ALWAYS` are.
    """
    return (_EPOCH + instant * _MICROSECOND).astimezone(zone_named(zone))


def to_datetime(instant: int, zone: str) -> datetime | None:
    """Return an instant as a time on the wall of `zone`, and None for `NEVER` and `ALWAYS`."""
    return None if instant in {NEVER, ALWAYS} else at_zone(instant, zone)


def at_words(at: datetime) -> str:
    """Return an instant as people write it, with its offset."""
    offset = at.isoformat()[-6:]
    return phrase("{day}, {clock} (UTC{offset})", day=at.date(), clock=f"{at:%H:%M}", offset=offset)


def closing_words(closes: datetime) -> str:
    """Return a closing instant as people say it: the last day, or the minute inside a day."""
    last = just_before(closes)
    if last.date() != closes.date():
        return phrase("{day}, end of day", day=last.date())
    return say_instant(closes)


def opening_words(opens: datetime) -> str:
    """Return an opening instant as people say it: the day, with the time where it lies inside the day."""
    is_edge = just_before(opens).date() != opens.date()
    return say_day(opens) if is_edge else say_instant(opens)


def just_before(moment: datetime) -> datetime:
    """Return the last instant before another, on the same clocks: elapsed time, also where these have just jumped."""
    return (moment.astimezone(UTC) - _MICROSECOND).astimezone(moment.tzinfo)
