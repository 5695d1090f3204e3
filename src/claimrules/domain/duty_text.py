"""Duties → the sentences people read: who must do what by when, and what a delay costs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimrules.domain.decision_text import origin_item
from claimrules.domain.duties import Consequence, Duty, DutyStatus, LateBand
from claimrules.domain.report.document import Card, Item, Tone
from claimrules.domain.report.plain import item_lines

OTHER_SIDE = "What the other side must do by when"
BUYER = "What the buyer must do by when"
_INTEREST = "interest is simple, a year having 365 days, from the day after the last day"
_TONES: Final = {
    DutyStatus.DUE.word: Tone.GOOD,
    DutyStatus.DONE.word: Tone.GOOD,
    DutyStatus.LATE.word: Tone.BAD,
    DutyStatus.DONE_LATE.word: Tone.BAD,
}


def duty_sections(duties: tuple[Duty, ...]) -> Iterator[tuple[str, tuple[Duty, ...]]]:
    """Yield headings with the duties under them: those of the other side first."""
    for heading, is_buyer in ((OTHER_SIDE, False), (BUYER, True)):
        found = tuple(duty for duty in duties if (duty.actor == "buyer") == is_buyer)
        if found:
            yield heading, found


def duty_card(duty: Duty) -> Card:
    """Return what is to be said of one duty."""
    items = [Item(duty_standing(duty), tone=_TONES.get(duty.status, Tone.PLAIN))]
    items += consequence_items(duty.consequence) if duty.consequence is not None else []
    items += [Item(f"depends on: {', '.join(duty.needs)}")] if duty.needs else []
    return Card(f"{duty.actor}: {duty.title}", items=(*items, origin_item((duty.rule,), duty.citations)))


def duty_standing(duty: Duty) -> str:
    """Return a duty's status with its time, in one line."""
    by = f" by {duty.last_day}" if duty.last_day else ""
    match duty.status:
        case "not_yet":
            waits = f", it waits for: {' or '.join(duty.awaits)}" if duty.awaits else ""
            return f"not due yet{waits}{f', then{by}' if by else ''}"
        case "due":
            return f"due{by}" if by else "due; by when is not set or not known"
        case "late":
            return f"late: it was due{by}"
        case "done":
            return "done in time"
        case "done_late":
            return f"done, but late: it was due{by}"
        case _:
            return f"undetermined; if it is owed, then{by}" if by else "undetermined"


def consequence_items(consequence: Consequence) -> Iterator[Item]:
    """Yield what a delay costs: so far, or if there will be one; the band that counts is marked."""
    is_one = len(consequence.bands) == 1
    words = f" {consequence.words}" if is_one else ""
    under = (
        *map(_band, () if is_one else consequence.bands),
        *([Item(_INTEREST)] if _has_interest(consequence) else []),
    )
    if consequence.as_of is None:
        yield Item(f"if late:{words}", under)
    else:
        shown = consequence.amount if consequence.amount is not None else "an amount that is not known yet"
        counted = f":{words}" if words else ""
        yield Item(f"the delay costs {shown} as of {consequence.as_of.isoformat()}{counted}", under)


def _has_interest(consequence: Consequence) -> bool:
    return "interest" in consequence.words


def _band(band: LateBand) -> Item:
    last = f" (the last day is {band.last_day})" if band.last_day else ""
    return Item(f"{'→' if band.is_reached else '·'} {band.words}{last}")


def duty_reasons(duty: Duty) -> Iterator[str]:
    """Yield why a duty stands where it does: first which it is, then its time, step by step, and what a delay costs."""
    yield f"{duty.actor} must {duty.name}{f' — {duty.title}' if duty.title else ''}: {duty.status.replace('_', ' ')}"
    yield from map(str, duty.deadline.steps)
    if duty.opens is not None:
        yield f"opens {duty.opens.isoformat()}"
    if duty.closes is not None:
        yield f"closes {duty.closes.isoformat()}: the last day is {duty.last_day}"
    if duty.done_at is not None:
        yield f"done {duty.done_at.isoformat()}"
    if duty.consequence is not None:
        yield from (line.strip() for line in item_lines(consequence_items(duty.consequence)))
    if duty.needs:
        yield f"depends on: {', '.join(duty.needs)}"
