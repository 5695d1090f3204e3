"""Moments: an event, a date, a length after or before one, the earliest or latest of several, a window's ends."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from attrs import evolve, field, frozen

from claimrules.constructs.construct import Builder, Construct, Name, SyntaxTree, nothing_to_check
from claimrules.constructs.literals import date_of, number_of
from claimrules.constructs.lowering import Lowering, Side
from claimrules.constructs.scope import Scope
from claimrules.core.expr import Apply, Lit
from claimrules.core.moment import Moment, earliest_of, event, fixed, latest_of, mapped
from claimrules.core.ops import time
from claimrules.domain.periods import LONGEST, Anchor
from claimrules.domain.zones import day_start
from claimrules.text.span import Span


@frozen
class Duration:
    """So many units of time."""

    length: int
    unit: str
    span: Span = field(eq=False, repr=False)

    def __str__(self) -> str:
        return f"{self.length} {self.unit}{'' if self.length == 1 else 's'}"


@frozen
class EventMoment:
    """When an event happens."""

    name: Name
    span: Span = field(eq=False, repr=False)


@frozen
class DateMoment:
    """A day: it opens at its start and closes at its end."""

    day: date
    span: Span = field(eq=False, repr=False)


@frozen
class Shifted:
    """A length after or before a moment."""

    duration: Duration
    direction: str
    moment: Any
    span: Span = field(eq=False, repr=False)


@frozen
class Extreme:
    """The earliest or the latest of several moments."""

    kind: str
    moments: tuple[Any, ...]
    span: Span = field(eq=False, repr=False)


@frozen
class WindowEdge:
    """Where a window opens (`start`) or closes (`end`)."""

    edge: str
    name: Name
    span: Span = field(eq=False, repr=False)


def build_duration(tree: SyntaxTree, b: Builder) -> Duration:
    """Build a length of time; one beyond 200 years, or below zero, is reported."""
    number, unit = tree.children
    duration = Duration(number_of(number, b), str(unit).removesuffix("s"), b.span(tree))
    if not 0 <= duration.length <= LONGEST[duration.unit]:
        words = f"{duration} is not between 0 and {LONGEST[duration.unit]:,} {duration.unit}s"
        b.collector.report("CR0305", words, duration.span, "write a shorter time")
        return evolve(duration, length=1)
    return duration


def _build_shift(direction: str) -> Any:
    def build(tree: SyntaxTree, b: Builder) -> Shifted:
        duration, moment = tree.children
        return Shifted(build_duration(duration, b), direction, b.node(moment), b.span(tree))  # type: ignore[arg-type]

    return build


def _build_extreme(kind: str) -> Any:
    def build(tree: SyntaxTree, b: Builder) -> Extreme:
        moments: Any = tree.children[0]
        return Extreme(kind, b.nodes(moments.children), b.span(tree))

    return build


def _build_edge(edge: str) -> Any:
    return lambda tree, b: WindowEdge(edge, b.name(tree.children[0]), b.span(tree))


def _check_shifted(node: Shifted, scope: Scope) -> None:
    scope.check(node.moment, scope)


def _check_extreme(node: Extreme, scope: Scope) -> None:
    for moment in node.moments:
        scope.check(moment, scope)


def _check_edge(node: WindowEdge, scope: Scope) -> None:
    scope.found("window", node.name, scope.windows)


def _lower_date(node: DateMoment, low: Lowering, side: Side) -> Moment:
    return fixed(day_start(node.day + timedelta(days=1) if side == "closes" else node.day, low.zone))


def anchor_of(node: Any, low: Lowering) -> Anchor:
    """Return what a period after a moment is counted from."""
    match node:
        case EventMoment(name) if low.ends_its_day(name.text):
            return Anchor.END_OF_DAY
        case WindowEdge("end") | Shifted(direction="after"):
            return Anchor.PERIOD
        case _:
            return Anchor.EVENT


def shifted(duration: Duration, moment: Moment, low: Lowering, anchor: Anchor) -> Moment:
    """Return the moment after a length counted by the convention in force."""
    op = time.after(duration.unit, low.convention, low.zone, anchor)
    return mapped(lambda start: Apply(op, (start, Lit(duration.length))), moment)


def _lower_shifted(node: Shifted, low: Lowering, side: Side) -> Moment:
    inner = node.moment
    if isinstance(inner, Extreme):
        parts = tuple(evolve(node, moment=part) for part in inner.moments)
        return low.moment(evolve(inner, moments=parts), side)
    if node.direction == "after":
        return shifted(node.duration, low.moment(inner, "opens"), low, anchor_of(inner, low))
    op = time.before(node.duration.unit, low.zone, anchor_of(inner, low), day_end=side == "closes")
    return mapped(lambda end: Apply(op, (end, Lit(node.duration.length))), low.moment(inner, "opens"))


def _lower_extreme(node: Extreme, low: Lowering, side: Side) -> Moment:
    moments = [low.moment(moment, side) for moment in node.moments]
    return (earliest_of if node.kind == "earliest" else latest_of)(moments)


def _lower_edge(node: WindowEdge, low: Lowering, _side: Side) -> Moment:
    interval = low.window(node.name.text)
    return interval.opens if node.edge == "start" else interval.closes


MOMENTS = (
    Construct(
        "event_moment", EventMoment, "When an event happens.", "from promised_delivery",
        lambda tree, b: EventMoment(b.name(tree.children[0]), b.span(tree)),
        lambda node, scope: scope.event(node.name), lambda node, _low, _side: event(node.name.text),
    ),
    Construct(
        "date_moment", DateMoment, "A day, from its start or until its end.", "until 2027-01-31",
        lambda tree, b: DateMoment(date_of(tree.children[0], b), b.span(tree)), nothing_to_check, _lower_date,
    ),
    Construct(
        "after_moment", Shifted, "A length of time after a moment.", "10 days after shipped",
        _build_shift("after"), _check_shifted, _lower_shifted,
    ),
    Construct(
        "before_moment", Shifted, "A length of time before a moment.", "24 hours before end of dispute",
        _build_shift("before"), _check_shifted, _lower_shifted,
    ),
    Construct(
        "earliest_of", Extreme, "The first of several moments; one that never comes is passed over.",
        "earliest of receipt_confirmed, protection_ended", _build_extreme("earliest"), _check_extreme, _lower_extreme,
    ),
    Construct(
        "latest_of", Extreme, "The last of several moments; open while one has not come.",
        "latest of paid, placed", _build_extreme("latest"), _check_extreme, _lower_extreme,
    ),
    Construct(
        "end_moment", WindowEdge, "Where a window closes.", "end of seller_answer",
        _build_edge("end"), _check_edge, _lower_edge,
    ),
    Construct(
        "start_moment", WindowEdge, "Where a window opens.", "start of dispute",
        _build_edge("start"), _check_edge, _lower_edge,
    ),
)  # fmt: skip
