"""What is decided about an order of several lines: each line by itself, and totals that are the sums of the lines."""

from __future__ import annotations

from datetime import datetime

from attrs import frozen

from claimrules.domain.decision import Decision
from claimrules.domain.gaps import Unused
from claimrules.domain.money import Money
from claimrules.speech.language import ENGLISH, speaking
from claimrules.speech.phrases import phrase


@frozen
class LineShare:
    """What one remedy of one line adds to a total of the order.

    Args:
        status: the remedy's; one that is denied, expired or unavailable adds nothing and is not listed.
        amount: as the line's decision has it; None when it is not known.
        refunded: what was paid back of the line before; None where nothing was, or where the remedy is no refund.
        least, most: what it adds at least and at most, in minor units, less what was paid back; `most` is None while
            the amount is not known.
        is_once: it is had once for the whole order, so that it is counted at one line alone.
        currency: of the amounts; empty while it is not known.
    """

    kind: str
    title: str
    is_right: bool
    with_return: bool | None
    status: str
    amount: Money | None
    refunded: Money | None
    least: int
    most: int | None
    is_once: bool
    currency: str


@frozen
class LineDecision:
    """The decision about one line of an order, or about one part of a line.

    Args:
        line: the line's `id`.
        part: the part's `id`; empty where the line is decided as a whole.
        quantity: how many units it is about; None where nobody says.
        price: what the buyer paid for them together; None while it is not known.
        shares: what its remedies add to the totals of the order.
    """

    line: str
    part: str
    quantity: int | None
    price: Money | None
    shares: tuple[LineShare, ...]
    decision: Decision

    @property
    def name(self) -> str:
        """The line, and its part if it is one, for people."""
        with speaking(self.decision.language):
            return name_of(self.line, self.part)


def name_of(line: str, part: str) -> str:
    """Return what a line, or a part of one, is called."""
    return phrase("{line}, part {part}", line=line, part=part) if part else line


@frozen
class NamedShare:
    """The share of a line, or of one of its parts, in an amount of the whole order."""

    line: str
    part: str
    amount: Money


@frozen
class SharedAmount:
    """An amount that is given for the whole order, and shared out over its lines.

    Args:
        fact: as in `order.shipping_paid`.
        shares: they add up to `amount`; empty where it cannot be shared out, and is unknown for each line.
        why_not: why it cannot be shared out, in words.
    """

    fact: str
    amount: Money
    shares: tuple[NamedShare, ...]
    why_not: str = ""


@frozen
class OrderTotal:
    """What one remedy comes to over all lines of one currency.

    Args:
        with_return: whether the goods go back; None where that is left open.
        at_least: the sum of what can be had now for sure; None while no currency is known.
        at_most: the sum where everything still open goes the buyer's way; None while an amount is not known.
        lines: the lines, and parts of lines, for which it is open.
        unsettled: those of them that leave it open what the total is.
    """

    kind: str
    title: str
    is_right: bool
    with_return: bool | None
    currency: str
    at_least: Money | None
    at_most: Money | None
    lines: tuple[str, ...]
    unsettled: tuple[str, ...]

    @property
    def is_exact(self) -> bool:
        """The total is known to the cent."""
        return self.at_least is not None and self.at_least == self.at_most


@frozen
class AskedTotal:
    """What all lines of one currency come to where for each the remedy is asked for that its next action names.

    Args:
        at_least, at_most: as of `OrderTotal`.
        lines: the lines, and parts of lines, for which money is asked.
    """

    currency: str
    at_least: Money
    at_most: Money | None
    lines: tuple[str, ...]


@frozen
class OrderDecision:
    """The answers about one order at one instant: a decision for each line, and what they come to together.

    Args:
        lines: in the order of the document.
        totals: one for each remedy of which there is an amount, and for each currency.
        asked: what is asked for in all, one remedy a line, by currency.
        shared: the amounts of the whole order that were shared out over the lines.
        unused: what was given for the order or for a line and is not read.
    """

    ruleset: str
    title: str
    at: datetime
    lines: tuple[LineDecision, ...]
    totals: tuple[OrderTotal, ...]
    asked: tuple[AskedTotal, ...]
    shared: tuple[SharedAmount, ...]
    unused: tuple[Unused, ...]

    @property
    def language(self) -> str:
        """The one its words are in (ISO 639)."""
        return next((line.decision.language for line in self.lines), ENGLISH)

    def line(self, line: str, part: str = "") -> LineDecision | None:
        """Return what is decided about a line, or about a part of one, by its `id`; None if there is none."""
        return next((found for found in self.lines if (found.line, found.part) == (line, part)), None)

    def total(self, kind: str, currency: str | None = None) -> OrderTotal | None:
        """Return the first total of a kind of remedy (in a currency, if one is named); None if there is none."""
        return next((one for one in self.totals if one.kind == kind and currency in {None, one.currency}), None)

    def to_dict(self) -> dict[str, object]:
        """Return plain data for JSON: instants in ISO 8601, money as amount and currency."""
        from claimrules.domain.plain_data import plain_order

        return plain_order(self)

    def __str__(self) -> str:
        from claimrules.domain.order_text import summary

        with speaking(self.language):
            return summary(self)
