"""A few declarations under a plain head, decided about a change of mind."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from claimrules.api import Ruleset
from claimrules.compiler.pipeline import compile_source
from claimrules.domain.decision import Decision
from claimrules.text.source import Source

HEAD = """ruleset small.policy "A small policy" {force} counting plain_days timezone "Asia/Seoul" currency KRW rounding half_up
use vocabulary.commerce
source terms "Terms of sale" dated 2026-01-01
"""
FACTS: dict[str, Any] = {
    "claim": {"reason": "change_of_mind"},
    "item": {"price": "1000 KRW", "condition": "unused"},
    "order": {"shipping_paid": "0 KRW"},
    "events": {"delivered": "2026-03-10T10:00+09:00", "claim_filed": None},
}


def decided(declarations: str, force: str = "", **events: str | None) -> Decision:
    """Return the decision on 11 March 2026."""
    ruleset = Ruleset(compile_source(Source("small.claim", HEAD.format(force=force) + declarations)))
    facts = {**FACTS, "events": {**FACTS["events"], **events}}
    return ruleset.decide(facts, datetime.fromisoformat("2026-03-11T10:00+09:00"))
