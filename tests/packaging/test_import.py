"""Importing the package costs next to nothing, and gives its public names."""

from __future__ import annotations

import subprocess
import sys

import pytest

import claimrules
import claimrules.testing

HEAVY = ("lark", "holidays", "click", "rich", "cattrs", "dateutil", "hypothesis")


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


@pytest.mark.parametrize("module", ["claimrules.testing", "claimrules.testing.run", "claimrules.cli"])
def test_hypothesis_is_loaded_by_those_who_draw_claims(module: str) -> None:
    """Running the cases of a ruleset needs no Hypothesis."""
    code = f"import sys, {module}; sys.exit('hypothesis' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_without_hypothesis_the_extra_is_named() -> None:
    """Who draws claims without having installed it is told what to install."""
    code = "import sys; sys.modules['hypothesis'] = None; import claimrules.testing as t; t.claims"
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert "pip install 'claimrules[testing]'" in done.stderr


@pytest.mark.parametrize("name", claimrules.testing.__all__)
def test_public_names_for_testing_are_there(name: str) -> None:
    """Every public name for those who test rulesets can be had, and says what it is."""
    assert getattr(claimrules.testing, name).__doc__
