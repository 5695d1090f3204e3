"""The page docs/rulesets/README.md: every ruleset that ships, made from the files, above the part written by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import claimrules

ROOT: Final = Path(__file__).resolve().parent.parent
PAGE: Final = ROOT / "docs/rulesets/README.md"
#: What stands below this line is written by hand.
MARK: Final = "<!-- what follows is written by hand -->\n"
INTRODUCTION: Final = """# Rulesets that ship

Down to "How the hard rules are said" made by `tools/generate.py`; do not edit that part by hand.

Facts come from the sources named, which each statement cites by the row it rests on; none of it is legal advice.
A date is that of the text; a source without one names none.
"""
#: Folders in the order of the page, with what they hold.
FOLDERS: Final = (
    ("stores", "Shops", "Policies of shops; `stores.base` is a parent to extend."),
    ("marketplaces", "Marketplaces", "Guarantees of platforms on which others sell."),
    ("payments", "Payments", "What a card network gives the buyer."),
    ("examples", "Examples", "Rulesets that pages of this documentation use."),
    ("vocabulary", "Vocabulary", "Facts and remedies that all rulesets share."),
    ("conventions", "Conventions", "How days are counted; [each with its edges](../reference/conventions.md)."),
)


def page() -> str:
    """Return the page's text: the part that is made, and below the mark what stands there."""
    by_hand = PAGE.read_text(encoding="utf-8").partition(MARK)[2]
    return "\n".join([INTRODUCTION, *_sections()]) + f"\n{MARK}{by_hand}"


def _sections() -> Iterator[str]:
    files = sorted((ROOT / "rulesets").rglob("*.claim"))
    known = {folder for folder, _, _ in FOLDERS}
    others = sorted({path.parent.name for path in files} - known)
    for folder, title, words in (*FOLDERS, *((name, name.capitalize(), "") for name in others)):
        yield f"## {title}\n\n{words}\n"
        yield "| ruleset | what | in force | sources | rules | cases |\n|---|---|---|---|---|---|"
        yield from (_row(path) for path in files if path.parent.name == folder)
        yield ""


def _row(path: Path) -> str:
    plan, cases = _compiled(path)
    link = f"[`{plan.name}`](../../{path.relative_to(ROOT).as_posix()})"
    sources = "; ".join(_source(source) for source in plan.sources)
    return f"| {link} | {plan.title} | {_time(plan)} | {sources} | {len(plan.rules)} | {cases} |"


def _compiled(path: Path) -> tuple[Any, int]:
    found = claimrules.load(path)
    version = next((one for one in found.versions if f"@{one.in_force_from}" in path.name), found)
    return version.plan, len(version.cases)


def _source(source: Any) -> str:
    title = source.title.replace("|", "/")
    return f"{title} ({source.dated})" if source.dated else title


def _time(plan: Any) -> str:
    if plan.in_force_from is None:
        return ""
    until = f" until {plan.in_force_until}" if plan.in_force_until else ""
    return f"from {plan.in_force_from}{until}"
