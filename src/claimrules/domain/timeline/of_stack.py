"""The decisions of several layers → one timeline: each event once, the lanes of each layer under its name."""

from __future__ import annotations

from attrs import evolve

from claimrules.domain.stack_decision import StackDecision
from claimrules.domain.timeline.entries import Dates
from claimrules.domain.timeline.lanes import lanes_of
from claimrules.domain.timeline.shape import Lane, Timeline


def timeline_of_stack(stack: StackDecision) -> Timeline:
    """Return what happened, opens and closes in all layers, in days of the zone that the stack's decision has."""
    zone = stack.decisions[-1].decision.zone
    happenings = {event.name: event for layer in reversed(stack.decisions) for event in layer.decision.happenings}
    lanes = tuple(
        _under(f"{layer.layer} {layer.ruleset}", lane) for layer in stack.decisions for lane in lanes_of(layer.decision)
    )
    entries = Dates(zone).entries(happenings.values(), lanes, stack.at)
    title = " over ".join(layer.decision.title for layer in stack.decisions)
    rulesets = ",".join(layer.ruleset for layer in stack.decisions)
    return Timeline(rulesets, title, stack.at, zone, entries, lanes)


def _under(giver: str, lane: Lane) -> Lane:
    return evolve(lane, key=f"{giver} {lane.key}", layer=giver)
