"""A declaration that cannot be parsed → one that can, so that what else is wrong with it is found too.

A misspelt keyword is put right. Of a rule, exclusion or step, a clause that cannot be read is left out: there every
clause begins with a word that stands nowhere else, so the next clause is read as if the fault were not there.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from attrs import frozen

from claimrules.diagnostics.suggest import nearest
from claimrules.syntax.grammar import keyword_of, keywords_of_grammar
from claimrules.syntax.piece import Piece
from claimrules.syntax.split import declared_after, lexemes_of

#: So many clauses are left out for one fault.
_MOST_CUT: Final = 2
_TIME: Final = ("when", "unless", "from", "until", "within")
_CLAUSES: Final = {
    "rule": frozenset({*_TIME, "met", "grant", "may", "oblige", "evidence", "note", "cite"}),
    "exclusion": frozenset({"when", "unless", "note", "cite"}),
    "step": frozenset({*_TIME, "by", "tell", "evidence", "note", "cite"}),
}
#: With which words the clauses of a declaration begin, also where other parts of it begin with the same.
BEGIN: Final = _CLAUSES | {
    "table": _CLAUSES["rule"],
    "window": frozenset({"extended", "capped", "paused", "restarted", "counting", "met", "cite"}),
}


@frozen
class Fault:
    """Where a text stops making sense.

    Args:
        start: the position.
        word: the word there; nothing at the end of the text.
        expected: the terminals that could stand there.
        is_gap: the word is right, but something is missing before it.
    """

    start: int
    word: str
    expected: tuple[str, ...]
    is_gap: bool = False

    @property
    def meant(self) -> str:
        """The keyword that could stand here and is most like the word, if one is."""
        if self.is_gap or not self.word.isalpha() or self.word in keywords_of_grammar():
            return ""
        words = [keyword_of(terminal) for terminal in self.expected]
        return nearest(self.word, [word.strip("`, ") for word in words if word.startswith("`")]) or ""


@frozen
class Repair:
    """A piece put right, and the position from which a further fault is one of its own."""

    piece: Piece
    trusted: int


def repairs(piece: Piece, fault: Fault) -> tuple[Repair, ...]:
    """Return ways to read on, the likelier first."""
    corrected = _corrected(piece, fault)
    likeliest = [corrected] if corrected else []
    another = _another(piece, fault)
    return (*likeliest, another) if another else (*likeliest, *_cuts(piece, fault))


def _corrected(piece: Piece, fault: Fault) -> Repair | None:
    meant = fault.meant
    if not meant or " " in meant or not meant.isalpha():
        return None
    changed = piece.replaced(fault.start, fault.start + len(fault.word), meant)
    return Repair(changed, _beyond(changed.text, fault.start))


def _another(piece: Piece, fault: Fault) -> Repair | None:
    """Return the piece up to the fault, if what stands there looks like another declaration of an unknown kind."""
    lexeme = next(lexemes_of(piece.text, fault.start), None)
    lost = declared_after(lexeme) if lexeme and lexeme.group().isalpha() else ""
    is_known = fault.word in keywords_of_grammar()
    return Repair(piece.without(fault.start, len(piece.text), lost), fault.start) if lost and not is_known else None


def _cuts(piece: Piece, fault: Fault) -> Iterator[Repair]:
    """Yield the piece without the clause that holds the fault; and without the one before too.

    A clause that breaks off takes the next clause's first word for a name, and the fault seems to be in that one.
    """
    words = _CLAUSES.get(piece.keyword, frozenset())
    clauses = [match.start() for match in lexemes_of(piece.text) if match.group() in words] if fault.word else []
    before = [start for start in clauses if start < fault.start]
    end = next((start for start in clauses if start >= fault.start), len(piece.text))
    starts = before[-1 : -1 - _MOST_CUT : -1] or [fault.start]
    for start in starts if words else ():
        changed = piece.without(start, end)
        yield Repair(changed, _beyond(changed.text, start))


def _beyond(text: str, start: int) -> int:
    """Return the position after the word that follows the one at `start`: a fault before it comes of the repair."""
    following = [match.end() for match in islice(lexemes_of(text, start), 2)]
    return following[1] if len(following) > 1 else len(text)
