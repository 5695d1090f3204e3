"""Path → everything to be said about a policy file: its faults, or its warnings where it has none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from claimrules.compiler.pipeline import check_file
from claimrules.diagnostics.diagnostic import Diagnostic


def check(path: str | Path, *, today: date | None = None, checked_within: int = 365) -> tuple[Diagnostic, ...]:
    """Return every fault of a policy file or, where it has none, every warning; never raises for either.

    Args:
        path: the file.
        today: the day on which sources are looked at; the clock's when not given.
        checked_within: so many days after it was checked a source is to be checked again.
    """
    return check_file(Path(path))
