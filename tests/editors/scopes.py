"""A small reader of TextMate grammars: enough for one list of patterns without nesting."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from tests.docs.code_blocks import ROOT

GRAMMAR: Final[dict[str, Any]] = json.loads((ROOT / "editors/claimrules.tmLanguage.json").read_text(encoding="utf-8"))
PATTERNS: Final = tuple(
    (rule["name"].removesuffix(".claimrules"), re.compile(rule["match"])) for rule in GRAMMAR["patterns"]
)


def scoped(text: str) -> Iterator[tuple[str, str]]:
    """Yield the words of a text with their scopes; what has no scope has an empty one. Editors go line by line."""
    for line in text.split("\n"):
        yield from _scoped_line(line)


def _scoped_line(line: str) -> Iterator[tuple[str, str]]:
    at = 0
    while at < len(line):
        found = [
            (match.start(), index, match) for index, (_, p) in enumerate(PATTERNS) if (match := p.search(line, at))
        ]
        start, index, match = min(found, key=lambda one: one[:2]) if found else (len(line), -1, None)
        if line[at:start].strip():
            yield line[at:start].strip(), ""
        if match is None:
            return
        yield match.group(), PATTERNS[index][0]
        at = max(match.end(), at + 1)
