"""Policy texts → a mark of what they say: comments, white space and line ends do not change it, every word does."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256
from typing import Final

#: A number and a unit, currency or sign behind it are two words, whether or not white space stands between them.
_WORD: Final = re.compile(r'#[^\n]*|"[^"\n]*"|\d[\d_.]*|\w[\w.]*|[^\s\ufeff]')


def content_hash(texts: Iterable[str]) -> str:
    """Return the mark of some policy texts, in hexadecimal; their order does not matter."""
    return sha256("\0".join(sorted(map(_words, texts))).encode()).hexdigest()


def _words(text: str) -> str:
    found = (match.group() for match in _WORD.finditer(text))
    return "\n".join(word for word in found if not word.startswith("#"))
