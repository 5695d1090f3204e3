"""Remedy plans → remedies as a decision lists them. Re-shaping only: the plan has chosen."""

from __future__ import annotations

from claimrules.core.expr import Expr
from claimrules.core.plan import GrantPlan, RemedyPlan
from claimrules.domain.money import Money
from claimrules.domain.remedy import Remedy
from claimrules.domain.terms import ONE_PER_ORDER, PAYER_UNKNOWN, Terms, paid_back_to, paid_by, return_words
from claimrules.domain.types import NEVER
from claimrules.domain.verdicts import LISTED, OPEN, Status
from claimrules.evaluators.answers import Answers
from claimrules.speech.phrases import phrase


def remedies(answers: Answers) -> tuple[Remedy, ...]:
    """Return the remedies that could concern the claim, the ones to be had first."""
    found = [remedy_of(plan, answers) for plan in answers.plan.remedies]
    listed = [remedy for remedy in found if remedy.status in LISTED]
    return tuple(sorted(listed, key=lambda remedy: (LISTED.index(remedy.status), not remedy.is_right)))


def remedy_of(plan: RemedyPlan, answers: Answers) -> Remedy:
    """Return one remedy as it stands, whether a decision lists it or not."""
    status = answers.status(plan.status, plan.reach)
    counting = [g for g, count in zip(plan.grants, plan.counts, strict=True) if answers.known(count)]
    closes = answers.instant(plan.closes)
    return Remedy(
        plan.kind,
        plan.title,
        status,
        amount_of(plan.amount, answers),
        answers.known(plan.is_ceiling) is True,
        answers.instant(plan.opens),
        closes,
        answers.known(plan.closes) == NEVER,
        answers.instant(plan.latest_close) if answers.known(plan.closes) is None else None,
        answers.last_day(closes),
        _conditions(plan, counting, answers),
        _evidence(counting, answers),
        plan.is_right,
        tuple(dict.fromkeys(grant.rule.name for grant in counting)),
        _denied_by(counting, answers) if status == Status.DENIED.word else (),
        _needs(plan, status, answers),
        _awaits(counting, answers) if status == Status.LATER.word else (),
        tuple(dict.fromkeys(citation for grant in counting for citation in grant.rule.citations)),
        tuple(_terms(grant, answers) for grant in counting),
        is_used=answers.known(plan.reach.used) is True,
        with_return=plan.with_return,
    )


def _terms(grant: GrantPlan, answers: Answers) -> Terms:
    closes = answers.instant(grant.rule.time.closes.exact)
    return Terms(
        rule=grant.rule.name,
        amount=amount_of(grant.amount, answers),
        is_ceiling=grant.is_ceiling,
        opens=answers.instant(grant.rule.time.opens.exact),
        closes=closes,
        last_day=answers.last_day(closes),
    )


def _needs(plan: RemedyPlan, status: str, answers: Answers) -> tuple[str, ...]:
    terms = [plan.closes, *([plan.amount] if plan.amount is not None else [])]
    return answers.missing(plan.status, *(terms if status in OPEN else ()))


def _awaits(counting: list[GrantPlan], answers: Answers) -> tuple[str, ...]:
    names = dict.fromkeys(name for grant in counting for name in grant.rule.time.opened_by)
    return tuple(name for name in names if answers.facts.values.get(name) == NEVER)


def amount_of(amount: Expr | None, answers: Answers) -> Money | None:
    """Return an amount as money; None where there is none, or where it is not known."""
    minor = answers.known(amount) if amount is not None else None
    currency = answers.facts.currency or answers.plan.currency
    return Money(minor, currency) if minor is not None and minor >= 0 and currency else None


def _conditions(plan: RemedyPlan, counting: list[GrantPlan], answers: Answers) -> tuple[str, ...]:
    words = [return_words(plan.with_return)]
    for grant in counting:
        words += [paid_back_to(grant.paid_to), phrase(ONE_PER_ORDER) if grant.is_one_per_order else ""]
        shipping = grant.shipping
        if shipping is None:
            continue
        holds = answers.known(shipping.condition)
        if holds is None:
            words.append(phrase(PAYER_UNKNOWN))
        elif holds or shipping.otherwise:
            words.append(paid_by(shipping.payer if holds else shipping.otherwise))
    return tuple(dict.fromkeys(filter(None, words)))


def _evidence(counting: list[GrantPlan], answers: Answers) -> tuple[tuple[str, ...], ...]:
    groups = tuple(dict.fromkeys(group for grant in counting for group in grant.evidence))
    return answers.evidence_missing(groups)


def _denied_by(counting: list[GrantPlan], answers: Answers) -> tuple[str, ...]:
    names = dict.fromkeys(name for grant in counting for name in grant.rule.barred_by)
    return tuple(e.name for e in answers.plan.exclusions if e.name in names and answers.known(e.effective))
