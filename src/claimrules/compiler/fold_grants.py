"""Grants → plans: how much one rule gives, within which bounds, on which terms."""

from __future__ import annotations

from claimrules.compiler.context import Context, groups_of
from claimrules.constructs.amount_forms import least_it_can_be
from claimrules.constructs.declarations.grant import Adjustment, Bounds, Grant, Shipping
from claimrules.constructs.declarations.statements import Rule
from claimrules.constructs.lowering import Lowering
from claimrules.core.build import at_most, choose, greatest, least
from claimrules.core.expr import YES, Apply, Expr, Lit
from claimrules.core.ops.money import PLUS, REMAINDER
from claimrules.core.plan import GrantPlan, RulePlan, ShippingPlan


def grant_plan(rule: Rule, node: Grant, plan: RulePlan, context: Context) -> GrantPlan:
    """Return one remedy as one rule gives it."""
    kind, low = context.scope.remedies[node.remedy.text], context.low
    amount, is_ceiling = node.amount, node.is_ceiling
    if amount is None:
        amount, is_ceiling = kind.amount, kind.is_ceiling
    expr = low.amount(amount) if amount is not None else None
    for op, parts in ((PLUS, node.plus), (REMAINDER, node.less)):
        for part in parts:
            expr = Apply(op, (Lit(0) if expr is None else expr, _adjustment(part, low)))
    expr = bounded(expr, node.bounds, kind.limit, low)
    return GrantPlan(
        plan, expr, is_ceiling, _shipping(node.shipping, low), groups_of(rule.evidence),
        tuple(name.text for name in node.paid_to), node.is_one_per_order,
    )  # fmt: skip


def _adjustment(node: Adjustment, low: Lowering) -> Expr:
    amount = low.amount(node.amount)
    return amount if node.condition is None else choose(low.condition(node.condition), amount, Lit(0))


def bounded(amount: Expr | None, bounds: Bounds, limit: object, low: Lowering) -> Expr | None:
    """Return an amount raised to its floor, then cut to its cap, then to what its remedy is never above.

    As long as the amount does not exceed what the limit is at least, it does not matter what else is in the limit.
    """
    if bounds.floor is not None:
        amount = greatest((Lit(0) if amount is None else amount, low.amount(bounds.floor)))
    if amount is None:
        return None
    if bounds.cap is not None:
        amount = least((amount, low.amount(bounds.cap)))
    if limit is None or bounds.is_beyond_paid:
        return amount
    return choose(at_most(amount, least_it_can_be(limit, low)), amount, least((amount, low.amount(limit))))


def _shipping(shipping: Shipping | None, low: Lowering) -> ShippingPlan | None:
    if shipping is None:
        return None
    condition = low.condition(shipping.condition) if shipping.condition is not None else YES
    return ShippingPlan(shipping.payer.text, condition, shipping.otherwise.text if shipping.otherwise else "")
