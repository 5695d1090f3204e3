"""What is so in one claim: every fact has a value, an event that has not happened stands at infinity."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from claimrules.domain.fact_events import ONLY_A_DAY
from claimrules.domain.facts import Facts
from claimrules.domain.types import NEVER as CARRIED_NEVER
from claimrules.domain.types import Choice, Country, Event, FactDeclaration, Place, SetOf, Text, Zone
from tests.oracle.instants import NEVER, Instant

#: A value as the oracle keeps it: yes or no, a name, a set of names, a number, minor units, words, an instant.
Value = bool | str | frozenset[str] | int | float


class _Unknown:
    """What is known of a fact that was not given."""

    def __repr__(self) -> str:
        return "UNKNOWN"


UNKNOWN = _Unknown()


@frozen
class World:
    """The facts, the instant of decision, and which facts were given (for `is known`).

    Args:
        only_days: the events of which only the day was given.
    """

    values: Mapping[str, Value]
    at: Instant
    given: frozenset[str]
    only_days: frozenset[str] = frozenset()

    def __getitem__(self, name: str) -> Any:
        """Return a fact's value."""
        return self.values[name]

    def has_happened(self, event: str) -> bool:
        """Tell whether an event lies at or before the instant of decision."""
        return bool(self.values[event] <= self.at)


def value_of(fact: FactDeclaration, facts: Facts) -> Value | _Unknown:
    """Return a fact's value out of those that were read."""
    if isinstance(fact.type, SetOf):
        members = {name: facts.values.get(f"{fact.name}#{name}") for name in fact.type.names}
        is_given = None not in members.values()
        return frozenset(name for name, is_in in members.items() if is_in) if is_given else UNKNOWN
    if fact.name not in facts.values:
        return UNKNOWN
    carried = facts.values[fact.name]
    if isinstance(fact.type, Choice):
        return fact.type.names[carried]
    if isinstance(fact.type, Text | Country | Place | Zone):
        return facts.texts[fact.name]
    if isinstance(fact.type, Event) and carried == CARRIED_NEVER:
        return NEVER
    return carried


def known_values(read: Mapping[str, FactDeclaration], facts: Facts) -> dict[str, Value]:
    """Return the values of those facts that were given."""
    values = {name: value_of(fact, facts) for name, fact in read.items()}
    return {name: value for name, value in values.items() if not isinstance(value, _Unknown)}


def only_days(read: Mapping[str, FactDeclaration], facts: Facts) -> frozenset[str]:
    """Return the events of which only the day was given."""
    return frozenset(name for name in read if name + ONLY_A_DAY in facts.values)
