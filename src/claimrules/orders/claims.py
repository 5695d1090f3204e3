"""An order as it was given → the facts of each line's claim, by themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen

from claimrules.domain.money import Money
from claimrules.domain.order_decision import SharedAmount
from claimrules.orders.document import GivenOrder
from claimrules.orders.lines import GivenLine
from claimrules.orders.nested import Nested, laid_over, without
from claimrules.orders.parts import PRICE
from claimrules.orders.sharing import SHARED, Sharing, prices_of


@frozen
class LineClaim:
    """One line with the facts of its claim, and what the buyer paid for it."""

    line: GivenLine
    facts: Nested
    price: Money | None


def claims_of(
    order: GivenOrder, currency: str | None, *, is_folded: bool
) -> tuple[tuple[LineClaim, ...], tuple[SharedAmount, ...]]:
    """Return the claim of each line, and the amounts that were shared out over them.

    Args:
        order: the order as it was given.
        currency: that of the ruleset, if it has one.
        is_folded: the ruleset reads facts that are worked out from all lines, so that each claim tells of all.
    """
    prices = prices_of(order.lines)
    sharing = Sharing(order.lines, prices, order.shared.get("rates"), currency)
    shared = tuple(filter(None, (sharing.of(path, order.shared) for path in SHARED)))
    common = order.shared
    for one in shared:
        common = without(common, tuple(one.fact.split(".")))
    rows = {"order": {"lines": _rows(order.lines)}} if is_folded else {}
    facts = [_facts(line, price, common, shared, rows) for line, price in zip(order.lines, prices, strict=True)]
    return tuple(map(LineClaim, order.lines, facts, prices)), shared


def _rows(lines: tuple[GivenLine, ...]) -> list[Nested]:
    """Return what is folded over the order, once a line, however many parts it has."""
    return [*{line.line: line.row for line in lines}.values()]


def _facts(
    line: GivenLine, price: Money | None, common: Nested, shared: tuple[SharedAmount, ...], rows: Mapping[str, Nested]
) -> Nested:
    facts = laid_over(laid_over(common, line.facts), rows)
    for path, amount in _amounts(line, price, shared):
        facts = laid_over(facts, _at(path, amount))
    return facts


def _amounts(
    line: GivenLine, price: Money | None, shared: tuple[SharedAmount, ...]
) -> Iterator[tuple[tuple[str, ...], Money]]:
    if line.part and price is not None:
        yield PRICE, price
    for one in shared:
        own = (share.amount for share in one.shares if (share.line, share.part) == (line.line, line.part))
        yield from ((tuple(one.fact.split(".")), amount) for amount in own)


def _at(path: tuple[str, ...], value: object) -> Nested:
    first, *rest = path
    return {first: _at(tuple(rest), value) if rest else value}
