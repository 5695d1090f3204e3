"""Amounts: a money fact, money, a percentage or a multiple of a fact, nothing."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from attrs import field, frozen

from claimrules.constructs.conditions.compare import MoneyLiteral, money_of
from claimrules.constructs.construct import Builder, Construct, Name, SyntaxTree, nothing_to_check
from claimrules.constructs.literals import checked_money, number_of
from claimrules.constructs.lowering import Lowering
from claimrules.constructs.scope import Scope
from claimrules.core.expr import Apply, Expr, Fact, Lit
from claimrules.core.ops.money import share
from claimrules.domain.types import MoneyType
from claimrules.text.span import Span

_HIGHEST_PERCENT = 1000


@frozen
class FactAmount:
    """What a money fact says."""

    name: Name
    span: Span = field(eq=False, repr=False)


@frozen
class BareAmount:
    """A number where money is needed: always a fault."""

    text: str
    span: Span = field(eq=False, repr=False)


@frozen
class Share:
    """A percentage of a money fact, written out or by a parameter, rounded as the ruleset states."""

    percent: Decimal | Name
    name: Name
    span: Span = field(eq=False, repr=False)


@frozen
class Nothing:
    """No money."""

    span: Span = field(eq=False, repr=False)


def _build_percent(tree: SyntaxTree, b: Builder) -> Share:
    percent, name = tree.children
    return Share(Decimal(str(percent).rstrip("% ").replace("_", "")), b.name(name), b.span(tree))


def _build_times(tree: SyntaxTree, b: Builder) -> Share:
    number, name = tree.children
    return Share(Decimal(number_of(number, b)) * 100, b.name(name), b.span(tree))


def _check_fact(node: FactAmount, scope: Scope) -> None:
    if node.name.text in scope.parameters:
        scope.parameter(node.name, "money_value", "money")
        return
    fact = scope.fact(node.name)
    if fact is not None and not isinstance(fact.type, MoneyType):
        words = f"an amount is money, but `{node.name}` is {fact.type.kind}"
        scope.collector.report("CR0306", words, node.name.span, words=f"this is {fact.type.words}")


def _check_share(node: Share, scope: Scope) -> None:
    _check_fact(FactAmount(node.name, node.span), scope)
    percents = _percents(node, scope)
    if not all(0 <= percent <= _HIGHEST_PERCENT for percent in percents):
        scope.collector.report("CR0305", f"a share is from 0% to {_HIGHEST_PERCENT}%", node.span)
    if (
        scope.rounding is None
        and any(percent % 100 for percent in percents)
        and not scope.collector.has_unread("ruleset")
    ):
        words = "the ruleset does not say how percentages are rounded"
        scope.collector.report("CR0502", words, node.span, "add `rounding half_up` (or up, down, half_even) to it")


def _percents(node: Share, scope: Scope) -> list[Decimal]:
    if isinstance(node.percent, Decimal):
        return [node.percent]
    found = scope.parameter(node.percent, "percent_value", "a percentage")
    return [value.value for value in found.values if isinstance(value.value, Decimal)] if found else []


def _check_bare(node: BareAmount, scope: Scope) -> None:
    words = f"`{node.text}` has no currency"
    help_words = f"write {node.text} {scope.currency or 'USD'}"
    scope.collector.report("CR0304", words, node.span, help_words, words="money needs a currency")


def _lower_share(node: Share, low: Lowering) -> Expr:
    whole = _lower_fact(node.name, low)
    if isinstance(node.percent, Decimal):
        return Apply(share(node.percent, low.rounding), (whole,))
    return low.dated_amount(node.percent, lambda percent: Apply(share(percent, low.rounding), (whole,)))


def _lower_fact(name: Name, low: Lowering) -> Expr:
    if name.text in low.parameters:
        return low.dated_amount(name, lambda text: Lit(money_of(text).minor))
    return Fact(name.text)


AMOUNTS = (
    Construct(
        "fact_amount", FactAmount, "What a money fact says.", "less item.missing_gift_value",
        lambda tree, b: FactAmount(b.name(tree.children[0]), b.span(tree)), _check_fact,
        lambda node, low: _lower_fact(node.name, low),
    ),
    Construct(
        "money_amount", MoneyLiteral, "Money.", "less 5.00 USD",
        lambda tree, b: MoneyLiteral(str(tree.children[0]), b.span(tree)),
        lambda node, scope: checked_money(node.text, node.span, scope),
        lambda node, _low: Lit(money_of(node.text).minor),
    ),
    Construct(
        "bare_amount", BareAmount, "A number without a currency is refused.", "less 5",
        lambda tree, b: BareAmount(str(tree.children[0]), b.span(tree)), _check_bare, lambda _node, _low: Lit(0),
    ),
    Construct(
        "percent_amount", Share, "A percentage of a money fact, rounded as the ruleset states.", "less 15% of item.price",
        _build_percent, _check_share, _lower_share,
    ),
    Construct(
        "named_percent_amount", Share, "A parameter's percentage of a money fact.", "less restocking_fee of item.price",
        lambda tree, b: Share(b.name(tree.children[0]), b.name(tree.children[1]), b.span(tree)), _check_share, _lower_share,
    ),
    Construct(
        "times_amount", Share, "A multiple of a money fact.", "amount 2 times item.price",
        _build_times, _check_share, _lower_share,
    ),
    Construct(
        "nothing_amount", Nothing, "No money.", "less nothing",
        lambda tree, b: Nothing(b.span(tree)), nothing_to_check, lambda _node, _low: Lit(0),
    ),
)  # fmt: skip

AmountNode = Any
