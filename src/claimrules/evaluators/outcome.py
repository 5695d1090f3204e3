"""Plan × facts × instant → decision."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from importlib.metadata import version

from claimrules.core.plan import Plan
from claimrules.domain.decision import Decision, Unused
from claimrules.domain.facts import Facts
from claimrules.domain.instants import at_zone, micros
from claimrules.domain.types import NEVER
from claimrules.evaluators.actions import next_action
from claimrules.evaluators.answers import Answers
from claimrules.evaluators.deadlines import deadline
from claimrules.evaluators.questions import questions
from claimrules.evaluators.reasons import reason
from claimrules.evaluators.reference import evaluate
from claimrules.evaluators.remedies import remedies


def decide(plan: Plan, facts: Facts, at: datetime) -> Decision:
    """Return the decision of a plan on facts at an instant (an aware datetime)."""
    answers = Answers(plan, facts, evaluate(facts.values, micros(at)))
    listed = remedies(answers)
    asked = questions(answers, listed)
    in_force = answers.known(plan.in_force)
    return Decision(
        ruleset=plan.name,
        title=plan.title,
        at=at_zone(micros(at), answers.zone),
        zone=answers.zone,
        in_force=None if in_force is None else bool(in_force),
        remedies=listed,
        next_action=next_action(answers, asked),
        questions=asked,
        deadlines=tuple(deadline(time, answers) for time in plan.windows),
        reasons=tuple(reason(rule, answers) for rule in plan.rules),
        assumptions=facts.assumptions,
        unused=(*facts.unused, *_not_read(plan, facts)),
        versions={**_versions(), "ruleset": plan.content_hash},
    )


@cache
def _versions() -> dict[str, str]:
    return {package: version(package) for package in ("claimrules", "holidays", "tzdata")}


def _not_read(plan: Plan, facts: Facts) -> tuple[Unused, ...]:
    given = (name for name in facts.shown if facts.values.get(name) != NEVER)
    return tuple(Unused(name, "this ruleset does not read it") for name in given if name not in plan.used)
