"""A policy as its parsed tree, with the names it sees: nothing lowered, nothing folded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from attrs import evolve, fields, frozen, has

from claimrules.compiler.build import build
from claimrules.compiler.resolve import resolve
from claimrules.constructs.construct import Name
from claimrules.constructs.declarations.calendar import CalendarNode
from claimrules.constructs.declarations.ruleset import Ruleset
from claimrules.constructs.declarations.statements import Exclusion, Rule, Step
from claimrules.constructs.moments.periods import WindowUse
from claimrules.constructs.moments.windows import Window
from claimrules.constructs.scope import Scope
from claimrules.deadlines.conventions import Convention
from claimrules.diagnostics.collector import Collector
from claimrules.domain.types import Choice, Event, FactDeclaration
from claimrules.text.source import Source
from tests.oracle.calendars import Almanac, almanac_of
from tests.oracle.counting import Counting
from tests.oracle.inherited import standing_alone
from tests.oracle.parameters import texts_by_day
from tests.oracle.tables import with_rows
from tests.oracle.world import World

#: The fact that says where months end that lack the day, for conventions that ask.
MISSING_DAY: Final = "counting.missing_day"


@frozen
class Policy:
    """One ruleset's declarations."""

    head: Ruleset
    scope: Scope
    rules: tuple[Rule, ...]
    exclusions: tuple[Exclusion, ...]
    steps: tuple[Step, ...]
    windows: Mapping[str, Window]
    calendars: Mapping[str, CalendarNode]
    later: tuple[tuple[int, Policy], ...] = ()

    @property
    def versions(self) -> tuple[Policy, ...]:
        """Itself, and the same policy with the later values of its parameters."""
        return self, *(policy for _, policy in self.later)

    @property
    def zone(self) -> str:
        """Where days begin and end, if no fact tells it."""
        return self.head.timezone.text if self.head.timezone else "UTC"

    def zone_in(self, world: World) -> str:
        """Return where days begin and end."""
        return str(world[self.head.timezone_fact.text]) if self.head.timezone_fact else self.zone

    def counting(self, window: Window | None, world: World, *, rolls: bool = True) -> Counting:
        """Return how a window counts, or what stands outside all windows; `rolls`: ends move off days of rest."""
        convention = self.convention(window)
        rounds_up = convention.missing_day == "rounds_up"
        if convention.missing_day == "asked":
            rounds_up = world[MISSING_DAY] == "first_of_next"
        return Counting(convention, self.zone_in(world), self._almanac(convention, world), rounds_up, rolls)

    def convention(self, window: Window | None) -> Convention:
        """Return the convention of a window, or the one outside all windows."""
        name = (window.counting if window else None) or self.head.counting
        return self.scope.conventions[name.text] if name else Convention("")

    @cached_property
    def moves(self) -> bool:
        """Whether any convention in sight moves last days; where none does, all ends are as counted."""
        names = {name.text for name in (self.head.counting, *(w.counting for w in self.windows.values())) if name}
        return any(self.scope.conventions[name].moves for name in names)

    @cached_property
    def places_in_question(self) -> tuple[str, ...]:
        """Return the places to which a convention in use limits where a claim can be; none where all leave it open.

        Where several conventions limit it, one that they share, or else any that one of them names.
        """
        names = {name.text for name in (self.head.counting, *(w.counting for w in self.windows.values())) if name}
        limits = [set(self.scope.conventions[name].among) for name in names if self.scope.conventions[name].among]
        shared = set.intersection(*limits) if limits else set[str]()
        return tuple(sorted(shared or set[str]().union(*limits)))

    def _almanac(self, convention: Convention, world: World) -> Almanac:
        """Return whose holidays count: what the convention names, or the place of the ruleset."""
        if convention.holidays != "by_place":
            return almanac_of(convention.holidays, self.calendars)
        if self.head.place:
            return almanac_of(self.head.place.text, self.calendars)
        name = self.head.place_name.text if self.head.place_name else ""
        return almanac_of(name if name in self.calendars or not name else str(world[name]), self.calendars)

    def act(self, rule: Rule) -> str:
        """Return the event that uses a rule's right: as the rule says, else a window it names, the ruleset, the convention."""
        windows = [self.windows[use.name.text] for use in rule.time.windows if isinstance(use, WindowUse)]
        said = [rule.met_by, *(window.met_by for window in windows), self.head.met_by]
        names = [name.text for name in said if name]
        if names:
            return names[0]
        counted = [window for window in windows if window.counting]
        convention = self.convention(counted[0] if counted else None)
        return "claim_received" if convention.met_by == "receipt" else "claim_filed"

    def is_end_of_day(self, event: str) -> bool:
        """Tell whether an event, such as a promised day, belongs at midnight to the day just over."""
        type_of_event = self.scope.facts[event].type
        return isinstance(type_of_event, Event) and type_of_event.date_means_end

    def within(self, fact: str, value: str) -> frozenset[str]:
        """Return a fact's value, and if it is a category, all that it is under."""
        type_of_fact = self.scope.facts[fact].type
        above = [value]
        if isinstance(type_of_fact, Choice) and type_of_fact.is_category:
            parents = dict(zip(type_of_fact.names, type_of_fact.parents, strict=True))
            while parents[above[-1]]:
                above.append(parents[above[-1]])
        return frozenset(above)

    @cached_property
    def facts_read(self) -> dict[str, FactDeclaration]:
        """Return the facts that any rule, exclusion, step, or window they name can read."""
        granted = [self.scope.remedies[grant.remedy.text] for rule in self.rules for grant in rule.grants]
        remedies = [part for remedy in granted for part in (remedy.amount, remedy.limit)]
        acts = [self.scope.duties[duty.duty.text].met_by for rule in self.rules for duty in rule.duties]
        force = [self.head.in_force.by] if self.head.in_force else []
        read = set(force)
        for node in (*self.rules, *self.exclusions, *self.steps, *remedies, *acts, *self.windows.values()):
            read |= {name.text for name in names_in(node)}
        read |= {self.act(rule) for rule in self.rules} | {name.text for name in force}
        read |= {name.text for name in (self.head.timezone_fact, self.head.place_name) if name}
        read |= {MISSING_DAY}
        return {name: fact for name, fact in self.scope.facts.items() if name in read}


def names_in(node: Any) -> Iterator[Name]:
    """Return every name in a node, whatever it names."""
    match node:
        case Name():
            yield node
        case tuple() | list():
            for part in node:
                yield from names_in(part)
        case _:
            for part in _parts(node):
                yield from names_in(part)


def nodes_in(node: Any, kind: type) -> Iterator[Any]:
    """Return every node of a kind inside a node, itself included."""
    if isinstance(node, kind):
        yield node
    is_many = isinstance(node, tuple | list)
    for part in node if is_many else _parts(node):
        yield from nodes_in(part, kind)


def _parts(node: Any) -> list[Any]:
    """Return the parts of a node, without places in the text."""
    attributes = fields(type(node)) if has(type(node)) else ()
    return [getattr(node, attribute.name) for attribute in attributes if attribute.eq]


def policy_of(name: str, text: str, beside: Path | None = None) -> Policy:
    """Parse a policy text and bind its names: of one that extends another as one text, of one with parameters as several.

    Raises:
        PolicyError: the text has faults.
    """
    (_, first), *later = texts_by_day(standing_alone(text, beside), beside)
    dated = tuple((date.fromisoformat(day).toordinal(), _plain_policy(name, words, beside)) for day, words in later)
    return evolve(_plain_policy(name, first, beside), later=dated)


def _plain_policy(name: str, text: str, beside: Path | None) -> Policy:
    collector = Collector()
    file = build(Source(name, text), collector)
    resolved = resolve(file, collector, beside)
    collector.raise_if_any()
    windows = {window.name.text: window for window in file.of(Window)}
    calendars = {node.name.text: node for other in (*resolved.used_files, file) for node in other.of(CalendarNode)}
    rules, exclusions = with_rows(text, file.of(Rule), file.of(Exclusion))
    return Policy(file.ruleset, resolved.scope, rules, exclusions, file.of(Step), windows, calendars)
