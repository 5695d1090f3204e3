"""`claimrules facts RULESET`: what can be said about a claim, as a list or as a JSON Schema."""

from __future__ import annotations

import click

from claimrules.api import load
from claimrules.cli.inputs import faults_reported
from claimrules.cli.screen import echo, styled
from claimrules.domain.json_written import json_written
from claimrules.schemas.facts import facts_schema


@click.command()
@click.argument("ruleset")
@click.option("--json-schema", "as_schema", is_flag=True, help="Print a JSON Schema (draft 2020-12) of the facts.")
def facts(ruleset: str, as_schema: bool) -> None:
    """List the facts a ruleset knows; those its answers depend on are marked with *."""
    with faults_reported():
        loaded = load(ruleset)
    if as_schema:
        click.echo(json_written(facts_schema(loaded.name, loaded.vocabulary)))
        return
    echo(f"{styled('*', fg='green', bold=True)} the answers depend on it; the others are read by other rulesets")
    for fact in loaded.vocabulary.values():
        mark = styled("*", fg="green", bold=True) if fact.name in loaded.used_facts else " "
        echo(f"{mark} {styled('.'.join(fact.path), bold=True)}: {styled(fact.type.words, fg='cyan')}")
        if fact.fold:
            echo(f"      the {fact.fold.words}, where the lines are given")
        if fact.means:
            echo(f"      {fact.means}")
