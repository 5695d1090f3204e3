"""Load a ruleset, decide a claim."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from attrs import frozen

from claimrules.catalog.load import load_compiled
from claimrules.compiler.pipeline import Compiled
from claimrules.constructs.declarations.case import Case
from claimrules.domain.citations import Citation
from claimrules.domain.claim import Claim
from claimrules.domain.decision import Decision
from claimrules.domain.decision_instant import checked_instant
from claimrules.domain.facts import read_facts
from claimrules.domain.types import FactDeclaration
from claimrules.evaluators.outcome import decide as decide_plan


@frozen(repr=False)
class Ruleset:
    """A checked ruleset, ready to decide claims. Immutable; share it between threads."""

    _compiled: Compiled

    def __repr__(self) -> str:
        parts = (("rules", self.rules), ("exclusions", self.exclusions), ("steps", self.steps), ("cases", self.cases))
        counts = ", ".join(f"{len(found)} {what}" for what, found in parts)
        return f"<Ruleset {self.name} {self.title!r}: {counts}>"

    @property
    def name(self) -> str:
        """Its dotted name."""
        return self._compiled.plan.name

    @property
    def title(self) -> str:
        """Its title in English."""
        return self._compiled.plan.title

    @property
    def plan(self) -> Any:
        """The compiled plan, for tools that look inside."""
        return self._compiled.plan

    @property
    def sources(self) -> tuple[Citation, ...]:
        """The documents it cites."""
        return self._compiled.plan.sources

    @property
    def rules(self) -> tuple[str, ...]:
        """The names of its rules."""
        return tuple(rule.name for rule in self._compiled.plan.rules)

    @property
    def exclusions(self) -> tuple[str, ...]:
        """The names of its exclusions."""
        return tuple(exclusion.name for exclusion in self._compiled.plan.exclusions)

    @property
    def steps(self) -> tuple[str, ...]:
        """The names of its steps, in the order of the ladder."""
        return tuple(step.name for step in self._compiled.plan.steps)

    @property
    def cases(self) -> tuple[Case, ...]:
        """Its worked examples."""
        return self._compiled.cases

    @property
    def in_force_from(self) -> date | None:
        """The first day it is in force."""
        return self._compiled.plan.in_force_from

    @property
    def in_force_until(self) -> date | None:
        """The last day it is in force."""
        return self._compiled.plan.in_force_until

    @property
    def vocabulary(self) -> Mapping[str, FactDeclaration]:
        """Every fact it knows, by name."""
        return self._compiled.plan.vocabulary

    @property
    def used_facts(self) -> frozenset[str]:
        """The facts its answers depend on."""
        return self._compiled.plan.used

    def decide(self, facts: Mapping[str, Any] | Claim, at: datetime, *, name: str = "facts") -> Decision:
        """Return which remedies the buyer may have, what to do next, what is still unknown, and why.

        Args:
            facts: nested data as JSON gives it, or a `Claim`. Missing is unknown; None for an event is "has not happened".
            at: the instant to decide for: an aware datetime in the years 1900 to 2200.
            name: what to call the facts in error messages.

        Raises:
            FactsError: with every fault of the facts, each with its place; or with what is wrong with `at`.
        """
        checked_instant(at)
        plan = self._compiled.plan
        read = read_facts(
            facts,
            plan.vocabulary,
            zone=plan.zone,
            zone_fact=plan.zone_fact,
            currency=plan.currency,
            symbols=plan.symbols,
            name=name,
        )
        return decide_plan(plan, read, at)


def load(name_or_path: str | Path) -> Ruleset:
    """Return a ruleset by the name it ships under (`marketplaces.aliexpress`, or `aliexpress`) or by its file's path.

    Raises:
        PolicyError: there is none, or its text has faults; `diagnostics` holds all of them.
    """
    return Ruleset(load_compiled(name_or_path))
