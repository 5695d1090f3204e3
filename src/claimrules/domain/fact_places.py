"""Places in a document of facts, and the list of what is wrong there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from attrs import Factory, define, frozen

from claimrules.diagnostics.diagnostic import Diagnostic, FactsError, Label
from claimrules.diagnostics.suggest import did_you_mean
from claimrules.text.span import Pointer

#: So many faults, and so many suggestions, are shown; a document can hold a hundred thousand.
LIMIT: Final = 50
#: Longer words are cut in messages.
LONGEST_SHOWN: Final = 60


@define
class FactFaults:
    """Gathers everything that is wrong with one document of facts."""

    name: str
    found: list[Diagnostic] = Factory(list)

    @property
    def is_full(self) -> bool:
        """No more faults are kept."""
        return len(self.found) >= LIMIT

    def raise_if_any(self) -> None:
        """End the reading.

        Raises:
            FactsError: something was reported.
        """
        if self.found:
            raise FactsError(tuple(self.found))


@frozen
class Place:
    """One place in the document: the keys that lead to it."""

    faults: FactFaults
    keys: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """The keys, joined by dots, safe to print."""
        return ".".join(printable(key) for key in self.keys)

    @property
    def pointer(self) -> Pointer:
        """The place as a JSON pointer (RFC 6901)."""
        steps = (printable(key, shorten=False).replace("~", "~0").replace("/", "~1") for key in self.keys)
        return Pointer(self.faults.name, "".join(f"/{step}" for step in steps))

    def below(self, key: str | int) -> Place:
        """Return the place one key further down."""
        return Place(self.faults, (*self.keys, str(key)))

    def wrong(self, code: str, message: str, help: str = "") -> None:
        """Report a fault at this place."""
        if not self.faults.is_full:
            self.faults.found.append(Diagnostic(code, message, Label(self.pointer), help))

    def suggest(self, name: str, known: Iterable[str]) -> str:
        """Return help that names the nearest known name, unless the list of faults is full."""
        return "" if self.faults.is_full or len(name) > LONGEST_SHOWN else did_you_mean(name, known)


def printable(words: str, *, shorten: bool = True) -> str:
    """Return words that any terminal or file can take: no lone surrogates, no control characters, not too long."""
    if shorten and len(words) > LONGEST_SHOWN:
        words = words[: LONGEST_SHOWN - 1] + "…"
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in words)


def described(value: object) -> str:
    """Return what a value is, in words, for a message; never fails, however odd the value."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str():
            return f"`{printable(str(value))}`"
        case int() | float() | Decimal():
            return _number(value)
        case date():
            return "a date or time"
        case Mapping():
            return "an object"
        case list() | tuple() | set() | frozenset():
            return "a list"
    return f"a value of type {printable(type(value).__name__)}"


def _number(value: float | Decimal) -> str:
    if isinstance(value, int) and abs(value) >= 10**LONGEST_SHOWN:
        return "a number of very many digits"
    return f"the number {printable(str(value))}"
