"""The day of the event that a ruleset is in force by: an event that ends its day belongs to the day just over."""

from __future__ import annotations

import pytest

from tests.unit.constructs.decided import decided

RULE = 'rule return grant full_refund cite terms "1"\n'
DATED = """parameter fee
  from 2020-01-01: 100 KRW cite terms "1"
  from 2026-03-20: 200 KRW cite terms "1"
rule return grant full_refund less fee cite terms "1"
"""


@pytest.mark.parametrize(
    ("promised", "is_in_force"),
    [("2026-03-09", False), ("2026-03-10", True), ("2026-03-20", True), ("2026-03-21", False)],
)
def test_the_last_day_is_in_force_to_its_end(promised: str, *, is_in_force: bool) -> None:
    """A promised day is over at midnight, and still is that day."""
    found = decided(RULE, "in force from 2026-03-10 until 2026-03-20 by promised_delivery", promised_delivery=promised)
    assert found.in_force is is_in_force
    assert f"promised_delivery is {promised}" in found.why_version


@pytest.mark.parametrize(("promised", "amount"), [("2026-03-19", "900 KRW"), ("2026-03-20", "800 KRW")])
def test_a_value_holds_from_its_day_on(promised: str, amount: str) -> None:
    """And not already for what was promised for the day before."""
    found = decided(DATED, "in force from 2020-01-01 by promised_delivery", promised_delivery=promised)
    assert [str(remedy.amount) for remedy in found.remedies] == [amount]
