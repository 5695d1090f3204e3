"""`oblige P to D within W else …`: what a rule obliges a party to do, by when, and what a delay costs."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from attrs import field, frozen

from claimrules.constructs.amounts import Percent, check_percent, percent_of
from claimrules.constructs.construct import Builder, Construct, Name, SyntaxTree, child, nothing_to_check
from claimrules.constructs.declarations.clauses import PARTIES
from claimrules.constructs.declarations.grant import Grant
from claimrules.constructs.moments.durations import Duration, build_duration, check_duration
from claimrules.constructs.scope import Scope
from claimrules.text.span import Span


@frozen
class Interest:
    """Simple interest a year on an amount, or on what the rule's first grant gives."""

    rate: Percent
    of: Any
    span: Span = field(eq=False, repr=False)


@frozen
class Band:
    """What is owed until so late; the last band has no end."""

    amount: Any
    until: Duration | None
    span: Span = field(eq=False, repr=False)


@frozen
class Oblige:
    """One duty of a rule: who must do what, in which window, and what a delay costs, by lateness."""

    party: Name
    duty: Name
    window: Any
    bands: tuple[Band, ...]
    span: Span = field(eq=False, repr=False)


def build_oblige(tree: SyntaxTree, b: Builder) -> Oblige:
    """Build an `oblige` clause."""
    party, duty, window, *_ = tree.children
    owed = child(tree, "owed")
    bands = tuple(_band(part, b) for part in owed.children) if owed else ()
    return Oblige(b.name(party), b.name(duty), b.node(window), bands, b.span(tree))


def _band(tree: Any, b: Builder) -> Band:
    amount, *until = tree.children
    return Band(b.node(amount), build_duration(until[0], b) if until else None, b.span(tree))


def check_oblige(node: Oblige, grants: tuple[Grant, ...], scope: Scope) -> None:
    """Check a duty's party, act, window and what a delay costs, given what the rule grants."""
    scope.found("party", node.party, PARTIES)
    scope.found("duty", node.duty, scope.duties)
    scope.check(node.window, scope)
    for band in node.bands:
        if band.until is not None:
            check_duration(band.until, scope)
        scope.check(band.amount, scope)
        if isinstance(band.amount, Interest) and band.amount.of is None:
            _check_first_grant(band.amount, grants, scope)
    _check_order(node.bands, scope)


def _check_first_grant(node: Interest, grants: tuple[Grant, ...], scope: Scope) -> None:
    """Report interest on what the first grant gives where that is no exact amount."""
    first = grants[0] if grants else None
    remedy = scope.remedies.get(first.remedy.text) if first else None
    if first is not None and remedy is None:
        return  # it was reported
    stated = first if first is not None and first.amount is not None else remedy
    if first is not None and stated is not None and not stated.is_ceiling and (stated.amount or first.plus):
        return
    words = "the rule's first grant gives no exact amount, so nothing tells what the interest is on"
    scope.collector.report("CR0422", words, node.span, "say of what: interest 15% of item.price")


def _check_order(bands: tuple[Band, ...], scope: Scope) -> None:
    report = scope.collector.report
    for band in bands[:-1]:
        if band.until is None:
            words = "this has no end, so what follows it is never owed"
            report("CR0421", words, band.span, "say until when: until 14 days late")
    if bands and bands[-1].until is not None:
        words = "nothing says what is owed when it is later than that"
        report("CR0421", words, bands[-1].span, "add what comes after it, as in: , 50% of item.price")
    for before, after in pairwise(bands):
        if before.until and after.until and _ends_no_later(after.until, before.until):
            words = f"`until {after.until} late` ends no later than `until {before.until} late` before it"
            report("CR0421", words, after.until.span, "write the bands from the earliest end to the latest")


def _ends_no_later(second: Duration, first: Duration) -> bool:
    """Tell whether a length is certainly no longer than another: it has no more of any kind of unit."""
    if second.parameter is not None or first.parameter is not None:
        return False
    a, b = second.period, first.period
    pairs = ((a.elapsed, b.elapsed), (a.days, b.days), (a.months, b.months), (a.business_days, b.business_days))
    return all(of_second <= of_first for of_second, of_first in pairs)


def _build_interest(tree: SyntaxTree, b: Builder) -> Interest:
    rate, *whole = tree.children
    return Interest(percent_of(rate, b), b.node(whole[0]) if whole else None, b.span(tree))


def _check_interest(node: Interest, scope: Scope) -> None:
    check_percent(node.rate, node.span, scope, is_rounded=True)
    if node.of is not None:
        scope.check(node.of, scope)


INTEREST = Construct(
    "interest", Interest, "Simple interest a year of 365 days, by the day late.", "else interest 15% of item.price",
    _build_interest, _check_interest, nothing_to_check,
)  # fmt: skip
OBLIGE = Construct(
    "oblige", Oblige, "What a party must do, by when, and what a delay costs.",
    "oblige seller to refund within 14 days after returned else interest 15%",
    build_oblige, nothing_to_check, nothing_to_check,
)  # fmt: skip
