"""`claimrules decide-order`: an order from a file or standard input, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

from claimrules.schemas.documents import order_decision_schema
from tests.cli.commands import AT, ROOT, run, written
from tests.unit.schemas.strict import faults, strict

ORDER = ROOT / "rulesets/examples/orders/two_parcels.json"


def test_text_has_lines_and_totals() -> None:
    """Shipping of 10.00 by 30.00, 13.33 and 6.67; a counterfeit is paid back with its share."""
    result = run("decide-order", "aliexpress", ORDER, "--at", AT)
    assert result.exit_code == 0
    for words in (
        "Line lamp, 30.00 USD\n  Full refund, 36.00 USD: available", "Line cups, part parcel 2, 1 unit, 6.67 USD",
        "All lines together\n  Full refund: 42.67 USD",
        "order.shipping_paid, 10.00 USD: lamp 6.00 USD, cups, part parcel 1 2.67 USD, cups, part parcel 2 1.33 USD",
    ):  # fmt: skip
        assert words in result.output


def test_json_fits_its_schema() -> None:
    """What is printed has what the schema names, and nothing else; standard input is as good as a file."""
    printed = run("decide-order", "aliexpress", "-", "--at", AT, "--format", "json", stdin=ORDER.read_bytes()).output
    decision = json.loads(printed)
    assert faults(strict(order_decision_schema()), decision) == []
    assert [line["part"] for line in decision["lines"]] == ["", "parcel 1", "parcel 2"]
    assert decision["lines"][0]["decision"]["format"] == "claimrules.decision/1"
    assert faults(strict(order_decision_schema()), decision | {"lines": [1]}) != []


def test_without_at_it_says_that_it_took_now() -> None:
    """An answer for now says so, in both formats."""
    assert "No --at was given: decided for now." in run("decide-order", "aliexpress", ORDER).output
    assert not json.loads(run("decide-order", "aliexpress", ORDER, "--format", "json").output)["at_was_given"]


def test_faults_name_line_and_field(tmp_path: Path) -> None:
    """All faults, exit code 1, no traceback; an order without lines is one."""
    text = '{"order": {"lines": [{"id": "a", "item": {"price": "1"}}, {"id": "b", "claim": {"reason": "lost"}}]}}'
    result = run("decide-order", "aliexpress", written(tmp_path, text, "order.json"), "--at", AT)
    assert result.exit_code == 1
    for words in ("/order/lines/0/item/price", "line b: ", "/order/lines/1/claim/reason"):
        assert words in result.output
    assert run("decide-order", "aliexpress", "-", stdin="{}").exit_code == 1
    assert "CR0601" in run("decide-order", "aliexpress", "-", stdin="{").output
