"""`claimrules check`, `test`, `rulesets`, `facts`: looking at policies."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest

import claimrules
from tests.cli.commands import CLAIMS, ROOT, run, written
from tests.diagnostics.policies import RIGHT

WRONG = RIGHT.replace("change_of_mind", "change_of_mint").replace("delivered", "deliverd")
CASE = """
case "the seventh day"
  given delivered 2026-03-10T15:00+09:00, claim.reason is change_of_mind, not claim_filed
  at 2026-03-17T23:59:59+09:00
  expect full_refund until {day}
"""


def test_right_files() -> None:
    """Files that are right end with 0."""
    result = run("check", ROOT / "rulesets")
    count = len([*(ROOT / "rulesets").rglob("*.claim")])
    assert (result.exit_code, result.output) == (0, f"{count} files are right\n")


def test_text_underlines_every_fault(tmp_path: Path) -> None:
    """Faults are shown with the line, underlined, with help."""
    result = run("check", written(tmp_path, WRONG))
    assert result.exit_code == 1
    assert "   when claim.reason is change_of_mint\n   |                        ^^^^^^^^^^^^^^" in result.output
    assert "= help: did you mean `change_of_mind`?" in result.output
    assert "\n\n1 file checked, 2 errors\n" in result.output


def test_json_has_code_and_place(tmp_path: Path) -> None:
    """Editors get codes, lines and columns."""
    result = run("check", written(tmp_path, WRONG), "--format", "json")
    found: list[dict[str, Any]] = json.loads(result.output)
    assert [(fault["code"], fault["at"]["line"], fault["at"]["column"]) for fault in found] == [
        ("CR0201", 11, 35), ("CR0303", 13, 24),
    ]  # fmt: skip
    assert (result.exit_code, json.loads(run("check", written(tmp_path, RIGHT), "--format", "json").output)) == (1, [])


def test_github_annotations(tmp_path: Path) -> None:
    """Continuous integration gets one line a fault."""
    lines = run("check", written(tmp_path, WRONG), "--format", "github").output.splitlines()
    assert [line.split("line=")[1].split("::")[0] for line in lines] == [
        "11,col=35,title=CR0201", "13,col=24,title=CR0303",
    ]  # fmt: skip


@pytest.mark.parametrize("command", ["check", "test"])
def test_paths_without_policies(tmp_path: Path, command: str) -> None:
    """A path that is not there, and a folder without policies, are said in a line."""
    assert run(command, tmp_path / "none").exit_code == 1
    assert "no .claim file was found" in run(command, tmp_path).output


def test_a_case_that_holds(tmp_path: Path) -> None:
    """Cases that hold end with 0."""
    result = run("test", written(tmp_path, RIGHT + CASE.format(day="2026-03-17")))
    assert (result.exit_code, result.output) == (0, "1 passed, 0 failed\n")


def test_a_case_that_does_not(tmp_path: Path) -> None:
    """A case that fails is named with its place, what was expected and what is so."""
    result = run("test", written(tmp_path, RIGHT + CASE.format(day="2026-03-18")))
    assert result.exit_code == 1
    assert "shop.claim:18:1: the seventh day" in result.output
    assert "expected full_refund to close 2026-03-18, but that is 2026-03-17" in result.output


TERMS = """
rule defect "Defect" when claim.reason is defective and delivered
  grant repair with return return shipping by seller evidence photo or video, receipt cite terms "1"
step show "Show it" by buyer when delivered within return_time tell "Send a photo." evidence photo cite terms "1"
case "a defect"
  given delivered 2026-03-10T15:00+09:00, claim.reason is defective, claim.evidence includes receipt, not claim_filed
  at 2026-03-12T12:00+09:00
  expect {expected}
"""


@pytest.mark.parametrize(
    "expected",
    [
        "repair with return return shipping by seller missing evidence photo or video",
        'next step show until 2026-03-17 by buyer telling "a photo" missing evidence photo',
    ],
)
def test_a_case_about_terms(tmp_path: Path, expected: str) -> None:
    """A case can say whether goods go back, who pays, what evidence is missing, and what a step says."""
    assert run("test", written(tmp_path, RIGHT + TERMS.format(expected=expected))).output == "1 passed, 0 failed\n"


@pytest.mark.parametrize(
    ("expected", "words"),
    [
        ("repair without return", "the goods are kept"),
        ("repair return shipping by buyer", "expected that return shipping is paid by the buyer"),
        ("repair missing no evidence", "the missing evidence is: photo or video"),
        ("repair missing evidence photo, receipt", "the missing evidence is: photo or video"),
        ("next step show missing no evidence", "the missing evidence is: photo"),
        ("next step show by seller", "it is taken by the buyer"),
        ("next step show until 2026-03-16", "it is open until 2026-03-17"),
        ('next step show telling "a video"', "it tells: Send a photo."),
    ],
)
def test_a_case_about_other_terms(tmp_path: Path, expected: str, words: str) -> None:
    """What differs is said, with what is so."""
    result = run("test", written(tmp_path, RIGHT + TERMS.format(expected=expected)))
    assert (result.exit_code, words in result.output) == (1, True)


def test_a_faulty_file_is_reported_by_test_too(tmp_path: Path) -> None:
    """`test` reports faults as `check` does."""
    result = run("test", written(tmp_path, WRONG))
    assert (result.exit_code, "CR0303" in result.output) == (1, True)


def test_a_faulty_file_does_not_stop_the_others(tmp_path: Path) -> None:
    """The faults of one file and the cases of the others are reported together."""
    written(tmp_path, WRONG, "a.claim")
    written(tmp_path, RIGHT + CASE.format(day="2026-03-17"), "b.claim")
    written(tmp_path, RIGHT + CASE.format(day="2026-03-18"), "c.claim")
    result = run("test", tmp_path)
    assert (result.exit_code, "CR0303" in result.output, "c.claim:18:1" in result.output) == (1, True, True)
    assert "1 passed, 1 failed, 1 file with faults\n" in result.output


def test_rulesets_lists_what_ships() -> None:
    """Each ruleset is listed with its title, dates and counts."""
    ruleset = claimrules.load("aliexpress")
    output = run("rulesets").output
    assert "marketplaces.aliexpress\n    AliExpress Buyer Protection; in force from 2023-09-20" in output
    assert f"{len(ruleset.rules)} rules, {len(ruleset.cases)} cases" in output


def test_facts_lists_type_and_meaning() -> None:
    """Facts the answers depend on are marked."""
    output = run("facts", "aliexpress").output
    assert "* events.delivered: event\n      The buyer, or somebody for the buyer, got the goods.\n" in output
    assert "  order.number: text\n" in output


def test_facts_says_what_the_mark_means() -> None:
    """The first line is the legend."""
    assert run("facts", "aliexpress").output.startswith("* the answers depend on it;")


@pytest.mark.parametrize("command", [("rulesets",), ("facts", "aliexpress")])
def test_lists_are_coloured_on_a_terminal_only(command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe gets plain text, unless colour is asked for."""
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    plain = run(*command).output
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = run(*command).output
    assert "\x1b" not in plain
    assert click.unstyle(coloured) == plain != coloured


@pytest.mark.parametrize(
    ("arguments", "code"),
    [("facts aliexpress", 0), ("facts aliexpress --json-schema", 0), ("rulesets", 0), ("check nothing-there", 1)],
)
def test_a_reader_that_stops_listening(arguments: str, code: int) -> None:
    """A pipe that is closed after a line is no fault, and leaves no words of one."""
    command = [sys.executable, "-m", "claimrules", *arguments.split()]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        words = process.stderr.read()
    assert process.returncode == code
    assert "Broken" not in words


def test_json_schema_describes_the_examples() -> None:
    """Every key and choice of the example claims is in the schema."""
    schema = json.loads(run("facts", "aliexpress", "--json-schema").output)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    for path in CLAIMS.glob("*.json"):
        assert_described(json.loads(path.read_text()), schema)


def test_json_schema_knows_the_countries() -> None:
    """A country is one of the codes of ISO 3166-1, which are 249."""
    schema = json.loads(run("facts", "aliexpress", "--json-schema").output)
    codes = schema["properties"]["buyer"]["properties"]["country"]["enum"]
    assert (len(codes), {"KR", "RU", "BR", None} <= set(codes), "UK" in codes) == (250, True, False)


def assert_described(document: Any, schema: dict[str, Any]) -> None:
    """Assert that a document has only what a schema describes."""
    if "properties" in schema:
        for key, value in document.items():
            assert_described(value, schema["properties"][key])
    elif "enum" in schema:
        assert document in schema["enum"]
    elif isinstance(document, list):
        assert set(document) <= set(schema["items"]["enum"])


@pytest.mark.parametrize(
    "arguments", [("decide",), ("decide", "aliexpress"), ("nonsense",), ("check", "--format", "xml", "."), ("--what",)]
)
def test_wrong_usage(arguments: tuple[str, ...]) -> None:
    """Wrong usage ends with 2."""
    assert run(*arguments).exit_code == 2


def test_version_and_help() -> None:
    """Version and help are there, and every command says what it does."""
    assert "0.1.0" in run("--version").output
    for command in ("decide", "explain", "check", "test", "rulesets", "facts"):
        assert command in run("-h").output
        assert run(command, "--help").exit_code == 0
