"""`claimrules deadline --table`: a convention at the end of a month."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.commands import run, written
from tests.cli.deadlines import BERLIN, KOREA, SHOP, refused

#: Counted by hand: the convention's rule for the first day, months and rolling, on the calendars of 2026.
TABLE = """\
| event          | + 1 month      | + 14 days      | + 3 business days |
| -------------- | -------------- | -------------- | ----------------- |
| Fri 2026-02-27 | Fri 2026-03-27 | Fri 2026-03-13 | not defined       |
| Sat 2026-02-28 | Sat 2026-03-28 | Sat 2026-03-14 | not defined       |
| Sun 2026-03-01 | Wed 2026-04-01 | Sun 2026-03-15 | not defined       |
"""


def test_table() -> None:
    """The edges of a month by any convention; February 2026 where no month is given."""
    result = run("deadline", "--table", "--counting", "in_general_clauses", "--timezone", "Asia/Kolkata")
    assert (result.exit_code, result.output) == (0, TABLE)
    assert run("deadline", "--table", "--counting", "in_general_clauses", "--month", "2026-02").output == TABLE


def test_table_with_rolls_as_json() -> None:
    """Counted → moved: 28 February 2026 and a month is Saturday 28 March in Germany, Monday 30; Korea counts to the 31st."""
    rows = json.loads(run("deadline", "--table", *BERLIN, "--place", "DE-BE", "--format", "json").output)
    assert [row["event"] for row in rows] == ["2026-02-27", "2026-02-28", "2026-03-01"]
    assert rows[1] == {
        "event": "2026-02-28", "1 month": "Sat 2026-03-28 → Mon 2026-03-30",
        "14 days": "Sat 2026-03-14 → Mon 2026-03-16", "3 business days": "Wed 2026-03-04",
    }  # fmt: skip
    korean = json.loads(run("deadline", "--table", *KOREA, "--place", "KR", "--format", "json").output)
    assert [row["1 month"] for row in korean] == ["Fri 2026-03-27", "Tue 2026-03-31", "Wed 2026-04-01"]


def test_table_of_what_is_not_known() -> None:
    """Both readings of a missing day; every day there can be in the states of Germany; leap years have a 29th."""
    asked = json.loads(run("deadline", "--table", "--counting", "strict_months", "--timezone", "UTC", "--place", "KR",
                           "--month", "2026-01", "--format", "json").output)  # fmt: skip
    assert asked[2]["1 month"] == "Sat 2026-02-28 or Sun 2026-03-01"
    germany = json.loads(
        run("deadline", "--table", *BERLIN, "--place", "DE", "--month", "2026-12", "--format", "json").output
    )
    assert germany[0]["3 business days"] == "Wed 2026-12-30"
    leap = json.loads(
        run(
            "deadline", "--table", "--timezone", "UTC", "--place", "KR", "--month", "2028-02", "--format", "json"
        ).output
    )
    assert [row["event"] for row in leap] == ["2028-02-27", "2028-02-28", "2028-02-29", "2028-03-01"]


def test_table_of_an_own_convention(tmp_path: Path) -> None:
    """`--within` brings conventions and calendars; faults name the option."""
    shop = written(tmp_path, SHOP)
    result = run("deadline", "--table", "--counting", "my_days", "--within", shop, "--month", "2026-11")
    assert result.exit_code == 0
    assert "Mon 2026-12-14" in result.output
    assert "--> --counting:1:1" in refused("--table", "--counting", "my_dayz", "--within", shop)
