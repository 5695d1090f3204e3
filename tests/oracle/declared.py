"""Text → its declarations, each with its keyword, its name and its words."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from attrs import frozen

from claimrules.diagnostics.collector import Collector
from claimrules.syntax.split import split
from claimrules.text.source import Source

_LEXEME: Final = re.compile(r'"[^"\n]*"|#[^\n]*|[\w.]+|[^"#\w.]+')


@frozen
class Declaration:
    """One declaration as it is written, without its comments."""

    keyword: str
    name: str
    text: str


def declarations(text: str) -> list[Declaration]:
    """Return the declarations of a text; cases are left out, they decide nothing."""
    pieces = split(Source("policy", without_comments(text)), Collector())
    return [Declaration(piece.keyword, piece.name, piece.text) for piece in pieces if piece.keyword != "case"]


def without_comments(text: str) -> str:
    """Return a text without what follows `#` on a line."""
    return "".join(lexeme for lexeme in _LEXEME.findall(text) if not lexeme.startswith("#"))


def unquoted(text: str, change: Callable[[str], str]) -> str:
    """Return a text with a change made to each word and sign that is not in quotation marks."""
    return "".join(lexeme if lexeme.startswith('"') else change(lexeme) for lexeme in _LEXEME.findall(text))
