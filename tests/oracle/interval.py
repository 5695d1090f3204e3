"""From an instant until another: what a window or time clauses come to."""

from __future__ import annotations

from attrs import frozen

from tests.oracle.instants import ALWAYS, NEVER, Instant


@frozen
class Interval:
    """From `opens`, included, to `closes`, excluded.

    Args:
        counted: where it would close if its last day had not moved off days of rest.
        elapses: it is a window of hours, or of days that are 24 hours each.
        is_of_hours: it is a window of hours.
    """

    opens: Instant = ALWAYS
    closes: Instant = NEVER
    counted: Instant = NEVER
    is_void: bool = False
    elapses: bool = False
    is_of_hours: bool = False

    @property
    def is_empty(self) -> bool:
        """It is void, or closes at or before a known opening; one that waits for an event is not empty."""
        return self.is_void or (ALWAYS < self.opens < NEVER and self.closes <= self.opens)

    def contains(self, instant: Instant) -> bool:
        """Tell whether an instant lies inside."""
        return not self.is_void and self.opens <= instant < self.closes


#: What `none` says: it is not there, and its ends never come.
NOTHING = Interval(NEVER, NEVER, NEVER, is_void=True)
