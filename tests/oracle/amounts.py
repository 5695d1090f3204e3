"""Grant × world → how much, in minor units."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Decimal
from typing import Any, Final

from attrs import frozen

from claimrules.constructs.amount_extremes import Highest, Lowest
from claimrules.constructs.amount_forms import Difference, ShareOf, Sum, Tiered
from claimrules.constructs.amounts import FactAmount, Nothing, Share
from claimrules.constructs.conditions.compare import MoneyLiteral
from claimrules.constructs.declarations.grant import Adjustment, Grant
from tests.oracle.conditions import holds, minor_units
from tests.oracle.policy import Policy
from tests.oracle.world import World

_ROUNDINGS: Final = {
    "half_up": ROUND_HALF_UP, "half_even": ROUND_HALF_EVEN, "up": ROUND_UP, "down": ROUND_DOWN,
}  # fmt: skip


@frozen
class Amount:
    """How much, and whether that is only the most that can be had."""

    minor: int
    is_ceiling: bool


def granted(grant: Grant, policy: Policy, world: World) -> Amount | None:
    """Return what a grant is worth: its own amount or else its remedy's, plus and less, never below zero."""
    remedy = policy.scope.remedies[grant.remedy.text]
    stated = grant if grant.amount is not None else remedy
    if stated.amount is None and not grant.plus and not grant.less and grant.bounds.floor is None:
        return None
    total = amount(stated.amount, policy, world) if stated.amount is not None else 0
    total += sum(amount(a.amount, policy, world) for a in grant.plus if _counts(a, policy, world))
    total -= sum(amount(a.amount, policy, world) for a in grant.less if _counts(a, policy, world))
    return Amount(_within_bounds(max(0, total), grant, policy, world), stated.is_ceiling)


def _within_bounds(total: int, grant: Grant, policy: Policy, world: World) -> int:
    """Return an amount raised to its floor, cut to its cap, and then to what the remedy is never above."""
    limit = None if grant.bounds.is_beyond_paid else policy.scope.remedies[grant.remedy.text].limit
    if grant.bounds.floor is not None:
        total = max(total, amount(grant.bounds.floor, policy, world))
    for upper in (grant.bounds.cap, limit):
        if upper is not None:
            total = min(total, amount(upper, policy, world))
    return total


def _counts(adjustment: Adjustment, policy: Policy, world: World) -> bool:
    return adjustment.condition is None or holds(adjustment.condition, world, policy)


def amount(node: Any, policy: Policy, world: World) -> int:
    """Return an amount in minor units; shares are rounded to a whole one as the ruleset says."""
    match node:
        case FactAmount(name):
            return world[name.text]
        case MoneyLiteral(text):
            return minor_units(text)
        case Share(percent, name):
            return rounded(Decimal(world[name.text]) * percent / 100, policy)
        case ShareOf(percent, whole):
            return rounded(Decimal(amount(whole, policy, world)) * percent / 100, policy)
        case Nothing():
            return 0
        case Sum(first, second):
            return amount(first, policy, world) + amount(second, policy, world)
        case Difference(first, second):
            return max(0, amount(first, policy, world) - amount(second, policy, world))
        case Lowest() | Highest():
            return _extreme(node, policy, world)
        case Tiered(tiers, otherwise):
            held = [tier.amount for tier in tiers if holds(tier.condition, world, policy)]
            return amount([*held, otherwise][0], policy, world)
    raise TypeError(node)


def _extreme(node: Lowest | Highest, policy: Policy, world: World) -> int:
    several = [amount(part, policy, world) for part in node.parts]
    return min(several) if isinstance(node, Lowest) else max(several)


def rounded(exact: Decimal, policy: Policy) -> int:
    """Return an amount in whole minor units, rounded as the ruleset says."""
    rounding = policy.head.rounding.text if policy.head.rounding else "half_up"
    return int(exact.quantize(Decimal(1), rounding=_ROUNDINGS[rounding]))
