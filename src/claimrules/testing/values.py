"""Strategies for one fact's value: next to every number and amount that the ruleset compares it with."""

from __future__ import annotations

from typing import Any, Final

from hypothesis import strategies as st

from claimrules.core.denote import Denotation
from claimrules.domain.calendars import is_place
from claimrules.domain.money import Money
from claimrules.domain.types import Boolean, Choice, FactDeclaration, MoneyType, Number, Place, SetOf, Zone
from claimrules.testing.probe import Probe

#: Amounts in minor units at which shares round up, down and to even, and amounts that may be compared to one another.
_AMOUNTS: Final = (0, 1, 50, 99, 100, 149, 150, 1_000, 3_333, 9_999, 10_000, 120_000)
_ZONES: Final = ("Asia/Seoul", "America/Los_Angeles", "Europe/Berlin", "Pacific/Kiritimati", "America/Sao_Paulo")
_PLACES: Final = ("KR", "DE-BY", "DE-BE", "US", "JP", "GB")
#: Codes of countries too, as texts are often compared with these.
_WORDS: Final = ("KR", "US")


def value_of(fact: FactDeclaration, probe: Probe, run: Denotation, currency: str) -> st.SearchStrategy[Any]:
    """Return the values to try for a fact that is no event; the simplest is the first."""
    edges = [value + near for value in probe.edges(fact.name, run) for near in (0, -1, 1)]
    match fact.type:
        case Boolean():
            return st.booleans()
        case Choice(names):
            return st.sampled_from(names)
        case SetOf(names):
            return st.lists(st.sampled_from(names), unique=True, max_size=len(names))
        case Number(lowest, highest):
            numbers = [number for number in (*edges, 0, 1, 2, lowest, highest) if lowest <= number <= highest]
            return st.sampled_from(list(dict.fromkeys(numbers)))
        case MoneyType():
            return _money([amount for amount in (*edges, *_AMOUNTS) if amount >= 0], currency)
        case Zone():
            return st.sampled_from(_ZONES)
        case Place():
            return st.sampled_from(_places(probe))
    return st.sampled_from([*probe.plan.symbols, *_WORDS])


def _money(amounts: list[int], currency: str) -> st.SearchStrategy[str]:
    return st.sampled_from([str(Money(amount, currency)).replace(",", "") for amount in dict.fromkeys(amounts)])


def _places(probe: Probe) -> list[str]:
    among = [place for _, time in probe.times for place in time.convention.among]
    return list(dict.fromkeys([place for place in among if is_place(place)] + [*_PLACES]))
