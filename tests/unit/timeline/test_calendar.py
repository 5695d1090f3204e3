"""The calendar file, read back by the package that others use."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Event

from claimrules.domain.decision import Decision
from tests.unit.timeline.claims import UNUSED, decide

SEOUL = ZoneInfo("Asia/Seoul")


def events(decision: Decision, claim: str = "order 1") -> list[Event]:
    """Return the events of a decision's calendar."""
    calendar = Calendar.from_ical(decision.timeline.ics(claim))
    assert str(calendar["version"]) == "2.0"
    return [part for part in calendar.subcomponents if part.name == "VEVENT"]


def event(decision: Decision, title: str) -> Event:
    """Return the one event whose summary has these words."""
    (found,) = [one for one in events(decision) if title in str(one["summary"])]
    return found


def test_a_closing_at_the_end_of_a_day_lies_on_that_day() -> None:
    """Seven days after 10 March end with the 17th: the event is its last minute, wherever it is shown."""
    closing = event(decide(item=UNUSED), "Full refund")
    start, end = closing.decoded("dtstart"), closing.decoded("dtend")
    assert start.astimezone(SEOUL) == datetime(2026, 3, 17, 23, 59, tzinfo=SEOUL)
    assert end == datetime(2026, 3, 17, 15, 0, tzinfo=UTC)
    assert str(closing["summary"]) == "Closes: Full refund (order 1)"
    assert "Last moment: Tuesday 17 March 2026, end of day (Asia/Seoul)." in str(closing["description"])
    assert "It is assumed that nothing else happens" in str(closing["description"])
    assert str(closing["status"]) == "CONFIRMED"


def test_alarms() -> None:
    """Three days and one day before the last minute."""
    alarms = [part for part in event(decide(item=UNUSED), "Full refund").subcomponents if part.name == "VALARM"]
    assert [alarm.decoded("trigger") for alarm in alarms] == [timedelta(days=-3), timedelta(days=-1)]
    assert all(str(alarm["action"]) == "DISPLAY" and str(alarm["description"]) for alarm in alarms)


def test_one_event_a_closing_that_asks_somebody_to_act() -> None:
    """Remedies, steps and duties, not windows; nothing that is over."""
    found = [str(one["summary"]) for one in events(decide(item=UNUSED))]
    assert found == [
        "Closes: Wait for the seller (order 1)", "Closes: Full refund (order 1)", "Closes: Replacement (order 1)",
        "Closes: Go on (order 1)",
    ]  # fmt: skip
    later = decide("2026-03-18T00:00+09:00", item=UNUSED)
    assert [str(one["summary"]) for one in events(later)] == ["Closes: Go on (order 1)"]


def test_what_was_used_or_done_needs_no_alarm() -> None:
    """A claim that was filed, a refund that was paid."""
    decision = decide(
        "2026-03-14T12:00+09:00", item=UNUSED, claim_filed="2026-03-13T12:00+09:00", returned="2026-03-13T09:00+09:00",
        refunded="2026-03-14T09:00+09:00", seller_answered="2026-03-13T08:00+09:00",
    )  # fmt: skip
    assert events(decision) == []


def test_a_duty_is_due() -> None:
    """Returned on 13 March: the seller's three days end with the 16th."""
    closing = event(
        decide(item=UNUSED, returned="2026-03-13T09:00+09:00", at="2026-03-13T12:00+09:00"), "Pay the refund"
    )
    assert str(closing["summary"]).startswith("Due: ")
    assert closing.decoded("dtend") == datetime(2026, 3, 16, 15, 0, tzinfo=UTC)
    assert "Who acts: seller." in str(closing["description"])


def test_what_is_not_certain_is_tentative() -> None:
    """Each of several ends stands there, says that it is one of several, and when it is the one."""
    found = [one for one in events(decide()) if "Replacement" in str(one["summary"])]
    assert [one.decoded("dtend").astimezone(SEOUL).day for one in found] == [18, 25]  # the first instants outside
    assert {str(one["status"]) for one in found} == {"TENTATIVE"}
    assert "one of several days" in str(found[0]["description"])
    assert "if item.condition is unused" in str(found[0]["description"])
    assert "(not certain)" in str(event(decide(item=UNUSED, reason=None), "Full refund")["summary"])


def test_identities_are_stable() -> None:
    """A day later the same closing is the same event; another claim's is another, and so is another's of the claim."""
    now, later = decide(item=UNUSED), decide("2026-03-13T12:00+09:00", item=UNUSED)
    first, second = event(now, "Full refund"), event(later, "Full refund")
    assert str(first["uid"]) == str(second["uid"])
    assert first.decoded("dtstamp") == datetime(2026, 3, 12, 3, 0, tzinfo=UTC)
    assert second.decoded("dtstamp") == datetime(2026, 3, 13, 3, 0, tzinfo=UTC)
    identities = [str(one["uid"]) for one in (*events(now), *events(now, "order 2"))]
    assert len(set(identities)) == len(identities) == 8


def test_the_same_claim_gives_the_same_bytes() -> None:
    """Nothing but the claim and the instant of decision goes into the file."""
    assert decide().timeline.ics("a") == decide().timeline.ics("a")


@pytest.mark.parametrize(
    "claim", ["x\r\nBEGIN:VALARM\r\nACTION:EMAIL", "a;b,c\\n:\"'", "\x00\u202e", "주문 1", "y" * 500]
)
def test_hostile_names_stay_names(claim: str) -> None:
    """The name of a claim can add no line to the file."""
    found = events(decide(item=UNUSED), claim)
    assert len(found) == 4
    assert all(len(one.subcomponents) == 2 for one in found)
    assert all("\r" not in str(one["summary"]) and "\n" not in str(one["summary"]) for one in found)


def test_a_closing_inside_a_second_is_never_told_too_late() -> None:
    """A calendar has no parts of a second: the end is rounded down."""
    decision = decide(item=UNUSED, seller_contacted="2026-03-12T10:00:00.999999+09:00")
    assert event(decision, "Wait for the seller").decoded("dtend") == datetime(2026, 3, 14, 1, 0, tzinfo=UTC)
