"""Duty × world → where it stands, and what a delay costs so far."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from attrs import frozen

from claimrules.constructs.declarations.oblige import Interest, Oblige
from claimrules.constructs.declarations.statements import Rule
from claimrules.constructs.declarations.time_clauses import TimeClauses
from claimrules.constructs.moments.periods import WindowUse
from tests.oracle.amounts import amount, granted, rounded
from tests.oracle.instants import NEVER, Instant, local_day, period_end
from tests.oracle.interval import Interval
from tests.oracle.periods import Clock

#: Rule, duty.
DutyKey = tuple[str, str]


@frozen
class Owed:
    """Where a duty stands; the amount is None unless it is late."""

    status: str
    opens: Instant
    closes: Instant
    amount: int | None = None


def owed(duty: Oblige, rule: Rule, rule_status: str, clock: Clock) -> Owed | None:
    """Return a duty's standing; it concerns the claim where the rule's right is open, was used in time, or opens yet."""
    interval = clock.clauses(TimeClauses(windows=(duty.window,)))
    if rule_status not in {"available", "later"} or interval.is_empty:
        return None
    opens, closes = interval.opens, interval.closes
    act = clock.policy.scope.duties[duty.duty.text].met_by.text
    is_done = clock.world.has_happened(act)
    seen = clock.world[act] if is_done else clock.world.at
    is_late = opens <= seen and closes <= seen
    if rule_status == "later":
        return Owed("not_yet", opens, closes)
    if is_late:
        cost = _cost(duty, rule, interval, seen, clock) if duty.bands else None
        return Owed("done_late" if is_done else "late", opens, closes, cost)
    return Owed("done" if is_done else "due" if opens <= seen else "not_yet", opens, closes)


def _cost(duty: Oblige, rule: Rule, interval: Interval, seen: Instant, clock: Clock) -> int:
    """Return what the first band gives that is not over."""
    for band in duty.bands:
        if seen < _end(band, duty, interval, clock):
            return _amount(band.amount, rule, interval, seen, clock)
    raise AssertionError("the last band has no end")


def _end(band: Any, duty: Oblige, interval: Interval, clock: Clock) -> Instant:
    """Return the first instant after a band: so long after the last day."""
    if band.until is None:
        return NEVER
    window = clock.policy.windows[duty.window.name.text] if isinstance(duty.window, WindowUse) else None
    counting = clock.policy.counting(window, clock.world, rolls=False)
    return counting.after(period_end(interval.closes, clock.zone), band.until).closing


def _amount(node: Any, rule: Rule, interval: Interval, seen: Instant, clock: Clock) -> int:
    policy, world = clock.policy, clock.world
    if not isinstance(node, Interest):
        return amount(node, policy, world)
    first = granted(rule.grants[0], policy, world) if node.of is None else None
    principal = amount(node.of, policy, world) if first is None else first.minor
    days = local_day(seen, clock.zone) - local_day(interval.closes - 1, clock.zone)
    return rounded(Decimal(principal) * node.rate * int(days) / (365 * 100), policy)
