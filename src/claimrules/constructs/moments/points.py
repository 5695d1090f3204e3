"""Moments that stand by themselves: an event, a date, an instant, where a window opens or closes."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from attrs import field, frozen

from claimrules.constructs.construct import Construct, Name, nothing_to_check
from claimrules.constructs.literals import date_of, instant_of
from claimrules.constructs.lowering import Lowering, Side
from claimrules.constructs.scope import Scope
from claimrules.core.moment import Moment, event, fixed
from claimrules.domain.instants import micros
from claimrules.text.span import Span


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
class WindowEdge:
    """Where a window opens (`start`) or closes (`end`)."""

    edge: str
    name: Name
    span: Span = field(eq=False, repr=False)


def _lower_date(node: DateMoment, low: Lowering, side: Side) -> Moment:
    return low.day_edge(node.day, is_end=side == "closes")


def _build_edge(edge: str) -> Any:
    return lambda tree, b: WindowEdge(edge, b.name(tree.children[0]), b.span(tree))


def _check_edge(node: WindowEdge, scope: Scope) -> None:
    scope.found("window", node.name, scope.windows)


def _lower_edge(node: WindowEdge, low: Lowering, _side: Side) -> Moment:
    interval = low.window(node.name.text)
    return interval.opens if node.edge == "start" else interval.closes


POINTS = (
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
)  # fmt: skip
EDGES = (
    Construct(
        "end_moment", WindowEdge, "Where a window closes.", "end of seller_answer",
        _build_edge("end"), _check_edge, _lower_edge,
    ),
    Construct(
        "start_moment", WindowEdge, "Where a window opens.", "start of dispute",
        _build_edge("start"), _check_edge, _lower_edge,
    ),
)  # fmt: skip
