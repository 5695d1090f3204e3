"""An exclusion that names a statement which never holds together with it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from claimrules.constructs.declarations.statements import Exclusion
from claimrules.core.expr import Expr
from claimrules.diagnostics.diagnostic import Diagnostic
from claimrules.lint.rule import LintRule, warning
from claimrules.lint.subject import Subject

_HELP = "look at the conditions of both, or name the statement that is meant"


def _check(subject: Subject) -> Iterator[Diagnostic]:
    statements = subject.resolved.scope.statements
    for node in subject.of(Exclusion):
        own = [expr for _, expr in subject.conditions(node)]
        if subject.can_hold(own) is False:
            continue
        for span, names in groupby(node.bars, key=lambda name: name.span):
            barred = [statements[name.text] for name in names]
            if _bars_none(own, barred, subject):
                words = f"the exclusion `{node.name}` never bars `{span.text}`: the two never hold together"
                yield warning("CR0703", words, span, _HELP, (barred[0].name.span, "this is what it names"))


def _bars_none(own: list[Expr], barred: list[Any], subject: Subject) -> bool:
    """Tell whether an exclusion never holds together with what one name stands for: a statement, or all rows of a table."""
    found = [[expr for _, expr in subject.conditions(statement)] for statement in barred]
    live = [exprs for exprs in found if subject.can_hold(exprs) is not False]
    return bool(live) and all(subject.can_hold([*own, *exprs]) is False for exprs in live)


BARS_NOTHING = LintRule(
    "CR0703",
    "bars nothing",
    "An exclusion that never holds together with a statement it bars.",
    """rule defect "A defect" when claim.reason is defective grant full_refund cite terms "section 7"
exclusion opened "Opened goods" bars defect
  when claim.reason is change_of_mind and item.condition is opened
  cite terms "section 4"
""",
    """rule return "Return" when claim.reason is change_of_mind grant full_refund cite terms "section 4"
exclusion opened "Opened goods" bars return
  when claim.reason is change_of_mind and item.condition is opened
  cite terms "section 4"
""",
    _check,
)
