"""Text for people: coloured on a terminal, plain in a pipe."""

from __future__ import annotations

import os
import re
import sys
from typing import Any

import click

from claimrules.diagnostics.diagnostic import Diagnostic
from claimrules.diagnostics.text_report import render

#: What stands out, and how.
_STYLES = (
    (re.compile(r"^error\[CR\d{4}\]", re.MULTILINE), {"fg": "red", "bold": True}),
    (re.compile(r"^warning\[CR\d{4}\]", re.MULTILINE), {"fg": "yellow", "bold": True}),
    (re.compile(r"\^+(?= |$)", re.MULTILINE), {"fg": "red", "bold": True}),
    (re.compile(r"= (?:help|more):"), {"fg": "cyan", "bold": True}),
    (re.compile(r"\[yes\]|: available$", re.MULTILINE), {"fg": "green"}),
    (re.compile(r"\[no\]|: (?:denied|expired|unavailable)$", re.MULTILINE), {"fg": "red"}),
    (re.compile(r"\[unknown\]|: undetermined$", re.MULTILINE), {"fg": "yellow"}),
)


def is_coloured() -> bool:
    """Tell whether output is coloured: on a terminal, or with FORCE_COLOR, and not with NO_COLOR."""
    return not os.environ.get("NO_COLOR") and (sys.stdout.isatty() or bool(os.environ.get("FORCE_COLOR")))


def say(text: str, *, to_errors: bool = False) -> None:
    """Print text for people."""
    if is_coloured():
        for pattern, style in _STYLES:
            text = pattern.sub(lambda match, style=style: click.style(match.group(), **style), text)  # type: ignore[misc]  # a style's keys are click's
    click.echo(text, err=to_errors, color=is_coloured())


def styled(words: str, **style: Any) -> str:
    """Return words in a style, where output is coloured."""
    return click.style(words, **style) if is_coloured() else words


def echo(text: str) -> None:
    """Print text that has its styles."""
    click.echo(text, color=is_coloured())


def shown(faults: tuple[Diagnostic, ...]) -> str:
    """Return faults as text, an empty line between them."""
    return "\n\n".join(map(render, faults))
