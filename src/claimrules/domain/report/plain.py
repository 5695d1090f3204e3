"""Document → plain text, for a terminal of any width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, assert_never

from claimrules.domain.printable import printable
from claimrules.domain.report.document import Block, Card, Document, Item, Items, Pairs, Paragraph, Picture, Table

_INDENT: Final = "    "
_SECTION: Final = "  "


def plain_text(document: Document) -> str:
    """Return the document; every control character is replaced, so that no line can be forged."""
    return "\n".join(printable(line) for line in _lines(document))


def item_lines(found: Iterable[Item]) -> Iterator[str]:
    """Yield a list line by line, what is under a line being indented."""
    for item in found:
        yield item.words
        yield from (_INDENT + line for line in item_lines(item.under))


def card_lines(card: Card) -> Iterator[str]:
    """Yield a card line by line, its list being indented."""
    return item_lines((Item(card.heading, card.items),))


def _lines(document: Document) -> Iterator[str]:
    yield document.title
    yield from (line for block in document.head for line in block_lines(block))
    for section in document.sections:
        yield ""
        if section.heading:
            yield section.heading
        indent = _SECTION if section.heading else ""
        yield from (indent + line for block in section.blocks for line in block_lines(block))


def block_lines(block: Block) -> Iterator[str]:
    """Yield one block line by line; a picture has none."""
    match block:
        case Paragraph():
            yield block.words
        case Items():
            yield from item_lines(block.items)
        case Card():
            yield from card_lines(block)
        case Table():
            yield from (": ".join(filter(None, row)) for row in block.rows)
        case Pairs():
            yield from map(": ".join, block.pairs)
        case Picture():
            return
        case _:
            assert_never(block)
