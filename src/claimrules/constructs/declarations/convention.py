"""`convention`: how days, months and their ends are counted, each option with what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import evolve, field, frozen

from claimrules.constructs.construct import (
    Builder,
    Construct,
    Name,
    SyntaxTree,
    Words,
    children,
    nothing_to_check,
)  # fmt: skip
from claimrules.constructs.declarations.clauses import name_clause, title_of
from claimrules.constructs.declarations.convention_option import OptionNode, check_option, option_of, said, values_of
from claimrules.constructs.scope import Scope
from claimrules.deadlines.conventions import ALWAYS_STATED, OPTIONS, STATED_WHERE_IT_ROLLS, Convention
from claimrules.domain.calendars import USUAL_WEEKEND, Calendar, days_left
from claimrules.domain.citations import Citation
from claimrules.text.span import Span

_AS_IN = "as in: business days exclude saturday, sunday, holiday"


@frozen
class ConventionNode:
    """A named bundle of counting options, on top of those of another."""

    name: Name
    title: Words
    like: Name | None
    options: tuple[OptionNode, ...]
    span: Span = field(eq=False, repr=False)


def _build(tree: SyntaxTree, b: Builder) -> ConventionNode:
    options = tuple(option_of(part, b) for part in children(tree, "convention_option"))
    return ConventionNode(b.name(tree.children[0]), title_of(tree), name_clause(tree, "like", b), options, b.span(tree))


def _check(node: ConventionNode, scope: Scope) -> None:
    if node.like is not None:
        scope.found("convention", node.like, scope.conventions)
    seen: dict[str, OptionNode] = {}
    for option in node.options:
        if option.sets in seen:
            scope.collector.report("CR0404", f"`{said(option.sets)}` is given twice", option.span, "keep one")
        seen[option.sets] = option
        check_option(option, scope)
    _check_complete(node, scope)
    _check_days_left(node, seen, scope)


def _check_complete(node: ConventionNode, scope: Scope) -> None:
    base = scope.conventions.get(node.like.text) if node.like else Convention("")
    if base is None:
        return  # it was reported, as is below what the base does not say
    reported = set(_unsaid(base, is_first=False))
    for kind in _unsaid(convention_of(node, scope.conventions, {}), is_first=node.like is None):
        if kind in reported:
            continue
        words = f"say one of: {said(kind)} {', '.join(OPTIONS[kind])}" if kind in OPTIONS else _AS_IN
        scope.collector.report("CR0403", f"`{node.name}` does not say `{said(kind)}`", node.name.span, words)


def _unsaid(convention: Convention, *, is_first: bool) -> Iterator[str]:
    """Yield the options that neither a convention says nor one that it is like, and that somebody must."""
    needed = list(ALWAYS_STATED) if is_first else []
    if convention.rolls != "never":
        needed += STATED_WHERE_IT_ROLLS
    if convention.least_working_days:
        needed += ["chains_from", "business_days"]
    return (kind for kind in dict.fromkeys(needed) if kind not in convention.stated)


def _check_days_left(node: ConventionNode, given: Mapping[str, OptionNode], scope: Scope) -> None:
    convention = convention_of(node, scope.conventions, {})
    weekend = _weekend(convention, scope)
    for kind, names, words in (
        ("rolls", convention.rolls_on, "no day of the week is left for a last day to move to"),
        ("business_days", convention.business_days, "no day of the week is left to be a business day"),
    ):
        said_at = given.get(kind) or given.get("holidays")
        if said_at and not days_left(names, weekend):
            scope.collector.report("CR0305", words, said_at.span, "leave at least one day of the week out")


def _weekend(convention: Convention, scope: Scope) -> tuple[str, ...]:
    """Return the days a weekend has for certain; that of a place may change from year to year."""
    calendar = scope.calendars.get(convention.holidays, Calendar("", place=convention.holidays))
    return calendar.weekend or (() if calendar.place else USUAL_WEEKEND)


def convention_of(node: ConventionNode, known: Mapping[str, Convention], cited: Mapping[str, Any]) -> Convention:
    """Return what a declaration says, on top of the convention it is like.

    Args:
        node: the declaration.
        known: conventions by name.
        cited: from a source's name to its citation, given the place in it.
    """
    base = known.get(node.like.text, Convention("")) if node.like else Convention("")
    values: dict[str, Any] = {"name": node.name.text, "title": node.title.text or base.title}
    sources: list[tuple[str, Citation]] = []
    for option in node.options:
        values |= values_of(option)
        sources += [
            (option.sets, cited[cite.source.text](cite.article)) for cite in option.cites if cite.source.text in cited
        ]
    cited_here = {name for name, _ in sources}
    kept = (source for source in base.sources if source[0] not in cited_here)
    stated = base.stated | {option.sets for option in node.options}
    return evolve(base, **values, stated=stated, sources=(*kept, *sources))


CONVENTION = Construct(
    "convention", ConventionNode, "How days, months and their ends are counted.", "convention plain_days",
    _build, _check, nothing_to_check,
)  # fmt: skip
