"""Duties of rules → plans: where each stands, and what a delay costs so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import evolve, frozen

from claimrules.compiler.context import Context, text_of
from claimrules.compiler.facts_read import facts_read
from claimrules.compiler.fold_grants import grant_plan
from claimrules.constructs.amounts import at_percent
from claimrules.constructs.declarations.oblige import Band, Interest, Oblige
from claimrules.constructs.declarations.statements import Rule
from claimrules.constructs.declarations.time_clauses import TimeClauses
from claimrules.core.build import at_most, both, choose, negate
from claimrules.core.expr import NOW, Apply, Expr, Fact, Lit
from claimrules.core.moment import Moment, event, not_after, reached
from claimrules.core.ops import time as times
from claimrules.core.ops.money import interest
from claimrules.core.plan import BandPlan, DutyPlan, RulePlan, TimePlan
from claimrules.deadlines.periods import Anchor
from claimrules.domain.duties import DutyStatus


def duty_plans(context: Context, rules: Mapping[str, RulePlan]) -> tuple[DutyPlan, ...]:
    """Return every duty of every rule."""
    nodes = context.file.of(Rule)
    return tuple(_DutyFold(context, rules[n.name.text], n, duty).plan() for n in nodes for duty in n.duties)


def duty_facts(duties: Sequence[DutyPlan]) -> frozenset[str]:
    """Return the facts that duties and what their delay costs depend on."""
    return facts_read(expr for duty in duties for expr in (duty.status, duty.amount) if expr is not None)


@frozen
class _DutyFold:
    """Folds one duty of one rule."""

    context: Context
    rule: RulePlan
    rule_node: Rule
    node: Oblige

    def plan(self) -> DutyPlan:
        """Return the duty: its time, status and consequence."""
        kind = self.context.scope.duties[self.node.duty.text]
        name, title, act = kind.name.text, kind.title.text or kind.name.text, kind.met_by.text
        time = self.context.time(name, title, TimeClauses(windows=(self.node.window,)))
        done = at_most(Fact(act), NOW)
        status, coming = self._status(time, done, act)
        bands = tuple(self._band(band, time) for band in self.node.bands)
        reaches = tuple(self._reached(band.closes, done, act) for band in bands if band.closes is not None)
        late = self._reached(time.closes, done, act)
        amounts = [self._amount(band.amount, time, done, act) for band in self.node.bands]
        places: list[Expr] = [Lit(place) for place in range(len(bands))]
        return DutyPlan(
            name, title, self.node.party.text, self.rule, done, act, time, status, coming,
            as_of=choose(done, Fact(act), NOW),
            band=choose(late, _by_lateness(places, reaches), Lit(-1)) if bands else Lit(-1),
            bands=bands,
            amount=choose(late, _by_lateness(amounts, reaches), Lit(0)) if bands else None,
            text=", ".join(band.text for band in bands),
        )  # fmt: skip

    def _status(self, time: TimePlan, done: Expr, act: str) -> tuple[Expr, Expr]:
        """Return where the duty stands, and whether it concerns the claim: while the right is open, or was used in time."""
        coming = both((self.rule.reach.coming, negate(time.is_empty)))
        moment = event(act)
        was_late = both((not_after(time.opens, moment), not_after(time.closes, moment)))
        after = choose(was_late, _of(DutyStatus.DONE_LATE), _of(DutyStatus.DONE))
        opened = choose(reached(time.closes, NOW), _of(DutyStatus.LATE), _of(DutyStatus.DUE))
        undone = choose(reached(time.opens, NOW), opened, _of(DutyStatus.NOT_YET))
        status = choose(self.rule.reach.available, choose(done, after, undone), _of(DutyStatus.NOT_YET))
        return choose(coming, status, _of(DutyStatus.NOT_APPLICABLE)), coming

    @staticmethod
    def _reached(moment: Moment, done: Expr, act: str) -> Expr:
        """Return whether a moment was reached by the act, or without it by the instant of decision."""
        return choose(done, not_after(moment, event(act)), reached(moment, NOW))

    def _band(self, band: Band, time: TimePlan) -> BandPlan:
        """Return a band; it ends so long after the last day, counted like that, and never moves off a day of rest."""
        low = evolve(self.context.low.nominal, convention=time.convention)
        end = low.dated_after(band.until, time.closes, Anchor.PERIOD) if band.until is not None else None
        return BandPlan(text_of(band), end, isinstance(band.amount, Interest))

    def _amount(self, node: Any, time: TimePlan, done: Expr, act: str) -> Expr:
        low = self.context.low
        if not isinstance(node, Interest):
            return low.amount(node)
        principal = low.amount(node.of) if node.of is not None else self._first_grant()
        until_act, until_now = (
            Apply(times.between("day", ends=(True, ends_its_day)), (time.closes.exact, until, low.zone.value))
            for until, ends_its_day in ((Fact(act), low.ends_its_day(act)), (NOW, False))
        )
        days = choose(done, until_act, until_now)
        return at_percent(node.rate, low, lambda rate: Apply(interest(rate, low.rounding), (principal, days)))

    def _first_grant(self) -> Expr:
        plan = grant_plan(self.rule_node, self.rule_node.grants[0], self.rule, self.context)
        return Lit(0) if plan.amount is None else plan.amount


def _by_lateness(values: Sequence[Expr], reaches: Sequence[Expr]) -> Expr:
    """Return the value of the first band whose end was not reached, else the last one's."""
    *earlier, value = values
    for found, is_reached in reversed(list(zip(earlier, reaches, strict=True))):
        value = choose(is_reached, value, found)
    return value


def _of(status: DutyStatus) -> Lit:
    return Lit(int(status))
