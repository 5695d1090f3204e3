"""Facts about one claim: a document × the vocabulary → carried values, or everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from attrs import Factory, define, frozen

from claimrules.domain.claim import Claim, to_document
from claimrules.domain.decision import Unused
from claimrules.domain.fact_events import NOT_HAPPENED, ONLY_A_DAY, Occurrence, read_event
from claimrules.domain.fact_money import read_money
from claimrules.domain.fact_paths import GivenFacts
from claimrules.domain.fact_places import FactFaults, Place
from claimrules.domain.fact_values import read_boolean, read_choice, read_country, read_number, read_set, read_text
from claimrules.domain.fact_where import read_where
from claimrules.domain.instants import to_datetime
from claimrules.domain.json_text import parse_json
from claimrules.domain.money import Money
from claimrules.domain.types import Boolean, Choice, Country, Event, FactDeclaration, MoneyType, Number, SetOf, Zone
from claimrules.domain.types import Place as PlaceType

__all__ = ["Facts", "parse_json", "read_facts"]

_NO_SYMBOLS: Final[Mapping[str, int]] = MappingProxyType({})


@frozen
class Facts:
    """What is known about one claim.

    Args:
        values: known facts by name, as evaluators carry them; a set has one yes or no each (`claim.evidence#photo`).
        texts: the words of text facts.
        shown: each known fact as people would write it.
        currency: the currency of all its money, if that is known.
        assumptions: sentences about what was taken as so without being said.
        unused: what was given for no fact of the vocabulary.
    """

    values: Mapping[str, int | bool]
    texts: Mapping[str, str]
    shown: Mapping[str, str]
    currency: str | None
    assumptions: tuple[str, ...] = ()
    unused: tuple[Unused, ...] = ()


def read_facts(
    document: object,
    vocabulary: Mapping[str, FactDeclaration],
    *,
    zone: str,
    zone_fact: str | None = None,
    currency: str | None,
    symbols: Mapping[str, int] = _NO_SYMBOLS,
    name: str = "facts",
) -> Facts:
    """Return the facts that a nested mapping or a `Claim` gives.

    Args:
        document: the nested mapping or the claim.
        vocabulary: every fact the ruleset knows, by name.
        zone: where days begin and end.
        zone_fact: the fact that tells it instead.
        currency: the only currency money may have, or None for any one.
        symbols: the codes of the texts that the ruleset speaks of.
        name: what to call the document in diagnostics.

    Raises:
        FactsError: something is wrong; it carries all that was found.
    """
    faults = FactFaults(name)
    given = GivenFacts(vocabulary)
    given.read(to_document(document) if isinstance(document, Claim) else document, Place(faults))
    reading = _Reading(None if zone_fact else zone, currency, dict(symbols))
    for fact, (value, place) in sorted(given.values.items(), key=lambda item: item[0] != zone_fact):
        reading.read(vocabulary[fact], value, place)
        reading.zone = reading.shown.get(fact) if fact == zone_fact else reading.zone
    reading.check_order(vocabulary, given)
    if faults.found:
        given.report_unused()
    faults.raise_if_any()
    reading.fill(vocabulary, is_complete=given.is_complete)
    return reading.facts(given.unused)


@define
class _Reading:
    """The facts read so far; `zone` is None while it is not known."""

    zone: str | None
    currency: str | None
    symbols: dict[str, int]
    values: dict[str, int | bool] = Factory(dict)
    texts: dict[str, str] = Factory(dict)
    shown: dict[str, str] = Factory(dict)
    assumptions: list[str] = Factory(list)
    occurrences: dict[str, Occurrence] = Factory(dict)

    def read(self, fact: FactDeclaration, value: object, place: Place) -> None:
        """Take in the value given for one fact; null says that an event has not happened, and else nothing."""
        match fact.type:
            case Event():
                self._keep_event(fact, read_event(value, fact.type, place, self.zone))
            case _ if value is None:
                pass
            case MoneyType():
                self._keep_money(fact, read_money(value, place), place)
            case SetOf():
                self._keep_set(fact, fact.type, read_set(value, fact.type, place))
            case Boolean():
                self._keep(fact, read_boolean(value, place))
            case Choice():
                self._keep(fact, read_choice(value, fact.type, place))
            case Number():
                self._keep(fact, read_number(value, fact.type, place))
            case Zone() | PlaceType():
                self._keep_where(fact, read_where(value, fact.type, place))
            case Country():
                self._keep_text(fact, read_country(value, place))
            case _:
                self._keep_text(fact, read_text(value, place))

    def _keep(self, fact: FactDeclaration, value: int | None) -> None:
        if value is not None:
            self.values[fact.name] = value
            self.shown[fact.name] = self._words(fact, value)

    def _keep_event(self, fact: FactDeclaration, occurrence: Occurrence | None) -> None:
        if occurrence is not None:
            self.occurrences[fact.name] = occurrence
            self.values[fact.name] = occurrence.instant
            if occurrence.is_only_a_day:
                self.values[fact.name + ONLY_A_DAY] = True
            self.shown[fact.name] = occurrence.shown
            self.assumptions += [occurrence.assumption] if occurrence.assumption else []

    def _keep_money(self, fact: FactDeclaration, money: Money | None, place: Place) -> None:
        if money is None:
            return
        self.currency = self.currency or money.currency
        if money.currency == self.currency:
            self._keep(fact, money.minor)
        else:
            message = f"`{place.path}` is in {money.currency}, not in {self.currency}"
            place.wrong("CR0606", message, "give all money in one currency, that of the ruleset if it has one")

    def _keep_set(self, fact: FactDeclaration, type: SetOf, members: frozenset[str] | None) -> None:
        if members is not None:
            self.values |= {f"{fact.name}#{member}": member in members for member in type.names}
            self.shown[fact.name] = ", ".join(member for member in type.names if member in members) or "none"

    def _keep_where(self, fact: FactDeclaration, found: tuple[int, str] | None) -> None:
        if found is not None:
            self.values[fact.name], self.shown[fact.name] = found
            self.texts[fact.name] = found[1]

    def _keep_text(self, fact: FactDeclaration, words: str | None) -> None:
        if words is not None:
            code = self.symbols.setdefault(words, max(self.symbols.values(), default=-1) + 1)
            self.values[fact.name] = code
            self.texts[fact.name] = self.shown[fact.name] = words

    def _words(self, fact: FactDeclaration, value: int) -> str:
        match fact.type:
            case Boolean():
                return "yes" if value else "no"
            case Choice(names):
                return names[value]
            case MoneyType():
                return str(Money(value, self.currency)) if self.currency else str(value)
            case Event():
                moment = to_datetime(value, self.zone or "UTC")
                return moment.isoformat() if moment else NOT_HAPPENED.shown
        return str(value)

    def check_order(self, vocabulary: Mapping[str, FactDeclaration], given: GivenFacts) -> None:
        """Report every event that came before one it cannot come before; days are given the benefit of the doubt."""
        for name, own in self.occurrences.items():
            for earlier in vocabulary[name].never_before:
                other = self.occurrences.get(earlier, NOT_HAPPENED)
                if NOT_HAPPENED not in {own, other} and own.latest < other.earliest:
                    message = f"`{name}` ({own.shown}) is before `{earlier}` ({other.shown})"
                    given.values[name][1].wrong("CR0608", message, "one of the two is wrong")

    def fill(self, vocabulary: Mapping[str, FactDeclaration], *, is_complete: bool) -> None:
        """Add what need not be said: events that have not happened, and the values the vocabulary assumes."""
        for fact in vocabulary.values():
            if fact.name in self.shown:
                continue
            if is_complete and isinstance(fact.type, Event):
                self._keep_event(fact, NOT_HAPPENED)
            elif fact.assumed is not None:
                self._keep(fact, fact.assumed)
                self.assumptions.append(f"`{fact.name}` is not given: taken as {self.shown[fact.name]}.")

    def facts(self, unused: tuple[Unused, ...]) -> Facts:
        """Return all that was read."""
        return Facts(self.values, self.texts, self.shown, self.currency, tuple(self.assumptions), unused)
