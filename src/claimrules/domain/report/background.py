"""What an answer rests on: the course of the claim, the facts that were told, the versions it was decided by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claimrules.domain.asked import Asked
from claimrules.domain.report.document import Block, Pairs, Paragraph, Picture, Section, Table, Tone
from claimrules.domain.timeline.shape import Timeline
from claimrules.speech.phrases import listed, phrase

#: Events are told by the timeline.
_EVENTS = "events"


def background(timeline: Timeline, asked: Asked | None, versions: tuple[Block, ...]) -> Iterator[Section]:
    """Yield the sections that follow the answer."""
    rows = tuple((f"{entry.day.isoformat()} {entry.clock}".rstrip(), entry.words) for entry in timeline.entries)
    assumes = Paragraph(timeline.assumes, Tone.QUIET)
    if rows:
        table = Table((phrase("When"), phrase("What")), rows)
        yield Section(phrase("The course of the claim"), (Picture(timeline.svg()), table, assumes))
    told = tuple(_told(asked.facts)) if asked else ()
    if told:
        yield Section(phrase("What was told"), (Pairs(told),))
    yield Section(phrase("Decided by"), versions)


def _told(facts: Mapping[str, object], path: str = "") -> Iterator[tuple[str, str]]:
    """Yield each fact by its path, and its value in words."""
    for name, value in facts.items():
        if path or name != _EVENTS:
            yield from _fact(f"{path}{name}", value)


def _fact(path: str, value: object) -> Iterator[tuple[str, str]]:
    match value:
        case dict():
            yield from _told(value, f"{path}.")
        case list() if any(isinstance(part, dict) for part in value):
            for number, part in enumerate(value, start=1):
                yield from _fact(f"{path} {number}", part)
        case list():
            yield path, listed(map(_value, value))
        case _:
            yield path, _value(value)


def _value(value: object) -> str:
    match value:
        case None:
            return phrase("not known")
        case bool():
            return phrase("yes") if value else phrase("no")
        case _:
            return str(value)
