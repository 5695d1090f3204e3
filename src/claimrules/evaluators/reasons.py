"""Rules and exclusions → why each came out as it did."""

from __future__ import annotations

from claimrules.core.plan import Condition, ExclusionPlan, RulePlan
from claimrules.domain.decision import Reading, Reason, Truth
from claimrules.evaluators.answers import Answers
from claimrules.evaluators.deadlines import deadline


def reason(rule: RulePlan, answers: Answers) -> Reason:
    """Return why a rule has its status: conditions read, exclusions, deadline, citations."""
    exclusions = {exclusion.name: exclusion for exclusion in answers.plan.exclusions}
    return Reason(
        rule.name,
        rule.title,
        answers.status(rule.status, rule.reach),
        _readings(rule.conditions, answers),
        tuple(_exclusion(exclusions[name], exclusions, answers) for name in rule.barred_by),
        deadline(rule.time, answers) if rule.time.texts else None,
        rule.citations,
        answers.missing(rule.status),
    )


def _exclusion(plan: ExclusionPlan, exclusions: dict[str, ExclusionPlan], answers: Answers) -> Reason:
    words = {Truth.YES: "bars", Truth.NO: "does not bar", Truth.UNKNOWN: "may bar"}
    return Reason(
        plan.name,
        plan.title,
        words[answers.truth(plan.effective)],
        _readings(plan.conditions, answers),
        tuple(_exclusion(exclusions[name], exclusions, answers) for name in plan.barred_by),
        None,
        plan.citations,
        answers.missing(plan.effective),
    )


def _readings(conditions: tuple[Condition, ...], answers: Answers) -> tuple[Reading, ...]:
    return tuple(
        Reading(
            condition.text,
            answers.truth(condition.expr),
            tuple((name, answers.facts.shown.get(name, "not known")) for name in condition.facts),
        )
        for condition in conditions
    )
