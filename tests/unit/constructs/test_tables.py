"""Each row of a table is the rule that has the table's clauses and one more for each cell."""

from __future__ import annotations

import pytest

from claimrules import PolicyError
from claimrules.domain.decision import Decision
from tests.unit.constructs.decided import decided


def table(columns: str, row: str, clauses: str = "") -> str:
    """Return a table of one row."""
    return f'table t {clauses} cite terms "1"\n| {columns} |\n| {row} |\n'


def amounts(decision: Decision) -> dict[str, str]:
    """Return what each remedy is worth."""
    return {remedy.kind: str(remedy.amount) for remedy in decision.remedies}


@pytest.mark.parametrize(
    ("columns", "row", "clauses", "expected"),
    [
        ("grant | less", "full_refund | 100 KRW", "", {"full_refund": "900 KRW"}),
        ("grant | amount", "full_refund | nothing", "", {"full_refund": "0 KRW"}),
        ("grant | amount", "full_refund | any", "", {"full_refund": "1,000 KRW"}),
        ("grant | amount", "full_refund amount 4 KRW | 5 KRW", "", {"full_refund": "5 KRW"}),
        ("less", "100 KRW", "grant full_refund", {"full_refund": "900 KRW"}),
        ("grant", "nothing", "grant full_refund", {"full_refund": "1,000 KRW"}),
        ("grant", "store_credit amount 5 KRW", "grant full_refund", {"full_refund": "1,000 KRW", "store_credit": "5 KRW"}),
        ("grant | less", "store_credit amount 5 KRW | 1 KRW", "grant full_refund",
         {"full_refund": "1,000 KRW", "store_credit": "4 KRW"}),
        ("grant", "nothing", "", {}),
        ("within | grant", "never | full_refund", "", {}),
        ("within | grant", "unlimited | full_refund", "within 7 days after delivered", {"full_refund": "1,000 KRW"}),
    ],
)  # fmt: skip
def test_a_row_says_what_its_cells_add(columns: str, row: str, clauses: str, expected: dict[str, str]) -> None:
    """Clauses hold for all rows, `nothing` is an amount of zero and no grant, `any` says nothing."""
    assert amounts(decided(table(columns, row, clauses))) == expected


def test_nothing_is_no_time() -> None:
    """A row whose time is `nothing` is not open for ever: it is an error."""
    with pytest.raises(PolicyError) as raised:
        decided(table("within | grant", "nothing | full_refund"))
    assert [found.message for found in raised.value.diagnostics] == ["`nothing` is no time"]


SHORT = 'rule short within 7 days after delivered grant full_refund cite terms "1"\n'


def test_a_row_that_grants_nothing_still_replaces() -> None:
    """Where the row's conditions hold, what the table replaces is barred."""
    found = decided(SHORT + table("item.condition | grant", "unused | nothing", "replaces short"))
    assert [(r.kind, r.status, r.denied_by) for r in found.remedies] == [("full_refund", "denied", ("t.1.replaces",))]
    found = decided(SHORT + table("item.condition | grant", "used | nothing", "replaces short"))
    assert [(r.kind, r.status) for r in found.remedies] == [("full_refund", "available")]


def test_who_bars_a_table_bars_its_rows() -> None:
    """The rows that grant nothing are no rules to bar."""
    rows = 'table t cite terms "1"\n| item.condition | grant |\n| unused | full_refund |\n| used | nothing |\n'
    found = decided(rows + 'exclusion x bars t when item.condition is unused cite terms "1"')
    assert [(r.kind, r.status, r.denied_by) for r in found.remedies] == [("full_refund", "denied", ("x",))]


def test_a_row_that_grants_nothing_obliges_as_the_table_does() -> None:
    """The table's clauses hold for it too."""
    clauses = "oblige seller to answer within 14 days after delivered"
    assert [duty.rule for duty in decided(table("grant", "nothing", clauses)).duties] == ["t.1"]
