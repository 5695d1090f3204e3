"""Two events in order, where one of them ends its day: at midnight it belongs to the day just over."""

from __future__ import annotations

from datetime import datetime

import pytest

from claimrules.api import Ruleset
from claimrules.compiler.pipeline import compile_source
from claimrules.text.source import Source
from tests.diagnostics.policies import HEAD

AT = datetime.fromisoformat("2026-04-01T12:00+09:00")
#: The first instant after 20 March in Seoul, where a promise of 20 March ends.
MIDNIGHT = "2026-03-21T00:00+09:00"
LAST = "2026-03-20T23:59:59.999999+09:00"
NEXT = "2026-03-21T00:00:00.000001+09:00"


def holds(condition: str, **events: str) -> bool:
    """Tell whether a condition holds; events that are not given have not happened."""
    text = f'{HEAD}rule r "R" when {condition} grant repair cite terms "1"'
    ruleset = Ruleset(compile_source(Source("shop.claim", text)))
    return bool(ruleset.decide({"events": events, "events_complete": True}, at=AT).remedies)


@pytest.mark.parametrize(
    ("delivered", "promised", "is_after", "is_before"),
    [
        (LAST, "2026-03-20", False, True),
        (MIDNIGHT, "2026-03-20", True, False),
        (NEXT, "2026-03-20", True, False),
        (LAST, MIDNIGHT, False, True),
        (MIDNIGHT, MIDNIGHT, True, False),
        ("2026-03-20T18:00+09:00", "2026-03-20T18:00+09:00", True, False),
        ("2026-03-20T17:59:59+09:00", "2026-03-20T18:00+09:00", False, True),
    ],
)
def test_an_event_against_one_that_ends_its_day(delivered: str, promised: str, is_after: bool, is_before: bool) -> None:
    """What comes at the first instant after the promised time comes after it."""
    events = {"delivered": delivered, "promised_delivery": promised}
    assert holds("delivered after promised_delivery", **events) == is_after
    assert holds("delivered before promised_delivery", **events) == is_before
    assert holds("promised_delivery before delivered", **events) == is_after
    assert holds("promised_delivery after delivered", **events) == is_before


def test_as_the_day_itself_says() -> None:
    """An event after a written day is after a promise of that day."""
    for delivered in (LAST, MIDNIGHT, NEXT):
        events = {"delivered": delivered, "promised_delivery": "2026-03-20"}
        assert holds("delivered after 2026-03-20", **events) == holds("delivered after promised_delivery", **events)


@pytest.mark.parametrize("second", ["shipped", "delivered"])
def test_two_that_are_alike(second: str) -> None:
    """Two events at one instant are neither after nor before one another, if both or neither end their day."""
    assert not holds(f"placed after {second}", **{"placed": MIDNIGHT, second: MIDNIGHT})
    assert not holds(f"placed before {second}", **{"placed": MIDNIGHT, second: MIDNIGHT})
    both = {"promised_delivery": "2026-03-20", "delivery_days_over": "2026-03-20"}
    assert not holds("promised_delivery after delivery_days_over", **both)
    assert not holds("promised_delivery before delivery_days_over", **both)
