"""Words and breaks → lines: each as long as it may be, broken first where what it says parts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from attrs import frozen

from claimrules.formatting.layout import WIDEST
from claimrules.formatting.marks import Mark
from claimrules.formatting.spacing import joined, width
from claimrules.formatting.words import Word

_STEP: Final = 2
#: A first word so short has what follows it below what stands behind it.
_HANGING: Final = 6
#: Where an `or` stands below the first of its parts, an `and` in that part stands so much farther in.
_INSIDE: Final = 3
#: No line begins farther to the right.
_FARTHEST: Final = 40
#: By how much a sign goes deeper.
_OPENED: Final = {"(": 1, ")": -1}


@frozen
class Line:
    """The words from `first` to before `last`, and how far the line is indented."""

    indent: int
    first: int
    last: int


@frozen
class Lines:
    """Lays out the words of one declaration.

    Args:
        words: of the declaration.
        marks: where lines may begin.
    """

    words: tuple[Word, ...]
    marks: dict[int, Mark]

    def all(self) -> Iterator[Line]:
        """Yield the lines of the declaration."""
        certain = [index for index, mark in sorted(self.marks.items()) if mark.is_certain]
        for first, last in pairwise([0, *certain, len(self.words)]):
            mark = self.marks.get(first)
            depth = mark.how.depth if mark and mark.is_certain else 0
            yield from self._broken(Line((depth or 0) * _STEP, first, last))

    def text(self, first: int, last: int) -> str:
        """Return words on one line."""
        return joined(word.text for word in self.words[first:last])

    def _broken(self, line: Line) -> Iterator[Line]:
        """Yield a line, or the lines it takes."""
        at = self._breaks(line)
        if not at:
            yield from self._filled(line)
            return
        begun = [Line(line.indent, line.first, at[0])]
        for first, last in pairwise([*at, line.last]):
            begun.append(Line(self._indent(begun, first), first, last))
        for part in begun:
            yield from self._broken(part)

    def _breaks(self, line: Line) -> list[int]:
        """Return where a line is broken first: all breaks of the least deep rank that asks for it."""
        inside = range(line.first + 1, line.last)
        marked = [(self.marks[index].rank, index) for index in inside if index in self.marks]
        is_parted = any(self.words[index].gap.has_comments for index in inside)
        wide = line.indent + width(self.text(line.first, line.last))
        for rank in sorted({rank for rank, _ in marked}):
            found = [index for other, index in marked if other == rank]
            if is_parted or wide > min(self.marks[index].how.widest for index in found):
                return found
        return []

    def _indent(self, begun: list[Line], index: int) -> int:
        """Return how far what begins at a break is indented; `begun` are the lines of the same text before it."""
        mark, line = self.marks[index], begun[0]
        if mark.how.depth is not None:
            return mark.how.depth * _STEP
        leader = mark.parted - line.first
        opening = self.marks.get(line.first)
        is_bracketed = self.words[mark.parted - 1].text == "("
        is_inner = is_bracketed or mark.is_first_part or (opening is not None and opening.how.is_joint)
        if mark.how.is_joint and leader in {0, 1} and not is_inner:
            return max(line.indent + width(self.words[line.first].text) - width(self.words[index].text), 0)
        column = self._column(begun, mark.parted) + (_INSIDE if is_bracketed and mark.is_first_part else 0)
        is_below = column <= _FARTHEST and (is_inner or not mark.how.is_joint)
        return column if is_below else line.indent + 2 * _STEP

    def _column(self, begun: list[Line], index: int) -> int:
        """Return the column at which a word stands."""
        line = begun[max(bisect_right(begun, index, key=lambda line: line.first) - 1, 0)]
        return line.indent + width(self.text(line.first, index + 1)) - width(self.words[index].text)

    def _filled(self, line: Line) -> Iterator[Line]:
        """Yield a line without breaks: cut at comments, and at commas where it is too wide."""
        end = self._end(line)
        yield Line(line.indent, line.first, end)
        first = width(self.words[line.first].text)
        hanging = line.indent + (first + 1 if line.indent and first <= _HANGING else 2 * _STEP)
        while end < line.last:
            rest = Line(hanging, end, line.last)
            end = self._end(rest)
            yield Line(hanging, rest.first, end)

    def _end(self, line: Line) -> int:
        """Return where the next line begins: behind a comma, and rather outside parentheses than in them."""
        good = depth = shallowest = 0
        for index in range(line.first + 1, line.last + 1):
            depth += _OPENED.get(self.words[index - 1].text, 0)
            is_parted = index == line.last or self.words[index].gap.has_comments
            if not is_parted and not self._is_behind_comma(index):
                continue
            if good and line.indent + width(self.text(line.first, index)) > WIDEST:
                return good
            if is_parted:
                return index
            if not good or depth <= shallowest:
                good, shallowest = index, depth
        return line.last

    def _is_behind_comma(self, index: int) -> bool:
        return self.words[index - 1].text == "," or self.words[index].text.startswith(", ")
