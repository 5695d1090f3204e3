"""Every code has a page: what it means, an example that gives the code, how to put it right."""

from __future__ import annotations

import re

import pytest

from claimrules.diagnostics.codes import CODES, severity_of
from claimrules.diagnostics.pages import FOLDER, index, page
from tests.cli.commands import ROOT, run
from tests.docs.faulty_blocks import codes_of_policy

ALL = pytest.mark.parametrize("code", CODES)
#: What is shown as right is a fragment, in which not everything is used.
_BESIDE = {"CR0802", "CR0803", "CR0804", "CR0805", "CR0801"}
_BLOCK = re.compile(r"^```(\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def section(code: str, heading: str) -> str:
    """Return the text under a heading of a code's page."""
    found = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", page(code), re.MULTILINE | re.DOTALL)
    assert found, f"the page of {code} has no section {heading}"
    return found.group(1)


@ALL
def test_every_code_has_a_page(code: str) -> None:
    """A page begins with the code and its title, and says what it means in at most five sentences."""
    heading, _, words = page(code).partition("\n")
    meaning = words.partition("## Example")[0].strip()
    assert heading == f"# {code}: {CODES[code]}"
    assert 1 <= len(meaning.splitlines()) <= 5


@ALL
def test_every_page_has_an_example_of_its_code(code: str) -> None:
    """The example is a block that the tests of the documentation run, and that must give the code."""
    kinds = [kind for kind, _ in _BLOCK.findall(section(code, "Example"))]
    assert {"claim-fault", "json-fault", "python-fault", "console"} & set(kinds)


@ALL
def test_every_page_says_how_to_put_it_right(code: str) -> None:
    """What to do is said in words, and what is shown as right gives neither fault nor warning."""
    words = section(code, "Put it right")
    assert words.strip()
    for kind, text in _BLOCK.findall(words):
        assert kind != "claim" or codes_of_policy(text) - _BESIDE == set()


def test_no_page_is_of_no_code() -> None:
    """The folder holds a page for each code, the list of them, and nothing else."""
    assert {path.name for path in (ROOT / FOLDER).iterdir()} == {*(f"{code}.md" for code in CODES), "README.md"}


def test_the_list_is_up_to_date() -> None:
    """The list of codes is what `make generate` writes."""
    assert (ROOT / FOLDER / "README.md").read_text(encoding="utf-8") == index()


@pytest.mark.parametrize("written", ["CR0301", "cr0301", " CR0301 "])
def test_explain_code_prints_the_page(written: str) -> None:
    """`claimrules explain-code` prints the page, however the code is written."""
    result = run("explain-code", written)
    assert (result.exit_code, result.output) == (0, page("CR0301"))


def test_explain_code_lists_all() -> None:
    """Without a code, all of them are listed with their titles."""
    lines = run("explain-code").output.splitlines()
    assert [line.split(maxsplit=2) for line in lines] == [[code, severity_of(code), CODES[code]] for code in CODES]


@pytest.mark.parametrize("written", ["CR9999", "nonsense", "301"])
def test_explain_code_of_no_code(written: str) -> None:
    """A code that is none is said in a line."""
    result = run("explain-code", written)
    assert (result.exit_code, "there is no code" in result.output) == (1, True)


def test_every_diagnostic_says_where_more_is_said() -> None:
    """The last line of a diagnostic names the command that prints its page."""
    result = run("decide", "aliexpres", "facts.json")
    assert result.output.rstrip().endswith("= more: claimrules explain-code CR0204")
