"""The values of facts as they are read: each by its type, with its words and what was assumed."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import Factory, define, evolve

from claimrules.domain.fact_events import NOT_HAPPENED, ONLY_A_DAY, Occurrence, read_event
from claimrules.domain.fact_money import read_money
from claimrules.domain.fact_paths import GivenFacts
from claimrules.domain.fact_places import Place
from claimrules.domain.fact_values import read_boolean, read_choice, read_country, read_number, read_set, read_text
from claimrules.domain.fact_where import read_where
from claimrules.domain.instants import to_datetime
from claimrules.domain.money import Money
from claimrules.domain.rates import Conversion
from claimrules.domain.types import Boolean, Choice, Country, Event, FactDeclaration, MoneyType, Number, SetOf, Zone
from claimrules.domain.types import Place as PlaceType
from claimrules.speech.phrases import phrase


@define
class Reading:
    """The facts read so far; `zone` is None while it is not known."""

    zone: str | None
    currency: str | None
    symbols: dict[str, int]
    conversion: Conversion
    values: dict[str, int | bool] = Factory(dict)
    texts: dict[str, str] = Factory(dict)
    shown: dict[str, str] = Factory(dict)
    assumptions: list[str] = Factory(list)
    occurrences: dict[str, Occurrence] = Factory(dict)
    assumed: set[str] = Factory(set)

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
                self.keep(fact, read_boolean(value, place))
            case Choice():
                self.keep(fact, read_choice(value, fact.type, place))
            case Number():
                self.keep(fact, read_number(value, fact.type, place))
            case Zone() | PlaceType():
                self._keep_where(fact, read_where(value, fact.type, place))
            case Country():
                self._keep_text(fact, read_country(value, place))
            case _:
                self._keep_text(fact, read_text(value, place))

    def keep(self, fact: FactDeclaration, value: int | None) -> None:
        """Take in a value as it is carried; None is nothing."""
        if value is not None:
            self.values[fact.name] = value
            self.shown[fact.name] = self.words(fact, value)

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
        taken = self.conversion.taken(money, self.currency, place, self.assumptions)
        if taken is not None:
            self.keep(fact, taken.minor)

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

    def words(self, fact: FactDeclaration, value: int) -> str:
        """Return a carried value as people write it."""
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

    def line(self) -> Reading:
        """Return where one line of an order is read: nothing of it is known yet, all else is as here."""
        return evolve(self, values={}, texts={}, shown={}, occurrences={})

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
            if fact.name in self.shown or fact.line_of:
                continue
            if is_complete and isinstance(fact.type, Event):
                self._keep_event(fact, NOT_HAPPENED)
            elif fact.assumed is not None:
                self.keep(fact, fact.assumed)
                self.assumed.add(fact.name)
                self.assumptions.append(
                    phrase("`{fact}` is not given: taken as {value}.", fact=fact.name, value=self.shown[fact.name])
                )
