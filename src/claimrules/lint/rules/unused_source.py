"""A source that nothing cites."""

from __future__ import annotations

from collections.abc import Iterator

from claimrules.compiler.parts import parts_in
from claimrules.constructs.declarations.clauses import Cite
from claimrules.constructs.declarations.sources import Source
from claimrules.diagnostics.diagnostic import Diagnostic
from claimrules.lint.rule import LintRule, warning
from claimrules.lint.subject import Subject


def _check(subject: Subject) -> Iterator[Diagnostic]:
    if not subject.decides:
        return
    nodes = subject.resolved.file.nodes
    cited = {part.source.text for part in parts_in(nodes) if isinstance(part, Cite)}
    for node in subject.of(Source):
        if node.name.text not in cited:
            words = f"the source `{node.name}` is declared, and nothing cites it"
            yield warning("CR0803", words, node.name.span, f'cite it: cite {node.name} "where in it"; or remove it')


_RULE = """rule return "Return"
  when claim.reason is change_of_mind
  within 7 days after delivered
  grant full_refund with return
  cite terms "section 4"
"""
UNUSED_SOURCE = LintRule(
    "CR0803",
    "unused source",
    "A source that nothing in a file with rules cites.",
    f'source faq "Questions and answers" checked 2026-11-23\n{_RULE}',
    f'source faq "Questions and answers" checked 2026-11-23\n{_RULE}  cite faq "question 3"\n',
    _check,
)
