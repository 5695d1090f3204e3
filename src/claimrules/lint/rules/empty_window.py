"""A window, or a period of one, or the times of a statement together, that are over before they begin."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimrules.compiler.facts_read import facts_read
from claimrules.constructs.declarations.statements import Rule, Step
from claimrules.constructs.moments.periods import Fixed
from claimrules.constructs.moments.windows import Window
from claimrules.core.expr import NO, Expr
from claimrules.diagnostics.diagnostic import Diagnostic
from claimrules.lint.rule import LintRule, warning
from claimrules.lint.sampling import combinations, edges_in, run_of
from claimrules.lint.subject import Subject

_HELP = "it closes before it opens: write the earlier moment after `from`, the later after `until`"


def _check(subject: Subject) -> Iterator[Diagnostic]:
    empty: set[str] = set()
    for node in subject.of(Window):
        for period in _empty_periods(node, subject):
            empty.add(node.name.text)
            yield warning("CR0702", f"the window `{node.name}` is always empty here", period.span, _HELP)
        interval = subject.context.low.window(node.name.text)
        if node.name.text not in empty and node.modifiers and _is_always_empty(interval.is_empty, subject):
            empty.add(node.name.text)
            help = "its cap comes before its opening: cap it later"
            yield warning("CR0702", f"the window `{node.name}` is always empty", node.name.span, help)
    yield from _statements(empty, subject)


def _statements(empty: set[str], subject: Subject) -> Iterator[Diagnostic]:
    """Yield statements whose times never overlap, but for those within a window that is empty by itself."""
    rules, steps = ({plan.name: plan.time for plan in plans} for plans in (subject.plan.rules, subject.plan.steps))
    for node in subject.of(Rule, Step):
        time = (rules if isinstance(node, Rule) else steps)[node.name.text]
        parts = (*node.time.opens, *node.time.closes, *node.time.windows)
        is_told = any(getattr(part, "name", None) and part.name.text in empty for part in parts)
        if len(parts) > 1 and not is_told and _is_always_empty(time.is_empty, subject):
            words = f"the times of `{node.name}` never overlap"
            yield warning("CR0702", words, parts[-1].span, "leave one out", (parts[0].span, "and this"))


def _empty_periods(node: Window, subject: Subject) -> Iterator[Any]:
    low = subject.lowering_of(node)
    for period in (*(branch.period for branch in node.branches), node.otherwise):
        if not isinstance(period, Fixed) and _is_always_empty(low.interval(period).is_empty, subject):
            yield period


def _is_always_empty(is_empty: Expr, subject: Subject) -> bool:
    if is_empty == NO:
        return False
    names = sorted(facts_read([is_empty]))
    outcomes = [
        run_of(values)(is_empty) for values in combinations(names, subject.plan.vocabulary, edges_in([is_empty]))
    ]
    return bool(outcomes) and all(value and is_known for value, is_known in outcomes)


EMPTY_WINDOW = LintRule(
    "CR0702",
    "empty window",
    "A window that closes before it opens, whatever the facts.",
    """rule return "Return"
  when claim.reason is change_of_mind
  within return_time
  grant full_refund with return
  cite terms "section 4"
window return_time = from 14 days after delivered until 7 days after delivered
""",
    """rule return "Return"
  when claim.reason is change_of_mind
  within return_time
  grant full_refund with return
  cite terms "section 4"
window return_time = from 7 days after delivered until 14 days after delivered
""",
    _check,
)
