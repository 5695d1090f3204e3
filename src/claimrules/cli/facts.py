"""`claimrules facts RULESET`: what can be said about a claim, as a list or as a JSON Schema."""

from __future__ import annotations

import json
from typing import Any

import click

from claimrules.api import Ruleset, load
from claimrules.cli.inputs import faults_reported
from claimrules.cli.screen import echo, styled
from claimrules.domain.countries import countries
from claimrules.domain.types import Boolean, Choice, Country, Event, FactDeclaration, MoneyType, Number, SetOf


@click.command()
@click.argument("ruleset")
@click.option("--json-schema", "as_schema", is_flag=True, help="Print a JSON Schema (draft 2020-12) of the facts.")
def facts(ruleset: str, as_schema: bool) -> None:
    """List the facts a ruleset knows; those its answers depend on are marked with *."""
    with faults_reported():
        loaded = load(ruleset)
    if as_schema:
        click.echo(json.dumps(schema(loaded), ensure_ascii=False, indent=2))
        return
    echo(f"{styled('*', fg='green', bold=True)} the answers depend on it; the others are read by other rulesets")
    for fact in loaded.vocabulary.values():
        mark = styled("*", fg="green", bold=True) if fact.name in loaded.used_facts else " "
        echo(f"{mark} {styled('.'.join(fact.path), bold=True)}: {styled(fact.type.words, fg='cyan')}")
        if fact.fold:
            echo(f"      the {fact.fold.words}, where the lines are given")
        if fact.means:
            echo(f"      {fact.means}")


def schema(ruleset: Ruleset) -> dict[str, Any]:
    """Return the JSON Schema of a ruleset's facts, nested by their paths."""
    root: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Facts for {ruleset.name}",
        "type": "object",
        "properties": {"events_complete": {"type": "boolean"}, "rates": {"type": "object"}},
    }
    for fact in ruleset.vocabulary.values():
        place = _place(root, fact)
        place["properties"][fact.path[-1]] = _type_schema(fact) | {"description": fact.means}
    return root


def _place(root: dict[str, Any], fact: FactDeclaration) -> dict[str, Any]:
    """Return the object that holds a fact; a fact of lines is held by each object of their list."""
    place = root
    lists = tuple(fact.line_of.split("."))
    for depth, folder in enumerate(fact.path[:-1], start=1):
        inner = {"type": "object", "properties": {}}
        is_list = fact.path[:depth] == lists
        place = place["properties"].setdefault(
            folder, {"type": ["array", "null"], "items": inner} if is_list else inner
        )
        place = place["items"] if is_list else place
    return place


def _type_schema(fact: FactDeclaration) -> dict[str, Any]:
    match fact.type:
        case Boolean():
            return {"type": ["boolean", "null"]}
        case Choice(names):
            return {"enum": [*names, None]}
        case SetOf(names):
            return {"type": ["array", "null"], "items": {"enum": list(names)}, "uniqueItems": True}
        case Number(lowest, highest):
            return {"type": ["integer", "null"], "minimum": lowest, "maximum": highest}
        case MoneyType():
            return {"type": ["string", "object", "null"], "examples": ["120.00 USD"]}
        case Country():
            return {"enum": [*countries(), None]}
        case Event():
            return {"type": ["string", "null"], "examples": ["2026-03-01T09:00+09:00", "2026-03-01"]}
        case _:
            return {"type": ["string", "null"]}
