"""What a decision was asked for: the facts as JSON has them, and the instant."""

from __future__ import annotations

from typing import Any

from attrs import frozen


@frozen
class Asked:
    """What a decision was asked for.

    Args:
        facts: a copy of them, as JSON has them.
        at: the instant, in ISO 8601 with the offset it was given with.
    """

    facts: dict[str, Any]
    at: str
