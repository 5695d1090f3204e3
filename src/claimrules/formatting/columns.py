"""Lines → their texts, with what belongs below one another there: cells of tables, periods of branches."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from claimrules.formatting.layout import ALIGNED_WIDEST
from claimrules.formatting.lines import Line, Lines
from claimrules.formatting.spacing import joined, width

_BAR: Final = "|"


def texts(lines: Sequence[Line], layout: Lines) -> list[str]:
    """Return the text of each line, without its indentation."""
    plain = [layout.text(line.first, line.last) for line in lines]
    return _with_branches(lines, layout, _with_rows(lines, layout, plain))


def _with_branches(lines: Sequence[Line], layout: Lines, plain: list[str]) -> list[str]:
    """Put what stands behind the colons of branches below one another, if each has a line and none is long."""
    behind = {index: mark.parted for index, mark in layout.marks.items() if mark.is_aligned}
    found = [
        (row, index) for row, line in enumerate(lines) for index in range(line.first + 1, line.last) if index in behind
    ]
    labels = {row: layout.text(lines[row].first, index) for row, index in found}
    widest = max(map(width, labels.values()), default=0)
    begun = [layout.marks.get(lines[row].first) for row in labels]
    are_whole = len(labels) == len(behind) and all(mark is not None and mark.is_certain for mark in begun)
    if not are_whole or widest > ALIGNED_WIDEST:
        return plain
    return [_padded(text, labels.get(row), widest) for row, text in enumerate(plain)]


def _padded(text: str, label: str | None, widest: int) -> str:
    return text if label is None else label + " " * (widest - width(label)) + text.removeprefix(label)


def _with_rows(lines: Sequence[Line], layout: Lines, plain: list[str]) -> list[str]:
    """Give the cells of a table's columns one width."""
    rows = {row: _cells(layout, line) for row, line in enumerate(lines)}
    table = {row: cells for row, cells in rows.items() if cells}
    counted = {len(cells) for cells in table.values()}
    if len(counted) != 1:
        return plain
    widths = [max(map(width, column)) for column in zip(*table.values(), strict=True)]
    for row, cells in table.items():
        padded = (cell + " " * (wide - width(cell)) for cell, wide in zip(cells, widths, strict=True))
        plain[row] = f"{_BAR} {f' {_BAR} '.join(padded)} {_BAR}"
    return plain


def _cells(layout: Lines, line: Line) -> list[str]:
    """Return the cells of a row that stands on one line, or none."""
    words = [word.text for word in layout.words[line.first : line.last]]
    if len(words) < 2 or words[0] != _BAR or words[-1] != _BAR:  # noqa: PLR2004  # the bars at its ends
        return []
    bars = [index for index, word in enumerate(words) if word == _BAR]
    return [joined(words[first + 1 : last]) for first, last in pairwise(bars)]
