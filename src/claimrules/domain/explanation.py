"""Decision → why, as a tree: each remedy, the rules that could give it, their conditions, exclusions and time."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from attrs import frozen

from claimrules.domain.citations import Citation
from claimrules.domain.deadline import Deadline
from claimrules.domain.verdicts import Barring, Granted, Reading, Reason, Tested, Truth

if TYPE_CHECKING:
    from claimrules.domain.decision import Decision


@frozen
class WhyExclusion:
    """An exclusion that bears on a statement.

    Args:
        truth: whether it bars: it holds, and nothing bars it.
        conditions: all of them must hold.
        barred_by: the exclusions that bear on this one.
    """

    exclusion: str
    title: str
    truth: Truth
    conditions: tuple[Reading, ...]
    barred_by: tuple[WhyExclusion, ...]
    citations: tuple[Citation, ...]


@frozen
class WhyRule:
    """A rule that grants the remedy, or could have.

    Args:
        status: how far it comes.
        conditions: all of them must hold, each with the values that were read.
        excluded_by: the exclusions that bear on it, those that failed too.
        time: how its time was tested; `deadline` is how that was counted, None where the rule has no time.
    """

    rule: str
    title: str
    status: str
    conditions: tuple[Reading, ...]
    excluded_by: tuple[WhyExclusion, ...]
    time: Tested
    deadline: Deadline | None
    citations: tuple[Citation, ...]


@frozen
class WhyRemedy:
    """A remedy, also one that is not granted, and the rules that decide it; the one that comes furthest counts."""

    remedy: Granted
    status: str
    rules: tuple[WhyRule, ...]


@frozen
class Explanation:
    """Why a decision is as it is.

    Args:
        in_force: whether the ruleset is in force for the order; None where that is not known.
        remedies: every remedy of the ruleset that a rule grants.
        assumptions: what was taken as so without being told.
    """

    ruleset: str
    at: datetime
    in_force: bool | None
    remedies: tuple[WhyRemedy, ...]
    assumptions: tuple[str, ...]

    def to_dict(self) -> dict[str, object]:
        """Return plain data for JSON: instants in ISO 8601."""
        from claimrules.domain.plain_data import plain_explanation

        return plain_explanation(self)


def explanation_of(decision: Decision) -> Explanation:
    """Return the explanation of a decision."""
    by_remedy: dict[Granted, list[Reason]] = {}
    for reason in decision.reasons:
        for granted in reason.grants:
            by_remedy.setdefault(granted, []).append(reason)
    listed = {Granted(one.kind, one.is_right, one.with_return): one.status for one in decision.remedies}
    remedies = tuple(
        WhyRemedy(granted, listed.get(granted, ""), tuple(map(_rule, reasons)))
        for granted, reasons in by_remedy.items()
    )
    return Explanation(decision.ruleset, decision.at, decision.in_force, remedies, decision.assumptions)


def _rule(reason: Reason) -> WhyRule:
    excluded_by = _exclusions(reason.rule, reason.barred_by)
    return WhyRule(
        reason.rule, reason.title, reason.status, reason.readings, excluded_by, reason.tested, reason.deadline,
        reason.citations,
    )  # fmt: skip


def _exclusions(name: str, found: tuple[Barring, ...]) -> tuple[WhyExclusion, ...]:
    return tuple(
        WhyExclusion(
            one.exclusion, one.title, one.truth, one.readings, _exclusions(one.exclusion, found), one.citations
        )
        for one in found
        if one.bars == name
    )
