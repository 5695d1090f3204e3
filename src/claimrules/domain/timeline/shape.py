"""A timeline: lanes of what opens and closes, and their ends with the events among them, in order."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Final

from attrs import frozen

from claimrules.domain.deadline import PossibleEnd

#: What every timeline takes as given.
ASSUMES: Final = "It is assumed that nothing else happens: whatever happens later can change what follows."


class LaneKind(StrEnum):
    """What opens and closes."""

    REMEDY = "remedy"
    DUTY = "duty"
    STEP = "step"
    WINDOW = "window"


class Certainty(StrEnum):
    """How sure an entry is."""

    CERTAIN = "certain"
    #: The date is known, but not whether what it belongs to applies at all.
    CONDITIONAL = "conditional"
    #: One of several dates.
    POSSIBLE = "possible"
    #: A bound: the date is not known, but it is no later than this.
    LATEST = "latest"


class Verb(StrEnum):
    """What an entry tells."""

    HAPPENS = "happens"
    OPENS = "opens"
    CLOSES = "closes"


@frozen
class Lane:
    """One remedy, duty, step or window with its time.

    Args:
        key: what tells it from every other lane, whatever happens.
        actor: who acts; empty where nobody does.
        standing: status and time, for people.
        opens, closes: closes excluded; None where there is no such end, or where it is not known.
        is_open_ended: it is known that no closing time is set yet.
        opens_no_later_than, no_later_than: bounds on `opens` and `closes` when these are not known.
        possible: every end there can be, where these can be listed.
        done_at: when a duty was done.
        is_settled: it is known that it applies.
        is_barred: it is known that it cannot be had.
        is_over_with: it was used or done, so that its end asks nothing of anybody any more.
        zone: where its days begin and end.
        layer: the layer and the ruleset, of rulesets that are stacked.
    """

    kind: LaneKind
    key: str
    name: str
    title: str
    actor: str
    status: str
    standing: str
    opens: datetime | None
    closes: datetime | None
    is_open_ended: bool
    zone: str
    no_later_than: datetime | None = None
    opens_no_later_than: datetime | None = None
    possible: tuple[PossibleEnd, ...] = ()
    done_at: datetime | None = None
    is_settled: bool = True
    is_barred: bool = False
    is_over_with: bool = False
    needs: tuple[str, ...] = ()
    layer: str = ""


@frozen
class Entry:
    """One point of the timeline.

    Args:
        at: the instant, in the timeline's zone.
        day: the day it belongs to: of a closing at the end of a day, that day.
        clock: the time of that day in words; empty where only the day is known.
        title: what happens, opens or closes.
        actor: who acts; empty where nobody does.
        words: the whole of it as a sentence.
        key: the key of its lane; of an event, its name.
    """

    at: datetime
    day: date
    clock: str
    verb: Verb
    certainty: Certainty
    title: str
    actor: str
    words: str
    key: str


@frozen
class Timeline:
    """The course of a claim from its first event to the last closing, as it is known at an instant.

    Args:
        at: the instant it was decided for.
        zone: where its days begin and end.
        entries: in order of time; at one instant what closes goes first, what opens last.
        lanes: remedies, duties, steps, windows.
        assumes: what it takes as given, for people.
    """

    ruleset: str
    title: str
    at: datetime
    zone: str
    entries: tuple[Entry, ...]
    lanes: tuple[Lane, ...]
    assumes: str = ASSUMES

    def svg(self) -> str:
        """Return it as a picture that needs nothing else: SVG, with a title and a description for those who cannot see."""
        from claimrules.domain.timeline.picture import picture

        return picture(self)

    def html(self) -> str:
        """Return the picture as a part of a page, which a narrow page can scroll."""
        return f'<div style="overflow-x: auto">{self.svg()}</div>'

    def ics(self, claim: str) -> bytes:
        """Return the closings that lie ahead as an iCalendar file, each with alarms three days and one day before.

        Args:
            claim: what the claim is called, such as the number of the order; a calendar tells claims apart by it.

        Raises:
            MissingExtraError: the package `icalendar` is not installed.
        """
        from claimrules.domain.timeline.calendar import calendar_file

        return calendar_file(self, claim)

    def to_dict(self) -> dict[str, object]:
        """Return plain data for JSON: instants and days in ISO 8601."""
        from claimrules.domain.plain_data import plain_timeline

        return plain_timeline(self)

    def _repr_html_(self) -> str:
        return self.html()

    def __str__(self) -> str:
        from claimrules.domain.timeline.text import timeline_text

        return timeline_text(self)
