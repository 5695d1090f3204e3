"""The oracle has nothing against the engine's answer to any worked example of a shipped ruleset."""

from __future__ import annotations

from datetime import timedelta

import pytest

from claimrules.catalog.shipped import shipped as shipped_names
from claimrules.testing.run import facts_of
from tests.oracle.subject import shipped

_CASES = [
    pytest.param(name, index, id=f"{name}: {case.title}")
    for name in shipped_names()
    for index, case in enumerate(shipped(name).ruleset.cases)
]


@pytest.mark.parametrize(("name", "index"), _CASES)
def test_oracle_agrees_on_the_case(name: str, index: int) -> None:
    """However the facts that a case leaves open are filled in, what the engine says for certain is so."""
    subject = shipped(name)
    case = subject.ruleset.cases[index]
    document = facts_of(case, subject.ruleset)
    for at in (case.at, case.at - timedelta(microseconds=1), case.at + timedelta(seconds=1)):
        assert subject.contradictions(document, at, most=40) == []


def test_every_shipped_ruleset_with_rules_has_cases() -> None:
    """No ruleset that decides anything ships without worked examples."""
    assert [name for name in shipped_names() if shipped(name).ruleset.rules and not shipped(name).ruleset.cases] == []
