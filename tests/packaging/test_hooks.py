"""The hooks for pre-commit name commands that run, on the files that they are for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.commands import ROOT, run, written

TEXT = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
#: Each hook: its keys and their values. The file is a list of flat maps, which needs no reader of YAML.
HOOKS = [
    dict(re.findall(r"^[- ] (\w+): (.*)$", part, re.MULTILINE))
    for part in re.split(r"^(?=- )", TEXT, flags=re.MULTILINE)[1:]
]
RIGHT = 'ruleset a "A"\n'


def test_each_hook_says_what_it_needs() -> None:
    """Id, name, entry, language and files are there; nothing else is."""
    assert [hook["id"] for hook in HOOKS] == ["claimrules-fmt", "claimrules-check"]
    assert {key for hook in HOOKS for key in hook} == {"id", "name", "description", "entry", "language", "files"}
    assert len(re.findall(r"^[- ] ", TEXT, re.MULTILINE)) == sum(map(len, HOOKS)) == TEXT.count("\n")


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_its_entry_runs(hook: dict[str, str], tmp_path: Path) -> None:
    """The command takes the names of files, ends with 0 where all is right and with 1 at a fault."""
    program, *arguments = hook["entry"].split()
    files = written(tmp_path, RIGHT, "a.claim"), written(tmp_path, RIGHT.replace("a", "b", 1), "b.claim")
    assert program == "claimrules"
    assert run(*arguments, *files).exit_code == 0
    assert run(*arguments, written(tmp_path, "rule a whne b")).exit_code == 1


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_it_is_for_policy_files(hook: dict[str, str]) -> None:
    """Files that end in .claim, and no others."""
    assert re.search(hook["files"], "rules/shop.claim")
    assert not re.search(hook["files"], "shop.claim.txt")
