"""A line of an order → the line as a whole, or each of the parts it is split into."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from attrs import evolve

from claimrules.domain.fact_money import read_money
from claimrules.domain.fact_places import Place, described
from claimrules.domain.money import Money
from claimrules.orders.lines import GivenLine, GivenObject, named
from claimrules.orders.nested import at_path, gives, laid_over

PRICE: Final = ("item", "price")
#: More units than any line has.
MOST_UNITS: Final = 10**6


def parts_of(line: GivenObject, members: frozenset[str]) -> Iterator[GivenLine]:
    """Yield a line as a whole, or each of its parts."""
    _check_price(line)
    row = {key: value for key, value in line.given.items() if key in members}
    price = at_path(line.facts, PRICE)
    row |= {"price": price} if "price" in members and price is not None else {}
    facts = {key: value for key, value in line.facts.items() if key not in members}
    quantity = _quantity(line.given.get("quantity"), line.place)
    whole = GivenLine(line.name, "", quantity, line.place, line.place, facts, (line.given,), row)
    listed, place = line.given.get("parts"), line.place.below("parts")
    if listed is None:
        yield evolve(whole, refunds=tuple(_refunds(line)))
    elif not isinstance(listed, list | tuple) or not listed:
        place.wrong("CR0604", f"`{place.path}` is a list of parts, not {described(listed)}")
    else:
        yield from _split(whole, line, [*named(listed, place, "part")])


def _split(whole: GivenLine, line: GivenObject, parts: Sequence[GivenObject]) -> Iterator[GivenLine]:
    _check_parts(line, parts, whole.quantity)
    for part in parts:
        if gives(part.facts, PRICE):
            at = part.place.below("item").below("price")
            at.wrong("CR0604", f"`{at.path}`: a price is given for the line", "the parts share it by their quantities")
        yield evolve(
            whole,
            part=part.name,
            quantity=_quantity(part.given.get("quantity"), part.place),
            place=part.place,
            facts=laid_over(whole.facts, part.facts),
            own=(part.given, line.given),
            refunds=tuple(_refunds(part)),
        )


def _check_price(line: GivenObject) -> None:
    item = line.given.get("item")
    both = [line.given.get("price"), item.get("price") if isinstance(item, dict) else None]
    if None not in both and both[0] != both[1]:
        words = f"`{line.place.path}.item.price` and `price` are not the same"
        line.place.below("price").wrong("CR0620", words, "give the price of the line once")


def _check_parts(line: GivenObject, parts: Sequence[GivenObject], whole: int | None) -> None:
    """Report parts of which nobody says how many units they have, or that are not together the line."""
    counted = [part.given.get("quantity") for part in parts]
    for part, quantity in zip(parts, counted, strict=True):
        if quantity is None:
            at = part.place.below("quantity")
            at.wrong("CR0604", f"`{at.path}` is missing", "say how many units of the line the part has")
    if "refunds" in line.given:
        at = line.place.below("refunds")
        at.wrong("CR0604", f"`{at.path}`: the line is split", "say with each part what was paid back of it")
    known = [quantity for quantity in counted if isinstance(quantity, int)]
    if whole is not None and len(known) == len(parts) and sum(known) != whole:
        words = f"the parts have {sum(known):,} of {whole:,} units"
        line.place.below("parts").wrong(
            "CR0620", f"`{line.place.path}`: {words}", "tell of every unit in one of the parts"
        )


def _quantity(given: object, place: Place) -> int | None:
    at = place.below("quantity")
    if given is None:
        return None
    if isinstance(given, bool) or not isinstance(given, int):
        at.wrong("CR0604", f"`{at.path}` is a whole number, not {described(given)}")
        return None
    if not 1 <= given <= MOST_UNITS:
        at.wrong("CR0605", f"`{at.path}` is from 1 to {MOST_UNITS:,}, not {described(given)}")
        return None
    return given


def _refunds(part: GivenObject) -> Iterator[Money]:
    given: Any = part.given.get("refunds")
    place = part.place.below("refunds")
    if given is None:
        return
    if not isinstance(given, list | tuple):
        place.wrong("CR0604", f"`{place.path}` is a list of amounts, not {described(given)}", 'write ["5.00 USD"]')
        return
    for index, amount in enumerate(given):
        money = read_money(amount, place.below(index))
        if money is not None:
            yield money
