"""Facts of an order that are worked out from its lines, when facts are read: the core needs no loops."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from claimrules.domain.fact_lines import Lines
from claimrules.domain.fact_paths import GivenFacts
from claimrules.domain.fact_reading import Reading
from claimrules.domain.money import HIGHEST_MINOR
from claimrules.domain.types import Boolean, FactDeclaration, FactType, Fold, MoneyType, Number

Values = Sequence[int | bool | None]

#: For each fold, what a line's fact can be and what then the fact of the order is.
FOLDED_TYPES: Final[Mapping[str, Mapping[type[FactType], type[FactType]]]] = {
    "sum": {MoneyType: MoneyType, Number: Number},
    "max": {MoneyType: MoneyType, Number: Number},
    "any": {Boolean: Boolean},
    "all": {Boolean: Boolean},
    "count": {Boolean: Number},
}


def _any(values: Values) -> bool | None:
    """Return whether one is yes: a known yes wins over what is not known."""
    return True if True in values else None if None in values else False


def _all(values: Values) -> bool | None:
    """Return whether none is no: a known no wins over what is not known."""
    return False if False in values else None if None in values else True


def _sum(values: Values) -> int | None:
    """Return the sum, also the number of yes; not known while one is not known."""
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None


def _max(values: Values) -> int | None:
    """Return the highest; of no lines, nothing is known."""
    known = [value for value in values if value is not None]
    return max(known, default=None) if len(known) == len(values) else None


_FOLDS: Final[Mapping[str, Callable[[Values], int | bool | None]]] = {
    "any": _any, "all": _all, "sum": _sum, "count": _sum, "max": _max,
}  # fmt: skip


def folded(fold: Fold, lines: Lines) -> int | bool | None:
    """Return what a fold comes to, None where that is not known."""
    return _FOLDS[fold.how](lines.columns[fold.member]) if fold.member else lines.count


def fold_lines(
    lists: Mapping[str, Lines], vocabulary: Mapping[str, FactDeclaration], given: GivenFacts, reading: Reading
) -> dict[str, str]:
    """Take in every fact that lines tell and that is not given itself; return these facts, each with its list."""
    found: dict[str, str] = {}
    for fact in vocabulary.values():
        lines = lists.get(fact.fold.over) if fact.fold else None
        value = folded(fact.fold, lines) if fact.fold and lines else None
        if lines is None or value is None:
            continue
        if fact.name in reading.values:
            _compare(fact, value, given, reading)
        elif _fits(fact, value, lines, reading):
            reading.keep(fact, value)
            found[fact.name] = lines.name
    return found


def _compare(fact: FactDeclaration, value: int | bool, given: GivenFacts, reading: Reading) -> None:
    """Report a fact that is given otherwise than the lines tell it."""
    if reading.values[fact.name] != value and fact.fold:
        place = given.values[fact.name][1]
        words = f"`{place.path}` is given as {reading.shown[fact.name]}, but {fact.fold.words} is {reading.words(fact, value)}"
        place.wrong("CR0620", words, "one of the two is wrong; give the lines alone, or the fact alone")


def _fits(fact: FactDeclaration, value: int | bool, lines: Lines, reading: Reading) -> bool:
    """Tell whether a value is within the bounds of its fact; report it where it is not."""
    lowest, highest = (fact.type.lowest, fact.type.highest) if isinstance(fact.type, Number) else (0, HIGHEST_MINOR)
    if isinstance(fact.type, Boolean) or lowest <= value <= highest:
        return True
    bounds = f"from {reading.words(fact, lowest)} to {reading.words(fact, highest)}"
    lines.place.wrong("CR0605", f"`{fact.name}` is {bounds}, but the lines make it {reading.words(fact, value)}")
    return False
