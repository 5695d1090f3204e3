"""How rules combine: how far one comes towards being available, and one remedy over several."""

from __future__ import annotations

from collections.abc import Sequence

from claimrules.core.build import at_most, both, choose, definitely, either, equal, greatest, least, less, negate
from claimrules.core.expr import NO, NOW, Expr, Fact, IsKnown, Lit
from claimrules.core.moment import event, not_after, reached
from claimrules.core.plan import GrantPlan, Reach, RemedyPlan, TimePlan
from claimrules.domain.types import ALWAYS, NEVER
from claimrules.domain.verdicts import Status


def reach_of(applies: Expr, barred: Expr, time: TimePlan, act: str | None) -> Reach:
    """Return how far a rule comes (language reference, sections 5 and 6); each stage implies the one before.

    The act, once done inside the window, keeps it open for ever; done before the opening it uses nothing up.
    """
    opened, closed = reached(time.opens, NOW), reached(time.closes, NOW)
    acted = _acted(time, act) if act else NO
    concerns = both((applies, negate(time.is_empty)))
    granted = both((concerns, negate(barred)))
    coming = both((granted, either((negate(closed), acted))))
    available = both((granted, either((both((opened, negate(closed))), acted))))
    used = both((granted, acted))
    return Reach(concerns, granted, coming, available, used, opened=opened, closed=closed, acted=acted)


def _acted(time: TimePlan, act: str) -> Expr:
    moment = event(act)
    done = at_most(Fact(act), NOW)
    return both((done, not_after(time.opens, moment), negate(not_after(time.closes, moment))))


def status_of(reach: Reach) -> Expr:
    """Return the status that a reach amounts to, as the integer of a `Status`."""
    status: Expr = Lit(int(Status.NOT_APPLICABLE))
    for stage, reached_status in (
        (reach.concerns, Status.DENIED),
        (reach.granted, Status.EXPIRED),
        (reach.coming, Status.LATER),
        (reach.available, Status.AVAILABLE),
    ):
        status = choose(stage, Lit(int(reached_status)), status)
    return status


def combined(
    kind: str, title: str, is_right: bool, with_return: bool | None, grants: tuple[GrantPlan, ...]
) -> RemedyPlan:
    """Return one remedy over the rules that give it: as far as any comes, and the better terms of those that come as far."""
    reach = _furthest([grant.rule.reach for grant in grants])
    status = status_of(reach)
    counts = tuple(_counts(status, grant.rule.reach) for grant in grants)
    chosen = list(zip(counts, grants, strict=True))
    exact, ceiling = (_best(chosen, is_ceiling=is_ceiling) for is_ceiling in (False, True))
    has_amount = any(grant.amount is not None for grant in grants)
    return RemedyPlan(
        kind,
        title,
        is_right,
        with_return,
        reach,
        status,
        opens=least(choose(count, grant.rule.time.opens.exact, Lit(NEVER)) for count, grant in chosen),
        closes=greatest(choose(count, grant.rule.time.closes.exact, Lit(ALWAYS)) for count, grant in chosen),
        latest_close=greatest(choose(count, grant.rule.time.closes.latest, Lit(ALWAYS)) for count, grant in chosen),
        amount=greatest((exact, ceiling)) if has_amount else None,
        is_ceiling=less(exact, ceiling),
        counts=counts,
        grants=grants,
    )


def _best(chosen: Sequence[tuple[Expr, GrantPlan]], *, is_ceiling: bool) -> Expr:
    amounts = [(count, grant.amount) for count, grant in chosen if grant.is_ceiling == is_ceiling]
    none = Lit(-1)
    return greatest([none, *(choose(count, amount, none) for count, amount in amounts if amount is not None)])


def _furthest(reaches: Sequence[Reach]) -> Reach:
    return Reach(
        either(reach.concerns for reach in reaches),
        either(reach.granted for reach in reaches),
        either(reach.coming for reach in reaches),
        either(reach.available for reach in reaches),
        either(reach.used for reach in reaches),
    )


def _counts(status: Expr, own: Reach) -> Expr:
    as_far = definitely(equal(status_of(own), status))
    return choose(IsKnown(status), as_far, negate(IsKnown(status_of(own))))
