"""Windows of a small policy, decided."""

from __future__ import annotations

from datetime import datetime
from functools import cache

from claimrules.api import Ruleset
from claimrules.compiler.pipeline import compile_source
from claimrules.domain.deadline import Deadline
from claimrules.domain.decision import Decision
from claimrules.text.source import Source

HEAD = """ruleset small.policy "A small policy" counting {counting} timezone "{zone}"
use vocabulary.commerce
source terms "Terms of sale" dated 2026-01-01
convention same_time like plain_days ends at same_time
"""
RULE = '\nrule refund when claim.reason is change_of_mind within w grant full_refund cite terms "1"'


@cache
def policy(windows: str, counting: str = "plain_days", zone: str = "Europe/Berlin") -> Ruleset:
    """Return a policy of windows, the last of them `w`, with a refund inside it."""
    return Ruleset(compile_source(Source("small.claim", HEAD.format(counting=counting, zone=zone) + windows + RULE)))


def decided(ruleset: Ruleset, at: str = "2026-06-01T12:00+02:00", **events: str | None) -> Decision:
    """Return the decision about a change of mind that was not filed yet, after events."""
    facts = {"claim": {"reason": "change_of_mind"}, "events": {"claim_filed": None, **events}}
    return ruleset.decide(facts, datetime.fromisoformat(at))


def window(ruleset: Ruleset, **events: str | None) -> Deadline:
    """Return the window `w` after events."""
    return decided(ruleset, **events).deadlines[-1]
