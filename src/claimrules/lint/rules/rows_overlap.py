"""Two rows of a table that can hold for the same facts and give different things."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from attrs import define, field

from claimrules.constructs.declarations.table import Row, Table
from claimrules.core.expr import Expr
from claimrules.diagnostics.diagnostic import Diagnostic
from claimrules.lint.can_hold import is_counted
from claimrules.lint.rule import LintRule, warning
from claimrules.lint.subject import Subject

_HELP = "both count, and the buyer has what either gives: say in a cell where one of the two does not hold"


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for table in subject.of(Table):
        yield from _Comparison(subject, table).findings()


@define
class _Comparison:
    """The rows of one table, each beside those before it."""

    subject: Subject
    table: Table
    _apart: dict[tuple[Expr, Expr], bool] = field(factory=dict)

    def findings(self) -> Iterator[Diagnostic]:
        """Yield each row that overlaps one before it, with the first such row."""
        low = self.subject.context.low
        common = [low.condition(condition) for condition in self.table.conditions]
        cells = [[low.condition(said) for said in row.says if said is not None] for row in self.table.written]
        for index, row in enumerate(self.table.written):
            for earlier, before in zip(self.table.written[:index], cells, strict=False):
                if earlier.gives != row.gives and self._overlap(common, before, cells[index]):
                    yield _finding(earlier, row)
                    break

    def _overlap(self, common: list[Expr], one: list[Expr], other: list[Expr]) -> bool:
        if any(self._are_apart(a, b) for a, b in product(one, other)) or any(map(is_counted, (*one, *other))):
            return False
        return self.subject.can_hold([*common, *one, *other]) is True

    def _are_apart(self, one: Expr, other: Expr) -> bool:
        if (one, other) not in self._apart:
            self._apart[one, other] = self.subject.can_hold([one, other]) is False
        return self._apart[one, other]


def _finding(earlier: Row, row: Row) -> Diagnostic:
    words = f"`{earlier.name}` and `{row.name}` can hold for the same facts, and give different things"
    return warning("CR0712", words, row.name.span, _HELP, (earlier.name.span, "and this row"), words="this row")


ROWS_OVERLAP = LintRule(
    "CR0712",
    "rows overlap",
    "Two rows of a table that can hold for the same facts and give different things.",
    """table returns "Returns" when claim.reason is change_of_mind
  cite terms "section 4"
  | item.category | within                  | grant       |
  | any           | 30 days after delivered | full_refund |
  | electronics   | 7 days after delivered  | full_refund |
""",
    """table returns "Returns" when claim.reason is change_of_mind
  cite terms "section 4"
  | item.category   | within                  | grant       |
  | not electronics | 30 days after delivered | full_refund |
  | electronics     | 7 days after delivered  | full_refund |
""",
    _check,
)
