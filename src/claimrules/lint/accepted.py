"""Findings that the author has looked at: `# accept CR0705: the terms say so` in or above the declaration."""

from __future__ import annotations

import re

from claimrules.compiler.build import File
from claimrules.diagnostics.diagnostic import Diagnostic
from claimrules.text.span import Span

_ACCEPTED = re.compile(r"#\s*accept\s+(CR\d{4})\s*:[ \t]*\S")
_COMMENT_ABOVE = re.compile(r"(?:^[ \t]*#[^\n]*\n)+[ \t]*\Z", re.MULTILINE)


def is_accepted(diagnostic: Diagnostic, file: File) -> bool:
    """Tell whether a comment in the declaration, or right above it, accepts the finding and says why."""
    at = diagnostic.primary.origin
    if not isinstance(at, Span):
        return False
    own = (node.span for node in file.nodes if node.span.source.name == at.source.name)
    span = next((span for span in own if span.start <= at.start < span.end), None)
    if span is None:
        return False
    text = file.source.text
    above = _COMMENT_ABOVE.search(text, 0, span.start)
    end = text.find("\n", span.end)
    said = text[above.start() if above else span.start : len(text) if end < 0 else end]
    return diagnostic.code in _ACCEPTED.findall(said)
