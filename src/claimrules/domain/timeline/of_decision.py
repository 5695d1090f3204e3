"""A decision → its timeline."""

from __future__ import annotations

from claimrules.domain.decision import Decision
from claimrules.domain.timeline.entries import Dates
from claimrules.domain.timeline.lanes import lanes_of
from claimrules.domain.timeline.shape import Timeline


def timeline_of(decision: Decision) -> Timeline:
    """Return what happened, opens and closes, as far as the decision tells it."""
    lanes = lanes_of(decision)
    entries = Dates(decision.zone).entries(decision.happenings, lanes, decision.at)
    return Timeline(decision.ruleset, decision.title, decision.at, decision.zone, entries, lanes)
