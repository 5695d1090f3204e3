"""A claim as it was drawn: facts and an instant, and both in the words of the policy language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, Final

from attrs import frozen

from claimrules.api import Ruleset
from claimrules.domain.types import Boolean, Choice, Event, FactDeclaration, MoneyType, Number, SetOf

#: How far a line of given facts runs.
_WIDTH: Final = 100


@frozen
class DrawnClaim:
    """A claim to try a ruleset with.

    Args:
        facts: nested data, as `Ruleset.decide` takes them.
        at: the instant of decision.
    """

    facts: dict[str, Any]
    at: datetime


def leaves(facts: Mapping[str, Any], folder: tuple[str, ...] = ()) -> dict[tuple[str, ...], Any]:
    """Return nested facts by their paths."""
    found: dict[tuple[str, ...], Any] = {}
    for key, value in facts.items():
        path = (*folder, key)
        found |= leaves(value, path) if isinstance(value, dict) else {path: value}
    return found


def nested(values: Mapping[tuple[str, ...], Any]) -> dict[str, Any]:
    """Return facts in the nested form of JSON."""
    document: dict[str, Any] = {}
    for (*folders, last), value in values.items():
        place = document
        for folder in folders:
            place = place.setdefault(folder, {})
        place[last] = value
    return document


def in_words(claim: DrawnClaim, ruleset: Ruleset) -> str:
    """Return a claim as the lines of a `case` that would give it."""
    by_path = {fact.path: fact for fact in ruleset.vocabulary.values()}
    said = [_said(by_path[path], value) for path, value in leaves(claim.facts).items()]
    given = "\n".join(_lines(said)) if said else "  given nothing"
    return f"{given}\n  at {claim.at.isoformat()}"


def _lines(said: list[str]) -> Iterator[str]:
    line = f"  given {said[0]}"
    for words in said[1:]:
        if len(line) + len(words) > _WIDTH:
            yield f"{line},"
            line = f"    {words}"
        else:
            line = f"{line}, {words}"
    yield line


def _said(fact: FactDeclaration, value: Any) -> str:
    match fact.type:
        case Event():
            return f"not {fact.name}" if value is None else f"{fact.name} {value}"
        case Boolean():
            return f"{fact.name} is {'yes' if value else 'no'}"
        case SetOf():
            return f"{fact.name} includes {', '.join(value) or 'nothing'}"
        case Choice() | Number() | MoneyType():
            return f"{fact.name} is {value}"
    return f'{fact.name} is "{value}"'
