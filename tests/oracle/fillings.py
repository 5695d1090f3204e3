"""Ways of filling in the facts that are not known: a finite sample that looks at the edges.

The order of events (`never before`) is not used to rule fillings out: the language finds such faults when facts are read.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from math import prod
from random import Random
from typing import Any, Final

from attrs import evolve, frozen

from claimrules.constructs.conditions.compare import LengthOperand, MoneyLiteral, NumberLiteral
from claimrules.constructs.conditions.values import OneOf
from claimrules.constructs.moments.durations import Duration
from claimrules.constructs.moments.points import DateMoment
from claimrules.domain.countries import countries
from claimrules.domain.types import (
    Boolean,
    Choice,
    Country,
    Event,
    FactDeclaration,
    MoneyType,
    Number,
    Place,
    SetOf,
    Zone,
)
from tests.oracle.conditions import minor_units
from tests.oracle.instants import DAY, NEVER, SECOND, Instant, day_start, local_day
from tests.oracle.lengths import HOURS, move
from tests.oracle.policy import Policy, nodes_in
from tests.oracle.world import World

_FEW_MEMBERS = 3
#: Zones and places to try for facts that tell them: far apart, with clocks that change at several hours.
_ZONES: Final = (
    "Asia/Seoul", "America/Los_Angeles", "Pacific/Kiritimati", "Pacific/Niue", "America/Havana", "Europe/Berlin",
)  # fmt: skip
_PLACES: Final = ("KR", "US", "DE-BY", "DE-BE", "CN", "IL", "AE")


@frozen
class Sampler:
    """Fills in facts with values around everything that a policy compares them with.

    Args:
        durations: the lengths of time in the policy.
        days: the dates in the policy.
        numbers, amounts, words: what it compares numbers, money and texts with.
    """

    policy: Policy
    durations: tuple[tuple[int, str], ...]
    days: tuple[int, ...]
    numbers: tuple[int, ...]
    amounts: tuple[int, ...]
    words: tuple[str, ...]

    def worlds(self, known: World, most: int, random: Random) -> Iterator[World]:
        """Return complete worlds that agree with what is known: all of the sample if there are few, else some."""
        read = self.policy.facts_read
        missing = [fact for name, fact in read.items() if name not in known.values]
        pools = [self.pool(fact, known) for fact in missing]
        if prod(len(pool) for pool in pools) <= most:
            picks: Any = product(*pools)
        else:
            picks = ([random.choice(pool) for pool in pools] for _ in range(most))
        for values in picks:
            filled = {fact.name: value for fact, value in zip(missing, values, strict=True)}
            yield evolve(known, values={**known.values, **filled})

    def pool(self, fact: FactDeclaration, known: World) -> list[Any]:
        """Return the values to try for one fact."""
        match fact.type:
            case Boolean():
                return [False, True]
            case Choice(names):
                return list(names)
            case SetOf(names):
                return _subsets(names)
            case Number(lowest, highest):
                return sorted({n for m in self.numbers for n in (m - 1, m, m + 1) if lowest <= n <= highest} | {lowest})
            case MoneyType():
                return sorted({n for m in self.amounts for n in (m - 1, m, m + 1) if n >= 0} | {0, 10_000})
            case Event():
                return self._instants(known)
            case Zone():
                return list(_ZONES)
            case Place():
                return list(self.policy.places_in_question or _PLACES)
            case Country():
                return [*(word for word in self.words if word in countries()), "KP"]
        return [*self.words, "some other words"]

    def _instants(self, known: World) -> list[Instant]:
        """Return never, the instant of decision and the known events, and whatever lies a length of time from those."""
        at, read = known.at, self.policy.facts_read
        events = [known[name] for name, fact in read.items() if name in known.values and _is_event(fact)]
        anchors = [at, *(instant for instant in events if instant != NEVER)]
        near = [instant + step for instant in anchors for step in (-SECOND, 0, SECOND)]
        zone = self._zone(known)
        dates = [day_start(day, zone) for day in self.days]
        edges = self._edges(anchors, zone)
        return sorted({NEVER, at - DAY, at + DAY, at - 400 * DAY, at + 400 * DAY, *near, *dates, *edges})

    def _zone(self, known: World) -> str:
        fact = self.policy.head.timezone_fact
        is_unknown = fact is not None and fact.text not in known.values
        return _ZONES[0] if is_unknown else self.policy.zone_in(known)

    def _edges(self, anchors: list[Any], zone: str) -> Iterator[Instant]:
        """Return the instants from which a length of time ends, or begins, close to an anchor."""
        for anchor, (length, unit) in product(anchors, self.durations):
            for sign in (-1, 1):
                if unit in HOURS:
                    yield anchor + sign * length * HOURS[unit]
                else:
                    start = day_start(move(local_day(anchor, zone), sign * length, unit), zone)
                    yield from (start - 1, start)


def _is_event(fact: FactDeclaration) -> bool:
    return isinstance(fact.type, Event)


def _subsets(names: tuple[str, ...]) -> list[frozenset[str]]:
    if len(names) <= _FEW_MEMBERS:
        choices = product([False, True], repeat=len(names))
        return [frozenset(name for name, is_in in zip(names, pick, strict=True) if is_in) for pick in choices]
    all_but_one = [frozenset(names) - {name} for name in names]
    return [frozenset(), frozenset(names), *(frozenset([name]) for name in names), *all_but_one]


def sampler_of(policy: Policy) -> Sampler:
    """Return the sampler that looks at a policy's own edges."""
    nodes = [
        node for p in policy.versions for part in (p.rules, p.exclusions, p.steps, p.windows.values()) for node in part
    ]
    durations = {part for node in nodes_in(nodes, Duration) for part in node.period.parts}
    lengths = list(nodes_in(nodes, LengthOperand))
    numbers = {node.value for node in nodes_in(nodes, NumberLiteral)}
    durations |= {(number, length.unit) for length in lengths for number in numbers if number >= 0}
    days = {node.day.toordinal() + step for node in nodes_in(nodes, DateMoment) for step in (0, 1)}
    force = policy.head.in_force
    firsts = [*([force.start.toordinal()] if force else []), *(first for first, _ in policy.later)]
    days |= {first + step for first in firsts for step in (-1, 0)}
    amounts = {minor_units(node.text) for node in nodes_in(nodes, MoneyLiteral)}
    words = {value.text for node in nodes_in(nodes, OneOf) if node.is_text for value in node.values}
    return Sampler(policy, *(tuple(sorted(part)) for part in (durations, days, numbers | {0}, amounts, words)))
