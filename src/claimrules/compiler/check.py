"""Resolved file → the same file, every name, type, value, citation and circle checked; all faults reported."""

from __future__ import annotations

from typing import Any

from claimrules.compiler.build import File, Use, Window
from claimrules.compiler.resolve import Resolved
from claimrules.constructs.declarations.ruleset import Ruleset
from claimrules.constructs.declarations.statements import Exclusion, Rule, Step
from claimrules.constructs.moments.periods import Branch, LengthPeriod, Modifier, Period, WindowUse
from claimrules.constructs.moments.points import Extreme, Shifted, WindowEdge
from claimrules.diagnostics.collector import Collector
from claimrules.text.span import Span


def check(resolved: Resolved) -> None:
    """Report everything that is wrong with a file."""
    file, scope = resolved.file, resolved.scope
    for node in file.nodes:
        if not isinstance(node, Use):
            scope.check(node, scope)
    _check_head(file, scope.collector)
    _check_circles(
        {name: [b.text for b in node.bars] for name, node in scope.statements.items() if isinstance(node, Exclusion)},
        scope.statements, "CR0402", "exclusions bar one another", scope.collector,
    )  # fmt: skip
    windows = {name: _windows_of(node) for name, node in scope.windows.items()}
    _check_circles(windows, scope.windows, "CR0405", "windows refer to one another", scope.collector)


def _check_head(file: File, collector: Collector) -> None:
    heads = file.of(Ruleset)
    start = Span(file.source, 0, min(1, len(file.source.text)))
    if not heads:
        collector.report(
            "CR0501", "the file does not say which ruleset it is", start, 'begin with: ruleset NAME "Title"'
        )
        return
    for second in heads[1:]:
        collector.report("CR0404", "a file is one ruleset", second.name.span, "move this one to a file of its own")
    head = heads[0]
    if not file.of(Rule, Step, Window):
        return
    for given, example in ((head.counting, "counting plain_days"), (head.timezone, 'timezone "Asia/Seoul"')):
        if given is None:
            word = example.split()[0]
            collector.report("CR0502", f"the ruleset does not say its {word}", head.name.span, f"add: {example}")


def _windows_of(node: Any) -> list[str]:
    match node:
        case WindowUse(name) | WindowEdge(_, name):
            return [name.text]
        case Window():
            parts: tuple[Any, ...] = (*node.branches, node.otherwise, *node.modifiers)
        case Branch(_, period):
            parts = (period,)
        case Modifier(_, value):
            parts = (value,)
        case Period(opens, closes) | LengthPeriod(opens, closes):
            parts = (opens, closes)
        case Shifted():
            parts = (node.moment,)
        case Extreme():
            parts = node.moments
        case _:
            parts = ()
    return [name for part in parts for name in _windows_of(part)]


def _check_circles(edges: dict[str, list[str]], nodes: Any, code: str, words: str, collector: Collector) -> None:
    done: set[str] = set()
    for start in edges:
        path: list[str] = []
        _walk(start, edges, path, done, lambda circle: collector.report(
            code, f"{words} in a circle: {' → '.join(circle)}", nodes[circle[0]].name.span, "break it at one of them"
        ))  # fmt: skip


def _walk(name: str, edges: dict[str, list[str]], path: list[str], done: set[str], report: Any) -> None:
    stack: list[tuple[str, int]] = [(name, 0)]
    path[:] = [name]
    while stack:
        current, index = stack.pop()
        following = edges.get(current, [])
        if current in done or index >= len(following):
            done.add(current)
            path.pop()
            continue
        stack.append((current, index + 1))
        after = following[index]
        if after in path:
            report([*path[path.index(after) :], after])
        elif after not in done:
            stack.append((after, 0))
            path.append(after)
