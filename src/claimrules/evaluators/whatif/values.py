"""The answers there can be to a question: every one where they are few, one of each kind where they are many."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import frozen

from claimrules.core.expr import Apply, Expr, Fact, Lit
from claimrules.core.ops.order import EQUAL
from claimrules.domain.fact_events import ONLY_A_DAY
from claimrules.domain.types import (
    ALWAYS,
    NEVER,
    Boolean,
    Choice,
    Country,
    Event,
    FactDeclaration,
    MoneyType,
    Number,
    SetOf,
    Text,
)
from claimrules.evaluators.whatif.thresholds import stretches
from claimrules.evaluators.whatif.trials import Changes, Trials

#: A set of more members is tried empty, whole, and with each member alone.
MOST_MEMBERS: Final = 4
_DAY: Final = 86_400_000_000
#: Days before the instant of decision at which an event is tried first.
_DAYS_AGO: Final = (1000, 100, 25, 9, 4, 1, 0, -10)
_AMOUNTS: Final = (0, 1, 100, 10_000, 10**9)


@frozen
class Value:
    """One answer.

    Args:
        said: the words of a text, the members of a set; None where what is carried says it.
        carried: what it changes.
    """

    carried: Changes
    said: str | tuple[str, ...] | None = None


def values_of(fact: FactDeclaration, trials: Trials, root: Expr | None = None) -> tuple[Value, ...]:
    """Return the answers that can make a difference to an expression (to all that is decisive, when not given).

    None for what cannot be listed: time zones and places.
    """
    match fact.type:
        case Event() | Number() | MoneyType():
            return tuple(_ordered(fact, trials, root))
        case Text() | Country():
            return tuple(_texts(fact, trials, root))
        case _:
            return tuple(_listed(fact))


def quick_values(fact: FactDeclaration, trials: Trials) -> tuple[Value, ...]:
    """Return answers that are tried first: of an ordered fact some only, of any other all."""
    match fact.type:
        case Event():
            known = [instant for instant in sorted(trials.answers.instants) if ALWAYS < instant < NEVER]
            found = dict.fromkeys([trials.now - days * _DAY for days in _DAYS_AGO] + known)
            return (event_value(fact.name, NEVER), *(event_value(fact.name, instant) for instant in found))
        case Number(lowest, highest):
            tried = dict.fromkeys(min(max(value, lowest), highest) for value in (lowest, *_AMOUNTS, highest))
            return tuple(Value({fact.name: value}) for value in tried)
        case MoneyType():
            return tuple(Value({fact.name: value}) for value in _AMOUNTS)
        case _:
            return values_of(fact, trials)


def event_value(name: str, instant: int) -> Value:
    """Return the answer that an event happened at an instant, or never."""
    return Value({name: instant, name + ONLY_A_DAY: None})


def _listed(fact: FactDeclaration) -> Iterator[Value]:
    match fact.type:
        case Boolean():
            yield from (Value({fact.name: answer}) for answer in (True, False))
        case Choice(names):
            yield from (Value({fact.name: code}) for code, _ in enumerate(names))
        case SetOf(members):
            for some in _subsets(members):
                yield Value({f"{fact.name}#{member}": member in some for member in members}, some)


def _subsets(members: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if len(members) > MOST_MEMBERS:
        yield from ((), members, *((member,) for member in members))
        return
    for chosen in range(2 ** len(members)):
        yield tuple(member for place, member in enumerate(members) if chosen >> place & 1)


def _texts(fact: FactDeclaration, trials: Trials, root: Expr | None) -> Iterator[Value]:
    """Yield the texts that a fact is compared with, and one that is none of them (its words are not told)."""
    compared = {
        arg.value
        for part in trials.reading(fact.name, root)
        if isinstance(part, Apply) and part.op == EQUAL and Fact(fact.name) in part.args
        for arg in part.args
        if isinstance(arg, Lit)
    }
    codes = trials.answers.plan.symbols
    yield from (Value({fact.name: code}, text) for text, code in sorted(codes.items()) if code in compared)
    yield Value({fact.name: max(codes.values(), default=-1) + 1})


def _ordered(fact: FactDeclaration, trials: Trials, root: Expr | None) -> Iterator[Value]:
    """Yield both ends of each stretch."""
    is_event = isinstance(fact.type, Event)
    if is_event:
        yield event_value(fact.name, NEVER)
    for stretch in stretches(fact.name, fact.type, trials, root):
        for value in dict.fromkeys((stretch.first, stretch.last)):
            yield event_value(fact.name, value) if is_event else Value({fact.name: value})
