"""The words of the language, as the grammar has them."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from claimrules.syntax.grammar import parser

#: What a pattern looks ahead for is no part of the words.
_LOOKAHEAD: Final = re.compile(r"\(\?[=!](?:\[[^\]]*\]|[^()\[])*\)")
#: Letters, alternatives, optional parts, white space: a pattern of words and nothing else.
_OF_WORDS: Final = re.compile(r"(?:[a-z_|()+*?, ]|\\s)*[a-z](?:[a-z_|()+*?, ]|\\s)*")
_WORD: Final = re.compile(r"[a-z_]+")
#: Words that join and compare.
OPERATORS: Final = ("and", "or", "not", "is", "includes")
#: Words that are values.
CONSTANTS: Final = ("yes", "no", "none", "unlimited", "nothing", "any")


@cache
def _patterns() -> dict[str, str]:
    return {terminal.name: _LOOKAHEAD.sub("", terminal.pattern.value) for terminal in parser().terminals}


@cache
def is_keyword(terminal: str) -> bool:
    """Tell whether a terminal of the grammar is words of the language, and neither a name, a value nor a sign."""
    return _OF_WORDS.fullmatch(_patterns().get(terminal, "")) is not None


@cache
def words_of(terminal: str) -> tuple[str, ...]:
    """Return the words that a terminal's pattern is made of, sorted."""
    return tuple(sorted(set(_WORD.findall(_patterns()[terminal].replace(r"\s", " ")))))


@cache
def keywords() -> tuple[str, ...]:
    """Return every word of the language, sorted: those quoted in the grammar, and those of its longer terminals."""
    return tuple(sorted({word for terminal in _patterns() if is_keyword(terminal) for word in words_of(terminal)}))


@cache
def units() -> str:
    """Return the pattern of a unit of time."""
    return _patterns()["UNIT"]
