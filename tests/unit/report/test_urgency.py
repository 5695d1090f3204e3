"""What is said first: the times that are nearly over, and how much of them is left."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from claimrules import Stack
from claimrules.domain.decision import Decision
from claimrules.domain.urgency import left_words, urgent_words, urgent_words_of_stack
from tests.unit.timeline.claims import EVENTS, UNUSED, ruleset

#: Delivered on 10 March: seven days are over with 17 March, that is at 00:00 on 18 March in Seoul.
LAST = "until Tuesday 17 March 2026, end of day (Asia/Seoul)"
STEP = """
rule return "Return" within 7 days after delivered grant full_refund with return cite terms "4"
rule swap "Swap" within 9 days after delivered grant replacement cite terms "5"
step send_back "Send it back" by buyer when delivered until 7 days after delivered cite terms "6"
"""
WAITING = STEP.replace('"Send it back" by buyer', '"Answer" by seller')


def decided(at: str, policy: str = STEP, **events: str | None) -> Decision:
    """Return the decision about a parcel that came on 10 March."""
    facts = {"claim": {"reason": "change_of_mind"}, "item": UNUSED, "events": EVENTS | events, "events_complete": True}
    return ruleset(policy).decide(facts, at=datetime.fromisoformat(at))


@pytest.mark.parametrize(
    ("at", "left"),
    [
        ("2026-03-15T00:00+09:00", None),
        ("2026-03-15T00:00:00.000001+09:00", "2 days and 23 hours"),
        ("2026-03-17T00:00+09:00", "1 day"),
        ("2026-03-17T00:00:01+09:00", "23 hours and 59 minutes"),
        ("2026-03-17T22:59+09:00", "1 hour and 1 minute"),
        ("2026-03-17T23:01+09:00", "59 minutes"),
        ("2026-03-17T23:59:00.000001+09:00", "less than a minute"),
    ],
)
def test_less_than_three_days_before_the_end_it_is_said_first(at: str, left: str | None) -> None:
    """With less than three days left, and not before; what is left is never told as more than it is."""
    decision = decided(at)
    expected = [] if left is None else [f"Only {left} left, {LAST}: Send it back"]
    assert [words for words in urgent_words(decision) if LAST in words] == expected
    if left is not None:
        assert str(decision).splitlines()[1] == expected[0]


def test_what_is_over_is_not_close() -> None:
    """At the first instant outside there is nothing left to hurry for; the other remedy still has two days."""
    assert [*urgent_words(decided("2026-03-18T00:00+09:00"))] == [
        "Only 2 days left, until Thursday 19 March 2026, end of day (Asia/Seoul): Replacement"
    ]


def test_the_nearest_end_comes_first() -> None:
    """One sentence for each end, in order of time."""
    (first, second) = urgent_words(decided("2026-03-17T12:00+09:00"))
    assert first == f"Only 12 hours left, {LAST}: Send it back"
    assert second == "Only 2 days and 12 hours left, until Thursday 19 March 2026, end of day (Asia/Seoul): Replacement"


def test_the_step_of_another_hurries_nobody() -> None:
    """While the seller's time runs out, it is the remedy that the buyer must not lose."""
    (words,) = urgent_words(decided("2026-03-15T12:00+09:00", WAITING))
    assert words == f"Only 2 days and 12 hours left, {LAST}: Full refund"


def test_a_right_that_was_used_in_time_hurries_nobody() -> None:
    """After the act its end asks nothing of the buyer any more."""
    decision = decided("2026-03-15T12:00+09:00", WAITING, claim_filed="2026-03-15T10:00+09:00")
    assert [*urgent_words(decision)] == []


def test_a_stack_says_in_which_layer() -> None:
    """The shop's seven days end before the law's fourteen."""
    item = {**UNUSED, "value_reduced": False}
    facts = {"claim": {"reason": "change_of_mind"}, "item": item, "events": EVENTS, "events_complete": True}
    stack = Stack(["examples.law_of_14_days", "examples.shop_of_7_days"])
    decision = stack.decide(facts, at=datetime.fromisoformat("2026-03-16T00:00+09:00"))
    (words,) = urgent_words_of_stack(decision)
    assert words == f"Only 2 days left, {LAST}: Send it back (under seller examples.shop_of_7_days)"
    assert str(decision).splitlines()[1] == words


@pytest.mark.parametrize("minutes", range(1, 4320, 97))
def test_what_is_left_is_never_more_than_there_is(minutes: int) -> None:
    """The words add up to no more than the time, and to within an hour or a minute of it."""
    words = left_words(timedelta(minutes=minutes)).replace(" and", "").split(" ")
    units = {"day": 1440, "hour": 60, "minute": 1}
    told = sum(int(n) * units[unit.removesuffix("s")] for n, unit in zip(words[::2], words[1::2], strict=True))
    assert 0 <= minutes - told < (60 if minutes >= 1440 else 1)
