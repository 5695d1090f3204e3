"""How statements come out: the statuses of rules and remedies, and why a rule came out as it did."""

from __future__ import annotations

from enum import IntEnum, StrEnum

from attrs import frozen

from claimrules.domain.citations import Citation
from claimrules.domain.deadline import Deadline


class Status(IntEnum):
    """Where a remedy stands; of several rules giving it, the highest counts."""

    NOT_APPLICABLE = 0
    DENIED = 1
    EXPIRED = 2
    LATER = 3
    AVAILABLE = 4

    @property
    def word(self) -> str:
        """The status as the language says it."""
        return self.name.lower()


#: A missing fact decides whether the remedy can be had.
UNDETERMINED = "undetermined"
#: It cannot be had, whatever the missing facts are; only why not depends on them.
UNAVAILABLE = "unavailable"
#: The statuses a decision lists, best first.
LISTED = ("available", "later", UNDETERMINED, UNAVAILABLE, "expired", "denied")
#: The statuses of what can be had, now or later, as far as is known.
OPEN = ("available", "later", UNDETERMINED)


class Truth(StrEnum):
    """Three-valued truth, as shown to people."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@frozen
class Reading:
    """One condition as it was read: its text, how it came out, and the facts with their values.

    Args:
        assumed: those of the facts that nobody told, and that have the value the policy assumes.
    """

    text: str
    truth: Truth
    values: tuple[tuple[str, str], ...] = ()
    assumed: tuple[str, ...] = ()


@frozen
class Barring:
    """One exclusion that bears on a rule: the statement it bars, and whether it does."""

    exclusion: str
    title: str
    bars: str
    truth: Truth
    readings: tuple[Reading, ...]
    citations: tuple[Citation, ...]
    needs: tuple[str, ...] = ()


@frozen
class Granted:
    """A remedy that a rule grants; `with_return` tells whether the goods go back, None where that is left open."""

    kind: str
    is_right: bool
    with_return: bool | None


@frozen
class Tested:
    """How a rule's time was tested.

    Args:
        opened: whether it has begun at the instant of decision.
        closed: whether it is over then.
        acted: whether the act that uses the right was done in time, so that it stays used.
        is_empty: whether it can never be open.
    """

    opened: Truth
    closed: Truth
    acted: Truth
    is_empty: Truth


@frozen
class Reason:
    """Why one rule came out as it did; exclusions that bar it come before those that bar these.

    Args:
        grants: the remedies that it grants.
        tested: how its time was tested.
    """

    rule: str
    title: str
    status: str
    readings: tuple[Reading, ...]
    barred_by: tuple[Barring, ...]
    deadline: Deadline | None
    citations: tuple[Citation, ...]
    needs: tuple[str, ...] = ()
    grants: tuple[Granted, ...] = ()
    tested: Tested = Tested(Truth.YES, Truth.NO, Truth.NO, Truth.NO)
