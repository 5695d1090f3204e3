"""Plan × facts × instant → answers → decision."""

from __future__ import annotations

from datetime import datetime

from claimrules.core.plan import Plan
from claimrules.domain.asked import Asked
from claimrules.domain.decision import Decision
from claimrules.domain.facts import Facts
from claimrules.domain.gaps import Unused
from claimrules.domain.instants import at_zone, micros
from claimrules.domain.types import NEVER
from claimrules.domain.versions import versions_now
from claimrules.evaluators.actions import next_action
from claimrules.evaluators.answers import Answers
from claimrules.evaluators.deadlines import deadline
from claimrules.evaluators.duties import duties
from claimrules.evaluators.happenings import happenings
from claimrules.evaluators.questions import Inquiry
from claimrules.evaluators.reasons import reason
from claimrules.evaluators.reference import evaluate
from claimrules.evaluators.remedies import remedies
from claimrules.evaluators.step_times import step_times
from claimrules.speech.phrases import phrase


def answers_of(plan: Plan, facts: Facts, at: datetime) -> Answers:
    """Return a plan computed over facts at an instant (an aware datetime)."""
    return Answers(plan, facts, evaluate(facts.values, micros(at)))


def decision_of(answers: Answers, at: datetime, asked: Asked | None = None) -> Decision:
    """Return the decision that answers at an instant amount to; `asked` is what it can be recorded by."""
    plan, facts = answers.plan, answers.facts
    listed = remedies(answers)
    owed = duties(answers)
    inquiry, steps, moment = Inquiry(answers), step_times(answers), at_zone(micros(at), answers.zone)
    in_force = answers.known(plan.in_force)
    return Decision(
        ruleset=plan.name,
        title=plan.title,
        at=moment,
        zone=answers.zone,
        in_force=None if in_force is None else bool(in_force),
        remedies=listed,
        next_action=next_action(answers, inquiry, listed, steps, moment),
        inquiry=inquiry.questions,
        deadlines=tuple(deadline(time, answers) for time in plan.windows),
        reasons=tuple(reason(rule, answers) for rule in plan.rules),
        assumptions=facts.assumptions,
        unused=(*facts.unused, *_not_read(plan, facts)),
        duties=owed,
        happenings=happenings(answers),
        steps=steps,
        versions={**versions_now(), "ruleset": plan.content_hash},
        version=phrase("in force from {day}", day=plan.in_force_from.isoformat()) if plan.in_force_from else "",
        why_version=answers.why_version,
        asked=asked,
        language=plan.language,
    )


def _not_read(plan: Plan, facts: Facts) -> tuple[Unused, ...]:
    not_given = facts.folded.keys() | facts.assumed
    shown = (name for name in plan.vocabulary if name in facts.shown)
    told = (name for name in shown if facts.values.get(name) != NEVER and name not in not_given)
    lists = {fact.fold.over for name, fact in plan.vocabulary.items() if fact.fold and name in plan.used}
    not_read = [name for name in told if name not in plan.used] + [name for name in facts.lists if name not in lists]
    return tuple(Unused(name, phrase("this ruleset does not read it")) for name in not_read)
