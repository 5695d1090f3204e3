"""Paths on the command line → policy files."""

from __future__ import annotations

from pathlib import Path

import click


def policy_files(paths: tuple[str, ...]) -> tuple[Path, ...]:
    """Return the files named, and every `.claim` file below the folders named.

    Raises:
        click.ClickException: a path is not there, or no policy file is found.
    """
    found: list[Path] = []
    for path in map(Path, paths):
        if not path.exists():
            raise click.ClickException(f"{path} is not there")
        found += sorted(path.rglob("*.claim")) if path.is_dir() else [path]
    if not found:
        raise click.ClickException("no .claim file was found")
    return tuple(dict.fromkeys(found))
