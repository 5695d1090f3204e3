"""Duties → plain text: who must do what by when, and what a delay costs."""

from __future__ import annotations

from collections.abc import Iterator

from claimrules.domain.duties import Consequence, Duty

OTHER_SIDE = "What the other side must do by when"
BUYER = "What the buyer must do by when"
_INTEREST = "interest is simple, a year having 365 days, from the day after the last day"


def duty_sections(duties: tuple[Duty, ...]) -> Iterator[tuple[str, tuple[Duty, ...]]]:
    """Yield headings with the duties under them: those of the other side first."""
    for heading, is_buyer in ((OTHER_SIDE, False), (BUYER, True)):
        found = tuple(duty for duty in duties if (duty.actor == "buyer") == is_buyer)
        if found:
            yield heading, found


def duty_lines(duty: Duty) -> Iterator[str]:
    """Yield what is to be said of one duty."""
    yield f"{duty.actor}: {duty.title}"
    yield f"    {duty_standing(duty)}"
    if duty.consequence is not None:
        yield from (f"    {line}" for line in consequence_lines(duty.consequence))
    if duty.needs:
        yield f"    depends on: {', '.join(duty.needs)}"
    yield f"    rule {duty.rule}, from:"
    yield from (f"        {citation}" for citation in dict.fromkeys(map(str, duty.citations)))


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


def consequence_lines(consequence: Consequence) -> Iterator[str]:
    """Yield what a delay costs: so far, or if there will be one; the band that counts is marked."""
    is_one = len(consequence.bands) == 1
    words = f" {consequence.words}" if is_one else ""
    if consequence.as_of is None:
        yield f"if late:{words}"
    else:
        shown = consequence.amount if consequence.amount is not None else "an amount that is not known yet"
        yield f"the delay costs {shown} as of {consequence.as_of.isoformat()}{f':{words}' if words else ''}"
    for band in () if is_one else consequence.bands:
        last = f" (the last day is {band.last_day})" if band.last_day else ""
        yield f"  {'→' if band.is_reached else '·'} {band.words}{last}"
    if "interest" in consequence.words:
        yield f"  {_INTEREST}"


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
        yield from (line.strip() for line in consequence_lines(duty.consequence))
    if duty.needs:
        yield f"depends on: {', '.join(duty.needs)}"
