"""Checked file → plan: rules, exclusions, time and steps folded into core expressions."""

from __future__ import annotations

import hashlib
import re
from typing import Any

from claimrules.compiler.build import Window
from claimrules.compiler.facts_read import facts_read
from claimrules.compiler.resolve import Resolved
from claimrules.compiler.rulefold import combined, reach_of, status_of
from claimrules.constructs import registry
from claimrules.constructs.declarations.statements import Adjustment, Exclusion, Grant, Rule, Step, TimeClauses
from claimrules.constructs.lowering import Interval, Lowering
from claimrules.core.build import at_most, both, choose, definitely, either, least, less, negate
from claimrules.core.expr import NOW, YES, Apply, Expr, Fact, IsKnown, Lit
from claimrules.core.moment import ALWAYS as ALWAYS_MOMENT
from claimrules.core.moment import NEVER as NEVER_MOMENT
from claimrules.core.moment import earliest_of, latest_of, reached
from claimrules.core.ops.money import PLUS, REMAINDER
from claimrules.core.plan import (
    Condition,
    ExclusionPlan,
    GrantPlan,
    Plan,
    RemedyPlan,
    RulePlan,
    ShippingPlan,
    StepPlan,
    TimePlan,
)  # fmt: skip
from claimrules.domain.decision import Citation
from claimrules.domain.periods import Convention
from claimrules.domain.types import NEVER as NEVER_INSTANT
from claimrules.domain.zones import day_start

DEFAULT_ACT = "claim_filed"


class Assembler:
    """Folds one checked file into its plan."""

    def __init__(self, resolved: Resolved) -> None:
        self.file, self.scope = resolved.file, resolved.scope
        self.used_files = resolved.used_files
        head = resolved.file.ruleset
        assert head is not None  # noqa: S101 - a checked file has a head
        self.head = head
        counting = head.counting.text if head.counting else ""
        self.low = Lowering(
            zone=head.timezone.text if head.timezone else "UTC",
            convention=self.scope.conventions.get(counting, Convention("")),
            facts=self.scope.facts,
            windows=self.scope.windows,
            conventions=self.scope.conventions,
            rounding=self.scope.rounding or "half_up",
            lower_node=registry.lower,
        )
        self.exclusions = [node for node in self.scope.statements.values() if isinstance(node, Exclusion)]
        self._effective: dict[str, Expr] = {}

    def plan(self) -> Plan:
        """Return the plan."""
        in_force = self._in_force()
        rules = {node.name.text: self._rule(node, in_force) for node in self.file.of(Rule)}
        steps = tuple(self._step(node) for node in self.file.of(Step))
        remedies = self._remedies(rules)
        windows = tuple(self._time(n.name.text, n.title.text, TimeClauses(), n) for n in self.file.of(Window))
        exclusions = tuple(self._exclusion(node) for node in self.exclusions)
        head = self.head
        return Plan(
            name=head.name.text,
            title=head.title.text or head.name.text,
            zone=self.low.zone,
            currency=self.scope.currency,
            in_force=in_force,
            in_force_from=head.in_force.start if head.in_force else None,
            in_force_until=head.in_force.end if head.in_force else None,
            vocabulary=dict(self.scope.facts),
            symbols=self.low.symbols,
            rules=tuple(rules.values()),
            exclusions=exclusions,
            remedies=remedies,
            steps=steps,
            recommended=_recommended(steps),
            wakes=_wakes(steps),
            windows=windows,
            sources=tuple(self._source(node, "") for node in self.scope.sources.values()),
            used=facts_read(self._all_exprs(rules, exclusions, remedies, steps))
            | _evidence_used(rules, steps, remedies),
            content_hash=self._hash(),
        )

    def _all_exprs(self, rules: Any, exclusions: Any, remedies: Any, steps: Any) -> list[Expr]:
        exprs: list[Expr] = [rule.status for rule in rules.values()]
        exprs += [e.effective for e in exclusions] + [s.is_open for s in steps]
        exprs += [r.amount for r in remedies if r.amount is not None]
        exprs += [g.shipping.condition for r in remedies for g in r.grants if g.shipping]
        return exprs

    def _hash(self) -> str:
        texts = sorted(file.source.text for file in (self.file, *self.used_files))
        return hashlib.sha256("\0".join(texts).encode()).hexdigest()

    def _in_force(self) -> Expr:
        force = self.head.in_force
        if force is None:
            return YES
        event = Fact(force.by.text)
        started = at_most(Lit(day_start(force.start, self.low.zone)), event)
        ended = less(event, Lit(day_start(force.end, self.low.zone))) if force.end else YES
        return both((started, ended, at_most(event, NOW)))

    def _condition(self, node: Any) -> Condition:
        expr = self.low.condition(node)
        return Condition(_text(node), expr, tuple(sorted(facts_read([expr]))))

    def _time(self, name: str, title: str, time: TimeClauses, window: Any = None) -> TimePlan:
        parts = [*time.opens, *time.closes, *time.windows] if window is None else [window]
        low = self.low
        intervals = [low.interval(node) for node in time.windows] + ([low.interval(window)] if window else [])
        opens = [low.moment(node, "opens") for node in time.opens] + [i.opens for i in intervals]
        closes = [low.moment(node, "closes") for node in time.closes] + [i.closes for i in intervals]
        interval = Interval(
            latest_of(opens) if opens else ALWAYS_MOMENT, earliest_of(closes) if closes else NEVER_MOMENT
        )
        facts = facts_read([interval.opens.exact, interval.closes.exact])
        texts = tuple(self._time_text(node) for node in parts)
        convention = low.convention
        if window is not None and window.counting is not None:
            convention = low.conventions[window.counting.text]
        return TimePlan(name, title, interval.opens, interval.closes, texts, tuple(sorted(facts)), convention)

    def _time_text(self, node: Any) -> str:
        name = getattr(node, "name", None)
        window = self.low.windows.get(name.text) if name is not None and not isinstance(node, Window) else None
        return _text(window if window is not None else node)

    def _barred(self, name: str) -> tuple[Expr, tuple[str, ...]]:
        barring = [node for node in self.exclusions if any(bar.text == name for bar in node.bars)]
        return either(self._effective_of(node) for node in barring), tuple(node.name.text for node in barring)

    def _effective_of(self, node: Exclusion) -> Expr:
        name = node.name.text
        if name not in self._effective:
            holds = both(self.low.condition(condition) for condition in node.conditions)
            self._effective[name] = both((holds, negate(self._barred(name)[0])))
        return self._effective[name]

    def _exclusion(self, node: Exclusion) -> ExclusionPlan:
        conditions = tuple(map(self._condition, node.conditions))
        holds = both(condition.expr for condition in conditions)
        barred_by = self._barred(node.name.text)[1]
        effective = self._effective_of(node)
        citations = self._citations(node.cites)
        return ExclusionPlan(node.name.text, node.title.text, holds, effective, conditions, barred_by, citations)

    def _rule(self, node: Rule, in_force: Expr) -> RulePlan:
        conditions = tuple(map(self._condition, node.conditions))
        applies = both((in_force, *(condition.expr for condition in conditions)))
        barred, barred_by = self._barred(node.name.text)
        time = self._time(node.name.text, node.title.text, node.time)
        met_by = node.met_by or self.head.met_by
        act = met_by.text if met_by else DEFAULT_ACT
        reach = reach_of(applies, barred, time, act if act in self.scope.facts else None)
        return RulePlan(
            node.name.text, node.title.text, conditions, applies, barred, barred_by, time, reach, status_of(reach),
            self._citations(node.cites),
        )  # fmt: skip

    def _remedies(self, rules: dict[str, RulePlan]) -> tuple[RemedyPlan, ...]:
        grouped: dict[tuple[str, bool, bool | None], list[GrantPlan]] = {}
        for node in self.file.of(Rule):
            for grant in node.grants:
                key = (grant.remedy.text, grant.is_right, grant.with_return)
                grouped.setdefault(key, []).append(self._grant(node, grant, rules[node.name.text]))
        return tuple(
            combined(kind, self.scope.remedies[kind].title.text or kind, is_right, with_return, tuple(grants))
            for (kind, is_right, with_return), grants in grouped.items()
        )

    def _grant(self, rule: Rule, node: Grant, plan: RulePlan) -> GrantPlan:
        kind = self.scope.remedies[node.remedy.text]
        amount, is_ceiling = node.amount, node.is_ceiling
        if amount is None:
            amount, is_ceiling = kind.amount, kind.is_ceiling
        expr = self.low.amount(amount) if amount is not None else None
        if expr is None and (node.plus or node.less):
            expr = Lit(0)
        for op, parts in ((PLUS, node.plus), (REMAINDER, node.less)):
            for part in parts:
                expr = Apply(op, (expr, self._adjustment(part)))  # type: ignore[arg-type]  # Lit(0) above
        return GrantPlan(plan, expr, is_ceiling, self._shipping(node), _groups(rule.evidence))

    def _adjustment(self, node: Adjustment) -> Expr:
        amount = self.low.amount(node.amount)
        return amount if node.condition is None else choose(self.low.condition(node.condition), amount, Lit(0))

    def _shipping(self, node: Grant) -> ShippingPlan | None:
        shipping = node.shipping
        if shipping is None:
            return None
        condition = self.low.condition(shipping.condition) if shipping.condition is not None else YES
        return ShippingPlan(shipping.payer.text, condition, shipping.otherwise.text if shipping.otherwise else "")

    def _step(self, node: Step) -> StepPlan:
        conditions = tuple(map(self._condition, node.conditions))
        applies = both(condition.expr for condition in conditions)
        time = self._time(node.name.text, node.title.text, node.time)
        is_open = both((applies, reached(time.opens, NOW), negate(reached(time.closes, NOW))))
        actor = node.actor.text if node.actor else ""
        return StepPlan(
            node.name.text, node.title.text, actor, is_open, applies, conditions, time, node.tell.text,
            _groups(node.evidence), self._citations(node.cites),
        )  # fmt: skip

    def _citations(self, cites: tuple[Any, ...]) -> tuple[Citation, ...]:
        return tuple(self._source(self.scope.sources[cite.source.text], cite.article) for cite in cites)

    def _source(self, node: Any, article: str) -> Citation:
        dated, checked = (str(day) if day else "" for day in (node.dated, node.checked))
        return Citation(node.name.text, node.title.text, article, dated, checked, node.url, node.confidence)


def _text(node: Any) -> str:
    text = re.sub(r"#[^\n]*", "", node.span.text)
    return re.sub(r"\s+", " ", text).strip()


def _groups(evidence: Any) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(name.text for name in group) for group in evidence)


def _evidence_used(rules: Any, steps: Any, remedies: Any) -> frozenset[str]:
    del rules
    needed = any(step.evidence for step in steps) or any(g.evidence for r in remedies for g in r.grants)
    return frozenset({"claim.evidence"} if needed else ())


def _recommended(steps: tuple[StepPlan, ...]) -> Expr:
    recommended: Expr = Lit(-1)
    for index, step in enumerate(steps):
        recommended = choose(step.is_open, Lit(index), recommended)
    return recommended


def _wakes(steps: tuple[StepPlan, ...]) -> Expr:
    waiting = []
    for step in steps:
        opens = step.time.opens.exact
        is_waiting = both((definitely(both((step.applies, negate(reached(step.time.opens, NOW))))), IsKnown(opens)))
        waiting.append(choose(is_waiting, opens, Lit(NEVER_INSTANT)))
    return least(waiting) if waiting else Lit(NEVER_INSTANT)


def assemble(resolved: Resolved) -> Plan:
    """Return the plan of a checked file."""
    return Assembler(resolved).plan()
