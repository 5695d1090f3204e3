"""A document: what is said to people, whatever the format; each format renders it and adds no words of its own."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from attrs import frozen


class Tone(StrEnum):
    """What words are to look like."""

    PLAIN = "plain"
    GOOD = "good"
    COMING = "coming"
    OPEN = "open"
    BAD = "bad"
    #: Said first, because it cannot wait.
    URGENT = "urgent"
    QUIET = "quiet"


@frozen
class Item:
    """One line of a list, with the lines under it.

    Args:
        url: where the words lead; empty where nowhere.
    """

    words: str
    under: tuple[Item, ...] = ()
    url: str = ""
    tone: Tone = Tone.PLAIN


@frozen
class Paragraph:
    """A sentence or several."""

    words: str
    tone: Tone = Tone.PLAIN


@frozen
class Items:
    """A list."""

    items: tuple[Item, ...]


@frozen
class Card:
    """One thing that is told of by itself: its title, a few words beside it, then a list."""

    title: str
    aside: str = ""
    items: tuple[Item, ...] = ()

    @property
    def heading(self) -> str:
        """The title with the words beside it."""
        return f"{self.title}, {self.aside}" if self.aside else self.title


@frozen
class Table:
    """Rows under a header, each with a cell a column."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@frozen
class Pairs:
    """Names with what each is."""

    pairs: tuple[tuple[str, str], ...]


@frozen
class Picture:
    """A picture as SVG, made here, for formats that show one; what it shows stands in words beside it."""

    svg: str


Block = Paragraph | Items | Card | Table | Pairs | Picture


@frozen
class Section:
    """Blocks under a heading; a section without a heading is set apart by space alone."""

    heading: str
    blocks: tuple[Block, ...]


@frozen
class Document:
    """A title, what is said at once, then sections.

    Args:
        language: of the words, as in `en`.
    """

    title: str
    head: tuple[Block, ...]
    sections: tuple[Section, ...]
    language: str = "en"


def items(words: Iterable[str]) -> Items:
    """Return a list of lines with nothing under them."""
    return Items(tuple(map(Item, words)))
