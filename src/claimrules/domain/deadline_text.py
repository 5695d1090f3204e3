"""Deadline → its end and its proof, in plain text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from claimrules.domain.deadline import AskedDeadline, Deadline, PossibleEnd
from claimrules.domain.printable import printable
from claimrules.speech.phrases import phrase, say_day

_FEW = 6


def deadline_text(deadline: Deadline) -> str:
    """Return when it ends, how that was found, and what it hangs on."""
    lines = [_end(deadline), *_nominal(deadline), *_possible(deadline)]
    if deadline.steps:
        lines += ["", phrase("How it was counted"), *(f"  · {step}" for step in deadline.steps)]
    return "\n".join(printable(line) for text in lines for line in text.split("\n"))


def asked_text(deadline: AskedDeadline) -> str:
    """Return the same, and which facts it does not depend on."""
    lines = [deadline_text(deadline), *(["", phrase("Given, but not used")] if deadline.not_used else [])]
    return "\n".join([*lines, *(printable(f"  {line}") for line in deadline.not_used)])


def _end(deadline: Deadline) -> str:
    day = deadline.effective_end
    if deadline.closes is not None and day is not None:
        closing = phrase("Closes {instant}, the first instant outside", instant=deadline.closes.isoformat())
        return f"{day.isoformat()}: {deadline.last_day}\n{closing}"
    if day is not None:
        words = phrase("{day}; at which instant depends on {facts}", day=day, facts=deadline.needs)
        return f"{day.isoformat()}: {words}"
    if deadline.is_open_ended:
        return phrase("Open: no end is set yet")
    return (
        phrase("Not known yet: it depends on {facts}", facts=deadline.needs) if deadline.needs else phrase("Never open")
    )


def _nominal(deadline: Deadline) -> Iterator[str]:
    if deadline.nominal_end != deadline.effective_end and deadline.nominal_end and deadline.effective_end:
        yield phrase(
            "Counted to {counted}, moved to {moved}", counted=deadline.nominal_end, moved=deadline.effective_end
        )
    if deadline.no_later_than is not None and not deadline.possible:
        yield phrase("No later than {instant}", instant=deadline.no_later_than.isoformat())


def _possible(deadline: Deadline) -> Iterator[str]:
    yield from (f"  {_possible_end(end)}" for end in deadline.possible)


def _possible_end(end: PossibleEnd) -> str:
    day, facts = people_say(end.last), "; ".join(when_words(*pair) for pair in end.when)
    if end.earliest is None:
        return phrase("{day}: {facts}", day=day, facts=facts)
    first = end.earliest.isoformat()
    if end.latest is None or end.earliest == end.latest:
        return phrase("{day}, closes {instant}: {facts}", day=day, instant=first, facts=facts)
    last = end.latest.isoformat()
    return phrase("{day}, closes between {first} and {last}: {facts}", day=day, first=first, last=last, facts=facts)


def when_words(fact: str, values: tuple[str, ...]) -> str:
    """Return that a fact has one of several values."""
    few, more = values[:_FEW], len(values) - _FEW
    if more > 0:
        return phrase("{fact} is {values} and {more} more", fact=fact, values=few, more=more)
    return phrase("{fact} is {values}", fact=fact, values=few)


def people_say(day: date | None) -> str:
    """Return a day as people say it."""
    return say_day(day) if day else phrase("no end")
