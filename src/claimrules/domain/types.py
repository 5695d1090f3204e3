"""The types a fact can have, each with its bounds. Every value but a yes or no is carried as an integer."""

from __future__ import annotations

from typing import Final

from attrs import frozen

#: An event known not to have happened, and a window without end, stand here (microseconds since 1970, year 9000+).
NEVER: Final = 2**60
#: The other end: always.
ALWAYS: Final = -(2**60)


@frozen
class Boolean:
    """Yes or no."""

    kind = words = "yes or no"


@frozen
class Choice:
    """One of declared names; carried as the name's place in `names`.

    Args:
        names: what it can be.
        is_category: the names are the product categories in scope.
        parents: of categories, the one each is under, or nothing.
        stands_for: categories of other rulesets that may be given, each with the own one that it is under.
    """

    names: tuple[str, ...]
    is_category: bool = False
    parents: tuple[str, ...] = ()
    stands_for: tuple[tuple[str, str], ...] = ()
    kind = "one of several values"

    def within(self, name: str) -> tuple[str, ...]:
        """Return a name with all names below it."""
        below = [name]
        for place in below:
            below += [child for child, parent in zip(self.names, self.parents, strict=False) if parent == place]
        return tuple(below)

    @property
    def words(self) -> str:
        """The type as a policy says it."""
        return "one of " + ", ".join(self.names)


@frozen
class SetOf:
    """Any number of declared names; carried as one yes or no each."""

    names: tuple[str, ...]
    kind = "a set"

    @property
    def words(self) -> str:
        """The type as a policy says it."""
        return "set of " + ", ".join(self.names)


@frozen
class Number:
    """A whole number within bounds, both included."""

    lowest: int = -(10**9)
    highest: int = 10**9
    kind, words = "a number", "number"


@frozen
class MoneyType:
    """An amount of money, never negative; carried in minor units of its currency."""

    kind = words = "money"


@frozen
class Event:
    """Something that happens at an instant; carried in microseconds since 1970-01-01T00:00Z."""

    date_means_end: bool = False
    kind, words = "an event", "event"


@frozen
class Text:
    """Words, tested for equality only."""

    kind = words = "text"


@frozen
class Zone:
    """A time zone by its name in the IANA data base."""

    kind, words = "a time zone", "timezone"


@frozen
class Place:
    """A country, or a part of one, by ISO 3166: whose holidays count."""

    kind, words = "a place", "place"


@frozen
class Country:
    """A country by its two letters, tested for equality only."""

    kind, words = "a country", "country"


FactType = Boolean | Choice | SetOf | Number | MoneyType | Event | Text | Country | Zone | Place


@frozen
class Fold:
    """How a fact of an order is worked out from the lines of the order.

    Args:
        how: `sum`, `max`, `any`, `all` or `count`.
        over: the list of lines, as in `order.lines`.
        member: the fact of each line that is folded, as in `order.lines.price`; empty where lines are only counted.
    """

    how: str
    over: str
    member: str = ""

    @property
    def words(self) -> str:
        """The fold as a policy says it."""
        of = f" of {self.member.removeprefix(f'{self.over}.')}" if self.member else ""
        return f"{self.how}{of} over {self.over}"


@frozen
class FactDeclaration:
    """One fact a ruleset knows: its path, type, and words for people.

    Args:
        name: as a policy says it (`delivered`, `item.price`).
        type: what it may be.
        means: one sentence.
        asks: the question to put to a buyer.
        follows: the standards whose term it follows.
        assumed: the value taken, and reported, when it is not given.
        never_before: events that cannot come after this one.
        fold: how it is worked out from the lines of the order.
        line_of: the list of lines each of which has this fact; empty for facts of the claim.
    """

    name: str
    type: FactType
    means: str = ""
    asks: str = ""
    follows: str = ""
    assumed: int | None = None
    is_changeable: bool = False
    never_before: tuple[str, ...] = ()
    fold: Fold | None = None
    line_of: str = ""

    @property
    def path(self) -> tuple[str, ...]:
        """The keys that lead to it in nested facts; events live under `events`."""
        return ("events", self.name) if isinstance(self.type, Event) else tuple(self.name.split("."))
