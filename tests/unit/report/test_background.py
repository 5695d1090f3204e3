"""The parts of a report that an answer rests on."""

from __future__ import annotations

from datetime import datetime

from claimrules.domain.report.of_decision import report, screen
from tests.unit.timeline.claims import AT, EVENTS, UNUSED, ruleset

FACTS = {
    "claim": {"reason": "change_of_mind", "evidence": ["photo", "receipt"]},
    "item": UNUSED,
    "order": {"number": None, "lines": [{"price": "50000 KRW"}, {"price": "3000 KRW", "opened": True}]},
    "events": EVENTS,
}
DECISION = ruleset().decide(FACTS, at=datetime.fromisoformat(AT))


def test_what_was_told_is_told_by_its_path() -> None:
    """Each fact has its path; yes, no and what is not known have their words; events are on the timeline."""
    (told,) = (section for section in report(DECISION).sections if section.heading == "What was told")
    assert told.blocks[0].pairs == (
        ("claim.reason", "change_of_mind"),
        ("claim.evidence", "photo, receipt"),
        ("item.condition", "unused"),
        ("item.activated", "no"),
        ("item.price", "50000 KRW"),
        ("order.number", "not known"),
        ("order.lines 1.price", "50000 KRW"),
        ("order.lines 2.price", "3000 KRW"),
        ("order.lines 2.opened", "yes"),
    )


def test_the_course_has_every_entry_of_the_timeline() -> None:
    """The table beside the picture says all that the picture shows, for those who cannot see it."""
    (course,) = (section for section in report(DECISION).sections if section.heading == "The course of the claim")
    rows = course.blocks[1].rows
    assert [words for _, words in rows] == [entry.words for entry in DECISION.timeline.entries]
    assert ("2026-03-17 end of day", "closes: Full refund (buyer)") in rows


def test_the_step_comes_first_in_a_report() -> None:
    """What is kept or sent begins with what to do; a screen begins with what may be asked for."""
    assert report(DECISION).sections[0].heading == "What to do next"
    assert screen(DECISION).sections[0].heading == "What the buyer may ask for"
