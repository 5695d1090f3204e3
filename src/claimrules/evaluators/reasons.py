"""Rules and exclusions → why each came out as it did."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from claimrules.core.plan import Condition, ExclusionPlan, RulePlan
from claimrules.domain.verdicts import Barring, Granted, Reading, Reason, Tested
from claimrules.evaluators.answers import Answers
from claimrules.evaluators.deadlines import deadline


def reason(rule: RulePlan, answers: Answers) -> Reason:
    """Return why a rule has its status: conditions read, exclusions, deadline, citations."""
    return Reason(
        rule.name,
        rule.title,
        answers.status(rule.status, rule.reach),
        readings(rule.conditions, answers),
        tuple(_barring(rule, answers)),
        deadline(rule.time, answers) if rule.time.texts else None,
        rule.citations,
        answers.missing(rule.status),
        _grants(rule, answers),
        tested(rule, answers),
    )


def _grants(rule: RulePlan, answers: Answers) -> tuple[Granted, ...]:
    return tuple(
        Granted(remedy.kind, remedy.is_right, remedy.with_return)
        for remedy in answers.plan.remedies
        if any(grant.rule is rule for grant in remedy.grants)
    )


def tested(rule: RulePlan, answers: Answers) -> Tested:
    """Return how a rule's time was tested."""
    reach = rule.reach
    return Tested(*map(answers.truth, (reach.opened, reach.closed, reach.acted, rule.time.is_empty)))


def _barring(rule: RulePlan, answers: Answers) -> Iterator[Barring]:
    exclusions = {exclusion.name: exclusion for exclusion in answers.plan.exclusions}
    seen: set[tuple[str, str]] = set()
    waiting = deque((name, rule.name) for name in rule.barred_by)
    while waiting:
        name, bars = pair = waiting.popleft()
        if pair in seen:
            continue
        seen.add(pair)
        yield _one(exclusions[name], bars, answers)
        waiting.extend((other, name) for other in exclusions[name].barred_by)


def _one(plan: ExclusionPlan, bars: str, answers: Answers) -> Barring:
    return Barring(
        plan.name,
        plan.title,
        bars,
        answers.truth(plan.effective),
        readings(plan.conditions, answers),
        plan.citations,
        answers.missing(plan.effective),
    )


def readings(conditions: tuple[Condition, ...], answers: Answers) -> tuple[Reading, ...]:
    """Return conditions as they were read."""
    return tuple(
        Reading(
            condition.text,
            answers.truth(condition.expr),
            tuple((name, answers.facts.shown.get(name, "not known")) for name in condition.facts),
            tuple(name for name in condition.facts if name in answers.facts.assumed),
        )
        for condition in conditions
    )
