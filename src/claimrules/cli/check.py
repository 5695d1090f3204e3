"""`claimrules check PATH…`: every fault of policy files."""

from __future__ import annotations

import json
import sys

import click

from claimrules.cli.paths import policy_files
from claimrules.compiler.pipeline import check_file
from claimrules.diagnostics.json_report import to_dict, to_github
from claimrules.diagnostics.text_report import render


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
        click.echo("\n\n".join(map(render, found)), nl=bool(found))
        click.echo(f"{len(files)} files checked, {len(found)} errors" if found else f"{len(files)} files are right")
    sys.exit(1 if found else 0)
