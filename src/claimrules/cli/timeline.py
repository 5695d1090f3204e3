"""`claimrules timeline RULESET[,RULESET…] FACTS.json`: the course of a claim, as text, picture, calendar or data."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Final

import click

from claimrules.cli.inputs import Instant, facts_from, faults_reported, now
from claimrules.cli.outputs import write
from claimrules.cli.rulesets_named import ruleset_or_stack
from claimrules.domain.json_written import json_written
from claimrules.domain.timeline.calendar import closings_ahead
from claimrules.domain.timeline.missing_extra import MissingExtraError
from claimrules.domain.timeline.shape import Timeline

_SHAPES: Final = ("text", "svg", "ics", "json")


@click.command()
@click.argument("ruleset")
@click.argument("facts", metavar="FACTS.json")
@click.option("--at", type=Instant(), help="The instant to decide for, with its offset; now when not given.")
@click.option("--format", "shape", type=click.Choice(_SHAPES), default="text", show_default=True)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to a file.")
@click.option("--claim", help="What the claim is called in a calendar; the name of the facts' file when not given.")
def timeline(ruleset: str, facts: str, at: datetime | None, shape: str, output: Path | None, claim: str | None) -> None:
    """Show what happened and everything that opens and closes, as long as nothing else happens.

    RULESET is a shipped name or a .claim file, or several with commas between them; FACTS.json may be - for standard
    input. ics is a calendar file: each closing that lies ahead, with alarms three days and one day before.
    """
    if shape == "ics" and not claim and facts == "-":
        raise click.UsageError("say with --claim what the claim is called, as in --claim 'order 8190': a calendar tells claims apart by it")  # fmt: skip
    with faults_reported():
        decision = ruleset_or_stack(ruleset).decide(facts_from(facts), at=at or now(), name=facts)  # type: ignore[arg-type]  # checked there
    if at is None:
        click.echo("No --at was given: decided for now.", err=shape != "text")
    found = decision.timeline
    body = _body(found, shape, claim or Path(facts).stem)
    if shape == "ics" and not any(closings_ahead(found)):
        click.echo("No closing with a date lies ahead: the calendar is empty.", err=True)
    if output is None:
        click.echo(body, nl=False)
    else:
        write(output, body)


def _body(found: Timeline, shape: str, claim: str) -> bytes:
    match shape:
        case "ics":
            try:
                return found.ics(claim)
            except MissingExtraError as error:
                raise click.ClickException(str(error)) from None
        case "svg":
            return f"{found.svg()}\n".encode()
        case "json":
            return f"{json_written(found.to_dict())}\n".encode()
        case _:
            return f"{found}\n".encode()
