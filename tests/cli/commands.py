"""Running commands of the command line inside the test's own process."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from claimrules.cli import main

ROOT = Path(__file__).resolve().parents[2]
CLAIMS = ROOT / "rulesets/examples/claims"
AT = "2026-03-22T12:00+09:00"


def run(*arguments: str | Path, stdin: str | bytes = "") -> Result:
    """Return what a command printed and how it ended; it never ends in a traceback."""
    result = CliRunner().invoke(main, [*map(str, arguments)], input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


def written(folder: Path, text: str, name: str = "shop.claim") -> Path:
    """Return a file with this text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
