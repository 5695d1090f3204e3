"""`claimrules replay RECORD`: decide a recorded claim again, and say what differs and what changed."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from claimrules.cli.inputs import faults_reported
from claimrules.cli.screen import say
from claimrules.domain.json_written import json_written
from claimrules.domain.record.read import record_in, record_of_text
from claimrules.replaying.replay import replayed
from claimrules.replaying.shape import Replay


@click.command()
@click.argument("record", metavar="RECORD")
@click.option(
    "--rules",
    multiple=True,
    metavar="PLACE",
    help="Where a ruleset is that does not ship: its file or folder; can be given again.",
)
@click.option("--format", "shape", type=click.Choice(["text", "json", "record"]), default="text", show_default=True)
def replay(record: str, rules: tuple[str, ...], shape: str) -> None:
    """Decide a recorded claim again, and say whether the answer is the same.

    If it is not, it says what differs, and what changed since: engine, calendar, time zones, ruleset. RECORD is a file,
    or - for standard input. A ruleset that does not ship is looked for in this folder, if no --rules is given. record
    prints the new record. Ends with 1 where the answer is not the same.
    """
    with faults_reported():
        name = "standard input" if record == "-" else record
        then = record_of_text(sys.stdin.buffer.read(), name) if record == "-" else record_in(Path(record))
        found = replayed(then, rules, name)
    _show(found, shape)
    sys.exit(0 if found.is_same else 1)


def _show(found: Replay, shape: str) -> None:
    if shape == "json":
        click.echo(json_written(found.to_dict()))
    elif shape == "record" and found.again is not None:
        click.echo(found.again.to_json().encode(), nl=False)
    else:
        say(str(found), to_errors=shape == "record")
