"""The rulesets that come with the package."""

from __future__ import annotations

from claimrules.syntax.library import shipped_names


def shipped() -> tuple[str, ...]:
    """Return the names of all rulesets that ship, vocabulary and conventions included."""
    return shipped_names()
