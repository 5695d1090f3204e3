"""Random tables: rows over facts of every kind, with times, grants and what changes their amounts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from tests.agreement.policies import Writer
from tests.agreement.words import DATES, EVENTS, SIGNS

#: What a cell may say of the fact of its column.
_FACTS: Final[dict[str, tuple[str, ...]]] = {
    "item.state": ("worn", "not worn", "one of fresh, broken", "not one of fresh, worn", "any"),
    "item.kind": ("fruit", "not food", "one of apples, tools", "any"),
    "item.tags": ("includes red", "any"),
    "item.sealed": ("yes", "no", "any"),
    "item.count": ("= 3", "> 2", "<= 4", "any"),
    "item.price": (">= 10.00 USD", "< item.fee", "any"),
    "shop.code": ('"A"', "any"),
}
_TERMS: Final = ("amount", "at most", "less", "plus")


def table(writer: Writer, name: str, clauses: str = "") -> str:
    """Return a table of some rows; its clauses may grant, oblige and say a time as well."""
    writer.statements.append(name)
    facts = writer.random.sample([*_FACTS, writer.pick(EVENTS)], writer.random.randint(1, 3))
    has_grants = writer.random.random() < 0.8
    columns = [*facts, *(["within"] * (writer.random.random() < 0.6)), *(["grant"] * has_grants)]
    columns += writer.random.sample(_TERMS, writer.random.choice([0, 0, 1, 2]))
    columns += ["may grant"] * (writer.random.random() < 0.2)
    columns = [column for column in columns if column != "at most" or "amount" not in columns]
    rows = [[_cell(column, writer) for column in columns] for _ in range(writer.random.randint(1, 4))]
    when = writer.maybe(f" when {writer.condition(1)}")
    grants = "" if has_grants and writer.random.random() < 0.7 else f" grant {_remedy(writer)}"
    duty = writer.maybe(writer.oblige("send", has_amount=False), 0.2)
    lines = " ".join("| " + " | ".join(row) + " |" for row in (columns, *rows))
    return f'table {name}{clauses}{when}{writer.maybe(writer.time(), 0.3)}{grants}{duty} cite book "{name}" {lines}'


def _cell(column: str, writer: Writer) -> str:
    cells: dict[str, Callable[[], str]] = {
        "within": lambda: _time(writer),
        "grant": lambda: writer.pick([_remedy(writer), _remedy(writer), "nothing"]),
        "may grant": lambda: writer.pick([_remedy(writer), "nothing"]),
    }
    if column in _TERMS:
        return writer.pick(["any", "nothing", "item.fee", "2.00 USD", "12.5% of item.price", "2 times item.fee"])
    if column in EVENTS:
        first, last = sorted([writer.pick(DATES), writer.pick(DATES)])
        after = f"{writer.pick(['after', 'before'])} {writer.pick([*DATES, *EVENTS])}"
        return writer.pick(["yes", "no", "any", after, f"between {first} and {last}"])
    if column == "item.count":
        return writer.pick([*_FACTS[column], f"{writer.pick(SIGNS)} 1"])
    return cells[column]() if column in cells else writer.pick(_FACTS[column])


def _remedy(writer: Writer) -> str:
    returns = writer.pick(["", " with return", " without return"])
    return f"{writer.pick(['refund', 'share'])}{returns}{writer.maybe(f' amount {writer.amount()}', 0.2)}"


def _time(writer: Writer) -> str:
    length = f"{writer.duration()} after {writer.moment(1)}"
    span = f"from {writer.moment(1)}{writer.maybe(f' until {writer.moment(1)}')}"
    return writer.pick(
        ["never", "unlimited", "any", length, length, span, f"until {writer.moment(1)}", *writer.windows]
    )
