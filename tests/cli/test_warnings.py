"""`claimrules check` with warnings: after the faults, and no reason to fail unless that is asked for."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

import claimrules
from tests.cli.commands import ROOT, run, written
from tests.diagnostics.policies import RIGHT

DAY = ("--today", "2026-11-24")
UNUSED = RIGHT + "window long_time = 30 days after delivered\n"
WRONG = RIGHT.replace("change_of_mind", "change_of_mint")


def test_shipped_rulesets_are_clean() -> None:
    """Nothing is to be said against any ruleset that ships, on the day it was last looked at."""
    result = run("check", *DAY, "--strict", ROOT / "rulesets")
    assert (result.exit_code, "are right" in result.output) == (0, True)


@pytest.mark.parametrize(("arguments", "code"), [((), 0), (("--strict",), 1)])
def test_a_warning_fails_only_when_asked(tmp_path: Path, arguments: tuple[str, ...], code: int) -> None:
    """A warning is shown with its place and its page, and ends with 0 unless `--strict` is given."""
    result = run("check", *DAY, *arguments, written(tmp_path, UNUSED))
    assert result.exit_code == code
    assert "warning[CR0802]: the window `long_time` is declared, and nothing lies within it\n" in result.output
    assert result.output.endswith("  = more: claimrules explain-code CR0802\n\n1 file checked, 1 warning\n")


def test_warnings_come_after_errors(tmp_path: Path) -> None:
    """Faults of any file come before the warnings of any other."""
    written(tmp_path, UNUSED, "a.claim")
    written(tmp_path, WRONG, "b.claim")
    result = run("check", *DAY, tmp_path)
    assert result.exit_code == 1
    assert result.output.index("error[CR0303]") < result.output.index("warning[CR0802]")
    assert result.output.endswith("2 files checked, 1 error, 1 warning\n")


def test_json_and_github_say_that_it_is_a_warning(tmp_path: Path) -> None:
    """Editors and continuous integration are told how grave a finding is."""
    path = written(tmp_path, UNUSED)
    (found,) = json.loads(run("check", *DAY, path, "--format", "json").output)
    assert (found["code"], found["severity"], found["at"]["line"]) == ("CR0802", "warning", 17)
    assert run("check", *DAY, path, "--format", "github").output.startswith("::warning file=")


def test_the_age_of_sources_is_told_by_today(tmp_path: Path) -> None:
    """`--today` and `--checked-within` decide whether a source is too old."""
    path = written(tmp_path, RIGHT)
    assert "CR0806" in run("check", "--today", "2027-11-24", path).output
    assert "CR0806" not in run("check", "--today", "2027-11-23", path).output
    assert "CR0806" in run("check", "--today", "2026-11-25", "--checked-within", "1", path).output


def test_in_python(tmp_path: Path) -> None:
    """`claimrules.check` gives faults or warnings and raises for neither; loading is not hindered by a warning."""
    today = date(2026, 11, 24)
    path = written(tmp_path, UNUSED)
    assert [(one.code, one.severity) for one in claimrules.check(path, today=today)] == [("CR0802", "warning")]
    assert claimrules.load(path).name == "my_shop.returns"
    assert [one.code for one in claimrules.check(written(tmp_path, WRONG), today=today)] == ["CR0303"]
    assert claimrules.check(written(tmp_path, RIGHT), today=today) == ()
    assert [one.code for one in claimrules.check(tmp_path / "none.claim")] == ["CR0204"]
