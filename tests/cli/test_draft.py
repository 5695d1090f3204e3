"""`claimrules draft`: the text to send, or what to do instead."""

from __future__ import annotations

import json

from tests.cli.commands import AT, CLAIMS, run

NEVER_ARRIVED = CLAIMS / "never_arrived.json"


def test_the_letter_alone() -> None:
    """Nothing else is printed, so that it can be sent on; it is that of the decision."""
    result = run("draft", "aliexpress", NEVER_ARRIVED, "--at", AT)
    decision = json.loads(run("decide", "aliexpress", NEVER_ARRIVED, "--at", AT, "--format", "json").output)
    assert (result.exit_code, result.stdout) == (0, decision["next_action"]["draft"]["text"] + "\n")
    assert result.stdout.startswith("Order 8190-2231: the goods have not arrived\n\nHello,\n")


def test_gaps_are_told_apart() -> None:
    """What is to be filled in goes to standard error."""
    facts = json.loads(NEVER_ARRIVED.read_text(encoding="utf-8"))
    del facts["order"]["number"]
    result = run("draft", "aliexpress", "-", "--at", AT, stdin=json.dumps(facts))
    assert result.stdout.startswith("Order [order number]: ")
    assert result.stderr == "Still to be filled in: order.number\n"


def test_nothing_to_write() -> None:
    """Exit code 1, nothing on standard output, and the next action."""
    result = run("draft", "aliexpress", "-", "--at", AT, stdin="{}")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Nothing is to be written now. Next: buyer: " in result.stderr


def test_a_stack() -> None:
    """Of several rulesets, what the next action of all says."""
    facts = {"claim": {"reason": "change_of_mind"}, "item": {"value_reduced": False}, "events_complete": True}
    facts["events"] = {"delivered": "2026-03-10T15:00+09:00"}
    rulesets = "examples.law_of_14_days,examples.shop_of_7_days"
    result = run("draft", rulesets, "-", "--at", AT, stdin=json.dumps(facts))
    assert result.exit_code == 0
    assert "under: Example: a law of fourteen days.\n" in result.stdout
