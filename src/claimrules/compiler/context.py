"""What every fold needs: the checked file, its scope, and how its nodes are lowered and cited."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import evolve, frozen

from claimrules.compiler.build import File
from claimrules.compiler.cite import citation
from claimrules.compiler.facts_read import facts_read
from claimrules.compiler.order import order_of, window_edges
from claimrules.compiler.resolve import Resolved
from claimrules.constructs import registry
from claimrules.constructs.conditions.said import Said
from claimrules.constructs.construct import Name
from claimrules.constructs.declarations.ruleset import Ruleset
from claimrules.constructs.declarations.statements import Rule
from claimrules.constructs.declarations.time_clauses import TimeClauses, acts_within
from claimrules.constructs.interval import Interval, between, intersection
from claimrules.constructs.lowering import Lowering
from claimrules.constructs.moments.periods import WindowUse
from claimrules.constructs.moments.windows import Window
from claimrules.constructs.scope import Scope
from claimrules.constructs.where import Where, constant, told_by
from claimrules.core.moment import ALWAYS, NEVER
from claimrules.core.plan import Condition, EvidenceGroups, TimePlan
from claimrules.deadlines.conventions import Convention
from claimrules.domain.calendars import Calendar
from claimrules.domain.carriers import CALENDARS, ZONES, place_code
from claimrules.domain.citations import Citation
from claimrules.syntax.one_line import one_line


@frozen
class Context:
    """One checked file, ready to be folded into a plan."""

    file: File
    scope: Scope
    head: Ruleset
    low: Lowering

    def condition(self, node: Any) -> Condition:
        """Return a condition with its text and the facts it reads."""
        expr = self.low.condition(node)
        return Condition(text_of(node), expr, tuple(sorted(facts_read([expr]))))

    def window(self, node: Window) -> TimePlan:
        """Return a window's interval."""
        convention = self.low.conventions[node.counting.text] if node.counting else self.low.convention
        name = node.name.text
        nominal = self.low.nominal.window(name)
        interval = self.low.window(name)
        plan = self._time_plan(name, node.title.text, interval, nominal, [node], convention)
        return evolve(plan, stages=interval.stages)

    def time(self, name: str, title: str, clauses: TimeClauses) -> TimePlan:
        """Return the intersection of a statement's time clauses."""
        interval, nominal = (_intersected(clauses, low) for low in (self.low, self.low.nominal))
        parts = (*clauses.opens, *clauses.closes, *clauses.windows)
        return self._time_plan(name, title, interval, nominal, parts, self._convention(clauses))

    def act(self, rule: Rule) -> Name | None:
        """Return what a rule is met by: as it says itself, or its windows do, or the ruleset."""
        said = acts_within(rule.time, self.scope)
        return rule.met_by or (said[0] if said else self.head.met_by)

    def _convention(self, clauses: TimeClauses) -> Convention:
        windows = [self.scope.windows.get(name) for name in windows_within(clauses)]
        named = [window.counting.text for window in windows if window is not None and window.counting]
        return self.low.conventions[named[0]] if named else self.low.convention

    def _time_plan(
        self, name: str, title: str, interval: Interval, nominal: Interval, parts: Iterable[Any], convention: Convention
    ) -> TimePlan:
        opens, closes = interval.opens, interval.closes
        texts = tuple(text_of(self._named_window(node)) for node in parts)
        opened_by = tuple(sorted(facts_read([opens.exact])))
        facts = tuple(sorted(facts_read([opens.exact, closes.exact])))
        return TimePlan(
            name, title, opens, closes, nominal.closes.exact, interval.is_empty, texts, opened_by, facts, convention
        )

    def _named_window(self, node: Any) -> Any:
        name = getattr(node, "name", None)
        return node if name is None else self.scope.windows.get(name.text, node)

    def citations(self, cites: tuple[Any, ...]) -> tuple[Citation, ...]:
        """Return what a statement cites, each with its source."""
        return tuple(citation(self.scope.sources[cite.source.text], cite.article) for cite in cites)


def windows_within(clauses: TimeClauses) -> list[str]:
    """Return the names of the windows a statement lies within."""
    return [node.name.text for node in clauses.windows if isinstance(node, WindowUse)]


def _intersected(clauses: TimeClauses, low: Lowering) -> Interval:
    intervals = [low.interval(node) for node in clauses.windows]
    intervals += [between(low.moment(node, "opens"), NEVER) for node in clauses.opens]
    intervals += [between(ALWAYS, low.moment(node, "closes")) for node in clauses.closes]
    return intersection(intervals)


def _zone(head: Ruleset) -> Where:
    if head.timezone_fact is not None:
        return told_by(head.timezone_fact.text)
    return constant(ZONES.code(head.timezone.text if head.timezone else "UTC"))


def _place(head: Ruleset, scope: Scope) -> Where | None:
    if head.place is not None:
        return constant(place_code(head.place.text))
    if head.place_name is None:
        return None
    calendar: Calendar | None = scope.calendars.get(head.place_name.text)
    return constant(CALENDARS.code(calendar)) if calendar else told_by(head.place_name.text)


def context_of(resolved: Resolved) -> Context:
    """Return the context of a checked file; its windows are lowered, those that others refer to first."""
    scope, head = resolved.scope, resolved.file.ruleset
    if head is None:
        raise ValueError("a checked file has a head")
    counting = head.counting.text if head.counting else ""
    convention = scope.conventions.get(counting, Convention(""))
    low = Lowering(
        zone=_zone(head),
        place=_place(head, scope),
        calendars=scope.calendars,
        file_convention=convention,
        convention=convention,
        facts=scope.facts,
        windows=scope.windows,
        conventions=scope.conventions,
        rounding=scope.rounding or "half_up",
        parameters=scope.parameters,
        in_force_by=head.in_force.by.text if head.in_force else "",
        lower_node=registry.lower,
    )
    for name in order_of(window_edges(scope.windows)).names:
        low.window(name)
        low.nominal.window(name)
    return Context(resolved.file, scope, head, low)


def text_of(node: Any) -> str:
    """Return a node's policy text in one line, without comments and citations."""
    if isinstance(node, Said):
        return node.text
    return one_line(node.span.text)


def groups_of(evidence: Any) -> EvidenceGroups:
    """Return evidence as groups of names, any one of each."""
    return tuple(tuple(name.text for name in group) for group in evidence)
