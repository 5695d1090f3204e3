"""The value of a fact, carried → as facts are given, and as people say it."""

from __future__ import annotations

from claimrules.domain.countries import countries
from claimrules.domain.instants import at_zone
from claimrules.domain.money import Money
from claimrules.domain.types import NEVER, Boolean, Choice, Country, Event, FactDeclaration, MoneyType, SetOf, Text
from claimrules.evaluators.answers import Answers
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


def _other(fact: FactDeclaration, answers: Answers) -> str:
    """Return a text that the policy does not speak of."""
    named = set(answers.plan.symbols)
    if isinstance(fact.type, Country):
        return next(country for country in countries() if country not in named)
    other = "other"
    while other in named:
        other += " other"
    return other
