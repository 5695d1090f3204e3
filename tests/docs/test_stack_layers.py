"""The rulesets that the page on layers shows are those that ship."""

from __future__ import annotations

import pytest

from tests.docs.code_blocks import ROOT

PAGE = (ROOT / "docs/how-to/stack-layers.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["law_of_14_days", "shop_of_7_days"])
def test_the_page_shows_the_file(name: str) -> None:
    """Everything after the first comment of the file stands on the page."""
    text = (ROOT / f"rulesets/examples/{name}.claim").read_text(encoding="utf-8")
    assert text.partition("\n\n")[2] in PAGE
