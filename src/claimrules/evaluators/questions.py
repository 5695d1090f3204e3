"""Missing facts → questions: those that leave a remedy, an amount, the next step or a duty unknown, most useful first."""

from __future__ import annotations

from collections import defaultdict

from claimrules.domain.decision import OPEN, Question, Remedy
from claimrules.domain.duties import Duty
from claimrules.domain.types import Choice, Country, FactType, SetOf
from claimrules.evaluators.actions import missing_for_action
from claimrules.evaluators.answers import Answers


def questions(answers: Answers, remedies: tuple[Remedy, ...], duties: tuple[Duty, ...]) -> tuple[Question, ...]:
    """Return what to ask, the fact on which most remedies hang first; what only duties hang on last."""
    settles: dict[str, list[str]] = defaultdict(list)
    for remedy in remedies:
        if remedy.status in OPEN:
            for fact in remedy.needs:
                settles[fact].append(remedy.kind)
    for fact in missing_for_action(answers):
        settles[fact].append("next step")
    order = sorted(settles, key=lambda fact: (-len(settles[fact]), fact))
    for duty in duties:
        for fact in duty.needs:
            settles[fact].append(f"duty {duty.name}")
    return tuple(
        _question(fact, tuple(dict.fromkeys(settles[fact])), answers)
        for fact in (*order, *sorted(settles.keys() - set(order)))
    )


def _question(fact: str, settles: tuple[str, ...], answers: Answers) -> Question:
    declaration = answers.plan.vocabulary[fact]
    return Question(fact, declaration.asks or f"What is {fact}?", _choices(declaration.type), settles)


def _choices(kind: FactType) -> str:
    if isinstance(kind, Country):
        return "a country's two letters, as in KR"
    return ", ".join(kind.names) if isinstance(kind, Choice | SetOf) else kind.words
