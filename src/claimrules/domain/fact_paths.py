"""A nested document × the vocabulary → which value was given for which fact, and what was given for none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import Factory, define

from claimrules.domain.decision import Unused
from claimrules.domain.fact_places import LIMIT, Place, described
from claimrules.domain.rates import RATES
from claimrules.domain.types import FactDeclaration

#: The key that says every event not given has not happened.
EVENTS_COMPLETE = "events_complete"


@define
class GivenFacts:
    """What a document gives, by the name of the fact, each with its place."""

    vocabulary: Mapping[str, FactDeclaration]
    values: dict[str, tuple[object, Place]] = Factory(dict)
    left: list[tuple[Unused, Place]] = Factory(list)
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

    @property
    def unused(self) -> tuple[Unused, ...]:
        """What was given for no fact."""
        return tuple(unused for unused, _ in self.left)

    def report_unused(self) -> None:
        """Report what was given for no fact; only worth saying where something is wrong anyway."""
        for unused, place in self.left:
            place.wrong("CR0609", f"`{unused.path}` is no fact that this ruleset knows", unused.help)

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
            self.left.append((Unused(path, place.suggest(path, known if len(self.left) < LIMIT else ())), place))

    def _leave(self, place: Place) -> None:
        paths = (*self._paths, *self._groups, *self._list_paths)
        known = [*map(".".join, paths), EVENTS_COMPLETE, RATES] if len(self.left) < LIMIT else []
        self.left.append((Unused(place.path, place.suggest(place.path, filter(None, known))), place))


def _key(key: object) -> str:
    return key if isinstance(key, str) else described(key)
