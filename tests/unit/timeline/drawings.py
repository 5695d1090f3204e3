"""What a picture shows: its parts, and where its words stand."""

from __future__ import annotations

from itertools import combinations
from xml.etree import ElementTree as ET

from claimrules.domain.timeline.svg import width_of

SVG = "{http://www.w3.org/2000/svg}"
#: How high letters are above and below their line, as a part of the font's size.
_UP, _DOWN = 0.78, 0.2


def parsed(picture: str) -> ET.Element:
    """Return the picture's root."""
    return ET.fromstring(picture)  # noqa: S314  # it is our own


def boxes(root: ET.Element) -> list[tuple[float, float, float, float, str]]:
    """Return the left, top, right and bottom of every line of text, and the text."""
    found = []
    for node in root.iter(f"{SVG}text"):
        size, x, y, words = (
            float(node.get("font-size", 0)),
            float(node.get("x", 0)),
            float(node.get("y", 0)),
            node.text or "",
        )
        width = width_of(words, size)
        left = {"end": x - width, "middle": x - width / 2}.get(node.get("text-anchor", ""), x)
        found.append((left, y - _UP * size, left + width, y + _DOWN * size, words))
    return found


def overlaps(root: ET.Element) -> list[tuple[str, str]]:
    """Return the texts that stand in one another."""
    return [
        (a[4], b[4])
        for a, b in combinations(boxes(root), 2)
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]


def outside(root: ET.Element) -> list[str]:
    """Return the texts that leave the picture."""
    width, height = (float(root.get(side, 0)) for side in ("width", "height"))
    return [box[4] for box in boxes(root) if box[0] < 0 or box[1] < 0 or box[2] > width or box[3] > height]
