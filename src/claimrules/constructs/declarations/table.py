"""`table`: many rules at once; each row is a rule, named by its place (`returns.2`)."""

from __future__ import annotations

from typing import Any, Final

from attrs import evolve, field, frozen

from claimrules.constructs.construct import (
    Builder,
    Construct,
    Name,
    SyntaxTree,
    Words,
    children,
    nothing_to_check,
    quoted,
)  # fmt: skip
from claimrules.constructs.declarations.clauses import Cite, report_uncited
from claimrules.constructs.declarations.statements import Rule, build_rule
from claimrules.constructs.declarations.table_cells import condition_of, period_of
from claimrules.constructs.declarations.table_grants import Column, grants_of
from claimrules.constructs.declarations.time_clauses import TimeClauses
from claimrules.constructs.scope import Scope
from claimrules.syntax.one_line import one_line
from claimrules.text.span import Span

#: Columns that are not facts, with what they are called.
_COLUMNS: Final = {
    "within_column": "within", "grant_column": "grant", "may_grant_column": "may grant", "amount_column": "amount",
    "at_most_column": "at most", "less_column": "less", "plus_column": "plus", "title_column": "title", "cite_column": "cite",
}  # fmt: skip
#: Cells that say no time.
_NO_TIME: Final = frozenset({"any_cell", "unlimited_cell"})


@frozen
class Row:
    """A row as written.

    Args:
        says: what its cells say of the facts of the columns, in their order: a condition, or None for any.
        gives: the words of its other cells, which tell what follows; nothing where the row grants nothing.
    """

    name: Name
    says: tuple[Any, ...]
    gives: tuple[str, ...]


@frozen
class Table:
    """Rows that are rules.

    Args:
        conditions: what holds for all rows.
        rows: the rules; one that neither grants nor obliges is there for what it replaces, else left out.
        written: all rows.
    """

    name: Name
    title: Words
    conditions: tuple[Any, ...]
    columns: tuple[Column, ...]
    rows: tuple[Rule, ...]
    written: tuple[Row, ...]
    span: Span = field(eq=False, repr=False)


def _columns(head: Any, b: Builder) -> tuple[Column, ...]:
    found = []
    for part in head.children:
        if part.data == "fact_column":
            found.append(Column(b.name(part.children[0]), "fact"))
        else:
            found.append(Column(Name(_COLUMNS[part.data], b.span(part)), _COLUMNS[part.data]))
    return tuple(found)


def _build(tree: SyntaxTree, b: Builder) -> Table:
    (head,) = children(tree, "table_head")
    columns = _columns(head, b)
    common = build_rule(tree, b)
    rows, written = [], []
    for number, row in enumerate(children(tree, "table_row"), start=1):
        if len(row.children) != len(columns):
            words = f"the row has {len(row.children)} cells, but the table has {len(columns)} columns"
            b.collector.report("CR0403", words, b.span(row), "write `any` or `nothing` in a cell that says nothing")
            continue
        cells = list(zip(columns, row.children, strict=True))
        said = tuple(_fact_cell(column, cell, b) for column, cell in cells if column.kind == "fact")
        rule = _row(common, number, said, cells, b)
        is_rule = bool(rule.grants or rule.duties or rule.replaces)
        rows += [rule] if is_rule else []
        written.append(Row(rule.name, said, _words(cells, b) if is_rule else ()))
    return Table(common.name, common.title, common.conditions, columns, tuple(rows), tuple(written), b.span(tree))


def _fact_cell(column: Column, cell: Any, b: Builder) -> Any:
    return None if cell.data == "any_cell" else condition_of(column.name, cell, b)


def _words(cells: list[tuple[Column, Any]], b: Builder) -> tuple[str, ...]:
    return tuple(one_line(b.span(cell).text) for column, cell in cells if column.kind not in {"fact", "title", "cite"})


def _row(common: Rule, number: int, said: tuple[Any, ...], cells: list[tuple[Column, Any]], b: Builder) -> Rule:
    span = Span(b.piece.span.source, b.span(cells[0][1]).start, b.span(cells[-1][1]).end)
    conditions = [condition for condition in said if condition is not None]
    windows = [period_of(cell, b) for column, cell in cells if column.kind == "within" and cell.data not in _NO_TIME]
    titles = [quoted(cell.children[0]) for column, cell in cells if column.kind == "title" and cell.data == "text_cell"]
    cites = [_cite(cell, b) for column, cell in cells if column.kind == "cite" and cell.data == "cite"]
    return evolve(
        common,
        name=Name(f"{common.name}.{number}", span),
        title=Words(titles[0]) if titles else common.title,
        conditions=(*common.conditions, *conditions),
        time=TimeClauses(common.time.opens, common.time.closes, (*common.time.windows, *windows)),
        grants=grants_of(common.grants, cells, b),
        cites=(*common.cites, *cites),
        span=span,
        is_row=True,
    )


def _cite(cell: Any, b: Builder) -> Cite:
    return Cite(b.name(cell.children[0]), quoted(cell.children[1]), b.span(cell))


def _check(node: Table, scope: Scope) -> None:
    for column in node.columns:
        if column.kind == "fact":
            scope.fact(column.name)
    kinds = [column.name.text for column in node.columns]
    for index, column in enumerate(node.columns):
        if column.name.text in kinds[:index] and column.kind not in {"grant", "may grant"}:
            scope.collector.report("CR0404", f"the column `{column.name}` stands twice", column.name.span, "keep one")
    for condition in (*node.conditions, *(said for row in node.written for said in row.says if said is not None)):
        scope.check(condition, scope)
    _check_cited(node, scope)


def _check_cited(node: Table, scope: Scope) -> None:
    """Report rows that cite nothing, all of a table at once."""
    uncited = [row for row in node.rows if not row.cites]
    if uncited and len(uncited) == len(node.rows):
        report_uncited(f"the table `{node.name}` cites no source", node.name.span, scope)
    elif uncited:
        shown = ", ".join(f"`{row.name}`" for row in uncited)
        report_uncited(f"rows of the table `{node.name}` cite no source: {shown}", uncited[0].span, scope)


TABLE = Construct(
    "table", Table, "Many rules at once.", "table returns | item.category | grant | | phones | full_refund |",
    _build, _check, nothing_to_check,
)  # fmt: skip
