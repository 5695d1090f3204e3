"""One window of a policy as it was lowered, with its value on facts: instants as text, `never` for what does not come."""

from __future__ import annotations

from functools import cache
from typing import Final

from attrs import frozen

from claimrules.compiler.pipeline import compile_source
from claimrules.core.expr import Expr
from claimrules.core.plan import TimePlan
from claimrules.domain.instants import at_zone
from claimrules.domain.types import ALWAYS, NEVER
from claimrules.text.source import Source
from tests.unit.core.expressions import value
from tests.unit.deadlines.subject import SEOUL, at

HEAD: Final = """ruleset test.windows "Windows"
  counting {counting}
  timezone {timezone}
  place {place}
use vocabulary.commerce
"""
#: A convention that goes on from the end as moved, where the one it is like goes on from the end as counted.
ROLLED: Final = """convention rolls_rolled "Rolls, and goes on from there" like eu_1182_71
  chains from rolled note "for the test"
"""
SHIPPED: Final = (
    "plain_days",
    "rolling_24h",
    "eu_1182_71",
    "kr_civil_act",
    "jp_cooling_off",
    "strict_months",
    "de_bgb",
)
WORDS: Final = {NEVER: "never", ALWAYS: "always"}


@frozen
class Asked:
    """A window, and what is known.

    Args:
        plan: the window named `asked`.
        facts: the values of facts by name.
    """

    plan: TimePlan
    facts: dict[str, int]

    @property
    def closes(self) -> str | None:
        """When it closes on Korean clocks; None where that is not known."""
        return self.shown(self.plan.closes.exact)

    @property
    def opens(self) -> str | None:
        """When it opens."""
        return self.shown(self.plan.opens.exact)

    @property
    def nominal(self) -> str | None:
        """When it closes if no last day moves."""
        return self.shown(self.plan.nominal)

    @property
    def bounds(self) -> tuple[str | None, str | None]:
        """The earliest and the latest it can close."""
        return self.shown(self.plan.closes.earliest), self.shown(self.plan.closes.latest)

    @property
    def is_empty(self) -> bool | None:
        """Whether it can never be open."""
        found = value(self.plan.is_empty, self.facts)
        return None if found is None else bool(found)

    def shown(self, expr: Expr) -> str | None:
        """Return an instant as text."""
        found = value(expr, self.facts)
        return None if found is None else WORDS.get(found) or at_zone(found, SEOUL).strftime("%Y-%m-%d %H:%M")


def asked(
    text: str, *, counting: str = "plain_days", timezone: str = f'"{SEOUL}"', place: str = "KR", **facts: str | int
) -> Asked:
    """Return the window `asked` of some declarations, on facts whose names have `__` for the dot."""
    own = ROLLED if counting == "rolls_rolled" else ""
    whole = f"{HEAD.format(counting=counting, timezone=timezone, place=place)}{own}{text}\n"
    used = "".join(f"use conventions.{name}\n" for name in SHIPPED if name in whole)
    read = {name.replace("__", "."): _read(fact) for name, fact in facts.items()}
    return Asked(_window(whole + used), read)


@cache
def _window(text: str) -> TimePlan:
    plan = compile_source(Source("windows.claim", text)).plan
    return next(window for window in plan.windows if window.name == "asked")


def _read(fact: str | int) -> int:
    if isinstance(fact, int):
        return fact
    return NEVER if fact == "never" else at(f"{fact}+09:00")
