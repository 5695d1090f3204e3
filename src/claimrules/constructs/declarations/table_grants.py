"""The cells of a row that say what it grants, and how much."""

from __future__ import annotations

from typing import Any, Final

from attrs import evolve, frozen

from claimrules.constructs.amounts import BareAmount, FactAmount, Nothing
from claimrules.constructs.conditions.compare import MoneyLiteral
from claimrules.constructs.construct import Builder, Name
from claimrules.constructs.declarations.grant import Adjustment, Grant, build_grant

#: Cells that say no amount.
_NO_AMOUNT: Final = frozenset({"any_cell"})


@frozen
class Column:
    """A column: a fact, or one of the words of `_COLUMNS`."""

    name: Name
    kind: str


def grants_of(common: tuple[Grant, ...], cells: list[tuple[Column, Any]], b: Builder) -> tuple[Grant, ...]:
    """Return what a row grants: what is common to all rows, or what its cells grant, at the amounts that its cells say."""
    granting = [(column, cell) for column, cell in cells if column.kind in {"grant", "may grant"}]
    own = tuple(
        build_grant(cell, b, is_right=column.kind == "grant")
        for column, cell in granting
        if cell.data in {"name_cell", "grant_cell"}
    )
    priced = own if granting else common
    for column, cell in cells:
        if column.kind in {"amount", "at most", "less", "plus"} and cell.data not in _NO_AMOUNT:
            amount = _amount(cell, b)
            priced = tuple(_with_amount(grant, column.kind, amount) for grant in priced)
    return (*common, *priced) if granting else priced


def _amount(cell: Any, b: Builder) -> Any:
    span = b.span(cell)
    match cell.data:
        case "name_cell":
            return FactAmount(b.name(cell.children[0]), span)
        case "money_cell":
            return MoneyLiteral(str(cell.children[0]), span)
        case "number_cell":
            return BareAmount(str(cell.children[0]), span)
        case "nothing_cell":
            return Nothing(span)
        case "percent_amount" | "named_percent_amount" | "times_amount":
            return b.node(cell)
        case _:
            words = f"`{span.text}` is no amount"
            b.collector.report("CR0105", words, span, "write: 15% of item.price, 5.00 USD, a money fact, or nothing")
            return Nothing(span)


def _with_amount(grant: Grant, kind: str, amount: Any) -> Grant:
    match kind:
        case "less":
            return evolve(grant, less=(*grant.less, Adjustment(amount)))
        case "plus":
            return evolve(grant, plus=(*grant.plus, Adjustment(amount)))
        case _:
            return evolve(grant, amount=amount, is_ceiling=kind == "at most")
