"""A document → a coloured screen, with rich."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from claimrules.domain.printable import printable
from claimrules.domain.report.document import Block, Card, Document, Item, Items, Paragraph, Section, Tone
from claimrules.domain.report.plain import block_lines

_STYLES: Final = {
    Tone.PLAIN: "not bold default",
    Tone.GOOD: "bold green",
    Tone.COMING: "bold cyan",
    Tone.OPEN: "bold yellow",
    Tone.BAD: "bold red",
    Tone.URGENT: "bold red",
    Tone.QUIET: "dim",
}


def show(document: Document) -> None:
    """Print a document for people."""
    Console().print(screen(document))


def screen(document: Document) -> RenderableType:
    """Return the whole screen: a frame with the title, a frame in it for each section."""
    parts = [*map(_text, document.head), *map(_section, document.sections)]
    return Panel(Group(*parts), title=printable(document.title), border_style="blue", padding=(1, 2))


def _section(section: Section) -> RenderableType:
    if not section.heading:
        return Group(*map(_text, section.blocks))
    cards = [block for block in section.blocks if isinstance(block, Card)]
    body = _table(cards) if len(cards) == len(section.blocks) else Group(*map(_text, section.blocks))
    return Panel(body, title=printable(section.heading), title_align="left", border_style="cyan")


def _table(cards: Iterable[Card]) -> Table:
    table = Table(expand=True, show_header=False, show_edge=False, show_lines=True, pad_edge=False)
    for ratio in (3, 8):
        table.add_column(ratio=ratio)
    for card in cards:
        title = Text(printable(card.title), style="bold")
        if card.aside:
            title.append(f"\n{printable(card.aside)}", style="not bold")
        table.add_row(title, _items(card.items))
    return table


def _text(block: Block) -> Text:
    match block:
        case Paragraph():
            return Text(printable(block.words), style=_STYLES[block.tone])
        case Items():
            return _items(block.items)
        case _:
            return Text("\n".join(map(printable, block_lines(block))))


def _items(items: Iterable[Item], indent: str = "") -> Text:
    lines = Text()
    for item in items:
        lines.append("\n" if lines else "")
        lines.append(indent + printable(item.words), style=_STYLES[item.tone])
        if item.under:
            lines.append("\n")
            lines.append_text(_items(item.under, f"{indent}  "))
    return lines
