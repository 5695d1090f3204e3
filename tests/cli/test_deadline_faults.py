"""How `claimrules deadline` refuses what makes no sense: where it was typed, and never in a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.commands import run, written
from tests.cli.deadlines import SHOP, printed, refused


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


@pytest.mark.parametrize(
    ("counting", "help"),
    [
        ("kr_civil_akt", "did you mean `kr_civil_act`?"),
        ("kr-civil-act", "did you mean `kr_civil_act`?"),
        ("conventions.kr_civil_act", "did you mean `kr_civil_act`?"),
        ("?", "as in: kr_civil_act"),
    ],
)
@pytest.mark.parametrize("asked", ["7 days after 2026-03-01", "--table"])
def test_a_misspelt_convention(asked: str, counting: str, help: str) -> None:
    """The one that was meant is named, whether its name could be one or not."""
    assert f"= help: {help}\n" in refused(asked, "--counting", counting, "--timezone", "UTC")


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
