"""`ruleset`, `category`: what a file is, and the tree of products it tells apart."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from claimrules.constructs.acts import build_act, check_act
from claimrules.constructs.construct import (
    Builder,
    Construct,
    Name,
    SyntaxTree,
    Words,
    child,
    children,
    nothing_to_check,
    quoted,
    words_of,
)
from claimrules.constructs.declarations.calendar import check_place
from claimrules.constructs.declarations.clauses import name_clause, only, title_of
from claimrules.constructs.literals import NO_DATE, date_of
from claimrules.constructs.scope import Scope
from claimrules.core.ops.money import ROUNDINGS
from claimrules.diagnostics.suggest import did_you_mean
from claimrules.domain.layers import LAYERS
from claimrules.domain.money import is_currency
from claimrules.domain.types import Place, Zone
from claimrules.domain.zones import is_zone
from claimrules.text.span import Span


@frozen
class InForce:
    """From a day, until a day, by an event of the order."""

    start: date
    end: date | None
    by: Name
    span: Span = field(eq=False, repr=False)


@frozen
class Ruleset:
    """A file's name and settings."""

    name: Name
    title: Words
    in_force: InForce | None
    counting: Name | None
    timezone: Name | None
    timezone_fact: Name | None
    place: Name | None
    place_name: Name | None
    currency: Name | None
    rounding: Name | None
    extends: Name | None
    layer: Name | None
    met_by: Name | None
    notes: tuple[Words, ...]
    span: Span = field(eq=False, repr=False)


@frozen
class Category:
    """A place in the tree of product categories."""

    name: Name
    under: Name | None
    title: Words
    span: Span = field(eq=False, repr=False)


def _in_force(tree: SyntaxTree, b: Builder) -> InForce | None:
    clause = only(tree, "in_force", b)
    if clause is None:
        return None
    until = child(clause, "force_until")
    end = date_of(until.children[0], b) if until else None
    return InForce(date_of(clause.children[0], b), end, b.name(clause.children[-1]), b.span(clause))


def _build_ruleset(tree: SyntaxTree, b: Builder) -> Ruleset:
    zone = only(tree, "timezone", b)
    return Ruleset(
        b.name(tree.children[0]),
        title_of(tree),
        _in_force(tree, b),
        name_clause(tree, "counting", b),
        Name(quoted(zone.children[0]), b.span(zone.children[0])) if zone else None,
        name_clause(tree, "timezone_fact", b),
        name_clause(tree, "place", b),
        name_clause(tree, "place_name", b),
        name_clause(tree, "currency", b),
        name_clause(tree, "rounding", b),
        name_clause(tree, "extends", b),
        name_clause(tree, "layer", b),
        build_act(tree, b),
        tuple(words_of(note.children[0]) for note in children(tree, "note")),
        b.span(tree),
    )


def _check_ruleset(node: Ruleset, scope: Scope) -> None:
    report = scope.collector.report
    if node.in_force is not None:
        _check_in_force(node.in_force, scope)
    check_act(node.met_by, scope)
    if node.counting is not None:
        scope.found("convention", node.counting, scope.conventions)
    if node.timezone is not None and not is_zone(node.timezone.text):
        report("CR0305", f"there is no time zone `{node.timezone}`", node.timezone.span, 'as in "Asia/Seoul"')
    if node.timezone_fact is not None:
        scope.typed(node.timezone_fact, Zone)
    _check_place(node, scope)
    if node.currency is not None and not is_currency(node.currency.text):
        report("CR0304", f"`{node.currency}` is not a currency of ISO 4217", node.currency.span, "as in USD, EUR, KRW")
    if node.rounding is not None and node.rounding.text not in ROUNDINGS:
        help_words = did_you_mean(node.rounding.text, ROUNDINGS) or f"one of {', '.join(ROUNDINGS)}"
        report("CR0305", f"`{node.rounding}` is not a rounding", node.rounding.span, help_words)
    if node.layer is not None and node.layer.text not in LAYERS:
        help_words = did_you_mean(node.layer.text, LAYERS) or f"one of {', '.join(LAYERS)}"
        report("CR0305", f"there is no layer `{node.layer}`", node.layer.span, help_words)


def _check_in_force(node: InForce, scope: Scope) -> None:
    scope.event(node.by)
    if node.end is not None and node.end < node.start and not scope.collector.has_fault_in(node.span, NO_DATE):
        scope.collector.report("CR0305", "the last day is before the first", node.span, "write the earlier date first")


def _check_place(node: Ruleset, scope: Scope) -> None:
    if node.place is not None:
        check_place(node.place, scope)
    if node.place_name is not None and node.place_name.text not in scope.calendars:
        scope.typed(node.place_name, Place)


def _build_category(tree: SyntaxTree, b: Builder) -> Category:
    return Category(b.name(tree.children[0]), name_clause(tree, "under", b), title_of(tree), b.span(tree))


def _check_category(node: Category, scope: Scope) -> None:
    if node.under is not None:
        scope.found("category", node.under, scope.categories)


RULESET = Construct(
    "ruleset", Ruleset, "A file's name and settings.", 'ruleset my_shop.returns "Returns at my shop"',
    _build_ruleset, _check_ruleset, nothing_to_check,
)  # fmt: skip
CATEGORY = Construct(
    "category", Category, "A product category.", "category phones under electronics",
    _build_category, _check_category, nothing_to_check,
)  # fmt: skip
