"""What is counted → values of the facts it reads, close and far apart, edges first; for what cannot be told by looking."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import product
from math import prod

from claimrules.compiler.facts_read import facts_read
from claimrules.core.denote import Denotation
from claimrules.core.expr import NOW, Apply, Expr, Lit, parts_of
from claimrules.domain.instants import micros
from claimrules.domain.types import ALWAYS, NEVER, Boolean, Choice, Event, FactDeclaration, MoneyType, Number, SetOf
from claimrules.evaluators.reference import PythonKernel

Values = dict[str, int | bool]
#: So many combinations of values are tried; beyond that nothing is said.
MOST = 4_000
DAY = 86_400_000_000
_BASES = tuple(
    micros(datetime(2026, month, day, 12, tzinfo=UTC)) for month, day in ((1, 31), (3, 10), (6, 30), (12, 25))
)
_LENGTHS = (0, 1, 2, 3, 5, 7, 10, 14, 20, 30, 45, 60, 90, 120, 180, 365, 540, 730, 1100, 2000, 4000, 12_000)
_FAR = tuple(sign * days * DAY for days in _LENGTHS for sign in (1, -1))
_LATE = NEVER - 1


def run_of(values: Mapping[str, int | bool]) -> Denotation:
    """Return a run over values of facts, long after everything that has happened."""
    inputs = {name: (value, True) for name, value in values.items()}
    return Denotation(PythonKernel(), {NOW.name: (_LATE, True), **inputs})


def combinations(names: Sequence[str], facts: Mapping[str, FactDeclaration], edges: Sequence[int]) -> Iterator[Values]:
    """Yield values of facts, events that have happened among them; nothing when there are too many to try."""
    events = [name for name in names if name in facts and isinstance(facts[name].type, Event)]
    choices = [_choices(name, facts) for name in names if name not in events]
    choices[:0] = [[{name: instant} for instant in _instants(place, edges)] for place, name in enumerate(events)]
    if not all(choices) or prod(map(len, choices)) > MOST:
        return
    for chosen in product(*choices):
        yield {name: value for values in chosen for name, value in values.items()}


def _instants(place: int, edges: Sequence[int]) -> list[int]:
    """Return when an event is taken to have happened: the first at a few instants, the others close to them and far off."""
    near = _BASES if place == 0 else [_BASES[0] + step for step in _FAR]
    return [*dict.fromkeys((*edges, *near))]


def _choices(name: str, facts: Mapping[str, FactDeclaration]) -> list[Values]:
    match facts[name].type if name in facts else None:
        case Boolean():
            return [{name: value} for value in (False, True)]
        case Choice(names):
            return [{name: value} for value in range(len(names))]
        case SetOf(names):
            return [{f"{name}#{member}": member in chosen for member in names} for chosen in (names, ())]
        case Number(lowest, highest):
            return [{name: value} for value in dict.fromkeys((lowest, 0, 1, highest)) if lowest <= value <= highest]
        case MoneyType():
            return [{name: value} for value in (0, 1, 10**6)]
        case _:
            return []


def edges_in(exprs: Sequence[Expr]) -> tuple[int, ...]:
    """Return the instants that stand in expressions, each with the one before it."""
    found: set[int] = set()
    waiting, seen = list(exprs), set[Expr]()
    while waiting:
        part = waiting.pop()
        if part in seen:
            continue
        seen.add(part)
        waiting += parts_of(part)
        if isinstance(part, Apply | Lit) and not part.is_truth and not facts_read([part]):
            value, is_known = run_of({})(part)
            if is_known and ALWAYS // 2 < value < NEVER // 2 and abs(value) > DAY * 1000:
                found |= {value - 1, value}
    return tuple(sorted(found))
