"""What the marks of a picture mean, and what it takes as given."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree as ET

from claimrules.domain.timeline.bars import INK, PALE
from claimrules.domain.timeline.shape import Certainty, Timeline, Verb
from claimrules.domain.timeline.svg import element, text, width_of

_X, _SIZE, _STEP = 20.0, 11, 18.0
_BAR: Final = {"width": 22, "height": 10, "rx": 2, "stroke": PALE}


def draw_legend(parent: ET.Element, timeline: Timeline, y: float) -> float:
    """Draw the legend from `y` on and return where it ends."""
    x = _X
    for mark, words in _marks(timeline):
        _draw(parent, mark, x, y)
        text(parent, x + 29, y + 4, words, font_size=_SIZE, fill=INK)
        x += 29 + width_of(words, _SIZE) + 18
    for place, words in enumerate((timeline.assumes, "Information, not legal advice."), start=1):
        text(parent, _X, y + 4 + place * _STEP, words, font_size=_SIZE, fill=PALE)
    return y + 3 * _STEP + 4


def _marks(timeline: Timeline) -> Iterator[tuple[str, str]]:
    certainties = {entry.certainty for entry in timeline.entries}
    if Certainty.CERTAIN in certainties:
        yield "known", "known time"
    if any(not lane.is_settled for lane in timeline.lanes):
        yield "dashed", "not known whether it applies"
    if certainties & {Certainty.LATEST, Certainty.POSSIBLE}:
        yield "diamond", "≤ at the latest then; ? not certain"
    if any(entry.at > timeline.at for entry in timeline.entries if entry.verb is Verb.HAPPENS):
        yield "circle", "given for a later day"


def _draw(parent: ET.Element, mark: str, x: float, y: float) -> None:
    match mark:
        case "known":
            element(parent, "rect", x=x, y=y - 5, **_BAR, fill=PALE)
        case "dashed":
            element(parent, "rect", x=x, y=y - 5, **_BAR, fill="#ffffff", stroke_dasharray="5 3")
        case "diamond":
            points = f"{x + 11:.1f},{y - 8:.1f} {x + 17:.1f},{y:.1f} {x + 11:.1f},{y + 8:.1f} {x + 5:.1f},{y:.1f}"
            element(parent, "polygon", points=points, fill="#ffffff", stroke=PALE, stroke_width=1.5)
        case _:
            element(parent, "circle", cx=x + 11, cy=y, r=5, fill="#ffffff", stroke=INK, stroke_width=1.5)
