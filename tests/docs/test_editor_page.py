"""What the page about editors has people copy works with what is there."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

from tests.cli.commands import run, written
from tests.docs.code_blocks import ROOT

PAGE = (ROOT / "docs/how-to/write-a-ruleset-in-your-editor.md").read_text(encoding="utf-8")
EXTENSION, TASKS = (json.loads(block) for block in re.findall(r"^```json\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))


def test_the_extension_names_what_is_in_the_folder() -> None:
    """Grammar and configuration are files of `editors/`, for the language that the grammar is of."""
    (language,), (grammar,) = EXTENSION["contributes"]["languages"], EXTENSION["contributes"]["grammars"]
    for path in (language["configuration"], grammar["path"]):
        assert (ROOT / "editors" / path).is_file()
    found = json.loads((ROOT / "editors" / grammar["path"]).read_text(encoding="utf-8"))
    assert found["scopeName"] == grammar["scopeName"]
    assert grammar["language"] == language["id"]


def test_the_task_finds_every_fault(tmp_path: Path) -> None:
    """The patterns of the task read what `claimrules check` prints: severity, code, words, file, line and column."""
    path = written(tmp_path, 'ruleset shop "Shop"\n  timezone "Soul"\nwindow w = 7 days after delivery\nsource s "S"\n')
    lines = run("check", path).output.splitlines()
    first, second = (pattern["regexp"] for pattern in pattern_of(TASKS))
    found = [
        (*head.groups()[:2], *place.groups())
        for line, following in pairwise(lines)
        if (head := re.match(first, line)) and (place := re.match(second, following))
    ]
    assert ("error", "CR0305", str(path), "2", "12") in found
    assert ("error", "CR0201", str(path), "3", "25") in found
    assert len(found) == sum(line.startswith(("error", "warning")) for line in lines)


def pattern_of(tasks: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the patterns of the one task."""
    (task,) = tasks["tasks"]
    patterns: list[dict[str, Any]] = task["problemMatcher"]["pattern"]
    return patterns
