"""Duty plans → duties as a decision lists them. Re-shaping only: the plan has chosen."""

from __future__ import annotations

from claimrules.core.expr import Fact
from claimrules.core.plan import BandPlan, DutyPlan
from claimrules.domain.duties import DELAYED, Consequence, Duty, DutyStatus, LateBand
from claimrules.domain.types import NEVER
from claimrules.domain.verdicts import UNDETERMINED
from claimrules.evaluators.answers import Answers
from claimrules.evaluators.deadlines import deadline
from claimrules.evaluators.remedies import amount_of

#: What is still open comes first, what is over last.
_ORDER = ("late", "due", "not_yet", UNDETERMINED, "done_late", "done")


def duties(answers: Answers) -> tuple[Duty, ...]:
    """Return the duties that concern the claim, or may."""
    found = [_duty(plan, answers) for plan in answers.plan.duties if _is_listed(plan, answers)]
    return tuple(sorted(found, key=lambda duty: _ORDER.index(duty.status)))


def _is_listed(plan: DutyPlan, answers: Answers) -> bool:
    return answers.known(plan.coming) is not False and answers.known(plan.status) != DutyStatus.NOT_APPLICABLE


def _duty(plan: DutyPlan, answers: Answers) -> Duty:
    value = answers.known(plan.status)
    status = UNDETERMINED if value is None else DutyStatus(value).word
    closes = answers.instant(plan.time.closes.exact)
    is_done = answers.known(plan.act) is True
    return Duty(
        name=plan.name,
        title=plan.title,
        actor=plan.actor,
        rule=plan.rule.name,
        status=status,
        opens=answers.instant(plan.time.opens.exact),
        closes=closes,
        last_day=answers.last_day(closes),
        done_at=answers.instant(Fact(plan.event)) if is_done else None,
        awaits=_awaits(plan, answers) if status == DutyStatus.NOT_YET.word else (),
        deadline=deadline(plan.time, answers),
        consequence=_consequence(plan, status, answers),
        needs=_needs(plan, status, answers),
        citations=plan.rule.citations,
    )


def _awaits(plan: DutyPlan, answers: Answers) -> tuple[str, ...]:
    return tuple(name for name in plan.time.opened_by if answers.facts.values.get(name) == NEVER)


def _needs(plan: DutyPlan, status: str, answers: Answers) -> tuple[str, ...]:
    amounts = [plan.amount] if plan.amount is not None and status in DELAYED else []
    closes = [plan.time.closes.exact] if status == DutyStatus.DUE.word else []
    return answers.missing(plan.status, *closes, *amounts)


def _consequence(plan: DutyPlan, status: str, answers: Answers) -> Consequence | None:
    if not plan.bands:
        return None
    is_delayed = status in DELAYED
    reached = answers.known(plan.band) if is_delayed else None
    bands = tuple(_band(band, index == reached, answers) for index, band in enumerate(plan.bands))
    amount = amount_of(plan.amount, answers) if is_delayed else None
    return Consequence(_kind(plan.bands), plan.text, amount, answers.instant(plan.as_of) if is_delayed else None, bands)


def _kind(bands: tuple[BandPlan, ...]) -> str:
    if len(bands) > 1:
        return "graduated"
    return "interest" if bands[0].is_interest else "amount"


def _band(band: BandPlan, is_reached: bool, answers: Answers) -> LateBand:
    closes = answers.instant(band.closes.exact) if band.closes is not None else None
    return LateBand(band.text, closes, answers.last_day(closes), is_reached)
