"""One declaration's text, and how it is read: as written, or with words put right and clauses left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve, field, frozen

from claimrules.text.span import Span

_NAME = re.compile(r"\s*[\w]+\s+([\w.]+)")
_QUOTED_OR_COMMENT = re.compile(r'"[^"\n]*"?|#[^\n]*|\ufeff')


@frozen
class Piece:
    """One declaration: its keyword and where it stands.

    Args:
        keyword: as it was meant.
        span: where it stands in the file.
        is_misspelt: the keyword is written otherwise.
        has_gaps: a clause that could not be read was left out.
        lost: a name that what was left out may have declared.
    """

    keyword: str
    span: Span
    is_misspelt: bool = False
    has_gaps: bool = False
    lost: str = ""
    _text: str | None = None
    _origins: Sequence[int] = field(default=(), repr=False, eq=False)

    @property
    def text(self) -> str:
        """The text to parse: with spaces for comments, so that a comment can stand wherever white space can."""
        return _blanked(self.span.text) if self._text is None else self._text

    @property
    def name(self) -> str:
        """The name it declares, as far as it gives one."""
        match = _NAME.match(self.text)
        return match[1] if match else ""

    def place(self, position: int) -> int:
        """Return where in the file a character of the text stands."""
        if self._text is None or position >= len(self._text):
            return self.span.end if self._text is not None else self.span.start + position
        return self._origins[position]

    def replaced(self, start: int, end: int, words: str, *, is_misspelt: bool = False) -> Piece:
        """Return the piece with other words in a place of its text; they stand where those stood that they replace."""
        origins = [self.place(position) for position in range(len(self.text))]
        last = max(end - 1, start)
        inserted = [origins[min(start + index, last)] for index in range(len(words))]
        text = self.text[:start] + words + self.text[end:]
        changed = [*origins[:start], *inserted, *origins[end:]]
        return evolve(self, text=text, origins=changed, is_misspelt=self.is_misspelt or is_misspelt)

    def without(self, start: int, end: int, lost: str = "") -> Piece:
        """Return the piece without a stretch of its text."""
        return evolve(self.replaced(start, end, ""), has_gaps=True, lost=lost or self.lost)


def _blanked(text: str) -> str:
    """Return a text of the same length and lines in which what says nothing is spaces."""
    if "#" not in text and "\ufeff" not in text:
        return text
    return _QUOTED_OR_COMMENT.sub(lambda found: found[0] if found[0].startswith('"') else " " * len(found[0]), text)
