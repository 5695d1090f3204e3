"""A convention that nothing counts by."""

from __future__ import annotations

from collections.abc import Iterator

from claimrules.constructs.declarations.convention import ConventionNode
from claimrules.diagnostics.diagnostic import Diagnostic
from claimrules.lint.rule import LintRule, warning
from claimrules.lint.subject import Subject


def _check(subject: Subject) -> Iterator[Diagnostic]:
    if not subject.decides:
        return
    kinds = {type(node) for node in subject.resolved.file.nodes}
    used = set(subject.names_in(*kinds))
    for node in subject.of(ConventionNode):
        if node.name.text not in used:
            words = f"the convention `{node.name}` is declared, and nothing counts by it"
            yield warning("CR0804", words, node.name.span, f"say `counting {node.name}`, or remove it")


_RULE = """rule return "Return"
  when claim.reason is change_of_mind
  within 7 days after delivered
  grant full_refund with return
  cite terms "section 4"
"""
_OWN = """use conventions.plain_days
convention mine "From the day itself" like plain_days
  first day included cite terms "section 9"
"""
UNUSED_CONVENTION = LintRule(
    "CR0804",
    "unused convention",
    "A convention that nothing in a file with rules counts by.",
    f"{_OWN}{_RULE}",
    f"{_OWN}window time = 7 days after delivered counting mine\n{_RULE.replace('7 days after delivered', 'time')}",
    _check,
)
