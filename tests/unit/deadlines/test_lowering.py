"""What is not known: a zone, a place, a missing day; and bounds on the close as far as they can be told."""

from __future__ import annotations

import pytest

from claimrules import deadline
from claimrules.domain.carriers import ZONES, place_code
from tests.unit.deadlines.asked import asked

NOON = "2026-03-10T12:00"
TOLD = {"timezone": "buyer.timezone", "place": "buyer.place"}
SEOUL, HONOLULU = ZONES.code("Asia/Seoul"), ZONES.code("Pacific/Honolulu")


@pytest.mark.parametrize(("zone", "closes"), [(SEOUL, "2026-03-18 00:00"), (HONOLULU, "2026-03-17 19:00")])
def test_a_zone_that_a_fact_tells(zone: int, closes: str) -> None:
    """10 March, noon in Seoul, is 9 March, 17:00 in Honolulu: seven days end with the 16th there, 19:00 later here."""
    found = asked("window asked = 7 days after delivered", **TOLD, delivered=NOON, buyer__timezone=zone)
    assert (found.closes, found.bounds) == (closes, (closes, closes))


def test_a_zone_that_is_not_known() -> None:
    """The close lies between that of the earliest and that of the latest zone; noon in Seoul is 03:00 UTC.

    Where clocks are three hours behind UTC or less, it is the 10th, and the 17th is over at 03:00 UTC on the 18th at
    the latest: noon in Seoul. Where they are four behind, it is still the 9th, and the 16th is over at 04:00 UTC on the
    17th: 13:00 in Seoul.
    """
    found = asked("window asked = 7 days after delivered", **TOLD, delivered=NOON)
    assert found.closes is None
    assert found.bounds == ("2026-03-17 13:00", "2026-03-18 12:00")


def test_hours_do_not_ask_for_the_zone() -> None:
    """What elapses is the same everywhere, unless it moves or counts from the next full hour."""
    hours = "window asked = 48 hours after delivered"
    assert asked(hours, **TOLD, delivered=NOON).closes == "2026-03-12 12:00"
    assert asked(hours, counting="rolling_24h", **TOLD, delivered=NOON).closes == "2026-03-12 12:00"
    assert asked("window asked = 2 days after delivered", counting="rolling_24h", **TOLD, delivered=NOON).closes == (
        "2026-03-12 12:00"
    )
    assert asked("window asked = until 48 hours before delivered", **TOLD, delivered=NOON).closes == "2026-03-08 12:00"
    half = asked(hours, counting="eu_1182_71", **TOLD, delivered="2026-03-10T12:20")
    assert half.closes is None  # the next full hour is another in Kathmandu (+05:45)
    assert half.bounds == ("2026-03-12 12:30", "2026-03-12 13:15")


MOVING = """convention moving "Hours move" like plain_days
  rolls forward on sunday note "test"
  hours roll forward note "test"
  backward roll never note "test"
  dates roll never note "test"
  chains from nominal note "test"
window asked = 24 hours after delivered
"""


def test_hours_that_move_ask_for_the_zone() -> None:
    """Saturday 14 March and 24 hours is Sunday in Seoul: Monday, at the same time; elsewhere it may be Saturday."""
    found = asked(MOVING, counting="moving", **TOLD, delivered="2026-03-14T12:00", buyer__timezone=SEOUL)
    assert found.closes == "2026-03-16 12:00"
    assert asked(MOVING, counting="moving", **TOLD, delivered="2026-03-14T12:00").closes is None


def test_a_place_that_is_not_known() -> None:
    """14 days after 24 October 2026 are over with Monday 9 in all of Germany; a month after 6 December differs.

    6 January is Epiphany, a holiday in some states.
    """
    germany = {"counting": "de_bgb", "place": "buyer.place", "timezone": '"Europe/Berlin"'}
    law = "window asked = {}"
    same = asked(law.format("14 days after 2026-10-24"), **germany)
    assert same.closes == "2026-11-10 08:00"
    differs = asked(law.format("1 month after 2026-12-06"), **germany)
    assert (differs.closes, differs.bounds) == (None, ("2027-01-07 08:00", "2027-01-08 08:00"))
    bavaria = asked(law.format("1 month after 2026-12-06"), **germany, buyer__place=place_code("DE-BY"))
    assert bavaria.closes == "2027-01-08 08:00"
    berlin = asked(law.format("1 month after 2026-12-06"), **germany, buyer__place=place_code("DE-BE"))
    assert berlin.closes == "2027-01-07 08:00"


def test_a_place_that_is_not_known_can_be_a_part_of_a_country() -> None:
    """6 January 2026, a Tuesday, is a holiday in Bavaria, not in Berlin nor in all of Germany."""
    found = deadline("1 business day after 2026-01-05", timezone="Europe/Berlin")
    ends = {place: str(end.last) for end in found.possible for _, places in end.when for place in places}
    assert {place: ends[place] for place in ("DE", "DE-BE", "DE-BY")} == {
        "DE": "2026-01-06", "DE-BE": "2026-01-06", "DE-BY": "2026-01-07"
    }  # fmt: skip


def test_the_place_does_not_matter_where_nothing_is_looked_up() -> None:
    """Days that do not roll, weekdays by name, and the nominal end need no calendar."""
    assert asked("window asked = 7 days after 2026-03-10", place="buyer.place").closes == "2026-03-18 00:00"
    sundays = MOVING.replace("24 hours after delivered", "5 days after 2026-03-10")
    assert asked(sundays, counting="moving", place="buyer.place").closes == "2026-03-17 00:00"
    law = "window asked = 1 month after 2026-12-06"
    found = asked(law, counting="de_bgb", place="buyer.place", timezone='"Europe/Berlin"')
    assert found.nominal == "2027-01-07 08:00"


def test_a_calendars_weekend_is_looked_up() -> None:
    """`weekend` is that of the place: Friday 13 March 2026 rests in Egypt, and moves to Sunday 15."""
    weekends = MOVING.replace("on sunday", "on weekend").replace("24 hours after delivered", "3 days after 2026-03-10")
    assert asked(weekends, counting="moving", place="EG").closes == "2026-03-16 00:00"
    assert asked(weekends, counting="moving", place="KR").closes == "2026-03-14 00:00"
    assert asked(weekends, counting="moving", place="buyer.place").bounds == ("2026-03-14 00:00", "2026-03-16 00:00")


@pytest.mark.parametrize(
    ("holidays", "closes"),
    [
        ("holidays of KR", "2026-03-04 00:00"),  # Monday 2 March too: substitute for Independence Movement Day
        ("holidays of US", "2026-03-02 00:00"),
        ("holidays of closed_shop", "2026-03-05 00:00"),
        ("holidays by place", "2026-03-04 00:00"),
    ],
)
def test_whose_holidays(holidays: str, closes: str) -> None:
    """A place, a declared calendar, or the ruleset's place: Sunday 1 March 2026 moves on to the next day to act."""
    text = f"""calendar closed_shop "Shop" extends KR
  closed 2026-03-03
convention moving "Moves" like plain_days
  rolls forward on holiday note "test"
  hours roll never note "test"
  backward roll never note "test"
  dates roll never note "test"
  chains from nominal note "test"
  {holidays} note "test"
window asked = 1 day after 2026-02-28
"""
    assert asked(text, counting="moving").closes == closes


def test_bounds_where_neither_event_nor_zone_nor_place_is_known() -> None:
    """From always to never, until one is told."""
    assert asked("window asked = 7 days after delivered", **TOLD).bounds == ("always", "never")


def test_a_weekend_without_a_place_is_saturday_and_sunday() -> None:
    """A convention that names no holidays has the usual weekend: Saturday 14 March 2026 moves to Monday 16."""
    options = {
        "first day": "excluded", "months end": "same_day", "missing day": "clamps", "compound": "months_first",
        "hours": "counted from_instant", "ends at": "end_of_day", "backward ends": "on_the_day",
        "rolls": "forward on weekend", "hours roll": "never", "backward roll": "never", "dates roll": "never",
        "chains from": "nominal",
    }  # fmt: skip
    lines = "\n".join(f'  {option} {word} note "test"' for option, word in options.items())
    text = f'convention moving "Moves"\n{lines}\nwindow asked = 4 days after 2026-03-10'
    assert asked(text, counting="moving").closes == "2026-03-17 00:00"


def test_bounds_of_an_event_that_is_not_known() -> None:
    """Always and never, shifted, stay so; a choice lies within both."""
    assert asked("window asked = 7 days after delivered").bounds == ("always", "never")
    assert asked("window asked = until 7 days before delivered").bounds == ("always", "never")
    chosen = asked("window asked when item.activated: until 2026-03-10 otherwise: until 2026-03-20")
    assert chosen.bounds == ("2026-03-11 00:00", "2026-03-21 00:00")
    earliest = asked("window asked = until 7 days after earliest of delivered, returned", delivered=NOON)
    assert earliest.bounds == ("always", "2026-03-18 00:00")


PAUSED = "window asked = 7 days after delivered\n  paused from seller_contacted until seller_answered"


@pytest.mark.parametrize(
    ("facts", "bounds"),
    [
        ({"seller_contacted": "2026-03-12T09:00"}, ("2026-03-18 00:00", "never")),
        ({"seller_answered": "2026-03-15T09:00"}, ("2026-03-18 00:00", "2026-03-23 00:00")),
        ({"seller_contacted": "2026-03-12T09:00", "seller_answered": "2026-03-15T09:00"}, ("2026-03-21 00:00",) * 2),
    ],
)
def test_bounds_of_a_pause(facts: dict[str, str], bounds: tuple[str, str]) -> None:
    """A later answer closes later, a later question earlier: none at all, or one since the delivery (five days)."""
    assert asked(PAUSED, delivered=NOON, **facts).bounds == bounds


@pytest.mark.parametrize(
    ("counting", "bounds"),
    [
        ("plain_days", ("2026-03-21 00:00", "never")),
        ("rolling_24h", ("2026-03-20 12:00", "never")),
        ("same_time", ("2026-03-20 00:00", "never")),
    ],
)
def test_bounds_of_a_pause_that_may_last(counting: str, bounds: tuple[str, str]) -> None:
    """Three days at least: to the end of the 20th, and by the instant if days are 24 hours.

    A time of the clock can come earlier after a later answer, where clocks are set back: the start of the day is said.
    """
    text = 'convention same_time "Same" like plain_days ends at same_time note "test"\n' + PAUSED.replace(
        "seller_answered", "latest of seller_answered, returned"
    )
    facts = {"seller_contacted": "2026-03-12T09:00", "seller_answered": "2026-03-15T09:00"}
    assert asked(text, counting=counting, delivered=NOON, **facts).bounds == bounds


def test_bounds_of_a_pause_of_which_the_window_is_not_known() -> None:
    """The window may have opened whenever: nothing is known but that it does not close before nothing."""
    facts = {"seller_contacted": "2026-03-12T09:00", "seller_answered": "2026-03-15T09:00"}
    limited = "window asked = from delivered until 2026-03-20\n  paused from seller_contacted until seller_answered"
    assert asked(limited, **facts).bounds == ("2026-03-21 00:00", "2026-03-24 00:00")


def test_bounds_of_a_pause_of_which_the_close_is_not_known() -> None:
    """Whenever it is returned: before the pause nothing moves; at the latest 20 March and three days."""
    text = "window asked = until earliest of returned, 2026-03-20\n  paused from 2026-03-12 until 2026-03-14"
    assert asked(text).bounds == ("always", "2026-03-24 00:00")


def test_pauses_ask_for_zone_and_place_as_far_as_they_count_days() -> None:
    """Days of a pause are local days; hours are not; the new end looks up holidays where it moves."""
    facts = {"delivered": NOON, "seller_contacted": "2026-03-12T09:00", "seller_answered": "2026-03-15T09:00"}
    assert asked(PAUSED, **TOLD, **facts).closes is None
    hours = PAUSED.replace("7 days", "100 hours")
    assert asked(hours, **TOLD, **facts).closes == "2026-03-17 16:00"
    berlin = {"counting": "eu_1182_71", "timezone": '"Asia/Seoul"', "place": "buyer.place"}
    assert asked(PAUSED.replace("7 days", "168 hours"), **berlin, **facts).closes == "2026-03-20 13:00"


@pytest.mark.parametrize(("reading", "closes"), [(0, "2026-03-01 00:00"), (1, "2026-03-02 00:00"), (None, None)])
def test_a_missing_day_is_asked_for(reading: int | None, closes: str | None) -> None:
    """A month after 31 January 2026: the last of February, or the first of March; not both without being told."""
    facts = {} if reading is None else {"counting__missing_day": reading}
    found = asked(
        "window asked = 1 month after delivered", counting="strict_months", delivered="2026-01-31T12:00", **facts
    )
    assert found.closes == closes


@pytest.mark.parametrize("length", ["1 month", "31 days"])
def test_a_day_that_is_there_is_not_asked_for(length: str) -> None:
    """From 28 January no month is ambiguous, and days never are."""
    found = asked(f"window asked = {length} after delivered", counting="strict_months", delivered="2026-01-28T12:00")
    assert found.closes == "2026-03-01 00:00"
