"""`claimrules decide RULESET[,RULESET…] FACTS.json`: remedies, next action, questions."""

from __future__ import annotations

import json
from datetime import datetime

import click

from claimrules.cli.inputs import Instant, facts_from, faults_reported, now
from claimrules.cli.rulesets_named import ruleset_or_stack
from claimrules.cli.screen import is_coloured, say
from claimrules.domain.stack_decision import StackDecision


@click.command()
@click.argument("ruleset")
@click.argument("facts", metavar="FACTS.json")
@click.option("--at", type=Instant(), help="The instant to decide for, with its offset; now when not given.")
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", show_default=True)
def decide(ruleset: str, facts: str, at: datetime | None, shape: str) -> None:
    """Decide one claim. RULESET is a shipped name or a .claim file, or several with commas between them, which are stacked in their layers; FACTS.json may be - for standard input."""
    with faults_reported():
        decision = ruleset_or_stack(ruleset).decide(facts_from(facts), at=at or now(), name=facts)  # type: ignore[arg-type]  # checked there
    if shape == "json":
        body = decision.to_dict() | {"at_was_given": at is not None}
        click.echo(json.dumps(body, ensure_ascii=False, indent=2))
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
