"""What rulesets stacked in layers say about one claim: one answer, each part naming the layers it comes from."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import field, frozen

from claimrules.domain.asked import Asked
from claimrules.domain.citations import Citation
from claimrules.domain.decision import Decision
from claimrules.domain.gaps import Unused
from claimrules.domain.layers import ruleset_words
from claimrules.domain.money import Money
from claimrules.domain.next_action import NextAction
from claimrules.speech.language import speaking

if TYPE_CHECKING:
    from claimrules.domain.record.shape import Record
    from claimrules.domain.timeline.shape import Timeline


@frozen
class LayerDecision:
    """The whole decision of one ruleset, and its layer."""

    layer: str
    decision: Decision

    @property
    def ruleset(self) -> str:
        """The ruleset's name."""
        return self.decision.ruleset


@frozen
class LayerTerms:
    """A remedy as one layer gives it.

    Args:
        status: one of those that a decision lists.
        opens, closes: the interval, closes excluded; None where there is no such end, or where it is not known.
        rules: those that give it; `denied_by` names the exclusions that bar them.
        citations: of the rules, and of the exclusions that deny it.
        words: standing and time, for people.
    """

    layer: str
    ruleset: str
    status: str
    amount: Money | None
    is_ceiling: bool
    opens: datetime | None
    closes: datetime | None
    is_open_ended: bool
    last_day: str
    rules: tuple[str, ...]
    denied_by: tuple[str, ...]
    needs: tuple[str, ...]
    citations: tuple[Citation, ...]
    words: str

    @property
    def giver(self) -> str:
        """The layer and the ruleset, for people."""
        return ruleset_words(self.layer, self.ruleset)


@frozen
class StackRemedy:
    """One remedy on the same terms of right and return, over all layers that list it.

    Args:
        status: the best of theirs.
        with_return: whether the goods go back; None where that is left open.
        layers: what each gives, the highest layer first.
    """

    kind: str
    title: str
    is_right: bool
    with_return: bool | None
    status: str
    layers: tuple[LayerTerms, ...]


class Shortfall(StrEnum):
    """What a lower layer gives less of than the law."""

    DENIED = "denied"
    EXPIRED = "expired"
    OPENS_LATER = "opens later"
    CLOSES_EARLIER = "closes earlier"
    SMALLER_AMOUNT = "smaller amount"
    ONLY_DISCRETION = "only discretion"
    NEEDS_RETURN = "needs return"


@frozen
class Finding:
    """A lower layer gives less of a remedy than the law does for the same facts.

    Args:
        code: what it is called, as in `law_floor.closes_earlier`.
        remedy: the kind of remedy.
        what: what is less.
        lower, law: what each of the two gives, with its rules and citations.
        words: what a clerk can act on.
    """

    code: str
    remedy: str
    what: Shortfall
    lower: LayerTerms
    law: LayerTerms
    words: str


@frozen
class LayerAction:
    """What to do next under one layer."""

    layer: str
    ruleset: str
    action: NextAction


@frozen
class StackAction:
    """What to do next: under one layer, or else under others.

    Args:
        layer, ruleset: whose step it is; empty when nothing is left under any.
        alternatives: what other layers say to do, the lowest first.
        notes: under which layers nothing is left, and which still have something.
    """

    layer: str
    ruleset: str
    action: NextAction
    alternatives: tuple[LayerAction, ...] = ()
    notes: tuple[str, ...] = ()


@frozen
class Settles:
    """What the answer to a question settles in one layer: a kind of remedy, or the next step."""

    layer: str
    ruleset: str
    what: str


@frozen
class StackQuestion:
    """A fact that could change the answer of at least one layer."""

    fact: str
    text: str
    choices: str
    settles: tuple[Settles, ...]


@frozen
class StackDecision:
    """The answers about one claim at one instant under several rulesets.

    Args:
        decisions: those of the layers, the highest first.
        asked: the facts and the instant.
    """

    at: datetime
    decisions: tuple[LayerDecision, ...]
    remedies: tuple[StackRemedy, ...]
    findings: tuple[Finding, ...]
    next_action: StackAction
    questions: tuple[StackQuestion, ...]
    assumptions: tuple[str, ...]
    unused: tuple[Unused, ...]
    asked: Asked | None = field(eq=False, repr=False, default=None)

    @property
    def language(self) -> str:
        """The one its words are in (ISO 639): that of the highest layer."""
        return self.decisions[0].decision.language

    def remedy(self, kind: str) -> StackRemedy | None:
        """Return the first remedy of this kind, if any layer lists it for the claim."""
        return next((remedy for remedy in self.remedies if remedy.kind == kind), None)

    def decision(self, ruleset: str) -> Decision | None:
        """Return the decision of one of the rulesets, by its name."""
        return next((layer.decision for layer in self.decisions if layer.ruleset == ruleset), None)

    @property
    def timeline(self) -> Timeline:
        """What happened, and every opening and closing still to come in each layer, as long as nothing else happens."""
        from claimrules.domain.timeline.of_stack import timeline_of_stack

        with speaking(self.language):
            return timeline_of_stack(self)

    def explain(self) -> str:
        """Return why, as text: where a layer gives less than the law, then layer by layer."""
        from claimrules.domain.stack_text import explanation

        with speaking(self.language):
            return explanation(self)

    def to_dict(self) -> dict[str, object]:
        """Return plain data for JSON: instants in ISO 8601, money as amount and currency."""
        from claimrules.domain.plain_data import plain_stack

        return plain_stack(self)

    def record(self) -> Record:
        """Return the record: facts, instant, rulesets, versions, answer; `claimrules.replay` decides it again."""
        from claimrules.domain.record.of_decision import record_of_stack

        return record_of_stack(self)

    def to_markdown(self) -> str:
        """Return the report as Markdown (CommonMark, with tables as GitHub has them); facts and rulesets are escaped."""
        from claimrules.domain.report.markdown import markdown
        from claimrules.domain.report.of_stack import stack_report

        with speaking(self.language):
            return markdown(stack_report(self))

    def to_html(self) -> str:
        """Return the report as a page that needs nothing from elsewhere and runs nothing; facts and rulesets are escaped."""
        from claimrules.domain.report.of_stack import stack_report
        from claimrules.domain.report.page import page

        with speaking(self.language):
            return page(stack_report(self))

    def _repr_html_(self) -> str:
        """Return the picture of its timeline, for notebooks."""
        return self.timeline.html()

    def __str__(self) -> str:
        from claimrules.domain.report.of_stack import stack_screen
        from claimrules.domain.report.plain import plain_text

        with speaking(self.language):
            return plain_text(stack_screen(self))
