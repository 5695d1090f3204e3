"""Source → the stretches of text that are declarations, cut at the reserved words.

A declaration runs to the next reserved word, so a fault inside one never hides the others.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from attrs import define, field, frozen

from claimrules.diagnostics.collector import Collector
from claimrules.diagnostics.suggest import nearest
from claimrules.syntax.limits import DEEPEST, LONGEST_NUMBER
from claimrules.text.source import Source
from claimrules.text.span import Span

#: The words that begin a declaration, and can stand nowhere else.
RESERVED: Final = (
    "ruleset", "use", "source", "fact", "category", "calendar", "convention", "remedy", "window", "rule", "exclusion", "step", "case",
)  # fmt: skip
_NUMERAL = re.compile(r"\d[\d_.]*[A-Za-z]*")
_LEXEME = re.compile(r'#[^\n]*|"[^"\n]*"|"[^\n]*|[\w.]+|\S')


@frozen
class Piece:
    """One declaration's text: its keyword and where it stands."""

    keyword: str
    span: Span

    @property
    def name(self) -> str:
        """The name it declares, as far as it gives one."""
        words = self.span.text.split(maxsplit=2)
        return words[1] if len(words) > 1 else ""


def split(source: Source, collector: Collector) -> tuple[Piece, ...]:
    """Return the declarations; reports text before the first, open quotes, long numbers and deep nesting."""
    splitter = _Splitter(source, collector)
    for match in _LEXEME.finditer(source.text):
        if not match.group().startswith("#"):
            splitter.take(match.group(), Span(source, match.start(), match.end()))
    edges = [*splitter.starts, ("", len(source.text))]
    return tuple(Piece(word, Span(source, start, end)) for (word, start), (_, end) in pairwise(edges))


@define
class _Splitter:
    """Where declarations start, so far; the nesting inside the present one."""

    source: Source
    collector: Collector
    starts: list[tuple[str, int]] = field(factory=list)
    previous: str = ""
    depth: int = 0
    negations: int = 0
    is_astray: bool = False

    def take(self, lexeme: str, at: Span) -> None:
        """Take in the next word or sign."""
        if lexeme in RESERVED and self.previous != "next":
            self.starts.append((lexeme, at.start))
            self.depth = self.negations = 0
        elif self.starts:
            self._check(lexeme, at)
        elif not self.is_astray:
            self.is_astray = True
            _report_stray(lexeme, at, self.collector)
        self.previous = lexeme

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


def _report_stray(lexeme: str, at: Span, collector: Collector) -> None:
    match = nearest(lexeme, RESERVED)
    collector.report(
        "CR0104", f"`{lexeme[:40]}` does not begin a declaration", at,
        f"did you mean `{match}`?" if match else f"a declaration begins with one of: {', '.join(RESERVED)}",
    )  # fmt: skip
