"""The value of a fact, carried → as facts are given, and as people say it."""

from __future__ import annotations

from claimrules.domain.countries import countries
from claimrules.domain.instants import at_zone
from claimrules.domain.money import Money
from claimrules.domain.types import NEVER, Boolean, Choice, Country, Event, FactDeclaration, MoneyType, SetOf, Text
from claimrules.evaluators.answers import Answers
from claimrules.evaluators.whatif.thresholds import bounds
from claimrules.evaluators.whatif.values import Value


def given(fact: FactDeclaration, value: Value, answers: Answers) -> object:
    """Return a value as facts give it."""
    if isinstance(fact.type, SetOf):
        return list(value.said or ())
    if isinstance(fact.type, Text | Country):
        return value.said or _other(fact, answers)
    carried = value.carried[fact.name]
    match fact.type:
        case Choice(names) if isinstance(carried, int):
            return names[carried]
        case Event() if isinstance(carried, int):
            return None if carried == NEVER else at_zone(carried, answers.zone).isoformat()
        case MoneyType() if isinstance(carried, int):
            currency = answers.facts.currency or answers.plan.currency
            return str(Money(carried, currency)).replace(",", "") if currency else None
        case _:
            return carried


def words(fact: FactDeclaration, value: Value, answers: Answers) -> str:
    """Return a value as people say it."""
    told = given(fact, value, answers)
    match fact.type:
        case Boolean():
            return "yes" if told else "no"
        case Event() if told is None:
            return "has not happened"
        case SetOf():
            return ", ".join(value.said or ()) or "none"
        case Text() | Country() if value.said is None:
            return "any other"
        case _:
            return str(told)


def stretch_words(fact: FactDeclaration, first: Value, last: Value, answers: Answers) -> str:
    """Return a stretch of an ordered fact as people say it; its ends are left out where nothing lies beyond."""
    start, end = first.carried[fact.name], last.carried[fact.name]
    if start == end or start is None or end is None:
        return words(fact, first, answers)
    now, *_ = answers.instants
    lowest, highest = bounds(fact.type, now)
    if (start, end) == (lowest, highest):
        return "at any time" if isinstance(fact.type, Event) else "any"
    said = _turn if isinstance(fact.type, Event) else _plain
    from_words = "" if start == lowest else said(fact, start, answers, ("from", "after"))
    until_words = "" if end == highest else said(fact, end + 1, answers, ("before", "until"))
    return " and ".join(filter(None, (from_words, until_words)))


def _plain(fact: FactDeclaration, value: int, answers: Answers, prepositions: tuple[str, str]) -> str:
    return f"{prepositions[0]} {words(fact, Value({fact.name: value}), answers)}"


def _turn(_fact: FactDeclaration, instant: int, answers: Answers, prepositions: tuple[str, str]) -> str:
    """Return the first instant of another answer in words; the one after a full second by that second."""
    at, after = prepositions
    is_after = instant % 1_000_000 == 1
    moment = at_zone(instant - is_after, answers.zone)
    clock = moment.time().isoformat() if moment.second or moment.microsecond else f"{moment:%H:%M}"
    return f"{after if is_after else at} {moment:%A} {moment.day} {moment:%B %Y}, {clock}"


def _other(fact: FactDeclaration, answers: Answers) -> str:
    """Return a text that the policy does not speak of."""
    named = set(answers.plan.symbols)
    if isinstance(fact.type, Country):
        return next(country for country in countries() if country not in named)
    other = "other"
    while other in named:
        other += " other"
    return other
