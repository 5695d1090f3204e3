"""Source → the stretches of text that are declarations, cut at the reserved words.

A declaration runs to the next reserved word, or to a word that can only be a misspelt one, so a fault inside a
declaration never hides the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, pairwise
from typing import Final

from attrs import define, field

from claimrules.diagnostics.collector import Collector
from claimrules.diagnostics.suggest import nearest
from claimrules.syntax.grammar import keywords_of_grammar
from claimrules.syntax.limits import DEEPEST, LONGEST_NUMBER
from claimrules.syntax.piece import Piece
from claimrules.text.source import Source
from claimrules.text.span import Span

#: The words that begin a declaration, and can stand nowhere else but in `next step` and `layer category`.
RESERVED: Final = (
    "ruleset", "use", "source", "fact", "category", "calendar", "convention", "parameter",
    "remedy", "duty", "window", "rule", "table", "exclusion", "step", "case",
)  # fmt: skip
_NUMERAL = re.compile(r"\d[\d_.]*[A-Za-z]*")
_WORD = re.compile(r"[a-z]{3,12}")
_NAME = re.compile(r"[a-z_][\w.]*")
_LEXEME = re.compile(r'#[^\n]*|"[^"\n]*"|"[^\n]*|[\w.]+|\S')
#: How much like a reserved word a misspelt one must be.
_LIKENESS: Final = 0.7


def split(source: Source, collector: Collector) -> tuple[Piece, ...]:
    """Return the declarations; reports text before the first, open quotes, long numbers and deep nesting."""
    splitter, before = _Splitter(source, collector), ""
    for match in lexemes_of(source.text):
        meant = _begins(match, before)
        before = match.group()
        splitter.take(before, Span(source, match.start(), match.end()), meant)
    return splitter.pieces()


def lexemes_of(text: str, start: int = 0) -> Iterator[re.Match[str]]:
    """Return the words, quoted texts and signs of a text, without comments."""
    return (match for match in _LEXEME.finditer(text, start) if not match.group().startswith("#"))


def _begins(lexeme: re.Match[str], before: str) -> str:
    """Return the reserved word with which a declaration begins here, if one does: as written, or as it was meant."""
    word = lexeme.group()
    if word in RESERVED:
        return "" if before in {"next", "layer"} or _is_expected_duty(lexeme, before) else word
    if not _WORD.fullmatch(word) or word in keywords_of_grammar() or not _is_whole(before):
        return ""
    is_line_start = lexeme.start() == 0 or lexeme.string[lexeme.start() - 1] == "\n"
    return _meant(word) if declared_after(lexeme, needs_title=not is_line_start) else ""


def _is_expected_duty(lexeme: re.Match[str], before: str) -> bool:
    """Tell whether a duty is what a case expects: after its name comes neither a title nor the event that meets it."""
    if lexeme.group() != "duty" or before not in {"expect", "and", "no"}:
        return False
    _, second = [*(found.group() for found in islice(lexemes_of(lexeme.string, lexeme.end()), 2)), "", ""][:2]
    return not second.startswith('"') and second != "met"


def _is_whole(before: str) -> bool:
    """Tell whether what stands before can end a declaration: a name, a quoted text, a date; or nothing is there."""
    return not before or ((before[-1].isalnum() or before[-1] in '")_') and before not in keywords_of_grammar())


def declared_after(lexeme: re.Match[str], *, needs_title: bool = True) -> str:
    """Return the name that would be declared if a declaration began here: one follows, and a title after it."""
    first, second = [*(found.group() for found in islice(lexemes_of(lexeme.string, lexeme.end()), 2)), "", ""][:2]
    has_title = second.startswith('"')
    is_name = bool(_NAME.fullmatch(first)) and (has_title or first not in keywords_of_grammar())
    return first if is_name and (has_title or not needs_title) else ""


@lru_cache(maxsize=1024)
def _meant(word: str) -> str:
    same_letters = [reserved for reserved in RESERVED if sorted(reserved) == sorted(word)]
    if same_letters:
        return same_letters[0]
    match = nearest(word, {*RESERVED, *keywords_of_grammar()}, _LIKENESS)
    return match if match in RESERVED else ""


@define
class _Splitter:
    """Where declarations start, so far; the nesting inside the present one."""

    source: Source
    collector: Collector
    starts: list[tuple[str, Span]] = field(factory=list)
    depth: int = 0
    negations: int = 0
    is_astray: bool = False

    def take(self, lexeme: str, at: Span, meant: str) -> None:
        """Take in the next word or sign; with `meant` a declaration begins."""
        if meant:
            self.starts.append((meant, at))
            self.depth = self.negations = 0
        elif self.starts:
            self._check(lexeme, at)
        elif not self.is_astray:
            self.is_astray = True
            report_stray(at, self.collector)

    def pieces(self) -> tuple[Piece, ...]:
        """Return the declarations, each up to the next; a misspelt keyword is put right."""
        end = Span(self.source, len(self.source.text), len(self.source.text))
        edges = pairwise([*self.starts, ("", end)])
        return tuple(_piece(word, at, Span(self.source, at.start, after.start)) for (word, at), (_, after) in edges)

    def _check(self, lexeme: str, at: Span) -> None:
        report = self.collector.report
        if lexeme.startswith('"') and (len(lexeme) == 1 or not lexeme.endswith('"')):
            report("CR0107", "the quoted text is not closed on its line", at, 'end it with "')
        if _NUMERAL.fullmatch(lexeme) and sum(c.isdigit() for c in lexeme) > LONGEST_NUMBER:
            report("CR0109", f"the number has more than {LONGEST_NUMBER} digits", at, "write a smaller number")
        self.depth += (lexeme == "(") - (lexeme == ")")
        self.negations = self.negations + 1 if lexeme == "not" else 0
        if (self.depth if lexeme == "(" else self.negations) == DEEPEST + 1:
            report("CR0108", f"more than {DEEPEST} levels of nesting", at, "split the condition into rules")


def _piece(keyword: str, at: Span, whole: Span) -> Piece:
    piece = Piece(keyword, whole)
    return piece if at.text == keyword else piece.replaced(0, len(at.text), keyword, is_misspelt=True)


def report_stray(at: Span, collector: Collector) -> None:
    """Report a word that begins no declaration."""
    match = nearest(at.text, RESERVED)
    collector.report(
        "CR0104", f"`{at.text[:40]}` does not begin a declaration", at,
        f"did you mean `{match}`?" if match else f"a declaration begins with one of: {', '.join(RESERVED)}",
    )  # fmt: skip
