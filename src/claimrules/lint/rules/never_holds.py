"""A rule, exclusion or step whose conditions contradict one another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from claimrules.constructs.declarations.statements import Exclusion, Rule, Step
from claimrules.core.expr import Expr
from claimrules.diagnostics.diagnostic import Diagnostic
from claimrules.lint.rule import LintRule, warning
from claimrules.lint.subject import Subject
from claimrules.text.span import Span

_HELP = "leave one of the two out, or join them with `or`"


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for node in subject.of(Rule, Exclusion, Step):
        conditions = subject.conditions(node)
        if subject.can_hold(expr for _, expr in conditions) is False:
            yield _finding(node, conditions, subject)


def _finding(node: Rule | Exclusion | Step, conditions: list[tuple[Span, Expr]], subject: Subject) -> Diagnostic:
    words = f"the {type(node).__name__.lower()} `{node.name}` can never hold"
    for span, expr in conditions:
        if subject.can_hold([expr]) is False:
            return warning("CR0701", words, span, "write a condition that can hold", words="this never holds")
    for (first, a), (second, b) in combinations(conditions, 2):
        if subject.can_hold([a, b]) is False:
            return warning("CR0701", words, second, _HELP, (first, "and this"), words="this never holds together")
    return warning("CR0701", words, node.name.span, "its conditions contradict one another: leave one out")


NEVER_HOLDS = LintRule(
    "CR0701",
    "never holds",
    "A rule, exclusion or step whose own conditions contradict one another.",
    """rule return "Return"
  when item.condition is unused and item.condition is opened
  grant full_refund with return
  cite terms "section 4"
""",
    """rule return "Return"
  when item.condition is one of unused, opened
  grant full_refund with return
  cite terms "section 4"
""",
    _check,
)
