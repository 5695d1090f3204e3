"""A shop for orders of several lines, in any currency, and documents of orders."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from claimrules.api import Ruleset
from claimrules.domain.order_decision import OrderDecision
from tests.unit.evaluators.stacks import ruleset

AT = datetime.fromisoformat("2026-03-12T12:00+00:00")

#: Seven days to send goods back for their price; what is broken is paid back with its share of the shipping.
RULES = """
rule back "Sent back in time"
  when claim.reason is change_of_mind
  within 7 days after delivered
  grant full_refund with return
  cite shop_terms "1"
rule broken "Broken"
  when claim.reason is defective
  grant full_refund plus order.shipping_paid
  cite shop_terms "2"
rule dear "A present with orders over a hundred"
  when claim.reason is late_delivery and order.total > 100.00 USD
  grant coupon one per order amount 5.00 USD
  cite shop_terms "3"
rule bargain "Something off"
  when claim.reason is missing_parts
  may grant partial_refund
  cite shop_terms "4"
"""
NEW_RULES = RULES.replace(" and order.total > 100.00 USD", "")


def shop(rules: str = RULES, currency: str = "USD") -> Ruleset:
    """Return the shop; one without a currency reads no folded amount."""
    return ruleset("shop", "seller", rules, zone="UTC", currency=currency)


def line(name: str, price: str | None, reason: str | None = "defective", /, **more: Any) -> dict[str, Any]:
    """Return a line of an order, delivered on 10 March 2026."""
    claim = {} if reason is None else {"claim": {"reason": reason}}
    item = {} if price is None else {"item": {"price": price}}
    return {"id": name, **claim, **item, **more}


def order(*lines: dict[str, Any], **facts: Any) -> dict[str, Any]:
    """Return an order of lines that were all delivered on 10 March 2026."""
    of_order = {"lines": list(lines)} | facts.pop("order", {})
    return {"order": of_order, "events": {"delivered": "2026-03-10T15:00+00:00"}, "events_complete": True} | facts


def decide(*lines: dict[str, Any], rules: Ruleset | None = None, **facts: Any) -> OrderDecision:
    """Decide an order under the shop, or under other rules."""
    return (rules or shop()).decide_order(order(*lines, **facts), at=AT)
