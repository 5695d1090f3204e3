"""Claims of which some facts are not given."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

from attrs import evolve

from tests.agreement.claims import Drawn, random_claim
from tests.agreement.documents import Path, leaves, without
from tests.oracle.policy import MISSING_DAY
from tests.oracle.subject import Subject


def with_gaps(subject: Subject, random: Random, most: int = 6) -> Drawn:
    """Draw a claim of which some facts are not given."""
    drawn = random_claim(subject, random)
    paths = sorted(leaves(drawn.document))
    gaps = set(random.sample(paths, min(len(paths), random.randint(1, most))))
    return evolve(drawn, document=without(drawn.document, gaps | _mere_days(subject, drawn.document, gaps)))


def without_where(subject: Subject, random: Random) -> Drawn:
    """Draw a claim of which only the place, the zone, or how months end that lack the day is not known."""
    drawn, head = random_claim(subject, random), subject.policy.head
    facts = [name.text for name in (head.timezone_fact, head.place_name) if name] + [MISSING_DAY]
    declared = [subject.policy.scope.facts[name].path for name in facts if name in subject.policy.scope.facts]
    gaps = set(random.sample(declared, min(len(declared), random.choice([1, 1, 2]))))
    return evolve(drawn, document=without(drawn.document, gaps | _mere_days(subject, drawn.document, gaps)))


def zone_for_days(subject: Subject, document: Mapping[str, Any]) -> set[Path]:
    """Return the path of the zone, where a fact tells it and an event needs it, of which only the day is given."""
    fact = subject.policy.head.timezone_fact
    path = subject.policy.scope.facts[fact.text].path if fact else ()
    return {path} if _mere_days(subject, document, {path}) else set()


def _mere_days(subject: Subject, document: Mapping[str, Any], gaps: set[Path]) -> set[Path]:
    """Return the events of which only the day is given, where the zone is missing: these mean nothing then."""
    fact = subject.policy.head.timezone_fact
    if fact is None or subject.policy.scope.facts[fact.text].path not in gaps:
        return set()
    return {path for path, value in leaves(document).items() if path[0] == "events" and _is_a_day(value)}


def _is_a_day(value: object) -> bool:
    return isinstance(value, str) and "T" not in value
