"""The page docs/reference/conventions.md: the conventions that ship, and a table of the edges of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

from claimrules.boundary_table import as_text, boundary_table
from claimrules.compiler.build import File, build
from claimrules.constructs.declarations.convention import ConventionNode
from claimrules.diagnostics.collector import Collector
from claimrules.domain.calendars import holidays_version
from claimrules.syntax.read import read_source

ROOT: Final = Path(__file__).resolve().parent.parent
PAGE: Final = ROOT / "docs/reference/conventions.md"
#: Before a February, in one, and before the end of a month of 30 days.
MONTHS: Final = (date(2026, 1, 1), date(2026, 2, 1), date(2026, 4, 1))
#: Where each convention is at home: its time zone, and a place of its holidays.
HOMES: Final = {
    "br": ("America/Sao_Paulo", "BR-SP"), "cn": ("Asia/Shanghai", "CN"), "de": ("Europe/Berlin", "DE-BE"),
    "eu": ("Europe/Brussels", "BE"), "fr": ("Europe/Paris", "FR"), "in": ("Asia/Kolkata", "IN"), "jp": ("Asia/Tokyo", "JP"),
    "kr": ("Asia/Seoul", "KR"), "nl": ("Europe/Amsterdam", "NL"), "uk": ("Europe/London", "GB-ENG"),
    "us": ("America/New_York", "US"),
}  # fmt: skip
#: Conventions of no country are shown in the country of this project's examples.
ANYWHERE: Final = ("Asia/Seoul", "KR")
INTRODUCTION: Final = """# Conventions that ship

Made by `tools/generate.py`; do not edit it by hand. Holidays by holidays {version}.

Each convention with its options and what they rest on ([what each option means](deadlines.md#conventions)), and a
table of its edges: events written as a day, at the end of January, of February and of a month of 30 days, and where
three periods after them end. Where the day counted and the day it moves to differ, both stand: counted → moved.
`claimrules deadline --table --counting C` prints the same for any month, place and convention.
"""


def page() -> str:
    """Return the page's text."""
    parts = [INTRODUCTION.format(version=holidays_version())]
    for path in sorted((ROOT / "rulesets/conventions").glob("*.claim")):
        parts.extend(_sections(path))
    return "\n".join(parts)


def difference(made: str, stands: str) -> str:
    """Return what to do where a page is not what would be made now, or nothing."""
    if made == stands:
        return ""
    words = "docs/reference/conventions.md is not up to date; run: make generate"
    versions = [re.findall(r"Holidays by holidays (\S+?)\.\n", text) for text in (stands, made)]
    if versions[0] != versions[1]:
        changed = " and ".join(" ".join(found) or "none" for found in versions)
        words += f". It was made with another version of `holidays` ({changed}): read the changed days before you do"
    line = next((new for old, new in zip(stands.splitlines(), made.splitlines(), strict=False) if old != new), "")
    return f"{words}\nfirst line that differs: {line}"


def _sections(path: Path) -> Iterator[str]:
    collector = Collector()
    file: File = build(read_source(path, str(path)), collector)
    collector.raise_if_any()
    titles = {node.name.text: node.title.text for node in file.nodes if type(node).__name__ == "Source"}
    for node in file.nodes:
        if isinstance(node, ConventionNode):
            yield f"## `{node.name}`: {node.title}\n"
            yield from _options(node, titles)
            yield from _tables(node.name.text)


def _options(node: ConventionNode, titles: dict[str, str]) -> Iterator[str]:
    if node.like is not None:
        yield f"Like [`{node.like}`](#{node.like}), but for what follows.\n"
    yield "| option | rests on |\n|---|---|"
    for option in node.options:
        said, *grounds = re.split(r"\s+(?=(?:cite|note)\b)", _one_line(option), maxsplit=1)
        found = re.findall(r'(cite|note)(?: (\w+))?(?: "([^"]*)")?', grounds[0] if grounds else "")
        words = [f"{titles[source]}, {text}" if kind == "cite" else f"*{text}*" for kind, source, text in found]
        yield f"| `{said}` | {'; '.join(words)} |"
    yield ""


def _one_line(option: Any) -> str:
    return re.sub(r"\s+", " ", option.span.text).strip()


def _tables(counting: str) -> Iterator[str]:
    zone, place = HOMES.get(counting.split("_", maxsplit=1)[0], ANYWHERE)
    yield f"Zone {zone}, holidays of {place}:\n"
    rows = tuple(row for month in MONTHS for row in boundary_table(counting, month, timezone=zone, place=place))
    yield as_text(tuple(dict.fromkeys(rows))) + "\n"
