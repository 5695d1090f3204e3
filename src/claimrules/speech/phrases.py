"""Messages: whole sentences with named values, said in the language that is spoken."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Final

from claimrules.speech.language import catalog, spoken
from claimrules.speech.particles import PARTICLES, with_particle


def message(one: str, many: str = "") -> Any:
    """Mark a message that is said elsewhere, so that it comes into the catalogs."""
    return (one, many) if many else one


WEEKDAYS: Final = (
    message("Monday"), message("Tuesday"), message("Wednesday"), message("Thursday"), message("Friday"),
    message("Saturday"), message("Sunday"),
)  # fmt: skip
MONTHS: Final = (
    message("January"), message("February"), message("March"), message("April"), message("May"), message("June"),
    message("July"), message("August"), message("September"), message("October"), message("November"),
    message("December"),
)  # fmt: skip


class _Value(str):
    """A value in a message; a catalog can ask for the particle that follows it, as in {day:은}."""

    __slots__ = ()

    def __format__(self, particle: str) -> str:
        return with_particle(self, particle) if particle in PARTICLES else format(str(self), particle)


def phrase(message: str, /, **values: object) -> str:
    """Return a message in the language that is spoken.

    Args:
        message: it in English, with the names of its values in braces.
        values: dates are said as people say them, lists as enumerations, all others as they write themselves.
    """
    return catalog(spoken()).gettext(message).format(**{name: _Value(said(value)) for name, value in values.items()})


def phrase_many(one: str, many: str, /, number: int, **values: object) -> str:
    """Return the message for a number of things, which is a value of it by the name `number`."""
    message = catalog(spoken()).ngettext(one, many, number)
    return message.format(number=number, **{name: _Value(said(value)) for name, value in values.items()})


def name_of(context: str, word: str) -> str:
    """Return a word of the language's own tables, such as a currency or an actor; itself where it has none."""
    where = f"word: {context}"
    return catalog(spoken()).pgettext(where, word)


def said(value: Any) -> str:
    """Return a value as people say it."""
    match value:
        case datetime():
            return say_instant(value)
        case date():
            return say_day(value)
        case str():
            return value
        case tuple() | list():
            return listed(value)
        case _:
            return str(value)


def listed(words: Iterable[object]) -> str:
    """Return words one after another."""
    return catalog(spoken()).pgettext("between the words of a list", ", ").join(map(said, words))


def say_all(words: Iterable[object]) -> str:
    """Return words that count together."""
    return catalog(spoken()).pgettext("between words that count together", " and ").join(map(said, words))


def all_of(clauses: Iterable[object]) -> str:
    """Return clauses of which all are meant."""
    return catalog(spoken()).pgettext("between clauses of which all are meant", " and ").join(map(said, clauses))


def either(words: Iterable[object]) -> str:
    """Return words of which one counts."""
    return catalog(spoken()).pgettext("between words of which one counts", " or ").join(map(said, words))


def say_day(day: date) -> str:
    """Return a day with its weekday: Monday 2 March 2026; 2026년 3월 2일 월요일."""
    words = catalog(spoken())
    return words.pgettext("a day", "{weekday} {day} {month} {year}").format(
        weekday=words.gettext(WEEKDAYS[day.weekday()]), day=day.day, month=words.gettext(MONTHS[day.month - 1]),
        number=day.month, year=day.year,
    )  # fmt: skip


def say_month(day: date) -> str:
    """Return the month of a day: March 2026; 2026년 3월."""
    words = catalog(spoken())
    return words.pgettext("a month", "{month} {year}").format(
        month=words.gettext(MONTHS[day.month - 1]), number=day.month, year=day.year
    )


def say_instant(instant: datetime) -> str:
    """Return a day with the time on its clocks."""
    return (
        catalog(spoken())
        .pgettext("a day and a time", "{day}, {clock}")
        .format(day=say_day(instant), clock=f"{instant:%H:%M}")
    )
