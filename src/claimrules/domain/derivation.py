"""The steps by which a deadline was found, each a sentence with its source."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from claimrules.domain.citations import Citation

#: The sentence of each kind of step; its values stand in braces.
SENTENCES: Final = {
    "said": "the policy says: {text}",
    "event": "{name}: {value}",
    "not_happened": "{name} has not happened",
    "written_day": "the day {day}",
    "counts": "{period} after that, counted by {convention}",
    "counts_back": "{period} before that",
    "midnight": "counting starts with the beginning of {day}, which is the first day",
    "first_excluded": "{day} is not counted; the first day is {first}",
    "first_included": "{day} is the first day",
    "follows_period": "the period before it ends with {day}; the first day is {first}",
    "elapses": "time elapses on the instant from {start}",
    "event_hour": "the hour of the event is not counted; the first hour begins at {start}",
    "nominal": "the last day is {day}",
    "same_number": "the last day has the number of {day}: {last}",
    "before_corresponding": "the last day is the one before the day that corresponds to {first}: {last}",
    "no_such_day": "{month} has no such day: {last}",
    "then_days": "and {days} days more: {last}",
    "days_first": "first {days} days: {day}",
    "business_days": "business days leave out {excluded}; the last one is {last}",
    "skipped": "{day} is no business day: {why}",
    "too_few_working_days": "the period has only {found} working days of at least {least}: it goes on until {day}",
    "rests": "{day} is no day to act: {why}",
    "rolled": "it moves to {day}",
    "end_of_day": "it ends when {day} is over, in {zone}: {instant}",
    "at_clock": "it ends on {day} at {clock}, in {zone}: {instant}",
    "elapsed": "it ends at {instant}",
    "paused": "the clock stood still for {length}: it closes at {instant}",
    "paused_open": "the clock stands still; nobody can tell yet when it closes",
    "not_paused": "no pause falls within the time",
    "later_of": "the later of two counts",
    "earlier_of": "the earlier of two counts",
    "wherever": "it comes to the same whichever it is of {names}",
    "calendar": "holidays of {calendar}, by holidays {version}",
    "beyond_calendar": "the holidays of {year} are not published yet; they are projected",
}


@frozen
class Step:
    """One step: its kind, the values of its sentence, and what it rests on."""

    kind: str
    values: tuple[tuple[str, str], ...] = ()
    citations: tuple[Citation, ...] = ()

    @property
    def words(self) -> str:
        """The step as a sentence."""
        return SENTENCES[self.kind].format(**dict(self.values))

    def __str__(self) -> str:
        sources = "; ".join(map(str, self.citations))
        return f"{self.words} [{sources}]" if sources else self.words


def step(kind: str, citations: tuple[Citation, ...] = (), /, **values: object) -> Step:
    """Return a step of a kind with the values of its sentence."""
    return Step(kind, tuple((name, str(value)) for name, value in values.items()), citations)
