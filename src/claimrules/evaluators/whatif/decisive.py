"""What a decision is read from: standings with their terms, the next step, duties."""

from __future__ import annotations

from collections.abc import Iterator

from claimrules.core.expr import Expr
from claimrules.core.plan import Plan


def decisive(plan: Plan) -> tuple[Expr, ...]:
    """Return every expression that a decision is read from."""
    return tuple(dict.fromkeys(_decisive(plan)))


def _decisive(plan: Plan) -> Iterator[Expr]:
    yield from (plan.in_force, plan.recommended, plan.next_opening)
    for remedy in plan.remedies:
        amount = () if remedy.amount is None else (remedy.amount, remedy.is_ceiling)
        yield from (remedy.status, remedy.reach.coming, remedy.opens, remedy.closes, *amount)
    for duty in plan.duties:
        yield from (duty.status, duty.coming, duty.time.closes.exact)
        yield from (duty.amount,) if duty.amount is not None else ()
