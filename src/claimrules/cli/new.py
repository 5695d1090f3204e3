"""`claimrules new NAME`: a ruleset to start from."""

from __future__ import annotations

import os
from pathlib import Path

import click

from claimrules.cli.inputs import faults_reported, now
from claimrules.domain.money import is_currency
from claimrules.domain.zones import is_zone


def _title(_: click.Context, __: click.Parameter, value: str) -> str:
    if '"' in value or not value.isprintable():
        raise click.BadParameter("a title stands in quotation marks on one line, so it can hold neither")
    return value


def _timezone(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    if value is not None and not is_zone(value):
        raise click.BadParameter(f"there is no time zone {value!r}; name one as in Asia/Seoul or Europe/Paris")
    return value


def _currency(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    if value is not None and not is_currency(value.upper()):
        raise click.BadParameter(f"there is no currency {value!r}; name one by its three letters, as in EUR or KRW")
    return value and value.upper()


@click.command()
@click.argument("name")
@click.option(
    "--extends", "parent", metavar="RULESET", help="A ruleset to take over, as in stores.base; yours or one that ships."
)
@click.option("--directory", metavar="FOLDER", default=".", help="The folder of your rulesets; here when not given.")
@click.option("--title", metavar="WORDS", default="", callback=_title, help="Its title, in any language.")
@click.option("--timezone", metavar="ZONE", callback=_timezone, help="Where days begin and end, as in Asia/Seoul.")
@click.option("--currency", metavar="CODE", callback=_currency, help="The currency of its amounts, as in KRW.")
def new(name: str, parent: str | None, directory: str, title: str, timezone: str | None, currency: str | None) -> None:
    """Write a ruleset to start from, as in: claimrules new my_shop.electronics --extends stores.base.

    NAME tells the file: my_shop.electronics is my_shop/electronics.claim. It has a table, cases, and comments that
    teach; it passes check, fmt and test as it stands. A file that is there is never written over.
    """
    from claimrules.scaffold.draft import Draft
    from claimrules.scaffold.example import written
    from claimrules.scaffold.parent import parent_of

    folder = Path(directory)
    path = _path(name, folder)
    with faults_reported():
        extended = parent_of(parent, path, folder) if parent is not None else None
        draft = Draft(name, title, timezone, currency, extended, now().date())
        done = written(draft, path.absolute().parent)
    _write(path, done.text)
    _report("" if timezone or draft.asked_zone else draft.zone, path, parent, holds=done.holds)


def _path(name: str, folder: Path) -> Path:
    from claimrules.scaffold.names import file_of, is_name, mended
    from claimrules.syntax.library import shipped_names

    if not is_name(name):
        meant = f"did you mean {mended(name)}?" if mended(name) else "as in my_shop.electronics"
        raise click.BadParameter(
            f"{name[:60]!r} cannot be the name of a ruleset. Names are of a to z, digits and _, with dots between their "
            f"parts: {meant} (--title takes any language.)", param_hint="NAME",
        )  # fmt: skip
    if name in shipped_names():
        raise click.ClickException(
            f"{name} ships with claimrules, and would be found instead of yours; choose another name, or --extends {name}"
        )
    path = folder / file_of(name)
    if os.path.lexists(path):
        raise click.ClickException(
            f"{path} is there already, and is left as it is; choose another name, or move it away first"
        )
    return path


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise click.ClickException(f"{path} cannot be written: a file of the name of a folder is in the way") from None
    except OSError as error:
        reason = (error.strerror or "the system does not let it be").lower()
        raise click.ClickException(
            f"{path} cannot be written: {reason}; choose another folder with --directory"
        ) from None


def _report(zone: str, path: Path, parent: str | None, *, holds: bool) -> None:
    click.echo(f"{path} is written{f', on top of {parent}' if parent else ''}.")
    if zone:
        click.echo(f"Its days begin and end in {zone}; if yours do not, write your own `timezone` there.")
    if not holds:
        click.echo(f"Its case does not hold yet: {parent} decides otherwise, and `claimrules test {path}` says why.")
    click.echo(f"Open it and look for FILL IN. Then: claimrules check {path}")
