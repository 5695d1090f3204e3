"""Places: a stretch of a policy text, or a pointer into a document of facts."""

from __future__ import annotations

from attrs import field, frozen

from claimrules.text.source import Source


@frozen
class Span:
    """Characters `start` (included) to `end` (excluded) of a source, counted from 0."""

    source: Source = field(eq=False)
    start: int
    end: int

    @property
    def line(self) -> int:
        """The line the span starts on, counted from 1."""
        return self.source.position(self.start)[0]

    @property
    def column(self) -> int:
        """The column the span starts at, counted from 1."""
        return self.source.position(self.start)[1]

    @property
    def text(self) -> str:
        """The characters themselves."""
        return self.source.text[self.start : self.end]

    def __str__(self) -> str:
        return f"{self.source.name}:{self.line}:{self.column}"


@frozen
class Pointer:
    """A place in a document of facts, as a JSON pointer (RFC 6901)."""

    document: str
    pointer: str

    def __str__(self) -> str:
        return f"{self.document}#{self.pointer}"


Origin = Span | Pointer
