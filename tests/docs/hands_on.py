"""Pages that a reader follows from an empty folder: files are saved and changed, and commands run, as the page says.

What a block is for stands in the line above it:

- "Save this as `FILE`:" writes the block to a file;
- "In `FILE`, write this instead of `OLD`:" puts it in place of words that stand there once. Where OLD ends in three
  dots, it goes on to the next empty line, as a declaration does;
- "At the end of `FILE`, add this:" adds it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sybil import Example

#: Where the pages lie that start from an empty folder.
PAGES = ("docs/tutorial/your-first-ruleset.md", "docs/how-to/write-a-ruleset-in-your-editor.md")
#: Under which name an empty folder is known to the blocks of a page.
FOLDER = "folder of the page"


def is_hands_on(example: Example) -> bool:
    """Tell whether an example's page starts from an empty folder."""
    return str(example.path).endswith(PAGES)


def folder_of(namespace: dict[str, Any]) -> Path:
    """Return the folder of a page, empty at its first block."""
    folder: Path = namespace[FOLDER]
    return folder


def save(example: Example) -> None:
    """Write a block to the file that the line above it names."""
    line = example.document.text[: example.region.start].rstrip().rpartition("\n")[2]
    for pattern, act in _ACTS.items():
        found = re.fullmatch(pattern, line)
        if found:
            file, *words = found.groups()
            path = folder_of(example.namespace) / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(act(path, example.parsed, *words), encoding="utf-8")
            return
    raise AssertionError(f"the line above a block does not say what to do with it: {line!r}")


def _saved(path: Path, block: str) -> str:
    assert not path.exists(), f"{path.name} is there already"
    return block


def _changed(path: Path, block: str, old: str) -> str:
    text = path.read_text(encoding="utf-8")
    if old.endswith(" …"):
        (start,) = [found.start() for found in re.finditer(f"^{re.escape(old.removesuffix(' …'))}", text, re.MULTILINE)]
        end = f"{text}\n\n".index("\n\n", start)
        return text[:start] + block.rstrip("\n") + (text[end:] or "\n")
    assert text.count(old) == 1, f"{old} stands {text.count(old)} times in {path.name}"
    return text.replace(old, block.strip())


def _added(path: Path, block: str) -> str:
    return f"{path.read_text(encoding='utf-8')}\n{block}"


_ACTS: dict[str, Callable[..., str]] = {
    r".*[Ss]ave this as `([^`]+)`:": _saved,
    r".*[Ii]n `([^`]+)`, write this instead of `([^`]+)`:": _changed,
    r".*[Aa]t the end of `([^`]+)`, add this:": _added,
}
