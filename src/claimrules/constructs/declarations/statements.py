"""`rule`, `exclusion`, `step`: what is granted, what bars it, and what to do."""

from __future__ import annotations

from typing import Any

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
from claimrules.constructs.declarations.grant import Grant, build_grant, check_grant
from claimrules.constructs.declarations.oblige import Oblige, check_oblige
from claimrules.constructs.declarations.time_clauses import TimeClauses, acts_within, check_time, time_clauses
from claimrules.constructs.scope import Scope
from claimrules.diagnostics.diagnostic import Label
from claimrules.text.span import Span


@frozen
class Rule:
    """When it holds, what it grants, and what it obliges whom to do.

    `is_row` tells that it is a row of a table, which says where its rows are written.
    """

    name: Name
    title: Words
    conditions: tuple[Any, ...]
    time: TimeClauses
    met_by: Name | None
    replaces: tuple[Name, ...]
    grants: tuple[Grant, ...]
    evidence: tuple[tuple[Name, ...], ...]
    notes: tuple[Words, ...]
    cites: tuple[Cite, ...]
    span: Span = field(eq=False, repr=False)
    duties: tuple[Oblige, ...] = ()
    is_row: bool = False


@frozen
class Exclusion:
    """When it holds, the statements it names are barred.

    `is_implied` tells that it stands for a rule that replaces others.
    """

    name: Name
    title: Words
    bars: tuple[Name, ...]
    conditions: tuple[Any, ...]
    cites: tuple[Cite, ...]
    span: Span = field(eq=False, repr=False)
    is_implied: bool = False


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


def _check_acts(node: Rule, scope: Scope) -> None:
    check_act(node.met_by, scope)
    acts = acts_within(node.time, scope)
    if node.met_by is None and len({act.text for act in acts}) > 1:
        words = f"the windows of the rule `{node.name}` are met by different acts"
        also = tuple(Label(act.span, f"by {act}") for act in acts)
        scope.collector.report("CR0404", words, node.name.span, f"say which counts: met by {acts[0]}", also=also)


def build_rule(tree: SyntaxTree, b: Builder) -> Rule:
    """Build a rule, or what the rows of a table have in common."""
    return Rule(
        b.name(tree.children[0]),
        title_of(tree),
        conditions(tree, b),
        time_clauses(tree, b),
        build_act(tree, b),
        tuple(b.name(name) for clause in children(tree, "replaces") for name in clause.children[0].children),
        tuple(build_grant(t, b, is_right=t.data == "grant") for t in children(tree, "grant", "may_grant")),
        evidence(tree, b),
        tuple(words_of(t.children[0]) for t in children(tree, "note")),
        b.nodes(children(tree, "cite")),
        b.span(tree),
        b.nodes(children(tree, "oblige")),
    )


def _check_rule(node: Rule, scope: Scope) -> None:
    for condition in node.conditions:
        scope.check(condition, scope)
    check_time(node.time, scope)
    _check_acts(node, scope)
    for name in node.replaces:
        scope.found("rule or exclusion", name, scope.statements)
        if name.text == node.name.text:
            words = f"`{name.span.text}` replaces itself, so it never holds"
            scope.collector.report("CR0402", words, name.span, "name the rule in whose place it stands")
    if not node.grants and not node.duties:
        scope.collector.report("CR0403", f"the rule `{node.name}` grants nothing", node.name.span, "add: grant REMEDY")
    for grant in node.grants:
        check_grant(grant, scope)
    for duty in node.duties:
        check_oblige(duty, node.grants, scope)
    check_evidence(node.evidence, scope)
    check_cited(node, "rule", scope, is_told=node.is_row)


def _build_exclusion(tree: SyntaxTree, b: Builder) -> Exclusion:
    bars = tuple(map(b.name, child(tree, "names").children))
    cites = b.nodes(children(tree, "cite"))
    return Exclusion(b.name(tree.children[0]), title_of(tree), bars, conditions(tree, b), cites, b.span(tree))


def _check_exclusion(node: Exclusion, scope: Scope) -> None:
    for name in node.bars:
        scope.found("rule or exclusion", name, scope.statements)
    if not node.conditions and not node.is_implied:
        words = f"the exclusion `{node.name}` does not say when it holds"
        scope.collector.report("CR0403", words, node.name.span, "add: when CONDITION")
    for condition in node.conditions:
        scope.check(condition, scope)
    check_cited(node, "exclusion", scope, is_told=node.is_implied)


def _build_step(tree: SyntaxTree, b: Builder) -> Step:
    tell = child(tree, "tell")
    return Step(
        b.name(tree.children[0]),
        title_of(tree),
        name_clause(tree, "by", b),
        conditions(tree, b),
        time_clauses(tree, b),
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
    check_time(node.time, scope)
    check_evidence(node.evidence, scope)
    check_cited(node, "step", scope)


RULE = Construct(
    "rule", Rule, "When it holds, what it grants.", "rule return when delivered grant full_refund",
    build_rule, _check_rule, nothing_to_check,
)  # fmt: skip
EXCLUSION = Construct(
    "exclusion", Exclusion, "When it holds, the statements it names are barred.", "exclusion worn bars return",
    _build_exclusion, _check_exclusion, nothing_to_check,
)  # fmt: skip
STEP = Construct(
    "step", Step, "One rung of the procedure.", 'step contact_seller "Write to the seller" by buyer',
    _build_step, _check_step, nothing_to_check,
)  # fmt: skip
