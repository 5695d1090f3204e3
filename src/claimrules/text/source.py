"""A policy text with its name and the starts of its lines."""

from __future__ import annotations

from bisect import bisect_right

from attrs import Factory, field, frozen


def _line_starts(source: Source) -> tuple[int, ...]:
    return (0, *(index + 1 for index, character in enumerate(source.text) if character == "\n"))


@frozen
class Source:
    """One text, compared by name and content."""

    name: str
    text: str = field(repr=False)
    _starts: tuple[int, ...] = field(init=False, eq=False, repr=False, default=Factory(_line_starts, takes_self=True))

    def position(self, offset: int) -> tuple[int, int]:
        """Return (line, column), both counted from 1, of a character offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line(self, number: int) -> str:
        """Return line `number` (from 1) without its line end."""
        start = self._starts[number - 1]
        end = self._starts[number] - 1 if number < len(self._starts) else len(self.text)
        return self.text[start:end].rstrip("\r")
