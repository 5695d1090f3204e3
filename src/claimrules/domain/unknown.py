"""The mark of what is not known, apart from None: for an event, None says that it has not happened."""

from __future__ import annotations

from enum import Enum
from typing import Final, Literal


class Unknown(Enum):
    """A type of one value, so that checkers can tell it from all others."""

    UNKNOWN = "unknown"

    def __repr__(self) -> str:
        return "UNKNOWN"

    def __bool__(self) -> bool:
        return False


UNKNOWN: Final = Unknown.UNKNOWN
#: For annotations: `bool | NotKnown`.
NotKnown = Literal[Unknown.UNKNOWN]
