"""Stages report here and go on; the end of a stage raises once, sorted by place."""

from __future__ import annotations

from claimrules.diagnostics.diagnostic import Diagnostic, Label, PolicyError
from claimrules.text.span import Span

LIMIT = 50
#: Codes that say a part is missing; nobody can tell of a declaration that could not be read whole.
_MISSING = frozenset({"CR0401", "CR0403"})


def _place(diagnostic: Diagnostic) -> tuple[str, int]:
    origin = diagnostic.primary.origin
    return (origin.source.name, origin.start) if isinstance(origin, Span) else (str(origin), 0)


def _lies_in(at: Span, span: Span) -> bool:
    return at.source == span.source and span.start <= at.start < span.end


class Collector:
    """Gathers diagnostics; the same fault at the same place is kept once."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str, tuple[str, int]], Diagnostic] = {}
        self._unread: dict[str, list[Span]] = {}

    def report(
        self, code: str, message: str, at: Span, help: str = "", *, words: str = "", also: tuple[Label, ...] = ()
    ) -> None:
        """Add one fault at `at`; that a part is missing only of what could be read whole."""
        if code in _MISSING and any(_lies_in(at, span) for spans in self._unread.values() for span in spans):
            return
        self.add(Diagnostic(code, message, Label(at, words), help, also))

    def add(self, diagnostic: Diagnostic) -> None:
        """Add one fault."""
        self._found.setdefault((diagnostic.code, diagnostic.message, _place(diagnostic)), diagnostic)

    def leave_unread(self, kind: str, span: Span) -> None:
        """Note that a declaration could not be read, or not whole."""
        self._unread.setdefault(kind, []).append(span)

    def has_unread(self, kind: str) -> bool:
        """Tell whether a declaration of this kind could not be read, or not whole."""
        return kind in self._unread

    def has_code(self, *codes: str) -> bool:
        """Tell whether a fault of one of these codes was reported."""
        return any(fault.code in codes for fault in self._found.values())

    def has_fault_in(self, span: Span) -> bool:
        """Tell whether something in a stretch of text was reported."""
        faults = (fault.primary.origin for fault in self._found.values())
        return any(isinstance(at, Span) and _lies_in(at, span) for at in faults)

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
