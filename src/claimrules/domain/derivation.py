"""The steps by which a deadline was found, each a sentence with its source."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from claimrules.domain.citations import Citation
from claimrules.speech.language import ENGLISH, speaking, spoken
from claimrules.speech.phrases import message, phrase, said

#: The sentence of each kind of step; its values stand in braces.
SENTENCES: Final = {
    "said": message("the policy says: {text}"),
    "event": message("{name}: {value}"),
    "not_happened": message("{name} has not happened"),
    "written_day": message("the day {day}"),
    "counts": message("{period} after that, counted by {convention}"),
    "counts_back": message("{period} before that"),
    "midnight": message("counting starts with the beginning of {day}, which is the first day"),
    "first_excluded": message("{day} is not counted; the first day is {first}"),
    "first_included": message("{day} is the first day"),
    "follows_period": message("the period before it ends with {day}; the first day is {first}"),
    "elapses": message("time elapses on the instant from {start}"),
    "event_hour": message("the hour of the event is not counted; the first hour begins at {start}"),
    "nominal": message("the last day is {day}"),
    "same_number": message("the last day has the number of {day}: {last}"),
    "before_corresponding": message("the last day is the one before the day that corresponds to {first}: {last}"),
    "no_such_day": message("{month} has no such day: {last}"),
    "then_days": message("and {days} days more: {last}"),
    "days_first": message("first {days} days: {day}"),
    "business_days": message("business days leave out {excluded}; the last one is {last}"),
    "skipped": message("{day} is no business day: {why}"),
    "too_few_working_days": message(
        "the period has only {found} working days of at least {least}: it goes on until {day}"
    ),
    "rests": message("{day} is no day to act: {why}"),
    "rolled": message("it moves to {day}"),
    "end_of_day": message("it ends when {day} is over, in {zone}: {instant}"),
    "at_clock": message("it ends on {day} at {clock}, in {zone}: {instant}"),
    "elapsed": message("it ends at {instant}"),
    "paused": message("the clock stood still for {length}: it closes at {instant}"),
    "paused_open": message("the clock stands still; nobody can tell yet when it closes"),
    "not_paused": message("no pause falls within the time"),
    "later_of": message("the later of two counts"),
    "earlier_of": message("the earlier of two counts"),
    "wherever": message("it comes to the same whichever it is of {names}"),
    "calendar": message("holidays of {calendar}, by holidays {version}"),
    "beyond_calendar": message("the holidays of {year} are not published yet; they are projected"),
}


@frozen
class Step:
    """One step: its kind, the values of its sentence, what it rests on, and the language it is said in."""

    kind: str
    values: tuple[tuple[str, str], ...] = ()
    citations: tuple[Citation, ...] = ()
    language: str = ENGLISH

    @property
    def words(self) -> str:
        """The step as a sentence."""
        with speaking(self.language):
            return phrase(SENTENCES[self.kind], **dict(self.values))

    def __str__(self) -> str:
        sources = "; ".join(map(str, self.citations))
        return f"{self.words} [{sources}]" if sources else self.words


def step(kind: str, citations: tuple[Citation, ...] = (), /, **values: object) -> Step:
    """Return a step of a kind with the values of its sentence."""
    return Step(kind, tuple((name, said(value)) for name, value in values.items()), citations, spoken())
