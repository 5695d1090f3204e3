"""What is on a timeline, and when: every day below is counted by hand from the policy."""

from __future__ import annotations

import json
from datetime import datetime

import pytest

from claimrules import Stack
from claimrules.domain.timeline.shape import Certainty, Entry, LaneKind, Timeline
from tests.unit.timeline.claims import UNUSED, decide, ruleset


def row(entry: Entry) -> tuple[str, str, str, str, str]:
    """Return what matters of an entry."""
    return f"{entry.day:%m-%d}", entry.clock, entry.verb, entry.title, entry.certainty


def rows(timeline: Timeline, title: str) -> list[tuple[str, str, str, str]]:
    """Return the entries of one title, without it."""
    return [(day, clock, verb, sure) for day, clock, verb, found, sure in map(row, timeline.entries) if found == title]


def standing(timeline: Timeline, name: str) -> str:
    """Return where a lane stands."""
    return next(lane.standing for lane in timeline.lanes if lane.name == name)


def test_the_whole_course() -> None:
    """Delivered on 10 March: seven days end on the 17th, fourteen on the 24th, thirty on 9 April; 48 hours elapse."""
    sure, may = Certainty.CERTAIN.value, Certainty.POSSIBLE.value
    assert [row(entry) for entry in decide().timeline.entries] == [
        ("03-08", "", "happens", "placed", sure),
        ("03-10", "15:00", "happens", "delivered", sure),
        ("03-10", "15:00", "opens", "Full refund", sure),
        ("03-10", "15:00", "opens", "Replacement", sure),
        ("03-10", "15:00", "opens", "Time to return", sure),
        ("03-10", "15:00", "opens", "Time by condition", sure),
        ("03-12", "10:00", "happens", "seller contacted", sure),
        ("03-12", "10:00", "opens", "Wait for the seller", sure),
        ("03-12", "10:00", "opens", "Time to answer", sure),
        ("03-14", "10:00", "closes", "Wait for the seller", sure),
        ("03-14", "10:00", "closes", "Time to answer", sure),
        ("03-14", "10:00", "opens", "Go on", sure),
        ("03-17", "end of day", "closes", "Full refund", sure),
        ("03-17", "end of day", "closes", "Replacement", may),
        ("03-17", "end of day", "closes", "Time to return", sure),
        ("03-17", "end of day", "closes", "Time by condition", may),
        ("03-24", "end of day", "closes", "Replacement", may),
        ("03-24", "end of day", "closes", "Time by condition", may),
        ("04-09", "end of day", "closes", "Go on", sure),
    ]


def test_a_possible_end_says_when_it_is_the_one() -> None:
    """Each of several ends names the values that lead to it."""
    found = [entry.words for entry in decide().timeline.entries if entry.title == "Replacement"]
    assert "may close: Replacement (buyer), if item.condition is unused" in found


def test_who_acts() -> None:
    """A remedy is the buyer's, a step whose it is, a window nobody's."""
    actors = {lane.name: lane.actor for lane in decide().timeline.lanes}
    assert actors == {
        "full_refund": "buyer", "replacement": "buyer", "refund": "seller", "wait": "seller", "go_on": "buyer",
        "return_time": "", "by_state": "", "answer_time": "",
    }  # fmt: skip


def test_without_a_needed_fact_a_date_is_conditional() -> None:
    """Nobody says why: the day is known, but not whether the right is there."""
    timeline = decide(reason=None, item=UNUSED).timeline
    conditional = Certainty.CONDITIONAL.value
    assert rows(timeline, "Full refund") == [
        ("03-10", "15:00", "opens", conditional), ("03-17", "end of day", "closes", conditional),
    ]  # fmt: skip
    assert "? end of day    closes, if it applies: Full refund (buyer)" in str(timeline)


BOUND = """
rule dispute "Dispute" when placed
  from 2 days after placed until 15 days after earliest of receipt_confirmed, protection_ended
  grant full_refund cite terms "7"
step late_step "Later" by buyer when placed from earliest of proposal_rejected, 2026-03-20
  until 30 days after placed cite terms "8"
"""


def test_a_bound_is_told_as_a_bound() -> None:
    """Whether receipt was confirmed is not known; protection ends on 2 May, so 15 days later it is closed for certain."""
    timeline = decide(policy=BOUND, complete=False, protection_ended="2026-05-02").timeline
    assert ("05-17", "end of day", "closes", "latest") in rows(timeline, "Full refund")
    assert "closes by now at the latest: Full refund (buyer)" in str(timeline)
    assert ("03-20", "start of day", "opens", "latest") in rows(timeline, "Later")


def test_what_cannot_be_had_has_no_dates() -> None:
    """A remedy that is denied is listed with its reason, and nothing of it opens or closes."""
    timeline = decide(item={**UNUSED, "activated": True}).timeline
    assert rows(timeline, "Replacement") == []
    assert str(timeline).count("Replacement") == 1
    assert "Not to be had\n  buyer: Replacement: denied by worn" in str(timeline)


def test_a_right_that_was_used_stays() -> None:
    """The claim was filed in time: the end of the window asks nothing of anybody any more."""
    timeline = decide("2026-03-30T12:00+09:00", item=UNUSED, claim_filed="2026-03-17T23:59:59+09:00").timeline
    assert (
        standing(timeline, "full_refund")
        == "used in time: it stays available, also after Tuesday 17 March 2026, end of day"
    )
    late = decide("2026-03-30T12:00+09:00", item=UNUSED, claim_filed="2026-03-18T00:00+09:00").timeline
    assert standing(late, "full_refund") == "expired: it was open until Tuesday 17 March 2026, end of day"


def test_duties_run_and_are_done() -> None:
    """Returned on 13 March: the refund is due three days later, when the 16th is over."""
    returned = "2026-03-13T09:00+09:00"
    due = decide("2026-03-14T12:00+09:00", item=UNUSED, returned=returned).timeline
    assert rows(due, "Pay the refund") == [
        ("03-13", "09:00", "opens", "certain"), ("03-16", "end of day", "closes", "certain"),
    ]  # fmt: skip
    assert "end of day    is due: Pay the refund (seller)" in str(due)
    done = decide("2026-03-15T12:00+09:00", item=UNUSED, returned=returned, refunded="2026-03-15T09:00+09:00").timeline
    assert "end of day    is due: Pay the refund (seller), done" in str(done)


def test_what_has_no_date_is_listed() -> None:
    """A duty that waits for an event is told without a date."""
    assert "Without a closing date\n  seller: Pay the refund: not due yet, it waits for: returned" in str(
        decide().timeline
    )


def test_a_window_that_is_never_open_is_not_there() -> None:
    """It closes before it opens."""
    assert "Never open" not in str(decide().timeline)


@pytest.mark.parametrize(
    ("at", "before", "after"),
    [
        ("2026-03-14T10:00+09:00", "opens: Go on", "closes: Full refund"),
        ("2026-03-14T09:59:59.999999+09:00", "opens: Time to answer", "closes: Wait for the seller"),
    ],
)
def test_now_stands_in_its_place(at: str, before: str, after: str) -> None:
    """What falls on the instant of decision lies behind it."""
    words = str(decide(at).timeline)
    assert words.index(before) < words.index("──── now ────") < words.index(after)


def test_events_to_come_are_given_not_told() -> None:
    """A promised day is the end of a time: given as a date, it belongs to that day; it lies ahead."""
    timeline = decide(promised_delivery="2026-03-20").timeline
    (entry,) = [entry for entry in timeline.entries if entry.title == "promised delivery"]
    assert (entry.day.day, entry.clock, entry.words) == (20, "end of day", "promised delivery, as given")


def test_it_says_what_it_takes_as_given() -> None:
    """Nothing else is assumed to happen, in words and in data."""
    timeline = decide().timeline
    assert timeline.assumes.startswith("It is assumed that nothing else happens")
    assert timeline.assumes in str(timeline)
    data = json.loads(json.dumps(timeline.to_dict()))
    assert (data["format"], data["assumes"]) == ("claimrules.timeline/1", timeline.assumes)
    assert data["entries"][-1]["at"] == "2026-04-10T00:00:00+09:00"
    assert data["lanes"][0]["kind"] == "remedy"


def test_the_next_step_is_marked() -> None:
    """The step that the decision recommends says so."""
    assert standing(decide().timeline, "wait") == "to do next: open until Saturday 14 March 2026, 10:00"
    assert standing(decide().timeline, "go_on") == (
        "not yet, from Saturday 14 March 2026, 10:00 until Thursday 9 April 2026, end of day"
    )


def test_remedies_of_one_kind_are_told_apart() -> None:
    """A refund as a right with a return, and one at discretion without."""
    policy = """
rule kept "Kept" when delivered within 10 days after delivered may grant full_refund without return cite terms "9"
rule back "Back" when delivered within 20 days after delivered grant full_refund with return cite terms "9"
"""
    closing = [entry for entry in decide(policy=policy).timeline.entries if entry.verb == "closes"]
    assert [(entry.day.day, entry.title) for entry in closing] == [
        (20, "Full refund, the goods are kept, at the other side's discretion"),
        (30, "Full refund, the goods go back"),
    ]


def test_layers_stand_beside_each_other() -> None:
    """Each layer has its lanes, each event is there once; days of another zone are named as such."""
    facts = {
        "claim": {"reason": "change_of_mind"}, "item": {"price": "50000 KRW", "condition": "unused", "value_reduced": False},
        "events": {"placed": "2026-03-08T09:00+09:00", "delivered": "2026-03-10T15:00+09:00"}, "events_complete": True,
    }  # fmt: skip
    stack = Stack(["examples.law_of_14_days", "examples.shop_of_7_days"])
    timeline = stack.decide(facts, at=datetime.fromisoformat("2026-03-12T12:00+09:00")).timeline
    refunds = [(lane.layer, lane.closes) for lane in timeline.lanes if lane.kind is LaneKind.REMEDY]
    assert refunds == [
        ("law examples.law_of_14_days", datetime.fromisoformat("2026-03-25T00:00+09:00")),
        ("seller examples.shop_of_7_days", datetime.fromisoformat("2026-03-18T00:00+09:00")),
    ]
    assert [entry.title for entry in timeline.entries if entry.verb == "happens"] == ["placed", "delivered"]
    assert "closes: Full refund (buyer, under law examples.law_of_14_days)" in str(timeline)
    assert timeline.svg().count("Full refund</text>") == 2


def test_days_of_another_zone_are_named() -> None:
    """The end of a day in Seoul is in the morning of that day in Los Angeles."""
    head = 'ruleset west "West" counting plain_days timezone "America/Los_Angeles" layer category use vocabulary.commerce\n'
    stack = Stack([ruleset(), ruleset('source s "S" dated 2026-01-01 checked 2026-01-01', head)])
    facts = {
        "claim": {"reason": "change_of_mind"}, "item": UNUSED, "events_complete": True,
        "events": {"placed": "2026-03-08T09:00+09:00", "delivered": "2026-03-10T15:00+09:00"},
    }  # fmt: skip
    timeline = stack.decide(facts, at=datetime.fromisoformat("2026-03-12T12:00+09:00")).timeline
    (closing,) = [e for e in timeline.entries if e.title == "Full refund" and e.verb == "closes"]
    assert (closing.day.day, closing.clock) == (17, "08:00")
    assert "(Tue 17 Mar, end of day, in Asia/Seoul)" in closing.words
