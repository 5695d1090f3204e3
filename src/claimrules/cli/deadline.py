"""`claimrules deadline EXPRESSION`: when a time ends, and the proof; or a convention's table of edges."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any, Final

import click

from claimrules.cli.inputs import Instant, facts_from, faults_reported
from claimrules.cli.screen import say

_MONTH: Final = re.compile(r"(\d{4})-(\d\d)", re.ASCII)
_YEARS: Final = range(1900, 2201)


class Month(click.ParamType):  # type: ignore[type-arg]  # generic only in newer releases of click
    """A month of a year."""

    name = "month"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the month's first day, or end with a usage error that says how to write one."""
        found = _MONTH.fullmatch(str(value))
        if not found or int(found[1]) not in _YEARS or not 1 <= int(found[2]) <= 12:  # noqa: PLR2004  # months of a year
            self.fail(f"{value!s} is no month of the years 1900 to 2200; write it as in 2026-02", param, ctx)
        return date(int(found[1]), int(found[2]), 1)


@click.command()
@click.argument("expression", required=False)
@click.option("--counting", help="The counting convention, as in kr_civil_act; plain_days when not given.")
@click.option("--timezone", help="Where days begin and end, as in Asia/Seoul.")
@click.option("--place", help="Whose holidays count: ISO 3166, as in KR or DE-BY, or a calendar of the ruleset.")
@click.option("--facts", metavar="FACTS.json", help="Facts of a claim, where the expression names events.")
@click.option("--within", metavar="RULESET", help="A ruleset whose windows, conventions and calendars can be used.")
@click.option("--at", type=Instant(), help="The instant at which conditions are read; now when not given.")
@click.option("--table", is_flag=True, help="Instead of an expression: a convention at the end of a month.")
@click.option("--month", type=Month(), help="The month of --table, as in 2026-02, which it is when not given.")
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", show_default=True)
def deadline(expression: str | None, table: bool, month: date | None, shape: str, **context: Any) -> None:
    """Count one deadline, as in: claimrules deadline "3 months after 2026-11-30" --counting kr_civil_act."""
    if table:
        _refuse_beside_table({"EXPRESSION": expression, "--facts": context.pop("facts"), "--at": context.pop("at")})
        _table(month or date(2026, 2, 1), shape, **context)
    elif expression is None:
        raise click.UsageError("say what to count, as in: claimrules deadline '14 days after 2026-03-10'; or --table")
    elif month is not None:
        raise click.UsageError("--month belongs to --table")
    else:
        _deadline(expression, shape, **context)


def _refuse_beside_table(given: dict[str, object]) -> None:
    beside = [name for name, value in given.items() if value is not None]
    if beside:
        raise click.UsageError(f"--table takes no {' and no '.join(beside)}")


def _deadline(expression: str, shape: str, *, facts: str | None, **context: Any) -> None:
    from claimrules.deadline_of import deadline as deadline_of

    with faults_reported():
        given: Any = facts_from(facts) if facts else None
        answer = deadline_of(expression, facts=given, **context)
    if shape == "json":
        click.echo(json.dumps({"expression": expression, **answer.to_dict()}, ensure_ascii=False, indent=2))
    else:
        say(str(answer))


def _table(month: date, shape: str, *, counting: str | None, **where: Any) -> None:
    from claimrules.boundary_table import PERIODS, as_text, boundary_table

    with faults_reported():
        rows = boundary_table(counting or "plain_days", month, **where)
    if shape == "json":
        body = [{"event": row.event.isoformat(), **dict(zip(PERIODS, row.ends, strict=True))} for row in rows]
        click.echo(json.dumps(body, ensure_ascii=False, indent=2))
    else:
        say(as_text(rows))
