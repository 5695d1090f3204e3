"""Path → everything to be said about a policy file: its faults, or its warnings where it has none."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from claimrules.compiler.pipeline import checked_file
from claimrules.compiler.resolve import Resolved
from claimrules.diagnostics.diagnostic import Diagnostic, PolicyError
from claimrules.lint.accepted import is_accepted
from claimrules.lint.rules import RULES
from claimrules.lint.subject import Subject
from claimrules.text.span import Span

#: So many days after it was checked, a source is to be checked again.
CHECKED_WITHIN = 365


def check(
    path: str | Path, *, today: date | None = None, checked_within: int = CHECKED_WITHIN
) -> tuple[Diagnostic, ...]:
    """Return every fault of a policy file or, where it has none, every warning; never raises for either.

    Args:
        path: the file.
        today: the day on which sources are looked at; the clock's when not given.
        checked_within: so many days after it was checked a source is to be checked again.
    """
    try:
        resolved = checked_file(Path(path))
    except PolicyError as error:
        return error.diagnostics
    return warnings(resolved, today or datetime.now(UTC).date(), checked_within)


def warnings(resolved: Resolved, today: date, checked_within: int = CHECKED_WITHIN) -> tuple[Diagnostic, ...]:
    """Return what may be meant in a file but hardly is, in the order of the file; what was accepted is left out."""
    subject = Subject(resolved, today, checked_within)
    found = [diagnostic for rule in RULES for diagnostic in rule.check(subject)]
    own = (one for one in found if _is_in(resolved, one) and not is_accepted(one, resolved.file))
    return tuple(sorted(own, key=_place))


def _is_in(resolved: Resolved, diagnostic: Diagnostic) -> bool:
    """Tell whether a finding is in the file itself, not in one that it extends."""
    origin = diagnostic.primary.origin
    return isinstance(origin, Span) and origin.source.name == resolved.file.source.name


def _place(diagnostic: Diagnostic) -> int:
    origin = diagnostic.primary.origin
    return origin.start if isinstance(origin, Span) else 0
