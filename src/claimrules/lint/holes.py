"""A table → what none of its rows is for: the columns split, one after the other, where rows cover some of their values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import define, evolve, field, frozen

from claimrules.constructs.declarations.table import Table
from claimrules.core.build import both, either, equal, negate
from claimrules.core.expr import Expr, Fact, Lit
from claimrules.domain.types import Boolean, Choice, Country, Event, FactDeclaration, Place, Text, Zone
from claimrules.lint.subject import Subject

#: So many questions are asked about one table; beyond that nothing is said.
MOST_ASKED = 1_500
#: Facts of so many values that no table is expected to have a row for each.
_OPEN = (Text, Country, Place, Zone, Event)
#: What a row says of facts, by their names.
_Cells = Mapping[str, Expr]


@frozen
class Hole:
    """Facts that no row is for.

    Args:
        values: of each column that matters, the values, as the language says them.
        is_part: some of these facts, by the columns of numbers or sets, have a row all the same.
    """

    values: tuple[tuple[FactDeclaration, tuple[str, ...]], ...] = ()
    is_part: bool = False


def holes_in(table: Table, subject: Subject) -> tuple[Hole, ...]:
    """Return what no row of a table is for; nothing where that would take too long to find out."""
    vocabulary, low = subject.plan.vocabulary, subject.context.low
    facts = [vocabulary[column.name.text] for column in table.columns if column.kind == "fact"]
    rows = tuple(
        {
            fact.name: low.condition(said)
            for fact, said in zip(facts, row.says, strict=True)
            if said is not None and not isinstance(fact.type, _OPEN)
        }
        for row in table.written
    )
    common = tuple(low.condition(condition) for condition in table.conditions)
    search = _Search(subject)
    found = search.holes([fact for fact in facts if isinstance(fact.type, Boolean | Choice)], common, rows)
    return () if search.is_lost else found


@define
class _Search:
    """The questions about one table, of which each fixes the values of some facts and leaves the rows that may hold."""

    subject: Subject
    asked: int = 0
    is_lost: bool = False
    _agreeing: dict[tuple[Expr, Expr], bool] = field(factory=dict)

    def holes(
        self, facts: Sequence[FactDeclaration], fixed: tuple[Expr, ...], rows: tuple[_Cells, ...]
    ) -> tuple[Hole, ...]:
        """Return the holes where what is fixed holds; the values of `facts` are not yet, and rows have a cell for them."""
        if not all(rows):
            return ()
        splitting = [fact for fact in facts if any(fact.name in row for row in rows)]
        if not splitting:
            return self._left(fixed, [both(row.values()) for row in rows])
        fact, *others = splitting
        parts: dict[tuple[Hole, ...], list[str]] = {}
        for name, holds in _values(fact):
            parts.setdefault(self.holes(others, (*fixed, holds), self._rows_for(fact, holds, rows)), []).append(name)
        if len(parts) == 1:
            return next(iter(parts))
        return tuple(
            evolve(hole, values=((fact, tuple(names)), *hole.values))
            for holes, names in parts.items()
            for hole in holes
        )

    def _rows_for(self, fact: FactDeclaration, holds: Expr, rows: tuple[_Cells, ...]) -> tuple[_Cells, ...]:
        """Return the rows that may hold for a value of a fact, without their cells for it."""
        return tuple(
            {name: cell for name, cell in row.items() if name != fact.name}
            for row in rows
            if fact.name not in row or self._agree(row[fact.name], holds)
        )

    def _agree(self, cell: Expr, holds: Expr) -> bool:
        if (cell, holds) not in self._agreeing:
            self._agreeing[cell, holds] = self._can_hold(cell, holds)
        return self._agreeing[cell, holds]

    def _left(self, fixed: tuple[Expr, ...], rows: list[Expr]) -> tuple[Hole, ...]:
        """Return the hole that is left between rows which tell apart nothing but numbers and sets."""
        is_hole = self._can_hold(*fixed, *map(negate, rows))
        return (Hole(is_part=bool(rows) and self._can_hold(*fixed, either(rows))),) if is_hole else ()

    def _can_hold(self, *conditions: Expr) -> bool:
        self.asked += 1
        found = None if self.is_lost or self.asked > MOST_ASKED else self.subject.can_hold(conditions)
        self.is_lost |= found is None
        return bool(found)


def _values(fact: FactDeclaration) -> list[tuple[str, Expr]]:
    if isinstance(fact.type, Choice):
        return [(name, equal(Fact(fact.name), Lit(code))) for code, name in enumerate(fact.type.names)]
    holds = Fact(fact.name, is_truth=True)
    return [("yes", holds), ("no", negate(holds))]
