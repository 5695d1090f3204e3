"""Source → the stretches of text that are declarations, cut at the reserved words.

A declaration runs to the next reserved word, so a fault inside one never hides the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from claimrules.diagnostics.collector import Collector
from claimrules.diagnostics.suggest import nearest
from claimrules.syntax.limits import DEEPEST, LONGEST_NUMBER
from claimrules.text.source import Source
from claimrules.text.span import Span

#: The words that begin a declaration, and can stand nowhere else.
RESERVED: Final = (
    "ruleset", "use", "source", "fact", "category", "convention", "remedy", "window", "rule", "exclusion", "step", "case",
)  # fmt: skip
_NUMERAL = re.compile(r"\d[\d_.]*[A-Za-z]*")
_NEGATIONS = re.compile(r"(?<!\w)(?:not\s+){" + str(DEEPEST + 1) + "}")
_LEXEME = re.compile(r'#[^\n]*|"[^"\n]*"|"[^\n]*|[\w.]+|\S')


@frozen
class Piece:
    """One declaration's text: its keyword and where it stands."""

    keyword: str
    span: Span


def _lexemes(source: Source) -> Iterator[tuple[str, int]]:
    for match in _LEXEME.finditer(source.text):
        if not match.group().startswith("#"):
            yield match.group(), match.start()


def split(source: Source, collector: Collector) -> tuple[Piece, ...]:
    """Return the declarations; reports text before the first, open quotes, long numbers and deep nesting."""
    _report_negations(source, collector)
    starts: list[tuple[str, int]] = []
    previous, depth, broken = "", 0, False
    for lexeme, start in _lexemes(source):
        at = Span(source, start, start + len(lexeme))
        if lexeme in RESERVED and previous != "next":
            starts.append((lexeme, start))
            depth, broken = 0, False
        elif not starts and not broken:
            broken = True
            _report_stray(lexeme, at, collector)
        else:
            depth = _checked(lexeme, at, depth, collector)
        previous = lexeme
    ends = [start for _, start in starts[1:]] + [len(source.text)]
    return tuple(Piece(word, Span(source, start, end)) for (word, start), end in zip(starts, ends, strict=True))


def _report_stray(lexeme: str, at: Span, collector: Collector) -> None:
    match = nearest(lexeme, RESERVED)
    collector.report(
        "CR0104", f"`{lexeme[:40]}` does not begin a declaration", at,
        f"did you mean `{match}`?" if match else f"a declaration begins with one of: {', '.join(RESERVED)}",
    )  # fmt: skip


def _checked(lexeme: str, at: Span, depth: int, collector: Collector) -> int:
    if lexeme.startswith('"') and (len(lexeme) == 1 or not lexeme.endswith('"')):
        collector.report("CR0107", "the quoted text is not closed on its line", at, 'end it with "')
    if _NUMERAL.fullmatch(lexeme) and sum(c.isdigit() for c in lexeme) > LONGEST_NUMBER:
        collector.report("CR0109", f"the number has more than {LONGEST_NUMBER} digits", at, "write a smaller number")
    if lexeme == "(" and depth == DEEPEST:
        _report_depth(at, collector)
    return depth + (lexeme == "(") - (lexeme == ")")


def _report_depth(at: Span, collector: Collector) -> None:
    collector.report("CR0108", f"more than {DEEPEST} levels of nesting", at, "split the condition into rules")


def _report_negations(source: Source, collector: Collector) -> None:
    for match in _NEGATIONS.finditer(source.text):
        _report_depth(Span(source, match.start(), match.start() + len("not")), collector)
