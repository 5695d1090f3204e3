"""A source that does not say when it was last checked."""

from __future__ import annotations

from collections.abc import Iterator

from claimrules.constructs.declarations.sources import Source
from claimrules.diagnostics.diagnostic import Diagnostic
from claimrules.lint.rule import LintRule, warning
from claimrules.lint.subject import Subject


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for node in subject.of(Source):
        if node.checked is None:
            words = f"the source `{node.name}` does not say when it was checked"
            help = f"read it, and add the day: checked {subject.today}"
            yield warning("CR0807", words, node.name.span, help)


_RULE = """rule return "Return"
  when claim.reason is change_of_mind
  within 7 days after delivered
  grant full_refund with return
  cite terms "section 4"
"""
_CITING = """exclusion worn "Worn goods" bars return when item.condition is used cite faq "question 3"
"""
UNCHECKED_SOURCE = LintRule(
    "CR0807",
    "unchecked source",
    "A source that does not say when somebody last compared the file with it.",
    f'{_RULE}source faq "Questions and answers"\n{_CITING}',
    f'{_RULE}source faq "Questions and answers" checked 2026-11-23\n{_CITING}',
    _check,
)
