"""Diagnostic → dict (editors, CI), and → a GitHub workflow command."""

from __future__ import annotations

from typing import Any

from claimrules.diagnostics.diagnostic import Diagnostic, Label
from claimrules.text.span import Span


def _label(label: Label) -> dict[str, Any]:
    if not isinstance(label.origin, Span):
        return {"file": label.origin.document, "pointer": label.origin.pointer, "words": label.words}
    span = label.origin
    end_line, end_column = span.source.position(span.end)
    return {
        "file": span.source.name,
        "line": span.line,
        "column": span.column,
        "end_line": end_line,
        "end_column": end_column,
        "words": label.words,
    }


def to_dict(diagnostic: Diagnostic) -> dict[str, Any]:
    """Return plain data for JSON."""
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity,
        "title": diagnostic.title,
        "message": diagnostic.message,
        "help": diagnostic.help,
        "at": _label(diagnostic.primary),
        "also": [_label(label) for label in diagnostic.secondary],
    }


def _escaped(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def to_github(diagnostic: Diagnostic) -> str:
    """Return one `::error …::` or `::warning …::` line, which GitHub shows beside the code."""
    origin = diagnostic.primary.origin
    words = _escaped(f"{diagnostic.message}. {diagnostic.help}".rstrip(". "))
    if not isinstance(origin, Span):
        return f"::{diagnostic.severity} file={_escaped(origin.document)},title={diagnostic.code}::{words}"
    name = _escaped(origin.source.name).replace(",", "%2C").replace(":", "%3A")
    return (
        f"::{diagnostic.severity} file={name},line={origin.line},col={origin.column},title={diagnostic.code}::{words}"
    )
