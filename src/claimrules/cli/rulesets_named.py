"""A ruleset's name or path on the command line, or several with commas between them → what decides a claim."""

from __future__ import annotations

from pathlib import Path

from claimrules.api import Ruleset, load
from claimrules.stack import Stack


def ruleset_or_stack(names: str) -> Ruleset | Stack:
    """Return one ruleset, or of several names a stack.

    Raises:
        PolicyError: one cannot be found, has faults, or does not go with another.
    """
    if "," not in names or Path(names).exists():
        return load(names)
    return Stack(name for name in map(str.strip, names.split(",")) if name)
