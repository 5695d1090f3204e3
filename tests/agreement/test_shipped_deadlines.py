"""The deadlines of every ruleset that ships are consistent, at the edges of its own windows."""

from __future__ import annotations

from random import Random

import pytest

from claimrules import load
from claimrules.catalog.shipped import shipped
from claimrules.testing import check_deadlines
from tests.agreement.policies import Writer
from tests.oracle.subject import subject_of

WITH_TIMES = [name for name in shipped() if any((load(name).plan.windows, load(name).rules, load(name).steps))]


@pytest.mark.parametrize("name", WITH_TIMES)
def test_deadlines_are_consistent(name: str) -> None:
    """Every property that `check_deadlines` knows holds."""
    check_deadlines(load(name), examples=40)


@pytest.mark.parametrize("seed", range(6))
def test_deadlines_of_generated_rulesets_are_consistent(seed: int) -> None:
    """Windows of all shapes, in several zones, under conditions of all kinds."""
    check_deadlines(subject_of(Writer(Random(seed)).text()).ruleset, examples=15)
