"""Facts as nested data, and by their paths."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import tzinfo
from typing import Any

from tests.oracle.instants import to_datetime

#: The keys that lead to a fact.
Path = tuple[str, ...]


def written(instant: int, offset: tzinfo) -> str:
    """Return an instant in ISO 8601 with an offset."""
    return to_datetime(instant).astimezone(offset).isoformat()


def nested(values: Mapping[Path, Any]) -> dict[str, Any]:
    """Return facts in the nested form of JSON, by their paths."""
    document: dict[str, Any] = {}
    for (*folders, last), value in values.items():
        place = document
        for folder in folders:
            place = place.setdefault(folder, {})
        place[last] = value
    return document


def leaves(document: Mapping[str, Any], folder: Path = ()) -> dict[Path, Any]:
    """Return nested facts by their paths."""
    found: dict[Path, Any] = {}
    for key, value in document.items():
        path = (*folder, key)
        found |= leaves(value, path) if isinstance(value, dict) else {path: value}
    return found


def without(document: Mapping[str, Any], gaps: set[Path]) -> dict[str, Any]:
    """Return facts without those at some paths."""
    return nested({path: value for path, value in leaves(document).items() if path not in gaps})
