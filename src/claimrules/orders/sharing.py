"""Amounts of a whole order → the share of each line, and of a line's price the share of each of its parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any, Final

from attrs import frozen

from claimrules.domain.apportioning import apportioned
from claimrules.domain.fact_money import read_money
from claimrules.domain.fact_places import FactFaults, Place
from claimrules.domain.money import Money
from claimrules.domain.order_decision import NamedShare, SharedAmount
from claimrules.domain.rates import Rate, read_rates
from claimrules.orders.lines import GivenLine
from claimrules.orders.nested import at_path, gives
from claimrules.orders.parts import PRICE

#: The amounts of a whole order of which each line has its share.
SHARED: Final = (("order", "shipping_paid"), ("order", "shipping_waived"))
#: How the parts of one weight are told apart: a line, or a line and its part.
Key = str


def money_at(document: object, path: tuple[str, ...]) -> Money | None:
    """Return the money that a document gives at a path; None where it gives none, or what is no money."""
    given = at_path(document, path)
    return None if given is None else read_money(given, Place(FactFaults("")))


def prices_of(lines: Sequence[GivenLine]) -> list[Money | None]:
    """Return the price of each line; that of a line in parts is shared by the quantities of the parts."""
    parts: dict[str, list[GivenLine]] = {}
    for line in lines:
        parts.setdefault(line.line, []).append(line)
    return [_price(line, parts[line.line]) for line in lines]


def _price(line: GivenLine, parts: Sequence[GivenLine]) -> Money | None:
    price = money_at(line.facts, PRICE)
    if not line.part or price is None:
        return price
    shares = apportioned(price.minor, {part.part: part.quantity or 0 for part in parts})
    return Money(shares[line.part], price.currency)


@frozen
class Sharing:
    """Shares out amounts of a whole order by what its lines cost.

    Args:
        lines: all lines, and parts of lines.
        prices: of each of them.
        rates: as facts give them.
        currency: that of the ruleset, if it has one.
    """

    lines: Sequence[GivenLine]
    prices: Sequence[Money | None]
    rates: Any
    currency: str | None

    def of(self, path: tuple[str, ...], shared: Mapping[str, Any]) -> SharedAmount | None:
        """Return the shares in an amount; None where the order gives none, or what is no money."""
        amount = money_at(shared, path)
        if amount is None:
            return None
        fact = ".".join(path)
        why_not = self._why_not(path)
        if why_not:
            return SharedAmount(fact, amount, (), why_not)
        shares = self._shares(amount)
        named = (
            NamedShare(line.line, line.part, Money(shares[line.line][line.part], amount.currency))
            for line in self.lines
        )
        return SharedAmount(fact, amount, tuple(named))

    def _shares(self, amount: Money) -> dict[str, dict[str, int]]:
        """Return the share of each line, and in it that of each part; both add up."""
        by_line: dict[str, dict[str, int | Fraction]] = {}
        for line, weight in zip(self.lines, self._weights, strict=True):
            by_line.setdefault(line.line, {})[line.part] = weight
        whole = apportioned(amount.minor, {line: sum(parts.values()) for line, parts in by_line.items()})
        return {line: apportioned(whole[line], parts) for line, parts in by_line.items()}

    def _why_not(self, path: tuple[str, ...]) -> str:
        own = [line.name for line in self.lines if gives(line.facts, path)]
        if own:
            return f"line {own[0]} gives its own"
        if len(self.lines) == 1:
            return ""
        free = [line.name for line, price in zip(self.lines, self.prices, strict=True) if price is None]
        if free:
            return f"the price of line {free[0]} is not known"
        return "" if self._weights else "the lines are in several currencies, and no rates are given"

    @property
    def _weights(self) -> list[int | Fraction]:
        """Return what each line costs, in one currency; nothing where that cannot be said."""
        known = [price for price in self.prices if price is not None]
        if len(self.lines) == 1:
            return [1]
        if len({price.currency for price in known}) == 1:
            return [price.minor for price in known]
        rates = read_rates((self.rates, Place(FactFaults(""))))
        found = [_converted(price, self.currency, rates) for price in known]
        return [weight for weight in found if weight is not None] if None not in found else []


def _converted(price: Money, currency: str | None, rates: Mapping[str, Rate]) -> int | Fraction | None:
    if price.currency == currency:
        return price.minor
    rate = rates.get(price.currency)
    return rate.converted(price) if rate is not None and rate.currency == currency else None
