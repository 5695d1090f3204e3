"""Policy × world → the answer: where each remedy stands, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import field, frozen

from claimrules.constructs.declarations.grant import Grant
from claimrules.constructs.declarations.statements import Exclusion, Rule, Step
from tests.oracle.amounts import Amount, granted
from tests.oracle.conditions import day_of, holds
from tests.oracle.dated import dated
from tests.oracle.duties import DutyKey, Owed, owed
from tests.oracle.instants import NEVER, Instant
from tests.oracle.interval import Interval
from tests.oracle.periods import Clock
from tests.oracle.policy import Policy
from tests.oracle.world import World

#: Worst first: of several rules giving a remedy, the best counts.
ORDER = ("not_applicable", "denied", "expired", "later", "available")

#: Remedy, right or discretion, with return (None: not said).
Key = tuple[str, bool, bool | None]


@frozen
class Standing:
    """Where a remedy stands, by the rules that bring it that far."""

    status: str
    opens: Instant
    closes: Instant
    amount: Amount | None
    rules: frozenset[str]
    denied_by: frozenset[str]


@frozen
class Next:
    """A step, a wait, or nothing; until when, or from when."""

    kind: str
    step: str = ""
    by: Instant = NEVER
    alternatives: tuple[str, ...] = ()


@frozen
class Answer:
    """What is so about one claim; a remedy that is not listed is not applicable."""

    remedies: dict[Key, Standing]
    next: Next
    windows: dict[str, Interval] = field(factory=dict)
    duties: dict[DutyKey, Owed] = field(factory=dict)

    def status(self, key: Key) -> str:
        """Return where a remedy stands."""
        return self.remedies[key].status if key in self.remedies else "not_applicable"


def answer(policy: Policy, world: World) -> Answer:
    """Decide a claim."""
    policy = dated(policy, world)
    clock = Clock(policy, world)
    windows = {name: clock.window(window) for name, window in policy.windows.items()}
    return Answer(_remedies(clock), _next(clock), windows, _duties(clock))


def _all(conditions: Iterable[Any], clock: Clock) -> bool:
    return all(holds(condition, clock.world, clock.policy) for condition in conditions)


def _bars(name: str, clock: Clock) -> list[Exclusion]:
    """Return the exclusions that bar a statement: they hold, and nothing bars them."""
    naming = [e for e in clock.policy.exclusions if name in {barred.text for barred in e.bars}]
    return [e for e in naming if _all(e.conditions, clock) and not _bars(e.name.text, clock)]


def _is_in_force(clock: Clock) -> bool:
    force = clock.policy.head.in_force
    if force is None:
        return True
    day = day_of(force.by.text, clock.world, clock.policy)
    last = NEVER if force.end is None else force.end.toordinal() + 1
    return force.start.toordinal() <= day < last


def _is_met(interval: Interval, act: str, world: World) -> bool:
    return interval.contains(world.at) or (world.has_happened(act) and interval.contains(world[act]))


def _status(rule: Rule, interval: Interval, clock: Clock) -> str:
    if not _is_in_force(clock) or not _all(rule.conditions, clock) or interval.is_empty:
        return "not_applicable"
    if _bars(rule.name.text, clock):
        return "denied"
    if _is_met(interval, clock.policy.act(rule), clock.world):
        return "available"
    return "expired" if interval.closes <= clock.world.at else "later"


def _remedies(clock: Clock) -> dict[Key, Standing]:
    found: dict[Key, list[Standing]] = {}
    for rule in clock.policy.rules:
        interval = clock.clauses(rule.time)
        status = _status(rule, interval, clock)
        by = frozenset(e.name.text for e in _bars(rule.name.text, clock)) if status == "denied" else frozenset()
        for grant in rule.grants:
            worth = granted(grant, clock.policy, clock.world)
            rules = frozenset([rule.name.text])
            standing = Standing(status, interval.opens, interval.closes, worth, rules, by)
            found.setdefault(_key(grant), []).append(standing)
    combined = {key: _combined(standings) for key, standings in found.items()}
    return {key: standing for key, standing in combined.items() if standing.status != "not_applicable"}


def _duties(clock: Clock) -> dict[DutyKey, Owed]:
    found = {}
    for rule in clock.policy.rules:
        status = _status(rule, clock.clauses(rule.time), clock)
        for duty in rule.duties:
            standing = owed(duty, rule, status, clock)
            if standing is not None:
                found[rule.name.text, duty.duty.text] = standing
    return found


def _key(grant: Grant) -> Key:
    return grant.remedy.text, grant.is_right, grant.with_return


def _combined(standings: list[Standing]) -> Standing:
    status = max((standing.status for standing in standings), key=ORDER.index)
    best = [standing for standing in standings if standing.status == status]
    amounts = [standing.amount for standing in best if standing.amount is not None]
    return Standing(
        status,
        min(standing.opens for standing in best),
        max(standing.closes for standing in best),
        max(amounts, key=lambda amount: (amount.minor, not amount.is_ceiling), default=None),
        frozenset[str]().union(*(standing.rules for standing in best)),
        frozenset[str]().union(*(standing.denied_by for standing in best)),
    )


def _next(clock: Clock) -> Next:
    ready = [(step, clock.clauses(step.time)) for step in clock.policy.steps if _all(step.conditions, clock)]
    now_open = [(step, interval) for step, interval in ready if interval.contains(clock.world.at)]
    if now_open:
        *others, (step, interval) = now_open
        return Next("step", step.name.text, interval.closes, tuple(other.name.text for other, _ in others))
    later = [(interval.opens, step) for step, interval in ready if _will_open(interval, clock)]
    if not later:
        return Next("nothing left")
    opens, step = min(later, key=_opening)
    return Next("wait", step.name.text, opens)


def _will_open(interval: Interval, clock: Clock) -> bool:
    return not interval.is_empty and clock.world.at < interval.opens < NEVER


def _opening(found: tuple[Instant, Step]) -> Instant:
    return found[0]
