"""`from M`, `until M`, `within W`: when a statement can be acted on."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from claimrules.constructs.construct import Builder, Name, SyntaxTree, children
from claimrules.constructs.moments.periods import WindowUse
from claimrules.constructs.scope import Scope


@frozen
class TimeClauses:
    """`from`, `until` and `within` clauses; they intersect."""

    opens: tuple[Any, ...] = ()
    closes: tuple[Any, ...] = ()
    windows: tuple[Any, ...] = ()


def time_clauses(tree: SyntaxTree, b: Builder) -> TimeClauses:
    """Return the `from`, `until` and `within` clauses of a statement."""
    opens, closes, windows = (
        tuple(b.node(clause.children[0]) for clause in children(tree, alias))
        for alias in ("from_clause", "until_clause", "within")
    )
    return TimeClauses(opens, closes, windows)


def check_time(time: TimeClauses, scope: Scope) -> None:
    """Check the moments and windows of a statement."""
    for part in (*time.opens, *time.closes, *time.windows):
        scope.check(part, scope)


def acts_within(time: TimeClauses, scope: Scope) -> tuple[Name, ...]:
    """Return what the windows of a statement are met by, as far as they say so."""
    used = [scope.windows.get(node.name.text) for node in time.windows if isinstance(node, WindowUse)]
    return tuple(window.met_by for window in used if window is not None and window.met_by is not None)
