"""The deadlines of every ruleset that ships are consistent, at the edges of its own windows."""

from __future__ import annotations

import pytest

from claimrules import load
from claimrules.catalog.shipped import shipped
from claimrules.testing import check_deadlines

WITH_TIMES = [name for name in shipped() if any((load(name).plan.windows, load(name).rules, load(name).steps))]


@pytest.mark.parametrize("name", WITH_TIMES)
def test_deadlines_are_consistent(name: str) -> None:
    """Every property that `check_deadlines` knows holds."""
    check_deadlines(load(name), examples=40)
