"""A nested document × the vocabulary → which value was given for which fact, and what was given for none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from attrs import Factory, define, frozen

from claimrules.domain.fact_places import LIMIT, Place, described, printable
from claimrules.domain.gaps import Unused
from claimrules.domain.rates import RATES
from claimrules.domain.types import FactDeclaration

#: The key that says every event not given has not happened.
EVENTS_COMPLETE = "events_complete"


@frozen
class _Left:
    """What was given for no fact; `known` are the names that may have been meant."""

    name: str
    place: Place
    known: Iterable[str]

    @property
    def path(self) -> str:
        """The name, safe to print."""
        return ".".join(map(printable, self.name.split(".")))

    def unused(self, *, is_helped: bool) -> Unused:
        """Return it as decisions list it, with the nearest name if that is asked for."""
        return Unused(self.path, self.place.suggest(self.name, self.known) if is_helped else "")


@define
class GivenFacts:
    """What a document gives, by the name of the fact, each with its place."""

    vocabulary: Mapping[str, FactDeclaration]
    values: dict[str, tuple[object, Place]] = Factory(dict)
    left: list[_Left] = Factory(list)
    lists: dict[str, tuple[object, Place]] = Factory(dict)
    rates: tuple[object, Place] | None = None
    is_complete: bool = False
    _left_of_lines: set[str] = Factory(set)
    _paths: dict[tuple[str, ...], str] = Factory(
        lambda self: {fact.path: name for name, fact in self.vocabulary.items() if not fact.line_of}, takes_self=True
    )
    _list_paths: dict[tuple[str, ...], str] = Factory(
        lambda self: {
            tuple(fact.fold.over.split(".")): fact.fold.over for fact in self.vocabulary.values() if fact.fold
        },
        takes_self=True,
    )
    _groups: frozenset[tuple[str, ...]] = Factory(
        lambda self: frozenset(path[:end] for path in (*self._paths, *self._list_paths) for end in range(len(path))),
        takes_self=True,
    )

    def read(self, document: object, root: Place) -> None:
        """Take in a whole document."""
        if not isinstance(document, Mapping):
            root.wrong("CR0604", f"facts are an object, not {described(document)}", 'write {"claim": {"reason": …}}')
            return
        for key, value in document.items():
            place = root.below(_key(key))
            if key == EVENTS_COMPLETE:
                self._read_complete(value, place)
            elif key == RATES:
                self.rates = (value, place)
            else:
                self._walk(tuple(_key(key).split(".")), value, place)

    @cached_property
    def _known(self) -> tuple[str, ...]:
        """What may have been meant by a path of no fact."""
        paths = (*self._paths, *self._groups, *self._list_paths)
        return (*filter(None, map(".".join, paths)), EVENTS_COMPLETE, RATES)

    @property
    def unused(self) -> tuple[Unused, ...]:
        """What was given for no fact, in the order of the alphabet: so it does not matter how a document is ordered."""
        in_order = sorted(self.left, key=lambda left: left.path)
        return tuple(left.unused(is_helped=index < LIMIT) for index, left in enumerate(in_order))

    def report_unused(self) -> None:
        """Report what was given for no fact; only worth saying where something is wrong anyway."""
        for left in self.left:
            help = left.place.suggest(left.name, left.known)
            left.place.wrong("CR0609", f"`{left.path}` is no fact that this ruleset knows", help)

    def _read_complete(self, value: object, place: Place) -> None:
        if isinstance(value, bool):
            self.is_complete = value
        else:
            place.wrong("CR0604", f"`{EVENTS_COMPLETE}` is true or false, not {described(value)}")

    def _walk(self, path: tuple[str, ...], value: object, place: Place) -> None:
        is_group = path in self._groups
        if is_group and isinstance(value, Mapping):
            for key, inner in value.items():
                self._walk((*path, _key(key)), inner, place.below(_key(key)))
        elif path in self._paths:
            self._take(self._paths[path], value, place, self.values)
        elif path in self._list_paths:
            self._take(self._list_paths[path], value, place, self.lists)
        elif is_group and value is not None:
            help = "facts are given for one item and one claim" if isinstance(value, list | tuple) else ""
            place.wrong("CR0604", f"`{place.path}` is an object of facts, not {described(value)}", help)
        elif not is_group:
            self._leave(place)

    def _take(self, name: str, value: object, place: Place, taken: dict[str, tuple[object, Place]]) -> None:
        if name in taken:
            place.wrong("CR0604", f"`{place.path}` is given twice", f"it is also at {taken[name][1].pointer}")
        else:
            taken[name] = (value, place)

    def leave_line(self, path: str, place: Place, known: Iterable[str]) -> None:
        """Take note of what lines give for no fact; once, however many lines do."""
        if path not in self._left_of_lines:
            self._left_of_lines.add(path)
            self.left.append(_Left(path, place, known))

    def _leave(self, place: Place) -> None:
        self.left.append(_Left(place.path, place, self._known))


def _key(key: object) -> str:
    return key if isinstance(key, str) else described(key)
