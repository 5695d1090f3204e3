"""Periods: from M until M, a length after M, another window, none, unlimited."""

from __future__ import annotations

from typing import Any

from attrs import evolve, field, frozen

from claimrules.constructs.construct import Builder, Construct, Name, SyntaxTree, nothing_to_check
from claimrules.constructs.interval import Interval, between
from claimrules.constructs.lowering import Lowering
from claimrules.constructs.moments.durations import build_duration
from claimrules.constructs.moments.shifted import Shifted, anchors_of
from claimrules.constructs.scope import Scope
from claimrules.core.expr import NO, YES
from claimrules.core.moment import ALWAYS, NEVER
from claimrules.deadlines.periods import Anchor
from claimrules.text.span import Span


@frozen
class Period:
    """From a moment until a moment; a missing one does not limit."""

    opens: Any
    closes: Any
    span: Span = field(eq=False, repr=False)


@frozen
class LengthPeriod:
    """From a moment until a length of time after it: never empty, unless the length is nothing."""

    opens: Any
    closes: Shifted
    span: Span = field(eq=False, repr=False)


@frozen
class WindowUse:
    """Another window, by name."""

    name: Name
    span: Span = field(eq=False, repr=False)


@frozen
class Fixed:
    """`none` (never open) or `unlimited` (always open)."""

    is_open: bool
    span: Span = field(eq=False, repr=False)


def _build_span(tree: SyntaxTree, b: Builder) -> Period:
    moment, *rest = tree.children
    closes = b.node(rest[0].children[0]) if rest else None  # type: ignore[union-attr]
    return Period(b.node(moment), closes, b.span(tree))


def _build_until(tree: SyntaxTree, b: Builder) -> Period:
    until: Any = tree.children[0]
    return Period(None, b.node(until.children[0]), b.span(tree))


def _build_length(tree: SyntaxTree, b: Builder) -> LengthPeriod:
    duration: Any
    duration, moment = tree.children
    start = b.node(moment)
    return LengthPeriod(start, Shifted(build_duration(duration, b), "after", start, b.span(tree)), b.span(tree))


def _check_period(node: Period | LengthPeriod, scope: Scope) -> None:
    for moment in (node.opens, node.closes):
        if moment is not None:
            scope.check(moment, scope)


def _lower_period(node: Period | LengthPeriod, low: Lowering) -> Interval:
    opens = low.moment(node.opens, "opens") if node.opens is not None else ALWAYS
    closes = low.moment(node.closes, "closes") if node.closes is not None else NEVER
    return between(opens, closes)


def _lower_length(node: LengthPeriod, low: Lowering) -> Interval:
    interval = _lower_period(node, low)
    anchors = anchors_of(node.opens, low)
    is_one_day = low.convention.first_day == "included" and Anchor.END_OF_DAY in anchors
    is_safe = low.convention.ends_at == "end_of_day" and low.convention.rolls != "backward"
    is_safe = is_safe and not (Anchor.PERIOD in anchors and low.actual.chained.is_nominal)
    is_long = all(any(length for length, _ in period.parts) for period in low.periods_of(node.closes.duration))
    return evolve(interval, is_empty=NO) if is_long and is_safe and not is_one_day else interval


def _lower_fixed(node: Fixed, _low: Lowering) -> Interval:
    return Interval(ALWAYS, NEVER, NO) if node.is_open else Interval(NEVER, NEVER, is_empty=YES, is_none=YES)


PERIODS = (
    Construct(
        "span_period", Period, "From a moment, until a moment.", "from delivered until 2027-01-31",
        _build_span, _check_period, _lower_period,
    ),
    Construct("until_period", Period, "Until a moment.", "until 2027-01-31", _build_until, _check_period, _lower_period),
    Construct(
        "length_period", LengthPeriod, "A length of time after a moment, from then on.", "7 days after delivered",
        _build_length, _check_period, _lower_length,
    ),
    Construct(
        "named_period", WindowUse, "Another window.", "within dispute",
        lambda tree, b: WindowUse(b.name(tree.children[0]), b.span(tree)),
        lambda node, scope: scope.found("window", node.name, scope.windows),
        lambda node, low: low.window(node.name.text),
    ),
    Construct(
        "no_period", Fixed, "Never open.", "otherwise: none",
        lambda tree, b: Fixed(is_open=False, span=b.span(tree)), nothing_to_check,
        _lower_fixed,
    ),
    Construct(
        "unlimited_period", Fixed, "Always open.", "otherwise: unlimited",
        lambda tree, b: Fixed(is_open=True, span=b.span(tree)), nothing_to_check,
        _lower_fixed,
    ),
)  # fmt: skip
