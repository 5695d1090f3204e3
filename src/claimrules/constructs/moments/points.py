"""Moments: an event, a date, a length after or before one, the earliest or latest of several, a window's ends."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from attrs import evolve, field, frozen

from claimrules.constructs.construct import Builder, Construct, Name, SyntaxTree, nothing_to_check
from claimrules.constructs.literals import date_of, instant_of, number_of
from claimrules.constructs.lowering import Lowering, Side
from claimrules.constructs.scope import Scope
from claimrules.core.build import definitely, just_before, least
from claimrules.core.expr import Fact
from claimrules.core.moment import NEVER, Moment, chosen, earliest_of, event, fixed, latest_of
from claimrules.deadlines.periods import LONGEST, Anchor, Period
from claimrules.domain.fact_events import ONLY_A_DAY
from claimrules.domain.instants import micros
from claimrules.text.span import Span


@frozen
class Duration:
    """A length of time, in one or more units, or the parameter that says it."""

    period: Period
    parameter: Name | None = None
    span: Span = field(eq=False, repr=False, kw_only=True)

    def __str__(self) -> str:
        return str(self.parameter or self.period)


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
class InstantMoment:
    """An instant as written, with its offset from UTC."""

    instant: datetime
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
    """Build a length of time; a part beyond 200 years, or below zero, and a mix that cannot be counted are reported."""
    if tree.data == "named_duration":
        name = b.name(tree.children[0])
        if name.text.removesuffix("s") in LONGEST:
            b.collector.report(
                "CR0105", f"`{name}` cannot stand here", name.span, "expected a number before it: 7 days"
            )
        return Duration(Period(()), name, span=b.span(tree))
    parts = tuple(_part(part, b) for part in tree.children)
    duration = Duration(Period(parts), span=b.span(tree))
    if duration.period.kinds > 1:
        words = f"`{duration}` mixes hours, days and business days"
        b.collector.report(
            "CR0305", words, duration.span, "count one after the other: 2 days after 3 hours after EVENT"
        )
        return evolve(duration, period=Period(parts[:1]))
    return duration


def _part(tree: Any, b: Builder) -> tuple[int, str]:
    number, unit = tree.children
    length, name = number_of(number, b), re.sub(r"\s+", " ", str(unit)).removesuffix("s")
    if 0 <= length <= LONGEST[name]:
        return length, name
    words = f"{length} {name}s is not between 0 and {LONGEST[name]:,} {name}s"
    b.collector.report("CR0305", words, b.span(tree), "write a shorter time")
    return 1, name


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


def check_duration(node: Duration, scope: Scope) -> None:
    """Report a parameter that is not there, or is no length of time."""
    if node.parameter is not None and node.parameter.text.removesuffix("s") not in LONGEST:
        scope.parameter(node.parameter, "duration_value", "a length of time")


def _check_shifted(node: Shifted, scope: Scope) -> None:
    check_duration(node.duration, scope)
    scope.check(node.moment, scope)


def _check_extreme(node: Extreme, scope: Scope) -> None:
    for moment in node.moments:
        scope.check(moment, scope)


def _check_edge(node: WindowEdge, scope: Scope) -> None:
    scope.found("window", node.name, scope.windows)


def _lower_date(node: DateMoment, low: Lowering, side: Side) -> Moment:
    return low.day_edge(node.day, is_end=side == "closes")


def anchor_of(node: Any, low: Lowering) -> Anchor:
    """Return what a period after a moment is counted from."""
    match node:
        case EventMoment(name) if low.ends_its_day(name.text):
            return Anchor.END_OF_DAY
        case DateMoment():
            return Anchor.DAY
        case WindowEdge("end") | Shifted(direction="after"):
            return Anchor.PERIOD
        case Shifted():
            return Anchor.POINT if all(p.is_elapsed for p in low.periods_of(node.duration)) else Anchor.DAY
        case WindowEdge():
            return Anchor.POINT
        case _:
            return Anchor.EVENT


def anchors_of(node: Any, low: Lowering) -> frozenset[Anchor]:
    """Return what periods after a moment are counted from; after one of several moments, from each of them."""
    if isinstance(node, Extreme):
        return frozenset[Anchor]().union(*(anchors_of(moment, low) for moment in node.moments))
    return frozenset({anchor_of(node, low)})


def after(duration: Duration, node: Any, low: Lowering, *, before: Moment = NEVER) -> Moment:
    """Return the moment a length after another, which counts only if it comes before the last moment given."""
    anchor = anchor_of(node, low)
    inner = low.chained if anchor is Anchor.PERIOD else low.actual
    found = inner.moment(node, "opens")
    moment = found if before == NEVER else evolve(found, latest=least((found.latest, just_before(before.latest))))
    counted = low.dated_after(duration, moment, anchor)
    asks_the_clock = (
        low.convention.first_day == "excluded_unless_midnight" or low.convention.hours == "after_event_hour"
    )
    if not (asks_the_clock and isinstance(node, EventMoment) and anchor is Anchor.EVENT):
        return counted
    is_only_a_day = definitely(Fact(f"{node.name}{ONLY_A_DAY}", is_truth=True))
    return chosen(is_only_a_day, low.dated_after(duration, moment, Anchor.DAY), counted)


def _lower_shifted(node: Shifted, low: Lowering, side: Side) -> Moment:
    inner = node.moment
    if isinstance(inner, Extreme):
        parts = tuple(evolve(node, moment=part) for part in inner.moments)
        return low.moment(evolve(inner, moments=parts), side)
    if node.direction == "after":
        return after(node.duration, inner, low)
    anchor = anchor_of(inner, low)
    moment = (low.chained if anchor is Anchor.PERIOD else low.actual).moment(inner, "opens")
    return low.dated(node.duration, lambda period: low.before(period, moment, anchor, day_end=side == "closes"))


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
        "instant_moment", InstantMoment, "An instant, with its offset from UTC.", "from 2026-03-20T14:00+09:00",
        lambda tree, b: InstantMoment(instant_of(tree.children[0], b), b.span(tree)), nothing_to_check,
        lambda node, _low, _side: fixed(micros(node.instant)),
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
