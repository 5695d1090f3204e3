"""Importing the package costs next to nothing, and gives its public names."""

from __future__ import annotations

import subprocess
import sys

import pytest

import claimrules

HEAVY = ("lark", "holidays", "click", "rich", "cattrs", "dateutil")


@pytest.mark.parametrize("package", HEAVY)
def test_import_loads_nothing_heavy(package: str) -> None:
    """`import claimrules` leaves the parser, the calendars and the terminal alone."""
    code = f"import sys, claimrules; sys.exit({package!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("name", claimrules.__all__)
def test_public_names_are_there(name: str) -> None:
    """Every public name can be had, and says what it is."""
    assert getattr(claimrules, name).__doc__


def test_other_names_are_not_there() -> None:
    """A misspelt name is an AttributeError, as of any module."""
    with pytest.raises(AttributeError, match="laod"):
        _ = claimrules.laod


def test_public_names_are_listed() -> None:
    """`dir` shows the public names before they are first used."""
    code = "import claimrules; assert set(claimrules.__all__) <= set(dir(claimrules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
