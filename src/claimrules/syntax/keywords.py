"""The words of the language, as the grammar has them."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from claimrules.syntax.grammar import parser

_BOUNDARY: Final = r"(?![\w.])"
#: Words as they stand in a pattern, without what it looks ahead for.
_LOOKAHEAD: Final = re.compile(r"\(\?[=!].*?\)(?=$|\))")
_PLAIN: Final = re.compile(r"[a-z_]+")


@cache
def _patterns() -> dict[str, str]:
    return {terminal.name: terminal.pattern.value.removesuffix(_BOUNDARY) for terminal in parser().terminals}


@cache
def is_keyword(terminal: str) -> bool:
    """Tell whether a terminal of the grammar is words of the language, and neither a name, a value nor a sign."""
    pattern = _patterns().get(terminal, "")
    return _PLAIN.fullmatch(pattern) is not None or terminal.startswith("_")


@cache
def keywords() -> tuple[str, ...]:
    """Return every word of the language, sorted: those quoted in the grammar, and those inside its longer terminals."""
    found: set[str] = set()
    for name, pattern in _patterns().items():
        if is_keyword(name):
            found.update(re.findall(r"[a-z_]{1,}", re.sub(r"\\s", " ", _LOOKAHEAD.sub("", pattern))))
    return tuple(sorted(found))
