"""Decision → plain data for JSON: instants in ISO 8601, money as amount and currency."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

from attrs import AttrsInstance, fields, has

from claimrules.domain.decision import Decision
from claimrules.domain.money import Money

#: The version of the shape below; a change that could break a reader raises it.
FORMAT = "claimrules.decision/1"


def plain(decision: Decision) -> dict[str, object]:
    """Return a decision as dicts, lists, strings, numbers, booleans and None."""
    body = _plain(decision)
    document: dict[str, object] = {"format": FORMAT}
    document.update(body if isinstance(body, dict) else {})
    return document


def _plain(value: object) -> object:
    match value:
        case Money():
            return {"amount": str(value.amount), "currency": value.currency}
        case datetime():
            return value.isoformat()
        case Enum():
            return value.value
        case tuple():
            return [_plain(part) for part in value]
        case dict():
            return {str(key): _plain(part) for key, part in value.items()}
        case _ if has(type(value)):
            return _members(value)  # type: ignore[arg-type]  # `has` has told
        case _:
            return value


def _members(value: AttrsInstance) -> dict[str, object]:
    return {field.name: _plain(getattr(value, field.name)) for field in fields(type(value))}
