"""What is wrong with one line's claim → what is wrong with the order, at the place where the order says it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from attrs import evolve

from claimrules.diagnostics.diagnostic import Diagnostic, Label
from claimrules.orders.lines import GivenLine
from claimrules.orders.nested import gives
from claimrules.text.span import Pointer

#: Where the facts of all lines stand that are folded.
ROWS: Final = ("order", "lines")
_NAMED: Final = "line "


def in_order(faults: Sequence[Diagnostic], line: GivenLine, lines: Sequence[GivenLine]) -> list[Diagnostic]:
    """Return the faults of a line's claim as faults of its order; those of the line's own facts name it.

    What is wrong with the price as it is folded over all lines is wrong with that line's `item.price` first of all.
    """
    own = [fault for fault in faults if not _is_of_rows(fault)]
    return [_in_order(fault, line) for fault in own] + [_in_rows(fault, lines) for fault in faults if fault not in own]


def _is_of_rows(fault: Diagnostic) -> bool:
    return isinstance(fault.primary.origin, Pointer) and fault.primary.origin.pointer.startswith(f"/{'/'.join(ROWS)}/")


def _in_rows(fault: Diagnostic, lines: Sequence[GivenLine]) -> Diagnostic:
    origin = fault.primary.origin
    for line in lines:
        if str(origin).endswith(f"/{'/'.join(line.of.keys)}/price") and not gives(line.own[-1], ("price",)):
            return evolve(fault, primary=Label(line.of.below("item").below("price").pointer))
    return fault


def _in_order(fault: Diagnostic, line: GivenLine) -> Diagnostic:
    origin = fault.primary.origin
    if not isinstance(origin, Pointer):
        return fault
    path = tuple(origin.pointer.split("/")[1:])
    prefix = _place_of(path, line)
    if not prefix:
        return fault
    if path == ("item", "price") and not any(gives(own, path) for own in line.own):
        path = ("price",)
    pointer = "".join(f"/{step}" for step in (*prefix, *path))
    message = f"{_NAMED}{line.name}: {fault.message}"
    return evolve(fault, message=message, primary=Label(Pointer(origin.document, pointer)))


def _place_of(path: tuple[str, ...], line: GivenLine) -> tuple[str, ...]:
    """Return where the part, or the line, stands that says what is at a path; nothing where the order says it."""
    if not path or path[:2] == ROWS:
        return ()
    for own, place in zip(line.own, (line.place, line.of)[-len(line.own) :], strict=True):
        if any(gives(own, path[:end]) for end in (len(path), len(path) - 1) if end > 1):
            return place.keys
        if len(path) == 1 and gives(own, path):
            return place.keys
        if path == ("item", "price") and "price" in own:
            return place.keys
    return ()


def each_once(faults: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return faults without those that say the same of the same place; those that name their line come first."""
    found: dict[tuple[str, str], Diagnostic] = {}
    for fault in sorted(faults, key=lambda fault: not fault.message.startswith(_NAMED)):
        found.setdefault((fault.code, str(fault.primary.origin)), fault)
    return tuple(found.values())
