"""The page docs/reference/language.md and its railroad diagrams, from the constructs, `tests/spec` and the grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Final

from claimrules.constructs.registry import BY_ALIAS
from claimrules.diagnostics.codes import CODES
from tools.grammar_rules import parts_of, rules_in
from tools.railroad import svg
from tools.spec_pages import OPENING, SpecPage, pages

ROOT: Final = Path(__file__).resolve().parents[1]
PAGE: Final = "docs/reference/language.md"
DIAGRAMS: Final = "docs/reference/railroad"
#: Links as they stand in `tests/spec`, and on the page.
_LINKS: Final = (("../../docs/reference/language.md#", "#"), ("../../docs/reference/", ""), ("../../docs/", "../"))


def page() -> str:
    """Return the page's text."""
    chapters = [(title, list(found)) for title, found in groupby(pages(), lambda page: page.chapter)]
    parts = [OPENING.read_text(encoding="utf-8").strip(), _contents(chapters)]
    for title, found in chapters:
        parts += [f"## {title}", *(part for page in found for part in _parts(page, alone=page.title == title))]
    text = "\n\n".join(parts) + "\n"
    for there, here in _LINKS:
        text = text.replace(f"]({there}", f"]({here}")
    return text


def diagrams() -> dict[str, str]:
    """Return the paths of the diagrams and what is in them."""
    return {f"{DIAGRAMS}/{page.path.stem}.svg": svg(page.drawn) for page in pages() if page.drawn}


def _contents(chapters: list[tuple[str, list[SpecPage]]]) -> str:
    lines = []
    for title, found in chapters:
        below = ", ".join(_link(page.title) for page in found if page.title != title)
        lines.append(f"- {_link(title)}" + (f": {below}" if below else ""))
    return "\n".join(["## What is on this page", "", *lines])


def _link(title: str) -> str:
    return f"[{title}](#{_anchor(title)})"


def _anchor(title: str) -> str:
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def _parts(page: SpecPage, *, alone: bool) -> Iterator[str]:
    """Say what a page says; one that is a chapter of its own has no heading below the chapter's."""
    if not alone:
        yield f"### {page.title}"
    if page.drawn:
        yield f"![{page.title}, as a railroad diagram](railroad/{page.path.stem}.svg)"
        yield from _elsewhere(page)
    if page.constructs:
        yield "\n".join(map(_construct, page.constructs))
    if page.rule:
        yield page.rule
    for heading, text in page.sections:
        yield f"**{heading}**"
        yield re.sub(r"^```claim-error\n(.*?)^```$", _with_code, text, flags=re.MULTILINE | re.DOTALL)


def _elsewhere(page: SpecPage) -> Iterator[str]:
    """Say where the rules are drawn that stand in boxes of a page's diagrams."""
    homes = {name: other.title for other in pages() for name in other.drawn}
    boxes = rules_in(part for name in page.drawn for part in parts_of(name))
    links = [
        f"[{name.replace('_', ' ')}](#{_anchor(homes[name])})" for name in boxes if name in set(homes) - set(page.drawn)
    ]
    if links:
        yield f"Drawn elsewhere: {', '.join(links)}."


def _construct(alias: str) -> str:
    construct = BY_ALIAS[alias]
    return f"- `{construct.example}`: {construct.words[0].lower()}{construct.words[1:]}"


def _with_code(block: re.Match[str]) -> str:
    """Return a faulty block with the titles of its codes below it."""
    codes = dict.fromkeys(re.findall(r"^#.*\^ (CR\d+)$", block[1], re.MULTILINE))
    return "\n".join([block[0], "", *(f"[{code}](diagnostics/{code}.md): {CODES[code]}." for code in codes)])
