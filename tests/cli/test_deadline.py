"""`claimrules deadline`: what it prints, what every option does, and how it refuses what makes no sense."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.commands import run, written
from tests.cli.deadlines import BERLIN, KOREA, SHOP, printed


def test_text() -> None:
    """The end, the instant, where it was counted to, and the proof: 28 February 2027 is a Sunday, 1 March a holiday."""
    result = run("deadline", "3 months after 2026-11-30", *KOREA)
    lines = result.output.splitlines()
    assert result.exit_code == 0
    assert lines[:3] == [
        "2027-03-02: Tuesday 2 March 2027, end of day (Asia/Seoul)",
        "Closes 2027-03-03T00:00:00+09:00, the first instant outside",
        "Counted to Sunday 28 February 2027, moved to Tuesday 2 March 2027",
    ]
    assert "  · Sunday 28 February 2027 is no day to act: Sunday" in lines
    assert any("art. 161" in line for line in lines)


def test_json() -> None:
    """The same as data, with the versions it was counted by."""
    found = printed("3 months after 2026-11-30", *KOREA)
    shape = {name: found[name] for name in ("expression", "status", "nominal_end", "effective_end", "closes", "zone")}
    assert shape == {
        "expression": "3 months after 2026-11-30", "status": "known", "nominal_end": "2027-02-28",
        "effective_end": "2027-03-02", "closes": "2027-03-03T00:00:00+09:00", "zone": "Asia/Seoul",
    }  # fmt: skip
    assert (found["convention"], found["calendar"]) == ("kr_civil_act", "KR")
    assert {"holidays", "tzdata"} <= set(found["versions"])
    assert all(step["words"] for step in found["steps"])


@pytest.mark.parametrize(
    ("expression", "options", "end"),
    [
        ("14 days after 2026-03-10", ("--timezone", "UTC"), "2026-03-24"),
        ("7 days after 2026-03-10", ("--counting", "jp_cooling_off", "--timezone", "Asia/Tokyo"), "2026-03-16"),
        ("1 month after 2026-12-06", (*BERLIN, "--place", "DE-BE"), "2027-01-06"),
        ("1 month after 2026-12-06", (*BERLIN, "--place", "DE-BY"), "2027-01-07"),
        ("2026-03-14", ("--timezone", "UTC"), "2026-03-14"),
        ("10 days before 2026-03-14", ("--timezone", "UTC"), "2026-03-04"),
        ("latest of 2026-03-14, 3 days after 2026-03-14", ("--timezone", "UTC"), "2026-03-17"),
        ("from 2026-03-01 until 2026-03-14", ("--timezone", "UTC"), "2026-03-14"),
        ("14 days after 2026-03-10 extended by 5 days", ("--timezone", "UTC"), "2026-03-29"),
        ("7 days after 2026-03-11T06:59Z", ("--timezone", "America/Los_Angeles"), "2026-03-17"),
    ],
)
def test_options(expression: str, options: tuple[str, ...], end: str) -> None:
    """The convention, the zone and the place decide; points stand for everything until then."""
    assert printed(expression, *options)["effective_end"] == end


def test_a_day_that_ends_where_clocks_jump_over_midnight() -> None:
    """In Beirut 29 March 2026 begins at 01:00: what closes then has ended with the 28th."""
    found = printed("1 month after 2026-02-28", "--timezone", "Asia/Beirut")
    assert (found["nominal_end"], found["effective_end"]) == ("2026-03-28", "2026-03-28")
    assert found["last_day"] == "Saturday 28 March 2026, end of day (Asia/Beirut)"
    assert [end["last"] for end in printed("1 month after 2026-02-28")["possible"]] == ["2026-03-28"]


def test_facts(tmp_path: Path) -> None:
    """Events come from a file or standard input; one that has not happened leaves the end open."""
    facts = written(tmp_path, '{"events": {"delivered": "2026-03-10T15:00+09:00", "returned": null}}', "facts.json")
    found = printed("7 days after delivered", "--timezone", "Asia/Seoul", "--facts", facts)
    assert (found["effective_end"], found["status"]) == ("2026-03-17", "known")
    assert printed("7 days after returned", "--timezone", "Asia/Seoul", "--facts", facts)["status"] == "open"
    told = run(
        "deadline",
        "7 days after delivered",
        "--timezone",
        "UTC",
        "--facts",
        "-",
        stdin='{"events": {"delivered": "2026-03-10"}}',
    )
    assert told.output.startswith("2026-03-17: ")
    assert "delivered" in printed("7 days after delivered", "--timezone", "UTC")["needs"]


def test_within(tmp_path: Path) -> None:
    """A ruleset lends its windows, convention, zone and calendar, which an option can replace."""
    shop = written(tmp_path, SHOP)
    assert printed("14 days after 2026-12-10", "--within", shop)["effective_end"] == "2026-12-28"
    assert printed("14 days after 2026-12-10", "--within", shop, "--place", "KR")["effective_end"] == "2026-12-24"
    assert printed("14 days after 2026-12-10", "--within", shop, "--timezone", "UTC")["zone"] == "UTC"
    facts = written(
        tmp_path, '{"events": {"delivered": "2026-03-10T15:00+09:00"}, "order": {"fast_delivery": true}}', "f.json"
    )
    found = printed("return_time", "--within", shop, "--facts", facts, "--at", "2026-03-12T12:00+09:00")
    assert (found["nominal_end"], found["effective_end"]) == ("2026-03-22", "2026-03-23")


def test_what_is_not_known() -> None:
    """Without a zone or a place every end there can be is printed, and the command still ends with 0."""
    found = printed("1 month after 2026-12-06", *BERLIN, "--place", "DE")
    assert (found["status"], found["needs"]) == ("undetermined", ["asked.place"])
    assert [end["last"] for end in found["possible"]] == ["2027-01-06", "2027-01-07"]
    assert "asked.timezone" in printed("14 days after 2026-03-10")["needs"]


GIVEN = """{
  "events": {"delivered": "2026-03-10", "delivred": "2026-03-11", "placed": "2026-03-01"},
  "item": {"price": "5.00 USD"}, "notes": {"by": "Kim"}
}"""


def test_facts_that_are_not_used(tmp_path: Path) -> None:
    """What was given and does not bear on the time is named, what is misspelt with what was meant; never silently."""
    facts = written(tmp_path, GIVEN, "facts.json")
    arguments = ("7 days after delivered", "--timezone", "Asia/Seoul", "--facts", facts)
    found = printed(*arguments)
    assert found["effective_end"] == "2026-03-17"
    (misspelt,) = [line for line in found["not_used"] if "delivred" in line]
    assert "delivered" in misspelt.replace("delivred", "")
    (others,) = [line for line in found["not_used"] if "item.price" in line]
    assert "placed" in others
    assert any("notes" in line for line in found["not_used"])
    text = run("deadline", *arguments).output
    assert "\nGiven, but not used\n" in text
    assert all(f"\n  {line}" in text for line in found["not_used"])


def test_facts_that_are_used_are_not_named(tmp_path: Path) -> None:
    """Events, conditions, the zone and the place that a time depends on are used."""
    shop = written(tmp_path, SHOP)
    facts = written(
        tmp_path, '{"events": {"delivered": "2026-03-10T15:00+09:00"}, "order": {"fast_delivery": true}}', "f.json"
    )
    used = ("return_time", "--within", shop, "--facts", facts, "--at", "2026-03-12T12:00+09:00")
    assert printed(*used)["not_used"] == []
    assert "not used" not in run("deadline", *used).output
    asked = written(tmp_path, '{"asked": {"timezone": "Europe/Berlin", "place": "DE-BY"}}', "asked.json")
    found = printed("1 month after 2026-12-06", "--counting", "de_bgb", "--facts", asked)
    assert (found["effective_end"], found["not_used"]) == ("2027-01-07", [])
