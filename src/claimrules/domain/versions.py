"""The versions of what decides beside the rulesets: the engine, the calendar of holidays, the time zones."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from types import MappingProxyType
from typing import Final

#: Each package, and what it is to people.
PARTS: Final = MappingProxyType({"claimrules": "engine", "holidays": "calendar", "tzdata": "time zones"})


@cache
def versions_now() -> MappingProxyType[str, str]:
    """Return the version of each package that is installed."""
    return MappingProxyType({package: version(package) for package in PARTS})
