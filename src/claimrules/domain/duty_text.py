"""Duties → the sentences people read: who must do what by when, and what a delay costs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimrules.domain.decision_text import origin_item
from claimrules.domain.duties import Consequence, Duty, DutyStatus, LateBand
from claimrules.domain.report.document import Card, Item, Tone
from claimrules.domain.report.plain import item_lines
from claimrules.speech.phrases import either, listed, message, name_of, phrase

OTHER_SIDE: Final[str] = message("What the other side must do by when")
BUYER: Final[str] = message("What the buyer must do by when")
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
            yield phrase(heading), found


def duty_card(duty: Duty) -> Card:
    """Return what is to be said of one duty."""
    items = [Item(duty_standing(duty), tone=_TONES.get(duty.status, Tone.PLAIN))]
    items += consequence_items(duty.consequence) if duty.consequence is not None else []
    items += [Item(phrase("depends on: {facts}", facts=listed(duty.needs)))] if duty.needs else []
    return Card(
        phrase("{actor}: {what}", actor=name_of("who acts", duty.actor), what=duty.title),
        items=(*items, origin_item((duty.rule,), duty.citations)),
    )


def duty_standing(duty: Duty) -> str:
    """Return a duty's status with its time, in one line."""
    day = duty.last_day
    match duty.status:
        case "not_yet":
            return _not_yet(duty)
        case "due":
            return phrase("due by {last_day}", last_day=day) if day else phrase("due; by when is not set or not known")
        case "late":
            return phrase("late: it was due by {last_day}", last_day=day) if day else phrase("late")
        case "done":
            return phrase("done in time")
        case "done_late":
            return phrase("done, but late: it was due by {last_day}", last_day=day) if day else phrase("done, but late")
        case _:
            known = phrase("undetermined; if it is owed, then by {last_day}", last_day=day)
            return known if day else phrase("undetermined")


def _not_yet(duty: Duty) -> str:
    day, events = duty.last_day, either(duty.awaits)
    if not events:
        return phrase("not due yet, then by {last_day}", last_day=day) if day else phrase("not due yet")
    known = phrase("not due yet, it waits for: {events}, then by {last_day}", events=events, last_day=day)
    return known if day else phrase("not due yet, it waits for: {events}", events=events)


def consequence_items(consequence: Consequence) -> Iterator[Item]:
    """Yield what a delay costs: so far, or if there will be one; the band that counts is marked."""
    is_one = len(consequence.bands) == 1
    under = [*map(_band, () if is_one else consequence.bands), *_interest(consequence)]
    yield Item(_cost(consequence, consequence.words if is_one else ""), tuple(under))


def _cost(consequence: Consequence, words: str) -> str:
    if consequence.as_of is None:
        return phrase("if late: {cost}", cost=words) if words else phrase("if late:")
    unknown = phrase("an amount that is not known yet")
    amount = unknown if consequence.amount is None else str(consequence.amount)
    at = consequence.as_of.isoformat()
    if not words:
        return phrase("the delay costs {amount} as of {at}", amount=amount, at=at)
    return phrase("the delay costs {amount} as of {at}: {cost}", amount=amount, at=at, cost=words)


def _interest(consequence: Consequence) -> Iterator[Item]:
    if "interest" in consequence.words:
        yield Item(phrase("interest is simple, a year having 365 days, from the day after the last day"))


def _band(band: LateBand) -> Item:
    mark = "→" if band.is_reached else "·"
    if not band.last_day:
        return Item(phrase("{mark} {cost}", mark=mark, cost=band.words))
    return Item(
        phrase("{mark} {cost} (the last day is {last_day})", mark=mark, cost=band.words, last_day=band.last_day)
    )


def duty_reasons(duty: Duty) -> Iterator[str]:
    """Yield why a duty stands where it does: first which it is, then its time, step by step, and what a delay costs."""
    yield _which(duty)
    yield from map(str, duty.deadline.steps)
    if duty.opens is not None:
        yield phrase("opens {at}", at=duty.opens.isoformat())
    if duty.closes is not None:
        yield phrase("closes {at}: the last day is {last_day}", at=duty.closes.isoformat(), last_day=duty.last_day)
    if duty.done_at is not None:
        yield phrase("done {at}", at=duty.done_at.isoformat())
    if duty.consequence is not None:
        yield from (line.strip() for line in item_lines(consequence_items(duty.consequence)))
    if duty.needs:
        yield phrase("depends on: {facts}", facts=listed(duty.needs))


def _which(duty: Duty) -> str:
    who, status = name_of("who acts", duty.actor), name_of("a status", duty.status.replace("_", " "))
    if not duty.title:
        return phrase("{actor} must {duty}: {status}", actor=who, duty=duty.name, status=status)
    return phrase("{actor} must {duty} — {title}: {status}", actor=who, duty=duty.name, title=duty.title, status=status)
