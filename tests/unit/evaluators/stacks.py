"""Rulesets to stack: the same head in any layer, and one claim about goods delivered on 10 March 2026."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from claimrules.api import Ruleset
from claimrules.compiler.pipeline import compile_source
from claimrules.domain.stack_decision import StackDecision
from claimrules.stack import Stack
from claimrules.text.source import Source

AT = datetime.fromisoformat("2026-03-12T12:00+09:00")
PRICE = "50000 KRW"


def ruleset(
    name: str,
    layer: str,
    rules: str,
    *,
    zone: str = "Asia/Seoul",
    currency: str = "KRW",
    uses: str = "use vocabulary.commerce",
) -> Ruleset:
    """Return a ruleset of a layer; an empty one names none."""
    head = f'ruleset {name} "{name.title()}" counting plain_days timezone "{zone}" rounding half_up'
    head += f" currency {currency}" if currency else ""
    head += f" layer {layer}" if layer else ""
    source = f'source {name}_terms "Terms of {name}" dated 2026-01-01'
    return Ruleset(compile_source(Source(f"{name}.claim", f"{head}\n{uses}\n{source}\n{rules}")))


def rule(name: str, owner: str, words: str) -> str:
    """Return a rule for a change of mind."""
    return f'rule {name} "{name}" when claim.reason is change_of_mind {words} cite {owner}_terms "1"\n'


def law(words: str = "within 14 days after delivered grant full_refund with return", more: str = "") -> Ruleset:
    """Return a law of one rule."""
    return ruleset("act", "law", rule("withdraw", "act", words) + more)


def shop(words: str = "within 7 days after delivered grant full_refund with return", more: str = "") -> Ruleset:
    """Return a shop of one rule."""
    return ruleset("shop", "seller", rule("back", "shop", words) + more)


def document(**facts: Any) -> dict[str, Any]:
    """Return facts: goods of 50000 won, delivered on 10 March, a change of mind; nothing else has happened."""
    item = {"price": PRICE} | facts.pop("item", {})
    events = {"delivered": "2026-03-10T15:00+09:00"} | facts.pop("events", {})
    return {"claim": {"reason": "change_of_mind"}, "item": item, "events": events, "events_complete": True} | facts


def decide(*rulesets: Ruleset, at: datetime = AT, **facts: Any) -> StackDecision:
    """Decide the claim under rulesets stacked together."""
    return Stack(rulesets).decide(document(**facts), at=at)
