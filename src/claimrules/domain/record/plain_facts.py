"""Facts as they were given → the same facts as JSON has them: read again, they say the same."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from math import isfinite
from typing import Final

from claimrules.domain.asked import Asked
from claimrules.domain.claim import Claim, to_document
from claimrules.domain.fact_events import YEARS
from claimrules.domain.fact_places import described
from claimrules.domain.money import Money

#: Facts stand a few levels deep; what lies below so many is told in words.
DEEPEST: Final = 64
#: Longer numbers are no fact's, and the reader of JSON refuses them.
_MOST_DIGITS: Final = 100
#: Decimal numbers beyond so many digits are no fact's.
_WIDEST: Final = 20
_MINUTE: Final = timedelta(minutes=1)


def asked_for(facts: Mapping[str, object] | Claim, at: datetime) -> Asked:
    """Return what a decision is asked for, as a record keeps it."""
    return Asked(plain_facts(facts), at.isoformat())


def plain_facts(facts: Mapping[str, object] | Claim) -> dict[str, object]:
    """Return facts as objects, lists, strings, numbers, booleans and null; a copy that later changes do not reach.

    What no fact can be (an endless number, an object of a program) is told in words, as no ruleset reads it.
    """
    document = to_document(facts) if isinstance(facts, Claim) else facts
    plain: dict[str, object] = json.loads(json.dumps(as_json(document)))
    return plain


def as_json(value: object, deepest: int = DEEPEST) -> object:
    """Return a value as JSON has it, at most so many levels deep."""
    match value:
        case None | bool():
            return value
        case str():
            return str.__str__(value)
        case int() | float() | Decimal():
            return _number(value)
        case datetime():
            return _instant(value)
        case date():
            return value.isoformat()
        case Money():
            return _money(value)
        case Mapping() if deepest:
            return {_key(key): as_json(inner, deepest - 1) for key, inner in value.items()}
        case list() | tuple() if deepest:
            return [as_json(inner, deepest - 1) for inner in value]
        case set() | frozenset() if deepest:
            return [as_json(inner, deepest - 1) for inner in sorted(value, key=described)]
    return described(value)


def _key(key: object) -> str:
    return str.__str__(key) if isinstance(key, str) else described(key)


def _number(value: float | Decimal) -> object:
    """Return a number of moderate length; an exact one with decimals as its digits, as money takes them."""
    if isinstance(value, int):
        return int(value) if abs(value) < 10**_MOST_DIGITS else described(value)
    if isinstance(value, float):
        return float(value) if isfinite(value) else described(value)
    if not value.is_finite() or abs(value.adjusted()) >= _WIDEST:
        return described(value)
    return int(value) if value == int(value) else format(value, "f")


def _money(money: Money) -> object:
    parts: tuple[object, object] = (money.minor, money.currency)  # nobody has checked what no ruleset reads
    match parts:
        case (int(), str()):
            return {"amount": format(money.amount, "f"), "currency": money.currency}
    return described(money)


def _instant(at: datetime) -> str:
    """Return an instant in ISO 8601 with an offset of whole minutes, in the year that it was given in."""
    offset = at.utcoffset()
    if offset is None or not offset % _MINUTE or at.year not in YEARS:
        return at.isoformat()
    whole = offset // _MINUTE * _MINUTE
    for near in (whole, whole + _MINUTE):
        moved = at.replace(tzinfo=None) + (near - offset)
        if moved.year == at.year:
            return moved.replace(tzinfo=timezone(near)).isoformat()
    return at.isoformat()
