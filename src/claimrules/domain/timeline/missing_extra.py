"""A package that only some need, and that is not installed."""

from __future__ import annotations


class MissingExtraError(ImportError):
    """What was asked for needs a package that is not installed; the message says how to install it."""

    def __init__(self, what: str, package: str, extra: str) -> None:
        super().__init__(
            f"{what} need the package {package}, which is not installed; install it with: pip install 'claimrules[{extra}]'"
        )
