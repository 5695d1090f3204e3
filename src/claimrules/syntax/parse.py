"""A declaration's text → parse tree, and diagnostics that say what could have stood where it is wrong."""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen
from lark import Token, Tree
from lark.exceptions import UnexpectedCharacters, UnexpectedToken

from claimrules.diagnostics.collector import Collector
from claimrules.diagnostics.suggest import nearest
from claimrules.syntax.grammar import keyword_of, keywords_of_grammar, parser
from claimrules.syntax.limits import DEEPEST_TREE
from claimrules.syntax.piece import Piece
from claimrules.syntax.repair import BEGIN, Fault, repairs
from claimrules.syntax.split import RESERVED, lexemes_of
from claimrules.text.span import Span

_MOST_EXPECTED = 8
#: So many faults of one declaration's syntax are looked for.
_MOST_FAULTS: Final = 10
_LAST_WORD = re.compile(r"\S+(?=\s*$)")


@frozen
class Parsed:
    """A tree (positions count from the start of the piece's text), and the piece as it was read."""

    piece: Piece
    tree: Tree[Token]


def parse(piece: Piece, collector: Collector) -> Parsed | None:
    """Return the tree of one declaration, every fault in it reported; None when no way is found to read it."""
    for _ in range(_MOST_FAULTS):
        found = _attempt(piece.text)
        if isinstance(found, Tree):
            return None if _is_too_deep(found, piece, collector) else Parsed(piece, found)
        found = _before_a_clause(piece, found)
        _report(piece, found, collector)
        repaired = _repaired(piece, found)
        if repaired is None:
            return None
        piece = repaired
    return None


def _before_a_clause(piece: Piece, fault: Fault) -> Fault:
    """Return the fault, or where it begins: a clause that breaks off takes the first word of the next for a name."""
    before = [word for word in lexemes_of(piece.text) if word.end() <= fault.start][-1:]
    word = before[0].group() if before and fault.word else ""
    if word not in BEGIN.get(piece.keyword, frozenset()):
        return fault
    there = _attempt(piece.text[: before[0].start()])
    is_name = isinstance(there, Fault) and "NAME" in there.expected and word.upper() not in there.expected
    return (
        Fault(before[0].start(), word, there.expected, is_gap=True) if isinstance(there, Fault) and is_name else fault
    )


def _attempt(text: str) -> Tree[Token] | Fault:
    try:
        return parser().parse(text)
    except UnexpectedToken as error:
        start, expected = error.pos_in_stream, sorted(error.accepts or error.expected)
        found = str(error.token)
    except UnexpectedCharacters as error:
        start, expected, found = error.pos_in_stream, sorted(error.allowed or ()), error.char
    if not found or start is None:
        return Fault(len(text), "", tuple(expected))
    return Fault(start, _word_at(text, start) or found, tuple(expected))


def _repaired(piece: Piece, fault: Fault) -> Piece | None:
    """Return the piece put right, so that it can be read beyond the fault."""
    for repair in repairs(piece, fault):
        found = _attempt(repair.piece.text)
        if isinstance(found, Tree) or found.start >= repair.trusted:
            return repair.piece
    return None


def _is_too_deep(tree: Tree[Token], piece: Piece, collector: Collector) -> bool:
    level: list[Tree[Token]] = [tree]
    for _ in range(DEEPEST_TREE):
        level = [child for parent in level for child in parent.children if isinstance(child, Tree)]
        if not level:
            return False
    start = piece.place(getattr(level[0].meta, "start_pos", None) or 0)
    words = f"the {piece.keyword} is nested more than {DEEPEST_TREE} levels deep"
    collector.report("CR0108", words, Span(piece.span.source, start, start + 1), "split it into several")
    return True


def _report(piece: Piece, fault: Fault, collector: Collector) -> None:
    word = fault.word
    if not word:
        _report_unfinished(piece, fault, collector)
        return
    start = piece.place(fault.start)
    at = Span(piece.span.source, start, start + max(1, len(word)))
    code = "CR0105" if word[0].isalnum() or word[0] in '_"' else "CR0106"
    words = f"something is missing before `{word}`" if fault.is_gap else f"`{word[:40]}` cannot stand here"
    collector.report(code, words, at, _help(word, fault))


def _report_unfinished(piece: Piece, fault: Fault, collector: Collector) -> None:
    source = piece.span.source
    last = _LAST_WORD.search(piece.text)
    begin, end = last.span() if last else (0, len(piece.keyword))
    follows = _word_at(source.text, piece.span.end)
    help = _help(follows if "NAME" in fault.expected and follows in RESERVED else "", fault)
    at = Span(source, piece.place(begin), piece.place(end - 1) + 1)
    collector.report("CR0105", f"the {piece.keyword} is not finished", at, help)


def _word_at(text: str, start: int) -> str:
    end = start
    while end < len(text) and (text[end].isalnum() or text[end] in "_."):
        end += 1
    return text[start:end] or text[start : start + 1]


def _help(word: str, fault: Fault) -> str:
    if word in RESERVED:
        return f"`{word}` is a reserved word; choose another name"
    is_name = word.isalpha() and word not in keywords_of_grammar()
    match = fault.meant or (nearest(word, RESERVED) if is_name else None)
    if match and match != word:
        return f"did you mean `{match}`?"
    words = [keyword_of(terminal) for terminal in fault.expected]
    shown = ", ".join(words[:_MOST_EXPECTED]) + (", …" if len(words) > _MOST_EXPECTED else "")
    return f"expected {shown}" if words else ""
