"""Amounts made of others: by condition, in sums and differences, a percentage of them."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen

from claimrules.constructs.amounts import Percent, at_percent, check_percent, percent_of
from claimrules.constructs.construct import Builder, Construct, SyntaxTree
from claimrules.constructs.lowering import Lowering
from claimrules.constructs.scope import Scope
from claimrules.core.build import choose
from claimrules.core.expr import Apply, Expr, IsKnown, Lit
from claimrules.core.ops.money import PLUS, REMAINDER, share
from claimrules.text.span import Span


@frozen
class Tier:
    """An amount that is given under a condition."""

    condition: Any
    amount: Any


@frozen
class Tiered:
    """The amount of the first condition that holds, else `otherwise`."""

    tiers: tuple[Tier, ...]
    otherwise: Any
    span: Span = field(eq=False, repr=False)


@frozen
class Sum:
    """One amount and another."""

    first: Any
    second: Any
    span: Span = field(eq=False, repr=False)


@frozen
class Difference:
    """One amount without another, never below zero."""

    first: Any
    second: Any
    span: Span = field(eq=False, repr=False)


@frozen
class ShareOf:
    """A percentage of an amount in parentheses, rounded as the ruleset states."""

    percent: Percent
    whole: Any
    span: Span = field(eq=False, repr=False)


def _build_tiered(tree: SyntaxTree, b: Builder) -> Tiered:
    *tiers, otherwise = tree.children
    built = tuple(Tier(*b.nodes(tier.children)) for tier in tiers)  # type: ignore[union-attr]
    return Tiered(built, b.node(otherwise), b.span(tree))


def _check_tiered(node: Tiered, scope: Scope) -> None:
    for tier in node.tiers:
        scope.check(tier.condition, scope)
        scope.check(tier.amount, scope)
    scope.check(node.otherwise, scope)


def _lower_tiered(node: Tiered, low: Lowering) -> Expr:
    amount = low.amount(node.otherwise)
    for tier in reversed(node.tiers):
        amount = choose(low.condition(tier.condition), low.amount(tier.amount), amount)
    return amount


def _build_pair(kind: type[Sum | Difference], tree: SyntaxTree, b: Builder) -> Sum | Difference:
    first, second = b.nodes(tree.children)
    return kind(first, second, b.span(tree))


def _check_pair(node: Sum | Difference, scope: Scope) -> None:
    scope.check(node.first, scope)
    scope.check(node.second, scope)


def _check_share(node: ShareOf, scope: Scope) -> None:
    check_percent(node.percent, node.span, scope)
    scope.check(node.whole, scope)


def _lower_share(node: ShareOf, low: Lowering) -> Expr:
    whole = low.amount(node.whole)
    return at_percent(node.percent, low, lambda percent: Apply(share(percent, low.rounding), (whole,)))


def least_it_can_be(node: Any, low: Lowering) -> Expr:
    """Return what an amount comes to at least, whatever is not known of it; itself always known."""
    if isinstance(node, Sum):
        return Apply(PLUS, (least_it_can_be(node.first, low), least_it_can_be(node.second, low)))
    exact = low.amount(node)
    return choose(IsKnown(exact), exact, Lit(0))


def _build_share(tree: SyntaxTree, b: Builder) -> ShareOf:
    percent, whole = tree.children
    return ShareOf(percent_of(percent, b), b.node(whole), b.span(tree))


AMOUNT_FORMS = (
    Construct(
        "tiered_amount", Tiered, "The amount of the first condition that holds.",
        "amount when item.condition is opened: 85% of item.price, otherwise item.price",
        _build_tiered, _check_tiered, _lower_tiered,
    ),
    Construct(
        "sum_amount", Sum, "One amount and another.", "(item.price plus order.shipping_paid)",
        lambda tree, b: _build_pair(Sum, tree, b), _check_pair,
        lambda node, low: Apply(PLUS, (low.amount(node.first), low.amount(node.second))),
    ),
    Construct(
        "difference_amount", Difference, "One amount without another.", "(item.price less item.missing_gift_value)",
        lambda tree, b: _build_pair(Difference, tree, b), _check_pair,
        lambda node, low: Apply(REMAINDER, (low.amount(node.first), low.amount(node.second))),
    ),
    Construct(
        "percent_of_amount", ShareOf, "A percentage of an amount in parentheses.",
        "10% of (item.price plus order.shipping_paid)", _build_share, _check_share, _lower_share,
    ),
    Construct(
        "named_percent_of_amount", ShareOf, "A parameter's percentage of an amount in parentheses.",
        "fee of (item.price plus order.shipping_paid)", _build_share, _check_share, _lower_share,
    ),
)  # fmt: skip
