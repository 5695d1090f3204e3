"""The objects of a list of an order, each with its name, and a line as it was given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrs import frozen

from claimrules.domain.fact_places import LONGEST_SHOWN, Place, described
from claimrules.domain.money import Money
from claimrules.domain.order_decision import name_of
from claimrules.orders.nested import Nested, laid_over, opened

#: What a line, or a part of one, says that is no fact of the claim.
_OWN: Final = frozenset({"id", "quantity", "parts", "refunds", "price"})
EXAMPLE: Final = 'write {"order": {"lines": [{"id": "1", "item": {"price": "10.00 USD"}}, …]}, …}'


@frozen
class GivenLine:
    """One line of an order, or one part of a line.

    Args:
        place: where it stands in the document; `of` where its line does.
        facts: what it says of the claim, with what its line says laid under it.
        own: what the part says itself, and then the line.
        row: the facts of the line that are folded over the order.
    """

    line: str
    part: str
    quantity: int | None
    place: Place
    of: Place
    facts: Nested
    own: tuple[Nested, ...]
    row: Nested
    refunds: tuple[Money, ...] = ()

    @property
    def name(self) -> str:
        """What it is called."""
        return name_of(self.line, self.part)


@frozen
class GivenObject:
    """One object of a list, with its name."""

    name: str
    place: Place
    given: Nested

    @property
    def facts(self) -> Nested:
        """What it says of the claim."""
        told = {key: value for key, value in self.given.items() if key not in _OWN}
        price = self.given.get("price")
        return told if price is None else laid_over(told, {"item": {"price": price}})


def named(listed: Sequence[object], place: Place, what: str) -> Iterator[GivenObject]:
    """Yield the objects of a list that have a name of their own; the others are reported."""
    seen: set[str] = set()
    for index, given in enumerate(listed):
        at = place.below(index)
        if not isinstance(given, Mapping):
            at.wrong("CR0604", f"`{at.path}` is an object, not {described(given)}", EXAMPLE)
            continue
        found = opened(given, at)
        name = _name(found.get("id"), at, what)
        if name in seen:
            at.below("id").wrong("CR0604", f"`{at.path}.id`: there are two {what}s {name}", f"name each {what} once")
        elif name:
            seen.add(name)
            yield GivenObject(name, at, found)


def _name(given: object, at: Place, what: str) -> str:
    is_named = isinstance(given, str | int) and not isinstance(given, bool)
    words = str(given).strip() if is_named else ""
    if not words:
        found = "" if given is None else f", not {described(given)}"
        help = f'name it, as in "id": "1"; the decision tells its {what}s by it'
        at.below("id").wrong("CR0604", f"`{at.path}.id` is the name of the {what}{found}", help)
    elif len(words) > LONGEST_SHOWN or not words.isprintable():
        at.below("id").wrong("CR0605", f"`{at.path}.id` is a name of at most {LONGEST_SHOWN} characters")
        return ""
    return words
