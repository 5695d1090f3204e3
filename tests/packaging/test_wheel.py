"""A built wheel, alone in a clean environment, decides a claim."""

from __future__ import annotations

import json
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path
from typing import Any

import pytest

from claimrules.diagnostics.pages import FOLDER, page

ROOT = Path(__file__).resolve().parents[2]
CLAIM = ROOT / "rulesets/examples/claims/never_arrived.json"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build sdist and, from it, wheel; return the folder that holds both."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def wheel_of(folder: Path) -> Path:
    """Return the one wheel of a folder."""
    (wheel,) = folder.glob("*.whl")
    return wheel


def test_wheel_carries_grammar_rulesets_pages_and_types(built: Path) -> None:
    """What the code reads at run time is inside the wheel."""
    names = set(zipfile.ZipFile(wheel_of(built)).namelist())
    shipped = {f"claimrules/_data/{path.relative_to(ROOT)}" for path in (ROOT / "rulesets").rglob("*.claim")}
    pages = {f"claimrules/_data/{path.relative_to(ROOT)}" for path in (ROOT / FOLDER).glob("*.md")}
    assert {"claimrules/py.typed", "claimrules/_data/grammar/claimrules.lark"} | shipped | pages <= names


def test_sdist_carries_what_the_tests_need(built: Path) -> None:
    """The source distribution is the whole project."""
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        tops = {name.split("/")[1] for name in archive.getnames() if "/" in name}
    wanted = {"src", "grammar", "rulesets", "tests", "docs", "Makefile", "README.md", "CONTRIBUTING.md", "LICENSE"}
    assert wanted - tops == set()


@pytest.fixture(scope="module")
def clean_python(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a virtual environment with the wheel, and with our dependencies lent by a path file."""
    home = tmp_path_factory.mktemp("clean") / "venv"
    venv.create(home, with_pip=False)
    python = home / "bin" / "python"
    site = Path(run(python, "-c", "import site; print(site.getsitepackages()[0])").strip())
    with zipfile.ZipFile(wheel_of(built)) as wheel:
        wheel.extractall(site)
    lent = [path for path in map(Path, sys.path) if path.name == "site-packages"]
    (site / "lent.pth").write_text("".join(f"{path}\n" for path in lent))
    return python


def run(python: Path, *arguments: str) -> str:
    """Run a Python somewhere else than in the checkout and return what it prints."""
    done = subprocess.run([python, *arguments], capture_output=True, text=True, check=False, cwd=python.anchor)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_wheel_is_what_is_imported(clean_python: Path) -> None:
    """The clean environment finds the wheel's package and data, not the checkout."""
    code = "import claimrules; from claimrules.text.resources import data_root; print(claimrules.__file__, data_root())"
    for path in run(clean_python, "-c", code).split():
        assert Path(path).is_relative_to(clean_python.parents[1])


def test_wheel_decides_a_claim(clean_python: Path) -> None:
    """The parcel that never arrived is refunded in full, as from the checkout."""
    arguments = ["decide", "marketplaces.aliexpress", str(CLAIM), "--at", "2026-03-22T12:00+09:00", "--format", "json"]
    decision: dict[str, Any] = json.loads(run(clean_python, "-m", "claimrules", *arguments))
    (refund,) = [remedy for remedy in decision["remedies"] if remedy["kind"] == "full_refund"]
    assert (refund["status"], refund["closes"]) == ("available", "2026-05-18T00:00:00-07:00")


def test_wheel_explains_a_code(clean_python: Path) -> None:
    """The pages of diagnostics come with the package."""
    assert run(clean_python, "-m", "claimrules", "explain-code", "CR0301") == page("CR0301")
