"""Lanes → bars: filled where the time is known, dashed where it is not known whether it applies, fading where its end is not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from xml.etree import ElementTree as ET

from attrs import frozen

from claimrules.domain.timeline.scale import Scale
from claimrules.domain.timeline.shape import Certainty, Entry, Lane, LaneKind, Verb
from claimrules.domain.timeline.svg import element, text, width_of

HEIGHT: Final = 14
_LABEL, _GAP, _BESIDE, _LEAST = 11, 7, 10, 5
INK, PALE, WARN = "#1e293b", "#64748b", "#9a3412"
_COLOURS: Final = {
    LaneKind.REMEDY: "#15803d",
    LaneKind.DUTY: "#6d28d9",
    LaneKind.STEP: "#0369a1",
    LaneKind.WINDOW: "#94a3b8",
}
_BY_STATUS: Final = {"expired": "#9ca3af", "late": "#b91c1c", "done_late": "#b91c1c"}
_COMING: Final = ("later", "not_yet")
#: The colours that can fade.
FADING: Final = tuple(dict.fromkeys((*_COLOURS.values(), *_BY_STATUS.values())))


def colour_of(lane: Lane) -> str:
    """Return the colour of a lane's bar."""
    return _BY_STATUS.get(lane.status, _COLOURS[lane.kind])


@frozen
class Bars:
    """Draws bars on one scale; `prefix` stands before the names of what the picture defines."""

    scale: Scale
    prefix: str
    now: datetime

    def draw(self, parent: ET.Element, lane: Lane, ends: Sequence[Entry], y: float) -> None:
        """Draw one lane around the height `y`; `ends` are its entries."""
        closing = [entry for entry in ends if entry.verb is Verb.CLOSES]
        if not ends and lane.status != "open":
            self._no_dates(parent, y, "not to be had" if lane.is_barred else "no date yet")
            return
        left = self._left(lane, ends)
        self._bar(parent, lane, left, max(self._right(closing), left + _LEAST), y)
        for entry in closing:
            if entry.certainty in {Certainty.POSSIBLE, Certainty.LATEST} and not self.scale.is_beyond(entry.at):
                self._diamond(parent, self.scale.x(entry.at), y, colour_of(lane))
        if (lane.is_open_ended and not closing) or any(self.scale.is_beyond(entry.at) for entry in closing):
            self.arrow(parent, y, colour_of(lane))
        if lane.done_at is not None:
            self._tick(parent, self.scale.x(lane.done_at), y, colour_of(lane))
        self._labels(parent, lane, closing, left, y)

    def _left(self, lane: Lane, ends: Sequence[Entry]) -> float:
        """Return where a bar begins: at its opening, or where it is open for certain, or with the first of all things."""
        opening = next((entry for entry in ends if entry.verb is Verb.OPENS), None)
        if opening is None or (opening.certainty is Certainty.LATEST and not lane.is_settled):
            return self.scale.first
        return self.scale.x(opening.at)

    def _right(self, closing: Sequence[Entry]) -> float:
        return max((self.scale.x(entry.at) for entry in closing), default=self.scale.right)

    def _bar(self, parent: ET.Element, lane: Lane, left: float, right: float, y: float) -> None:
        colour = colour_of(lane)
        shape = {"x": left, "y": y - HEIGHT / 2, "width": right - left, "height": float(HEIGHT), "rx": 3}
        if not lane.is_settled or _is_vague(lane):
            element(parent, "rect", **shape, fill="#ffffff", stroke=colour, stroke_width=1.5, stroke_dasharray="5 3")
        elif lane.closes is not None or lane.is_open_ended:
            is_coming = lane.status in _COMING
            element(parent, "rect", **shape, fill=colour, fill_opacity=0.45 if is_coming else None)
        else:
            fill = f"url(#{self.prefix}{FADING.index(colour)})"
            element(parent, "rect", **shape, fill=fill, stroke=colour, stroke_width=1, stroke_dasharray="2 3")

    def _diamond(self, parent: ET.Element, x: float, y: float, colour: str) -> None:
        points = f"{x:.1f},{y - 8:.1f} {x + 6:.1f},{y:.1f} {x:.1f},{y + 8:.1f} {x - 6:.1f},{y:.1f}"
        element(parent, "polygon", points=points, fill="#ffffff", stroke=colour, stroke_width=1.5)

    def arrow(self, parent: ET.Element, y: float, colour: str) -> None:
        """Draw what goes on beyond the picture."""
        x = self.scale.right
        points = f"{x - 2:.1f},{y - 10:.1f} {x + 9:.1f},{y:.1f} {x - 2:.1f},{y + 10:.1f}"
        element(parent, "polygon", points=points, fill=colour)

    def _tick(self, parent: ET.Element, x: float, y: float, colour: str) -> None:
        element(parent, "circle", cx=x, cy=y, r=8, fill="#ffffff", stroke=colour, stroke_width=1.5)
        path = f"M{x - 4:.1f} {y:.1f} l3 3.5 l5 -6.5"
        element(parent, "path", d=path, fill="none", stroke=colour, stroke_width=2)

    def _labels(self, parent: ET.Element, lane: Lane, closing: Sequence[Entry], left: float, y: float) -> None:
        """Write the date of each closing where there is room for it: after it, else inside the bar, else before it."""
        free = left
        for entry, following in zip(closing, [*closing[1:], None], strict=False):
            x, words = self.scale.x(entry.at), _date(entry, self.now)
            width = width_of(words, _LABEL)
            room = self.scale.x(following.at) - _GAP if following else self.scale.right + _GAP
            if x + _BESIDE + width <= room:
                self._words(parent, x + _BESIDE, y, words, INK)
                free = x + _BESIDE + width
            elif following is None and x - _BESIDE - width > free + _GAP:
                colour = "#ffffff" if _is_dark(lane) else INK
                self._words(parent, x - _BESIDE, y, words, colour, anchor="end", is_backed=not _is_filled(lane))
            elif len(closing) == 1:
                self._words(parent, left - _GAP, y, words, INK, anchor="end")
            free = max(free, x + _GAP)

    def _no_dates(self, parent: ET.Element, y: float, words: str) -> None:
        """Write that there is nothing to draw beside the present, where it crosses no line."""
        x = self.scale.x(self.now)
        is_right = x + _GAP + width_of(words, _LABEL) <= self.scale.right + _GAP
        self._words(parent, x + _GAP if is_right else x - _GAP, y, words, PALE, anchor=None if is_right else "end")

    def _words(
        self,
        parent: ET.Element,
        x: float,
        y: float,
        words: str,
        colour: str,
        *,
        anchor: str | None = None,
        is_backed: bool = True,
    ) -> None:
        """Write a few words; `is_backed` puts them on white."""
        if is_backed:
            width = width_of(words, _LABEL)
            left = x - width if anchor else x
            element(parent, "rect", x=left - 1, y=y - 7, width=width + 2, height=14, fill="#ffffff", fill_opacity=0.8)
        text(parent, x, y + 4, words, font_size=_LABEL, fill=colour, text_anchor=anchor)


def _is_vague(lane: Lane) -> bool:
    """Tell whether neither end is known, so that nothing of the bar is certain."""
    return lane.opens is None and lane.closes is None and not lane.is_open_ended


def _is_filled(lane: Lane) -> bool:
    return lane.is_settled and (lane.closes is not None or lane.is_open_ended)


def _is_dark(lane: Lane) -> bool:
    return _is_filled(lane) and lane.status not in _COMING and lane.kind is not LaneKind.WINDOW


def _date(entry: Entry, now: datetime) -> str:
    year = f" {entry.day.year}" if entry.day.year != now.year else ""
    clock = "" if entry.clock in {"", "end of day"} else f", {entry.clock}"
    mark = {Certainty.LATEST: "≤ ", Certainty.POSSIBLE: "? ", Certainty.CONDITIONAL: "? "}.get(entry.certainty, "")
    return f"{mark}{entry.day.day} {entry.day:%b}{year}{clock}"
