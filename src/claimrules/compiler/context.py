"""What every fold needs: the checked file, its scope, and how its nodes are lowered and cited."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from attrs import frozen

from claimrules.compiler.build import File
from claimrules.compiler.facts_read import facts_read
from claimrules.compiler.order import order_of, window_edges
from claimrules.compiler.resolve import Resolved
from claimrules.constructs import registry
from claimrules.constructs.declarations.ruleset import Ruleset
from claimrules.constructs.declarations.statements import TimeClauses
from claimrules.constructs.lowering import Interval, Lowering, between, intersection
from claimrules.constructs.moments.periods import Window
from claimrules.constructs.scope import Scope
from claimrules.core.moment import ALWAYS, NEVER
from claimrules.core.plan import Condition, EvidenceGroups, TimePlan
from claimrules.domain.decision import Citation
from claimrules.domain.periods import Convention


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
        return self._time_plan(node.name.text, node.title.text, self.low.window(node.name.text), [node], convention)

    def time(self, name: str, title: str, clauses: TimeClauses) -> TimePlan:
        """Return the intersection of a statement's time clauses."""
        low = self.low
        intervals = [low.interval(node) for node in clauses.windows]
        intervals += [between(low.moment(node, "opens"), NEVER) for node in clauses.opens]
        intervals += [between(ALWAYS, low.moment(node, "closes")) for node in clauses.closes]
        interval = intersection(intervals)
        parts = (*clauses.opens, *clauses.closes, *clauses.windows)
        return self._time_plan(name, title, interval, parts, low.convention)

    def _time_plan(
        self, name: str, title: str, interval: Interval, parts: Iterable[Any], convention: Convention
    ) -> TimePlan:
        opens, closes = interval.opens, interval.closes
        texts = tuple(text_of(self._named_window(node)) for node in parts)
        opened_by = tuple(sorted(facts_read([opens.exact])))
        facts = tuple(sorted(facts_read([opens.exact, closes.exact])))
        return TimePlan(name, title, opens, closes, interval.is_empty, texts, opened_by, facts, convention)

    def _named_window(self, node: Any) -> Any:
        name = getattr(node, "name", None)
        return node if name is None else self.scope.windows.get(name.text, node)

    def citations(self, cites: tuple[Any, ...]) -> tuple[Citation, ...]:
        """Return what a statement cites, each with its source."""
        return tuple(citation(self.scope.sources[cite.source.text], cite.article) for cite in cites)


def context_of(resolved: Resolved) -> Context:
    """Return the context of a checked file; its windows are lowered, those that others refer to first."""
    scope, head = resolved.scope, resolved.file.ruleset
    if head is None:
        raise ValueError("a checked file has a head")
    counting = head.counting.text if head.counting else ""
    convention = scope.conventions.get(counting, Convention(""))
    low = Lowering(
        zone=head.timezone.text if head.timezone else "UTC",
        file_convention=convention,
        convention=convention,
        facts=scope.facts,
        windows=scope.windows,
        conventions=scope.conventions,
        rounding=scope.rounding or "half_up",
        lower_node=registry.lower,
    )
    for name in order_of(window_edges(scope.windows)).names:
        low.window(name)
    return Context(resolved.file, scope, head, low)


def citation(source: Any, article: str) -> Citation:
    """Return a source and a place in it as a decision shows it."""
    dated, checked = (str(day) if day else "" for day in (source.dated, source.checked))
    return Citation(source.name.text, source.title.text, article, dated, checked, source.url, source.confidence)


def text_of(node: Any) -> str:
    """Return a node's policy text in one line, without comments."""
    text = re.sub(r"#[^\n]*", "", node.span.text)
    return re.sub(r"\s+", " ", text).strip()


def groups_of(evidence: Any) -> EvidenceGroups:
    """Return evidence as groups of names, any one of each."""
    return tuple(tuple(name.text for name in group) for group in evidence)
