"""Periods and windows: from M until M, a length after M, another window, none, unlimited; chosen by conditions; modified.

`window W = P` or `window W when C: P … otherwise: P`, then `extended by D when C`, `extended to M when C`, `capped at M`.
"""

from __future__ import annotations

from typing import Any, Final

from attrs import evolve, field, frozen

from claimrules.constructs.acts import build_act, check_act
from claimrules.constructs.construct import (
    Builder,
    Construct,
    Name,
    SyntaxTree,
    Words,
    child,
    children,
    nothing_to_check,
    words_of,
)  # fmt: skip
from claimrules.constructs.declarations.clauses import name_clause
from claimrules.constructs.interval import Interval, between
from claimrules.constructs.lowering import Lowering, Side
from claimrules.constructs.moments.points import (
    Shifted,
    anchors_of,
    build_duration,
    check_duration,
)
from claimrules.constructs.scope import Scope
from claimrules.core.expr import NO, YES
from claimrules.core.moment import ALWAYS, NEVER
from claimrules.deadlines.periods import Anchor
from claimrules.text.span import Span

#: The kinds of modifiers, by their names in the grammar.
MODIFIERS: Final = ("extended_by", "extended_to", "capped_at", "at_least", "paused", "restarted_by")
_SIDES: Final[tuple[Side, Side]] = ("opens", "closes")


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


@frozen
class Branch:
    """A period that holds under a condition."""

    condition: Any
    period: Any


@frozen
class Modifier:
    """What moves the close of a window, possibly under a condition.

    Args:
        value: a length, a moment, an event's name, or the two moments of a pause.
        is_inclusive: the day on which a pause ends is paused too.
    """

    kind: str
    value: Any
    guard: Any
    is_inclusive: bool
    span: Span = field(eq=False, repr=False)


@frozen
class Window:
    """A named period: the first branch whose condition holds, else `otherwise`; then the modifiers in order."""

    name: Name
    title: Words
    branches: tuple[Branch, ...]
    otherwise: Any
    modifiers: tuple[Modifier, ...]
    counting: Name | None
    met_by: Name | None
    cites: tuple[Any, ...]
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


def _build_modifier(kind: str) -> Any:
    def build(tree: SyntaxTree, b: Builder) -> Modifier:
        guard = child(tree, "guard")
        made = b.node(guard.children[0]) if guard else None
        return Modifier(kind, _value(kind, tree, b), made, child(tree, "inclusive") is not None, b.span(tree))

    return build


def _value(kind: str, tree: SyntaxTree, b: Builder) -> Any:
    value: Any = tree.children[0]
    if kind == "paused":
        return b.node(value), b.node(tree.children[1])
    if kind == "restarted_by":
        return b.name(value)
    return build_duration(value, b) if kind == "extended_by" else b.node(value)


def _check_modifier(node: Modifier, scope: Scope) -> None:
    match node.kind:
        case "extended_by":
            check_duration(node.value, scope)
        case "restarted_by":
            scope.event(node.value)
        case "paused":
            for moment in node.value:
                scope.check(moment, scope)
        case _:
            scope.check(node.value, scope)
    if node.guard is not None:
        scope.check(node.guard, scope)


def periods_of(node: Window) -> tuple[Any, ...]:
    """Return the periods of which a window is one."""
    return (*(branch.period for branch in node.branches), node.otherwise)


def build_window(tree: SyntaxTree, b: Builder) -> Window:
    """Build a `window` declaration."""
    body = child(tree, "simple_window") or child(tree, "chosen_window")
    branches = tuple(Branch(b.node(t.children[0]), b.node(t.children[1])) for t in children(body, "branch"))
    title = child(tree, "text")
    return Window(
        b.name(tree.children[0]),
        words_of(title) if title else Words(),
        branches,
        b.node(body.children[-1]),
        b.nodes(children(tree, *MODIFIERS)),
        name_clause(tree, "counting", b),
        build_act(tree, b),
        b.nodes(children(tree, "cite")),
        b.span(tree),
    )


def check_window(node: Window, scope: Scope) -> None:
    """Check a window's conditions, moments, convention and citations."""
    for branch in node.branches:
        scope.check(branch.condition, scope)
        scope.check(branch.period, scope)
    scope.check(node.otherwise, scope)
    for part in (*node.modifiers, *node.cites):
        scope.check(part, scope)
    if node.counting is not None:
        scope.found("convention", node.counting, scope.conventions)
    check_act(node.met_by, scope)
    restarts = [modifier for modifier in node.modifiers if modifier.kind == "restarted_by"]
    if restarts and not all(isinstance(period, LengthPeriod) for period in periods_of(node)):
        words = "only a window of so many units after something can start anew"
        scope.collector.report("CR0305", words, restarts[0].span, "say the window as: N days after EVENT")


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
    *(
        Construct(alias, Modifier, words, example, _build_modifier(alias), _check_modifier, nothing_to_check)
        for alias, words, example in (
            ("extended_by", "The close moves later by a length.", "extended by 5 days when seller_agreed"),
            ("extended_to", "The close moves to a moment, never earlier.", "extended to 2027-01-31"),
            ("capped_at", "The close is at a moment at the latest.", "capped at 540 days after paid"),
            ("at_least", "The close is at a moment at the earliest, if that comes.", "at least 2 months after returned"),
            ("paused", "The clock stands still.", "paused from returned until return_received inclusive"),
            ("restarted_by", "An event inside the window starts it anew.", "restarted by seller_answered"),
        )
    ),
)  # fmt: skip
