"""Pauses and places where two options meet: expected by hand from the reference, on Korean clocks."""

from __future__ import annotations

from datetime import datetime

import pytest

from claimrules.deadlines.ends import next_full_hour
from claimrules.domain.instants import micros
from tests.unit.deadlines.asked import Asked, asked

ROLLS = 'rolls forward on {} hours roll {} backward roll never dates roll never chains from nominal note "test"'
WEEKEND = "saturday, sunday"
PAUSE = " paused from seller_contacted until {}"


def found(window: str, options: str = "", place: str = "KR", **facts: str | int) -> Asked:
    """Return the window `asked` under plain days with other options."""
    text = f"convention mine like plain_days {options}\nwindow asked {window}"
    return asked(text, counting="mine", place=place, **facts)


@pytest.mark.parametrize(("activated", "closes"), [(1, "2026-03-13 09:00"), (0, "2026-03-19 00:00")])
def test_a_window_of_hours_or_of_days_stands_still_as_what_it_is(activated: int, closes: str) -> None:
    """48 hours stand still for the 23 hours that elapsed, seven days for one local day."""
    window = "when item.activated: 48 hours after delivered otherwise: 7 days after delivered"
    assert found(
        window + PAUSE.format("seller_answered"), delivered="2026-03-10T10:00", item__activated=activated,
        seller_contacted="2026-03-11T09:00", seller_answered="2026-03-12T08:00",
    ).closes == closes  # fmt: skip


@pytest.mark.parametrize(
    ("until", "answered", "closes"),
    [
        ("seller_answered", "2026-03-15T00:00", "2026-03-22 00:00"),  # on the 15th, which counts: 12 to 15
        ("2026-03-14", "never", "2026-03-21 00:00"),  # the 14th has it anyway: 12 to 14
        ("latest of seller_answered, 2026-03-14", "2026-03-13T09:00", "2026-03-21 00:00"),
        ("latest of seller_answered, 2026-03-14", "2026-03-15T00:00", "2026-03-22 00:00"),
        ("earliest of seller_answered, 2026-03-14", "2026-03-16T09:00", "2026-03-21 00:00"),
        ("earliest of seller_answered, 2026-03-14", "2026-03-13T09:00", "2026-03-20 00:00"),
        ("earliest of seller_answered, returned", "2026-03-13T09:00", "2026-03-20 00:00"),
    ],
)
def test_the_last_day_of_an_inclusive_pause(until: str, answered: str, closes: str) -> None:
    """Seven days, until 17 March, and the days from the 12th on; the day on which the clock runs again counts too."""
    facts = {"seller_contacted": "2026-03-12T09:00", "seller_answered": answered, "returned": "never"}
    window = "= 7 days after delivered" + PAUSE.format(until) + " inclusive"
    assert found(window, delivered="2026-03-10T10:00", **facts).closes == closes


@pytest.mark.parametrize(
    ("until", "answered", "returned", "closes"),
    [
        ("latest of seller_answered, returned, 2026-03-14", "2026-03-13T09:00", "2026-03-15T00:00", "2026-03-22 00:00"),
        ("earliest of seller_answered, returned, 2026-03-14", "2026-03-13T00:00", "2026-03-16T00:00", "2026-03-20 00:00"),
        ("latest of seller_answered, 2026-03-14", "2026-03-14T09:00", "never", "2026-03-21 00:00"),
    ],
)  # fmt: skip
def test_the_moment_that_counts_says_whether_its_day_is_over(
    until: str, answered: str, returned: str, closes: str
) -> None:
    """Midnight is some time of the 15th, or of the 13th, and that day counts; the 14th is later than nine o'clock of it."""
    facts = {"seller_contacted": "2026-03-12T09:00", "seller_answered": answered, "returned": returned}
    window = "= 7 days after delivered" + PAUSE.format(until) + " inclusive"
    assert found(window, delivered="2026-03-10T10:00", **facts).closes == closes


def test_the_least_that_a_paused_window_lasts() -> None:
    """One of two events is known: seven days after it, and three days of pause, is the least there can be."""
    window = "= from 2026-01-01 until 7 days after latest of delivered, paid" + PAUSE.format("seller_answered")
    facts = {"seller_contacted": "2026-03-12T09:00", "seller_answered": "2026-03-15T09:00"}
    assert found(window, delivered="2026-03-10T10:00", **facts).bounds == ("2026-03-21 00:00", "never")


def test_the_least_that_a_paused_window_until_an_event_lasts() -> None:
    """Until the 10th at the least, and three days of pause: the end of the 13th, not its beginning."""
    window = "= from 2026-01-01 until latest of delivered, paid" + PAUSE.format("seller_answered")
    facts = {"seller_contacted": "2026-03-06T09:00", "seller_answered": "2026-03-09T09:00"}
    assert found(window, delivered="2026-03-10T10:00", **facts).bounds == ("2026-03-14 00:00", "never")


def test_the_least_that_days_after_an_end_last() -> None:
    """Seven days to the end of the 17th at the least, and seven more: the end of the 24th, not its beginning."""
    text = "window first = 7 days after latest of delivered, paid\nwindow asked = from 2026-01-01 until 7 days after end of first"
    assert asked(text, delivered="2026-03-10T10:00").bounds == ("2026-03-25 00:00", "never")


def test_between_two_events_days_stand_still_and_not_hours() -> None:
    """48 hours in one case, until a day in the other, which stands still for one local day though but 23 hours elapsed."""
    window = "when item.activated: 48 hours after delivered otherwise: from delivered until 2026-03-20"
    assert found(
        window + PAUSE.format("seller_answered"), delivered="2026-03-10T10:00", item__activated=0,
        seller_contacted="2026-03-11T09:00", seller_answered="2026-03-12T08:00",
    ).closes == "2026-03-22 00:00"  # fmt: skip


@pytest.mark.parametrize(
    ("roll", "place", "closes"),
    [
        ("forward", "KR", "2026-03-03 05:00"),
        ("forward", "buyer.place", None),
        ("never", "KR", "2026-03-01 05:00"),
        ("never", "buyer.place", "2026-03-01 05:00"),
    ],
)
def test_hours_that_stood_still_move_off_holidays_if_hours_move(roll: str, place: str, closes: str | None) -> None:
    """48 hours and one end on 1 March 2026, a Korean holiday, and the 2nd is one in its stead; where hours do not move, no place is asked for."""
    window = "= 48 hours after delivered" + PAUSE.format("seller_answered")
    facts = {"seller_contacted": "2026-02-27T12:00", "seller_answered": "2026-02-27T13:00"}
    options = ROLLS.format("holiday", roll)
    assert found(window, options, place, delivered="2026-02-27T04:00", **facts).closes == closes


@pytest.mark.parametrize(
    ("kind", "bounds"),
    [("latest", ("2026-03-16 00:00", "never")), ("earliest", ("2026-03-11 10:00", "2026-03-17 00:00"))],
)
def test_hours_that_move_are_bounded_by_their_last_day(kind: str, bounds: tuple[str, str]) -> None:
    """An answer on Wednesday makes 73 hours, to Saturday, moved to Monday 16 March: a later answer can end earlier that day."""
    until = f"1 hour after {kind} of seller_answered, returned"
    window = "= 48 hours after delivered" + PAUSE.format(until)
    facts = {"seller_contacted": "2026-03-09T12:00", "seller_answered": "2026-03-12T12:00"}
    assert found(window, ROLLS.format(WEEKEND, "forward"), delivered="2026-03-09T10:00", **facts).bounds == bounds


@pytest.mark.parametrize(
    ("delivered", "closes"),
    [("2026-03-11T22:00", "2026-03-14 00:00"), ("2026-03-11T22:00:00.000001", "2026-03-16 00:00")],
)
def test_what_ends_at_midnight_ends_on_the_day_just_over(delivered: str, closes: str) -> None:
    """Two hours of pause on 48: to Friday 24:00, which stays, or a microsecond later, on Saturday, which moves."""
    window = "= 48 hours after delivered" + PAUSE.format("seller_answered")
    facts = {"seller_contacted": "2026-03-12T12:00", "seller_answered": "2026-03-12T14:00"}
    assert found(window, ROLLS.format(WEEKEND, "forward"), delivered=delivered, **facts).closes == closes


def test_hours_end_on_the_day_of_their_last_instant() -> None:
    """48 hours end a microsecond into Saturday, and move to Monday."""
    window = "= 48 hours after delivered"
    asked_for = found(window, ROLLS.format(WEEKEND, "forward"), delivered="2026-03-12T00:00:00.000001")
    assert asked_for.closes == "2026-03-16 00:00"


@pytest.mark.parametrize(
    ("length", "delivered", "closes"),
    [
        ("3 days after 2 days before delivered", "2026-03-10T10:00", "2026-03-12 00:00"),
        ("3 days after 10 hours before delivered", "2026-03-10T10:00", "2026-03-13 00:00"),
    ],
)
def test_a_day_counted_backwards_is_not_midnight(length: str, delivered: str, closes: str) -> None:
    """The 8th is some time during that day and is not counted; ten hours before ten is midnight, and its day is the first."""
    assert found(f"= {length}", 'first day excluded_unless_midnight note "test"', delivered=delivered).closes == closes


@pytest.mark.parametrize(
    ("zone", "before", "after"),
    [
        ("Europe/Berlin", "2026-10-25T02:45+02:00", "2026-10-25T02:00+01:00"),
        ("Australia/Lord_Howe", "2026-10-04T01:45+10:30", "2026-10-04T02:00+10:30"),
    ],
)
def test_the_next_full_hour_where_clocks_are_set(zone: str, before: str, after: str) -> None:
    """Set back by an hour, 2:00 is the next full hour again; 2:00 that is jumped over is the instant of the jump."""
    assert next_full_hour(micros(datetime.fromisoformat(before)), zone) == micros(datetime.fromisoformat(after))


@pytest.mark.parametrize("options", ["", 'make_up days worked note "test"'])
def test_what_looks_up_no_day_needs_no_place(options: str) -> None:
    """Seven days that move nowhere end on one day all over the world."""
    window = found(
        "= 7 days after delivered", options + " holidays by place", "buyer.place", delivered="2026-03-10T10:00"
    )
    assert window.closes == "2026-03-18 00:00"


def test_what_never_comes_never_comes_anywhere() -> None:
    """A time after an event that has not happened is open in every zone."""
    text = "window asked = 7 days after delivered"
    assert asked(text, timezone="buyer.timezone", delivered="never").closes == "never"


@pytest.mark.parametrize("window", ["7 days after delivered", "7 days after 3 weeks after delivered"])
def test_days_are_never_empty_whenever_they_begin(window: str) -> None:
    """That is known before the event is."""
    assert found(f"= {window}").is_empty is False
    assert asked("window asked = 7 days after delivered", counting="eu_1182_71").is_empty is False
