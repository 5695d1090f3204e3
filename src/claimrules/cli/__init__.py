"""The command line: one command per file, loaded when it is called."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any, Final

import click

from claimrules.diagnostics.suggest import nearest

__all__ = ["main"]

#: Each command, in the order of a day's work, and what `--help` says of it: the first sentence of its own help.
COMMANDS: Final = {
    "decide": "Decide one claim.",
    "decide-order": "Decide an order of several lines: each line, and what they come to together.",
    "ask": 'Ask what matters for a claim, the most useful question first; an empty answer is "I don\'t know".',
    "explain": "Say why a claim is decided as it is: rules, values read, deadlines, citations.",
    "draft": "Write the text to send for the next action: what is wrong, what is asked for, what is sent along.",
    "timeline": "Show what happened and everything that opens and closes, as long as nothing else happens.",
    "replay": "Decide a recorded claim again, and say whether the answer is the same.",
    "deadline": "Count one deadline.",
    "new": "Write a ruleset to start from.",
    "check": "Check policy files.",
    "explain-code": "Say what a diagnostic's code means, with an example and how to put it right.",
    "fmt": "Lay policy files out in the one way.",
    "test": "Run the worked examples of policy files.",
    "rulesets": "List the rulesets that ship: name, title, in force, sources, rules, cases.",
    "facts": "List the facts a ruleset knows.",
    "schema": "Print a JSON Schema (draft 2020-12): of a ruleset's facts, of answers, of records.",
}


class _Commands(click.Group):
    """Commands that cost nothing until they are called; their reader may stop listening, as `| head -1` does."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """Return the names, in order."""
        return [*COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return a command, loaded now."""
        if cmd_name not in COMMANDS:
            return None
        module = cmd_name.replace("-", "_")
        command: click.Command = getattr(import_module(f"claimrules.cli.{module}"), module)
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """Return the command called; one that there is not is named with the one that was meant."""
        meant = nearest(args[0], COMMANDS) if args and args[0] not in COMMANDS and args[0][:1].isalpha() else None
        if meant:
            ctx.fail(f"there is no command {args[0]!r}; did you mean {meant!r}?")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl([*COMMANDS.items()])

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
@click.option(
    "--language",
    envvar="CLAIMRULES_LANGUAGE",
    metavar="CODE",
    help="What answers are said in, as in ko; en when not given.",
)
@click.pass_context
def main(ctx: click.Context, language: str | None) -> None:
    """Decide what a buyer may claim, until when, and why. Information, not legal advice."""
    if language is None:
        return
    from claimrules.speech.language import UnknownLanguageError, speaking

    try:
        ctx.with_resource(speaking(language))
    except UnknownLanguageError as error:
        raise click.BadParameter(str(error), ctx, param_hint="--language") from None
