"""What a convention says: its options, which must be stated, and what it rests on."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from claimrules.deadlines.conventions import ALWAYS_STATED, DAY_NAMES, OPTIONS, STATED_WHERE_IT_ROLLS, Convention
from claimrules.domain.citations import Citation
from tests.unit.deadlines.subject import PLAIN, convention


def test_options_are_those_of_the_reference() -> None:
    """Every value in the tables of the reference page, and no other."""
    assert OPTIONS == {
        "first_day": ("excluded", "included", "excluded_unless_midnight"),
        "months_end": ("same_day", "day_before"),
        "missing_day": ("clamps", "rounds_up", "asked"),
        "compound": ("months_first", "days_first"),
        "hours": ("from_instant", "after_event_hour"),
        "ends_at": ("end_of_day", "same_time", "elapsed"),
        "rolls": ("never", "forward", "backward"),
        "backward_ends": ("on_the_day", "day_before"),
        "hours_roll": ("never", "forward"),
        "backward_roll": ("never", "earlier", "later"),
        "dates_roll": ("never", "forward"),
        "make_up_days": ("worked", "ignored"),
        "chains_from": ("nominal", "rolled"),
        "met_by": ("sending", "receipt"),
    }


def test_what_must_be_stated() -> None:
    """The first table of the reference always, the second where it rolls."""
    assert set(ALWAYS_STATED) == {
        "first_day", "months_end", "missing_day", "compound", "hours", "ends_at", "backward_ends", "rolls",
    }  # fmt: skip
    assert set(STATED_WHERE_IT_ROLLS) == {"hours_roll", "backward_roll", "dates_roll", "chains_from"}


def test_days_that_can_be_named() -> None:
    """Weekdays, the calendar's weekend, and holidays."""
    assert set(DAY_NAMES) == {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "weekend", "holiday",
    }  # fmt: skip


def test_a_bare_convention_is_plain_days() -> None:
    """The day of the event excluded, months clamped, nothing rolls, no calendar."""
    assert Convention("plain") == Convention(
        "plain", "", "excluded", "same_day", "clamps", "months_first", "from_instant", "end_of_day", "never", (),
        "on_the_day", "never", "never", "never", (), "ignored", 0, 0, "", (), "nominal", "",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("rolls", "least", "moves"), [("never", 0, False), ("forward", 0, True), ("backward", 0, True), ("never", 1, True)]
)
def test_what_moves_a_last_day(rolls: str, least: int, *, moves: bool) -> None:
    """Rolling, either way, or a least number of working days."""
    assert convention(rolls=rolls, least_working_days=least).moves is moves


def test_a_key_tells_conventions_apart() -> None:
    """Two conventions of one name and different options have different keys; one of the same has the same."""
    assert PLAIN.key != convention(first_day="included").key
    assert PLAIN.key == Convention("plain").key
    assert PLAIN.key.startswith("plain.")


def test_what_an_option_rests_on() -> None:
    """Citations are found by option, each once; they are no part of what a convention is."""
    law = Citation("law", "Law", date(2026, 1, 1))
    cited = evolve(PLAIN, sources=(("first_day", law), ("rolls", law)))
    assert cited.citations("first_day", "rolls") == (law,)
    assert cited.citations("hours") == ()
    assert cited == PLAIN
