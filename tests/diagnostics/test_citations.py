"""A citation that is missing is told once, where one would be written."""

from __future__ import annotations

import pytest

from tests.diagnostics.policies import HEAD, RIGHT, fault_of, faults

TABLE = """table returns "Returns" when claim.reason is change_of_mind{common}
  | item.category | within                 | grant       |{head}
  | electronics   | 7 days after delivered | full_refund |{first}
  | apparel       | 7 days after delivered | full_refund |{second}
  | perishable    | never                  | nothing     |{third}
"""
BARE = dict.fromkeys(("common", "head", "first", "second", "third"), "")


def test_a_table_without_a_citation() -> None:
    """The rows of a table are told of once, at its name."""
    assert fault_of(HEAD + TABLE.format(**BARE))[:2] == ("CR0401", "returns")


@pytest.mark.parametrize(
    "cells",
    [
        {"common": ' cite terms "4"'},
        {"head": " cite |", "first": ' terms "4.1" |', "second": ' terms "4.2" |', "third": ' terms "4.3" |'},
    ],
)
def test_a_table_that_cites(cells: dict[str, str]) -> None:
    """The table cites for all rows, or each row for itself."""
    codes = {fault.code for fault in faults(HEAD + TABLE.format(**BARE | cells) + "category phones under electronic")}
    assert codes == {"CR0201"}


def test_a_row_without_a_citation() -> None:
    """Where other rows cite, the rows that do not are named; a row that grants nothing needs no citation."""
    cells = {"head": " cite |", "first": ' terms "4.1" |', "second": " nothing |", "third": " nothing |"}
    (fault,) = faults(HEAD + TABLE.format(**BARE | cells))
    assert (fault.code, fault.message) == ("CR0401", "rows of the table `returns` cite no source: `returns.2`")


def test_a_rule_that_replaces_another() -> None:
    """The exclusion that `replaces` stands for cites what the rule cites, so only the rule is told of."""
    text = 'rule longer "Longer" replaces return when order.fast_delivery grant full_refund'
    assert fault_of(RIGHT + text)[:2] == ("CR0401", "longer")
