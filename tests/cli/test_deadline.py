"""`claimrules deadline`: what it prints, what every option does, and how it refuses what makes no sense."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.commands import run, written

KOREA = ("--counting", "kr_civil_act", "--timezone", "Asia/Seoul")
BERLIN = ("--counting", "de_bgb", "--timezone", "Europe/Berlin")
SHOP = """ruleset my_shop.counting "How my shop counts"
  counting my_days
  timezone "Asia/Seoul"
  place my_calendar
source terms "Terms of sale" dated 2026-01-01 checked 2026-11-23
calendar my_calendar "Our own days"
  extends KR
  closed 2026-12-24
convention my_days "Days at my shop" like kr_civil_act
  holidays by place cite terms "section 2"
use conventions.kr_civil_act
use vocabulary.commerce
window return_time = 7 days after delivered
  extended by 5 days when order.fast_delivery
"""


def printed(*arguments: str | Path) -> dict[str, Any]:
    """Return what a command prints as JSON; it ends with 0."""
    result = run("deadline", *arguments, "--format", "json")
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.output)
    return found


def refused(*arguments: str | Path, code: int = 1) -> str:
    """Return what a command says that ends with a fault."""
    result = run("deadline", *arguments)
    assert result.exit_code == code, result.output
    assert "asked_for" not in result.output
    return result.output


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


@pytest.mark.parametrize(
    ("expression", "code", "at", "words"),
    [
        ("7 foo after 2026-03-01", "CR0105", "1:3", "expected a unit of time"),
        ("7 days after 2026-02-30", "CR0110", "1:14", "there is no date 2026-02-30"),
        ("7 days after", "CR0105", "1:8", "not finished"),
        ("7 days after nope", "CR0201", "1:14", "there is no fact `nope`"),
        ("7 days\n after nope", "CR0201", "2:8", "there is no fact `nope`"),
        ("2026-02-30", "CR0110", "1:1", "there is no date"),
        ("5 business days after 2026-03-01", "CR0409", "1:1", "does not say which days are business days"),
        ("1 day and 3 hours after 2026-03-01", "CR0305", "1:1", "mixes hours, days and business days"),
        ("201 years after 2026-03-01", "CR0305", "1:1", "is not between 0 and 200 years"),
    ],
)
def test_faults_of_the_expression(expression: str, code: str, at: str, words: str) -> None:
    """Each is shown with the expression as typed, and its line and column there."""
    said = refused(expression, "--counting", "in_general_clauses", "--timezone", "UTC")
    assert f"error[{code}]" in said
    assert f"--> expression:{at}\n" in said
    assert words in said


@pytest.mark.parametrize(
    ("option", "value", "words"),
    [
        ("--counting", "kr_civil_akt", "there is no convention `kr_civil_akt`"),
        ("--counting", "plain_days\nwindow z = none", "there is no convention"),
        ("--counting", "", "there is no convention ``"),
        ("--timezone", "Mars/Olympus", "there is no time zone `Mars/Olympus`"),
        ("--timezone", 'a" place KR "', "there is no time zone"),
        ("--place", "XX", "no holidays are known of `XX`"),
        ("--place", "DE-XX", "no holidays are known of `DE-XX`"),
        ("--place", "buyer.place", "no holidays are known of `buyer.place`"),
    ],
)
def test_faults_of_options(option: str, value: str, words: str) -> None:
    """Each names the option, and shows what was given there."""
    said = refused("7 days after 2026-03-01", option, value)
    assert words.split("\n", maxsplit=1)[0] in said
    assert f"--> {option}:1:1\n" in said


def test_every_wrong_option_is_said_at_once() -> None:
    """One round is enough to put them right."""
    said = refused("7 days after 2026-03-01", "--timezone", "Nowhere", "--place", "XX")
    assert said.count("error[CR0305]") == 2


def test_a_ruleset_that_names_no_calendar(tmp_path: Path) -> None:
    """CR0408 at check time, and shown in the ruleset's own file; `--place` puts it right."""
    text = SHOP.replace("  place my_calendar\n", "").replace(
        "  holidays by place", '  rolls forward on holiday note "x"\n  holidays by place'
    )
    shop = written(tmp_path, text)
    checked = run("check", shop)
    assert (checked.exit_code, "error[CR0408]" in checked.output) == (1, True)
    found = printed("14 days after 2026-12-10", "--within", shop)
    assert found["needs"] == ["asked.place"]
    assert printed("14 days after 2026-12-10", "--within", shop, "--place", "KR")["effective_end"] == "2026-12-24"


def test_faults_of_a_ruleset_are_shown_in_its_file(tmp_path: Path) -> None:
    """What is wrong in the ruleset of `--within` is told where it stands there."""
    shop = written(tmp_path, SHOP.replace("when order.fast_delivery", "when order.fast_deliveri"))
    said = refused("14 days after 2026-12-10", "--within", shop)
    assert f"--> {shop}:14:" in said
    assert "fast_deliveri" in said


@pytest.mark.parametrize(
    "expression",
    [
        "", "  ", "\n", "(" * 10_000, "7 days after 2026-03-01\nwindow x = none", "7 days after 2026-03-01 rule x",
        "7 days after 2026-03-01\nruleset x", 'from "', "#", "\0", "7 days after 2026-03-01 # until", "é", "9" * 5000,
        "7 days after " * 3000 + "2026-03-01", "none none", "unlimited", "asked_for",
        "use vocabulary.commerce", "until until", "end of asked_for", "\u202e7 days",
    ],
)  # fmt: skip
def test_weird_expressions(expression: str) -> None:
    """Each ends in an answer or in a fault at a place in the expression, never in a traceback."""
    result = run("deadline", expression, "--timezone", "UTC")
    assert result.exit_code in {0, 1}
    assert result.exit_code == 0 or "--> expression:" in result.output


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("", "the expression is empty"),
        ("7 days after 2026-03-01\nwindow x = none", "`window` begins another declaration"),
    ],
)
def test_what_is_no_expression(expression: str, words: str) -> None:
    """Nothing at all, and more than one time."""
    assert words in refused(expression, "--timezone", "UTC")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "say what to count"),
        (("7 days after 2026-03-01", "--at", "2026-03-01"), "has no offset from UTC"),
        (("7 days after 2026-03-01", "--at", "yesterday"), "is no time"),
        (("7 days after 2026-03-01", "--format", "xml"), "xml"),
        (("7 days after 2026-03-01", "--month", "2026-02"), "--month belongs to --table"),
        (("7 days after 2026-03-01", "--table"), "--table takes no EXPRESSION"),
        (("--table", "--facts", "x.json"), "--table takes no --facts"),
        (("--table", "--month", "2026-13"), "is no month"),
        (("--table", "--month", "February"), "is no month"),
        (("--table", "--month", "9999-12"), "is no month"),
        (("a", "b"), "unexpected extra argument"),
    ],
)
def test_wrong_usage_ends_with_2(arguments: tuple[str, ...], words: str) -> None:
    """What the command line itself refuses."""
    assert words in refused(*arguments, code=2)


def test_faults_of_facts_end_with_1(tmp_path: Path) -> None:
    """Facts that are no JSON, a file that is not there, a ruleset that is not there."""
    broken = written(tmp_path, "{", "facts.json")
    assert "CR0601" in refused("7 days after delivered", "--facts", broken)
    assert "cannot be read" in refused("7 days after delivered", "--facts", tmp_path / "none.json")
    assert "CR0204" in refused("7 days after delivered", "--within", "no_such_ruleset")


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
