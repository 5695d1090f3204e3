"""`use`, `source`: what a file draws on, other files and the documents that its statements cite."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import field, frozen

from claimrules.constructs.construct import Builder, Construct, Name, SyntaxTree, Words, nothing_to_check, quoted
from claimrules.constructs.declarations.clauses import only, title_of
from claimrules.constructs.literals import date_of
from claimrules.text.span import Span


@frozen
class Use:
    """Another file whose vocabulary is brought in."""

    name: Name
    span: Span = field(eq=False, repr=False)


@frozen
class Source:
    """A document that statements cite."""

    name: Name
    title: Words
    dated: date | None
    checked: date | None
    url: str
    confidence: str
    span: Span = field(eq=False, repr=False)


def _date(tree: Any, alias: str, b: Builder) -> date | None:
    clause = only(tree, alias, b)
    return date_of(clause.children[0], b) if clause else None


def _build_source(tree: SyntaxTree, b: Builder) -> Source:
    url, confidence = only(tree, "url", b), only(tree, "confidence", b)
    return Source(
        b.name(tree.children[0]),
        title_of(tree),
        _date(tree, "dated", b),
        _date(tree, "checked", b),
        quoted(url.children[0]) if url else "",
        str(confidence.children[0]) if confidence else "",
        b.span(tree),
    )


USE = Construct(
    "use", Use, "Brings in another file's vocabulary.", "use vocabulary.commerce",
    lambda tree, b: Use(b.name(tree.children[0]), b.span(tree)), nothing_to_check, nothing_to_check,
)  # fmt: skip
SOURCE = Construct(
    "source", Source, "A document that statements cite.", 'source terms "Terms of sale" dated 2025-12-10',
    _build_source, nothing_to_check, nothing_to_check,
)  # fmt: skip
