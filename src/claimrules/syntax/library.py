"""Names of rulesets → files: those that ship, then those beside the file that asks."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from claimrules.text.resources import data_root

#: Where the conventions lie, each in a file of its name, so that a text can count with one without a `use`.
CONVENTIONS: Final = "conventions."


def shipped_root() -> Path:
    """Return the folder of the rulesets that ship."""
    return data_root() / "rulesets"


def find(name: str, beside: Path | None = None) -> Path | None:
    """Return the file of a dotted name, or None. The path follows the name: `a.b` is `a/b.claim`."""
    relative = Path(*name.split(".")).with_suffix(".claim")
    roots = [shipped_root(), *([beside, *list(beside.parents)[:3]] if beside else [])]
    return next((root / relative for root in roots if (root / relative).is_file()), None)


def shipped_conventions() -> tuple[str, ...]:
    """Return the names by which a text can count with the conventions that ship, sorted."""
    return tuple(name.removeprefix(CONVENTIONS) for name in shipped_names() if name.startswith(CONVENTIONS))


def shipped_names() -> tuple[str, ...]:
    """Return the names of all files that ship, sorted."""
    root = shipped_root()
    files = (path for path in root.rglob("*.claim") if "@" not in path.name)
    return tuple(sorted(".".join(path.relative_to(root).with_suffix("").parts) for path in files))
