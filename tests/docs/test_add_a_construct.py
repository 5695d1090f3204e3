"""The page that follows a construct shows lines that are there."""

from __future__ import annotations

import re

import pytest

from claimrules.constructs.registry import BY_ALIAS
from tests.docs.code_blocks import ROOT

PAGE = (ROOT / "docs/internals/add-a-construct.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"^In `([^`]+)`[^\n]*:\n\n```text\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize(("path", "lines"), SHOWN, ids=lambda value: value.partition("\n")[0])
def test_the_lines_shown_are_there(path: str, lines: str) -> None:
    """Each line stands in the file that is named above it, in this order; others may stand between."""
    rest = iter((ROOT / path).read_text(encoding="utf-8").splitlines())
    for line in lines.splitlines():
        assert any(line.strip() in other for other in rest), line


def test_every_part_is_shown() -> None:
    """No text is shown without its file, and the four files that a construct costs are among them."""
    assert len(SHOWN) == PAGE.count("```text\n")
    assert {path.split("/")[0] for path, _ in SHOWN} == {"grammar", "src", "tests"}
    assert {"lowest_amount", "highest_amount"} <= BY_ALIAS.keys()


def test_the_tests_that_it_names_are_there() -> None:
    """What notices that something was forgotten exists."""
    spec = (ROOT / "tests/spec/test_spec.py").read_text(encoding="utf-8")
    assert [name for name in re.findall(r"`(test_\w+)`", PAGE) if f"def {name}(" not in spec] == []
    assert [path for path in re.findall(r"`(tests/[\w/.]+)`", PAGE) if not (ROOT / path).exists()] == []
