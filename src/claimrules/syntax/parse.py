"""A declaration's text → parse tree, or a diagnostic that says what could have stood there."""

from __future__ import annotations

import re

from lark import Token, Tree
from lark.exceptions import UnexpectedCharacters, UnexpectedInput, UnexpectedToken

from claimrules.diagnostics.collector import Collector
from claimrules.diagnostics.suggest import nearest
from claimrules.syntax.grammar import keyword_of, keywords_of_grammar, parser
from claimrules.syntax.limits import DEEPEST_TREE
from claimrules.syntax.split import RESERVED, Piece
from claimrules.text.span import Span

_MOST_EXPECTED = 8
_LAST_WORD = re.compile(r"\S+(?=\s*$)")


def parse(piece: Piece, collector: Collector) -> Tree[Token] | None:
    """Return the tree of one declaration (positions count from the piece's start), or None after a report."""
    try:
        tree = parser().parse(piece.span.text)
        return None if _is_too_deep(tree, piece, collector) else tree
    except UnexpectedToken as error:
        _report(piece, error, str(error.token), sorted(error.accepts or error.expected), collector)
    except UnexpectedCharacters as error:
        _report(piece, error, error.char, sorted(error.allowed or ()), collector)
    return None


def _is_too_deep(tree: Tree[Token], piece: Piece, collector: Collector) -> bool:
    level: list[Tree[Token]] = [tree]
    for _ in range(DEEPEST_TREE):
        level = [child for parent in level for child in parent.children if isinstance(child, Tree)]
        if not level:
            return False
    start = piece.span.start + (getattr(level[0].meta, "start_pos", None) or 0)
    words = f"the {piece.keyword} is nested more than {DEEPEST_TREE} levels deep"
    collector.report("CR0108", words, Span(piece.span.source, start, start + 1), "split it into several")
    return True


def _report(piece: Piece, error: UnexpectedInput, found: str, expected: list[str], collector: Collector) -> None:
    start = error.pos_in_stream
    if not found or start is None:
        _report_unfinished(piece, expected, collector)
        return
    word = _word_at(piece.span.text, start) or found
    at = Span(piece.span.source, piece.span.start + start, piece.span.start + start + max(1, len(word)))
    code = "CR0105" if word[0].isalnum() or word[0] in '_"' else "CR0106"
    collector.report(code, f"`{word[:40]}` cannot stand here", at, _help(word, expected))


def _report_unfinished(piece: Piece, expected: list[str], collector: Collector) -> None:
    source, start = piece.span.source, piece.span.start
    last = _LAST_WORD.search(piece.span.text)
    begin, end = last.span() if last else (0, len(piece.keyword))
    follows = _word_at(source.text, piece.span.end)
    help = _help(follows, expected) if "NAME" in expected and follows in RESERVED else _help("", expected)
    at = Span(source, start + begin, start + end)
    collector.report("CR0105", f"the {piece.keyword} is not finished", at, help)


def _word_at(text: str, start: int) -> str:
    end = start
    while end < len(text) and (text[end].isalnum() or text[end] in "_."):
        end += 1
    return text[start:end] or text[start : start + 1]


def _help(word: str, expected: list[str]) -> str:
    words = [keyword_of(terminal) for terminal in expected]
    keywords = [w.strip("`, ") for w in words if w.startswith("`")] + list(RESERVED)
    if word in RESERVED:
        return f"`{word}` is a reserved word; choose another name"
    match = nearest(word, keywords) if word.isalpha() and word not in keywords_of_grammar() else None
    if match and match != word:
        return f"did you mean `{match}`?"
    shown = ", ".join(words[:_MOST_EXPECTED]) + (", …" if len(words) > _MOST_EXPECTED else "")
    return f"expected {shown}" if words else ""
