"""File → the scope of names it sees: its own, and those of the files it uses."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from claimrules.compiler.build import STATEMENTS, VOCABULARY, File, Step, Use, Window, build, by_name
from claimrules.constructs import registry
from claimrules.constructs.construct import Name
from claimrules.constructs.declarations.ruleset import Category, ConventionNode
from claimrules.constructs.declarations.ruleset import Source as SourceNode
from claimrules.constructs.declarations.vocabulary import FactNode, RemedyNode
from claimrules.constructs.scope import Scope
from claimrules.diagnostics.collector import Collector
from claimrules.diagnostics.suggest import did_you_mean
from claimrules.domain.periods import Convention
from claimrules.domain.types import Choice, FactDeclaration
from claimrules.syntax.library import find, shipped_names
from claimrules.syntax.read import read_source


@frozen
class Resolved:
    """A file with its scope and the files it draws on (for hashing)."""

    file: File
    scope: Scope
    used_files: tuple[File, ...]


def resolve(file: File, collector: Collector, beside: Path | None) -> Resolved:
    """Bring in used files, bind names, report duplicates and what cannot be found."""
    used: dict[str, File] = {}
    own_name = file.ruleset.name.text if file.ruleset else ""
    _bring_in(_wanted(file), used, (own_name,), collector, beside)
    nodes = {kind: _merged(kind, file, used, collector) for kind in VOCABULARY}
    ruleset = file.ruleset
    scope = Scope(
        collector,
        facts={name: _declared(node.declaration, nodes[Category]) for name, node in nodes[FactNode].items()},
        windows=by_name(file.of(Window), collector, "window"),
        statements=by_name(file.of(*STATEMENTS), collector, "statement"),
        steps=by_name(file.of(Step), collector, "step"),
        sources=nodes[SourceNode],
        remedies=nodes[RemedyNode],
        categories=nodes[Category],
        conventions={name: _convention(node) for name, node in nodes[ConventionNode].items()},
        currency=ruleset.currency.text if ruleset and ruleset.currency else None,
        rounding=ruleset.rounding.text if ruleset and ruleset.rounding else None,
        faulty_names=frozenset().union(*(other.faulty_names for other in (file, *used.values()))),
        check=registry.check,
    )
    return Resolved(file, scope, tuple(used.values()))


def _wanted(file: File) -> list[Name]:
    wanted = [use.name for use in file.of(Use)]
    counting = file.ruleset.counting if file.ruleset else None
    conventions = {node.name.text for node in file.of(ConventionNode)}
    names = [window.counting for window in file.of(Window)] + [counting]
    named = {name.text for name in wanted}
    for name in names:
        if name is None or name.text in conventions or f"conventions.{name}" in named:
            continue
        if find(f"conventions.{name}") is not None:
            wanted.append(Name(f"conventions.{name}", name.span))
    return wanted


def _bring_in(
    names: list[Name], used: dict[str, File], path: tuple[str, ...], collector: Collector, beside: Path | None
) -> None:
    for name in names:
        if name.text in path:
            words = f"`{name}` is used in a circle: {' → '.join((*path, name.text))}"
            collector.report("CR0503", words, name.span, "remove one `use`")
        elif name.text not in used:
            found = find(name.text, beside)
            if found is None:
                help_words = did_you_mean(name.text, shipped_names())
                collector.report("CR0204", f"there is no ruleset `{name}`", name.span, help_words)
                continue
            file = build(read_source(found, str(found)), collector)
            used[name.text] = file
            _bring_in(_wanted(file), used, (*path, name.text), collector, beside)


def _merged(kind: type, file: File, used: Mapping[str, File], collector: Collector) -> dict[str, Any]:
    words = {FactNode: "fact", RemedyNode: "remedy", ConventionNode: "convention", SourceNode: "source"}
    merged: dict[str, Any] = {}
    for other in used.values():
        merged.update({node.name.text: node for node in other.of(kind)})
    return merged | dict(by_name(file.of(kind), collector, words.get(kind, "category")))


def _declared(fact: FactDeclaration, categories: Mapping[str, Category]) -> FactDeclaration:
    if not (isinstance(fact.type, Choice) and fact.type.is_category):
        return fact
    names = tuple(sorted(categories))  # by name: the order of declarations never shows in a decision
    parents = tuple(node.under.text if (node := categories[name]).under else "" for name in names)
    return evolve(fact, type=Choice(names, is_category=True, parents=parents))


def _convention(node: ConventionNode) -> Convention:
    options = {option: name.text for option, name in node.options}
    cites = tuple(f"{cite.source}, {cite.article}" for cite in node.cites)
    return Convention(node.name.text, node.title.text, **options, citations=cites)
