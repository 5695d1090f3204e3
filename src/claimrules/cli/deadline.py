"""`claimrules deadline EXPRESSION`: when a time ends, and the proof."""

from __future__ import annotations

import json
from typing import Any

import click

from claimrules.cli.inputs import Instant, facts_from, faults_reported
from claimrules.cli.screen import say


@click.command()
@click.argument("expression")
@click.option("--counting", help="The counting convention, as in kr_civil_act; plain_days when not given.")
@click.option("--timezone", help="Where days begin and end, as in Asia/Seoul.")
@click.option("--place", help="Whose holidays count: ISO 3166, as in KR or DE-BY, or a calendar of the ruleset.")
@click.option("--facts", metavar="FACTS.json", help="Facts of a claim, where the expression names events.")
@click.option("--within", metavar="RULESET", help="A ruleset whose windows, conventions and calendars can be used.")
@click.option("--at", type=Instant(), help="The instant at which conditions are read; now when not given.")
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", show_default=True)
def deadline(expression: str, facts: str | None, shape: str, **context: Any) -> None:
    """Count one deadline, as in: claimrules deadline "3 months after 2026-11-30" --counting kr_civil_act."""
    from claimrules.deadline_of import deadline as deadline_of

    with faults_reported():
        given: Any = facts_from(facts) if facts else None
        answer = deadline_of(expression, facts=given, **context)
    if shape == "json":
        click.echo(json.dumps({"expression": expression, **answer.to_dict()}, ensure_ascii=False, indent=2))
    else:
        say(str(answer))
