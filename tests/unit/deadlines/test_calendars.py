"""Calendars: the holidays of a place, and what a policy adds or takes away. Days are those of the official lists."""

from __future__ import annotations

import pytest

from claimrules.domain.calendars import (
    NO_CALENDAR,
    Calendar,
    days_left,
    every_place,
    is_place,
    parts_of_place,
    places,
)
from tests.unit.deadlines.subject import SHOP, day

CHUSEOK = day("2026-09-25")


@pytest.mark.parametrize(
    ("place", "of", "is_holiday"),
    [
        ("KR", "2026-09-25", True),  # Chuseok (Presidential Decree 33448 art. 2)
        ("KR", "2026-09-28", False),  # 26 September is a Saturday: no substitute for Chuseok on Saturday
        ("KR", "2026-03-02", True),  # 1 March is a Sunday: substitute (art. 3)
        ("DE", "2026-01-06", False),
        ("DE-BY", "2026-01-06", True),  # Epiphany in Bavaria (BayFTG art. 1)
        ("DE-BE", "2026-01-06", False),
        ("US", "2026-07-03", True),  # 4 July 2026 is a Saturday: observed on Friday (5 USC 6103(b))
        ("FR", "2026-12-26", False),
        ("FR-6AE", "2026-12-26", True),  # Saint-Etienne in Alsace
        ("CN", "2026-10-01", True),
    ],
)
def test_holidays_of_places(place: str, of: str, *, is_holiday: bool) -> None:
    """Countries and their parts, with the days on which holidays are observed."""
    assert bool(Calendar(place, place).holiday(day(of))) is is_holiday


def test_holidays_on_their_own_days() -> None:
    """`observed actual` has 4 July 2026 and not Friday the 3rd; `observed substitutes` has both."""
    actual = Calendar("US", "US", observed="actual")
    assert (actual.holiday(day("2026-07-03")), actual.holiday(day("2026-07-04"))) == ("", "Independence Day")
    assert Calendar("US", "US").holiday(day("2026-07-03")) == "Independence Day (observed)"


def test_holidays_say_their_name_in_english() -> None:
    """Where the package knows English, names are English; elsewhere they are the country's own."""
    assert Calendar("DE", "DE").holiday(day("2026-12-25")) == "Christmas Day"
    assert Calendar("KR", "KR").holiday(day("2026-03-01")) == "Independence Movement Day"


def test_names_do_not_depend_on_the_language_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proof reads the same everywhere."""
    monkeypatch.setenv("LANGUAGE", "de")
    assert Calendar("DE", "DE").holiday(day("2037-12-25")) == "Christmas Day"


def test_categories() -> None:
    """Workers' Day 2025 closed banks in Korea (Labour Day Act), not government offices; 1 March is of the other list."""
    banks = Calendar("KR", "KR", categories=("bank",))
    assert banks.holiday(day("2025-05-01"))
    assert not banks.holiday(day("2025-03-01"))
    assert not Calendar("KR", "KR").holiday(day("2025-05-01"))


def test_what_a_policy_adds_and_takes_away() -> None:
    """Closed days are holidays, with their reason and before all else; opened ones are none."""
    eve = day("2026-12-24")
    local = Calendar(
        "local", "KR", closed=((eve, "inventory"), (CHUSEOK, "closed")), opened=(CHUSEOK, day("2026-03-01"))
    )
    assert (local.holiday(eve), local.holiday(CHUSEOK), local.holiday(day("2026-03-01"))) == ("inventory", "closed", "")
    assert local.holiday(day("2026-12-25")) == "Christmas Day"
    assert (SHOP.holiday(day("2026-12-25")), SHOP.holiday(day("2026-01-01"))) == ("Christmas", "")


def test_make_up_days() -> None:
    """The State Council made Saturday 10 October 2026 a work day; a policy can name its own."""
    china = Calendar("CN", "CN")
    assert china.is_make_up_day(day("2026-10-10"))
    assert not china.is_make_up_day(day("2026-10-17"))
    own = Calendar("own", worked=(day("2026-10-17"),))
    assert own.is_make_up_day(day("2026-10-17"))
    assert not own.is_make_up_day(day("2026-10-10"))
    assert not NO_CALENDAR.is_make_up_day(day("2026-10-10"))
    both = Calendar("both", "CN", worked=(day("2026-10-17"),))
    assert both.is_make_up_day(day("2026-10-17"))
    assert both.is_make_up_day(day("2026-10-10"))


@pytest.mark.parametrize(
    ("calendar", "weekend"),
    [
        (NO_CALENDAR, {"2026-03-14", "2026-03-15"}),
        (Calendar("KR", "KR"), {"2026-03-14", "2026-03-15"}),
        (Calendar("EG", "EG"), {"2026-03-13", "2026-03-14"}),
        (Calendar("own", "EG", weekend=("sunday",)), {"2026-03-15"}),
        (Calendar("own", weekend=("monday",)), {"2026-03-16"}),
    ],
)
def test_weekends(calendar: Calendar, weekend: set[str]) -> None:
    """Saturday and Sunday; Friday and Saturday in Egypt; or as a policy says (10 March 2026 is a Tuesday)."""
    week = [f"2026-03-{number}" for number in range(10, 17)]
    assert {of for of in week if calendar.is_weekend(day(of))} == weekend


@pytest.mark.parametrize(
    ("calendar", "year", "make_up", "expected"),
    [
        (NO_CALENDAR, 2026, "worked", False),
        (Calendar("KR", "KR"), 2026, "ignored", False),
        (Calendar("CN", "CN"), 2026, "worked", False),
        (Calendar("CN", "CN"), 2045, "worked", True),
        (Calendar("CN", "CN"), 2045, "ignored", False),
        (Calendar("own", "CN", worked=(day("2045-01-07"),)), 2045, "worked", False),
        (Calendar("own", "CN", worked=(day("2045-01-07"),)), 2046, "worked", True),
        (Calendar("KR", "KR"), 2026, "worked", True),
        (Calendar("EG", "EG"), 2045, "ignored", True),
        (Calendar("EG", "EG"), 2025, "ignored", False),
    ],
)
def test_years_that_are_not_published(calendar: Calendar, year: int, make_up: str, *, expected: bool) -> None:
    """China publishes its work days year by year; dates by the moon are estimates until they are seen."""
    assert calendar.is_projected(year, make_up) is expected


def test_places() -> None:
    """ISO 3166 codes of countries and their parts; names of the package's own are none."""
    assert is_place("KR")
    assert is_place("DE-BY")
    assert not is_place("XX")
    assert not is_place("DE-XX")
    assert not is_place("KOR")
    assert {"KR", "DE", "DE-BY", "US"} <= set(every_place())
    assert not {"KOR", "NYSE"} & set(every_place())
    assert set(every_place()) == places()
    assert list(every_place()) == sorted(every_place())
    assert parts_of_place("DE") == tuple(sorted(parts_of_place("DE")))
    assert len(parts_of_place("DE")) >= 16
    assert {"DE-BY", "DE-TH"} < set(parts_of_place("DE"))
    assert parts_of_place("XX") == ()


@pytest.mark.parametrize(
    ("names", "weekend", "left"),
    [
        (("friday", "weekend"), ("saturday", "sunday"), ("monday", "tuesday", "wednesday", "thursday")),
        (
            ("friday", "holiday"),
            ("saturday", "sunday"),
            ("monday", "tuesday", "wednesday", "thursday", "saturday", "sunday"),
        ),
        (("weekend", "holiday"), ("thursday", "friday"), ("monday", "tuesday", "wednesday", "saturday", "sunday")),
        (("monday", "tuesday", "wednesday", "thursday", "friday", "weekend"), ("saturday", "sunday"), ()),
    ],
)
def test_days_of_the_week_that_are_left(
    names: tuple[str, ...], weekend: tuple[str, ...], left: tuple[str, ...]
) -> None:
    """The weekend is at rest only where it is named; holidays take no day of every week."""
    assert days_left(names, weekend) == left
