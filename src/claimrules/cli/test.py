"""`claimrules test PATH…`: run the cases of policy files."""

from __future__ import annotations

import sys

import click

from claimrules.api import load
from claimrules.cli.inputs import faults_reported
from claimrules.cli.paths import policy_files
from claimrules.cli.screen import say
from claimrules.testing.run import run_cases


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
def test(paths: tuple[str, ...]) -> None:
    """Run the worked examples of policy files; folders are searched for .claim files."""
    with faults_reported():
        results = [result for path in policy_files(paths) for result in run_cases(load(path))]
    failed = [result for result in results if result.failures]
    for result in failed:
        say(f"{result.place}: {result.name}")
        say("".join(f"    {failure}\n" for failure in result.failures))
    click.echo(f"{len(results) - len(failed)} passed, {len(failed)} failed")
    sys.exit(1 if failed else 0)
