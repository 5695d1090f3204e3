"""`fact` and `remedy`: what can be known about a claim, and what can be had."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from attrs import field, frozen

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
)
from claimrules.constructs.declarations.clauses import only, title_of
from claimrules.constructs.declarations.folds import FoldNode, check_fold, check_member, fold_of
from claimrules.constructs.literals import number_of
from claimrules.constructs.scope import Scope
from claimrules.domain.types import (
    Boolean,
    Choice,
    Country,
    Event,
    FactDeclaration,
    FactType,
    MoneyType,
    Number,
    Place,
    SetOf,
    Text,
    Zone,
)  # fmt: skip
from claimrules.text.span import Span


@frozen
class FactNode:
    """One fact of the vocabulary."""

    name: Name
    declaration: FactDeclaration
    assumed: Any
    never_before: tuple[Name, ...]
    fold: FoldNode | None
    span: Span = field(eq=False, repr=False)


@frozen
class RemedyNode:
    """One kind of remedy, what it is worth, and what it never exceeds unless a rule says so."""

    name: Name
    title: Words
    amount: Any
    is_ceiling: bool
    span: Span = field(eq=False, repr=False)
    limit: Any = None


_PLAIN_TYPES: Final[dict[str, Callable[[], FactType]]] = {
    "boolean_type": Boolean, "money_type": MoneyType, "zone_type": Zone, "place_type": Place, "country_type": Country,
    "text_type": Text,
}  # fmt: skip


def _type(tree: Any, clauses: SyntaxTree, b: Builder) -> FactType:
    match tree.data:
        case "choice_type":
            return Choice(_names(tree, b))
        case "category_type":
            return Choice((), is_category=True)
        case "set_type":
            return SetOf(_names(tree, b))
        case "number_type":
            bounds = child(clauses, "bounded")
            return Number(*(number_of(t, b) for t in bounds.children)) if bounds else Number()
        case "event_type":
            return Event(child(clauses, "date_means_end") is not None)
        case alias:
            return _PLAIN_TYPES[alias]()


def _names(tree: Any, b: Builder) -> tuple[str, ...]:
    names = [b.name(token) for token in tree.children[0].children]
    for index, name in enumerate(names):
        if name in names[:index]:
            b.collector.report("CR0202", f"the value `{name}` is listed twice", name.span, "keep one")
    return tuple(dict.fromkeys(name.text for name in names))


def _words(tree: SyntaxTree, alias: str) -> str:
    clause = child(tree, alias)
    return words_of(clause.children[0]).text if clause else ""


def _build_fact(tree: SyntaxTree, b: Builder) -> FactNode:
    name = b.name(tree.children[0])
    follows, assumed = only(tree, "follows", b), only(tree, "assumed", b)
    fact_type = _type(tree.children[1], tree, b)
    never_before = tuple(b.name(t.children[0]) for t in children(tree, "never_before"))
    fold = fold_of(tree, b)
    declaration = FactDeclaration(
        name.text,
        fact_type,
        means=_words(tree, "means"),
        asks=_words(tree, "asks"),
        follows=quoted(follows.children[0]) if follows else "",
        assumed=_assumed(assumed.children[0], fact_type, b) if assumed else None,
        is_changeable=child(tree, "changeable") is not None,
        never_before=tuple(other.text for other in never_before),
        fold=fold.fold if fold else None,
    )
    return FactNode(name, declaration, _written(assumed, b) if assumed else None, never_before, fold, b.span(tree))


def _written(clause: Any, b: Builder) -> Name:
    literal = clause.children[0]
    return Name(str(literal.children[0]) if literal.children else literal.data.removesuffix("_literal"), b.span(clause))


def _assumed(literal: Any, fact_type: FactType, b: Builder) -> int | bool | None:
    value = str(literal.children[0]) if literal.children else ""
    if isinstance(fact_type, Boolean) and literal.data in {"yes_literal", "no_literal"}:
        return literal.data == "yes_literal"  # type: ignore[no-any-return]
    if isinstance(fact_type, Choice) and value in fact_type.names:
        return fact_type.names.index(value)
    if isinstance(fact_type, Number) and literal.data == "number_literal":
        number = number_of(literal.children[0], b)
        lowest, highest = fact_type.lowest, fact_type.highest
        if lowest <= highest and not lowest <= number <= highest:
            words = f"`{value}` cannot be assumed of a number from {lowest} to {highest}"
            b.collector.report("CR0303", words, b.span(literal), "assume a value within its bounds")
        return number
    words = f"`{value or literal.data.removesuffix('_literal')}` cannot be assumed of a fact that is {fact_type.words}"
    b.collector.report("CR0303", words, b.span(literal), "assume a value of its type")
    return None


def _check_fact(node: FactNode, scope: Scope) -> None:
    check_member(node.declaration, node.name, scope)
    if node.fold is not None:
        check_fold(node.fold, node.name, scope)
    for other in node.never_before:
        scope.event(other)
    if node.never_before and not isinstance(node.declaration.type, Event):
        scope.event(node.name)
    bounds = node.declaration.type
    if isinstance(bounds, Number) and bounds.lowest > bounds.highest:
        scope.collector.report("CR0305", "the upper bound is below the lower", node.span, "write the smaller first")


def _build_remedy(tree: SyntaxTree, b: Builder) -> RemedyNode:
    exact, ceiling = child(tree, "exact_amount"), child(tree, "ceiling_amount")
    clause = exact or ceiling
    amount = b.node(clause.children[0]) if clause else None
    never_above = child(tree, "remedy_limit")
    limit = b.node(never_above.children[0]) if never_above else None
    return RemedyNode(b.name(tree.children[0]), title_of(tree), amount, ceiling is not None, b.span(tree), limit)


def _check_remedy(node: RemedyNode, scope: Scope) -> None:
    for amount in (node.amount, node.limit):
        if amount is not None:
            scope.check(amount, scope)


FACT = Construct("fact", FactNode, "A typed fact.", "fact delivered: event", _build_fact, _check_fact, nothing_to_check)
REMEDY = Construct(
    "remedy", RemedyNode, "A kind of remedy and its amount.", 'remedy full_refund "Full refund" amount item.price',
    _build_remedy, _check_remedy, nothing_to_check,
)  # fmt: skip
