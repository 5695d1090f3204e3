"""`claimrules check PATH…`: every fault and every warning of policy files."""

from __future__ import annotations

import json
import sys
from collections import Counter
from datetime import datetime

import click

from claimrules.cli.inputs import now
from claimrules.cli.paths import policy_files
from claimrules.cli.screen import say, shown
from claimrules.diagnostics.diagnostic import Diagnostic
from claimrules.diagnostics.json_report import to_dict, to_github
from claimrules.lint.check import CHECKED_WITHIN
from claimrules.lint.check import check as findings_of


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--strict", is_flag=True, help="End with 1 for warnings too.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Look at sources on that day.")
@click.option("--checked-within", type=click.IntRange(min=0), metavar="DAYS", default=CHECKED_WITHIN, show_default=True,
              help="How long ago a source may have been checked.")  # fmt: skip
@click.option("--format", "shape", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
def check(paths: tuple[str, ...], strict: bool, today: datetime | None, checked_within: int, shape: str) -> None:
    """Check policy files; folders are searched for .claim files.

    A file with faults cannot be used; a warning is about what may be meant but hardly is.
    """
    files = policy_files(paths)
    day = (today or now()).date()
    every = (one for path in files for one in findings_of(path, today=day, checked_within=checked_within))
    found = sorted(dict.fromkeys(every), key=lambda one: one.severity != "error")
    if shape == "json":
        click.echo(json.dumps([to_dict(diagnostic) for diagnostic in found], ensure_ascii=False, indent=2))
    elif shape == "github":
        click.echo("\n".join(map(to_github, found)), nl=bool(found))
    else:
        say(shown(tuple(found)) + ("\n\n" if found else "") + _summary(len(files), found))
    sys.exit(1 if any(strict or one.severity == "error" for one in found) else 0)


def _summary(files: int, found: list[Diagnostic]) -> str:
    if not found:
        return "1 file is right" if files == 1 else f"{files} files are right"
    counts = Counter(one.severity for one in found)
    parts = ((files, "file"), *((counts[severity], severity) for severity in ("error", "warning") if counts[severity]))
    checked, *rest = (f"{count} {what}{'' if count == 1 else 's'}" for count, what in parts)
    return f"{checked} checked, {', '.join(rest)}"
