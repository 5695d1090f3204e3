"""An exclusion that names a statement which never holds together with it."""

from __future__ import annotations

from collections.abc import Iterator

from claimrules.constructs.declarations.statements import Exclusion
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
        for name in node.bars:
            barred = statements[name.text]
            others = [expr for _, expr in subject.conditions(barred)]
            if subject.can_hold(others) is not False and subject.can_hold([*own, *others]) is False:
                words = f"the exclusion `{node.name}` never bars `{name}`: the two never hold together"
                yield warning("CR0703", words, name.span, _HELP, (barred.name.span, "this is what it names"))


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
