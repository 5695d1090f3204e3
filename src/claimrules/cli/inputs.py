"""What commands read: facts from a file or standard input, an instant; and how faults end a command."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click

from claimrules.cli.screen import say, shown
from claimrules.diagnostics.diagnostic import Diagnostic, FactsError, Label, PolicyError, RecordError
from claimrules.domain.decision_instant import out_of_years
from claimrules.domain.fact_events import YEARS
from claimrules.domain.json_text import parse_json
from claimrules.text.span import Pointer


@contextmanager
def faults_reported() -> Iterator[None]:
    """End the command with exit code 1 and every diagnostic, instead of a traceback."""
    try:
        yield
    except (PolicyError, FactsError, RecordError) as error:
        say(shown(error.diagnostics), to_errors=True)
        sys.exit(1)


def facts_from(path: str) -> object:
    """Return the JSON of a file, or of standard input for `-`.

    Raises:
        FactsError: it is not JSON, or the file cannot be read (CR0611).
    """
    if path == "-":
        return parse_json(sys.stdin.buffer.read(), "standard input")
    try:
        return parse_json(Path(path).read_bytes(), path)
    except OSError as error:
        words = f"the facts cannot be read: {(error.strerror or 'not a file').lower()}"
        help_words = "name a file of JSON, or - for standard input"
        raise FactsError((Diagnostic("CR0611", words, Label(Pointer(path, "")), help_words),)) from None


class Instant(click.ParamType):  # type: ignore[type-arg]  # generic only in newer releases of click
    """A date and time with its offset from UTC."""

    name = "instant"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Return the instant, or end with a usage error that says how to write one."""
        try:
            at = datetime.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!s} is no time; write it as in 2026-03-21T12:00+09:00", param, ctx)
        if at.tzinfo is None:
            self.fail(f"{value!s} has no offset from UTC; write it as in {value!s}+09:00", param, ctx)
        if at.year not in YEARS:
            self.fail(out_of_years(at), param, ctx)
        return at


def now() -> datetime:
    """Return the instant a command takes when it is given none."""
    return datetime.now(UTC).replace(microsecond=0)
