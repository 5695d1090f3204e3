"""What commands write: bytes to a file, or in a line why they cannot be written."""

from __future__ import annotations

from pathlib import Path

import click


def write(path: Path, body: bytes) -> None:
    """Write a file.

    Raises:
        click.ClickException: it cannot be written.
    """
    try:
        path.write_bytes(body)
    except OSError as error:
        raise click.ClickException(
            f"{path} cannot be written: {(error.strerror or 'unknown reason').lower()}"
        ) from None
