"""What a construct is, and what it is built, checked and lowered with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import field, frozen
from lark import Token, Tree

from claimrules.diagnostics.collector import Collector
from claimrules.speech.language import spoken
from claimrules.syntax.piece import Piece
from claimrules.text.span import Span

SyntaxTree = Tree[Token]


@frozen
class Name:
    """A name as written, with its place."""

    text: str
    span: Span = field(eq=False, repr=False)

    def __str__(self) -> str:
        return self.text


@frozen
class Words:
    """Text for people, in English or the file's language first, and its translations."""

    text: str = ""
    translations: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        return self.text


@frozen
class Construct:
    """One construct of the language; everything about it stands in its own file.

    Args:
        alias: the name of its alternative in the grammar.
        node: the class of what `build` makes.
        words: one sentence for the reference page.
        example: a line of policy text.
        build: tree → node.
        check: reports what is wrong with a node.
        lower: node → core expression (a condition, a moment, an amount).
    """

    alias: str
    node: type
    words: str
    example: str
    build: Callable[[SyntaxTree, Builder], Any]
    check: Callable[[Any, Any], None]
    lower: Callable[..., Any]


class Builder:
    """Builds nodes from the tree of one declaration, with places counted in the whole file."""

    def __init__(self, piece: Piece, collector: Collector, constructs: dict[str, Construct]) -> None:
        self.piece = piece
        self.collector = collector
        self._constructs = constructs

    def span(self, part: SyntaxTree | Token) -> Span:
        """Return where a tree or token stands in the file."""
        piece = self.piece
        start, end = (part.start_pos, part.end_pos) if isinstance(part, Token) else _tree_ends(part)
        last = piece.span.end if end is None else piece.place(end - 1) + 1
        return Span(piece.span.source, piece.place(start or 0), last)

    def name(self, token: Any) -> Name:
        """Return a name token with its place."""
        return Name(str(token), self.span(token))

    def node(self, tree: Any) -> Any:
        """Build the construct of a tree's alias."""
        return self._constructs[tree.data].build(tree, self)

    def nodes(self, trees: Any) -> tuple[Any, ...]:
        """Build several."""
        return tuple(self.node(tree) for tree in trees)


def _tree_ends(tree: SyntaxTree) -> tuple[int | None, int | None]:
    return getattr(tree.meta, "start_pos", 0), getattr(tree.meta, "end_pos", None)


def quoted(token: Any) -> str:
    """Return the text between the quotation marks."""
    return str(token)[1:-1]


def words_of(tree: SyntaxTree) -> Words:
    """Return a `text` tree's words, in the language that is spoken where they have it, and all translations."""
    first, *rest = tree.children
    translations = {str(t.children[0]): quoted(t.children[1]) for t in rest}  # type: ignore[union-attr]
    return Words(translations.get(spoken(), quoted(first)), tuple(translations.items()))


def child(tree: SyntaxTree, data: str) -> Any:
    """Return the first subtree of that kind, or None."""
    return next((c for c in tree.children if isinstance(c, Tree) and c.data == data), None)


def children(tree: SyntaxTree, *data: str) -> list[Any]:
    """Return the subtrees of those kinds."""
    return [c for c in tree.children if isinstance(c, Tree) and c.data in data]


def nothing_to_check(_node: Any, _scope: Any) -> None:
    """Check nothing: whatever parses is right."""
