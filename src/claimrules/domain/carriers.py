"""Calendars and time zones as the integers that evaluators carry, and back. They live as long as the process."""

from __future__ import annotations

from threading import Lock
from typing import Final, Generic, TypeVar

from claimrules.domain.calendars import NO_CALENDAR, Calendar
from claimrules.domain.zones import zone_names

T = TypeVar("T")

#: The carrier of "not known which".
ANY: Final = -1


class Register(Generic[T]):
    """Gives every value a number at its first use."""

    def __init__(self) -> None:
        self._codes: dict[T, int] = {}
        self._values: list[T] = []
        self._lock = Lock()

    def code(self, value: T) -> int:
        """Return the number of a value."""
        found = self._codes.get(value)
        if found is not None:
            return found
        with self._lock:
            if value not in self._codes:
                self._values.append(value)
                self._codes[value] = len(self._values) - 1
            return self._codes[value]

    def value(self, code: int) -> T:
        """Return the value of a number; the first one for a number that was never given, as totality asks."""
        return self._values[code] if 0 <= code < len(self._values) else self._values[0]


ZONES: Final[Register[str]] = Register()
ZONES.code("UTC")
CALENDARS: Final[Register[Calendar]] = Register()
CALENDARS.code(NO_CALENDAR)


def place_code(place: str) -> int:
    """Return the number of a place's calendar."""
    return CALENDARS.code(Calendar(place, place))


def all_zones() -> tuple[str, ...]:
    """Return every time zone of a place, without the aliases kept for old programs."""
    return tuple(sorted(name for name in zone_names() if "/" in name and not name.startswith("Etc/")))
