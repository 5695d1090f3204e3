"""`claimrules decide RULESET[,RULESET…] FACTS.json`: remedies, next action, questions."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from claimrules.cli.inputs import Instant, facts_from, faults_reported, now
from claimrules.cli.outputs import write
from claimrules.cli.rulesets_named import ruleset_or_stack
from claimrules.cli.screen import is_coloured, say
from claimrules.domain.json_written import json_written
from claimrules.domain.stack_decision import StackDecision


@click.command()
@click.argument("ruleset")
@click.argument("facts", metavar="FACTS.json")
@click.option("--at", type=Instant(), help="The instant to decide for, with its offset; now when not given.")
@click.option("--format", "shape", type=click.Choice(["text", "json", "record"]), default="text", show_default=True)
@click.option(
    "--record", type=click.Path(dir_okay=False), help="Write a record of the decision, for claimrules replay."
)
def decide(ruleset: str, facts: str, at: datetime | None, shape: str, record: str | None) -> None:
    """Decide one claim. RULESET is a shipped name or a .claim file, or several with commas between them, which are stacked in their layers; FACTS.json may be - for standard input."""
    with faults_reported():
        decision = ruleset_or_stack(ruleset).decide(facts_from(facts), at=at or now(), name=facts)  # type: ignore[arg-type]  # checked there
    if record is not None:
        write(Path(record), decision.record().to_json().encode())
    if shape == "record":
        click.echo(decision.record().to_json().encode(), nl=False)
        return
    if shape == "json":
        click.echo(json_written(decision.to_dict() | {"at_was_given": at is not None}))
        return
    if at is None:
        click.echo("No --at was given: decided for now.")
    if isinstance(decision, StackDecision):
        say(str(decision))
    elif is_coloured():
        from claimrules.cli.decision_screen import show

        show(decision)
    else:
        click.echo(str(decision))
