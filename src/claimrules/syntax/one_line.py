"""Policy text as people quote it: one line, without comments, white space as a careful writer puts it."""

from __future__ import annotations

import re
from typing import Final

_CITATION_OR_COMMENT: Final = re.compile(r'\bcite\s+[\w.]+\s+"[^"]*"|(?P<quoted>"[^"]*")|#[^\n]*')
_QUOTED: Final = re.compile(r'("[^"]*")')


def one_line(text: str) -> str:
    """Return policy text in one line, without comments and citations; what stands in quotation marks is left as it is."""
    kept = _CITATION_OR_COMMENT.sub(lambda match: match["quoted"] or "", text)
    parts = _QUOTED.split(kept)
    parts[::2] = [_spaced(part) for part in parts[::2]]
    return "".join(parts).strip()


def _spaced(text: str) -> str:
    signs = re.sub(r"\s*(<=|>=|=|<|>)\s*", r" \1 ", re.sub(r"\s*,\s*", ", ", text))
    return re.sub(r"\s+(?=[,:)])|(?<=\()\s+", "", re.sub(r"\s+", " ", signs))
