"""The page of conventions is what `tools/generate.py` makes now."""

from __future__ import annotations

from tools.conventions_page import PAGE, difference, page


def test_the_page_is_up_to_date() -> None:
    """Made again it is the same; if the `holidays` package changed the days, the failure says so."""
    why = difference(page(), PAGE.read_text(encoding="utf-8"))
    assert not why, why


def test_another_version_of_holidays_is_named() -> None:
    """Who sees the difference learns where it comes from."""
    stands = PAGE.read_text(encoding="utf-8")
    made = stands.replace("Holidays by holidays ", "Holidays by holidays 9.")
    assert "made with another version of `holidays`" in difference(made, stands)
    assert "another version" not in difference(stands + "x", stands)
    assert difference(stands, stands) == ""
