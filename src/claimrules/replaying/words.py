"""A replay in words: the same or not, what changed, what differs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from claimrules.domain.fact_places import printable
from claimrules.domain.instants import at_words
from claimrules.replaying.shape import Replay

#: So many differences are shown; the JSON has all.
_SHOWN: Final = 30
_NOTHING_CHANGED: Final = (
    "Nothing that the record names has changed: not the engine's version, the calendar, the time zones, nor a ruleset. "
    "The engine decides otherwise under the same version, which is a fault of it; please report it with the record."
)


def in_words(replay: Replay) -> str:
    """Return what a replay comes to, for people."""
    return "\n".join(_lines(replay))


def _lines(replay: Replay) -> Iterator[str]:
    names = ", ".join(mark.name for mark in replay.record.rulesets)
    yield printable(f"{names}, decided for {at_words(datetime.fromisoformat(replay.record.at))}", shorten=False)
    yield _verdict(replay)
    if replay.changes:
        yield "What changed since:"
        yield from (f"  {printable(one, shorten=False)}" for one in map(str, replay.changes))
    elif not replay.is_same:
        yield _NOTHING_CHANGED
    yield from _differing(replay)


def _verdict(replay: Replay) -> str:
    if replay.is_identical:
        return "The answer is the same, and so is every byte of the record."
    if replay.is_same:
        return "The answer is the same, although not all that decides is."
    return "The facts cannot be read any more." if replay.again is None else "The answer is not the same."


def _differing(replay: Replay) -> Iterator[str]:
    if replay.faults:
        yield "What is wrong with the facts now:"
        yield from (f"  {fault.message}{f'; {fault.help}' if fault.help else ''}" for fault in replay.faults)
    if replay.differences:
        yield "What differs:"
        yield from (f"  {one}" for one in replay.differences[:_SHOWN])
    more = len(replay.differences) - _SHOWN
    if more > 0:
        yield f"  and {more} more, which --format json lists"
