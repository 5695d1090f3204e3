"""Documents of every kind of block, and what parsers find in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html.parser import HTMLParser

from attrs import define, field
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from claimrules.domain.printable import printable
from claimrules.domain.report.document import (
    Card,
    Document,
    Item,
    Items,
    Pairs,
    Paragraph,
    Section,
    Table,
    Tone,
)

#: What has a meaning in HTML, in Markdown, or on a terminal.
_NASTY = (
    "<script>alert(1)</script>", "<!--", "]]>", "</style>", "&", "&amp;", "&#65;", '"', "'", "|", "\\", "\\|", "`", "```", "~~~",
    "](", "[a](http://x)", "![", "<http://x>", "*", "**", "_", "__a__", "#", "# ", " #", "- ", "-", "---", "- - -", "+ ", "1. ", "12)",
    "> ", "===", "    ", "\n", "\n\n", "\r", "\t", "\x00", "\x1b[2J", "\u2028", "\u202e", "$", "$$", "~~a~~", "| --- |", "[ ] ", ":",
)  # fmt: skip
#: How many words `document` takes.
SLOTS = 21
WORDS = st.sampled_from(_NASTY) | st.lists(st.sampled_from(_NASTY) | st.text(max_size=8), min_size=1, max_size=5).map(
    "".join
)
#: Words of which something is seen.
SEEN = WORDS.filter(lambda words: printable(words).strip())
MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def document(words: Sequence[str], url: str = "https://example.org/a?b=c&d") -> Document:
    """Return a document that has words in every place where words can be."""
    title, *w = words
    inner = Item(w[0], (Item(w[1], url=url), Item(w[2], (Item(w[3]),), tone=Tone.QUIET)), tone=Tone.GOOD)
    return Document(
        title,
        (Paragraph(w[4], Tone.URGENT), Paragraph(w[5]), Items((Item(w[6], url=url), Item(w[7])))),
        (
            Section(w[8], (Card(w[9], w[10], (inner,)), Card(w[11]))),
            Section(w[12], (Table((w[13], w[14]), ((w[15], w[16]), (w[17], w[18]))), Pairs(((w[19], "x"),)))),
            Section("", (Paragraph("x"),)),
        ),
    )


def marks() -> list[str]:
    """Return words that cannot be taken for anything else."""
    return [f"w{number}w" for number in range(SLOTS)]


def with_words(texts: Sequence[str], words: Sequence[str]) -> list[str]:
    """Return texts in which each mark is replaced by what is seen of the words it stands for."""
    found = []
    for text in texts:
        for mark, said in zip(marks(), words, strict=True):
            text = text.replace(mark, printable(said))  # noqa: PLW2901  # one mark after the other
        found.append(text.strip())
    return found


def markdown_parts(text: str) -> tuple[list[str], list[str]]:
    """Return the structure that a parser of Markdown finds, and the text of each line."""
    structure, texts = list[str](), list[str]()
    for token in MARKDOWN.parse(text):
        structure.append(f"{token.type} {token.tag} {token.nesting}")
        if token.children is not None:
            structure += [f"  {child.type} {child.attrs}" for child in token.children if child.type != "text"]
            texts.append("".join(child.content for child in token.children))
    return structure, texts


@define
class _Page(HTMLParser):
    structure: list[str] = field(factory=list)
    texts: list[str] = field(factory=list)

    def __attrs_pre_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.structure.append(f"<{tag} {attrs}>")

    def handle_endtag(self, tag: str) -> None:
        self.structure.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append(data.strip())

    def handle_comment(self, data: str) -> None:
        self.structure.append(f"<!-- {data}")

    def handle_decl(self, decl: str) -> None:
        self.structure.append(f"<!{decl}")

    def unknown_decl(self, data: str) -> None:
        self.structure.append(f"<![{data}")


def page_parts(text: str) -> tuple[list[str], list[str]]:
    """Return the structure that a parser of HTML finds, and its texts."""
    parser = _Page()
    parser.feed(text)
    parser.close()
    return parser.structure, parser.texts


def tags(structure: Sequence[str]) -> Iterator[str]:
    """Yield the names of the elements that begin."""
    return (part[1:].split(" ")[0] for part in structure if part[1].isalpha())
