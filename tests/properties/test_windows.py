"""Modifiers, extremes and windows: what holds whatever the events are."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimrules.core.build import greatest, least
from claimrules.core.expr import Lit
from claimrules.deadlines.conventions import Convention
from claimrules.deadlines.counting import Terms, counts_hours
from claimrules.deadlines.pauses import Pause, Paused, end_after_pause
from claimrules.deadlines.periods import Anchor, Period
from claimrules.domain.calendars import NO_CALENDAR
from claimrules.evaluators.reference import evaluate
from tests.properties.conventions import ANY_DAY, CLOCK, NAMES, PERIODS, SHIPPED, ZONES, Shipped, ends, instant
from tests.unit.deadlines.policy_text import decided, policy, window

DAY = 86_400_000_000
MOMENTS = st.builds(instant, ANY_DAY, CLOCK)
GAP = st.integers(0, 60 * DAY) | st.sampled_from([1, DAY])
KEPT = [name for name in NAMES if name != "strict_months"]


@settings(max_examples=200)
@given(SHIPPED, MOMENTS, GAP, GAP, PERIODS, st.sampled_from(ZONES), st.booleans())
def test_a_pause_never_shortens(
    shipped: Shipped, opens: int, gap: int, length: int, period: Period, zone: str, is_inclusive: bool
) -> None:
    """A window that stood still closes no earlier, and the later the clock runs again the later."""
    convention, calendar = shipped.convention, shipped.calendar
    closes = ends(opens, Period(((3, "day"),)), convention, zone, calendar)
    is_elapsed = counts_hours(period, convention)
    pause = Pause(
        Terms(convention, Anchor.PERIOD), is_inclusive, ends_its_day=False, is_elapsed=is_elapsed, is_of_hours=False
    )
    paused = opens + gap
    found = [
        max(closes, end_after_pause(Paused(closes, closes, opens, paused, paused + over), pause, zone, calendar))
        for over in (0, length, length + DAY)
    ]
    assert found[0] >= closes
    assert found == sorted(found)


@settings(max_examples=40)
@given(st.sampled_from(KEPT), ANY_DAY, st.integers(0, 40), st.integers(0, 40))
def test_modifiers_never_shorten_but_for_a_cap(name: str, day: date, contacted: int, length: int) -> None:
    """Extensions, floors, pauses and restarts take the later of two ends, a cap the earlier; under every convention."""
    base = "window w = 14 days after delivered"
    added = {
        "extended by 1 month": 1, "extended to 2026-07-31": 1, "at least 1 month after seller_contacted": 1,
        "paused from seller_contacted until seller_answered": 1, "restarted by seller_contacted": 1,
        "extended by 40 days restarted by seller_contacted": 1, "capped at 20 days after seller_contacted": -1,
    }  # fmt: skip
    events = {
        "delivered": day, "seller_contacted": day + timedelta(days=contacted),
        "seller_answered": day + timedelta(days=contacted + length),
    }  # fmt: skip
    given_events = {event: f"{on.isoformat()}T10:00Z" for event, on in events.items()}
    plain = window(_placed(base, name), **given_events).closes
    assert plain is not None
    for modifier, way in added.items():
        closes = window(_placed(f"{base} {modifier}", name), **given_events).closes
        assert closes is not None
        assert (closes >= plain) if way > 0 else (closes <= plain)


@given(st.lists(st.integers(-(2**50), 2**50), min_size=1, max_size=5))
def test_the_earliest_is_no_later_than_the_latest(instants: list[int]) -> None:
    """`earliest of` is at or before each of its moments, `latest of` at or after."""
    run = evaluate({}, 0)
    first, last = run(least(map(Lit, instants)))[0], run(greatest(map(Lit, instants)))[0]
    assert all(first <= moment <= last for moment in instants)


@settings(max_examples=60)
@given(ANY_DAY, ANY_DAY, CLOCK, st.sampled_from(["14 days", "1 month", "48 hours"]))
def test_periods_pass_through_the_earliest_and_the_latest(a: date, b: date, clock: int, length: str) -> None:
    """A period after the earliest of two events is the earlier of two periods; likewise the latest."""
    events = {"delivered": _written(a, clock), "paid": _written(b, 0)}
    both = [window(policy(f"window w = {length} after {event}"), **events).closes for event in events]
    known = [moment for moment in both if moment]
    for kind, choose in (("earliest", min), ("latest", max)):
        ruleset = policy(f"window w = {length} after {kind} of delivered, paid")
        assert window(ruleset, **events).closes == choose(known)


@settings(max_examples=150)
@given(SHIPPED, MOMENTS, PERIODS, st.sampled_from(ZONES))
def test_what_is_some_time_long_closes_after_it_opens(shipped: Shipped, start: int, period: Period, zone: str) -> None:
    """Opening is never after closing: under no convention that ships does a period end before it begins.

    Where the first day counts, one business day after a day of rest is still ahead, and one day is that day.
    """
    if shipped.convention.business_days or not period.has_business_days:
        assert ends(start, period, shipped.convention, zone, shipped.calendar) > start


def test_rolling_back_can_end_before_the_beginning() -> None:
    """Where a convention rolls backward, a day's period from Saturday noon can be over on Friday: the window is empty."""
    back = Convention("back", rolls="backward", rolls_on=("saturday", "sunday"))
    start = instant(date(2026, 6, 13), DAY // 2)
    assert ends(start, Period(((1, "day"),)), back, "UTC", NO_CALENDAR) == instant(date(2026, 6, 13)) < start


@pytest.mark.parametrize("near", [-1, 0])
def test_a_status_at_its_edges(near: int) -> None:
    """The opening instant is inside, the closing one outside; an instant before, it was not open and still is."""
    ruleset = policy("window w = from 2 days after delivered until 9 days after delivered")
    delivered = "2026-06-01T10:00+02:00"
    for edge, words in (
        ("2026-06-04T00:00+02:00", ("later", "available")),
        ("2026-06-11T00:00+02:00", ("available", "expired")),
    ):
        at = datetime.fromisoformat(edge) + timedelta(microseconds=near)
        statuses = [remedy.status for remedy in decided(ruleset, at.isoformat(), delivered=delivered).remedies]
        assert statuses == [words[1 + near]]


def _placed(windows: str, counting: str) -> object:
    """Return a policy under a convention, in Korea where it goes by the place and does not know Korea."""
    return policy(windows, f"{counting} place KR")


def _written(day: date, clock: int) -> str:
    return (datetime(day.year, day.month, day.day) + timedelta(microseconds=clock)).isoformat() + "+00:00"  # noqa: DTZ001  # made aware by its text
