"""Declaration → the words at which a line begins, or may begin."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from attrs import field, frozen
from lark import Token, Tree

from claimrules.formatting.layout import ALIGNED, BREAKS, CLAUSE, INLINE, WIDEST, Break
from claimrules.formatting.words import Declaration

_SIGNS: Final = (":", "=", ",", "(")
_JOINTS: Final = frozenset(key.split()[0] for key, how in BREAKS.items() if how.is_joint)


@frozen
class Mark:
    """A break at a word.

    Args:
        how: as the table says.
        rank: how deep in the tree it lies; what lies less deep is broken first.
        parted: the first word of what the break parts.
        is_aligned: what begins here stands below its like.
        is_first_part: what it parts is itself the first of parts that `or` or `and` joins.
    """

    how: Break
    rank: int = 0
    parted: int = 0
    is_aligned: bool = False
    is_first_part: bool = False

    @property
    def is_certain(self) -> bool:
        """A line begins here however short the lines are."""
        return self.how.widest == 0


@frozen
class _Node:
    """A tree, where its words begin and end, and how deep it lies in which other."""

    tree: Tree[Token]
    first: int
    last: int
    depth: int = 0
    parent: _Node | None = None

    @property
    def name(self) -> str:
        return str(self.tree.data)

    @property
    def key(self) -> str:
        return f"{self.parent.name if self.parent else ''} {self.name}"


def marks_of(declaration: Declaration) -> dict[int, Mark]:
    """Return the breaks of a declaration, by the index of the word they stand before."""
    marker = _Marker(declaration)
    nodes = tuple(_nodes(declaration))
    for node in nodes:
        marker.take(node)
    marker.mark_words()
    marker.mark_rows()
    for title in (node for node in nodes if node.name == "text" and node.depth == 1):
        marker.mark_title(title)
    marker.mark_clauses()
    return marker.marks


def _nodes(declaration: Declaration) -> Iterator[_Node]:
    """Yield the trees, outer ones first."""
    starts = [word.start for word in declaration.words]
    waiting = [_Node(declaration.tree, 0, len(starts))]
    while waiting:
        node = waiting.pop()
        yield node
        for child in node.tree.children:
            if isinstance(child, Tree) and not child.meta.empty:
                first, last = (bisect_left(starts, at) for at in (child.meta.start_pos, child.meta.end_pos))
                waiting.append(_Node(child, first, last, node.depth + 1, node))


@frozen
class _Marker:
    """The breaks so far, and for each word the innermost tree that holds it."""

    declaration: Declaration
    marks: dict[int, Mark] = field(factory=dict)
    owners: dict[int, _Node] = field(factory=dict)

    def take(self, node: _Node) -> None:
        """Mark the word with which a tree begins."""
        self.owners.update(dict.fromkeys(range(node.first, node.last), node))
        how = BREAKS.get(node.key) or BREAKS.get(node.name) or self._usual(node)
        words = self.declaration.words
        is_led = words[node.first - 1].text in _SIGNS or words[node.first].text.startswith(_SIGNS)
        if node.parent and how is not INLINE and not is_led:
            whole = node if how.depth is not None else node.parent
            self._mark(node.first, how, whole)

    def _usual(self, node: _Node) -> Break:
        """Return how what the table does not name begins: a keyword directly in a declaration begins a clause."""
        return CLAUSE if node.depth == 1 and self.declaration.words[node.first].is_keyword else INLINE

    def mark_words(self) -> None:
        """Mark the words and signs that the table names inside trees."""
        for index, word in enumerate(self.declaration.words):
            key = f"{self.owners[index].name} {word.text}"
            if key in BREAKS and self.owners[index].first < index + (word.text in _SIGNS):
                self._mark(index + (word.text in _SIGNS), BREAKS[key], self.owners[index], is_aligned=key in ALIGNED)

    def _mark(self, index: int, how: Break, whole: _Node, *, is_aligned: bool = False) -> None:
        outer = whole.parent
        is_first_part = outer is not None and outer.first == whole.first and outer.name in _JOINTS
        self.marks.setdefault(index, Mark(how, whole.depth, whole.first, is_aligned, is_first_part))

    def mark_rows(self) -> None:
        """Give each row of a table, from bar to bar, a line, whatever its cells hold."""
        words = self.declaration.words
        bars = [index for index, word in enumerate(words) if word.text == "|"]
        for index in range(bars[0], bars[-1] + 1) if bars else ():
            self.marks.pop(index, None)
        starts = [index for index in bars if index == bars[0] or words[index - 1].text == "|"]
        behind = [bars[-1] + 1] if bars and bars[-1] + 1 < len(words) else []
        self.marks.update(dict.fromkeys([*starts, *behind], Mark(CLAUSE)))

    def mark_title(self, title: _Node) -> None:
        """Let what stands behind a title begin a line, where the declaration has lines: translations, a `=`, the rest."""
        end, words = title.last, self.declaration.words
        inside = [index for index in range(title.first + 1, end) if index in self.marks]
        is_long = any(mark.is_certain for index, mark in self.marks.items() if index not in inside)
        if end < len(words) and words[end].text == "=":
            is_long, self.marks[end] = True, Mark(CLAUSE)
        self.marks.update(dict.fromkeys(inside, Mark(CLAUSE if is_long else Break(1, WIDEST))))
        if inside and is_long and end < len(words):
            self.marks[end] = Mark(CLAUSE)

    def mark_clauses(self) -> None:
        """Let what may stand in a declaration's first line begin one of its own behind other clauses."""
        first = min((index for index, mark in self.marks.items() if mark.is_certain), default=len(self.owners))
        for index, mark in self.marks.items():
            if mark.how.depth == 1 and index > first:
                self.marks[index] = Mark(CLAUSE)
