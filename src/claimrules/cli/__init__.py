"""The command line: one command per file."""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from claimrules.cli.ask import ask
from claimrules.cli.check import check
from claimrules.cli.deadline import deadline
from claimrules.cli.decide import decide
from claimrules.cli.explain import explain
from claimrules.cli.explain_code import explain_code
from claimrules.cli.facts import facts
from claimrules.cli.fmt import fmt
from claimrules.cli.rulesets import rulesets
from claimrules.cli.test import test
from claimrules.cli.timeline import timeline

__all__ = ["main"]


class _Commands(click.Group):
    """Commands whose reader may stop listening, as `| head -1` does, without that being a fault."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; when nobody reads on, end as it would have ended."""
        try:
            try:
                return super().invoke(ctx)
            finally:
                sys.stdout.flush()
        except BrokenPipeError as error:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ended = error.__context__
            sys.exit(ended.code if isinstance(ended, SystemExit) else 0)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="claimrules")
def main() -> None:
    """Decide what a buyer may claim, until when, and why. Information, not legal advice."""


for _command in (decide, ask, explain, timeline, deadline, check, explain_code, fmt, test, rulesets, facts):
    main.add_command(_command)
