"""Timeline → a picture as SVG: a row for each event and each lane, on one scale of time."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import Final
from xml.etree import ElementTree as ET

from attrs import define

from claimrules.domain.instants import at_words
from claimrules.domain.printable import printable
from claimrules.domain.timeline.bars import FADING, INK, PALE, WARN, Bars, colour_of
from claimrules.domain.timeline.legend import draw_legend
from claimrules.domain.timeline.scale import Scale, scale_of
from claimrules.domain.timeline.shape import Entry, Lane, LaneKind, Timeline, Verb
from claimrules.domain.timeline.svg import FONT, element, fitted, text, titled, width_of, wrapped
from claimrules.domain.timeline.text import needs_words, timeline_text

WIDTH: Final = 990
_MARGIN, _LEFT, _RIGHT = 20.0, 400.0, 960.0
_COLUMN: Final = _LEFT - _MARGIN - 14
_TOP: Final = 92.0
_EVENT, _TITLE, _LINE, _HEADING = 21.0, 13, 14.0, 30.0
_HEADINGS: Final = {
    LaneKind.REMEDY: "What the buyer may ask for",
    LaneKind.DUTY: "Who must do what",
    LaneKind.STEP: "Steps",
    LaneKind.WINDOW: "Times of the policy",
}


def picture(timeline: Timeline) -> str:
    """Return the picture; the same timeline gives the same bytes."""
    return _Picture(timeline).drawn()


@define
class _Picture:
    """One picture while it is drawn, from top to bottom; `y` is where the next row begins."""

    timeline: Timeline
    y: float = _TOP

    def drawn(self) -> str:
        timeline, scale = self.timeline, scale_of(self.timeline, _LEFT, _RIGHT)
        words = timeline_text(timeline)
        prefix = "t" + sha256(words.encode()).hexdigest()[:12]
        rows = ET.Element("g")
        bars = Bars(scale, prefix, timeline.at)
        self._events(rows, bars)
        self._lanes(rows, bars)
        bottom = self.y + 6
        root = _root(timeline, words, prefix)
        axis = element(root, "g")
        self.y = draw_legend(root, timeline, bottom + 22)
        root.set("height", f"{self.y:.0f}")
        root.set("viewBox", f"0 0 {WIDTH} {self.y:.0f}")
        element(axis, "rect", width=WIDTH, height=self.y, fill="#ffffff")
        _head(axis, timeline)
        _axis(axis, scale, bottom)
        _now(axis, timeline, scale, bottom)
        root.insert(list(root).index(axis) + 1, rows)
        ET.indent(root, " ")
        return ET.tostring(root, encoding="unicode")

    def _events(self, rows: ET.Element, bars: Bars) -> None:
        events = [entry for entry in self.timeline.entries if entry.verb is Verb.HAPPENS]
        if events:
            self._heading(rows, "Events")
        for entry in events:
            self._event(rows, entry, bars)

    def _event(self, rows: ET.Element, entry: Entry, bars: Bars) -> None:
        when = f"{entry.day:%a} {entry.day.day} {entry.day:%b %Y}{', ' if entry.clock else ''}{entry.clock}"
        group, base = titled(rows, f"{entry.words}: {when}"), self.y + 14
        room = _COLUMN - width_of(when, 11) - 10
        text(group, _MARGIN, base, fitted(entry.title, room, _TITLE), font_size=_TITLE, fill=INK)
        text(group, _LEFT - 14, base, when, font_size=11, fill=PALE, text_anchor="end")
        fill = INK if entry.at <= self.timeline.at else "#ffffff"
        if bars.scale.is_beyond(entry.at):
            bars.arrow(group, base - 4, INK)
        else:
            x = bars.scale.x(entry.at)
            element(group, "circle", cx=x, cy=base - 4, r=5, fill=fill, stroke=INK, stroke_width=1.5)
        self.y += _EVENT

    def _lanes(self, rows: ET.Element, bars: Bars) -> None:
        heading = ""
        for lane in self.timeline.lanes:
            above = f"{_HEADINGS[lane.kind]}{f': {lane.layer}' if lane.layer else ''}"
            if above != heading:
                self._heading(rows, above)
                heading = above
            self._lane(rows, lane, bars)

    def _lane(self, rows: ET.Element, lane: Lane, bars: Bars) -> None:
        said = list(_said(lane))
        group = titled(rows, f"{lane.title}: {lane.standing}")
        colour = PALE if lane.is_barred else INK
        top = self.y
        for line in wrapped(lane.title, _COLUMN, _TITLE + 1, 2):
            self.y += _TITLE + 2
            text(group, _MARGIN, self.y - 2, line, font_size=_TITLE, font_weight=600, fill=colour)
        for line, ink in said:
            self.y += _LINE
            text(group, _MARGIN, self.y - 2, line, font_size=11, fill=ink)
        ends = [entry for entry in self.timeline.entries if entry.key == lane.key]
        bars.draw(group, lane, ends, (top + self.y) / 2 + 1)
        self.y += 12

    def _heading(self, rows: ET.Element, words: str) -> None:
        self.y += 4
        element(rows, "line", x1=_MARGIN, x2=_RIGHT + 10, y1=self.y, y2=self.y, stroke="#cbd5e1")
        line = fitted(words, WIDTH - 2 * _MARGIN, 12)
        text(rows, _MARGIN, self.y + 18, line, font_size=12, font_weight=700, fill="#475569")
        self.y += _HEADING


def _said(lane: Lane) -> Iterator[tuple[str, str]]:
    """Yield the lines under a lane's title: who, where it stands, what it depends on."""
    who = f"{lane.actor}: " if lane.actor else ""
    for line in wrapped(f"{who}{lane.standing}", _COLUMN, 11, 3 if lane.possible else 2):
        yield line, PALE
    if lane.needs:
        for line in wrapped(f"depends on: {needs_words(lane.needs)}", _COLUMN, 11, 2):
            yield line, WARN


def _root(timeline: Timeline, words: str, prefix: str) -> ET.Element:
    names = f"{prefix}-title {prefix}-desc"
    attributes = {"xmlns": "http://www.w3.org/2000/svg", "role": "img", "aria-labelledby": names}
    root = ET.Element("svg", attributes | {"width": str(WIDTH), "font-family": FONT})
    element(root, "title", id=f"{prefix}-title").text = printable(f"{timeline.title}: timeline")
    element(root, "desc", id=f"{prefix}-desc").text = words
    defs = element(root, "defs")
    used = {colour_of(lane) for lane in timeline.lanes}
    for place, colour in enumerate(FADING):
        if colour in used:
            fading = element(defs, "linearGradient", id=f"{prefix}{place}")
            element(fading, "stop", offset=0, stop_color=colour, stop_opacity=0.75)
            element(fading, "stop", offset=1, stop_color=colour, stop_opacity=0.05)
    return root


def _head(parent: ET.Element, timeline: Timeline) -> None:
    title = fitted(timeline.title, WIDTH - 2 * _MARGIN, 18)
    text(parent, _MARGIN, 32, title, font_size=18, font_weight=700, fill=INK)
    as_of = f"As of {at_words(timeline.at)}; days of {timeline.zone}"
    text(parent, _MARGIN, 52, fitted(as_of, WIDTH - 2 * _MARGIN, 12), font_size=12, fill=PALE)


def _axis(parent: ET.Element, scale: Scale, bottom: float) -> None:
    for x, words in scale.ticks():
        element(parent, "line", x1=x, x2=x, y1=_TOP, y2=bottom, stroke="#e2e8f0")
        text(parent, x, _TOP - 20, words, font_size=11, fill=PALE, text_anchor="middle")


def _now(parent: ET.Element, timeline: Timeline, scale: Scale, bottom: float) -> None:
    x, words = scale.x(timeline.at), f"now: {timeline.at.day} {timeline.at:%b, %H:%M}"
    half = width_of(words, 11) / 2
    centre = min(max(x, _LEFT + half), _RIGHT - half)
    element(parent, "line", x1=x, x2=x, y1=_TOP, y2=bottom, stroke="#dc2626", stroke_width=1.5)
    text(
        parent, centre, _TOP - 4, words,
        font_size=11, font_weight=600, fill="#b91c1c", text_anchor="middle",
    )  # fmt: skip
