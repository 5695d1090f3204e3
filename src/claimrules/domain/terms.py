"""The terms of a remedy as one rule gives it, and how terms are said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from attrs import frozen

from claimrules.domain.money import Money
from claimrules.speech.phrases import either, message, name_of, phrase

PAYER_UNKNOWN: Final[str] = message("who pays the return shipping is not known yet")
ONE_PER_ORDER: Final[str] = message("one per order")


@frozen
class Terms:
    """A remedy as one rule gives it; what is not known, or has no end, is None."""

    rule: str
    amount: Money | None
    is_ceiling: bool
    opens: datetime | None
    closes: datetime | None
    last_day: str


def return_words(with_return: bool | None) -> str:
    """Return whether the goods go back, in words; nothing where a rule leaves it open."""
    if with_return is None:
        return ""
    return phrase("the goods go back") if with_return else phrase("the goods are kept")


def ceiling_words(amount: Money | None, *, is_ceiling: bool) -> str:
    """Return an amount in words, or nothing where there is none."""
    if amount is None:
        return ""
    return phrase("up to {amount}", amount=amount) if is_ceiling else str(amount)


def paid_back_to(means: Sequence[str]) -> str:
    """Return by which means of payment the money comes, in words; nothing where that is left open."""
    names = either(name_of("a means of payment", name.replace("_", " ")) for name in means)
    return phrase("paid to: {means}", means=names) if means else ""


def paid_by(payer: str) -> str:
    """Return who pays to send the goods back, in words."""
    return phrase("return shipping is paid by the {payer}", payer=name_of("who acts", payer))
