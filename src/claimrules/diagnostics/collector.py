"""Stages report here and go on; the end of a stage raises once, sorted by place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from typing import Final

from claimrules.diagnostics.diagnostic import Diagnostic, Label, PolicyError
from claimrules.text.span import Span

LIMIT = 50
#: Codes that say a part is missing; nobody can tell of a declaration that could not be read whole.
_MISSING = frozenset({"CR0401", "CR0403"})

#: Stands for every code.
_ANY: Final = ""


def _place(diagnostic: Diagnostic) -> tuple[str, int]:
    origin = diagnostic.primary.origin
    return (origin.source.name, origin.start) if isinstance(origin, Span) else (str(origin), 0)


def _lies_in(at: Span, span: Span) -> bool:
    return at.source == span.source and span.start <= at.start < span.end


class Collector:
    """Gathers diagnostics; the same fault at the same place is kept once."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str, tuple[str, int]], Diagnostic] = {}
        self._codes: set[str] = set()
        self._starts: dict[tuple[str, str], list[int]] = {}
        self._unread_kinds: set[str] = set()
        self._unread: dict[str, list[Span]] = {}

    def report(
        self, code: str, message: str, at: Span, help: str = "", *, words: str = "", also: tuple[Label, ...] = ()
    ) -> None:
        """Add one fault at `at`; that a part is missing only of what could be read whole."""
        if code in _MISSING and self._is_unread(at):
            return
        self.add(Diagnostic(code, message, Label(at, words), help, also))

    def add(self, diagnostic: Diagnostic) -> None:
        """Add one fault."""
        name, start = place = _place(diagnostic)
        self._found.setdefault((diagnostic.code, diagnostic.message, place), diagnostic)
        self._codes.add(diagnostic.code)
        for code in (_ANY, diagnostic.code):
            insort(self._starts.setdefault((name, code), []), start)

    def leave_unread(self, kind: str, span: Span) -> None:
        """Note that a declaration could not be read, or not whole; those of one file come in order."""
        self._unread_kinds.add(kind)
        self._unread.setdefault(span.source.name, []).append(span)

    def leave_open(self, kind: str) -> None:
        """Note that not all is known of a declaration of this kind, though it could be read."""
        self._unread_kinds.add(kind)

    def has_unread(self, kind: str) -> bool:
        """Tell whether a declaration of this kind could not be read, or not all is known of it."""
        return kind in self._unread_kinds

    def _is_unread(self, at: Span) -> bool:
        spans = self._unread.get(at.source.name, [])
        index = bisect_right(spans, at.start, key=lambda span: span.start)
        return index > 0 and _lies_in(at, spans[index - 1])

    def has_code(self, *codes: str) -> bool:
        """Tell whether a fault of one of these codes was reported."""
        return not self._codes.isdisjoint(codes)

    def has_fault_in(self, span: Span, code: str = _ANY) -> bool:
        """Tell whether something in a stretch of text was reported, or a fault of one code."""
        starts = self._starts.get((span.source.name, code), [])
        index = bisect_left(starts, span.start)
        return index < len(starts) and starts[index] < span.end

    @property
    def found(self) -> tuple[Diagnostic, ...]:
        """All faults so far, by place, at most `LIMIT`."""
        return tuple(sorted(self._found.values(), key=_place)[:LIMIT])

    def raise_if_any(self) -> None:
        """End a stage.

        Raises:
            PolicyError: something was reported.
        """
        if self._found:
            raise PolicyError(self.found)
