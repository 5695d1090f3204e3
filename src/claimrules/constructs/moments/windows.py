"""`window W = P` or `window W when C: P … otherwise: P`, then what moves its close."""

from __future__ import annotations

from typing import Any, Final

from attrs import field, frozen

from claimrules.constructs.acts import build_act, check_act
from claimrules.constructs.construct import Builder, Name, SyntaxTree, Words, child, children, words_of
from claimrules.constructs.declarations.clauses import name_clause
from claimrules.constructs.moments.modifiers import MODIFIERS, Modifier
from claimrules.constructs.moments.periods import LengthPeriod
from claimrules.constructs.scope import Scope
from claimrules.text.span import Span

_MODIFIERS: Final = tuple(modifier.alias for modifier in MODIFIERS)


@frozen
class Branch:
    """A period that holds under a condition."""

    condition: Any
    period: Any


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
        b.nodes(children(tree, *_MODIFIERS)),
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
