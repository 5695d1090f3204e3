"""What depends on what: windows on windows, exclusions on what bars them; in order, or in a circle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import define, field

from claimrules.constructs.construct import Name
from claimrules.constructs.declarations.statements import Exclusion, Rule
from claimrules.constructs.declarations.table import Table
from claimrules.constructs.moments.extremes import Extreme
from claimrules.constructs.moments.modifiers import Modifier
from claimrules.constructs.moments.periods import LengthPeriod, Period, WindowUse
from claimrules.constructs.moments.points import WindowEdge
from claimrules.constructs.moments.shifted import Shifted
from claimrules.constructs.moments.windows import Branch, Window

Edges = Mapping[str, Sequence[str]]


@define
class Order:
    """Names with what they depend on before them, and the circles that stand in the way.

    Args:
        names: every name once, after the names it depends on.
        circles: each a path that ends where it begins.
    """

    names: list[str] = field(factory=list)
    circles: list[list[str]] = field(factory=list)


def order_of(edges: Edges) -> Order:
    """Return the order of a graph, found without recursion."""
    order, done = Order(), set[str]()
    for start in edges:
        path, steps = [start], [0]
        while path:
            following = edges.get(path[-1], ())
            if path[-1] in done or steps[-1] >= len(following):
                steps.pop()
                _finish(path.pop(), done, order)
                continue
            after = following[steps[-1]]
            steps[-1] += 1
            if after in path:
                order.circles.append([*path[path.index(after) :], after])
            elif after in edges and after not in done:
                path.append(after)
                steps.append(0)
    return order


def _finish(name: str, done: set[str], order: Order) -> None:
    if name not in done:
        done.add(name)
        order.names.append(name)


def window_edges(windows: Mapping[str, Window]) -> Edges:
    """Return which windows each window refers to."""
    return {name: windows_of(node) for name, node in windows.items()}


def bars_edges(statements: Mapping[str, Any]) -> Edges:
    """Return which statements each exclusion bars."""
    return {name: [b.text for b in node.bars] for name, node in statements.items() if isinstance(node, Exclusion)}


def replaces_edges(nodes: Mapping[str, Rule | Table]) -> Edges:
    """Return which statements each rule or table replaces, as written; one that replaces itself is another fault."""
    replaced = {name: [other.span.text for other in _replaced(node)] for name, node in nodes.items()}
    return {name: others for name, others in replaced.items() if name not in others}


def _replaced(node: Rule | Table) -> tuple[Name, ...]:
    return tuple(name for row in node.rows[:1] for name in row.replaces) if isinstance(node, Table) else node.replaces


def category_edges(categories: Mapping[str, Any]) -> Edges:
    """Return which category each is under."""
    return {name: [node.under.text] if node.under else [] for name, node in categories.items()}


def windows_of(node: Any) -> list[str]:
    """Return the windows that a window, period or moment refers to."""
    match node:
        case WindowUse(name) | WindowEdge(_, name):
            return [name.text]
        case Window():
            parts: tuple[Any, ...] = (*node.branches, node.otherwise, *node.modifiers)
        case Branch(_, period):
            parts = (period,)
        case Modifier(_, value):
            parts = value if isinstance(value, tuple) else (value,)
        case Period(opens, closes) | LengthPeriod(opens, closes):
            parts = (opens, closes)
        case Shifted():
            parts = (node.moment,)
        case Extreme():
            parts = node.moments
        case _:
            parts = ()
    return [name for part in parts for name in windows_of(part)]
