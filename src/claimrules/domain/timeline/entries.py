"""Lanes and events → entries in order of time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Final

from attrs import frozen

from claimrules.domain.deadline_text import when_words
from claimrules.domain.happenings import Happening
from claimrules.domain.instants import just_before
from claimrules.domain.timeline.shape import Certainty, Entry, Lane, LaneKind, Verb
from claimrules.domain.zones import zone_named

_ORDER: Final = (Verb.CLOSES, Verb.HAPPENS, Verb.OPENS)
#: How a lane says that it opens or closes, where that is certain and where it is not.
_SAYS: Final = {
    (Verb.OPENS, Certainty.CERTAIN): "opens",
    (Verb.OPENS, Certainty.CONDITIONAL): "opens, if it applies",
    (Verb.OPENS, Certainty.LATEST): "opens by now at the latest",
    (Verb.CLOSES, Certainty.CERTAIN): "closes",
    (Verb.CLOSES, Certainty.CONDITIONAL): "closes, if it applies",
    (Verb.CLOSES, Certainty.LATEST): "closes by now at the latest",
    (Verb.CLOSES, Certainty.POSSIBLE): "may close",
}
_DUTY_SAYS: Final = {
    (Verb.OPENS, Certainty.CERTAIN): "can be asked for",
    (Verb.OPENS, Certainty.CONDITIONAL): "can be asked for, if it is owed",
    (Verb.CLOSES, Certainty.CERTAIN): "is due",
    (Verb.CLOSES, Certainty.CONDITIONAL): "is due, if it is owed",
    (Verb.CLOSES, Certainty.LATEST): "is due by now at the latest",
    (Verb.CLOSES, Certainty.POSSIBLE): "may be due",
}


@frozen
class Dates:
    """Turns instants into days and clocks of one zone."""

    zone: str

    def entries(self, happenings: Iterable[Happening], lanes: Iterable[Lane], at: datetime) -> tuple[Entry, ...]:
        """Return an entry for each event and each end of a lane that can be had, in order."""
        found = [self._event(happening, at) for happening in happenings]
        found += [entry for lane in lanes if not lane.is_barred for entry in self._of_lane(lane)]
        return tuple(sorted(found, key=lambda entry: (entry.at, _ORDER.index(entry.verb), entry.day)))

    def _event(self, event: Happening, at: datetime) -> Entry:
        moment = event.at.astimezone(zone_named(self.zone))
        day, clock = _place(moment, Verb.CLOSES if event.is_end else Verb.HAPPENS)
        title = event.name.replace("_", " ")
        words = f"{title}, as given" if event.at > at else title
        clock = "" if event.is_only_a_day and not event.is_end else clock
        return Entry(moment, day, clock, Verb.HAPPENS, Certainty.CERTAIN, title, "", words, event.name)

    def _of_lane(self, lane: Lane) -> Iterator[Entry]:
        known = Certainty.CERTAIN if lane.is_settled else Certainty.CONDITIONAL
        if lane.opens is not None:
            yield self._end(lane, lane.opens, Verb.OPENS, known)
        elif lane.opens_no_later_than is not None:
            yield self._end(lane, lane.opens_no_later_than, Verb.OPENS, Certainty.LATEST)
        if lane.closes is not None:
            yield self._end(lane, lane.closes, Verb.CLOSES, known)
        elif lane.possible:
            for end in lane.possible:
                if end.earliest is not None:
                    when = "; ".join(when_words(*pair) for pair in end.when if pair[1] != ("any",))
                    yield self._end(lane, end.earliest, Verb.CLOSES, Certainty.POSSIBLE, when)
        elif lane.no_later_than is not None:
            yield self._end(lane, lane.no_later_than, Verb.CLOSES, Certainty.LATEST)

    def _end(self, lane: Lane, at: datetime, verb: Verb, certainty: Certainty, when: str = "") -> Entry:
        moment = at.astimezone(zone_named(self.zone))
        says = (_DUTY_SAYS if lane.kind is LaneKind.DUTY else _SAYS)[verb, certainty]
        note = f"{f', if {when}' if when else ''}{_over_with(lane, verb)}{_elsewhere(lane, at, verb, self.zone)}"
        who = ", under ".join(filter(None, (lane.actor, lane.layer)))
        words = f"{says}: {lane.title}{f' ({who})' if who else ''}{note}"
        return Entry(moment, *_place(moment, verb), verb, certainty, lane.title, lane.actor, words, lane.key)


def _over_with(lane: Lane, verb: Verb) -> str:
    return f", {lane.status.replace('_', ' ')}" if verb is Verb.CLOSES and lane.is_over_with else ""


def _elsewhere(lane: Lane, at: datetime, verb: Verb, zone: str) -> str:
    """Return the day in the lane's own zone, where that is another one."""
    if lane.zone == zone:
        return ""
    day, clock = _place(at.astimezone(zone_named(lane.zone)), verb)
    return f" ({day:%a} {day.day} {day:%b}, {clock}, in {lane.zone})"


def _place(moment: datetime, verb: Verb) -> tuple[date, str]:
    """Return the day an instant belongs to, and the time of that day in words."""
    before = just_before(moment)
    is_edge = before.date() != moment.date()
    if is_edge and verb is Verb.CLOSES:
        return before.date(), "end of day"
    return moment.date(), "start of day" if is_edge and verb is Verb.OPENS else f"{moment:%H:%M}"
