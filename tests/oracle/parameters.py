"""A text with parameters → the texts that say the same with the values written in their places, each from its first day on."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from claimrules.syntax.library import find
from tests.oracle.declared import declarations, unquoted

_VALUE: Final = re.compile(r"from (\d{4}-\d\d-\d\d)\s*:\s*(.*?)\s*(?=\bfrom\b|\bcite\b|$)", re.DOTALL)
#: Days in ISO 8601 come in the order of their text; this comes before all of them.
_FIRST: Final = ""


def texts_by_day(text: str, beside: Path | None) -> list[tuple[str, str]]:
    """Return the texts that hold one after the other, each with the first day on which it does."""
    values = _values(text, beside)
    days = sorted({day for dated in values.values() for day in dated})
    return [(day, _with_values(text, values, day)) for day in [_FIRST, *days[1:]]]


def _values(text: str, beside: Path | None) -> dict[str, dict[str, str]]:
    """Return of each parameter that a text sees its values by their first day; its own go before what it uses."""
    found: dict[str, dict[str, str]] = {}
    every = declarations(text)
    for used in (find(one.name, beside) for one in every if one.keyword == "use"):
        found |= _values(used.read_text(encoding="utf-8"), used.resolve().parent) if used else {}
    return found | {one.name: dict(_VALUE.findall(one.text)) for one in every if one.keyword == "parameter"}


def _with_values(text: str, values: dict[str, dict[str, str]], day: str) -> str:
    """Return a text in which each parameter's name is the value that holds on a day."""
    holding = {name: _holding(dated, day) for name, dated in values.items()}
    kept = [one.text for one in declarations(text) if one.keyword != "parameter"]
    return "\n".join(unquoted(words, lambda lexeme: holding.get(lexeme, lexeme)) for words in kept)


def _holding(dated: dict[str, str], day: str) -> str:
    begun = [first for first in dated if first <= day]
    return dated[max(begun, default=min(dated))]
