"""Checked file → plan: its rules, exclusions, windows and steps folded into core expressions."""

from __future__ import annotations

from claimrules.compiler.cite import citation
from claimrules.compiler.context import Context, context_of
from claimrules.compiler.facts_read import facts_read
from claimrules.compiler.fold_duties import duty_facts, duty_plans
from claimrules.compiler.fold_rules import RuleFold
from claimrules.compiler.fold_steps import next_opening, recommended, step_plan
from claimrules.compiler.resolve import Resolved
from claimrules.constructs.declarations.clauses import EVIDENCE
from claimrules.constructs.declarations.sources import Source
from claimrules.constructs.declarations.statements import Step
from claimrules.constructs.moments.windows import Window
from claimrules.core.build import both, less
from claimrules.core.expr import YES, Expr, Fact, Lit
from claimrules.core.plan import ExclusionPlan, Plan, RemedyPlan, RulePlan, StepPlan
from claimrules.domain.layers import DEFAULT_LAYER
from claimrules.domain.types import NEVER
from claimrules.speech.language import spoken
from claimrules.syntax.content import content_hash


def assemble(resolved: Resolved) -> Plan:
    """Return the plan of a checked file."""
    context = context_of(resolved)
    head, scope = context.head, context.scope
    in_force = _in_force(context)
    fold = RuleFold(context, in_force)
    rules, exclusions = fold.rules(), fold.exclusions()
    remedies = fold.remedies(rules)
    duties = duty_plans(context, rules)
    steps = tuple(step_plan(node, context) for node in context.file.of(Step))
    return Plan(
        name=head.name.text,
        title=head.title.text or head.name.text,
        zone=head.timezone.text if head.timezone else "UTC",
        zone_fact=head.timezone_fact.text if head.timezone_fact else None,
        currency=scope.currency,
        in_force=in_force,
        in_force_by=head.in_force.by.text if head.in_force else None,
        in_force_from=head.in_force.start if head.in_force else None,
        in_force_until=head.in_force.end if head.in_force else None,
        vocabulary=dict(scope.facts),
        symbols=context.low.symbols,
        rules=tuple(rules.values()),
        exclusions=exclusions,
        remedies=remedies,
        steps=steps,
        recommended=recommended(steps),
        next_opening=next_opening(steps),
        windows=tuple(context.window(node) for node in context.file.of(Window)),
        sources=tuple(citation(node, "") for node in context.file.of(Source)),
        used=_used(tuple(rules.values()), exclusions, remedies, steps) | duty_facts(duties),
        content_hash=content_hash(file.source.text for file in (resolved.file, *resolved.used_files)),
        duties=duties,
        rounding=context.low.rounding,
        layer=head.layer.text if head.layer else DEFAULT_LAYER,
        language=spoken(),
    )


def _in_force(context: Context) -> Expr:
    force = context.head.in_force
    if force is None:
        return YES
    event, low = force.by.text, context.low
    started = low.on_or_after(event, low.day_edge(force.start, is_end=False).exact)
    if force.end is None:
        return both((started, less(Fact(event), Lit(NEVER))))
    return both((started, low.over_by(event, low.nominal.day_edge(force.end, is_end=True).exact)))


def _used(
    rules: tuple[RulePlan, ...],
    exclusions: tuple[ExclusionPlan, ...],
    remedies: tuple[RemedyPlan, ...],
    steps: tuple[StepPlan, ...],
) -> frozenset[str]:
    grants = [grant for remedy in remedies for grant in remedy.grants]
    exprs = [rule.status for rule in rules] + [exclusion.effective for exclusion in exclusions]
    exprs += [step.is_open for step in steps]
    exprs += [remedy.amount for remedy in remedies if remedy.amount is not None]
    exprs += [grant.shipping.condition for grant in grants if grant.shipping is not None]
    shows_evidence = any(step.evidence for step in steps) or any(grant.evidence for grant in grants)
    return facts_read(exprs) | ({EVIDENCE} if shows_evidence else set())
