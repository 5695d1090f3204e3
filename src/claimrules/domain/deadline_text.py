"""Deadline → its end and its proof, in plain text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from claimrules.domain.deadline import AskedDeadline, Deadline, PossibleEnd
from claimrules.domain.printable import printable

_FEW = 6


def deadline_text(deadline: Deadline) -> str:
    """Return when it ends, how that was found, and what it hangs on."""
    lines = [_end(deadline), *_nominal(deadline), *_possible(deadline)]
    if deadline.steps:
        lines += ["", "How it was counted", *(f"  · {step}" for step in deadline.steps)]
    return "\n".join(printable(line) for text in lines for line in text.split("\n"))


def asked_text(deadline: AskedDeadline) -> str:
    """Return the same, and which facts it does not depend on."""
    lines = [deadline_text(deadline), *(["", "Given, but not used"] if deadline.not_used else [])]
    return "\n".join([*lines, *(printable(f"  {line}") for line in deadline.not_used)])


def _end(deadline: Deadline) -> str:
    day = deadline.effective_end
    if deadline.closes is not None and day is not None:
        return (
            f"{day.isoformat()}: {deadline.last_day}\nCloses {deadline.closes.isoformat()}, the first instant outside"
        )
    if day is not None:
        return f"{day.isoformat()}: {people_say(day)}; at which instant depends on {', '.join(deadline.needs)}"
    if deadline.is_open_ended:
        return "Open: no end is set yet"
    return f"Not known yet: it depends on {', '.join(deadline.needs)}" if deadline.needs else "Never open"


def _nominal(deadline: Deadline) -> Iterator[str]:
    if deadline.nominal_end != deadline.effective_end and deadline.nominal_end and deadline.effective_end:
        yield f"Counted to {people_say(deadline.nominal_end)}, moved to {people_say(deadline.effective_end)}"
    if deadline.no_later_than is not None and not deadline.possible:
        yield f"No later than {deadline.no_later_than.isoformat()}"


def _possible(deadline: Deadline) -> Iterator[str]:
    for end in deadline.possible:
        yield f"  {people_say(end.last)}{_instants(end)}: {'; '.join(when_words(*pair) for pair in end.when)}"


def _instants(end: PossibleEnd) -> str:
    if end.earliest is None or end.latest is None or end.earliest == end.latest:
        return f", closes {end.earliest.isoformat()}" if end.earliest else ""
    return f", closes between {end.earliest.isoformat()} and {end.latest.isoformat()}"


def when_words(fact: str, values: tuple[str, ...]) -> str:
    """Return that a fact has one of several values."""
    shown = ", ".join(values[:_FEW]) + (f" and {len(values) - _FEW} more" if len(values) > _FEW else "")
    return f"{fact} is {shown}"


def people_say(day: date | None) -> str:
    """Return a day as people say it."""
    return f"{day:%A} {day.day} {day:%B %Y}" if day else "no end"
