"""The command line: one command per file."""

from __future__ import annotations

import click

from claimrules.cli.check import check
from claimrules.cli.deadline import deadline
from claimrules.cli.decide import decide
from claimrules.cli.explain import explain
from claimrules.cli.facts import facts
from claimrules.cli.rulesets import rulesets
from claimrules.cli.test import test

__all__ = ["main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="claimrules")
def main() -> None:
    """Decide what a buyer may claim, until when, and why. Information, not legal advice."""


for _command in (decide, explain, deadline, check, test, rulesets, facts):
    main.add_command(_command)
