"""`sum of price over order.lines`: the clause of a fact that is worked out from the lines of an order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import evolve, field, frozen

from claimrules.constructs.construct import Builder, Name, SyntaxTree
from claimrules.constructs.declarations.clauses import only
from claimrules.constructs.scope import Scope
from claimrules.diagnostics.suggest import did_you_mean
from claimrules.domain.folds import FOLDED_TYPES
from claimrules.domain.types import Event, FactDeclaration, Fold
from claimrules.text.span import Span


@frozen
class FoldNode:
    """How a fact is folded; `member` is written without the list it is of, or None where lines are only counted."""

    how: str
    member: Name | None
    over: Name
    span: Span = field(eq=False, repr=False)

    @property
    def fold(self) -> Fold:
        """The fold as the vocabulary keeps it."""
        return Fold(self.how, self.over.text, f"{self.over}.{self.member}" if self.member else "")


def fold_of(tree: SyntaxTree, b: Builder) -> FoldNode | None:
    """Return the fold of a fact, if it has one."""
    fold, count = only(tree, "fold", b), only(tree, "count_fold", b)
    if fold:
        how, member, over = fold.children
        word = str(how).lstrip(", \t\r\n").split()[0]
        return FoldNode(word, b.name(member), b.name(over), b.span(fold))
    return FoldNode("count", None, b.name(count.children[0]), b.span(count)) if count else None


def with_lines(facts: Mapping[str, FactDeclaration]) -> dict[str, FactDeclaration]:
    """Return facts, those under a list of lines marked as facts of each line."""
    lists = sorted({fact.fold.over for fact in facts.values() if fact.fold}, key=len)
    return {name: evolve(fact, line_of=_line_of(name, lists)) for name, fact in facts.items()}


def _line_of(name: str, lists: Iterable[str]) -> str:
    return next((over for over in lists if name.startswith(f"{over}.")), "")


def check_fold(node: FoldNode, name: Name, scope: Scope) -> None:
    """Report a fold that does not fit: a member that is not there, types that do not match, a fold among lines."""
    own = scope.facts.get(name.text)
    if own is not None and own.line_of:
        words = f"`{name}` is a fact of each line of `{own.line_of}`, so it cannot be worked out from lines"
        _report(words, name.span, f"give it a name outside `{own.line_of}`", scope)
        return
    if node.over.text in scope.facts:
        _report(f"`{node.over}` is a fact, so it cannot be a list of lines", node.over.span, "", scope)
        return
    member = _member(node, scope)
    if own is None or (node.member is not None and member is None):
        return
    fitting = FOLDED_TYPES[node.how]
    if member is not None and type(member.type) not in fitting:
        needed = " or ".join(kind.kind for kind in fitting)
        _report(f"`{node.how}` folds {needed}, but `{member.name}` is {member.type.kind}", _span(node), "", scope)
        return
    result = fitting[type(member.type)] if member else next(iter(fitting.values()))
    if not isinstance(own.type, result):
        words = f"`{node.fold.words}` is {result.kind}, but `{name}` is {own.type.kind}"
        _report(words, name.span, f"declare it as {result.kind}", scope)


def _member(node: FoldNode, scope: Scope) -> FactDeclaration | None:
    if node.member is None:
        return None
    full = f"{node.over}.{node.member}"
    if full not in scope.facts and full not in scope.faulty_names:
        known = [fact.removeprefix(f"{node.over}.") for fact, found in scope.facts.items() if found.line_of]
        help_words = did_you_mean(node.member.text, known) or f"declare what each line has: fact {full}: money"
        words = f"there is no fact `{full}`, so lines have no `{node.member}`"
        scope.collector.report("CR0201", words, node.member.span, help_words, words="not declared")
    return scope.facts.get(full)


def _span(node: FoldNode) -> Span:
    return node.member.span if node.member else node.span


def check_member(declaration: FactDeclaration, name: Name, scope: Scope) -> None:
    """Report a fact of lines that no line can have."""
    own: Any = scope.facts.get(name.text)
    if own is not None and own.line_of and isinstance(declaration.type, Event):
        _report(f"`{name}` is an event, and lines have no events of their own", name.span, "", scope)


def _report(words: str, span: Span, help_words: str, scope: Scope) -> None:
    scope.collector.report("CR0320", words, span, help_words)
