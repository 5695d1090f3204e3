"""What lines add → the totals of the order, to the cent; what is not known leaves a range, and is never guessed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve

from claimrules.domain.money import Money
from claimrules.domain.order_decision import AskedTotal, LineDecision, LineShare, OrderTotal

#: A remedy on the same terms of right and return.
_Terms = tuple[str, bool, bool | None]


def terms_of(share: LineShare) -> _Terms:
    """Return what a share is added up by."""
    return share.kind, share.is_right, share.with_return


def counted_once(lines: Sequence[LineDecision]) -> tuple[LineDecision, ...]:
    """Return the lines where what is had once for the order adds to its totals at one line only."""
    groups: dict[tuple[_Terms, str], dict[str, LineShare]] = {}
    for line in lines:
        for share in line.shares:
            if share.is_once:
                groups.setdefault((terms_of(share), share.currency), {})[line.name] = share
    counted = {key: _counted(shares) for key, shares in groups.items()}
    return tuple(evolve(line, shares=tuple(_own(line, share, counted) for share in line.shares)) for line in lines)


def _own(
    line: LineDecision, share: LineShare, counted: Mapping[tuple[_Terms, str], Mapping[str, LineShare]]
) -> LineShare:
    return counted[terms_of(share), share.currency][line.name] if share.is_once else share


def _counted(shares: Mapping[str, LineShare]) -> dict[str, LineShare]:
    """Return the shares of one group, whose sums are its highest `least` and its highest `most`."""
    names = sorted(shares)
    surest = max(names, key=lambda name: (shares[name].least, _height(shares[name])))
    highest = max(names, key=lambda name: _height(shares[name]))
    found = {name: evolve(share, least=0, most=0) for name, share in shares.items()}
    found[surest] = shares[surest]
    most, beside = shares[highest].most, shares[surest].most
    if highest != surest and beside is not None and most != beside:
        found[highest] = evolve(shares[highest], least=0, most=None if most is None else most - beside)
    return found


def _height(share: LineShare) -> tuple[bool, int]:
    return share.most is None, share.most or 0


def totals_of(lines: Sequence[LineDecision]) -> tuple[OrderTotal, ...]:
    """Return the total of each remedy in each currency; lines whose currency is not known leave each of them open."""
    groups: dict[_Terms, list[tuple[str, LineShare]]] = {}
    for line in lines:
        for share in line.shares:
            groups.setdefault(terms_of(share), []).append((line.name, share))
    return tuple(total for group in groups.values() for total in _by_currency(group))


def _by_currency(group: Sequence[tuple[str, LineShare]]) -> Iterable[OrderTotal]:
    currencies = sorted({share.currency for _, share in group if share.currency})
    for currency in currencies or [""]:
        yield _total([(name, share) for name, share in group if share.currency in {currency, ""}], currency)


def _total(group: Sequence[tuple[str, LineShare]], currency: str) -> OrderTotal:
    _, first = group[0]
    most = [share.most for _, share in group]
    known = [amount for amount in most if amount is not None]
    at_least = sum(share.least for _, share in group)
    return OrderTotal(
        kind=first.kind,
        title=first.title,
        is_right=first.is_right,
        with_return=first.with_return,
        currency=currency,
        at_least=Money(at_least, currency) if currency else None,
        at_most=Money(sum(known), currency) if currency and len(known) == len(most) else None,
        lines=tuple(sorted(name for name, _ in group)),
        unsettled=tuple(sorted(name for name, share in group if share.least != share.most)),
    )


def asked_of(lines: Sequence[LineDecision]) -> tuple[AskedTotal, ...]:
    """Return what is asked for in all, in each currency: of each line the remedy that its next action names."""
    asked = [(line.name, share) for line in lines for share in line.shares if _is_asked(line, share) and share.currency]
    return tuple(
        _asked([one for one in asked if one[1].currency == currency], currency)
        for currency in sorted({share.currency for _, share in asked})
    )


def _is_asked(line: LineDecision, share: LineShare) -> bool:
    asks = line.decision.next_action.asks_for
    return asks is not None and (asks.kind, asks.is_right, asks.with_return) == terms_of(share)


def _asked(group: Sequence[tuple[str, LineShare]], currency: str) -> AskedTotal:
    total = _total(group, currency)
    return AskedTotal(currency, Money(sum(share.least for _, share in group), currency), total.at_most, total.lines)
