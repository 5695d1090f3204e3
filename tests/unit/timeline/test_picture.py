"""The picture: legible, safe to show, the same bytes each time, and honest about what is not known."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from attrs import evolve

from claimrules.domain.timeline.scale import Scale, scale_of
from claimrules.domain.timeline.svg import fitted, width_of, wrapped
from tests.unit.timeline.claims import POLICY, UNUSED, decide
from tests.unit.timeline.drawings import SVG, outside, overlaps, parsed

HOSTILE = '</text><script>alert(1)</script><a href="https://example.org">\x1b[2J\u202e&amp;"\'>'
TWO_YEARS = 'rule liability "Liability" when delivered within 2 years after delivered grant repair cite terms "9"'


def test_it_says_what_it_is_to_those_who_cannot_see() -> None:
    """An image with a title and a description, which is the timeline in words."""
    timeline = decide().timeline
    root = parsed(timeline.svg())
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert (root.get("role"), title is not None, description is not None) == ("img", True, True)
    assert title is not None
    assert description is not None
    assert title.text == "Returns at my shop: timeline"
    assert description.text == str(timeline)
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"


def test_it_needs_nothing_from_elsewhere() -> None:
    """No script, no style sheet, no picture, no link; the only address is the name of the format."""
    svg = decide().timeline.svg()
    tags = {node.tag.removeprefix(SVG) for node in parsed(svg).iter()}
    assert tags <= {
        "svg", "title", "desc", "defs", "linearGradient", "stop", "g", "rect", "line", "text", "circle", "polygon", "path",
    }  # fmt: skip
    assert set(re.findall(r"\w+://[^\"' <]*", svg)) == {"http://www.w3.org/2000/svg"}
    assert all(found.startswith("#") for found in re.findall(r"url\((.*?)\)", svg))


def test_hostile_words_stay_words() -> None:
    """Words of a file or of facts are shown as they are, but control characters, which are replaced."""
    timeline = decide().timeline
    lanes = tuple(evolve(lane, title=HOSTILE, standing=HOSTILE, needs=(HOSTILE,)) for lane in timeline.lanes)
    entries = tuple(evolve(entry, title=HOSTILE, words=HOSTILE) for entry in timeline.entries)
    svg = evolve(timeline, title=HOSTILE, lanes=lanes, entries=entries, zone="Asia/Seoul").svg()
    root = parsed(svg)
    assert not {"script", "a"} & {node.tag.removeprefix(SVG) for node in root.iter()}
    assert "\x1b" not in svg
    assert "\u202e" not in svg
    title = root.find(f"{SVG}title")
    assert title is not None
    assert (title.text or "").startswith("</text><script>")
    assert overlaps(root) == []
    assert outside(root) == []


@pytest.mark.parametrize(
    "at", ["2026-03-08T00:00+09:00", "2026-03-12T12:00+09:00", "2026-04-09T23:59+09:00", "2027-01-01T00:00Z"]
)
@pytest.mark.parametrize("item", [None, UNUSED])
@pytest.mark.parametrize("policy", [POLICY, POLICY + TWO_YEARS])
def test_no_words_stand_in_others(at: str, item: dict[str, object] | None, policy: str) -> None:
    """Early, in the middle, on the last day and long after."""
    root = parsed(decide(at, item=item, policy=policy).timeline.svg())
    assert overlaps(root) == []
    assert outside(root) == []


def test_one_timeline_is_one_picture() -> None:
    """The same claim gives the same bytes; two pictures on one page have names of their own."""
    assert decide().timeline.svg() == decide().timeline.svg()
    other = decide("2026-03-13T12:00+09:00").timeline.svg()
    ids = [set(re.findall(r' id="(.*?)"', svg)) for svg in (decide().timeline.svg(), other)]
    assert not ids[0] & ids[1]


def test_what_is_not_certain_is_not_filled() -> None:
    """Whether it applies is not known: a dashed outline. It applies, but until when is not known: it fades."""
    dashed = '<rect x="[0-9.]+" y="[0-9.]+" width="[0-9.]+" height="14" rx="3" fill="#ffffff" stroke="#15803d"'
    filled = '<rect x="[0-9.]+" y="[0-9.]+" width="[0-9.]+" height="14" rx="3" fill="#15803d" />'
    known, unknown = decide(item=UNUSED).timeline.svg(), decide(item=UNUSED, reason=None).timeline.svg()
    assert len(re.findall(filled, known)) == 2
    assert re.findall(dashed, known) == []
    assert re.findall(filled, unknown) == []
    assert len(re.findall(dashed, unknown)) == 2
    assert len(re.findall(r'fill="url\(#\w+\)"', decide().timeline.svg())) == 2  # the remedy and the window it comes by


def test_days_are_those_of_the_ruleset() -> None:
    """A day is marked where it begins in the ruleset's zone, and the present stands between its days."""
    timeline = decide().timeline
    scale = scale_of(timeline, 0.0, 1000.0)
    ticks = {words: x for x, words in scale.ticks()}
    monday = datetime.fromisoformat("2026-03-16T00:00+09:00")
    assert ticks["16 Mar"] == scale.x(monday)
    assert scale.x(monday.astimezone(UTC)) == scale.x(monday)
    assert ticks["9 Mar"] < scale.x(timeline.at) < ticks["16 Mar"]


def test_what_lies_very_far_ahead_leaves_room_for_the_rest() -> None:
    """Two years do not squeeze two weeks: the bar goes on beyond the picture, and its label names the year."""
    timeline = decide(policy=POLICY + TWO_YEARS, item=UNUSED).timeline
    assert scale_of(timeline, 0.0, 1000.0).is_beyond(datetime.fromisoformat("2028-03-11T00:00+09:00"))
    assert ">10 Mar 2028</text>" in timeline.svg()


@pytest.mark.parametrize("days", [1, 2, 9, 40, 100, 400, 2000, 40_000])
def test_marks_have_room(days: int) -> None:
    """From a day to a century, marks stand apart and there is at least one."""
    start = 1_772_000_000_000_000
    scale = Scale(start, start + days * 86_400_000_000, 0.0, 560.0, "Europe/Berlin", 0.0)
    places = [x for x, _ in scale.ticks()]
    assert places
    assert all(b - a > 55 for a, b in pairwise(places))


def test_words_are_cut_to_fit() -> None:
    """Wide letters count as wide; what is cut ends in an ellipsis; short words stay."""
    assert fitted("short", 100, 11) == "short"
    assert wrapped("one two three", 60, 11, 2) == ["one two", "three"]
    for words in ("한국어 " * 60, "W" * 900, "a b " * 300, ""):
        lines = wrapped(words, 200, 11, 2)
        assert all(width_of(line, 11) <= 200 for line in lines)
        assert (lines[-1][-1:] == "…") == bool(words)


def test_notebooks_show_the_picture() -> None:
    """A decision shows its timeline."""
    decision = decide()
    assert decision._repr_html_() == decision.timeline._repr_html_()
    assert decision.timeline.svg() in decision._repr_html_()
