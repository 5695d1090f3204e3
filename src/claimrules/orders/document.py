"""An order as it was given → what holds for all of it, and its lines, cut into parts where they have some."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from attrs import frozen

from claimrules.domain.fact_lines import MOST_LINES
from claimrules.domain.fact_places import Place, described
from claimrules.orders.lines import EXAMPLE, GivenLine, named
from claimrules.orders.nested import Nested, opened
from claimrules.orders.parts import parts_of

LINES: Final = "order.lines"


@frozen
class GivenOrder:
    """What an order says of all its lines, and the lines; parts of one line follow one another."""

    shared: Nested
    lines: tuple[GivenLine, ...]


def read_order(document: object, members: frozenset[str], root: Place) -> GivenOrder:
    """Return an order as it was given; what is wrong with it is reported at `root`.

    Args:
        document: facts as of one claim, with `order.lines`: one object a line.
        members: the names of the facts that lines have, to be folded over the order.
        root: the place of the whole document.
    """
    if not isinstance(document, Mapping):
        root.wrong("CR0604", f"an order is an object, not {described(document)}", EXAMPLE)
        return GivenOrder({}, ())
    shared = opened(document, root)
    order = shared.get("order")
    lines = order.pop("lines", None) if isinstance(order, dict) else None
    place = root.below("order").below("lines")
    if not isinstance(lines, list | tuple) or not lines:
        said = "an order has lines, at least one" if lines is None or isinstance(lines, list | tuple) else ""
        place.wrong("CR0604", said or f"`{LINES}` is a list of lines, not {described(lines)}", EXAMPLE)
        return GivenOrder(shared, ())
    if len(lines) > MOST_LINES:
        place.wrong("CR0605", f"an order has at most {MOST_LINES:,} lines, not {len(lines):,}")
        return GivenOrder(shared, ())
    found = tuple(part for line in named(lines, place, "line") for part in parts_of(line, members))
    _check_groups(shared, found, root)
    return GivenOrder(shared, found)


def _check_groups(shared: Nested, lines: Sequence[GivenLine], root: Place) -> None:
    """Report what the order gives in place of an object of which lines say more, as it would be lost."""
    groups = {key for line in lines for key, value in line.facts.items() if isinstance(value, dict)}
    for key in sorted(groups & shared.keys()):
        if shared[key] is not None and not isinstance(shared[key], dict):
            root.below(key).wrong("CR0604", f"`{key}` is an object of facts, not {described(shared[key])}")
