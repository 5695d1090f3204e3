"""The oracle has nothing against the engine's answer to any worked example of a shipped ruleset, in all its versions."""

from __future__ import annotations

import math
from datetime import datetime, timedelta

import pytest

from claimrules import load
from claimrules.catalog.load import locate
from claimrules.catalog.shipped import shipped as shipped_names
from claimrules.catalog.versions import files_of
from claimrules.testing.run import facts_of
from tests.oracle.conditions import day_of
from tests.oracle.subject import Document, Subject, shipped

_FILES = {name: [str(path) for path in files_of(locate(name))] for name in shipped_names()}
_CASES = [
    pytest.param(file, index, id=f"{name}: {case.title}")
    for name, files in _FILES.items()
    for file in files
    for index, case in enumerate(shipped(file).ruleset.cases)
]


@pytest.mark.parametrize(("file", "index"), _CASES)
def test_oracle_agrees_on_the_case(file: str, index: int) -> None:
    """However the facts that a case leaves open are filled in, what the engine says for certain is so."""
    subject = shipped(file)
    case = subject.ruleset.cases[index]
    document = facts_of(case, subject.ruleset)
    for at in (case.at, case.at - timedelta(microseconds=1), case.at + timedelta(seconds=1)):
        assert subject.contradictions(document, at, most=40) == []


@pytest.mark.parametrize("name", [name for name, files in _FILES.items() if len(files) > 1])
def test_the_day_of_the_order_chooses_the_version(name: str) -> None:
    """Of all versions together, the one whose days the order's event lies on decides, as it does alone."""
    every, versions = load(name), [shipped(file) for file in _FILES[name]]
    chosen = set()
    for subject in versions:
        for case in subject.ruleset.cases:
            document = facts_of(case, subject.ruleset)
            found, alone = every.decide(document, case.at), subject.ruleset.decide(document, case.at)
            if _lies_in_its_days(subject, document, case.at):
                assert (found.version, found.remedies) == (alone.version, alone.remedies)
                chosen.add(found.version)
    assert len(chosen) == len(versions)


def _lies_in_its_days(subject: Subject, document: Document, at: datetime) -> bool:
    force, world = subject.policy.head.in_force, subject.world(document, at)
    assert force is not None
    day = day_of(force.by.text, world, subject.policy)
    return force.start.toordinal() <= day <= (force.end.toordinal() if force.end else math.inf)


def test_every_shipped_ruleset_with_rules_has_cases() -> None:
    """No ruleset that decides anything ships without worked examples."""
    assert [name for name in shipped_names() if shipped(name).ruleset.rules and not shipped(name).ruleset.cases] == []
