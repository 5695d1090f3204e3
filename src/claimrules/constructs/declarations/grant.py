"""`grant`: one remedy that a rule gives, and its terms."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen

from claimrules.constructs.conditions.compare import MoneyLiteral, money_of
from claimrules.constructs.conditions.values import check_value
from claimrules.constructs.construct import Builder, Name, SyntaxTree, child, children
from claimrules.constructs.declarations.clauses import PARTIES, only
from claimrules.constructs.scope import Scope
from claimrules.domain.types import Choice
from claimrules.text.span import Span

#: The fact whose values are the means by which money can be paid back.
MEANS = "claim.refund_to"


@frozen
class Shipping:
    """Who pays to send the goods back: `payer`, where the condition holds, else `otherwise`."""

    payer: Name
    condition: Any = None
    otherwise: Name | None = None


@frozen
class Adjustment:
    """An amount added or deducted, always or under a condition."""

    amount: Any
    condition: Any = None


@frozen
class Bounds:
    """What an amount is raised to and cut to, and whether it may exceed what the remedy is never above."""

    floor: Any = None
    cap: Any = None
    is_beyond_paid: bool = False


@frozen
class Grant:
    """One remedy a rule gives, and its terms.

    Args:
        paid_to: the means by which money is paid, any one of them; free to choose where it is empty.
    """

    remedy: Name
    is_right: bool
    with_return: bool | None
    amount: Any
    is_ceiling: bool
    plus: tuple[Adjustment, ...]
    less: tuple[Adjustment, ...]
    shipping: Shipping | None
    span: Span = field(eq=False, repr=False)
    bounds: Bounds = Bounds()
    paid_to: tuple[Name, ...] = ()
    is_one_per_order: bool = False


def build_grant(tree: SyntaxTree, b: Builder, *, is_right: bool) -> Grant:
    """Build what a `grant` or `may grant` clause says."""
    exact, ceiling = child(tree, "exact_amount"), child(tree, "ceiling_amount")
    clause = exact or ceiling
    returns = [t.data == "with_return" for t in children(tree, "with_return", "without_return")]
    if len(set(returns)) > 1:
        b.collector.report("CR0404", "a grant is either with return or without", b.span(tree), "keep one")
    plus, less = (tuple(_adjustment(t, b) for t in children(tree, alias)) for alias in ("plus", "less"))
    means = only(tree, "paid_to", b)
    return Grant(
        b.name(tree.children[0]), is_right, returns[0] if returns else None,
        b.node(clause.children[0]) if clause else None, ceiling is not None, plus, less, _shipping(tree, b), b.span(tree),
        _bounds(tree, b), tuple(map(b.name, means.children)) if means else (), child(tree, "one_per_order") is not None,
    )  # fmt: skip


def _bounds(tree: SyntaxTree, b: Builder) -> Bounds:
    floor, cap = (
        b.node(clause.children[0]) if (clause := only(tree, alias, b)) else None
        for alias in ("floor_amount", "cap_amount")
    )
    return Bounds(floor, cap, child(tree, "beyond_paid") is not None)


def _adjustment(tree: Any, b: Builder) -> Adjustment:
    proviso = child(tree, "proviso")
    return Adjustment(b.node(tree.children[0]), b.node(proviso.children[0]) if proviso else None)


def _shipping(tree: SyntaxTree, b: Builder) -> Shipping | None:
    plain, conditional = child(tree, "return_shipping"), child(tree, "return_shipping_if")
    if plain:
        return Shipping(b.name(plain.children[0]))
    if conditional:
        payer, condition, otherwise = conditional.children
        return Shipping(b.name(payer), b.node(condition), b.name(otherwise))
    return None


def check_grant(grant: Grant, scope: Scope) -> None:
    """Check a grant's remedy, amounts, conditions, parties and means of payment."""
    scope.found("remedy", grant.remedy, scope.remedies)
    adjustments = (*grant.plus, *grant.less)
    amounts = (grant.amount, *(a.amount for a in adjustments), grant.bounds.floor, grant.bounds.cap)
    for part in (*amounts, *(a.condition for a in adjustments)):
        if part is not None:
            scope.check(part, scope)
    _check_shipping(grant.shipping, scope)
    check_means(grant.paid_to, scope)
    _check_bounds(grant.bounds, scope)


def _check_shipping(shipping: Shipping | None, scope: Scope) -> None:
    if shipping is None:
        return
    if shipping.condition is not None:
        scope.check(shipping.condition, scope)
    for party in (shipping.payer, shipping.otherwise):
        if party is not None:
            scope.found("party", party, PARTIES)


def check_means(names: tuple[Name, ...], scope: Scope) -> None:
    """Report means of payment that the vocabulary does not know; any name will do where it lists none."""
    fact = scope.facts.get(MEANS)
    for name in names:
        if fact is not None and isinstance(fact.type, Choice):
            check_value(Name(MEANS, name.span), name, fact.type.names, scope)


def _check_bounds(bounds: Bounds, scope: Scope) -> None:
    floor, cap = bounds.floor, bounds.cap
    if not (isinstance(floor, MoneyLiteral) and isinstance(cap, MoneyLiteral)):
        return
    is_faulty = any(scope.collector.has_fault_in(node.span) for node in (floor, cap))
    if not is_faulty and money_of(cap.text) < money_of(floor.text):
        words = f"the cap of {cap.text} lies below the floor of {floor.text}"
        scope.collector.report("CR0420", words, cap.span, "write a cap that is not below the floor")
