"""Conditions → whether they can hold together: every fact they read tried over the values that matter, in three values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from attrs import define, field

from claimrules.core.build import both, choose, either
from claimrules.core.denote import Denotation
from claimrules.core.expr import NOW, And, Apply, Expr, Fact, If, IsKnown, Lit, Or, parts_of
from claimrules.core.missing import missing
from claimrules.core.ops.order import AT_MOST, EQUAL, GREATEST, LEAST, LESS, NOT
from claimrules.domain.types import NEVER, Choice, Event, FactDeclaration, MoneyType, Number
from claimrules.evaluators.reference import PythonKernel

#: So many evaluations are spent on one question; beyond that there is no answer.
MOST_RUNS = 2_000
_MOST_VALUES = 400
_ORDER = frozenset({AT_MOST, EQUAL, GREATEST, LEAST, LESS, NOT})
_Values = Mapping[str, int | bool]


def can_hold(exprs: Iterable[Expr], facts: Mapping[str, FactDeclaration]) -> bool | None:
    """Tell whether conditions can hold together.

    What is counted (a deadline, a length of time) is taken for something that can be anything, so that no is certain.
    """
    simple = _Abstraction()
    expr = simple(both(exprs))
    domains = _domains(expr, facts)
    if any(len(values) > _MOST_VALUES for values in domains.values()):
        return None
    return _Search(expr, domains).found({})


def is_counted(expr: Expr) -> bool:
    """Tell whether a condition rests on something counted, so that it may hold more seldom than `can_hold` says."""
    simple = _Abstraction()
    simple(expr)
    return simple.is_used


@define
class _Search:
    """A search over the values of facts, which goes no further where the values so far decide."""

    expr: Expr
    domains: Mapping[str, list[int | bool]]
    runs: int = 0

    def found(self, values: _Values) -> bool | None:
        """Tell whether the condition holds for some values beside these."""
        self.runs += 1
        run = Denotation(PythonKernel(), {name: (value, True) for name, value in values.items()})
        value, is_known = run(self.expr)
        if is_known:
            return bool(value)
        name = missing(self.expr, run)[0]
        for candidate in self.domains[name]:
            if self.runs >= MOST_RUNS:
                return None
            found = self.found({**values, name: candidate})
            if found is not False:
                return found
        return False


@define
class _Abstraction:
    """Expressions with everything that is counted replaced by a fact of its own."""

    _stands_for: dict[Expr, Fact] = field(factory=dict)

    @property
    def is_used(self) -> bool:
        """Whether something was replaced."""
        return bool(self._stands_for)

    def __call__(self, expr: Expr) -> Expr:
        match expr:
            case And(parts):
                return both(map(self, parts))
            case Or(parts):
                return either(map(self, parts))
            case If(condition, then, otherwise):
                return choose(self(condition), self(then), self(otherwise))
            case Apply(op, args) if op in _ORDER:
                return Apply(op, tuple(map(self, args)))
            case Apply() if not _inputs(expr):
                return Lit(Denotation(PythonKernel(), {})(expr)[0])
            case Apply() | IsKnown():
                name = f"something counted {len(self._stands_for)}"
                return self._stands_for.setdefault(expr, Fact(name, expr.is_truth))
            case _:
                return expr


def _inputs(expr: Expr) -> set[Fact]:
    found, waiting, seen = set(), [expr], set[Expr]()
    while waiting:
        part = waiting.pop()
        if part not in seen:
            seen.add(part)
            waiting += parts_of(part)
            found |= {part} if isinstance(part, Fact) else set()
    return found


def _domains(expr: Expr, facts: Mapping[str, FactDeclaration]) -> dict[str, list[int | bool]]:
    inputs = _inputs(expr)
    domains: dict[str, list[int | bool]] = {fact.name: [True, False] for fact in inputs if fact.is_truth}
    compared = _compared(expr)
    for fact in inputs:
        if not fact.is_truth:
            domains[fact.name] = list(_integers(fact, compared, facts))
    return domains


def _compared(expr: Expr) -> dict[Fact, tuple[set[Fact], set[int]]]:
    """Return for each fact the group of facts it is compared with, itself included, and the constants of the group."""
    groups: dict[Fact, tuple[set[Fact], set[int]]] = defaultdict(lambda: (set(), set()))
    waiting, seen = [expr], set[Expr]()
    while waiting:
        part = waiting.pop()
        if part in seen:
            continue
        seen.add(part)
        waiting += parts_of(part)
        if isinstance(part, Apply) and part.op != NOT:
            _join(part, groups)
    return groups


def _join(part: Apply, groups: dict[Fact, tuple[set[Fact], set[int]]]) -> None:
    members = {fact for fact in _inputs(part) if not fact.is_truth}
    constants = {int(arg.value) for arg in _literals(part)}
    for fact in list(members):
        members |= groups[fact][0]
        constants |= groups[fact][1]
    for fact in members:
        groups[fact] = (members, constants)


def _literals(expr: Expr) -> list[Lit]:
    found, waiting = [], [expr]
    while waiting:
        part = waiting.pop()
        waiting += parts_of(part)
        found += [part] if isinstance(part, Lit) else []
    return found


def _integers(
    fact: Fact, compared: Mapping[Fact, tuple[set[Fact], set[int]]], facts: Mapping[str, FactDeclaration]
) -> Iterable[int]:
    kind = facts[fact.name].type if fact.name in facts else None
    if isinstance(kind, Choice):
        return range(len(kind.names))
    lowest, highest = _bounds(fact, kind)
    members, constants = compared.get(fact, ({fact}, set[int]()))
    edges = constants | {bound for bound in (lowest, highest) if bound is not None} or {0}
    near = {edge + step for edge in edges for step in range(-len(members), len(members) + 1)}
    return sorted(v for v in near if (lowest is None or v >= lowest) and (highest is None or v <= highest))


def _bounds(fact: Fact, kind: object) -> tuple[int | None, int | None]:
    if fact == NOW:
        return None, NEVER - 1
    match kind:
        case Event():
            return None, NEVER
        case Number(lowest, highest):
            return lowest, highest
        case MoneyType():
            return 0, None
        case _:
            return None, None
