"""What is true of every order, under a shop of its own and under rulesets that ship."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimrules
from claimrules import OrderDecision
from tests.unit.orders.shops import AT, NEW_RULES, order, shop

REASONS = ("change_of_mind", "defective", "late_delivery", "missing_parts", "wrong_item", None)
CENTS = st.integers(0, 100_000)
SHOP, NO_FOLDS = shop(), shop(NEW_RULES)
SHIPPED = [claimrules.load(name) for name in ("aliexpress", "etsy", "ebay", "stores.base")]


def money(minor: int) -> str:
    """Return an amount in dollars."""
    return f"{minor // 100}.{minor % 100:02} USD"


@st.composite
def lines(draw: st.DrawFn, *, is_known: bool = False) -> dict[str, Any]:
    """Draw a line with anything about it unknown, or with all known; some are in parts, some paid back in part."""
    reason = draw(st.sampled_from(REASONS[: -1 if is_known else None]))
    price = draw(CENTS if is_known else st.none() | CENTS)
    drawn: dict[str, Any] = {"claim": {"reason": reason}, "item": {} if price is None else {"price": money(price)}}
    delivered = draw(st.sampled_from(["2026-03-01T09:00+00:00", "2026-03-10T09:00+00:00", None]))
    drawn["events"] = {"delivered": delivered}
    refunds = {"refunds": [money(draw(CENTS))]} if draw(st.booleans()) else {}
    quantities = draw(st.lists(st.integers(1, 5), max_size=3))
    if not quantities:
        return drawn | refunds
    parts: list[dict[str, Any]] = [{"id": str(at), "quantity": quantity} for at, quantity in enumerate(quantities)]
    return drawn | {"parts": [parts[0] | refunds, *parts[1:]], "quantity": sum(quantities)}


@st.composite
def orders(draw: st.DrawFn, *, is_known: bool = False) -> dict[str, Any]:
    """Draw an order of a few lines, with or without shipping."""
    drawn = draw(st.lists(lines(is_known=is_known), min_size=1, max_size=4))
    named = [{"id": f"line {index}", **one} for index, one in enumerate(drawn)]
    shipping = draw(CENTS if is_known else st.none() | CENTS)
    return order(*named, order={} if shipping is None else {"shipping_paid": money(shipping)})


def by_name(decision: OrderDecision) -> dict[str, Any]:
    """Return what is decided about each line, by its name."""
    return {line.name: line for line in decision.lines}


@given(document=orders())
def test_lines_add_up_to_the_totals(document: dict[str, Any]) -> None:
    """Each total is, to the cent, the sum of what the lines add; an end that a line lacks, the total lacks."""
    decision = SHOP.decide_order(document, AT)
    for total in decision.totals:
        shares = [
            share for line in decision.lines for share in line.shares
            if (share.kind, share.is_right, share.with_return) == (total.kind, total.is_right, total.with_return)
        ]  # fmt: skip
        assert total.at_least is None or total.at_least.minor == sum(share.least for share in shares)
        most = [share.most for share in shares]
        if total.at_most is None:
            assert None in most or not total.currency
        else:
            assert total.at_most.minor == sum(amount for amount in most if amount is not None)
        assert total.at_most is None or total.at_least is None or total.at_least <= total.at_most


@given(document=orders(is_known=True))
def test_never_more_than_was_paid(document: dict[str, Any]) -> None:
    """Refunds of all lines are together at most the prices and the shipping."""
    decision = SHOP.decide_order(document, AT)
    paid = sum(line.price.minor for line in decision.lines if line.price)
    (shipping,) = decision.shared
    refunds = [total.at_most for total in decision.totals if total.kind == "full_refund"]
    assert sum(amount.minor for amount in refunds if amount) <= paid + shipping.amount.minor
    assert sum(share.amount.minor for share in shipping.shares) == shipping.amount.minor


@given(document=orders(), data=st.data())
def test_the_order_of_lines_does_not_matter(document: dict[str, Any], data: st.DataObject) -> None:
    """Told in another order, each line and each total is the same."""
    shuffled = data.draw(st.permutations(document["order"]["lines"]))
    other = document | {"order": document["order"] | {"lines": shuffled}}
    first, second = SHOP.decide_order(document, AT), SHOP.decide_order(other, AT)
    assert set(first.totals) == set(second.totals)
    for name, line in by_name(first).items():
        again = by_name(second)[name]
        assert (again.shares, again.price) == (line.shares, line.price)
        assert again.decision.remedies == line.decision.remedies
        assert again.decision.next_action == line.decision.next_action


@pytest.mark.parametrize("ruleset", [NO_FOLDS, *SHIPPED], ids=lambda ruleset: ruleset.name)
@settings(max_examples=20)
@given(document=orders())
def test_a_line_decided_alone(ruleset: claimrules.Ruleset, document: dict[str, Any]) -> None:
    """No fold reads other lines and nothing is shared out: an order of the line alone gives the same decision."""
    document["order"].pop("shipping_paid", None)
    document["events"] = {"placed": "2026-02-20T09:00+00:00", "shipped": "2026-02-21T09:00+00:00"}
    whole = ruleset.decide_order(document, AT)
    for given_line in document["order"]["lines"]:
        alone = ruleset.decide_order(document | {"order": {"lines": [given_line]}}, AT)
        for line in alone.lines:
            assert by_name(whole)[line.name].decision == line.decision


@pytest.mark.parametrize("ruleset", [SHOP, *SHIPPED], ids=lambda ruleset: ruleset.name)
@settings(max_examples=10)
@given(document=orders())
def test_a_line_is_a_claim(ruleset: claimrules.Ruleset, document: dict[str, Any]) -> None:
    """What a line was decided by are facts as of any claim: decided by themselves they give the same decision."""
    document["events"] = {"placed": "2026-02-20T09:00+00:00", "shipped": "2026-02-21T09:00+00:00"}
    for line in ruleset.decide_order(document, AT).lines:
        assert line.decision.asked is not None
        at = datetime.fromisoformat(line.decision.asked.at)
        assert ruleset.decide(line.decision.asked.facts, at) == line.decision


@pytest.mark.parametrize("more", [1, 7, 100])
def test_a_single_part_is_the_line(more: int) -> None:
    """A line in one part is decided as the line itself."""
    line = {"id": "a", "claim": {"reason": "defective"}, "item": {"price": "9.99 USD"}, "quantity": more}
    whole = SHOP.decide_order(order(line, order={"shipping_paid": "1.00 USD"}), AT)
    parts = {"parts": [{"id": "1", "quantity": more}]}
    (part,) = SHOP.decide_order(order(line | parts, order={"shipping_paid": "1.00 USD"}), AT).lines
    assert part.decision == whole.lines[0].decision
