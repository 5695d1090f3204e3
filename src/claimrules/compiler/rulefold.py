"""How rules combine: the status of one, and one remedy over several."""

from __future__ import annotations

from claimrules.core.build import at_most, both, choose, definitely, either, equal, greatest, least, negate
from claimrules.core.expr import NO, NOW, Expr, Fact, IsKnown, Lit
from claimrules.core.moment import event, not_after, reached
from claimrules.core.plan import GrantPlan, RemedyPlan, TimePlan
from claimrules.domain.decision import Status
from claimrules.domain.types import ALWAYS, NEVER


def _status(status: Status) -> Lit:
    return Lit(int(status))


def rule_status(applies: Expr, barred: Expr, time: TimePlan, act: str | None) -> Expr:
    """Return a rule's status (language reference, section 5 and 6).

    The act, once done inside the window, keeps it open for ever; done before the opening it uses nothing up. A fact
    that could only change why the answer is no leaves the status known.
    """
    opened, closed = reached(time.opens, NOW), reached(time.closes, NOW)
    acted = _acted(time, act) if act else NO
    empty = not_after(time.closes, time.opens)
    later = both((negate(opened), negate(empty)))
    in_time = either((both((opened, negate(closed))), acted))
    could = both((applies, negate(barred), negate(empty), either((in_time, later))))
    why_not = choose(
        either((definitely(negate(applies)), definitely(empty))),
        _status(Status.NOT_APPLICABLE),
        choose(definitely(barred), _status(Status.DENIED), _status(Status.EXPIRED)),
    )
    return choose(negate(could), why_not, choose(later, _status(Status.LATER), _status(Status.AVAILABLE)))


def _acted(time: TimePlan, act: str) -> Expr:
    moment = event(act)
    done = at_most(Fact(act), NOW)
    return both((done, not_after(time.opens, moment), negate(not_after(time.closes, moment))))


def combined(
    kind: str, title: str, is_right: bool, with_return: bool | None, grants: tuple[GrantPlan, ...]
) -> RemedyPlan:
    """Return one remedy over the rules that give it: the best status, and the better terms of the rules having it."""
    statuses = [grant.rule.status for grant in grants]
    best = _status(Status.AVAILABLE)
    status = choose(either(definitely(equal(s, best)) for s in statuses), best, greatest(statuses))
    counts = tuple(_counts(status, s) for s in statuses)
    chosen = list(zip(counts, grants, strict=True))
    amounts = [choose(count, grant.amount, Lit(-1)) for count, grant in chosen if grant.amount is not None]
    return RemedyPlan(
        kind,
        title,
        is_right,
        with_return,
        status,
        opens=least(choose(count, grant.rule.time.opens.exact, Lit(NEVER)) for count, grant in chosen),
        closes=greatest(choose(count, grant.rule.time.closes.exact, Lit(ALWAYS)) for count, grant in chosen),
        amount=greatest(amounts) if amounts else None,
        counts=counts,
        grants=grants,
    )


def _counts(status: Expr, own: Expr) -> Expr:
    return choose(IsKnown(status), definitely(equal(own, status)), negate(IsKnown(own)))
