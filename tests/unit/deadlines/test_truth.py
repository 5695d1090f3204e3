"""Deadlines that courts, statutes' examples, official guidance and others' published test vectors state."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import pytest

from claimrules import deadline

TABLE = Path(__file__).resolve().parents[2] / "data" / "deadlines.csv"
with TABLE.open(encoding="utf-8", newline="") as _file:
    ROWS = list(csv.DictReader(_file))


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_row(row: dict[str, str]) -> None:
    """The last day, the day it was counted to, and the instant are those the source states.

    Where a row names no place because only weekends decide in its source, its day is among the possible ones.
    """
    place = row["place"] or None
    found = deadline(row["expression"], counting=row["convention"], timezone=row["timezone"], place=place)
    if row["last_day"] == "asked":
        assert (found.status, found.needs) == ("undetermined", ("counting.missing_day",))
        return
    ends = {end.last for end in found.possible} or {found.effective_end}
    assert date.fromisoformat(row["last_day"]) in ends
    assert place is None or len(ends) == 1
    if row["nominal"]:
        assert found.nominal_end == date.fromisoformat(row["nominal"])
    if row["closes"]:
        assert found.closes is not None
        assert found.closes.timestamp() == datetime.fromisoformat(row["closes"]).timestamp()


def test_the_table_is_broad() -> None:
    """At least 150 rows over at least 12 conventions, each with its source."""
    assert len(ROWS) >= 150
    assert len({row["convention"] for row in ROWS}) >= 12
    assert all(row["source"] for row in ROWS)
    assert max(Counter(row["id"] for row in ROWS).values()) == 1
