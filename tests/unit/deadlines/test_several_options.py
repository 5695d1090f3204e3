"""Several options of a convention at once, where one of them bears on another: expected by hand from the reference.

Plain days of Seoul but for the options of a case. 13 March 2026 is a Friday; the first case of a group says why.
"""

from __future__ import annotations

from datetime import datetime

import pytest

from claimrules.deadlines.ends import next_full_hour
from claimrules.domain.instants import micros
from tests.unit.deadlines.asked import Asked, asked

ROLLS = "rolls {} on saturday, sunday hours roll {} backward roll never dates roll never chains from nominal"
FORWARD, BACKWARD = ROLLS.format("forward", "never"), ROLLS.format("backward", "never")
AFTER_HOUR = "hours counted after_event_hour"


def found(options: str, window: str, **facts: str | int) -> Asked:
    """Return the window `asked` under plain days with other options."""
    return asked(f"convention mine like plain_days {options}\nwindow asked = {window}", counting="mine", **facts)


@pytest.mark.parametrize(
    ("window", "delivered", "closes"),
    [
        ("3 hours after delivered", "2026-03-10T10:20", "2026-03-10 14:00"),
        ("3 hours after 2 days before delivered", "2026-03-10T10:20", "2026-03-08 03:00"),
        ("3 hours after 2 hours before delivered", "2026-03-10T10:20", "2026-03-10 11:20"),
        ("3 hours after start of open", "2026-03-10T10:20", "2026-03-10 13:20"),
    ],
)
def test_the_hour_of_an_event_is_left_out_and_no_other(window: str, delivered: str, closes: str) -> None:
    """A day counted backwards, an instant hours before, and where a window opens have no hour in which they happen."""
    text = f"{window}\nwindow open = from delivered until returned"
    assert found(AFTER_HOUR, text, delivered=delivered).closes == closes


def test_an_event_of_which_only_the_day_is_known_has_no_hour() -> None:
    """Hours after it count from the start of the day."""
    facts: dict[str, str | int] = {"delivered": "2026-03-10T00:00", "delivered#only a day": 1}
    assert found(AFTER_HOUR, "3 hours after delivered", **facts).closes == "2026-03-10 03:00"


def test_days_of_24_hours_begin_at_the_anchor() -> None:
    """The hour that is left out is one of hours."""
    options = f"{AFTER_HOUR} ends at elapsed"
    assert found(options, "2 days after delivered", delivered="2026-03-10T10:20").closes == "2026-03-12 10:20"


def test_the_full_hour_is_one_that_the_clock_shows() -> None:
    """Lord Howe sets its clocks back by half an hour, from 2:00 to 1:30: after 1:45 comes 1:30, and then 2:00."""
    instants = [micros(datetime.fromisoformat(f"2026-04-05T{time}")) for time in ("01:45+11:00", "02:00+10:30")]
    assert next_full_hour(instants[0], "Australia/Lord_Howe") == instants[1]


@pytest.mark.parametrize(
    ("way", "delivered", "closes"),
    [
        ("forward", "2026-03-12T00:00", "2026-03-14 00:00"),  # ends when Friday is over
        ("forward", "2026-03-13T00:00", "2026-03-17 00:00"),  # ends when Saturday is over: when Monday is
        ("forward", "2026-03-12T10:00", "2026-03-16 10:00"),
        ("backward", "2026-03-12T10:00", "2026-03-16 10:00"),  # hours roll forward or never
    ],
)
def test_the_day_on_which_hours_end(way: str, delivered: str, closes: str) -> None:
    """48 hours move off the weekend by the day on which they end, which is the one just over at midnight."""
    options = ROLLS.format(way, "forward")
    assert found(options, "48 hours after delivered", delivered=delivered).closes == closes


def test_days_of_24_hours_hold_enough_working_days() -> None:
    """Two days from Friday at ten hold no working day; Monday and Tuesday make two."""
    options = "ends at elapsed at least 2 working days from 2 days on business days exclude saturday, sunday chains from nominal"
    assert found(options, "2 days after delivered", delivered="2026-03-13T10:00").closes == "2026-03-17 10:00"


@pytest.mark.parametrize(
    ("calendar", "options", "closes"),
    [
        ("worked 2026-03-14", "make_up days worked business days exclude saturday, sunday", "2026-03-15 00:00"),
        ("extends base opened 2026-03-16", "business days exclude saturday, sunday, holiday", "2026-03-17 00:00"),
        ("extends base", "business days exclude saturday, sunday, holiday", "2026-03-18 00:00"),
    ],
)
def test_what_a_calendar_says_of_a_day(calendar: str, options: str, closes: str) -> None:
    """A worked Saturday counts also where weekdays are named; a day that is opened is no holiday, closed below or not."""
    text = f"1 business day after delivered\ncalendar base closed 2026-03-16\ncalendar shop {calendar}"
    assert found(f"{options} holidays of shop", text, delivered="2026-03-13T10:00").closes == closes


@pytest.mark.parametrize(
    ("options", "modifiers", "closes"),
    [
        (FORWARD, "", "2026-03-17 00:00"),
        (FORWARD, "paused from seller_contacted until seller_answered", "2026-03-19 00:00"),
        (FORWARD, "restarted by seller_contacted extended by 3 days", "2026-03-21 00:00"),
        (BACKWARD, "", "2026-03-14 00:00"),
        (BACKWARD, "paused from seller_contacted until seller_answered", "2026-03-14 00:00"),
    ],
)
def test_what_happens_on_the_day_that_a_close_moved_to(options: str, modifiers: str, closes: str) -> None:
    """One day from Friday is Saturday, moved to Monday: what happens on Monday is in time, and counts from Saturday."""
    events = {"seller_contacted": "2026-03-16T09:00", "seller_answered": "2026-03-20T09:00"}
    window = f"1 day after delivered {modifiers}"
    assert found(options, window, delivered="2026-03-13T10:00", **events).closes == closes


def test_hours_move_after_a_pause_as_before_it() -> None:
    """Saturday at ten would be Monday at ten; an hour later it is Monday at eleven."""
    events = {"seller_contacted": "2026-03-12T12:00", "seller_answered": "2026-03-12T13:00"}
    window = "48 hours after delivered paused from seller_contacted until seller_answered"
    options = ROLLS.format("forward", "forward")
    assert found(options, window, delivered="2026-03-12T10:00", **events).closes == "2026-03-16 11:00"


@pytest.mark.parametrize(
    ("until", "closes"),
    [
        ("promised_delivery", "2026-03-18 00:00"),
        ("promised_delivery inclusive", "2026-03-19 00:00"),
        ("latest of 2026-03-12, 2026-03-13", "2026-03-20 00:00"),
        ("latest of 2026-03-12, 2026-03-13 inclusive", "2026-03-20 00:00"),
        ("seller_contacted inclusive", "2026-03-18 00:00"),
    ],
)
def test_the_last_day_of_a_pause(until: str, closes: str) -> None:
    """Until an instant of the 12th, with that day if inclusive; until the 13th is over, that day is one in any case."""
    window = f"7 days after delivered paused from seller_contacted until {until}"
    facts = {"seller_contacted": "2026-03-12T09:00", "promised_delivery": "2026-03-12T15:00"}
    assert found("", window, delivered="2026-03-10T10:00", **facts).closes == closes


def test_a_period_after_the_day_it_is_counted_from_has_moved() -> None:
    """It opens when Monday is over, and its 24 hours are counted from Saturday: it is empty."""
    assert found(FORWARD, "24 hours after 1 day after delivered", delivered="2026-03-13T10:00").is_empty


@pytest.mark.parametrize(
    ("answer", "closes"), [({}, None), ({"counting__missing_day": 0}, "2026-03-01 00:00"), ({"counting__missing_day": 1}, "2026-03-02 00:00")]
)  # fmt: skip
def test_backwards_too_the_missing_day_is_asked(answer: dict[str, int], closes: str | None) -> None:
    """February has no 31st: the month before 31 March ends on the last of it, or on 1 March."""
    window = asked(
        "window asked = until 1 month before delivered",
        counting="strict_months",
        delivered="2026-03-31T10:00",
        **answer,
    )
    assert window.closes == closes


@pytest.mark.parametrize("direction", ["after", "before"])
@pytest.mark.parametrize("event", ["never", "2026-03-28T10:00"])
def test_no_missing_day_is_asked_where_none_is_missing(direction: str, event: str) -> None:
    """Nothing is asked about a month from an event that does not come, or on a 28th."""
    window = asked(f"window asked = until 1 month {direction} delivered", counting="strict_months", delivered=event)
    month = "2026-04-29 00:00" if direction == "after" else "2026-03-01 00:00"
    assert window.closes == ("never" if event == "never" else month)


@pytest.mark.parametrize(
    ("delivered", "closes"), [("2026-01-31T10:00", "2026-03-04 00:00"), ("2024-01-31T10:00", None)]
)
def test_no_missing_day_is_asked_where_both_readings_move_to_one_day(delivered: str, closes: str | None) -> None:
    """28 February 2026 is a Saturday, 1 March a Sunday and a Korean holiday as the 2nd in its stead: either moves to the 3rd.

    29 February 2024 is a Thursday, 1 March a Friday.
    """
    options = 'convention mine like strict_months rolls forward on saturday, sunday, holiday note "test"'
    rest = ' hours roll never backward roll never dates roll never chains from nominal note "test"'
    window = "\nuse conventions.strict_months\nwindow asked = 1 month after delivered"
    assert asked(options + rest + window, counting="mine", delivered=delivered).closes == closes
