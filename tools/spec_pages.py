"""The files of `tests/spec`: what each says of its constructs, and in which order the reference shows them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final

from attrs import frozen

from claimrules.constructs.registry import CONSTRUCTS

FOLDER: Final = Path(__file__).resolve().parents[1] / "tests" / "spec"
#: The part of the reference before the constructs.
OPENING: Final = FOLDER / "opening.md"
SECTIONS: Final = ("Example", "Edge", "Unknown", "Error")
_ORDER: Final = [construct.alias for construct in CONSTRUCTS]


@frozen
class SpecPage:
    """One file: its front lines, its title, the rule in prose, and what stands under each heading.

    Args:
        path: where it lies.
        title: its first heading.
        chapter: the heading of the reference under which it stands.
        constructs: the constructs it is about, by the names of the registry.
        grammar: what else of the grammar it shows, rules or aliases.
        beside: the construct after whose page it stands, where it is about clauses only.
        rule: the prose before the first section.
        sections: heading and text, in the order of the file.
    """

    path: Path
    title: str
    chapter: str
    constructs: tuple[str, ...]
    grammar: tuple[str, ...]
    beside: str
    rule: str
    sections: tuple[tuple[str, str], ...]

    @property
    def drawn(self) -> tuple[str, ...]:
        """What its railroad diagrams show; the cell of a table is in the grammar under the table."""
        return tuple(alias for alias in self.constructs if alias != "table_cell") + self.grammar

    @property
    def place(self) -> tuple[int, bool, str]:
        """Where it stands among all pages: as its first construct in the registry."""
        first = self.constructs[0] if self.constructs else self.beside
        return _ORDER.index(first), not self.constructs, self.path.stem


@cache
def pages() -> tuple[SpecPage, ...]:
    """Return the pages by chapter; chapters and the pages of each stand in the order of the registry."""
    found = sorted((read(path) for path in FOLDER.glob("*.md") if path != OPENING), key=lambda page: page.place)
    chapters = list(dict.fromkeys(page.chapter for page in found))
    return tuple(sorted(found, key=lambda page: chapters.index(page.chapter)))


def read(path: Path) -> SpecPage:
    """Read one file."""
    front, title, body = re.split(r"^# (.+)\n", path.read_text(encoding="utf-8"), maxsplit=1, flags=re.MULTILINE)
    lines = dict(re.findall(r"^(\w+): *(.*)$", front, re.MULTILINE))
    rule, *rest = re.split(r"^## (.+)\n", body, flags=re.MULTILINE)
    return SpecPage(
        path=path,
        title=title,
        chapter=lines["chapter"],
        constructs=tuple(lines.get("constructs", "").split()),
        grammar=tuple(lines.get("grammar", "").split()),
        beside=lines.get("beside", ""),
        rule=rule.strip(),
        sections=tuple(zip(rest[::2], map(str.strip, rest[1::2]), strict=True)),
    )
