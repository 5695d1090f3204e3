"""`claimrules rulesets`: what ships."""

from __future__ import annotations

import click

from claimrules.api import Ruleset, load
from claimrules.catalog.shipped import shipped
from claimrules.cli.inputs import faults_reported
from claimrules.cli.screen import echo, styled


@click.command()
def rulesets() -> None:
    """List the rulesets that ship: name, title, in force, sources, rules, cases."""
    with faults_reported():
        for name in shipped():
            echo(_line(load(name)))


def _line(ruleset: Ruleset) -> str:
    since = f"in force from {ruleset.in_force_from}" if ruleset.in_force_from else "no dates of its own"
    until = f" until {ruleset.in_force_until}" if ruleset.in_force_until else ""
    counts = f"{len(ruleset.rules)} rules, {len(ruleset.cases)} cases"
    sources = "; ".join(f"{source.title}{f' ({source.dated})' if source.dated else ''}" for source in ruleset.sources)
    return f"{styled(ruleset.name, fg='green', bold=True)}\n    {styled(ruleset.title, bold=True)}; {since}{until}; {counts}\n    {styled('sources:', dim=True)} {sources or 'none'}"
