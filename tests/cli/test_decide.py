"""`claimrules decide` and `explain`: one claim, from a file or standard input, for people and for programs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.commands import AT, CLAIMS, run, written

NEVER_ARRIVED = CLAIMS / "never_arrived.json"


def test_text_names_remedy_amount_time_and_next_step() -> None:
    """The screen says what, how much, until when, and what to do."""
    result = run("decide", "aliexpress", NEVER_ARRIVED, "--at", AT)
    assert result.exit_code == 0
    for words in (
        "Full refund, 120.00 USD", "available until Sunday 17 May 2026, end of day (America/Los_Angeles)",
        "buyer: Write to the seller", "information, not legal advice", "`claimrules explain` says why",
        "rule not_received, from:\n", "(how-to guide in Korean), SEED-10, SEED-11 (2023-09-20)\n",
    ):  # fmt: skip
        assert words in result.output


def test_json_is_the_decision() -> None:
    """The JSON has the same answers, and the instant it was asked for."""
    decision = json.loads(run("decide", "aliexpress", NEVER_ARRIVED, "--at", AT, "--format", "json").output)
    assert (decision["at"], decision["at_was_given"]) == ("2026-03-21T20:00:00-07:00", True)
    assert decision["remedies"][0]["amount"] == {"amount": "120.00", "currency": "USD"}
    assert decision["next_action"]["step"] == "contact_seller"


def test_without_at_it_says_that_it_took_now() -> None:
    """An answer for now says so, in both formats."""
    assert "No --at was given: decided for now." in run("decide", "aliexpress", NEVER_ARRIVED).output
    assert not json.loads(run("decide", "aliexpress", NEVER_ARRIVED, "--format", "json").output)["at_was_given"]
    assert "No --at was given: decided for now." in run("explain", "aliexpress", NEVER_ARRIVED).output


def test_standard_input_is_as_good_as_a_file() -> None:
    """`-` reads the facts from standard input."""
    by_file = run("decide", "aliexpress", NEVER_ARRIVED, "--at", AT).output
    assert run("decide", "aliexpress", "-", "--at", AT, stdin=NEVER_ARRIVED.read_text()).output == by_file


def test_explain_says_why() -> None:
    """The explanation has conditions, values, the counting of the deadline, and sources."""
    output = run("explain", "aliexpress", NEVER_ARRIVED, "--at", AT).output
    for words in (
        "not_received — The parcel has not arrived: available", "[yes] not delivered", "counted by Plain calendar days",
        "closes 2026-05-18T00:00:00-07:00", "cites How to make a claim on AliExpress",
    ):  # fmt: skip
        assert words in output


def test_explain_shows_a_windows_text_without_its_citations() -> None:
    """The window as the policy says it, on lines of a moderate width; what it cites is not repeated there."""
    lines = run("explain", "aliexpress", NEVER_ARRIVED, "--at", AT).output.splitlines()
    assert any(line.strip().startswith("· the policy says: window dispute") for line in lines)
    assert not any(" cite " in line for line in lines)
    assert max(len(line) for line in lines if line.strip().startswith("· ")) <= 110


@pytest.mark.parametrize("at", ["yesterday", "2026-03-22", "2026-03-22T12:00", "2026-02-30T12:00Z", ""])
def test_an_instant_nobody_can_tell(at: str) -> None:
    """A time without an offset is wrong usage, and the message shows a right one."""
    result = run("decide", "aliexpress", NEVER_ARRIVED, "--at", at)
    assert (result.exit_code, "+09:00" in result.output) == (2, True)


@pytest.mark.parametrize(
    "at", ["0001-01-01T00:00Z", "1899-12-31T23:59Z", "2201-01-01T00:00Z", "9999-12-31T23:59-14:00"]
)
def test_an_instant_in_no_year_of_these(at: str) -> None:
    """A time outside the years that facts may have is wrong usage."""
    result = run("decide", "aliexpress", NEVER_ARRIVED, "--at", at)
    assert (result.exit_code, "years are 1900 to 2200" in result.output) == (2, True)


@pytest.mark.parametrize("at", ["1900-01-01T00:00Z", "2200-12-31T23:59-14:00"])
def test_the_first_and_the_last_year(at: str) -> None:
    """Both ends of the years are inside."""
    assert run("decide", "aliexpress", NEVER_ARRIVED, "--at", at).exit_code == 0


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ("{", "CR0601"),
        ("", "CR0601"),
        ("[]", "CR0604"),
        ("3", "CR0604"),
        ("[" * 10_000, "CR0601"),
        ('{"item": {"price": NaN}}', "CR0601"),
        ('{"item": {"price": "-5.00 USD"}}', "#/item/price"),
        ('{"events": {"placed": "2026-03-01T09:00"}}', "CR0602"),
        ('{"events": {"placed": "2026-02-30"}}', "CR0603"),
        ('{"events": {"placed": "2026-03-05", "delivered": "2026-03-01"}}', "CR0608"),
    ],
)
def test_wrong_facts(facts: str, words: str) -> None:
    """Facts that are wrong end with 1 and say where."""
    result = run("decide", "aliexpress", "-", "--at", AT, stdin=facts)
    assert (result.exit_code, words in result.output) == (1, True)


def test_all_faults_of_the_facts_at_once() -> None:
    """Three faults, three places."""
    facts = '{"item": {"price": "x"}, "claim": {"reason": "defectiv"}, "events": {"placed": 3}}'
    result = run("decide", "aliexpress", "-", "--at", AT, stdin=facts)
    assert [pointer in result.output for pointer in ("#/item/price", "#/claim/reason", "#/events/placed")] == [True] * 3
    assert "did you mean `defective`?" in result.output


def test_a_misspelt_fact_is_shown_with_the_nearest() -> None:
    """What no rule knows is reported as not used, with the name that was meant."""
    facts = '{"claim": {"reson": "defective"}}'
    result = run("decide", "aliexpress", "-", "--at", AT, stdin=facts)
    assert (result.exit_code, "did you mean `claim.reason`?" in result.output) == (0, True)


def test_a_misspelt_group_and_other_faults_at_once() -> None:
    """A group of facts under a wrong name is reported beside what is wrong elsewhere."""
    facts = '{"evnts": {"placed": "2026-03-01"}, "claim": {"reason": "defectiv"}}'
    result = run("decide", "aliexpress", "-", "--at", AT, stdin=facts)
    assert result.exit_code == 1
    assert "error[CR0609]: `evnts` is no fact that this ruleset knows\n  --> -#/evnts" in result.output
    assert "did you mean `events`?" in result.output
    assert "CR0607" in result.output


def test_bytes_that_are_no_text() -> None:
    """Binary input is refused like other input."""
    result = run("decide", "aliexpress", "-", "--at", AT, stdin=b"\xff\xfe\x00")
    assert (result.exit_code, "CR0601" in result.output) == (1, True)


def test_files_that_are_not_there(tmp_path: Path) -> None:
    """A missing file of facts, or a missing ruleset, is said in a line."""
    for path in (tmp_path / "none.json", tmp_path):
        result = run("decide", "aliexpress", path, "--at", AT)
        assert (result.exit_code, "error[CR0611]: the facts cannot be read" in result.output) == (1, True)
    result = run("decide", "aliexpres", NEVER_ARRIVED, "--at", AT)
    assert (result.exit_code, "CR0204" in result.output) == (1, True)


def test_control_characters_do_not_reach_the_screen(tmp_path: Path) -> None:
    """Text from facts cannot move the cursor or forge a line."""
    path = written(tmp_path, json.dumps({"order": {"number": "1\x1b[2J\n\r2"}, "claim": {"\x1b[31mx": 1}}), "f.json")
    output = run("decide", "aliexpress", path, "--at", AT).output + run("explain", "aliexpress", path).output
    assert "\x1b" not in output
    assert "\r" not in output


def coloured(environment: dict[str, str]) -> bool:
    """Tell whether a run in a pipe under an environment is coloured."""
    command = [sys.executable, "-m", "claimrules", "decide", "aliexpress", str(NEVER_ARRIVED), "--at", AT]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ | environment)
    return "\x1b[" in done.stdout


def test_colour_on_a_terminal_only() -> None:
    """A pipe gets plain text, unless colour is asked for."""
    assert not coloured({"FORCE_COLOR": ""})
    assert coloured({"FORCE_COLOR": "1"})


STACK = "examples.law_of_14_days,examples.shop_of_7_days"
SECOND_THOUGHTS = CLAIMS / "second_thoughts.json"


def test_names_with_commas_are_stacked() -> None:
    """Text and JSON have the answer of all layers, whatever the order and the blanks between the names."""
    day = ("--at", "2026-03-20T12:00+09:00")
    text = run("decide", STACK, SECOND_THOUGHTS, *day).output
    assert "law_floor.expired" in text
    assert run("decide", ", ".join(reversed(STACK.split(","))), SECOND_THOUGHTS, *day).output == text
    answer = json.loads(run("decide", STACK, SECOND_THOUGHTS, *day, "--format", "json").output)
    assert (answer["format"], answer["at_was_given"]) == ("claimrules.stack/1", True)
    assert [layer["layer"] for layer in answer["decisions"]] == ["law", "seller"]


def test_a_stack_is_explained_layer_by_layer() -> None:
    """The reasons of each layer stand under its name."""
    output = run("explain", STACK, SECOND_THOUGHTS, "--at", AT).output
    assert "[law] Example: a law of fourteen days: why" in output
    assert "[seller] Example: a shop of seven days: why" in output


def test_a_path_may_have_a_comma(tmp_path: Path) -> None:
    """A file that is there is one ruleset, whatever its name."""
    path = written(tmp_path, (CLAIMS.parent / "shop_of_7_days.claim").read_text(encoding="utf-8"), "a,b.claim")
    assert "Example: a shop of seven days" in run("decide", path, SECOND_THOUGHTS, "--at", AT).output


@pytest.mark.parametrize("names", ["examples.law_of_14_days,nowhere", "nowhere,aliexpress", ","])
def test_a_stack_with_a_name_that_is_not_there(names: str) -> None:
    """It ends with a diagnostic and exit code 1."""
    result = run("decide", names, SECOND_THOUGHTS, "--at", AT)
    assert (result.exit_code, "error[CR0" in result.output) == (1, True)


def test_the_schema_of_lines_is_a_list() -> None:
    """Facts of each line stand in the items of a list."""
    schema = json.loads(run("facts", "aliexpress", "--json-schema").output)
    lines = schema["properties"]["order"]["properties"]["lines"]
    assert (lines["type"], set(lines["items"]["properties"])) == (["array", "null"], {"price", "opened"})
    assert "the sum of price over order.lines, where the lines are given" in run("facts", "aliexpress").output


@pytest.mark.parametrize("rulesets", ["aliexpress", STACK])
def test_a_report_in_each_format(rulesets: str, tmp_path: Path) -> None:
    """Both reports begin with the ruleset's title, have the course of the claim, and can be written to a file."""
    at = ("--at", "2026-03-20T12:00+09:00")
    for shape, title in (("markdown", "# {}"), ("html", "<h1>{}</h1>")):
        result = run("decide", rulesets, SECOND_THOUGHTS, *at, "--format", shape)
        name = (
            "AliExpress Buyer Protection"
            if rulesets == "aliexpress"
            else "Example: a law of fourteen days over Example: a shop of seven days"
        )
        assert title.format(name) in result.stdout
        assert "The course of the claim" in result.stdout
        file = tmp_path / shape
        assert run("decide", rulesets, SECOND_THOUGHTS, *at, "--format", shape, "-o", file).output == ""
        assert file.read_bytes() == result.stdout_bytes


def test_a_report_for_now_is_nothing_but_the_report() -> None:
    """That no instant was given is said beside it, where it breaks no page."""
    result = run("decide", "aliexpress", NEVER_ARRIVED, "--format", "html")
    assert "No --at was given: decided for now." in result.stderr
    assert result.stdout.startswith("<!doctype html>")


def test_a_report_loads_nothing() -> None:
    """Nothing in the page is fetched, and nothing in it runs."""
    body = run("decide", "aliexpress", NEVER_ARRIVED, "--at", AT, "--format", "html").stdout
    for word in ("<script", "<link", "<img", "<iframe", " src=", "@import", "url(http", " onload"):
        assert word not in body
    assert "default-src &#x27;none&#x27;" in body


def test_the_screen_of_a_stack_is_coloured() -> None:
    """On a terminal, a stack's decision has colours as that of one ruleset does."""
    command = [sys.executable, "-m", "claimrules", "decide", STACK, str(SECOND_THOUGHTS), "--at", AT]
    environment = os.environ | {"FORCE_COLOR": "1", "NO_COLOR": ""}
    assert "\x1b[" in subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout
