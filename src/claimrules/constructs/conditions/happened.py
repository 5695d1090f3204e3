"""`A after B`, `A before B`, `A between D and D`: an event that has happened, against another or a date."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import field, frozen

from claimrules.constructs.conditions.holds import happened
from claimrules.constructs.construct import Builder, Construct, Name, SyntaxTree
from claimrules.constructs.literals import NO_DATE, date_of
from claimrules.constructs.lowering import Lowering
from claimrules.constructs.moments.points import EventMoment
from claimrules.constructs.scope import Scope
from claimrules.core.build import at_most, both, less
from claimrules.core.expr import Expr, Fact
from claimrules.text.span import Span


@frozen
class HappenedAfter:
    """The event has happened, and later than the point."""

    name: Name
    point: Any
    span: Span = field(eq=False, repr=False)


@frozen
class HappenedBefore:
    """The event has happened, and earlier than the point."""

    name: Name
    point: Any
    span: Span = field(eq=False, repr=False)


@frozen
class HappenedBetween:
    """The event has happened on one of the days, both included."""

    name: Name
    first: date
    last: date
    span: Span = field(eq=False, repr=False)


def _check(node: HappenedAfter | HappenedBefore, scope: Scope) -> None:
    scope.event(node.name)
    scope.check(node.point, scope)


def _check_between(node: HappenedBetween, scope: Scope) -> None:
    scope.event(node.name)
    if node.last < node.first and not scope.collector.has_fault_in(node.span, NO_DATE):
        scope.collector.report("CR0305", "the last day is before the first", node.span, "write the earlier date first")


def _comes_first(first: str, second: str, low: Lowering) -> Expr:
    """Return whether one event comes before another; one that ends its day goes before all else at its instant."""
    if low.ends_its_day(first) and not low.ends_its_day(second):
        return at_most(Fact(first), Fact(second))
    return less(Fact(first), Fact(second))


def _lower_after(node: HappenedAfter, low: Lowering) -> Expr:
    name, point = node.name.text, node.point
    if isinstance(point, EventMoment):
        return both((happened(name), _comes_first(point.name.text, name, low)))
    return both((happened(name), low.on_or_after(name, low.nominal.moment(point, "closes").exact)))


def _lower_before(node: HappenedBefore, low: Lowering) -> Expr:
    name, point = node.name.text, node.point
    if isinstance(point, EventMoment):
        return both((happened(name), _comes_first(name, point.name.text, low)))
    return both((happened(name), low.over_by(name, low.moment(point, "opens").exact)))


def _lower_between(node: HappenedBetween, low: Lowering) -> Expr:
    name = node.name.text
    first = low.day_edge(node.first, is_end=False).exact
    end = low.nominal.day_edge(node.last, is_end=True).exact
    return both((happened(name), low.on_or_after(name, first), low.over_by(name, end)))


def _build_between(tree: SyntaxTree, b: Builder) -> HappenedBetween:
    name, first, last = tree.children
    return HappenedBetween(b.name(name), date_of(first, b), date_of(last, b), b.span(tree))


AFTER = Construct(
    "happened_after", HappenedAfter, "An event happened after another event or a day.",
    "delivered after promised_delivery",
    lambda tree, b: HappenedAfter(b.name(tree.children[0]), b.node(tree.children[1]), b.span(tree)),
    _check, _lower_after,
)  # fmt: skip
BEFORE = Construct(
    "happened_before", HappenedBefore, "An event happened before another event or a day.", "delivered before 2026-03-20",
    lambda tree, b: HappenedBefore(b.name(tree.children[0]), b.node(tree.children[1]), b.span(tree)),
    _check, _lower_before,
)  # fmt: skip
BETWEEN = Construct(
    "happened_between", HappenedBetween, "An event happened on one of the days from the first to the last.",
    "placed between 2026-11-01 and 2026-12-31", _build_between, _check_between, _lower_between,
)  # fmt: skip
