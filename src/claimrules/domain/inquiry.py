"""What each answer to a question would give, and what would change a decision."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from attrs import field, frozen

from claimrules.domain.decision import Decision
from claimrules.domain.gaps import Question
from claimrules.domain.money import Money


@frozen
class Standing:
    """Where a remedy stands.

    Args:
        status: one of `claimrules.domain.verdicts.LISTED`.
        amount: in minor units with its currency; None when there is none or it is not known.
        last_day: until when, in words; empty where no end is known, or where the remedy was used in time.
    """

    kind: str
    title: str
    status: str
    amount: Money | None
    last_day: str


@frozen
class PossibleAnswer:
    """One answer, or several that come to the same, and what it would give.

    Args:
        words: the answer as people say it.
        example: an answer of the kind, as facts are given.
        gives: the remedies as they would stand, the ones to be had first.
        next_step: what would be done next.
        asks: how many questions would be left.
    """

    words: str
    example: Any = field(eq=False)
    gives: tuple[Standing, ...]
    next_step: str
    asks: int


@frozen
class OpenQuestion:
    """A question with what each answer would give; no answers where these cannot be listed."""

    question: Question
    answers: tuple[PossibleAnswer, ...]


@frozen
class FactChange:
    """A fact that the buyer can still change: as it is, as it would have to be, and that as facts are given."""

    fact: str
    now: str
    then: str
    given: Any = field(eq=False)


@frozen
class Change:
    """The least that would make a remedy available, or that would have.

    Args:
        remedy: as it would stand then.
        facts: the facts that would have to be otherwise; none where only time would.
        at: the instant at which it is available (or was, at the latest), where time alone decides.
    """

    remedy: Standing
    was: str
    facts: tuple[FactChange, ...] = ()
    at: datetime | None = None


@frozen
class Inquiry:
    """A decision with what answers and changes would make of it."""

    decision: Decision
    questions: tuple[OpenQuestion, ...]
    changes: tuple[Change, ...]

    def to_dict(self) -> dict[str, object]:
        """Return plain data for JSON."""
        from claimrules.domain.plain_data import plain_inquiry

        return plain_inquiry(self)
