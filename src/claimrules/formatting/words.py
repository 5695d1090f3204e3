"""Source → its declarations as words, each with what stands before it, and their parse trees."""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen
from lark import Token, Tree

from claimrules.diagnostics.collector import Collector
from claimrules.formatting.gaps import Gap, gap_of
from claimrules.formatting.spacing import canonical
from claimrules.syntax.grammar import parser
from claimrules.syntax.keywords import is_keyword
from claimrules.syntax.parse import parse
from claimrules.syntax.piece import Piece
from claimrules.syntax.split import report_stray, split
from claimrules.text.source import Source
from claimrules.text.span import Span

_WORD_OR_COMMENT: Final = re.compile(r"#[^\n]*|[^\s#]+")


@frozen
class Word:
    """One word or sign of a declaration.

    Args:
        text: with white space inside it as it should be.
        start: where it begins in the declaration's text.
        gap: what stands before it.
        is_keyword: it is a word of the language, not a name or a value.
    """

    text: str
    start: int
    gap: Gap
    is_keyword: bool


@frozen
class Declaration:
    """One declaration's words and its tree, whose places count in the same text as the words' starts."""

    keyword: str
    words: tuple[Word, ...]
    tree: Tree[Token]


def declarations(source: Source) -> tuple[tuple[Declaration, ...], Gap]:
    """Return the declarations of a text, and what stands after the last.

    Raises:
        PolicyError: with every fault of its syntax.
    """
    pieces = _right_pieces(source)
    end, found = 0, []
    for piece in pieces:
        declaration, end = _declaration(piece, end)
        found.append(declaration)
    return tuple(found), gap_of(source.text[end:], is_first=not found)


def _right_pieces(source: Source) -> tuple[Piece, ...]:
    collector = Collector()
    pieces = split(source, collector)
    for piece in pieces:
        if piece.is_misspelt:
            word = piece.span.text.split(maxsplit=1)[0]
            report_stray(Span(source, piece.span.start, piece.span.start + len(word)), collector)
        elif not collector.has_fault_in(piece.span):
            parse(piece, collector)
    collector.raise_if_any()
    return pieces


def _declaration(piece: Piece, end: int) -> tuple[Declaration, int]:
    """Return a declaration, and where in the file its last word ends; `end` is where the word before it ends."""
    steps = parser().parse_interactive(piece.text)
    tokens = list(steps.exhaust_lexer())
    start, text, words = piece.span.start, piece.span.source.text, []
    for token in tokens:
        for first, last in _parts(text, start + (token.start_pos or 0), start + (token.end_pos or 0)):
            gap = gap_of(text[end:first], is_first=end == 0)
            words.append(Word(canonical(text[first:last]), first - start, gap, is_keyword(token.type)))
            end = last
    tree: Tree[Token] = steps.feed_eof(tokens[-1])  # type: ignore[no-untyped-call]  # of lark
    whole = next(child for child in tree.children if isinstance(child, Tree))
    return Declaration(piece.keyword, tuple(words), whole), end


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where a token stands; one of several words with a comment between them is its words."""
    if text[start] == '"' or "#" not in text[start:end]:
        return [(start, end)]
    found = _WORD_OR_COMMENT.finditer(text, start, end)
    return [match.span() for match in found if not match.group().startswith("#")]
