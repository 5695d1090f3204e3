"""`claimrules schema KIND [RULESET]`: the JSON Schema of facts, answers and records."""

from __future__ import annotations

import click

from claimrules.api import load
from claimrules.cli.inputs import faults_reported
from claimrules.domain.json_written import json_written
from claimrules.schemas.facts import facts_schema
from claimrules.schemas.published import DOCUMENTS, FACTS, KINDS


@click.command()
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("ruleset", required=False)
def schema(kind: str, ruleset: str | None) -> None:
    """Print a JSON Schema (draft 2020-12): of a ruleset's facts, of answers, of records.

    facts is of one RULESET, as in: claimrules schema facts aliexpress. The others are of what claimrules writes, each
    with its version in its title.
    """
    if kind != FACTS:
        if ruleset is not None:
            raise click.UsageError(f"the schema of {kind} is the same for every ruleset; only that of facts takes one")
        click.echo(json_written(DOCUMENTS[kind]()))
        return
    if ruleset is None:
        raise click.UsageError("name the ruleset whose facts are meant, as in: claimrules schema facts aliexpress")
    with faults_reported():
        loaded = load(ruleset)
    click.echo(json_written(facts_schema(loaded.name, loaded.vocabulary)))
