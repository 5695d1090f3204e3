"""Timeline → an iCalendar file (RFC 5545): a short event at the end of each time that lies ahead, with alarms."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, timedelta
from hashlib import sha256
from importlib.metadata import version
from typing import TYPE_CHECKING, Final

from claimrules.domain.printable import printable
from claimrules.domain.timeline.missing_extra import MissingExtraError
from claimrules.domain.timeline.shape import Certainty, Entry, Lane, LaneKind, Timeline, Verb
from claimrules.domain.timeline.text import needs_words
from claimrules.domain.urgency import CLOSE

if TYPE_CHECKING:
    from icalendar import Alarm, Calendar, Event

#: An event is the last minute of its time, so that it lies on the last day wherever the calendar is read.
_MINUTE: Final = timedelta(minutes=1)
_ALARMS: Final = ((CLOSE, "3 days left"), (timedelta(days=1), "24 hours left"))
_UNSURE: Final = {
    Certainty.CONDITIONAL: "It is not known yet whether this applies.",
    Certainty.POSSIBLE: "This is one of several days on which it may close.",
    Certainty.LATEST: "The day is not known yet: it is no later than this, and may be earlier.",
}


def calendar_file(timeline: Timeline, claim: str) -> bytes:
    """Return the closings that ask somebody to act and lie after the instant of decision, the soonest first.

    Args:
        timeline: the course of the claim.
        claim: what it is called; with the ruleset and what closes it makes each event's identity, so that a later
            file of the same claim takes the place of an earlier one.

    Raises:
        MissingExtraError: the package `icalendar` is not installed.
    """
    calendar = _empty()
    for entry, lane, identity in closings_ahead(timeline):
        calendar.add_component(_event(timeline, entry, lane, claim, identity))
    return bytes(calendar.to_ical())


def closings_ahead(timeline: Timeline) -> Iterator[tuple[Entry, Lane, str]]:
    """Yield the entries that go into a calendar, each with its lane and what tells it from every other entry."""
    lanes = {lane.key: lane for lane in timeline.lanes if lane.kind is not LaneKind.WINDOW and not lane.is_over_with}
    for entry in timeline.entries:
        if entry.verb is Verb.CLOSES and entry.at > timeline.at and entry.key in lanes:
            is_one_of = entry.certainty is Certainty.POSSIBLE
            yield entry, lanes[entry.key], f"{entry.key} {entry.day}" if is_one_of else entry.key


def _empty() -> Calendar:
    try:
        from icalendar import Calendar
    except ImportError:
        raise MissingExtraError("calendar files", "icalendar", "calendar") from None
    calendar = Calendar()
    calendar.add("prodid", f"-//claimrules//claimrules {version('claimrules')}//EN")
    calendar.add("version", "2.0")
    return calendar


def _event(timeline: Timeline, entry: Entry, lane: Lane, claim: str, identity: str) -> Event:
    from icalendar import Event

    closes = entry.at.astimezone(UTC).replace(microsecond=0)
    decided = timeline.at.astimezone(UTC).replace(microsecond=0)
    summary = printable(f"{_says(entry, lane)}: {entry.title} ({claim})")
    event = Event()
    event.add("uid", f"{_digest(timeline.ruleset, claim, identity)}@claimrules")
    event.add("dtstamp", decided)
    event.add("dtstart", closes - _MINUTE)
    event.add("dtend", closes)
    event.add("summary", summary)
    event.add("description", "\n".join(map(printable, _description(timeline, entry, lane))))
    event.add("status", "CONFIRMED" if entry.certainty is Certainty.CERTAIN else "TENTATIVE")
    event.add("transp", "TRANSPARENT")
    for before, words in _ALARMS:
        event.add_component(_alarm(before, f"{words}: {summary}"))
    return event


def _alarm(before: timedelta, words: str) -> Alarm:
    """Return an alarm so long before the last minute begins."""
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words)
    alarm.add("trigger", -before)
    return alarm


def _says(entry: Entry, lane: Lane) -> str:
    word = "Due" if lane.kind is LaneKind.DUTY else "Closes"
    return word if entry.certainty is Certainty.CERTAIN else f"{word} (not certain)"


def _description(timeline: Timeline, entry: Entry, lane: Lane) -> Iterator[str]:
    day = f"{entry.day:%A} {entry.day.day} {entry.day:%B %Y}"
    yield f"Last moment: {day}, {entry.clock} ({timeline.zone})."
    yield f"Who acts: {entry.actor or 'not said'}."
    yield f"{lane.title}: {lane.standing}."
    if entry.certainty is not Certainty.CERTAIN:
        yield f"{_UNSURE[entry.certainty]} {entry.words}."
    if lane.needs:
        yield f"It depends on: {needs_words(lane.needs)}."
    yield f"{timeline.title}, as of {timeline.at.isoformat()}. {timeline.assumes}"
    yield "Information, not legal advice."


def _digest(*parts: str) -> str:
    return sha256("\n".join(parts).encode(errors="replace")).hexdigest()[:32]
