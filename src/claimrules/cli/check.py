"""`claimrules check PATH…`: every fault of policy files."""

from __future__ import annotations

import json
import sys

import click

from claimrules.cli.paths import policy_files
from claimrules.cli.screen import say, shown
from claimrules.compiler.pipeline import check_file
from claimrules.diagnostics.json_report import to_dict, to_github


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--format", "shape", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
def check(paths: tuple[str, ...], shape: str) -> None:
    """Check policy files; folders are searched for .claim files."""
    files = policy_files(paths)
    found = list(dict.fromkeys(diagnostic for path in files for diagnostic in check_file(path)))
    if shape == "json":
        click.echo(json.dumps([to_dict(diagnostic) for diagnostic in found], ensure_ascii=False, indent=2))
    elif shape == "github":
        click.echo("\n".join(map(to_github, found)), nl=bool(found))
    else:
        say(shown(tuple(found)) + ("\n\n" if found else "") + _summary(len(files), len(found)))
    sys.exit(1 if found else 0)


def _summary(files: int, errors: int) -> str:
    if not errors:
        return "1 file is right" if files == 1 else f"{files} files are right"
    counted = (f"{count} {what}{'' if count == 1 else 's'}" for count, what in ((files, "file"), (errors, "error")))
    return " checked, ".join(counted)
