"""Windows: chosen by conditions, extended, capped, at least, paused, restarted; and whether one can ever be open."""

from __future__ import annotations

import pytest

from tests.unit.deadlines.asked import asked

#: Delivered on Tuesday 10 March 2026 at noon in Seoul: seven days are over with Tuesday 17.
FACTS = {"delivered": "2026-03-10T12:00"}
WEEK = "window asked = 7 days after delivered\n  "


@pytest.mark.parametrize(
    ("modifier", "closes"),
    [
        ("extended by 5 days", "2026-03-23 00:00"),
        ("extended by 5 days\n  extended by 2 days", "2026-03-25 00:00"),
        ("extended to 2026-03-31", "2026-04-01 00:00"),
        ("extended to 2026-03-11", "2026-03-18 00:00"),
        ("capped at 2026-03-12", "2026-03-13 00:00"),
        ("capped at 2026-03-31", "2026-03-18 00:00"),
        ("at least 10 days after delivered", "2026-03-21 00:00"),
        ("at least 3 days after delivered", "2026-03-18 00:00"),
        ("at least 3 days after returned", "2026-03-18 00:00"),
        ("at least 2026-03-31", "2026-04-01 00:00"),
        ("capped at 3 days after returned", "2026-03-18 00:00"),
        ("extended to returned", "never"),
        ("extended by 5 days when item.activated", "2026-03-23 00:00"),
        ("extended by 5 days when item.complete", "2026-03-18 00:00"),
        ("capped at 2026-03-12 when item.complete", "2026-03-18 00:00"),
        ("extended by 5 days\n  capped at 9 days after delivered", "2026-03-20 00:00"),
    ],
)
def test_modifiers(modifier: str, closes: str) -> None:
    """Reference, "windows and modifiers": nothing but a cap shortens; a floor that never comes moves nothing."""
    found = asked(WEEK + modifier, **FACTS, returned="never", item__activated=1, item__complete=0)
    assert found.closes == closes


@pytest.mark.parametrize(
    ("modifier", "closes"),
    [
        ("paused from seller_contacted until seller_answered", "2026-03-21 00:00"),
        ("paused from seller_contacted until seller_answered inclusive", "2026-03-22 00:00"),
        ("paused from 2026-03-12 until 2026-03-14 inclusive", "2026-03-21 00:00"),
        ("paused from 2026-03-12 until 2026-03-14", "2026-03-21 00:00"),
        ("paused from seller_contacted until 1 day after seller_contacted inclusive", "2026-03-20 00:00"),
        ("paused from seller_contacted until promised_delivery inclusive", "2026-03-19 00:00"),
        ("paused from seller_contacted until returned", "never"),
        ("paused from returned until seller_answered", "2026-03-18 00:00"),
        ("paused from placed until seller_answered", "2026-03-23 00:00"),
    ],
)
def test_pauses(modifier: str, closes: str) -> None:
    """From the 12th until the 15th three days, with the 15th four; an end of a day has its day in it anyway.

    `promised_delivery` is the end of 12 March: one day, though the 13th has begun by the clock. A pause since 1 March
    counts from the delivery: five days until the 15th.
    """
    found = asked(
        WEEK + modifier, **FACTS, returned="never", placed="2026-03-01T09:00", seller_contacted="2026-03-12T09:00",
        seller_answered="2026-03-15T09:00", promised_delivery="2026-03-13T00:00",
    )  # fmt: skip
    assert found.closes == closes


@pytest.mark.parametrize(
    ("window", "counting", "closes"),
    [
        ("window asked = 48 hours after delivered", "plain_days", "2026-03-13 14:30"),
        ("window asked = 7 days after delivered", "rolling_24h", "2026-03-18 14:30"),
        ("window asked = until 2026-03-17", "plain_days", "2026-03-19 00:00"),
        (
            "window asked when item.activated: 48 hours after delivered otherwise: 7 days after delivered",
            "plain_days",
            "2026-03-13 14:30",
        ),
    ],
)
def test_pauses_of_hours(window: str, counting: str, closes: str) -> None:
    """A window of hours is paused for the 26 hours and 30 minutes that elapse; one of days for the day; its conditions choose."""
    pause = "\n  paused from seller_contacted until seller_answered"
    found = asked(
        window + pause, counting=counting, **FACTS, item__activated=1,
        seller_contacted="2026-03-11T09:00", seller_answered="2026-03-12T11:30",
    )  # fmt: skip
    assert found.closes == closes


@pytest.mark.parametrize(
    ("begun", "over", "closes"),
    [
        # Seven days end with Tuesday 17; with four more Saturday 21, which moves to Monday 23.
        ("2026-03-12T09:00", "2026-03-16T09:00", "2026-03-24 00:00"),
        ("2026-03-12T09:00", "2026-03-15T09:00", "2026-03-21 00:00"),
        # With 17 more it is Good Friday, 3 April: Tuesday 7, as Easter Monday is a holiday too.
        ("2026-03-12T09:00", "2026-03-29T09:00", "2026-04-08 00:00"),
    ],
)
def test_the_end_of_a_pause_rolls(begun: str, over: str, closes: str) -> None:
    """Where last days move, that after a pause does."""
    found = asked(
        WEEK + "paused from seller_contacted until seller_answered", counting="eu_1182_71", place="DE", **FACTS,
        seller_contacted=begun, seller_answered=over,
    )  # fmt: skip
    assert found.closes == closes


@pytest.mark.parametrize(
    ("requested", "closes"),
    [
        ("2026-03-12T09:00", "2026-03-20 00:00"), ("2026-03-10T12:00", "2026-03-18 00:00"),
        ("2026-03-10T11:59", "2026-03-18 00:00"), ("2026-03-17T23:59", "2026-03-25 00:00"),
        ("2026-03-18T00:00", "2026-03-18 00:00"), ("never", "2026-03-18 00:00"),
    ],
)  # fmt: skip
def test_restarts(requested: str, closes: str) -> None:
    """An event from the opening on and before the close starts the seven days anew."""
    found = asked(WEEK + "restarted by evidence_requested", **FACTS, evidence_requested=requested)
    assert found.closes == closes


@pytest.mark.parametrize(
    ("activated", "closes", "again"),
    [(1, "2026-03-13 00:00", "2026-03-15 00:00"), (0, "2026-03-18 00:00", "2026-03-20 00:00")],
)
def test_windows_chosen_by_a_condition(activated: int, closes: str, again: str) -> None:
    """Two days if it was activated, else seven; started anew on the 12th likewise."""
    text = "window asked when item.activated: 2 days after delivered otherwise: 7 days after delivered"
    assert asked(text, **FACTS, item__activated=activated).closes == closes
    restarted = asked(
        text + "\n  restarted by evidence_requested", **FACTS, item__activated=activated,
        evidence_requested="2026-03-12T09:00",
    )  # fmt: skip
    assert restarted.closes == again


@pytest.mark.parametrize(
    ("activated", "opens", "closes"),
    [(1, "2026-03-10 12:00", "2026-03-13 00:00"), (0, "2026-03-01 00:00", "2026-03-21 00:00")],
)
def test_both_ends_are_chosen(activated: int, opens: str, closes: str) -> None:
    """A branch gives its opening and its close."""
    text = "window asked when item.activated: 2 days after delivered otherwise: from 2026-03-01 until 2026-03-20"
    found = asked(text, **FACTS, item__activated=activated)
    assert (found.opens, found.closes) == (opens, closes)


def test_a_window_has_its_own_convention() -> None:
    """`counting C` goes before the file's."""
    text = "window asked = 7 days after delivered counting jp_cooling_off"
    assert asked(text, **FACTS).closes == "2026-03-17 00:00"
    assert asked(WEEK, counting="jp_cooling_off", **FACTS).closes == "2026-03-17 00:00"


def test_an_extension_begins_with_the_day_after() -> None:
    """Also where the first day counts: seven days from 10 March end with the 16th, five more with the 21st."""
    found = asked(WEEK + "extended by 5 days", counting="jp_cooling_off", **FACTS)
    assert found.closes == "2026-03-22 00:00"


def test_extensions_follow_the_end_as_counted_or_moved() -> None:
    """Four days end on Saturday 14, moved to Monday 16; one more is Sunday 15 or Tuesday 17 (`chains from`)."""
    text = "window asked = 4 days after delivered\n  extended by {} day"
    nominal = asked(text.format(1), counting="eu_1182_71", place="DE", **FACTS)
    assert (nominal.closes, nominal.nominal) == ("2026-03-17 00:00", "2026-03-16 00:00")
    rolled = asked(text.format(1), counting="rolls_rolled", place="DE", **FACTS)
    assert rolled.closes == "2026-03-18 00:00"
    twice = asked(text.format(1) + "\n  extended by 5 days", counting="eu_1182_71", place="DE", **FACTS)
    assert twice.closes == "2026-03-21 00:00"


def test_none_stays_none() -> None:
    """A cap on `none` does not give it a close."""
    text = "window asked when item.activated: none otherwise: 7 days after delivered\n  capped at 2026-03-12"
    assert asked(text, **FACTS, item__activated=1).closes == "never"
    assert asked(text, **FACTS, item__activated=0).closes == "2026-03-13 00:00"
