"""The page about the AliExpress ruleset lists every row, and names statements and cases that are in the file."""

from __future__ import annotations

import re

import claimrules
from tests.docs.code_blocks import ROOT

PAGE = (ROOT / "docs/rulesets/aliexpress.md").read_text(encoding="utf-8")
RULESET = claimrules.load("marketplaces.aliexpress")


def rows() -> list[list[str]]:
    """Return the cells of every row of a table whose first cell begins with a row's id."""
    cells = [[c.strip() for c in line.strip("|").split("|")] for line in PAGE.splitlines() if line.startswith("|")]
    return [row for row in cells if re.match(r"(SEED|ALI)-\d\d", row[0])]


def test_every_row_of_the_tables_is_there() -> None:
    """SEED-01 to SEED-21 have a statement and a case; ALI-01 to ALI-50 have one, or the reason why not."""
    shown = {row_id for row in rows() for row_id in re.findall(r"SEED-\d\d|ALI-\d\d", row[0])}
    assert {f"SEED-{n:02}" for n in range(1, 22)} <= shown
    assert {f"ALI-{n:02}" for n in range(1, 51) if n not in (17, 18, 19)} <= shown


def test_every_statement_named_is_in_the_file() -> None:
    """A statement that the page names can be found under that name."""
    plan = RULESET.plan
    known = {*RULESET.rules, *RULESET.exclusions, *RULESET.steps, *(window.name for window in plan.windows)}
    named = {name for row in rows() if len(row) > 3 for name in re.findall(r"`(\w+)`", row[-2])}
    assert named - known == set()
    assert {*RULESET.steps, *RULESET.exclusions, *RULESET.rules} - named == set()


def test_every_statement_has_a_case() -> None:
    """A row with a statement names a case that shows it; other rows say why they have none."""
    assert [row[0] for row in rows() if len(row) > 3 and not re.search(r'"[^"]+"', row[-1])] == []
    assert [row[0] for row in rows() if len(row) <= 3 and not row[-1]] == []


def test_every_case_named_is_in_the_file() -> None:
    """A case that the page names can be found under that title."""
    titles = {case.title for case in RULESET.cases}
    named = {title for row in rows() if len(row) > 3 for title in re.findall(r'"([^"]+)"', row[-1])}
    assert named - titles == set()


def cited() -> set[str]:
    """Return the rows that statements and cases of the file cite, ranges spelt out."""
    text = (ROOT / "rulesets/marketplaces/aliexpress.claim").read_text(encoding="utf-8")
    found: set[str] = set()
    for words in re.findall(r'cite \w+ "([^"]*)"', text):
        found.update(re.findall(r"(?:SEED|ALI)-\d\d", words))
        for first, last in re.findall(r"ALI-(\d\d) to ALI-(\d\d)", words):
            found.update(f"ALI-{n:02}" for n in range(int(first), int(last) + 1))
    return found


def test_every_row_with_a_statement_is_cited_in_the_file() -> None:
    """What the page traces to a row, the file traces to it too."""
    assert {row[0] for row in rows() if len(row) > 3} - cited() == set()
