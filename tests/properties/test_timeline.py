"""Timelines of claims at the edges of rulesets: all that opens and closes is there, nothing else is, and it can be read."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from claimrules import load
from claimrules.domain.decision import Decision
from claimrules.domain.instants import just_before
from claimrules.domain.timeline.calendar import closings_ahead
from claimrules.domain.timeline.shape import Certainty, Timeline, Verb
from claimrules.testing import claims
from tests.unit.timeline.claims import ruleset
from tests.unit.timeline.drawings import outside, overlaps, parsed

RULESETS = {"shop": ruleset(), "aliexpress": load("aliexpress")}
each_ruleset = pytest.mark.parametrize("name", RULESETS)
few = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
NOT_TO_BE_HAD = ("denied", "unavailable")


def drawn(data: st.DataObject, name: str) -> Decision:
    """Return the decision of a claim at the edges of a ruleset."""
    claim = data.draw(claims(RULESETS[name]))
    return RULESETS[name].decide(claim.facts, claim.at)


def told(decision: Decision) -> set[object]:
    """Return every instant that the decision tells of what is on its timeline."""
    parts = (*decision.remedies, *decision.duties, *decision.steps, *decision.deadlines)
    found = {getattr(part, end, None) for part in parts for end in ("opens", "closes", "no_later_than")}
    found |= {duty.deadline.no_later_than for duty in decision.duties}
    found |= {step.opens_no_later_than for step in decision.steps}
    deadlines = (*decision.deadlines, *(duty.deadline for duty in decision.duties))
    reasons = tuple(reason.deadline for reason in decision.reasons if reason.deadline)
    found |= {end.earliest for deadline in (*deadlines, *reasons) for end in deadline.possible}
    return found | {happening.at for happening in decision.happenings}


def has(timeline: Timeline, verb: Verb, at: object, title: str) -> bool:
    """Tell whether something opens or closes at an instant."""
    return any(entry.verb is verb and entry.at == at and entry.title.startswith(title) for entry in timeline.entries)


@each_ruleset
@few
@given(data=st.data())
def test_everything_is_there_in_order_and_nothing_else(data: st.DataObject, name: str) -> None:
    """Each deadline of a remedy and of a duty is an entry, each entry is an instant that the decision tells."""
    decision = drawn(data, name)
    timeline = decision.timeline
    instants = [entry.at for entry in timeline.entries]
    assert instants == sorted(instants)
    assert {entry.at for entry in timeline.entries} <= told(decision)
    for remedy in decision.remedies:
        if remedy.status not in NOT_TO_BE_HAD:
            assert remedy.opens is None or has(timeline, Verb.OPENS, remedy.opens, remedy.title)
            assert remedy.closes is None or has(timeline, Verb.CLOSES, remedy.closes, remedy.title)
    for duty in decision.duties:
        assert duty.opens is None or has(timeline, Verb.OPENS, duty.opens, duty.title)
        assert duty.closes is None or has(timeline, Verb.CLOSES, duty.closes, duty.title)
    assert [e.key for e in timeline.entries if e.verb is Verb.HAPPENS] == [h.name for h in decision.happenings]
    assert len({lane.key for lane in timeline.lanes}) == len(timeline.lanes)


@each_ruleset
@few
@given(data=st.data())
def test_nothing_unknown_is_certain(data: st.DataObject, name: str) -> None:
    """What hangs on a missing fact is never a certain entry, and the day of a closing is the last one inside."""
    decision = drawn(data, name)
    timeline = decision.timeline
    unsure = {lane.key for lane in timeline.lanes if not lane.is_settled}
    assert not [e for e in timeline.entries if e.key in unsure and e.certainty is Certainty.CERTAIN]
    ends = {lane.key: lane.closes for lane in timeline.lanes}
    for entry in timeline.entries:
        if entry.verb is Verb.CLOSES:
            is_known = ends[entry.key] is not None
            assert is_known == (entry.certainty in {Certainty.CERTAIN, Certainty.CONDITIONAL})
            assert entry.day == just_before(entry.at).date() or entry.clock == f"{entry.at:%H:%M}"


@each_ruleset
@few
@given(data=st.data())
def test_it_can_be_read_and_repeated(data: st.DataObject, name: str) -> None:
    """No words stand in others or leave the picture; the calendar reads back; the same decision gives the same bytes."""
    decision = drawn(data, name)
    timeline, again = decision.timeline, decision.timeline
    picture, calendar = timeline.svg(), timeline.ics("a")
    assert (picture, calendar, str(timeline)) == (again.svg(), again.ics("a"), str(again))
    root = parsed(picture)
    assert overlaps(root) == []
    assert outside(root) == []
    events = [part for part in Calendar.from_ical(calendar).subcomponents if part.name == "VEVENT"]
    assert len({str(event["uid"]) for event in events}) == len(events) == len(list(closings_ahead(timeline)))
