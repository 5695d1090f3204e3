"""`claimrules explain-code CRnnnn`: what a diagnostic means, an example, how to put it right."""

from __future__ import annotations

import click

from claimrules.diagnostics.codes import CODES, severity_of
from claimrules.diagnostics.pages import page
from claimrules.diagnostics.suggest import did_you_mean


@click.command("explain-code")
@click.argument("code", metavar="[CODE]", required=False)
def explain_code(code: str | None) -> None:
    """Say what a diagnostic's code means, with an example and how to put it right; without CODE, list all of them."""
    if code is None:
        click.echo("\n".join(f"{known}  {severity_of(known):7}  {title}" for known, title in CODES.items()))
        return
    known = code.strip().upper()
    if known not in CODES:
        help = did_you_mean(known, CODES) or "`claimrules explain-code` lists them"
        raise click.ClickException(f"there is no code {code[:40]}; {help}")
    click.echo(page(known), nl=False)
