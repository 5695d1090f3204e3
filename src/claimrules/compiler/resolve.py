"""File → the scope of names it sees: its own, and those of the files it uses."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from claimrules.compiler.bring_in import brought_in
from claimrules.compiler.build import STATEMENTS, VOCABULARY, File, Step, Window, by_name
from claimrules.compiler.cite import citation
from claimrules.compiler.expand import expand
from claimrules.compiler.order import order_of
from claimrules.constructs import registry
from claimrules.constructs.declarations.calendar import CalendarNode, calendar_of
from claimrules.constructs.declarations.convention import ConventionNode, convention_of
from claimrules.constructs.declarations.duty import DutyNode
from claimrules.constructs.declarations.folds import with_lines
from claimrules.constructs.declarations.parameter import Parameter
from claimrules.constructs.declarations.ruleset import Category
from claimrules.constructs.declarations.sources import Source as SourceNode
from claimrules.constructs.declarations.statements import Exclusion
from claimrules.constructs.declarations.table import Table
from claimrules.constructs.declarations.vocabulary import FactNode, RemedyNode
from claimrules.constructs.scope import Scope
from claimrules.constructs.time_context import MISSING_DAY
from claimrules.deadlines.conventions import Convention
from claimrules.diagnostics.collector import Collector
from claimrules.domain.calendars import Calendar
from claimrules.domain.types import Choice, FactDeclaration
from claimrules.syntax.library import shipped_conventions


@frozen
class Resolved:
    """A file with its scope and the files it draws on (for hashing)."""

    file: File
    scope: Scope
    used_files: tuple[File, ...]


def resolve(file: File, collector: Collector, beside: Path | None) -> Resolved:
    """Bring in used files, bind names, report duplicates and what cannot be found."""
    file, used = brought_in(file, collector, beside)
    expanded = expand(file)
    return Resolved(expanded, _scope(file, expanded, used, collector), tuple(used.values()))


def _scope(written: File, file: File, used: Mapping[str, File], collector: Collector) -> Scope:
    """Return the names that a file sees; `written` is the file before its tables were rules."""
    nodes = {kind: _merged(kind, file, used, collector) for kind in VOCABULARY}
    ruleset = file.ruleset
    conventions = _conventions(nodes[ConventionNode], nodes[SourceNode], collector)
    declared = {name: _declared(node.declaration, nodes[Category]) for name, node in nodes[FactNode].items()}
    return Scope(
        collector,
        facts=with_lines(declared) | _asked_by(conventions),
        windows=by_name(file.of(Window), collector, "window"),
        statements=_statements(written, file, collector),
        steps=by_name(file.of(Step), collector, "step"),
        sources=nodes[SourceNode],
        remedies=nodes[RemedyNode],
        duties=nodes[DutyNode],
        categories=nodes[Category],
        conventions=conventions,
        parameters=nodes[Parameter],
        calendars=_calendars(nodes[CalendarNode], collector),
        currency=ruleset.currency.text if ruleset and ruleset.currency else None,
        rounding=ruleset.rounding.text if ruleset and ruleset.rounding else None,
        faulty_names=frozenset().union(*(other.faulty_names for other in (file, *used.values()))),
        at_hand={"convention": shipped_conventions},
        check=registry.check,
    )


def _merged(kind: type, file: File, used: Mapping[str, File], collector: Collector) -> dict[str, Any]:
    words = {
        FactNode: "fact", RemedyNode: "remedy", ConventionNode: "convention", CalendarNode: "calendar", SourceNode: "source",
        Parameter: "parameter", DutyNode: "duty",
    }  # fmt: skip
    merged: dict[str, Any] = {}
    for other in used.values():
        merged.update({node.name.text: node for node in other.of(kind)})
    return merged | dict(by_name(file.of(kind), collector, words.get(kind, "category")))


def _statements(written: File, file: File, collector: Collector) -> dict[str, Any]:
    """Return statements by name, rows and what they replace among them; a name used twice is told of where it is written."""
    nodes = file.of(*STATEMENTS)
    implied = {node.name.text: node for node in nodes if isinstance(node, Exclusion) and node.is_implied}
    by_name((*written.of(*STATEMENTS, Table), *implied.values()), collector, "statement")
    found: dict[str, Any] = {}
    for node in nodes:
        found.setdefault(node.name.text, node)
    return found


def _declared(fact: FactDeclaration, categories: Mapping[str, Category]) -> FactDeclaration:
    if not (isinstance(fact.type, Choice) and fact.type.is_category):
        return fact
    names = tuple(sorted(categories))  # by name: the order of declarations never shows in a decision
    parents = tuple(node.under.text if (node := categories[name]).under else "" for name in names)
    return evolve(fact, type=Choice(names, is_category=True, parents=parents))


def _asked_by(conventions: Mapping[str, Convention]) -> dict[str, FactDeclaration]:
    """Return the fact that conventions ask for which leave open how months are counted that lack the day."""
    if all(convention.missing_day != "asked" for convention in conventions.values()):
        return {}
    means = "Where a month ends that lacks the day: with its last day, or with the first of the next month."
    asks = "Does a month that lacks the day end with its last day, or with the first of the next month?"
    choice = Choice(("last_of_month", "first_of_next"))
    return {MISSING_DAY: FactDeclaration(MISSING_DAY, choice, means=means, asks=asks)}


def _in_order(nodes: Mapping[str, Any], base: str, code: str, words: str, collector: Collector) -> list[Any]:
    """Return declarations after those they build on; circles are reported."""
    edges = {name: [found.text] if (found := getattr(node, base)) else [] for name, node in nodes.items()}
    order = order_of(edges)
    for circle in order.circles:
        collector.report(code, f"{words}: {' → '.join(circle)}", nodes[circle[0]].name.span, "break it at one of them")
    return [nodes[name] for name in order.names]


def _conventions(
    nodes: Mapping[str, ConventionNode], sources: Mapping[str, Any], collector: Collector
) -> dict[str, Convention]:
    cited = {name: partial(citation, source) for name, source in sources.items()}
    found: dict[str, Convention] = {}
    for node in _in_order(nodes, "like", "CR0407", "conventions are like one another in a circle", collector):
        found[node.name.text] = convention_of(node, found, cited)
    return found


def _calendars(nodes: Mapping[str, CalendarNode], collector: Collector) -> dict[str, Calendar]:
    found: dict[str, Calendar] = {}
    for node in _in_order(nodes, "base", "CR0407", "calendars extend one another in a circle", collector):
        found[node.name.text] = calendar_of(node, found)
    return found
