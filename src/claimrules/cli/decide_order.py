"""`claimrules decide-order RULESET ORDER.json`: a decision for each line, and what they come to together."""

from __future__ import annotations

from datetime import datetime

import click

from claimrules.api import load
from claimrules.cli.inputs import Instant, facts_from, faults_reported, now
from claimrules.cli.screen import say
from claimrules.domain.json_written import json_written


@click.command("decide-order")
@click.argument("ruleset")
@click.argument("order", metavar="ORDER.json")
@click.option("--at", type=Instant(), help="The instant to decide for, with its offset; now when not given.")
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", show_default=True)
def decide_order(ruleset: str, order: str, at: datetime | None, shape: str) -> None:
    """Decide an order of several lines: each line, and what they come to together.

    RULESET is a shipped name or a .claim file. ORDER.json has facts, and in order.lines an object for each line; it may
    be - for standard input.
    """
    with faults_reported():
        decision = load(ruleset).decide_order(facts_from(order), at=at or now(), name=order)  # type: ignore[arg-type]  # checked there
    if shape == "json":
        click.echo(json_written(decision.to_dict() | {"at_was_given": at is not None}))
        return
    if at is None:
        click.echo("No --at was given: decided for now.")
    say(str(decision))
