"""From an unknown name and the known ones, the one that was meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(name: str, known: Iterable[str], likeness: float = 0.6) -> str | None:
    """Return the known name most like `name`, if one is near."""
    names = sorted(known)
    matches = get_close_matches(name, names, n=1, cutoff=likeness)
    if matches:
        return matches[0]
    last = [candidate for candidate in names if candidate.rpartition(".")[2] == name.rpartition(".")[2]]
    return last[0] if last else None


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return help text naming the nearest known name, or an empty string."""
    match = nearest(name, known)
    return f"did you mean `{match}`?" if match else ""
