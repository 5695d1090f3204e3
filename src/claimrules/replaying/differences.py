"""Two answers as plain data → what differs, each with its place in words."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any, Final

from attrs import frozen

from claimrules.domain.fact_places import printable

#: By which member the parts of a list are told apart, the first that they have.
_LABELS: Final = (
    "kind", "name", "rule", "exclusion", "fact", "path", "code", "ruleset", "layer", "step", "event", "source", "text",
)  # fmt: skip
#: What tells of versions, not of the claim.
_VERSIONS: Final = "versions"
_ABSENT: Final = object()
_LONGEST: Final = 160


@frozen
class Difference:
    """One part of the answer that is not as it was.

    Args:
        place: where it stands, as in `remedies, full_refund, closes`.
        then: what was there, as JSON; empty where nothing was.
        now: what is there, as JSON; empty where nothing is.
    """

    place: str
    then: str
    now: str

    def __str__(self) -> str:
        if not self.then:
            return f"{self.place}: is new: {_shortened(self.now)}"
        if not self.now:
            return f"{self.place}: is not there any more; was {_shortened(self.then)}"
        return f"{self.place}: was {_shortened(self.then)}, is {_shortened(self.now)}"


def differences(then: Any, now: Any, place: tuple[str, ...] = ()) -> Iterator[Difference]:
    """Yield what differs between two answers, in their order; versions are left out."""
    match then, now:
        case dict(), dict():
            for key in (key for key in {**then, **now} if key != _VERSIONS):
                yield from differences(then.get(key, _ABSENT), now.get(key, _ABSENT), (*place, key))
        case list(), list() if _are_objects(then) and _are_objects(now):
            yield from _of_lists(_labelled(then), _labelled(now), place)
        case _ if _text(then) != _text(now):
            yield Difference(printable(", ".join(place), shorten=False), _text(then), _text(now))


def _of_lists(then: dict[str, Any], now: dict[str, Any], place: tuple[str, ...]) -> Iterator[Difference]:
    for label in {**then, **now}:
        yield from differences(then.get(label, _ABSENT), now.get(label, _ABSENT), (*place, label))
    orders = [[label for label in one if label in other] for one, other in ((then, now), (now, then))]
    if orders[0] != orders[1]:
        yield from differences(orders[0], orders[1], (*place, "order"))


def _are_objects(parts: Sequence[Any]) -> bool:
    return all(isinstance(part, dict) for part in parts)


def _label(part: dict[str, Any]) -> str:
    return next((str(part[key]) for key in _LABELS if part.get(key)), "part")


def _labelled(parts: Sequence[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return the parts of a list by what they are called; of those called alike, each with its number."""
    found: dict[str, dict[str, Any]] = {}
    for part in parts:
        label = _label(part)
        numbered = (f"{label} ({number})" for number in count(2))
        found[label if label not in found else next(one for one in numbered if one not in found)] = part
    return found


def _text(value: Any) -> str:
    return "" if value is _ABSENT else json.dumps(value, sort_keys=True, ensure_ascii=False)


def _shortened(words: str) -> str:
    words = printable(words, shorten=False)
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
