"""A category that no condition tests, nor one above or below it."""

from __future__ import annotations

from collections.abc import Iterator

from claimrules.constructs.declarations.ruleset import Category
from claimrules.constructs.declarations.statements import Exclusion, Rule, Step
from claimrules.constructs.declarations.table import Table
from claimrules.constructs.moments.windows import Window
from claimrules.diagnostics.diagnostic import Diagnostic
from claimrules.lint.rule import LintRule, warning
from claimrules.lint.subject import Subject


def _check(subject: Subject) -> Iterator[Diagnostic]:
    if not subject.decides:
        return
    kinds = {type(node) for node in subject.resolved.file.nodes} & {Rule, Exclusion, Step, Window, Table}
    tested = set(subject.names_in(*(kinds or {Rule})))
    for node in subject.of(Category):
        if not (tested & _line(node, subject)):
            words = f"the category `{node.name}` is declared, and no condition tests it"
            yield warning("CR0805", words, node.name.span, f"say `item.category is {node.name}`, or remove it")


def _line(node: Category, subject: Subject) -> set[str]:
    """Return a category with all that lie above or below it."""
    categories = subject.resolved.scope.categories
    above = set(_upwards(node.name.text, subject))
    return above | {name for name in categories if node.name.text in _upwards(name, subject)}


def _upwards(name: str, subject: Subject) -> Iterator[str]:
    """Yield a category's name and those it lies under."""
    node = subject.resolved.scope.categories.get(name)
    while node is not None:
        yield node.name.text
        node = subject.resolved.scope.categories.get(node.under.text) if node.under else None


_RULE = """rule return "Return"
  when claim.reason is change_of_mind
  within 7 days after delivered
  grant full_refund with return
  cite terms "section 4"
"""
UNUSED_CATEGORY = LintRule(
    "CR0805",
    "unused category",
    "A category that no condition tests, nor one above or below it.",
    f'category phones under gadgets "Phones"\ncategory gadgets "Gadgets"\n{_RULE}',
    f"category phones under electronics\n{_RULE.replace('change_of_mind', 'change_of_mind and not item.category is phones')}",
    _check,
)
