"""The terms of a remedy as one rule gives it, and how terms are said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from attrs import frozen

from claimrules.domain.money import Money

#: Whether the goods go back, in words; nothing is said where a rule leaves it open.
RETURN_WORDS: Final[dict[bool | None, str]] = {True: "the goods go back", False: "the goods are kept", None: ""}
PAYER_UNKNOWN: Final = "who pays the return shipping is not known yet"

ONE_PER_ORDER: Final = "one per order"


@frozen
class Terms:
    """A remedy as one rule gives it; what is not known, or has no end, is None."""

    rule: str
    amount: Money | None
    is_ceiling: bool
    opens: datetime | None
    closes: datetime | None
    last_day: str


def paid_back_to(means: Sequence[str]) -> str:
    """Return by which means of payment the money comes, in words; nothing where that is left open."""
    return f"paid to: {' or '.join(name.replace('_', ' ') for name in means)}" if means else ""


def paid_by(payer: str) -> str:
    """Return who pays to send the goods back, in words."""
    return f"return shipping is paid by the {payer}"
