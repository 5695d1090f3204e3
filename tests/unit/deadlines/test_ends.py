"""From a last day to the instant: the day is over, a time of the clock, the hour after the event's."""

from __future__ import annotations

from datetime import time

import pytest

from claimrules.deadlines.ends import at_clock, end_of, next_full_hour
from tests.unit.deadlines.subject import BERLIN, LA, SEOUL, at, convention, day

START = "2026-03-10T15:30:15.000007+09:00"


@pytest.mark.parametrize(
    ("ends_at", "expected"),
    [
        ("end_of_day", "2026-03-18T00:00+09:00"),
        ("same_time", "2026-03-17T15:30:15.000007+09:00"),
        ("elapsed", "2026-03-17T15:30:15.000007+09:00"),
        ("17:30", "2026-03-17T17:30+09:00"),
    ],
)
def test_a_last_day_ends(ends_at: str, expected: str) -> None:
    """Reference, `ends at`: when the day is over, when the clock shows the anchor's time, or a time."""
    assert end_of(day("2026-03-17"), at(START), convention(ends_at=ends_at), SEOUL) == at(expected)


@pytest.mark.parametrize(
    ("of", "clock", "zone", "expected"),
    [
        ("2026-03-08", "02:30", LA, "2026-03-08T03:00-07:00"),  # clocks jump from 02:00 to 03:00
        ("2026-03-08", "02:00", LA, "2026-03-08T03:00-07:00"),
        ("2026-03-08", "02:59:59.999999", LA, "2026-03-08T03:00-07:00"),
        ("2026-03-08", "02:17:31.000001", LA, "2026-03-08T03:00-07:00"),
        ("2026-03-08", "02:17:31.000002", LA, "2026-03-08T03:00-07:00"),
        ("2026-03-08", "02:17:31.000003", LA, "2026-03-08T03:00-07:00"),
        ("2026-03-08", "02:44:44.444444", LA, "2026-03-08T03:00-07:00"),
        ("2026-03-08", "01:59", LA, "2026-03-08T01:59-08:00"),
        ("2026-03-08", "03:00", LA, "2026-03-08T03:00-07:00"),
        ("2026-11-01", "01:30", LA, "2026-11-01T01:30-08:00"),  # shown twice: the second
        ("2026-11-01", "02:00", LA, "2026-11-01T02:00-08:00"),
        ("2026-10-25", "02:30", BERLIN, "2026-10-25T02:30+01:00"),
        ("2026-03-29", "02:30", BERLIN, "2026-03-29T03:00+02:00"),
        ("2011-12-30", "12:00", "Pacific/Apia", "2011-12-31T00:00+14:00"),  # the day that Samoa left out
        ("2026-10-04", "02:15", "Australia/Lord_Howe", "2026-10-04T02:30+11:00"),  # clocks jump half an hour
    ],
)
def test_times_of_the_clock(of: str, clock: str, zone: str, expected: str) -> None:
    """A time that clocks jump over is the instant of the jump; of one shown twice it is the second (IANA tz)."""
    assert at_clock(day(of), time.fromisoformat(clock), zone) == at(expected)
    assert at_clock(day(of), time.fromisoformat(clock).replace(fold=1), zone) == at(expected)


@pytest.mark.parametrize(
    ("instant", "zone", "expected"),
    [
        ("2026-03-10T15:30+09:00", SEOUL, "2026-03-10T16:00+09:00"),
        ("2026-03-10T15:00+09:00", SEOUL, "2026-03-10T16:00+09:00"),
        ("2026-03-10T15:59:59.999999+09:00", SEOUL, "2026-03-10T16:00+09:00"),
        ("2026-03-10T15:00:00.000001+09:00", SEOUL, "2026-03-10T16:00+09:00"),
        ("2026-03-10T15:20:40+00:00", "Asia/Kathmandu", "2026-03-10T16:15+00:00"),  # 21:05 there; 22:00 next
    ],
)
def test_the_hour_after_the_events(instant: str, zone: str, expected: str) -> None:
    """Reg. 1182/71 art. 3(1): the hour during which the event occurs is not counted; even one at its very start."""
    assert next_full_hour(at(instant), zone) == at(expected)
