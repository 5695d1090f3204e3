"""The facts a ruleset knows → the schema of what can be said about a claim."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from claimrules.domain.countries import countries
from claimrules.domain.fact_events import WRITTEN as INSTANT
from claimrules.domain.fact_money import WRITTEN as MONEY
from claimrules.domain.fact_paths import EVENTS_COMPLETE
from claimrules.domain.rates import RATES
from claimrules.domain.rates import WRITTEN as RATE
from claimrules.domain.types import (
    Boolean,
    Choice,
    Country,
    Event,
    FactDeclaration,
    MoneyType,
    Number,
    Place,
    SetOf,
    Zone,
)
from claimrules.schemas.documents import DIALECT
from claimrules.schemas.of_types import Schema

_CURRENCY: Final = "^[A-Z]{3}$"
_MONEY: Final[Schema] = {
    "anyOf": [
        {"type": "string", "pattern": MONEY},
        {
            "type": "object",
            "properties": {"amount": {"type": ["string", "integer"]}, "currency": {"type": "string", "pattern": _CURRENCY}},
            "required": ["amount", "currency"],
            "additionalProperties": False,
        },
        {"type": "null"},
    ],
    "examples": ["120.00 USD"],
}  # fmt: skip
_ALL: Final[Schema] = {
    EVENTS_COMPLETE: {"type": "boolean", "description": "every event that is not given has not happened"},
    RATES: {
        "description": "what one unit of a currency is in that of the ruleset",
        "type": ["object", "null"],
        "propertyNames": {"pattern": _CURRENCY},
        "additionalProperties": {"type": "string", "pattern": RATE},
        "examples": [{"EUR": "1.0850 USD"}],
    },
}


def facts_schema(name: str, vocabulary: Mapping[str, FactDeclaration]) -> Schema:
    """Return the schema of a ruleset's facts, nested by their paths; other facts may be given, and are not read."""
    root: Schema = {
        "$schema": DIALECT,
        "$id": f"urn:claimrules:facts:{name}",
        "title": f"Facts for {name}",
        "type": "object",
        "properties": dict(_ALL),
    }
    for fact in vocabulary.values():
        place = _place(root, fact)
        place["properties"][fact.path[-1]] = {"description": fact.means, **_of_type(fact)}
    return root


def _place(root: Schema, fact: FactDeclaration) -> Schema:
    """Return the object that holds a fact; a fact of lines is held by each object of their list."""
    place = root
    lists = tuple(fact.line_of.split("."))
    for depth, folder in enumerate(fact.path[:-1], start=1):
        if fact.path[:depth] == lists:
            empty: Any = {"type": ["array", "null"], "items": {"type": "object", "properties": {}}}
            place = place["properties"].setdefault(folder, empty)["items"]
        else:
            empty = {"type": ["object", "null"], "properties": {}}
            place = place["properties"].setdefault(folder, empty)
    return place


def _of_type(fact: FactDeclaration) -> Schema:
    match fact.type:
        case Boolean():
            return {"type": ["boolean", "null"]}
        case Choice(names):
            return {"enum": [*names, *(name for name, _ in fact.type.stands_for), None]}
        case SetOf(names):
            return {"type": ["array", "null"], "items": {"enum": list(names)}, "uniqueItems": True}
        case Number(lowest, highest):
            return {"type": ["integer", "null"], "minimum": lowest, "maximum": highest}
        case MoneyType():
            return _MONEY
        case Country():
            return {"enum": [*countries(), None]}
        case Event():
            examples = ["2026-03-01T09:00+09:00", "2026-03-01"]
            return {"type": ["string", "null"], "pattern": INSTANT, "examples": examples}
    return {"type": ["string", "null"], **_examples(fact)}


def _examples(fact: FactDeclaration) -> Schema:
    match fact.type:
        case Zone():
            return {"examples": ["Asia/Seoul"]}
        case Place():
            return {"examples": ["KR", "DE-BY"]}
    return {}
