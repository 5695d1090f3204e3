"""The remedies of one line → what each adds to the totals of the order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from claimrules.compiler.facts_read import facts_read
from claimrules.core.expr import Expr
from claimrules.core.plan import Plan, RemedyPlan
from claimrules.domain.money import Money
from claimrules.domain.order_decision import LineShare
from claimrules.domain.remedy import Remedy
from claimrules.domain.terms import ONE_PER_ORDER
from claimrules.domain.types import MoneyType
from claimrules.domain.verdicts import OPEN
from claimrules.evaluators.answers import Answers
from claimrules.evaluators.remedies import remedy_of
from claimrules.orders.sharing import SHARED
from claimrules.speech.phrases import phrase

_AVAILABLE: Final = "available"


def shares_of(answers: Answers, refunded: Money | None) -> tuple[LineShare, ...]:
    """Return what the remedies of one line add, those of which an amount can be said and that may be had.

    Args:
        answers: what the line's decision is made of.
        refunded: what was paid back of the line before.
    """
    found = ((plan, remedy_of(plan, answers)) for plan in answers.plan.remedies if plan.amount is not None)
    return tuple(_share(plan, remedy, answers, refunded) for plan, remedy in found if remedy.status in OPEN)


def _share(plan: RemedyPlan, remedy: Remedy, answers: Answers, refunded: Money | None) -> LineShare:
    before = refunded if _is_refund(remedy.kind) else None
    most = None if remedy.amount is None else max(0, remedy.amount.minor - (before.minor if before else 0))
    is_sure = remedy.status == _AVAILABLE and not remedy.is_ceiling
    return LineShare(
        kind=remedy.kind,
        title=remedy.title,
        is_right=remedy.is_right,
        with_return=plan.with_return,
        status=remedy.status,
        amount=remedy.amount,
        refunded=before,
        least=most if is_sure and most is not None else 0,
        most=most,
        is_once=phrase(ONE_PER_ORDER) in remedy.conditions or _is_of_the_order(plan, answers.plan),
        currency=answers.facts.currency or answers.plan.currency or "",
    )


def _is_refund(kind: str) -> bool:
    """Tell whether a remedy pays back what was paid, so that what was paid back before counts against it."""
    return kind.endswith("refund") or kind == "store_credit"


def _is_of_the_order(remedy: RemedyPlan, plan: Plan) -> bool:
    """Tell whether an amount is that of the whole order: it reads one of the order, and none of the item."""
    amounts = [grant.amount for grant in remedy.grants if grant.amount is not None]
    read = set(_money_read(amounts, plan))
    shared = {".".join(path) for path in SHARED}
    of_order = {name for name in read if name.startswith("order.")}
    return bool(of_order - shared) and of_order == read


def _money_read(amounts: Sequence[Expr], plan: Plan) -> Iterator[str]:
    for name in facts_read(amounts):
        fact = plan.vocabulary.get(name)
        if fact is not None and isinstance(fact.type, MoneyType):
            yield name
