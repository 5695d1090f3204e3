"""What a ruleset compiles to: core expressions for every question a decision answers, and the words to show with them."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from claimrules.core.expr import NO, Expr
from claimrules.core.moment import Moment
from claimrules.deadlines.conventions import Convention
from claimrules.domain.citations import Citation
from claimrules.domain.types import FactDeclaration

EvidenceGroups = tuple[tuple[str, ...], ...]


@frozen
class Condition:
    """One condition with its text in the policy and the facts it reads."""

    text: str
    expr: Expr
    facts: tuple[str, ...]


@frozen
class Stage:
    """What one modifier of a window does: its kind and text, and where the window closes before and after it."""

    kind: str
    text: str
    before: Expr
    after: Expr


@frozen
class TimePlan:
    """An interval and how the policy says it: each part's text, the facts its opening reads, and all it reads.

    `nominal` is where it closes when no last day moves; `stages` are the modifiers of a window, in order.
    """

    name: str
    title: str
    opens: Moment
    closes: Moment
    nominal: Expr
    is_empty: Expr
    texts: tuple[str, ...]
    opened_by: tuple[str, ...]
    facts: tuple[str, ...]
    convention: Convention
    stages: tuple[Stage, ...] = ()


@frozen
class ExclusionPlan:
    """An exclusion; `effective` is whether it holds and is not itself barred."""

    name: str
    title: str
    effective: Expr
    conditions: tuple[Condition, ...]
    barred_by: tuple[str, ...]
    citations: tuple[Citation, ...]


@frozen
class Reach:
    """How far a rule comes towards being available: conditions, the first four each implying the one before.

    Args:
        concerns: it applies, and its window is not empty.
        granted: and nothing bars it.
        coming: and it is open, was used in time, or will open.
        available: and it is open, or was used in time.
        used: granted, and used in time, so that its end no longer matters; implies `available`.
        opened, closed, acted: of one rule, whether its time has begun, is over, and was used, whatever else holds.
    """

    concerns: Expr
    granted: Expr
    coming: Expr
    available: Expr
    used: Expr
    opened: Expr = NO
    closed: Expr = NO
    acted: Expr = NO


@frozen
class RulePlan:
    """One rule: its conditions, what can bar it, when, how far it comes, and its status (a `Status` as an integer)."""

    name: str
    title: str
    conditions: tuple[Condition, ...]
    barred_by: tuple[str, ...]
    time: TimePlan
    reach: Reach
    status: Expr
    citations: tuple[Citation, ...]


@frozen
class ShippingPlan:
    """Who pays to send goods back: `payer` where the condition holds, else `otherwise`."""

    payer: str
    condition: Expr
    otherwise: str


@frozen
class GrantPlan:
    """One remedy as one rule gives it."""

    rule: RulePlan
    amount: Expr | None
    is_ceiling: bool
    shipping: ShippingPlan | None
    evidence: EvidenceGroups
    paid_to: tuple[str, ...] = ()
    is_one_per_order: bool = False


@frozen
class RemedyPlan:
    """One remedy over all rules that give it on the same condition: the better terms of those that have its status."""

    kind: str
    title: str
    is_right: bool
    with_return: bool | None
    reach: Reach
    status: Expr
    opens: Expr
    closes: Expr
    latest_close: Expr
    amount: Expr | None
    is_ceiling: Expr
    counts: tuple[Expr, ...]
    grants: tuple[GrantPlan, ...]


@frozen
class BandPlan:
    """What is owed for a delay, until where; the last band has no end."""

    text: str
    closes: Moment | None
    is_interest: bool


@frozen
class DutyPlan:
    """One duty of one rule.

    Args:
        act: whether it was done, as far as the instant of decision.
        event: the event that does it.
        status: a `DutyStatus` as an integer.
        coming: whether it concerns the claim at all.
        as_of: until when a delay is counted.
        band: the place of the band that counts, or -1 without a delay.
        amount: what a delay costs; None where the policy says nothing.
    """

    name: str
    title: str
    actor: str
    rule: RulePlan
    act: Expr
    event: str
    time: TimePlan
    status: Expr
    coming: Expr
    as_of: Expr
    band: Expr
    bands: tuple[BandPlan, ...]
    amount: Expr | None
    text: str


@frozen
class StepPlan:
    """One rung: whether it is open, or will be once its window opens, and what to say."""

    name: str
    title: str
    actor: str
    is_open: Expr
    is_coming: Expr
    conditions: tuple[Condition, ...]
    time: TimePlan
    tell: str
    evidence: EvidenceGroups
    citations: tuple[Citation, ...]


@frozen
class Plan:
    """A whole ruleset, ready to be computed by any evaluator."""

    name: str
    title: str
    zone: str
    zone_fact: str | None
    currency: str | None
    in_force: Expr
    in_force_by: str | None
    in_force_from: date | None
    in_force_until: date | None
    vocabulary: dict[str, FactDeclaration] = field(eq=False, repr=False)
    symbols: dict[str, int] = field(eq=False, repr=False)
    rules: tuple[RulePlan, ...]
    exclusions: tuple[ExclusionPlan, ...]
    remedies: tuple[RemedyPlan, ...]
    steps: tuple[StepPlan, ...]
    recommended: Expr
    next_opening: Expr
    windows: tuple[TimePlan, ...]
    sources: tuple[Citation, ...]
    used: frozenset[str]
    content_hash: str = ""
    duties: tuple[DutyPlan, ...] = ()
    rounding: str = "half_up"
    layer: str = "seller"
    language: str = "en"
