"""A window that no statement and no other window refers to."""

from __future__ import annotations

from collections.abc import Iterator

from claimrules.constructs.declarations.case import Case
from claimrules.constructs.moments.windows import Window
from claimrules.diagnostics.diagnostic import Diagnostic
from claimrules.lint.rule import LintRule, warning
from claimrules.lint.subject import Subject


def _check(subject: Subject) -> Iterator[Diagnostic]:
    if not subject.decides:
        return
    kinds = {type(node) for node in subject.resolved.file.nodes} - {Case}
    used = set(subject.names_in(*kinds))
    for node in subject.of(Window):
        if node.name.text not in used:
            words = f"the window `{node.name}` is declared, and nothing lies within it"
            help = f"say `within {node.name}` in a rule or step, or remove it"
            yield warning("CR0802", words, node.name.span, help)


_RULE = """rule return "Return"
  when claim.reason is change_of_mind
  within 7 days after delivered
  grant full_refund with return
  cite terms "section 4"
"""
UNUSED_WINDOW = LintRule(
    "CR0802",
    "unused window",
    "A window that nothing refers to.",
    f"window long_time = 30 days after delivered\n{_RULE}",
    f"window long_time = 30 days after delivered\n{_RULE.replace('7 days after delivered', 'long_time')}",
    _check,
)
