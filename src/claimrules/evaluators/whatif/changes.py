"""What would make a remedy available that is not: the fewest facts the buyer can still change, or time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import combinations, product
from typing import Final

from attrs import evolve

from claimrules.core.plan import RemedyPlan
from claimrules.domain.inquiry import Change, FactChange
from claimrules.domain.instants import just_before, micros
from claimrules.domain.remedy import Remedy
from claimrules.domain.types import FactDeclaration, SetOf
from claimrules.domain.verdicts import LISTED, OPEN, Status
from claimrules.evaluators.answers import Answers
from claimrules.evaluators.reference import evaluate
from claimrules.evaluators.remedies import remedy_of
from claimrules.evaluators.whatif.possible_answers import standing
from claimrules.evaluators.whatif.said import given, words
from claimrules.evaluators.whatif.trials import Trials
from claimrules.evaluators.whatif.values import Value, values_of

#: At most so many facts are changed together.
TOGETHER: Final = 3
_HAD: Final = (Status.AVAILABLE.word, Status.LATER.word)


def changes(answers: Answers) -> tuple[Change, ...]:
    """Return, for each remedy that cannot be had now, the least that would make it available, each tried out."""
    found: list[Change] = []
    for plan in answers.plan.remedies:
        now = remedy_of(plan, answers)
        if now.status not in LISTED or now.status == Status.AVAILABLE.word:
            continue
        found += _by_time(plan, now, answers)
        if now.status not in OPEN:
            found += _by_facts(plan, now, answers)
    return tuple(found)


def _by_time(plan: RemedyPlan, now: Remedy, answers: Answers) -> Iterator[Change]:
    """Yield the first instant at which a remedy can be had, or the last one at which it could."""
    instants = {Status.LATER.word: now.opens, Status.EXPIRED.word: now.closes and just_before(now.closes)}
    at = instants.get(now.status)
    if at is None:
        return
    then = remedy_of(plan, _at(at, answers))
    if then.status == Status.AVAILABLE.word:
        yield Change(standing(then), now.status, at=at)


def _at(at: datetime, answers: Answers) -> Answers:
    return evolve(answers, run=evaluate(answers.facts.values, micros(at)))


def _by_facts(plan: RemedyPlan, now: Remedy, answers: Answers) -> Iterator[Change]:
    """Yield every change of the fewest facts that makes a remedy one to be had."""
    trials = Trials(answers)
    options = [(fact, values_of(fact, trials)) for fact in _changeable(answers)]
    for size in range(1, TOGETHER + 1):
        found = [
            Change(standing(then), now.status, _facts(chosen, answers))
            for some in combinations(options, size)
            for chosen in product(*([(fact, value) for value in values] for fact, values in some))
            if (then := remedy_of(plan, trials(_together(chosen)))).status in _HAD
        ]
        if found:
            yield from found
            return


def _together(chosen: tuple[tuple[FactDeclaration, Value], ...]) -> dict[str, int | bool | None]:
    return {name: carried for _, value in chosen for name, carried in value.carried.items()}


def _facts(chosen: tuple[tuple[FactDeclaration, Value], ...], answers: Answers) -> tuple[FactChange, ...]:
    shown = answers.facts.shown
    return tuple(
        FactChange(fact.name, shown[fact.name], words(fact, value, answers), given(fact, value, answers))
        for fact, value in chosen
    )


def _changeable(answers: Answers) -> list[FactDeclaration]:
    """Return the facts that are known, are used, and can still be changed by the buyer."""
    plan, shown = answers.plan, answers.facts.shown
    return [
        fact
        for fact in plan.vocabulary.values()
        if fact.is_changeable and fact.name in shown and _is_used(fact, plan.used)
    ]


def _is_used(fact: FactDeclaration, used: frozenset[str]) -> bool:
    names = [f"{fact.name}#{member}" for member in fact.type.names] if isinstance(fact.type, SetOf) else []
    return any(name in used for name in (fact.name, *names))
