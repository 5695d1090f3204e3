"""`claimrules draft RULESET FACTS.json`: the text to send, and nothing else."""

from __future__ import annotations

import sys
from datetime import datetime

import click

from claimrules.cli.inputs import Instant, facts_from, faults_reported, now
from claimrules.cli.rulesets_named import ruleset_or_stack
from claimrules.domain.next_action import NextAction
from claimrules.domain.stack_decision import StackDecision


@click.command()
@click.argument("ruleset")
@click.argument("facts", metavar="FACTS.json")
@click.option("--at", type=Instant(), help="The instant to decide for, with its offset; now when not given.")
def draft(ruleset: str, facts: str, at: datetime | None) -> None:
    """Write the text to send for the next action: what is wrong, what is asked for, what is sent along.

    RULESET is a shipped name or a .claim file, or several with commas between them; FACTS.json may be - for standard input.
    What is still to be filled in stands in square brackets and is told on standard error. Without anything to write it
    ends with 1, and says what to do instead.
    """
    with faults_reported():
        decision = ruleset_or_stack(ruleset).decide(facts_from(facts), at=at or now(), name=facts)  # type: ignore[arg-type]  # checked there
    action = decision.next_action.action if isinstance(decision, StackDecision) else decision.next_action
    if action.draft is None:
        click.echo(f"Nothing is to be written now. {_instead(action)}", err=True)
        sys.exit(1)
    click.echo(action.draft.text)
    for fact in action.draft.to_fill:
        click.echo(f"Still to be filled in: {fact}", err=True)


def _instead(action: NextAction) -> str:
    who = f"{action.actor}: " if action.actor else ""
    return f"Next: {who}{action.title or action.step}"
