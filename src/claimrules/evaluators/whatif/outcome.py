"""What a decision comes to, for comparing two of them: standings, terms, the next step, duties; not what is missing."""

from __future__ import annotations

from collections.abc import Iterator

from claimrules.core.expr import Expr
from claimrules.core.plan import DutyPlan, Plan, RemedyPlan
from claimrules.domain.decision import OPEN
from claimrules.domain.duties import DELAYED, DutyStatus
from claimrules.evaluators.answers import Answers

#: The standing of each remedy and duty with its terms, and the next step; equal where two decisions come to the same.
Outcome = tuple[object, ...]


def outcome(answers: Answers) -> Outcome:
    """Return what answers come to."""
    plan = answers.plan
    idle = answers.known(plan.recommended) == -1
    return (
        answers.known(plan.in_force),
        tuple(_remedy(remedy, answers) for remedy in plan.remedies),
        answers.known(plan.next_opening) if idle else None,
        answers.known(plan.recommended),
        tuple(_duty(duty, answers) for duty in plan.duties),
    )


def decisive(plan: Plan) -> tuple[Expr, ...]:
    """Return every expression an outcome is read from."""
    return tuple(dict.fromkeys(_decisive(plan)))


def _decisive(plan: Plan) -> Iterator[Expr]:
    yield from (plan.in_force, plan.recommended, plan.next_opening)
    for remedy in plan.remedies:
        yield from (remedy.status, remedy.reach.coming, *_terms(remedy))
    for duty in plan.duties:
        yield from (duty.status, duty.coming, duty.time.closes.exact)
        yield from (duty.amount,) if duty.amount is not None else ()


def _remedy(plan: RemedyPlan, answers: Answers) -> tuple[object, ...]:
    status = answers.status(plan.status, plan.reach)
    return (status, *(answers.known(term) for term in _terms(plan))) if status in OPEN else (status,)


def _terms(plan: RemedyPlan) -> tuple[Expr, ...]:
    amount = () if plan.amount is None else (plan.amount, plan.is_ceiling)
    return (plan.opens, plan.closes, *amount)


def _duty(plan: DutyPlan, answers: Answers) -> tuple[object, ...]:
    value = answers.known(plan.status)
    if value is None:
        return (answers.known(plan.coming) is False,)
    word = DutyStatus(value).word
    closes = answers.known(plan.time.closes.exact) if word == DutyStatus.DUE.word else None
    amount = answers.known(plan.amount) if word in DELAYED and plan.amount is not None else None
    return word, closes, amount
