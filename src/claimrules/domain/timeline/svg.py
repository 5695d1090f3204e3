"""Shapes and words as SVG: a thin layer over the standard library's XML, which escapes what facts and files say."""

from __future__ import annotations

from typing import Final
from unicodedata import combining, east_asian_width
from xml.etree import ElementTree as ET

from claimrules.domain.printable import printable

FONT: Final = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Noto Sans CJK KR', 'DejaVu Sans', sans-serif"
_NARROW, _WIDE = frozenset("fijlrt.,:;'|!()[] "), frozenset("mwMW@%")
#: Nothing that is shown is longer; so much of it is measured.
_LONGEST: Final = 500


def element(parent: ET.Element, tag: str, **attributes: object) -> ET.Element:
    """Add an element; an underscore in an attribute's name stands for a hyphen, numbers have one decimal at most."""
    named = {name.replace("_", "-"): _value(value) for name, value in attributes.items() if value is not None}
    return ET.SubElement(parent, tag, named)


def text(parent: ET.Element, x: float, y: float, words: str, **attributes: object) -> ET.Element:
    """Add one line of text."""
    added = element(parent, "text", x=x, y=y, **attributes)
    added.text = printable(words)
    return added


def titled(parent: ET.Element, words: str) -> ET.Element:
    """Add a group with a title, which is shown when somebody points at it."""
    group = element(parent, "g")
    element(group, "title").text = printable(words)
    return group


def width_of(words: str, size: float) -> float:
    """Return how wide words are at most, in pixels, in a font of `size` pixels."""
    return size * sum(map(_ems, words))


def fitted(words: str, width: float, size: float) -> str:
    """Return words, cut with an ellipsis where they are wider than `width`."""
    return wrapped(words, width, size, 1)[0]


def wrapped(words: str, width: float, size: float, lines: int) -> list[str]:
    """Return words on so many lines at most; what does not fit is cut with an ellipsis."""
    rest, found = printable(words)[:_LONGEST], list[str]()
    while len(found) < lines - 1 and width_of(rest, size) > width:
        fits = _fits(rest, width, size)
        cut = rest.rfind(" ", 0, fits + 1)
        cut = cut if cut > 0 else fits
        found.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    if width_of(rest, size) > width or len(words) > _LONGEST:
        rest = rest[: _fits(rest, width - size, size)].rstrip() + "…"
    return [*found, rest]


def _fits(words: str, width: float, size: float) -> int:
    """Return how many characters fit, at least one."""
    total = 0.0
    for place, character in enumerate(words):
        total += size * _ems(character)
        if total > width:
            return max(place, 1)
    return len(words)


def _ems(character: str) -> float:
    if combining(character):
        return 0.0
    if east_asian_width(character) in {"W", "F"}:
        return 1.0
    if character in _NARROW:
        return 0.42
    return 1.0 if character in _WIDE else 0.72 if character.isupper() else 0.62


def _value(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
