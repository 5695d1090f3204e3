"""A remedy as a decision lists it: standing, amount, time, terms, and what it needs."""

from __future__ import annotations

from datetime import datetime

from attrs import frozen

from claimrules.domain.citations import Citation
from claimrules.domain.money import Money
from claimrules.domain.terms import Terms


@frozen
class Remedy:
    """One remedy: the better terms of the rules that give it, and what each of them gives.

    Args:
        status: one of `LISTED`.
        amount: in minor units with its currency; None when there is none or it is not known.
        is_ceiling: the amount is the most that can be had (a partial refund to be agreed).
        opens, closes: the interval, closes excluded; None where there is no such end, or where it is not known.
        awaits: events that have not happened yet and whose coming opens it.
        is_open_ended: it is known that no closing time is set yet.
        no_later_than: a bound on `closes` when that is not known.
        is_right: a right, not the other side's discretion.
        evidence_missing: groups, any one of each.
        terms: what each of `rules` gives by itself.
        is_used: the act that uses it was done in time, so it stays available after it closes.
    """

    kind: str
    title: str
    status: str
    amount: Money | None
    is_ceiling: bool
    opens: datetime | None
    closes: datetime | None
    is_open_ended: bool
    no_later_than: datetime | None
    last_day: str
    conditions: tuple[str, ...]
    evidence_missing: tuple[tuple[str, ...], ...]
    is_right: bool
    rules: tuple[str, ...]
    denied_by: tuple[str, ...]
    needs: tuple[str, ...]
    awaits: tuple[str, ...]
    citations: tuple[Citation, ...]
    terms: tuple[Terms, ...]
    is_used: bool = False
    _with_return: bool | None = None

    @property
    def with_return(self) -> bool | None:
        """Whether the goods go back; None where the rules leave it open."""
        return self._with_return

    @property
    def has_various_terms(self) -> bool:
        """The rules that give it differ in amount or end, so that the better terms may be those of two rules."""
        return len({(terms.amount, terms.is_ceiling, terms.closes) for terms in self.terms}) > 1
