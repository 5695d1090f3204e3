"""`claimrules decide RULESET[,RULESET…] FACTS.json`: remedies, next action, questions; as a screen, a report or data."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Final

import click

from claimrules.cli.inputs import Instant, facts_from, faults_reported, now
from claimrules.cli.outputs import write
from claimrules.cli.rulesets_named import ruleset_or_stack
from claimrules.cli.screen import is_coloured
from claimrules.domain.decision import Decision
from claimrules.domain.json_written import json_written
from claimrules.domain.stack_decision import StackDecision

_SHAPES: Final = ("text", "markdown", "html", "json", "record")
#: Those that say by themselves whether an instant was given.
_TELLING: Final = ("json", "record")


@click.command()
@click.argument("ruleset")
@click.argument("facts", metavar="FACTS.json")
@click.option("--at", type=Instant(), help="The instant to decide for, with its offset; now when not given.")
@click.option("--format", "shape", type=click.Choice(_SHAPES), default="text", show_default=True)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to a file.")
@click.option(
    "--record", type=click.Path(dir_okay=False), help="Write a record of the decision, for claimrules replay."
)
def decide(ruleset: str, facts: str, at: datetime | None, shape: str, output: Path | None, record: str | None) -> None:
    """Decide one claim. RULESET is a shipped name or a .claim file, or several with commas between them, which are stacked in their layers; FACTS.json may be - for standard input. markdown and html are reports that stand for themselves."""
    with faults_reported():
        decision = ruleset_or_stack(ruleset).decide(facts_from(facts), at=at or now(), name=facts)  # type: ignore[arg-type]  # checked there
    if record is not None:
        write(Path(record), decision.record().to_json().encode())
    if at is None and shape not in _TELLING:
        click.echo("No --at was given: decided for now.", err=shape != "text")
    if output is not None:
        write(output, _body(decision, shape, is_timed=at is not None))
    elif shape == "text" and is_coloured():
        _show(decision)
    else:
        click.echo(_body(decision, shape, is_timed=at is not None), nl=False)


def _body(decision: Decision | StackDecision, shape: str, *, is_timed: bool) -> bytes:
    match shape:
        case "record":
            return decision.record().to_json().encode()
        case "json":
            return f"{json_written(decision.to_dict() | {'at_was_given': is_timed})}\n".encode()
        case "markdown":
            return decision.to_markdown().encode()
        case "html":
            return decision.to_html().encode()
        case _:
            return f"{decision}\n".encode()


def _show(decision: Decision | StackDecision) -> None:
    from claimrules.cli.decision_screen import show
    from claimrules.domain.report.of_decision import screen
    from claimrules.domain.report.of_stack import stack_screen

    show(stack_screen(decision) if isinstance(decision, StackDecision) else screen(decision))
