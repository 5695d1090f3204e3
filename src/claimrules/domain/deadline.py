"""A deadline: a named point where something opens or closes, with its derivation."""

from __future__ import annotations

from datetime import date, datetime

from attrs import field, frozen

from claimrules.domain.derivation import Step


@frozen
class PossibleEnd:
    """One of several ends, and the values of unknown facts under which it is this one.

    Args:
        last: the last day; None where it never closes.
        earliest, latest: the instants at which that day's end can be; the same one where the time zone is known.
        when: facts with the values that lead here.
    """

    last: date | None
    earliest: datetime | None
    latest: datetime | None
    when: tuple[tuple[str, tuple[str, ...]], ...]


@frozen
class Deadline:
    """A named point where something opens or closes.

    Args:
        name: what it belongs to (a window, rule or step).
        opens: first instant inside, or None (since ever, or not known).
        closes: first instant outside, or None (open-ended, or not known).
        is_open_ended: closes only once an event happens that has not happened yet.
        last_day: the last day as people say it, or the last instant when it ends inside a day.
        no_later_than: a bound on `closes` when that is not known.
        nominal_end: the last day as counted, before it moves off a day of rest; None when that is not known.
        effective_end: the last day.
        calendar: whose holidays were looked at; empty where none were.
        possible: every end there can be, where it depends on facts of few values that are not known.
        steps: the derivation.
        needs: facts that must be known to tell.
        is_empty: it can never be open: it closes at or before its opening.
    """

    name: str
    title: str
    opens: datetime | None
    closes: datetime | None
    is_open_ended: bool
    last_day: str
    zone: str
    convention: str
    no_later_than: datetime | None = None
    nominal_end: date | None = None
    effective_end: date | None = None
    calendar: str = ""
    possible: tuple[PossibleEnd, ...] = ()
    steps: tuple[Step, ...] = ()
    needs: tuple[str, ...] = ()
    is_empty: bool = False
    versions: dict[str, str] = field(eq=False, factory=dict)

    @property
    def status(self) -> str:
        """`known`, `open` (no end is set yet), `undetermined` (a fact is missing) or `none` (never open)."""
        if self.closes is not None:
            return "known"
        return "open" if self.is_open_ended else "undetermined" if self.needs else "none"

    def to_dict(self) -> dict[str, object]:
        """Return plain data for JSON: instants and days in ISO 8601, each step with its words and sources."""
        from claimrules.domain.plain_data import plain_deadline

        return plain_deadline(self)

    def __str__(self) -> str:
        from claimrules.domain.deadline_text import deadline_text

        return deadline_text(self)


@frozen
class AskedDeadline(Deadline):
    """A deadline that was asked for by itself.

    Args:
        not_used: the facts that were given and on which it does not depend, a line each.
    """

    not_used: tuple[str, ...] = ()

    def __str__(self) -> str:
        from claimrules.domain.deadline_text import asked_text

        return asked_text(self)
