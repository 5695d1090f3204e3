"""Cells of a table, by the column they stand in: conditions on a fact, periods."""

from __future__ import annotations

from typing import Any

from claimrules.constructs.conditions.compare import Compare, FactOperand, MoneyLiteral, NumberLiteral
from claimrules.constructs.conditions.connectives import Negation
from claimrules.constructs.conditions.happened import HappenedAfter, HappenedBefore, HappenedBetween
from claimrules.constructs.conditions.holds import Holds
from claimrules.constructs.conditions.said import Said
from claimrules.constructs.conditions.values import Includes, OneOf
from claimrules.constructs.construct import Builder, Name, quoted
from claimrules.constructs.literals import date_of, number_of
from claimrules.constructs.moments.periods import Fixed, WindowUse
from claimrules.syntax.one_line import one_line


def condition_of(fact: Name, cell: Any, b: Builder) -> Said | None:
    """Return what a cell says of the fact of its column, or None after reporting that it says nothing of a fact."""
    made = _condition(fact, cell, b)
    if made is None:
        words = f"`{b.span(cell).text}` says nothing of `{fact}`"
        b.collector.report("CR0105", words, b.span(cell), "write a value, `one of …`, a comparison, or `any`")
        return None
    condition, words = made
    return Said(condition, words, b.span(cell))


def _condition(fact: Name, cell: Any, b: Builder) -> tuple[Any, str] | None:
    span, text = b.span(cell), one_line(b.span(cell).text)
    match cell.data:
        case "name_cell" | "none_cell" | "text_cell" | "one_of_cell":
            return _one_of(fact, cell, b), f"{fact} is {text}"
        case "not_cell" | "not_one_of_cell":
            return Negation(_one_of(fact, cell, b), span), f"not {fact} is {text.removeprefix('not').strip()}"
        case "yes_cell":
            return Holds(fact, span), str(fact)
        case "no_cell":
            return Negation(Holds(fact, span), span), f"not {fact}"
        case "includes_cell":
            return Includes(fact, b.name(cell.children[0]), span), f"{fact} {text}"
        case "compare_cell" | "money_cell" | "number_cell":
            return _compared(fact, cell, b), f"{fact} {text}" if cell.data == "compare_cell" else f"{fact} = {text}"
        case "after_cell":
            return HappenedAfter(fact, b.node(cell.children[0]), span), f"{fact} {text}"
        case "before_cell":
            return HappenedBefore(fact, b.node(cell.children[0]), span), f"{fact} {text}"
        case "between_cell":
            first, last = (date_of(token, b) for token in cell.children)
            return HappenedBetween(fact, first, last, span), f"{fact} {text}"
        case _:
            return None


def _one_of(fact: Name, cell: Any, b: Builder) -> OneOf:
    if cell.data == "text_cell":
        token = cell.children[0]
        return OneOf(fact, (Name(quoted(token), b.span(token)),), b.span(cell), is_text=True)
    if cell.data == "none_cell":
        return OneOf(fact, (Name("none", b.span(cell)),), b.span(cell))
    tokens = cell.children[0].children if "one_of" in cell.data else cell.children
    return OneOf(fact, tuple(map(b.name, tokens)), b.span(cell))


def _compared(fact: Name, cell: Any, b: Builder) -> Compare:
    span, token = b.span(cell), cell.children[0]
    left = FactOperand(fact, fact.span)
    if cell.data == "compare_cell":
        return Compare(left, str(token), b.node(cell.children[1]), span)
    is_money = cell.data == "money_cell"
    right: Any = MoneyLiteral(str(token), span) if is_money else NumberLiteral(number_of(token, b), span)
    return Compare(left, "=", right, span)


def period_of(cell: Any, b: Builder) -> Any:
    """Return the period of a `within` cell."""
    match cell.data:
        case "never_cell" | "none_cell":
            return Fixed(is_open=False, span=b.span(cell))
        case "name_cell":
            return WindowUse(b.name(cell.children[0]), b.span(cell))
        case "length_period" | "span_period" | "until_period":
            return b.node(cell)
        case _:
            words = f"`{b.span(cell).text}` is no time"
            b.collector.report(
                "CR0105", words, b.span(cell), "write: 7 days after EVENT, a window, never, or unlimited"
            )
            return Fixed(is_open=False, span=b.span(cell))
