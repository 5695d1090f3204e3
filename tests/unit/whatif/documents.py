"""Facts with one more."""

from __future__ import annotations

from claimrules.cli.ask import with_fact

__all__ = ["with_fact"]
