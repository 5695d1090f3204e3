"""Resolved file → the same file, every name, type, value, citation and circle checked; all faults reported."""

from __future__ import annotations

from typing import Any

from claimrules.compiler.build import File, Use
from claimrules.compiler.check_counting import check_counting
from claimrules.compiler.check_parameters import check_parameters
from claimrules.compiler.order import Edges, bars_edges, category_edges, order_of, replaces_edges, window_edges
from claimrules.compiler.resolve import Resolved
from claimrules.constructs.declarations.ruleset import Ruleset
from claimrules.constructs.declarations.statements import Rule, Step
from claimrules.constructs.declarations.table import Table
from claimrules.constructs.moments.windows import Window
from claimrules.diagnostics.collector import Collector
from claimrules.text.span import Span


def check(resolved: Resolved) -> None:
    """Report everything that is wrong with a file."""
    file, scope = resolved.file, resolved.scope
    for node in file.nodes:
        if not isinstance(node, Use):
            scope.check(node, scope)
    _check_head(file, scope.collector)
    check_counting(file, scope)
    check_parameters(file, scope)
    bars, windows = bars_edges(scope.statements), window_edges(scope.windows)
    _report_circles(bars, scope.statements, "CR0402", "exclusions bar one another", scope.collector)
    written = {node.name.text: node for node in file.of(Rule, Table) if isinstance(node, Table) or not node.is_row}
    _report_circles(replaces_edges(written), written, "CR0402", "rules replace one another", scope.collector)
    _report_circles(category_edges(scope.categories), scope.categories, "CR0406", "categories lie", scope.collector)
    _report_circles(windows, scope.windows, "CR0405", "windows refer to one another", scope.collector)


def _check_head(file: File, collector: Collector) -> None:
    heads = file.of(Ruleset)
    start = Span(file.source, 0, min(1, len(file.source.text)))
    if not heads:
        if not collector.has_unread("ruleset"):
            words = "the file does not say which ruleset it is"
            collector.report("CR0501", words, start, 'begin with: ruleset NAME "Title"')
        return
    for second in heads[1:]:
        collector.report("CR0404", "a file is one ruleset", second.name.span, "move this one to a file of its own")
    head = heads[0]
    if not file.of(Rule, Step, Window):
        return
    for given, example in (
        (head.counting, "counting plain_days"),
        (head.timezone or head.timezone_fact, 'timezone "Asia/Seoul"'),
    ):
        if given is None and not collector.has_unread("ruleset"):
            word = example.split()[0]
            collector.report("CR0502", f"the ruleset does not say its {word}", head.name.span, f"add: {example}")


def _report_circles(edges: Edges, nodes: Any, code: str, words: str, collector: Collector) -> None:
    for circle in order_of(edges).circles:
        at, shown = nodes[circle[0]].name.span, " → ".join(circle)
        collector.report(code, f"{words} in a circle: {shown}", at, "break it at one of them")
