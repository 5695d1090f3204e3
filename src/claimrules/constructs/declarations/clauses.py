"""Clauses that several declarations share: cite, text, evidence, conditions."""

from __future__ import annotations

from typing import Any, Final

from attrs import field, frozen

from claimrules.constructs.conditions.connectives import Both, Negation
from claimrules.constructs.conditions.values import check_value
from claimrules.constructs.construct import (
    Builder,
    Construct,
    Name,
    SyntaxTree,
    Words,
    child,
    children,
    nothing_to_check,
    quoted,
    words_of,
)  # fmt: skip
from claimrules.constructs.scope import Scope
from claimrules.domain.types import SetOf
from claimrules.text.span import Span

#: Who can take a step or pay for something.
PARTIES: Final = dict.fromkeys(("buyer", "seller", "platform"), True)
#: The set fact that says what evidence the buyer has.
EVIDENCE = "claim.evidence"


@frozen
class Cite:
    """A source and the place in it."""

    source: Name
    article: str
    span: Span = field(eq=False, repr=False)


def title_of(tree: SyntaxTree) -> Words:
    """Return a declaration's title."""
    title = child(tree, "text")
    return words_of(title) if title else Words()


def only(tree: SyntaxTree, alias: str, b: Builder) -> Any:
    """Return the one clause of that kind, or None; a second one is reported."""
    found = children(tree, alias)
    for second in found[1:]:
        words = f"`{alias.removesuffix('_clause').replace('_', ' ')}` is given twice"
        b.collector.report("CR0404", words, b.span(second), "keep one")
    return found[0] if found else None


def name_clause(tree: SyntaxTree, alias: str, b: Builder) -> Name | None:
    """Return the name a clause gives, or None."""
    clause = only(tree, alias, b)
    return b.name(clause.children[0]) if clause else None


def conditions(tree: SyntaxTree, b: Builder) -> tuple[Any, ...]:
    """Return the conditions of `when` and, negated, of `unless`; each `and` part by itself."""
    parts: list[Any] = []
    for clause in children(tree, "when"):
        node = b.node(clause.children[0])
        parts += node.parts if isinstance(node, Both) else (node,)
    parts += [Negation(b.node(t.children[0]), b.span(t)) for t in children(tree, "unless")]
    return tuple(parts)


def evidence(tree: SyntaxTree, b: Builder) -> tuple[tuple[Name, ...], ...]:
    """Return groups of evidence: all groups are needed, any one of each."""
    return tuple(group for clause in children(tree, "evidence") for group in groups_in(clause.children[0], b))


def groups_in(groups: Any, b: Builder) -> tuple[tuple[Name, ...], ...]:
    """Return the groups that are listed, each the names any one of which will do."""
    return tuple(tuple(map(b.name, group.children)) for group in groups.children)


def check_evidence(groups: tuple[tuple[Name, ...], ...], scope: Scope) -> None:
    """Report evidence that the vocabulary does not know."""
    fact = scope.facts.get(EVIDENCE)
    for name in (name for group in groups for name in group):
        if fact is not None and isinstance(fact.type, SetOf):
            check_value(Name(EVIDENCE, name.span), name, fact.type.names, scope)
        else:
            scope.fact(Name(EVIDENCE, name.span))


def check_cited(node: Any, kind: str, scope: Scope, *, is_told: bool = False) -> None:
    """Report a statement that cites nothing, unless that is told of what it stands in; and check what it cites."""
    if not node.cites and not is_told:
        report_uncited(f"the {kind} `{node.name}` cites no source", node.name.span, scope)
    for cite in node.cites:
        scope.check(cite, scope)


def report_uncited(words: str, at: Span, scope: Scope) -> None:
    """Report that something cites nothing."""
    scope.collector.report("CR0401", words, at, 'add: cite SOURCE "where in it"')


CITE = Construct(
    "cite", Cite, "Where it is written.", 'cite terms "ALI-08"',
    lambda tree, b: Cite(b.name(tree.children[0]), quoted(tree.children[1]), b.span(tree)),
    lambda node, scope: scope.found("source", node.source, scope.sources), nothing_to_check,
)  # fmt: skip
