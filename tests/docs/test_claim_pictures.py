"""The page that shows how to read a decision has a screen and a picture of each moment, made of the same facts."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from tests.docs.code_blocks import ROOT
from tools.claim_pictures import FOLDER, MOMENTS, pictures

PAGE = (ROOT / "docs/how-to/read-a-decision.md").read_text(encoding="utf-8")


def test_the_pictures_are_up_to_date() -> None:
    """What `make generate` would write is what is there; no picture is left over."""
    made = pictures()
    assert {path: (ROOT / path).read_text(encoding="utf-8") for path in made} == made
    assert {path.name for path in (ROOT / FOLDER).glob("*.svg")} == {f"{name}.svg" for name in MOMENTS}


def test_each_moment_has_its_screen_and_its_picture() -> None:
    """The page's commands decide the facts of the pictures at the instants of the pictures, in their order."""
    commands = re.findall(rf"^\$ claimrules decide aliexpress {FOLDER}/(\w+)\.json --at (\S+)$", PAGE, re.MULTILINE)
    assert commands == [*MOMENTS.items()]
    assert re.findall(r"!\[[^\]]+\]\(a-claim/(\w+)\.svg\)", PAGE) == [*MOMENTS]


@pytest.mark.parametrize("name", MOMENTS)
def test_a_picture_needs_nothing_else(name: str) -> None:
    """It is well-formed, has a description in words, and loads nothing."""
    root = ET.fromstring((ROOT / FOLDER / f"{name}.svg").read_text(encoding="utf-8"))  # noqa: S314  # our own file
    tags = [part.tag.rpartition("}")[2] for part in root.iter()]
    assert {"title", "desc"} <= {*tags}
    assert not {"image", "script", "use", "style", "foreignObject"} & {*tags}
