"""`A and B`, `A or B`, `not A`: three-valued, as Kleene defined them."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen

from claimrules.constructs.construct import Builder, Construct, SyntaxTree
from claimrules.constructs.lowering import Lowering
from claimrules.constructs.scope import Scope
from claimrules.core.build import both, either, negate
from claimrules.core.expr import Expr
from claimrules.text.span import Span


@frozen
class Both:
    """All parts hold."""

    parts: tuple[Any, ...]
    span: Span = field(eq=False, repr=False)


@frozen
class Either:
    """At least one part holds."""

    parts: tuple[Any, ...]
    span: Span = field(eq=False, repr=False)


@frozen
class Negation:
    """The part does not hold."""

    part: Any
    span: Span = field(eq=False, repr=False)


def _build_both(tree: SyntaxTree, b: Builder) -> Both:
    return Both(b.nodes(tree.children), b.span(tree))


def _build_either(tree: SyntaxTree, b: Builder) -> Either:
    return Either(b.nodes(tree.children), b.span(tree))


def _build_negation(tree: SyntaxTree, b: Builder) -> Negation:
    return Negation(b.node(tree.children[0]), b.span(tree))


def _check(node: Both | Either, scope: Scope) -> None:
    for part in node.parts:
        scope.check(part, scope)


def _check_negation(node: Negation, scope: Scope) -> None:
    scope.check(node.part, scope)


def _lower_both(node: Both, low: Lowering) -> Expr:
    return both(low.condition(part) for part in node.parts)


def _lower_either(node: Either, low: Lowering) -> Expr:
    return either(low.condition(part) for part in node.parts)


def _lower_negation(node: Negation, low: Lowering) -> Expr:
    return negate(low.condition(node.part))


BOTH = Construct(
    "both", Both, "All of several conditions hold.", "delivered and item.condition is unused",
    _build_both, _check, _lower_both,
)  # fmt: skip
EITHER = Construct(
    "either", Either, "At least one of several conditions holds.", "seller_refused or proposal_rejected",
    _build_either, _check, _lower_either,
)  # fmt: skip
NEGATION = Construct(
    "negation", Negation, "A condition does not hold.", "not delivered",
    _build_negation, _check_negation, _lower_negation,
)  # fmt: skip
