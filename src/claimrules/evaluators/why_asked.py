"""Why a fact is asked for: the words of the policy that read it, of statements that are not settled yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

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
    plan = answers.plan
    for rule in plan.rules:
        if answers.known(rule.reach.coming) is False:
            continue
        title = rule.title or rule.name
        yield from ((title, part.text) for part in rule.conditions if fact in part.facts)
        if fact in rule.time.facts:
            yield from ((title, text) for text in rule.time.texts)
    for exclusion in plan.exclusions:
        if answers.known(exclusion.effective) is None:
            title = exclusion.title or exclusion.name
            yield from ((title, part.text) for part in exclusion.conditions if fact in part.facts)
    for step in plan.steps:
        if answers.known(step.is_open) is None or answers.known(step.is_coming) is None:
            title = step.title or step.name
            yield from ((title, part.text) for part in step.conditions if fact in part.facts)
            if fact in step.time.facts:
                yield from ((title, text) for text in step.time.texts)
