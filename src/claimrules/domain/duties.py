"""What somebody is obliged to do, by when, and what a delay costs."""

from __future__ import annotations

from datetime import datetime
from enum import IntEnum

from attrs import frozen

from claimrules.domain.citations import Citation
from claimrules.domain.deadline import Deadline
from claimrules.domain.money import Money


class DutyStatus(IntEnum):
    """Where a duty stands."""

    NOT_APPLICABLE = 0
    NOT_YET = 1
    DUE = 2
    DONE = 3
    LATE = 4
    DONE_LATE = 5

    @property
    def word(self) -> str:
        """The status as the language says it."""
        return self.name.lower()


#: The statuses of a duty that was not done in time.
DELAYED = (DutyStatus.LATE.word, DutyStatus.DONE_LATE.word)


@frozen
class LateBand:
    """What is owed within one band of lateness.

    Args:
        words: as the policy says it.
        closes: the first instant after the band; None for the last, and where it is not known.
        last_day: the band's last day as people say it.
        is_reached: it is the band that counts now.
    """

    words: str
    closes: datetime | None
    last_day: str
    is_reached: bool


@frozen
class Consequence:
    """What a delay costs.

    Args:
        kind: `interest`, `graduated` (by lateness), or `amount`.
        words: as the policy says it.
        amount: what it comes to so far; None while there is no delay, and where it is not known.
        as_of: when that is: the act, or the instant of decision.
        bands: by lateness, the first one first.
    """

    kind: str
    words: str
    amount: Money | None
    as_of: datetime | None
    bands: tuple[LateBand, ...]


@frozen
class Duty:
    """One duty of one rule.

    Args:
        status: a `DutyStatus` in words, or `undetermined`.
        opens, closes: when it can be asked for, and the first instant at which it is late; None where there is no such
            end yet, or where it is not known.
        done_at: when it was done.
        awaits: events that have not happened yet and from which its time is counted.
        consequence: what a delay costs; None where the policy says nothing.
        needs: facts that must be known to tell more.
    """

    name: str
    title: str
    actor: str
    rule: str
    status: str
    opens: datetime | None
    closes: datetime | None
    last_day: str
    done_at: datetime | None
    awaits: tuple[str, ...]
    deadline: Deadline
    consequence: Consequence | None
    needs: tuple[str, ...]
    citations: tuple[Citation, ...]
