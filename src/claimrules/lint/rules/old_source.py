"""A source that was checked too long ago."""

from __future__ import annotations

from collections.abc import Iterator

from claimrules.constructs.declarations.sources import Source
from claimrules.diagnostics.diagnostic import Diagnostic
from claimrules.lint.rule import LintRule, warning
from claimrules.lint.subject import Subject


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for node in subject.of(Source):
        if node.checked is not None and (subject.today - node.checked).days > subject.checked_within:
            days = (subject.today - node.checked).days
            words = f"the source `{node.name}` was checked on {node.checked}, {days} days ago"
            help = f"read it again, change what has changed, and write: checked {subject.today}"
            yield warning("CR0806", words, node.name.span, help)


_RULE = """rule return "Return"
  when claim.reason is change_of_mind
  within 7 days after delivered
  grant full_refund with return
  cite terms "section 4"
"""
_CITING = """exclusion worn "Worn goods" bars return when item.condition is used cite faq "question 3"
"""
OLD_SOURCE = LintRule(
    "CR0806",
    "old source",
    "A source that was checked longer ago than the days that are allowed.",
    f'{_RULE}source faq "Questions and answers" checked 2024-11-23\n{_CITING}',
    f'{_RULE}source faq "Questions and answers" checked 2026-11-23\n{_CITING}',
    _check,
)
