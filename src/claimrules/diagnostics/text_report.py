"""Diagnostic → the text underlined, for people."""

from __future__ import annotations

from claimrules.diagnostics.diagnostic import Diagnostic, Label
from claimrules.text.span import Span

_WIDEST = 160


def _excerpt(label: Label) -> list[str]:
    if not isinstance(label.origin, Span):
        return [f"  --> {label.origin}"]
    span = label.origin
    shown = span.source.line(span.line).replace("\t", " ")
    skipped = max(0, span.column - _WIDEST // 2) if len(shown) > _WIDEST else 0
    shown = "".join(c if c.isprintable() else "\ufffd" for c in shown[skipped : skipped + _WIDEST])
    width = max(1, min(span.end - span.start, len(shown) - (span.column - 1 - skipped)))
    margin = " " * len(str(span.line))
    mark = " " * (span.column - 1 - skipped) + "^" * width
    return [
        f"{margin}--> {span}",
        f"{margin} |",
        f"{span.line} | {shown}",
        f"{margin} | {mark} {label.words}".rstrip(),
    ]


def render(diagnostic: Diagnostic) -> str:
    """Return the diagnostic as several lines: code, place, underlined text, help, and where more is said."""
    lines = [f"{diagnostic.severity}[{diagnostic.code}]: {diagnostic.message}", *_excerpt(diagnostic.primary)]
    for label in diagnostic.secondary:
        lines += _excerpt(label)
    if diagnostic.help:
        lines.append(f"  = help: {diagnostic.help}")
    lines.append(f"  = more: claimrules explain-code {diagnostic.code}")
    return "\n".join(lines)
