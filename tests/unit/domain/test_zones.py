"""Local days as instants: days that begin late, days that are not there, days that come twice."""

from __future__ import annotations

import copy
import pickle
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrules.domain.instants import at_zone
from claimrules.domain.zones import day_start, is_zone, local_date, zone_named, zone_names

ZONES = [
    "UTC", "Asia/Seoul", "America/Los_Angeles", "Europe/Berlin", "Pacific/Kiritimati", "Etc/GMT+12", "Asia/Kathmandu",
    "Australia/Lord_Howe", "America/Sao_Paulo", "Asia/Beirut", "Africa/Cairo", "America/Havana", "Pacific/Apia",
]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "zone", "first"),
    [
        (date(2026, 3, 10), "Asia/Seoul", "2026-03-10T00:00+09:00"),
        (date(2026, 3, 9), "America/Los_Angeles", "2026-03-09T00:00-07:00"),
        (date(2018, 11, 4), "America/Sao_Paulo", "2018-11-04T01:00-02:00"),
        (date(2022, 3, 27), "Asia/Beirut", "2022-03-27T01:00+03:00"),
        (date(2011, 12, 30), "Pacific/Apia", "2011-12-31T00:00+14:00"),
        (date(2011, 12, 31), "Pacific/Apia", "2011-12-31T00:00+14:00"),
        (date(1919, 3, 31), "America/Toronto", "1919-03-31T00:30-04:00"),  # clocks jumped from 23:30 to 00:30
        (date(2010, 11, 7), "America/St_Johns", "2010-11-07T00:00-02:30"),  # and went back at 00:01: the first midnight
    ],
)
def test_first_instants(day: date, zone: str, first: str) -> None:
    """A day begins at its first instant; one that the zone skipped begins with the next that is there."""
    assert at_zone(day_start(day, zone), "UTC") == datetime.fromisoformat(first).astimezone(UTC)


@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)), st.sampled_from(ZONES))
def test_a_day_starts_where_the_date_changes(day: date, zone: str) -> None:
    """At the start it is that date or a later one, a microsecond before it is an earlier one."""
    start = day_start(day, zone)
    assert local_date(start, zone) >= day > local_date(start - 1, zone)


@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)), st.sampled_from(ZONES))
def test_days_follow_one_another(day: date, zone: str) -> None:
    """A later day never starts earlier, and no day is longer than two."""
    length = day_start(day + timedelta(days=1), zone) - day_start(day, zone)
    assert 0 <= length <= 2 * 86_400_000_000


@given(st.integers(631_152_000_000_000, 2_840_140_800_000_000), st.sampled_from(ZONES))
def test_an_instant_lies_in_its_day(instant: int, zone: str) -> None:
    """Every instant from 1990 to 2060 lies at or after the start of its local date."""
    assert day_start(local_date(instant, zone), zone) <= instant


@pytest.mark.parametrize(
    "name",
    [
        "Asia/Soul",
        "",
        "../etc/passwd",
        "/etc/passwd",
        "UTC\0",
        "a" * 300,
        "asia/seoul",
        "localtime",
        "posix/UTC",
        "zone.tab",
        "Asia",
    ],
)
def test_what_is_no_zone(name: str) -> None:
    """Names that are no time zone are told from those that are, whatever they hold."""
    assert not is_zone(name)
    assert is_zone("Asia/Seoul")
    with pytest.raises(ValueError, match="no time zone"):
        zone_named(name)


def test_every_zone_can_be_read() -> None:
    """Each name of the list has its data, and knows its own name."""
    assert {zone_named(name).key for name in zone_names()} == zone_names()
    assert {"UTC", "Asia/Seoul", "US/Pacific", "Asia/Ho_Chi_Minh"} <= zone_names()


def test_a_time_can_be_copied() -> None:
    """Times of a zone can be handed to another process, and keep their zone."""
    moment = datetime(2026, 10, 25, 2, 30, tzinfo=zone_named("Europe/Berlin"), fold=1)
    for copied in (pickle.loads(pickle.dumps(moment)), copy.deepcopy(moment)):  # noqa: S301 - our own
        assert (copied, copied.tzinfo) == (moment, moment.tzinfo)
