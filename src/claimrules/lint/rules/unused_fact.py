"""A fact that the file declares and nothing in it reads."""

from __future__ import annotations

from collections.abc import Iterator

from claimrules.constructs.declarations.case import Case
from claimrules.constructs.declarations.vocabulary import FactNode
from claimrules.diagnostics.diagnostic import Diagnostic
from claimrules.lint.rule import LintRule, warning
from claimrules.lint.subject import Subject


def _check(subject: Subject) -> Iterator[Diagnostic]:
    if not subject.decides:
        return
    kinds = {type(node) for node in subject.resolved.file.nodes} - {Case}
    read = subject.plan.used.union(subject.names_in(*kinds))
    folds = (fact.fold for name, fact in subject.plan.vocabulary.items() if fact.fold and name in read)
    read |= {fold.member for fold in folds}
    for node in subject.of(FactNode):
        if node.name.text not in read:
            words = f"the fact `{node.name}` is declared, and nothing reads it"
            yield warning("CR0801", words, node.name.span, "use it in a condition, or remove it")


_RULE = """rule return "Return"
  when claim.reason is change_of_mind
  within 7 days after delivered
  grant full_refund with return
  cite terms "section 4"
"""
UNUSED_FACT = LintRule(
    "CR0801",
    "unused fact",
    "A fact that a file with rules declares and does not use.",
    f"fact item.refurbished: yes or no\n{_RULE}",
    f"fact item.refurbished: yes or no\n{_RULE.replace('change_of_mind', 'change_of_mind and not item.refurbished')}",
    _check,
)
