"""The lines of an order: a list of objects × the vocabulary → one column of values for each fact that lines have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from attrs import field, frozen

from claimrules.domain.fact_paths import GivenFacts
from claimrules.domain.fact_places import Place, described
from claimrules.domain.fact_reading import Reading
from claimrules.domain.types import FactDeclaration

#: So many lines an order may have.
MOST_LINES: Final = 10_000
_EXAMPLE: Final = 'write [{"price": "10.00 USD"}, …], one object for each line of the order'


#: One fact of every line, as evaluators carry it.
Column = tuple[int | bool | None, ...]


@frozen
class Lines:
    """The lines of one list by its name, by column: what each line has for a fact, None where that is not known."""

    name: str
    count: int
    columns: Mapping[str, Column]
    place: Place


def read_lines(given: GivenFacts, vocabulary: Mapping[str, FactDeclaration], reading: Reading) -> dict[str, Lines]:
    """Return every list of lines that was given; what is wrong with one is reported, each with its place."""
    own = {fact.fold.over for fact in vocabulary.values() if fact.fold}
    found: dict[str, Lines] = {}
    for name, (value, place) in given.lists.items():
        if name not in own or value is None:
            continue
        if not isinstance(value, list | tuple):
            place.wrong("CR0604", f"`{place.path}` is a list of lines, not {described(value)}", _EXAMPLE)
        elif len(value) > MOST_LINES:
            words = f"`{place.path}` has at most {MOST_LINES:,} lines, not {len(value):,}"
            place.wrong("CR0605", words, "decide the lines by themselves, and give what they add up to")
        else:
            members = {fact.name: fact for fact in vocabulary.values() if fact.line_of == name}
            found[name] = _ListReader(name, given, members, reading).read(value, place)
    return found


@frozen
class _ListReader:
    """Reads the lines of one list; `members` are the facts that this ruleset has of each, by name."""

    list_name: str
    given: GivenFacts
    members: Mapping[str, FactDeclaration]
    reading: Reading
    _known: frozenset[str] = field(init=False)

    @_known.default
    def _known_of_a_line(self) -> frozenset[str]:
        """Return the facts of a line that any ruleset knows."""
        return frozenset(name for name, fact in self.given.vocabulary.items() if fact.line_of == self.list_name)

    def read(self, lines: list[object] | tuple[object, ...], place: Place) -> Lines:
        """Return the columns of all lines."""
        rows = [self._line(line, place.below(index)) for index, line in enumerate(lines)]
        columns = {name: tuple(row.get(name) for row in rows) for name in self.members}
        filled = {name: self._filled(self.members[name], column) for name, column in columns.items()}
        return Lines(self.list_name, len(rows), filled, place)

    def _line(self, line: object, place: Place) -> Mapping[str, int | bool]:
        if not isinstance(line, Mapping):
            place.wrong("CR0604", f"`{place.path}` is an object, not {described(line)}", _EXAMPLE)
            return {}
        reading, seen = self.reading.line(), set[str]()
        for name, value, at in self._cells(line, self.list_name, place):
            if name in seen:
                at.wrong("CR0604", f"`{at.path}` is given twice", "give each fact of a line once")
            elif name in self.members:
                reading.read(self.members[name], value, at)
            elif name not in self._known:
                self.given.leave_line(name, at, self._known)
            seen.add(name)
        self.reading.currency = reading.currency
        return reading.values

    def _cells(self, part: Mapping[object, object], path: str, place: Place) -> Iterator[tuple[str, object, Place]]:
        """Yield what a line gives, nested parts flattened, by the name of the fact."""
        for key, value in part.items():
            word = key if isinstance(key, str) else described(key)
            name, at = f"{path}.{word}", place.below(word)
            if isinstance(value, Mapping) and any(known.startswith(f"{name}.") for known in self._known):
                yield from self._cells(value, name, at)
            else:
                yield name, value, at

    def _filled(self, fact: FactDeclaration, column: Column) -> Column:
        """Return a column with the value that the vocabulary assumes where a line does not say it."""
        missing = column.count(None)
        if fact.assumed is None or not missing:
            return column
        shown = self.reading.words(fact, fact.assumed)
        lines = "1 line" if missing == 1 else f"{missing:,} lines"
        self.reading.assumptions.append(f"`{fact.name}` is not given for {lines}: taken as {shown}.")
        return tuple(fact.assumed if value is None else value for value in column)
