"""`claimrules facts`: what can be said about a claim, of one ruleset."""

from __future__ import annotations

import pytest

from tests.cli.commands import ROOT, run


def test_it_lists_what_the_answers_depend_on() -> None:
    """A star stands before what is read, and nothing before what other rulesets read."""
    lines = run("facts", "costco").output.splitlines()
    assert any(line.startswith("* events.delivered: ") for line in lines)
    assert any(line.startswith("  seller.region: ") for line in lines)


@pytest.mark.parametrize("command", ["facts", "schema"])
def test_a_folder_of_several_rulesets_is_one_fault(command: str) -> None:
    """It is at the head of one of them, and says how to name one; not one fault for every two of them."""
    folder = ROOT / "rulesets/stores"
    result = run(*(["facts", folder] if command == "facts" else ["schema", "facts", folder]))
    assert result.exit_code == 1
    assert result.output.count("error[") == 1
    assert "error[CR0504]: these are " in result.output
    assert " rulesets, not versions of one: `stores." in result.output
    assert "| ruleset stores.base " in result.output
    assert f"name the file of one of them, as in {folder / 'apple.claim'}" in result.output
