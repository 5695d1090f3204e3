"""Why a fact is asked for: the words of the policy that read it, of statements that are not settled yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from claimrules.core.plan import ExclusionPlan, RulePlan, StepPlan
from claimrules.evaluators.answers import Answers

_WINDOW: Final = re.compile(r'window [\w.]+(?: "[^"]*")?')


def why_asked(fact: str, answers: Answers) -> tuple[str, ...]:
    """Return what reads a fact, each as the statement's title and the policy's own words."""
    return tuple(dict.fromkeys(f"{title}: {_short(text)}" for title, text in _readers(fact, answers)))


def _short(text: str) -> str:
    """Return the policy's words in one line; a window by its name alone."""
    words = " ".join(text.split())
    window = _WINDOW.match(words)
    return window[0] if window else words


def _readers(fact: str, answers: Answers) -> Iterator[tuple[str, str]]:
    for statement in _unsettled(answers):
        title = statement.title or statement.name
        yield from ((title, part.text) for part in statement.conditions if fact in part.facts)
        if not isinstance(statement, ExclusionPlan) and fact in statement.time.facts:
            yield from ((title, text) for text in statement.time.texts)


def _unsettled(answers: Answers) -> Iterator[RulePlan | ExclusionPlan | StepPlan]:
    plan, known = answers.plan, answers.known
    yield from (rule for rule in plan.rules if known(rule.reach.coming) is not False)
    yield from (exclusion for exclusion in plan.exclusions if known(exclusion.effective) is None)
    yield from (step for step in plan.steps if None in {known(step.is_open), known(step.is_coming)})
