"""A length of time after or before a moment, and what it is counted from."""

from __future__ import annotations

from typing import Any

from attrs import evolve, field, frozen

from claimrules.constructs.construct import Builder, Construct, SyntaxTree
from claimrules.constructs.lowering import Lowering, Side
from claimrules.constructs.moments.durations import Duration, build_duration, check_duration
from claimrules.constructs.moments.extremes import Extreme
from claimrules.constructs.moments.points import DateMoment, EventMoment, WindowEdge
from claimrules.constructs.scope import Scope
from claimrules.core.build import definitely, just_before, least
from claimrules.core.expr import Fact
from claimrules.core.moment import NEVER, Moment, chosen
from claimrules.deadlines.periods import Anchor
from claimrules.domain.fact_events import ONLY_A_DAY
from claimrules.text.span import Span


@frozen
class Shifted:
    """A length after or before a moment."""

    duration: Duration
    direction: str
    moment: Any
    span: Span = field(eq=False, repr=False)


def _build_shift(direction: str) -> Any:
    def build(tree: SyntaxTree, b: Builder) -> Shifted:
        duration, moment = tree.children
        return Shifted(build_duration(duration, b), direction, b.node(moment), b.span(tree))  # type: ignore[arg-type]

    return build


def _check_shifted(node: Shifted, scope: Scope) -> None:
    check_duration(node.duration, scope)
    scope.check(node.moment, scope)


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


SHIFTED = (
    Construct(
        "after_moment", Shifted, "A length of time after a moment.", "10 days after shipped",
        _build_shift("after"), _check_shifted, _lower_shifted,
    ),
    Construct(
        "before_moment", Shifted, "A length of time before a moment.", "24 hours before end of dispute",
        _build_shift("before"), _check_shifted, _lower_shifted,
    ),
)  # fmt: skip
