"""Document → Markdown (CommonMark, with tables as GitHub has them); words are escaped, so that none is read as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, assert_never

from claimrules.domain.printable import printable
from claimrules.domain.report.document import (
    Block,
    Card,
    Document,
    Item,
    Items,
    Pairs,
    Paragraph,
    Picture,
    Table,
    Tone,
)
from claimrules.domain.report.links import safe_link

#: What has a meaning inside a line or at its end; an underscore has none between letters or digits.
_INLINE: Final = re.compile(r"[\\`*\[\]<>&|~$]|(?<![^\W_])_|_(?![^\W_])|#(?=#*(?:\s|$))")
#: What begins a list or a rule where a line begins.
_AT_START: Final = re.compile(r"^(\d*)([+.)-])(?=[\s-]|$)", re.ASCII)
_STRONG: Final = frozenset({Tone.URGENT})


def markdown(document: Document) -> str:
    """Return the document as Markdown, ending with a line's end."""
    blocks = [f"# {escaped(document.title)}", *map(_block, document.head)]
    for section in document.sections:
        blocks += [f"## {escaped(section.heading)}"] if section.heading else ["---"]
        blocks += map(_block, section.blocks)
    return "\n\n".join(filter(None, blocks)) + "\n"


def escaped(words: str) -> str:
    """Return words that Markdown reads as these very words, on one line; spaces at the ends are dropped."""
    line = _INLINE.sub(r"\\\g<0>", printable(words).strip())
    return _AT_START.sub(r"\1\\\2", line)


def _block(block: Block) -> str:
    match block:
        case Paragraph():
            return _paragraph(block)
        case Items():
            return "\n".join(_items(block.items))
        case Card():
            return "\n\n".join(filter(None, (f"### {escaped(block.heading)}", "\n".join(_items(block.items)))))
        case Table():
            return _table(block)
        case Pairs():
            return "\n".join(f"- {escaped(f'{name}: {value}')}" for name, value in block.pairs)
        case Picture():
            return ""
        case _:
            assert_never(block)


def _paragraph(paragraph: Paragraph) -> str:
    words = escaped(paragraph.words)
    return f"**{words}**" if words and paragraph.tone in _STRONG else words


def _items(found: Iterable[Item]) -> Iterator[str]:
    for item in found:
        words, url = escaped(item.words), safe_link(item.url)
        yield f"- [{words}](<{url}>)" if words and url else f"- {words}".rstrip()
        yield from (f"  {line}" for line in _items(item.under))


def _table(table: Table) -> str:
    rows = [table.header, ("---",) * len(table.header)]
    lines = [" | ".join(map(escaped, table.header)), " | ".join(rows[1])]
    lines += [" | ".join(map(escaped, row)) for row in table.rows]
    return "\n".join(f"| {line} |" for line in lines)
