"""What moves the close of a window: `extended by D when C`, `extended to M`, `capped at M`, pauses, new starts."""

from __future__ import annotations

from typing import Any, Final

from attrs import field, frozen

from claimrules.constructs.construct import Builder, Construct, SyntaxTree, child, nothing_to_check
from claimrules.constructs.moments.durations import build_duration, check_duration
from claimrules.constructs.scope import Scope
from claimrules.text.span import Span

_WORDS: Final = (
    ("extended_by", "The close moves later by a length.", "extended by 5 days when seller_agreed"),
    ("extended_to", "The close moves to a moment, never earlier.", "extended to 2027-01-31"),
    ("capped_at", "The close is at a moment at the latest.", "capped at 540 days after paid"),
    ("at_least", "The close is at a moment at the earliest, if that comes.", "at least 2 months after returned"),
    ("paused", "The clock stands still.", "paused from returned until return_received inclusive"),
    ("restarted_by", "An event inside the window starts it anew.", "restarted by seller_answered"),
)


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


MODIFIERS = tuple(
    Construct(alias, Modifier, words, example, _build_modifier(alias), _check_modifier, nothing_to_check)
    for alias, words, example in _WORDS
)
