"""What the documentation shows is what happens."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.docs.code_blocks import ROOT, documents, examples, matches, run_line

PAGES = documents()
KINDS = (
    "python", "console", "claim", "claim-part", "json", "text", "claim-error", "claim-fault", "json-fault", "python-fault",
)  # fmt: skip


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_block_does_what_it_shows(page: Path, tmp_path: Path) -> None:
    """Every block of code runs, in the order of the page."""
    for example in examples(page, tmp_path):
        assert example.evaluate() is None


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_block_is_of_a_kind_that_is_run(page: Path) -> None:
    """No block escapes: each names its kind, and only plain text is not run."""
    kinds = re.findall(r"^```(\S*)\n.*?^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert [kind for kind in kinds if kind not in KINDS] == []
    assert len(examples(page)) == sum(kind != "text" for kind in kinds)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    """Links between pages and into the code are right."""
    targets = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert [t for t in targets if "://" not in t and not (page.parent / t).exists()] == []


def test_a_transcript_is_compared() -> None:
    """A transcript that differs is noticed."""
    assert matches("a\n...\nc\n", "a\nb\nb\nc\n")
    assert matches("a\n...\n", "a\nb\n")
    assert not matches("a\nc\n", "a\nb\n")
    assert not matches("a\n...\nd\n", "a\nb\nc\n")


def test_a_pipe_is_a_pipe(tmp_path: Path) -> None:
    """What one command prints is what the next one reads; a quoted bar is a word."""
    assert run_line("printf 'b\\na\\n' | sort", tmp_path) == "a\nb\n"
    assert run_line("printf '%s|' a", tmp_path) == "a|"
    assert run_line("printf 'a | b'", tmp_path) == "a | b"
