"""`parameter`: a value that changed over time; which one holds is told by the event the ruleset is in force by."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any, Final

from attrs import field, frozen

from claimrules.constructs.construct import (
    Builder,
    Construct,
    Name,
    SyntaxTree,
    Words,
    children,
    nothing_to_check,
)  # fmt: skip
from claimrules.constructs.declarations.clauses import title_of
from claimrules.constructs.literals import NO_DATE, checked_money, date_of, number_of
from claimrules.constructs.moments.durations import Duration, build_duration
from claimrules.constructs.scope import Scope
from claimrules.text.span import Span

#: What each kind of value is called.
KINDS: Final = {
    "duration_value": "a length of time", "percent_value": "a percentage", "money_value": "money", "number_value": "a number",
}  # fmt: skip


@frozen
class DatedValue:
    """A value from a day on.

    Args:
        kind: the grammar's name for what it is.
        value: a `Duration`, a percentage, the text of money, or a whole number.
    """

    start: date
    kind: str
    value: Any
    cites: tuple[Any, ...]
    span: Span = field(eq=False, repr=False)


@frozen
class Parameter:
    """A name for values, the earliest first."""

    name: Name
    title: Words
    values: tuple[DatedValue, ...]
    span: Span = field(eq=False, repr=False)

    @property
    def kind(self) -> str:
        """What its values are."""
        return self.values[0].kind

    @property
    def changes(self) -> tuple[DatedValue, ...]:
        """Its values without those that say what the one before says, at whose days nothing changes."""
        changed = (later for earlier, later in pairwise(self.values) if earlier.value != later.value)
        return (self.values[0], *changed)


def _value(tree: Any, b: Builder) -> Any:
    first = tree.children[0]
    match tree.data:
        case "duration_value":
            return build_duration(first, b)
        case "percent_value":
            return Decimal(str(first).rstrip("% ").replace("_", ""))
        case "number_value":
            return number_of(first, b)
        case _:
            return str(first)


def _build(tree: SyntaxTree, b: Builder) -> Parameter:
    values = tuple(
        DatedValue(date_of(part.children[0], b), str(part.children[1].data), _value(part.children[1], b),
                   b.nodes(part.children[2:]), b.span(part))
        for part in children(tree, "dated_value")
    )  # fmt: skip
    return Parameter(
        b.name(tree.children[0]), title_of(tree), tuple(sorted(values, key=lambda v: v.start)), b.span(tree)
    )


def _check(node: Parameter, scope: Scope) -> None:
    for value in node.values:
        if value.kind != node.kind:
            words = f"`{node.name}` is {KINDS[node.kind]} first, but {KINDS[value.kind]} here"
            scope.collector.report("CR0302", words, value.span, "give another parameter another name")
        if not value.cites:
            words = f"a value of `{node.name}` cites no source"
            scope.collector.report("CR0401", words, value.span, 'add: cite SOURCE "where in it"')
        for cite in value.cites:
            scope.check(cite, scope)
        _check_value(value, scope)
    for earlier, later in pairwise(node.values):
        if earlier.start == later.start and not scope.collector.has_fault_in(node.span, NO_DATE):
            words = f"`{node.name}` has two values from {later.start}"
            scope.collector.report("CR0404", words, later.span, "keep one")


def _check_value(value: DatedValue, scope: Scope) -> None:
    if value.kind == "money_value":
        checked_money(value.value, value.span, scope)
    if isinstance(value.value, Duration) and value.value.parameter is not None:
        words = "a parameter's value is written out, not another parameter"
        scope.collector.report("CR0305", words, value.span, "write it as in: 7 days")


PARAMETER = Construct(
    "parameter", Parameter, "A value that changed over time.", 'parameter window_length from 2016-09-30: 7 days cite act "17"',
    _build, _check, nothing_to_check,
)  # fmt: skip
