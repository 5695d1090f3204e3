"""The ruleset that a new one extends: what it settles, and what is inherited from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from claimrules.api import Ruleset, load
from claimrules.compiler.build import Step, Window
from claimrules.compiler.pipeline import checked_file
from claimrules.compiler.resolve import Resolved
from claimrules.constructs.declarations.ruleset import InForce
from claimrules.constructs.declarations.ruleset import Ruleset as Head
from claimrules.constructs.declarations.statements import Exclusion, Rule
from claimrules.constructs.declarations.table import Table
from claimrules.diagnostics.diagnostic import Diagnostic, Label, PolicyError
from claimrules.diagnostics.suggest import did_you_mean
from claimrules.domain.instants import at_zone
from claimrules.domain.zones import day_start
from claimrules.scaffold.names import file_of, is_name, mended, names_in
from claimrules.syntax.library import find, shipped_names
from claimrules.text.source import Source
from claimrules.text.span import Span

#: On which the goods of examples come, if the ruleset is in force then.
EXAMPLE_DAY: Final = date(2026, 3, 10)


@frozen
class Parent:
    """A ruleset to extend: its file as checked, and ready to decide."""

    name: str
    resolved: Resolved
    ruleset: Ruleset

    @property
    def head(self) -> Head:
        """Its settings, inherited ones included."""
        head = self.resolved.file.ruleset
        if head is None:
            raise AssertionError(f"{self.name} was checked, and has a head")
        return head

    @property
    def in_force(self) -> InForce | None:
        """The days on which it holds, and the event they are asked of."""
        return self.head.in_force

    @property
    def zone(self) -> str:
        """Its time zone; UTC where a fact of the claim tells it."""
        return self.head.timezone.text if self.head.timezone else "UTC"

    def inherited(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield what can be declared anew: the kind, in the plural, and the names."""
        kinds = (("tables", Table), ("rules", Rule), ("exclusions", Exclusion), ("windows", Window), ("steps", Step))
        for words, kind in kinds:
            names = tuple(node.name.text for node in self.resolved.file.of(kind) if _is_declared(node))
            if names:
                yield words, names

    @property
    def names(self) -> frozenset[str]:
        """The names of all that is inherited."""
        return frozenset(name for _, names in self.inherited() for name in names)

    def statement_for_returns(self) -> str:
        """Return the name of the first table or rule that gives money back for a change of mind, or an empty text."""
        came = at_zone(day_start(self.day(EXAMPLE_DAY), self.zone), self.zone)
        events = {"delivered": came.isoformat()}
        if self.in_force is not None:
            events |= {self.in_force.by.text: came.isoformat()}
        facts: Any = {"claim": {"reason": "change_of_mind"}, "events": events}
        found = self.ruleset.decide(facts, came + timedelta(days=1)).remedy("full_refund")
        return next((_statement(rule) for rule in (found.rules if found else ())), "")

    def day(self, wanted: date) -> date:
        """Return a day on which it is in force, the one wanted if that is one."""
        force = self.in_force
        is_inside = force is None or (force.start <= wanted and (force.end is None or wanted <= force.end))
        return wanted if force is None or is_inside else force.start + timedelta(days=9)


def parent_of(name: str, file: Path, folder: Path) -> Parent:
    """Return the ruleset to extend, as the new file will find it.

    Args:
        name: the parent's name.
        file: the file of the new ruleset.
        folder: the folder of one's rulesets, for suggestions.

    Raises:
        PolicyError: there is none (CR0204), or it has faults.
    """
    path = find(name, file.absolute().parent) if is_name(name) else None
    if path is None:
        known = {*shipped_names(), *names_in(folder)}
        help_words = did_you_mean(mended(name) or name, known) or _where(name, folder)
        at = Label(Span(Source("--extends", ""), 0, 0))
        raise PolicyError((Diagnostic("CR0204", f"there is no ruleset `{name}` to extend", at, help_words),))
    return Parent(name, checked_file(path), load(path))


def _where(name: str, folder: Path) -> str:
    meant = mended(name)
    looked = f"one of your own would be {folder / file_of(meant)}; " if meant else ""
    return f"{looked}`claimrules rulesets` lists what ships"


def _is_declared(node: Any) -> bool:
    """Tell whether a statement was written by itself, not as the row of a table or for what a rule replaces."""
    return not re.search(r"\.\d+$", node.name.text) and not getattr(node, "is_implied", False)


def _statement(rule: str) -> str:
    return re.sub(r"\.\d+$", "", rule)
