"""Timeline → plain text: day by day, then what has no date yet and what cannot be had."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from claimrules.domain.instants import at_words
from claimrules.domain.printable import printable
from claimrules.domain.timeline.shape import Certainty, Entry, Lane, LaneKind, Timeline, Verb

_CLOCK_WIDTH, _FEW = 12, 4


def timeline_text(timeline: Timeline) -> str:
    """Return the course of a claim in words, for a terminal of any width."""
    return "\n".join(printable(line) for line in _lines(timeline))


def _lines(timeline: Timeline) -> Iterator[str]:
    yield f"{timeline.title}: timeline"
    yield f"As of {at_words(timeline.at)}; days and times of {timeline.zone}."
    yield timeline.assumes
    if any(entry.certainty is not Certainty.CERTAIN for entry in timeline.entries):
        yield "A line with ? is not certain."
    for day, found in groupby(_with_now(timeline), key=lambda line: line[0]):
        yield ""
        yield f"{day:%a} {day.day} {day:%b %Y}"
        yield from (line for _, line in found)
    closing = {entry.key for entry in timeline.entries if entry.verb is Verb.CLOSES}
    named = [lane for lane in timeline.lanes if lane.kind is not LaneKind.WINDOW]
    yield from _section(
        "Without a closing date", (lane for lane in named if lane.key not in closing and not lane.is_barred)
    )
    yield from _section("Not to be had", (lane for lane in named if lane.is_barred))
    yield ""
    yield "This is information, not legal advice."


def _with_now(timeline: Timeline) -> Iterator[tuple[date, str]]:
    """Yield a line for each entry, with the instant of decision in its place: what falls on it lies behind it."""
    past = [entry for entry in timeline.entries if entry.at <= timeline.at]
    yield from ((entry.day, _line(entry)) for entry in past)
    yield timeline.at.date(), f"  {f'{timeline.at:%H:%M}':{_CLOCK_WIDTH}}  ──── now ────"
    yield from ((entry.day, _line(entry)) for entry in timeline.entries[len(past) :])


def _line(entry: Entry) -> str:
    mark = " " if entry.certainty is Certainty.CERTAIN else "?"
    return f"{mark} {entry.clock:{_CLOCK_WIDTH}}  {entry.words}"


def _section(heading: str, lanes: Iterable[Lane]) -> Iterator[str]:
    lines = [line for lane in lanes for line in _lane(lane)]
    if lines:
        yield ""
        yield heading
        yield from lines


def _lane(lane: Lane) -> Iterator[str]:
    who = f"{lane.actor}: " if lane.actor else ""
    yield f"  {who}{lane.title}: {lane.standing}{f' (under {lane.layer})' if lane.layer else ''}"
    if lane.needs:
        yield f"      depends on: {needs_words(lane.needs)}"


def needs_words(needs: tuple[str, ...]) -> str:
    """Return which facts something depends on; of many, the first ones."""
    more = f" and {len(needs) - _FEW} more" if len(needs) > _FEW else ""
    return f"{', '.join(needs[:_FEW])}{more}"
