"""Facts as nested data, and by their paths."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import tzinfo
from typing import Any

from claimrules.testing.drawn import leaves, nested
from tests.oracle.instants import to_datetime

__all__ = ["Path", "leaves", "nested", "without", "written"]

#: The keys that lead to a fact.
Path = tuple[str, ...]


def written(instant: int, offset: tzinfo) -> str:
    """Return an instant in ISO 8601 with an offset."""
    return to_datetime(instant).astimezone(offset).isoformat()


def without(document: Mapping[str, Any], gaps: set[Path]) -> dict[str, Any]:
    """Return facts without those at some paths."""
    return nested({path: value for path, value in leaves(document).items() if path not in gaps})
