"""`claimrules fmt PATH…`: policy files in their one layout."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterator
from pathlib import Path

import click
from attrs import frozen

from claimrules.cli.paths import policy_files
from claimrules.cli.screen import say, shown
from claimrules.diagnostics.diagnostic import Diagnostic, PolicyError
from claimrules.formatting.format import format_source
from claimrules.syntax.read import decode, read_source
from claimrules.text.source import Source

_STANDARD_INPUT = "standard input"


@frozen
class _Formatted:
    """A file and its text in the one layout; `path` is None for standard input."""

    path: Path | None
    source: Source
    text: str
    is_same: bool


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--check", "only_checks", is_flag=True, help="Change nothing; name the files that would change.")
@click.option("--diff", "shows", is_flag=True, help="Change nothing; show what would change.")
def fmt(paths: tuple[str, ...], *, only_checks: bool, shows: bool) -> None:
    """Lay policy files out in the one way; folders are searched for .claim files, and - reads standard input.

    Comments and meaning are kept. A file with faults is left as it is, and its faults are shown.
    """
    faults: list[Diagnostic] = []
    found = list(_all_formatted(paths, faults))
    changed = [file for file in found if not file.is_same]
    if shows:
        click.echo("".join(map(_difference, changed)), nl=False)
    if not only_checks and not shows:
        _write(found)
    if faults:
        say(shown(tuple(dict.fromkeys(faults))), to_errors=True)
    if paths != ("-",) or only_checks:
        _report(found, changed, is_trial=only_checks or shows)
    sys.exit(1 if faults or (changed and only_checks) else 0)


def _all_formatted(paths: tuple[str, ...], faults: list[Diagnostic]) -> Iterator[_Formatted]:
    """Yield what could be read; the faults of the rest are added to `faults`."""
    files: list[Path | None] = [None] if "-" in paths else []
    named = tuple(path for path in paths if path != "-")
    for path in [*files, *(policy_files(named) if named else ())]:
        try:
            yield _formatted(path)
        except PolicyError as error:
            faults += error.diagnostics


def _formatted(path: Path | None) -> _Formatted:
    if path is None:
        data = sys.stdin.buffer.read()
        source = decode(data, _STANDARD_INPUT)
    else:
        source = read_source(path, str(path))
        data = path.read_bytes()
    text = format_source(source)
    return _Formatted(path, source, text, text.encode() == data)


def _difference(file: _Formatted) -> str:
    """Return the lines that change, as `diff -u` shows them."""
    before, after = (text.rstrip("\n").split("\n") for text in (file.source.text, file.text))
    names = (file.source.name, f"{file.source.name} (formatted)")
    return "".join(f"{line}\n" for line in difflib.unified_diff(before, after, *names, lineterm=""))


def _write(files: list[_Formatted]) -> None:
    for file in files:
        if file.path is None:
            click.echo(file.text, nl=False)
        elif not file.is_same:
            try:
                file.path.write_bytes(file.text.encode())
            except OSError as error:
                raise click.ClickException(f"{file.path} cannot be written: {error.strerror}") from None


def _report(found: list[_Formatted], changed: list[_Formatted], *, is_trial: bool) -> None:
    for file in changed:
        click.echo(f"{'would change' if is_trial else 'changed'}: {file.source.name}", err=True)
    verb = "would change" if is_trial else "changed"
    same = len(found) - len(changed)
    click.echo(
        f"{_counted(len(changed))} {verb}, {_counted(same)} {'is' if same == 1 else 'are'} laid out right", err=True
    )


def _counted(files: int) -> str:
    return f"{files} file{'' if files == 1 else 's'}"
