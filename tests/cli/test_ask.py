"""`claimrules ask`: questions one after the other, and what each answer would give."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import Result

from tests.cli.commands import AT, run, written

POLICY = """ruleset my_shop.returns "Returns at my shop"
  counting plain_days
  timezone "Asia/Seoul"
  currency KRW
  rounding half_up
use vocabulary.commerce
source terms "Terms of sale" dated 2026-01-01 checked 2026-11-23
rule r "Broken" when item.complete and item.activated within 7 days after delivered grant replacement cite terms "1"
"""
FACTS = {"events": {"delivered": "2026-03-18T10:00+09:00"}, "events_complete": True}


def ask(folder: Path, *options: str, typed: str = "", facts: object = FACTS) -> Result:
    """Ask about a claim under a small policy."""
    policy = written(folder, POLICY)
    return run("ask", policy, written(folder, json.dumps(facts), "facts.json"), "--at", AT, *options, stdin=typed)


def test_answers_are_taken_in_and_can_be_kept(tmp_path: Path) -> None:
    """Two times yes makes the replacement one to be had; the facts then hold both."""
    kept = tmp_path / "kept.json"
    result = ask(tmp_path, "--save", str(kept), typed="yes\ny\n")
    assert result.exit_code == 0
    assert "available until Wednesday 25 March 2026" in result.output
    assert json.loads(kept.read_text("utf-8")) == FACTS | {"item": {"activated": True, "complete": True}}


def test_not_knowing_is_an_answer(tmp_path: Path) -> None:
    """What is passed over is not asked again; the decision says that it is unknown."""
    result = ask(tmp_path, typed="\nI don't know\n")
    assert result.exit_code == 0
    assert result.output.count("item.activated: yes or no") == 2  # once asked, once among what is still unknown
    assert "undetermined" in result.output


def test_an_answer_that_cannot_be_read_is_asked_for_again(tmp_path: Path) -> None:
    """Nothing is lost by it, and it says what is wrong."""
    result = ask(tmp_path, typed="maybe\nno\n")
    assert result.exit_code == 0
    assert "yes or no" in result.output
    assert "Nothing under this ruleset." in result.output


def test_text_and_json_tell_what_each_answer_gives(tmp_path: Path) -> None:
    """A no settles it; a yes leaves the other question."""
    told = ask(tmp_path, "--format", "text")
    assert "· no: nothing to be had" in told.output
    found = json.loads(ask(tmp_path, "--format", "json").output)
    assert [one["question"]["fact"] for one in found["questions"]] == ["item.activated", "item.complete"]


def test_facts_that_are_none_are_refused(tmp_path: Path) -> None:
    """A list is no claim: a message and exit code 1, in every format."""
    for options in ((), ("--format", "json")):
        result = ask(tmp_path, *options, facts=[1])
        assert result.exit_code == 1
        assert "CR0604" in result.output
