"""Words beside one another on a line: where a space stands, and how wide they are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

_TIGHT_BEFORE: Final = (",", ":", ")")
_WIDE: Final = ("W", "F")
_MONEY: Final = re.compile(r"([\d_.]+)\s*([A-Z]{3})")
_PERCENT: Final = re.compile(r"([\d_.]+)\s+%")


def canonical(word: str) -> str:
    """Return one word of the language, white space inside it as it should be; a quoted text is left as it is."""
    if word.startswith('"'):
        return word
    if match := _MONEY.fullmatch(word):
        return f"{match[1]} {match[2]}"
    if match := _PERCENT.fullmatch(word):
        return f"{match[1]}%"
    return re.sub(r",\s*(?=\S)", ", ", " ".join(word.split()))


def joined(words: Iterable[str]) -> str:
    """Return words as they stand on one line."""
    line = ""
    for word in words:
        is_tight = not line or line.endswith("(") or word.startswith(_TIGHT_BEFORE)
        line += word if is_tight else f" {word}"
    return line


def width(text: str) -> int:
    """Return how many columns a text takes: Chinese, Japanese and Korean letters take two."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in _WIDE) for c in text)
