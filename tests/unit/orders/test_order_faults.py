"""What is wrong with an order: every fault at once, each with its line and its field, none told twice."""

from __future__ import annotations

from typing import Any

import pytest

from claimrules import FactsError
from tests.unit.orders.shops import AT, decide, line, order, shop


def faults(document: Any) -> list[tuple[str, str, str]]:
    """Return the code, the place and the message of each fault."""
    with pytest.raises(FactsError) as caught:
        shop().decide_order(document, at=AT)
    return [(one.code, str(one.primary.origin), one.message) for one in caught.value.diagnostics]


LINES = "order#/order/lines"


@pytest.mark.parametrize(
    ("document", "code", "place", "words"),
    [
        ([], "CR0604", "order#", "an order is an object, not a list"),
        ({}, "CR0604", LINES, "an order has lines, at least one"),
        (order(), "CR0604", LINES, "an order has lines, at least one"),
        ({"order": {"lines": 3}}, "CR0604", LINES, "`order.lines` is a list of lines, not the number 3"),
        ({"order": 3}, "CR0604", LINES, "an order has lines, at least one"),
        ({"order": {"lines": [3]}}, "CR0604", f"{LINES}/0", "`order.lines.0` is an object, not the number 3"),
        (order({"price": "1.00 USD"}), "CR0604", f"{LINES}/0/id", "`order.lines.0.id` is the name of the line"),
        (order(line("a", None), {"id": True}), "CR0604", f"{LINES}/1/id", "`order.lines.1.id` is the name of the line, not true"),
        (order({"id": "x" * 61}), "CR0605", f"{LINES}/0/id", "`order.lines.0.id` is a name of at most 60 characters"),
        (order({"id": "a\n"}, {"id": "a"}), "CR0604", f"{LINES}/1/id", "`order.lines.1.id`: there are two lines a"),
        (order(line("a", None, quantity=0)), "CR0605", f"{LINES}/0/quantity", "`order.lines.0.quantity` is from 1 to 1,000,000, not the number 0"),
        (order(line("a", None, quantity="2")), "CR0604", f"{LINES}/0/quantity", "`order.lines.0.quantity` is a whole number, not `2`"),
        (order(line("a", None, parts=[])), "CR0604", f"{LINES}/0/parts", "`order.lines.0.parts` is a list of parts, not a list"),
        (order(line("a", None, parts=[{"id": "1"}])), "CR0604", f"{LINES}/0/parts/0/quantity", "`order.lines.0.parts.0.quantity` is missing"),
        (
            order(line("a", None, quantity=3, parts=[{"id": "1", "quantity": 1}, {"id": "2", "quantity": 1}])),
            "CR0620", f"{LINES}/0/parts", "`order.lines.0`: the parts have 2 of 3 units",
        ),
        (
            order(line("a", None, parts=[{"id": "1", "quantity": 1, "price": "1.00 USD"}])),
            "CR0604", f"{LINES}/0/parts/0/item/price", "`order.lines.0.parts.0.item.price`: a price is given for the line",
        ),
        (
            order(line("a", None, refunds=["1.00 USD"], parts=[{"id": "1", "quantity": 1}])),
            "CR0604", f"{LINES}/0/refunds", "`order.lines.0.refunds`: the line is split",
        ),
        (
            order(line("a", "2.00 USD", price="1.00 USD")), "CR0620", f"{LINES}/0/price",
            "`order.lines.0.item.price` and `price` are not the same",
        ),
        (order(line("a", None, refunds="1.00 USD")), "CR0604", f"{LINES}/0/refunds", "`order.lines.0.refunds` is a list of amounts, not `1.00 USD`"),
        (order(line("a", None, refunds=["1.00"])), "CR0606", f"{LINES}/0/refunds/0", "`order.lines.0.refunds.0` has no currency"),
        (
            order(line("a", "2.00 USD", refunds=["1.00 USD", "1.00 EUR"])), "CR0606", f"{LINES}/0/refunds/1",
            "line a: `order.lines.0.refunds.1` is in EUR, not in USD",
        ),
        (
            order(line("a", "2.00 USD"), line("b", "2.005 USD")), "CR0605", f"{LINES}/1/item/price",
            "line b: `item.price`: USD has 2 decimals, `2.005` has more",
        ),
        (order(line("a", None, price="2.00 EUR")), "CR0606", f"{LINES}/0/price", "line a: `item.price` is in EUR, not in USD"),
        (order(line("a", None, "broken")), "CR0607", f"{LINES}/0/claim/reason", "line a: "),
        (order(line("a", None, opened="no")), "CR0604", f"{LINES}/0/opened", "`order.lines.0.opened` is "),
        (order(line("a", None), claim=3), "CR0604", "order#/claim", "`claim` is an object of facts, not the number 3"),
        (order(line("a", None), **{"claim.reason": "defective"}, claim={"reason": "defective"}), "CR0604", "order#/claim/reason", "`claim.reason` is given twice"),
        (
            order(line("a", None), line("b", None, parts=[{"id": "1", "quantity": 1, "events": {"placed": "2026-03-11T12:00+00:00"}}])),
            "CR0608", "order#/events/delivered", "`delivered`",
        ),
        (
            order(line("a", None), line("b", None, events={"placed": "2026-03-11T12:00+00:00", "delivered": "2026-03-10T12:00+00:00"})),
            "CR0608", f"{LINES}/1/events/delivered", "line b: `delivered`",
        ),
    ],
)  # fmt: skip
def test_each_fault_has_its_place(document: Any, code: str, place: str, words: str) -> None:
    """The line, the field, and what was found."""
    found = faults(document)
    assert [(one[0], one[1]) for one in found] == [(code, place)]
    assert words in found[0][2]


def test_all_at_once_and_each_once() -> None:
    """A fault that all lines share is told once, those of two lines each by itself."""
    wrong = order(line("a", "1.00"), line("b", None, "wish"), item={"condition": "broken"})
    assert sorted(place for _, place, _ in faults(wrong)) == [
        "order#/item/condition", f"{LINES}/0/item/price", f"{LINES}/1/claim/reason",
    ]  # fmt: skip


def test_a_fault_of_the_order_is_at_the_order() -> None:
    """Shipping in a currency that the shop does not know is no line's fault."""
    assert [(code, place) for code, place, _ in faults(order(line("a", "1.00 USD"), order={"shipping_paid": "3"}))] == [
        ("CR0606", "order#/order/shipping_paid"),
    ]  # fmt: skip


def test_too_many_lines() -> None:
    """Ten thousand lines are an order; more are refused before any is read."""
    many = [{"id": number} for number in range(10_001)]
    assert faults(order(*many)) == [("CR0605", LINES, "an order has at most 10,000 lines, not 10,001")]


def test_a_line_may_give_its_own_share() -> None:
    """Then nothing of the order's amount is shared out, and it is said why."""
    decision = decide(
        line("a", "1.00 USD", order={"shipping_paid": "1.00 USD"}), line("b", "1.00 USD"), order={"shipping_paid": "3.00 USD"}
    )  # fmt: skip
    assert [(one.shares, one.why_not) for one in decision.shared] == [((), "line a gives its own")]
    assert [str(one.decision.remedies[0].amount) for one in decision.lines] == ["2.00 USD", "None"]
