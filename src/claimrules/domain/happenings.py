"""What happened, as the facts tell it."""

from __future__ import annotations

from datetime import datetime

from attrs import frozen


@frozen
class Happening:
    """An event that the facts tell of, in the past or to come.

    Args:
        name: as the policy says it.
        means: one sentence.
        at: when, in the ruleset's zone; of an event of which only the day is given, the edge of the day that is taken.
        is_only_a_day: only the day is given.
        is_end: it is the end of a time, as a promised day is: at midnight it belongs to the day just over.
    """

    name: str
    means: str
    at: datetime
    is_only_a_day: bool
    is_end: bool
