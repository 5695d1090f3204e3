"""Document → a page as HTML that needs nothing from elsewhere and runs nothing; words are escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
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
    Section,
    Table,
    Tone,
)
from claimrules.domain.report.links import safe_link
from claimrules.domain.report.style import STYLE

#: What a browser may load for the page: its own style, and nothing else.
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"


def page(document: Document) -> str:
    """Return the document as a page, ending with a line's end."""
    title = _words(document.title)
    parts = [
        f'<!doctype html>\n<html lang="{_words(document.language)}">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>",
        f"<header>\n<h1>{title}</h1>",
        *map(_block, document.head),
        "</header>",
        *map(_section, document.sections),
        "</main>\n</body>\n</html>\n",
    ]
    return "\n".join(parts)


def _words(words: str) -> str:
    return escape(printable(words))


def _section(section: Section) -> str:
    if not section.heading:
        return "\n".join(["<footer>", *map(_block, section.blocks), "</footer>"])
    return "\n".join(["<section>", f"<h2>{_words(section.heading)}</h2>", *map(_block, section.blocks), "</section>"])


def _block(block: Block) -> str:
    match block:
        case Paragraph():
            return f"<p{_tone(block.tone)}>{_words(block.words)}</p>"
        case Items():
            return _items(block.items)
        case Card():
            return _card(block)
        case Table():
            return _table(block)
        case Pairs():
            rows = (f"<dt>{_words(name)}</dt><dd>{_words(value)}</dd>" for name, value in block.pairs)
            return f"<dl>{''.join(rows)}</dl>"
        case Picture():
            return f"<figure>{block.svg}</figure>"
        case _:
            assert_never(block)


def _card(card: Card) -> str:
    aside = f" <span>{_words(card.aside)}</span>" if card.aside else ""
    return f"<article>\n<h3>{_words(card.title)}{aside}</h3>\n{_items(card.items)}\n</article>"


def _items(found: Iterable[Item]) -> str:
    lines = [f"<li{_tone(item.tone)}>{_linked(item)}{_items(item.under)}</li>" for item in found]
    return "\n".join(["<ul>", *lines, "</ul>"]) if lines else ""


def _linked(item: Item) -> str:
    words, url = _words(item.words), safe_link(item.url)
    return f'<a href="{url}" rel="noreferrer">{words}</a>' if url else words


def _table(table: Table) -> str:
    head = "".join(f'<th scope="col">{_words(cell)}</th>' for cell in table.header)
    rows = ("".join(f"<td>{_words(cell)}</td>" for cell in row) for row in table.rows)
    body = "\n".join(f"<tr>{row}</tr>" for row in rows)
    return f'<div class="wide"><table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table></div>'


def _tone(tone: Tone) -> str:
    return "" if tone is Tone.PLAIN else f' class="{tone.value}"'
