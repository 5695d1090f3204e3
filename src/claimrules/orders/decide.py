"""An order × a ruleset × an instant → a decision for each line, and totals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from attrs import frozen

from claimrules.diagnostics.diagnostic import Diagnostic, FactsError
from claimrules.domain.decision_instant import checked_instant
from claimrules.domain.fact_places import FactFaults, Place
from claimrules.domain.gaps import Unused
from claimrules.domain.money import Money
from claimrules.domain.order_decision import LineDecision, OrderDecision
from claimrules.domain.record.plain_facts import asked_for
from claimrules.domain.types import FactDeclaration
from claimrules.evaluators.answers import Answers
from claimrules.evaluators.outcome import decision_of
from claimrules.orders.claims import LineClaim, claims_of
from claimrules.orders.document import LINES, read_order
from claimrules.orders.faults import each_once, in_order
from claimrules.orders.nested import gives
from claimrules.orders.shares import shares_of
from claimrules.orders.totals import asked_of, counted_once, totals_of
from claimrules.speech.phrases import phrase


class Answering(Protocol):
    """What answers one claim, as `Ruleset.answers` does."""

    def __call__(self, facts: Mapping[str, Any], at: datetime, *, name: str) -> Answers:
        """Return what a decision is made of."""


@frozen
class Deciding:
    """What a ruleset brings to an order.

    Args:
        vocabulary: every fact that any version of it knows.
        used: those that it reads.
        currency: the only one that its money may have, if there is one.
    """

    answering: Answering
    vocabulary: Mapping[str, FactDeclaration]
    used: frozenset[str]
    currency: str | None

    def decide(self, order: object, at: datetime, name: str) -> OrderDecision:
        """Return what is decided about an order.

        Raises:
            FactsError: with everything that is wrong with the order or any of its lines, each once.
        """
        checked_instant(at)
        faults = FactFaults(name)
        given = read_order(order, self._members, Place(faults))
        faults.raise_if_any()
        claims, shared = claims_of(given, self.currency, is_folded=self._is_folded)
        found = self._answers(claims, at, name)
        lines = counted_once([_decided(claim, answers, at) for claim, answers in found])
        return OrderDecision(
            ruleset=lines[0].decision.ruleset,
            title=lines[0].decision.title,
            at=lines[0].decision.at,
            lines=lines,
            totals=totals_of(lines),
            asked=asked_of(lines),
            shared=shared,
            unused=_unused(claims, lines, self._left_of_rows),
        )

    @property
    def _members(self) -> frozenset[str]:
        """The keys of a line that tell facts to be folded."""
        names = (name for name, fact in self.vocabulary.items() if fact.line_of == LINES)
        return frozenset(name.removeprefix(f"{LINES}.").partition(".")[0] for name in names)

    @property
    def _is_folded(self) -> bool:
        folds = (fact.fold for name, fact in self.vocabulary.items() if fact.fold and name in self.used)
        return any(fold.over == LINES for fold in folds)

    @property
    def _left_of_rows(self) -> frozenset[str]:
        """The keys of a line that are read by no fold, as there is none; the price is the item's as well."""
        return frozenset() if self._is_folded else self._members - {"price"}

    def _answers(self, claims: Sequence[LineClaim], at: datetime, name: str) -> list[tuple[LineClaim, Answers]]:
        faults: list[Diagnostic] = []
        found: list[tuple[LineClaim, Answers]] = []
        for claim in claims:
            try:
                answers = self.answering(claim.facts, at, name=name)
            except FactsError as error:
                faults += in_order(error.diagnostics, claim.line, [one.line for one in claims])
            else:
                found.append((claim, answers))
                faults += _foreign_refunds(claim, answers, name)
        if faults:
            raise FactsError(each_once(faults))
        return found


def _foreign_refunds(claim: LineClaim, answers: Answers, name: str) -> Iterator[Diagnostic]:
    """Yield what is wrong with money paid back in another currency than the line's."""
    currency, faults = answers.facts.currency or answers.plan.currency, FactFaults(name)
    place = Place(faults, (*claim.line.place.keys, "refunds"))
    for index, money in enumerate(claim.line.refunds):
        if money.currency != currency and currency:
            at = place.below(index)
            at.wrong("CR0606", f"line {claim.line.name}: `{at.path}` is in {money.currency}, not in {currency}")
    yield from faults.found


def _decided(claim: LineClaim, answers: Answers, at: datetime) -> LineDecision:
    line = claim.line
    paid = [money.minor for money in line.refunds]
    refunded = Money(sum(paid), line.refunds[0].currency) if paid else None
    decision = decision_of(answers, at, asked_for(claim.facts, at))
    return LineDecision(line.line, line.part, line.quantity, claim.price, shares_of(answers, refunded), decision)


def _unused(
    claims: Sequence[LineClaim], lines: Sequence[LineDecision], left_of_rows: frozenset[str]
) -> tuple[Unused, ...]:
    """Return what is not read, once: what a line says itself with the line's name."""
    found: dict[str, Unused] = {}
    for claim, line in zip(claims, lines, strict=True):
        for one in line.decision.unused:
            is_own = any(gives(own, tuple(one.path.split("."))) for own in claim.line.own)
            path = f"line {line.name}: {one.path}" if is_own else one.path
            found.setdefault(path, Unused(path, one.help))
        for key in sorted(left_of_rows & claim.line.row.keys()):
            found[f"line {line.name}: {key}"] = Unused(
                f"line {line.name}: {key}", phrase("this ruleset does not read it")
            )
    return tuple(found[path] for path in sorted(found))
