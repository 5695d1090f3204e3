"""`claimrules timeline`: the course of a claim as text, picture, calendar and data, to the screen or a file."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.cli.commands import AT, CLAIMS, run

NEVER_ARRIVED = CLAIMS / "never_arrived.json"


def test_text() -> None:
    """Shipped on 2 March in Los Angeles: a dispute opens on the 13th; the delivery time ends on 2 May, 15 days before it closes."""
    result = run("timeline", "aliexpress", NEVER_ARRIVED, "--at", AT)
    assert result.exit_code == 0
    for words in (
        "It is assumed that nothing else happens", "Fri 20 Mar 2026\n  end of day    promised delivery\n",
        "Fri 13 Mar 2026\n  start of day  opens: Time to open a dispute\n", "──── now ────",
        "Sun 17 May 2026\n", "  end of day    closes: Full refund (buyer)\n",
    ):  # fmt: skip
        assert words in result.output


@pytest.mark.parametrize(
    ("shape", "start"), [("svg", "<svg "), ("ics", "BEGIN:VCALENDAR\r\n"), ("json", "{\n"), ("text", "AliExpress")]
)
def test_each_format_to_the_screen_and_to_a_file(shape: str, start: str, tmp_path: Path) -> None:
    """A file has the same bytes."""
    arguments = ("timeline", "aliexpress", NEVER_ARRIVED, "--at", AT, "--format", shape)
    shown = run(*arguments).stdout_bytes
    target = tmp_path / f"claim.{shape}"
    written = run(*arguments, "-o", target)
    assert (written.exit_code, written.output) == (0, "")
    assert target.read_bytes() == shown
    assert shown.startswith(start.encode())


def test_json_is_the_timeline() -> None:
    """Entries and lanes as data."""
    data = json.loads(run("timeline", "aliexpress", NEVER_ARRIVED, "--at", AT, "--format", "json").output)
    assert data["format"] == "claimrules.timeline/1"
    assert data["entries"][0]["title"] == "placed"


@pytest.mark.parametrize("shape", ["svg", "ics", "json"])
def test_without_at_it_says_so_beside_the_output(shape: str) -> None:
    """What is written for programs holds nothing else."""
    result = run("timeline", "aliexpress", NEVER_ARRIVED, "--format", shape)
    assert "No --at was given: decided for now." in result.stderr
    assert "No --at" not in result.stdout
    assert "No --at was given" in run("timeline", "aliexpress", NEVER_ARRIVED).stdout


def test_a_calendar_is_named_after_the_file_or_as_told() -> None:
    """The name of the claim tells its events from those of others."""
    arguments = ("timeline", "aliexpress", NEVER_ARRIVED, "--at", AT, "--format", "ics")
    assert "SUMMARY:Closes: Full refund (never_arrived)" in run(*arguments).output
    assert "SUMMARY:Closes: Full refund (8190-2231)" in run(*arguments, "--claim", "8190-2231").output


def test_a_calendar_of_standard_input_needs_a_name() -> None:
    """There is no file's name to go by."""
    arguments = ("timeline", "aliexpress", "-", "--at", AT, "--format", "ics")
    result = run(*arguments, stdin=NEVER_ARRIVED.read_text())
    assert (result.exit_code, "--claim 'order 8190'" in result.output) == (2, True)
    assert run(*arguments, "--claim", "a", stdin=NEVER_ARRIVED.read_text()).exit_code == 0


def test_nothing_ahead_is_said() -> None:
    """An empty calendar is told to be empty."""
    result = run("timeline", "aliexpress", NEVER_ARRIVED, "--at", "2027-01-01T00:00Z", "--format", "ics")
    assert (result.exit_code, "BEGIN:VEVENT" in result.stdout) == (0, False)
    assert "No closing with a date lies ahead" in result.stderr


def test_without_the_extra_it_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the calendar needs the package."""
    monkeypatch.setitem(sys.modules, "icalendar", None)
    result = run("timeline", "aliexpress", NEVER_ARRIVED, "--at", AT, "--format", "ics")
    assert (result.exit_code, "pip install 'claimrules[calendar]'" in result.output) == (1, True)
    assert run("timeline", "aliexpress", NEVER_ARRIVED, "--at", AT, "--format", "svg").exit_code == 0


def test_a_file_that_cannot_be_written(tmp_path: Path) -> None:
    """It says which and why."""
    result = run("timeline", "aliexpress", NEVER_ARRIVED, "--at", AT, "-o", tmp_path / "no" / "a.txt")
    assert (result.exit_code, "cannot be written: no such file or directory" in result.output) == (1, True)


def test_faults_of_facts_are_faults_here() -> None:
    """As in `decide`."""
    result = run("timeline", "aliexpress", "-", "--at", AT, stdin='{"events": {"placed": "yesterday"}}')
    assert (result.exit_code, "CR0604" in result.output) == (1, True)


def test_layers() -> None:
    """Several rulesets give one timeline."""
    names = "examples.law_of_14_days,examples.shop_of_7_days"
    result = run("timeline", names, CLAIMS / "second_thoughts.json", "--at", "2026-03-12T12:00+09:00")
    assert "closes: Full refund (buyer, under seller examples.shop_of_7_days)" in result.output
