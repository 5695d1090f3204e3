"""Stages report here and go on; the end of a stage raises once, sorted by place."""

from __future__ import annotations

from claimrules.diagnostics.diagnostic import Diagnostic, Label, PolicyError
from claimrules.text.span import Span

LIMIT = 50


def _place(diagnostic: Diagnostic) -> tuple[str, int]:
    origin = diagnostic.primary.origin
    return (origin.source.name, origin.start) if isinstance(origin, Span) else (str(origin), 0)


class Collector:
    """Gathers diagnostics; the same fault at the same place is kept once."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str, tuple[str, int]], Diagnostic] = {}

    def report(
        self, code: str, message: str, at: Span, help: str = "", *, words: str = "", also: tuple[Label, ...] = ()
    ) -> None:
        """Add one fault at `at`."""
        self.add(Diagnostic(code, message, Label(at, words), help, also))

    def add(self, diagnostic: Diagnostic) -> None:
        """Add one fault."""
        self._found.setdefault((diagnostic.code, diagnostic.message, _place(diagnostic)), diagnostic)

    def has_fault_in(self, span: Span) -> bool:
        """Tell whether something in a stretch of text was reported."""
        faults = (fault.primary.origin for fault in self._found.values())
        return any(
            isinstance(at, Span) and at.source == span.source and span.start <= at.start < span.end for at in faults
        )

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
