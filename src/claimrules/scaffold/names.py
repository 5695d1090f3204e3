"""What a ruleset can be called, which file that makes, and where rulesets of a folder stand."""

from __future__ import annotations

import re
from pathlib import Path

from claimrules.compiler.build import build
from claimrules.diagnostics.collector import Collector
from claimrules.text.source import Source


def is_name(name: str) -> bool:
    """Tell whether the language reads this as the name of one ruleset."""
    collector = Collector()
    file = build(Source("name", f"ruleset {name}\n"), collector)
    ruleset = file.ruleset
    return not collector.found and ruleset is not None and len(file.nodes) == 1 and ruleset.name.text == name


def mended(name: str) -> str:
    """Return the name that was probably meant, or an empty text."""
    words = name.removesuffix(".claim").lower().replace("/", ".").replace("\\", ".")
    parts = [re.sub(r"[^a-z0-9]+", "_", part).strip("_") for part in words.split(".")]
    meant = ".".join(part for part in parts if part)
    return meant if name.isascii() and is_name(meant) else ""


def file_of(name: str) -> Path:
    """Return the file of a ruleset below the folder of one's rulesets: `a.b` is `a/b.claim`."""
    *folders, last = name.split(".")
    return Path(*folders, f"{last}.claim")


def names_in(folder: Path) -> tuple[str, ...]:
    """Return the names of the rulesets in a folder and in those directly in it, by their paths."""
    files = (path for pattern in ("*.claim", "*/*.claim") for path in folder.glob(pattern) if "@" not in path.name)
    return tuple(".".join(path.relative_to(folder).with_suffix("").parts) for path in files)


def words_of_name(name: str) -> tuple[str, str]:
    """Return whose ruleset it is and what it is about, for people: `my_shop.electronics` is my shop, electronics."""
    first, _, last = name.replace("_", " ").strip(" .").rpartition(".")
    return (first or last).replace(".", " "), last
