"""One claim under a small policy, for tests of its timeline."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from claimrules.api import Ruleset
from claimrules.compiler.pipeline import compile_source
from claimrules.domain.decision import Decision
from claimrules.text.source import Source
from tests.diagnostics.policies import HEAD

POLICY = """
window return_time "Time to return" = 7 days after delivered
window by_state "Time by condition"
  when item.condition is unused: 7 days after delivered
  otherwise: 14 days after delivered
window answer_time "Time to answer" = 48 hours after seller_contacted
window over "Never open" = from 2026-06-01 until 2026-05-01
rule return "Return" when claim.reason is change_of_mind within return_time
  grant full_refund with return
  oblige seller to refund within 3 days after returned
  cite terms "4"
rule swap "Swap" when claim.reason is change_of_mind within by_state grant replacement cite terms "5"
exclusion worn "Worn" bars swap when item.activated cite terms "5"
step wait "Wait for the seller" by seller when seller_contacted and not seller_answered within answer_time cite terms "6"
step go_on "Go on" by buyer when seller_contacted and not seller_answered
  from end of answer_time until 30 days after delivered cite terms "6"
"""
AT = "2026-03-12T12:00+09:00"
EVENTS: dict[str, str | None] = {
    "placed": "2026-03-08", "delivered": "2026-03-10T15:00+09:00", "seller_contacted": "2026-03-12T10:00+09:00",
}  # fmt: skip
UNUSED = {"condition": "unused", "activated": False, "price": "50000 KRW"}


def ruleset(policy: str = POLICY, head: str = HEAD) -> Ruleset:
    """Return a policy as a ruleset."""
    return Ruleset(compile_source(Source("shop.claim", head + policy)))


def decide(
    at: str = AT, *, policy: str = POLICY, item: dict[str, Any] | None = None, reason: str | None = "change_of_mind",
    complete: bool = True, **events: str | None,
) -> Decision:  # fmt: skip
    """Decide the claim; nothing is known of the goods unless `item` tells it."""
    facts = {
        "claim": {"reason": reason}, "item": item if item is not None else {"activated": False},
        "events": EVENTS | events, "events_complete": complete,
    }  # fmt: skip
    return ruleset(policy).decide(facts, at=datetime.fromisoformat(at))
