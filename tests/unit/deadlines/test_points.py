"""Moments as windows use them: events, days, lengths after and before, the earliest and latest, a window's ends."""

from __future__ import annotations

import pytest

from claimrules.core.expr import Fact, parts_of
from tests.unit.deadlines.asked import asked

NOON, MIDNIGHT = "2026-03-10T12:00", "2026-03-11T00:00"


@pytest.mark.parametrize(
    ("window", "opens", "closes"),
    [
        ("from 2026-03-10 until 2026-03-12", "2026-03-10 00:00", "2026-03-13 00:00"),
        ("until 2026-03-12", "always", "2026-03-13 00:00"),
        ("from 2026-03-12", "2026-03-12 00:00", "never"),
        ("from delivered until returned", "2026-03-10 12:00", "2026-03-20 12:00"),
        ("from 2026-03-10T09:00+09:00 until 2026-03-12T18:00+09:00", "2026-03-10 09:00", "2026-03-12 18:00"),
        ("7 days after delivered", "2026-03-10 12:00", "2026-03-18 00:00"),
        ("7 days after 2026-03-10", "2026-03-10 00:00", "2026-03-18 00:00"),
        ("36 hours after delivered", "2026-03-10 12:00", "2026-03-12 00:00"),
        ("36 hours after 2026-03-10", "2026-03-10 00:00", "2026-03-11 12:00"),
        ("from 3 days before returned until 1 day before returned", "2026-03-17 00:00", "2026-03-20 00:00"),
        ("from 3 hours before returned until returned", "2026-03-20 09:00", "2026-03-20 12:00"),
        ("until earliest of returned, delivered", "always", "2026-03-10 12:00"),
        ("until latest of returned, delivered", "always", "2026-03-20 12:00"),
        ("until earliest of 2026-03-12, 2026-03-14", "always", "2026-03-13 00:00"),
        ("from latest of 2026-03-12, 2026-03-14", "2026-03-14 00:00", "never"),
        ("2 days after earliest of returned, delivered", "2026-03-10 12:00", "2026-03-13 00:00"),
        ("until 2 days after latest of returned, delivered", "always", "2026-03-23 00:00"),
        ("until 2 days before latest of returned, delivered", "always", "2026-03-19 00:00"),
        ("unlimited", "always", "never"),
        ("none", "never", "never"),
    ],
)
def test_moments(window: str, opens: str, closes: str) -> None:
    """Delivered on 10 March 2026 at noon, returned on the 20th at noon, both in Seoul."""
    found = asked(f"window asked = {window}", delivered=NOON, returned="2026-03-20T12:00")
    assert (found.opens, found.closes) == (opens, closes)


@pytest.mark.parametrize(
    ("window", "closes"),
    [
        ("until end of first", "2026-03-18 00:00"),
        ("2 days after end of first", "2026-03-20 00:00"),
        ("2 days after start of first", "2026-03-13 00:00"),
        ("until 2 days before end of first", "2026-03-16 00:00"),
        ("until 2 days before start of first", "2026-03-09 00:00"),
        ("2 days after 7 days after delivered", "2026-03-20 00:00"),
        ("first", "2026-03-18 00:00"),
        ("until 12 hours before end of first", "2026-03-17 12:00"),
    ],
)
def test_ends_of_windows(window: str, closes: str) -> None:
    """Seven days after 10 March end with the 17th: two more with the 19th, two before it with the 15th."""
    found = asked(f"window first = 7 days after delivered\nwindow asked = {window}", delivered=NOON)
    assert found.closes == closes


def test_where_a_window_starts() -> None:
    """`start of` is where it opens, also as an opening."""
    found = asked("window first = 7 days after delivered\nwindow asked = from start of first", delivered=NOON)
    assert (found.opens, found.closes) == ("2026-03-10 12:00", "never")
    found = asked("window first = 7 days after delivered\nwindow asked = from end of first", delivered=NOON)
    assert (found.opens, found.closes) == ("2026-03-18 00:00", "never")


@pytest.mark.parametrize(
    ("event", "counting", "closes"),
    [
        ("delivered", "plain_days", "2026-03-19 00:00"),  # midnight begins the 11th: seven days after it
        ("promised_delivery", "plain_days", "2026-03-18 00:00"),  # midnight ends the 10th
        ("delivered", "jp_cooling_off", "2026-03-18 00:00"),
        ("promised_delivery", "jp_cooling_off", "2026-03-17 00:00"),
        ("delivered", "kr_civil_act", "2026-03-18 00:00"),  # midnight: the 11th is the first day (art. 157)
        ("promised_delivery", "kr_civil_act", "2026-03-18 00:00"),
    ],
)
def test_events_at_midnight(event: str, counting: str, closes: str) -> None:
    """An event that is the end of a time belongs at midnight to the day just over."""
    found = asked(f"window asked = 7 days after {event}", counting=counting, **{event: MIDNIGHT})
    assert found.closes == closes


def test_an_event_of_which_only_the_day_is_known_is_not_midnight() -> None:
    """Reference, `excluded_unless_midnight`: a day of which the time is not known is not midnight."""
    facts = {"delivered": MIDNIGHT, "delivered#only a day": 1}
    week = "window asked = 7 days after delivered"
    assert asked(week, counting="kr_civil_act", **facts).closes == "2026-03-19 00:00"
    assert asked(week, counting="kr_civil_act", delivered=MIDNIGHT).closes == "2026-03-18 00:00"
    assert asked("window asked = 7 days after 2026-03-11", counting="kr_civil_act").closes == "2026-03-19 00:00"
    promised = {"promised_delivery": MIDNIGHT, "promised_delivery#only a day": 1}
    assert asked("window asked = 7 days after promised_delivery", counting="kr_civil_act", **promised).closes == (
        "2026-03-18 00:00"
    )


def test_whether_only_a_day_is_known_is_a_yes_or_no() -> None:
    """Kernels carry truths otherwise than numbers; the fact must say which it is."""
    waiting, found = [asked("window asked = 7 days after delivered", counting="kr_civil_act").plan.closes.exact], set()
    while waiting:
        expr = waiting.pop()
        waiting += parts_of(expr)
        if isinstance(expr, Fact) and expr.name.endswith("#only a day"):
            found.add(expr.is_truth)
    assert found == {True}


def test_hours_after_an_event_and_after_a_day() -> None:
    """Reg. 1182/71 art. 3(1): the hour of an event or a written instant is not counted; hours after a day count from its start."""
    union = {"counting": "eu_1182_71", "place": "DE"}
    assert asked("window asked = 2 hours after delivered", delivered="2026-03-10T12:20", **union).closes == (
        "2026-03-10 15:00"
    )
    assert asked("window asked = 2 hours after 2026-03-10T12:20+09:00", **union).closes == "2026-03-10 15:00"
    assert asked("window asked = 2 hours after 2026-03-10", **union).closes == "2026-03-10 02:00"
    only_a_day = {"delivered": "2026-03-10T00:00", "delivered#only a day": 1}
    assert asked("window asked = 2 hours after delivered", **only_a_day, **union).closes == "2026-03-10 02:00"
    later = asked("window asked = 2 hours after 1 hour after delivered", delivered="2026-03-10T12:20", **union)
    assert later.closes == "2026-03-10 16:00"


CHAIN = "window first = 4 days after delivered\nwindow asked = {}"


@pytest.mark.parametrize(
    ("window", "counting", "closes", "nominal"),
    [
        # Delivered on Tuesday 10 March: four days are Saturday 14, moved to Monday 16.
        ("first", "eu_1182_71", "2026-03-17 00:00", "2026-03-15 00:00"),
        ("5 days after end of first", "eu_1182_71", "2026-03-20 00:00", "2026-03-20 00:00"),
        ("5 days after end of first", "rolls_rolled", "2026-03-24 00:00", "2026-03-22 00:00"),
        ("until 1 day before end of first", "eu_1182_71", "2026-03-14 00:00", "2026-03-14 00:00"),
        ("until 1 day before end of first", "rolls_rolled", "2026-03-16 00:00", "2026-03-16 00:00"),
        ("until end of first", "eu_1182_71", "2026-03-17 00:00", "2026-03-15 00:00"),
    ],
)
def test_periods_after_periods(window: str, counting: str, closes: str, nominal: str) -> None:
    """From the end as counted, Saturday 14: Thursday 19; or from the end as moved, Monday 16: Saturday 21, Monday 23."""
    found = asked(CHAIN.format(window), counting=counting, place="DE", delivered=NOON)
    assert (found.closes, found.nominal) == (closes, nominal)


def test_dates_roll_where_the_convention_says_so() -> None:
    """BGB 193: Saturday 14 March 2026 moves to Monday 16; Reg. 1182/71 art. 5: a fixed date stands."""
    law = "window asked = until 2026-03-14"
    found = asked(law, counting="de_bgb", place="DE-BE")
    assert (found.closes, found.nominal) == ("2026-03-17 00:00", "2026-03-15 00:00")
    assert asked("window asked = from 2026-03-14", counting="de_bgb").opens == "2026-03-14 00:00"
    assert asked("window asked = until 2026-03-14", counting="eu_1182_71", place="DE").closes == "2026-03-15 00:00"


def test_dates_roll_off_holidays_of_the_place() -> None:
    """Friday 1 May 2026 is a holiday in Germany, not in the Netherlands by law: Monday 4, or it stands."""
    law = "window asked = until 2026-05-01"
    assert asked(law, counting="de_bgb", place="DE-BE").closes == "2026-05-05 00:00"
    text = 'convention dutch_dates "Dates move" like de_bgb\n  holidays of NL note "test"\n' + law
    assert asked(text, counting="dutch_dates").closes == "2026-05-02 00:00"
