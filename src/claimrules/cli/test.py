"""`claimrules test PATH…`: run the cases of policy files."""

from __future__ import annotations

import sys

import click

from claimrules.api import load
from claimrules.cli.paths import policy_files
from claimrules.cli.screen import say, shown
from claimrules.diagnostics.diagnostic import Diagnostic, PolicyError
from claimrules.testing.run import CaseResult, run_cases


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
def test(paths: tuple[str, ...]) -> None:
    """Run the worked examples of policy files; folders are searched for .claim files.

    A file with faults has no examples that could run: its faults are shown, and the other files are tried all the same.
    """
    results: list[CaseResult] = []
    faults: list[Diagnostic] = []
    faulty = 0
    for path in policy_files(paths):
        try:
            results += run_cases(load(path))
        except PolicyError as error:
            faults += error.diagnostics
            faulty += 1
    if faults:
        say(shown(tuple(dict.fromkeys(faults))), to_errors=True)
    sys.exit(_reported(results, faulty))


def _reported(results: list[CaseResult], faulty: int) -> int:
    failed = [result for result in results if result.failures]
    for result in failed:
        say(f"{result.place}: {result.name}")
        say("".join(f"    {failure}\n" for failure in result.failures))
    unread = f", {faulty} file{'' if faulty == 1 else 's'} with faults" if faulty else ""
    click.echo(f"{len(results) - len(failed)} passed, {len(failed)} failed{unread}")
    return 1 if failed or faulty else 0
