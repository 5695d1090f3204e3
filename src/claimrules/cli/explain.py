"""`claimrules explain RULESET[,RULESET…] FACTS.json`: why."""

from __future__ import annotations

from datetime import datetime

import click

from claimrules.cli.inputs import Instant, facts_from, faults_reported, now
from claimrules.cli.rulesets_named import ruleset_or_stack
from claimrules.cli.screen import say


@click.command()
@click.argument("ruleset")
@click.argument("facts", metavar="FACTS.json")
@click.option("--at", type=Instant(), help="The instant to decide for, with its offset; now when not given.")
def explain(ruleset: str, facts: str, at: datetime | None) -> None:
    """Say why a claim is decided as it is: rules, values read, deadlines, citations."""
    with faults_reported():
        decision = ruleset_or_stack(ruleset).decide(facts_from(facts), at=at or now(), name=facts)  # type: ignore[arg-type]  # checked there
    if at is None:
        click.echo("No --at was given: decided for now.")
    say(decision.explain())
