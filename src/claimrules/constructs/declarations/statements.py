"""`rule`, `exclusion`, `step`: what is granted, what bars it, and what to do."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen

from claimrules.constructs.construct import (
    Builder,
    Construct,
    Name,
    SyntaxTree,
    Words,
    child,
    children,
    nothing_to_check,
    words_of,
)
from claimrules.constructs.declarations.clauses import (
    PARTIES,
    Cite,
    check_cited,
    check_evidence,
    conditions,
    evidence,
    name_clause,
    title_of,
)  # fmt: skip
from claimrules.constructs.scope import Scope
from claimrules.text.span import Span


@frozen
class TimeClauses:
    """`from`, `until` and `within` clauses; they intersect."""

    opens: tuple[Any, ...] = ()
    closes: tuple[Any, ...] = ()
    windows: tuple[Any, ...] = ()


@frozen
class Shipping:
    """Who pays to send the goods back: `payer`, where the condition holds, else `otherwise`."""

    payer: Name
    condition: Any = None
    otherwise: Name | None = None


@frozen
class Adjustment:
    """An amount added or deducted, always or under a condition."""

    amount: Any
    condition: Any = None


@frozen
class Grant:
    """One remedy a rule gives, and its terms."""

    remedy: Name
    is_right: bool
    with_return: bool | None
    amount: Any
    is_ceiling: bool
    plus: tuple[Adjustment, ...]
    less: tuple[Adjustment, ...]
    shipping: Shipping | None
    span: Span = field(eq=False, repr=False)


@frozen
class Rule:
    """When it holds, what it grants."""

    name: Name
    title: Words
    conditions: tuple[Any, ...]
    time: TimeClauses
    met_by: Name | None
    grants: tuple[Grant, ...]
    evidence: tuple[tuple[Name, ...], ...]
    notes: tuple[Words, ...]
    cites: tuple[Cite, ...]
    span: Span = field(eq=False, repr=False)


@frozen
class Exclusion:
    """When it holds, the statements it names are barred."""

    name: Name
    title: Words
    bars: tuple[Name, ...]
    conditions: tuple[Any, ...]
    cites: tuple[Cite, ...]
    span: Span = field(eq=False, repr=False)


@frozen
class Step:
    """One rung of the procedure."""

    name: Name
    title: Words
    actor: Name | None
    conditions: tuple[Any, ...]
    time: TimeClauses
    tell: Words
    evidence: tuple[tuple[Name, ...], ...]
    cites: tuple[Cite, ...]
    span: Span = field(eq=False, repr=False)


def _time(tree: SyntaxTree, b: Builder) -> TimeClauses:
    opens, closes, windows = (
        tuple(b.node(clause.children[0]) for clause in children(tree, alias))
        for alias in ("from_clause", "until_clause", "within")
    )
    return TimeClauses(opens, closes, windows)


def _check_time(time: TimeClauses, scope: Scope) -> None:
    for part in (*time.opens, *time.closes, *time.windows):
        scope.check(part, scope)


def _build_grant(tree: SyntaxTree, b: Builder, *, is_right: bool) -> Grant:
    exact, ceiling = child(tree, "exact_amount"), child(tree, "ceiling_amount")
    clause = exact or ceiling
    returns = [t.data == "with_return" for t in children(tree, "with_return", "without_return")]
    if len(set(returns)) > 1:
        b.collector.report("CR0404", "a grant is either with return or without", b.span(tree), "keep one")
    plus, less = (tuple(_adjustment(t, b) for t in children(tree, alias)) for alias in ("plus", "less"))
    return Grant(
        b.name(tree.children[0]), is_right, returns[0] if returns else None,
        b.node(clause.children[0]) if clause else None, ceiling is not None, plus, less, _shipping(tree, b), b.span(tree),
    )  # fmt: skip


def _adjustment(tree: Any, b: Builder) -> Adjustment:
    proviso = child(tree, "proviso")
    return Adjustment(b.node(tree.children[0]), b.node(proviso.children[0]) if proviso else None)


def _shipping(tree: SyntaxTree, b: Builder) -> Shipping | None:
    plain, conditional = child(tree, "return_shipping"), child(tree, "return_shipping_if")
    if plain:
        return Shipping(b.name(plain.children[0]))
    if conditional:
        payer, condition, otherwise = conditional.children
        return Shipping(b.name(payer), b.node(condition), b.name(otherwise))
    return None


def _check_grant(grant: Grant, scope: Scope) -> None:
    scope.found("remedy", grant.remedy, scope.remedies)
    adjustments = (*grant.plus, *grant.less)
    parts = (grant.amount, *(a.amount for a in adjustments), *(a.condition for a in adjustments))
    for part in parts:
        if part is not None:
            scope.check(part, scope)
    if grant.shipping is not None:
        if grant.shipping.condition is not None:
            scope.check(grant.shipping.condition, scope)
        for party in (grant.shipping.payer, grant.shipping.otherwise):
            if party is not None:
                scope.found("party", party, PARTIES)


def _build_rule(tree: SyntaxTree, b: Builder) -> Rule:
    return Rule(
        b.name(tree.children[0]),
        title_of(tree),
        conditions(tree, b),
        _time(tree, b),
        name_clause(tree, "met_by", b),
        tuple(_build_grant(t, b, is_right=t.data == "grant") for t in children(tree, "grant", "may_grant")),
        evidence(tree, b),
        tuple(words_of(t.children[0]) for t in children(tree, "note")),
        b.nodes(children(tree, "cite")),
        b.span(tree),
    )


def _check_rule(node: Rule, scope: Scope) -> None:
    for condition in node.conditions:
        scope.check(condition, scope)
    _check_time(node.time, scope)
    if node.met_by is not None:
        scope.event(node.met_by)
    if not node.grants:
        scope.collector.report("CR0403", f"the rule `{node.name}` grants nothing", node.name.span, "add: grant REMEDY")
    for grant in node.grants:
        _check_grant(grant, scope)
    check_evidence(node.evidence, scope)
    check_cited(node, "rule", scope)


def _build_exclusion(tree: SyntaxTree, b: Builder) -> Exclusion:
    bars = tuple(map(b.name, child(tree, "names").children))
    cites = b.nodes(children(tree, "cite"))
    return Exclusion(b.name(tree.children[0]), title_of(tree), bars, conditions(tree, b), cites, b.span(tree))


def _check_exclusion(node: Exclusion, scope: Scope) -> None:
    for name in node.bars:
        scope.found("rule or exclusion", name, scope.statements)
    if not node.conditions:
        words = f"the exclusion `{node.name}` does not say when it holds"
        scope.collector.report("CR0403", words, node.name.span, "add: when CONDITION")
    for condition in node.conditions:
        scope.check(condition, scope)
    check_cited(node, "exclusion", scope)


def _build_step(tree: SyntaxTree, b: Builder) -> Step:
    tell = child(tree, "tell")
    return Step(
        b.name(tree.children[0]),
        title_of(tree),
        name_clause(tree, "by", b),
        conditions(tree, b),
        _time(tree, b),
        words_of(tell.children[0]) if tell else Words(),
        evidence(tree, b),
        b.nodes(children(tree, "cite")),
        b.span(tree),
    )


def _check_step(node: Step, scope: Scope) -> None:
    if node.actor is None:
        words = f"the step `{node.name}` does not say who takes it"
        scope.collector.report("CR0403", words, node.name.span, f"add: by {' or by '.join(PARTIES)}")
    else:
        scope.found("party", node.actor, PARTIES)
    for condition in node.conditions:
        scope.check(condition, scope)
    _check_time(node.time, scope)
    check_evidence(node.evidence, scope)
    check_cited(node, "step", scope)


RULE = Construct(
    "rule", Rule, "When it holds, what it grants.", "rule return when delivered grant full_refund",
    _build_rule, _check_rule, nothing_to_check,
)  # fmt: skip
EXCLUSION = Construct(
    "exclusion", Exclusion, "When it holds, the statements it names are barred.", "exclusion worn bars return",
    _build_exclusion, _check_exclusion, nothing_to_check,
)  # fmt: skip
STEP = Construct(
    "step", Step, "One rung of the procedure.", 'step contact_seller "Write to the seller" by buyer',
    _build_step, _check_step, nothing_to_check,
)  # fmt: skip
