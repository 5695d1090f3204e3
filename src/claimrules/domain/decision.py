"""What a decision says. Re-shaped answers only: all choosing was done by the plan."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import IntEnum, StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import field, frozen

from claimrules.domain.asked import Asked
from claimrules.domain.citations import Citation
from claimrules.domain.deadline import Deadline
from claimrules.domain.duties import Duty
from claimrules.domain.happenings import Happening
from claimrules.domain.money import Money
from claimrules.domain.step_times import StepTime
from claimrules.domain.terms import RETURN_WORDS, Terms

if TYPE_CHECKING:
    from claimrules.domain.record.shape import Record
    from claimrules.domain.timeline.shape import Timeline


class Status(IntEnum):
    """Where a remedy stands; of several rules giving it, the highest counts."""

    NOT_APPLICABLE = 0
    DENIED = 1
    EXPIRED = 2
    LATER = 3
    AVAILABLE = 4

    @property
    def word(self) -> str:
        """The status as the language says it."""
        return self.name.lower()


#: A missing fact decides whether the remedy can be had.
UNDETERMINED = "undetermined"
#: It cannot be had, whatever the missing facts are; only why not depends on them.
UNAVAILABLE = "unavailable"
#: The statuses a decision lists, best first.
LISTED = ("available", "later", UNDETERMINED, UNAVAILABLE, "expired", "denied")
#: The statuses of what can be had, now or later, as far as is known.
OPEN = ("available", "later", UNDETERMINED)


class Truth(StrEnum):
    """Three-valued truth, as shown to people."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@frozen
class Reading:
    """One condition as it was read: its text, how it came out, and the facts with their values."""

    text: str
    truth: Truth
    values: tuple[tuple[str, str], ...] = ()


@frozen
class Barring:
    """One exclusion that bears on a rule: the statement it bars, and whether it does."""

    exclusion: str
    title: str
    bars: str
    truth: Truth
    readings: tuple[Reading, ...]
    citations: tuple[Citation, ...]
    needs: tuple[str, ...] = ()


@frozen
class Reason:
    """Why one rule came out as it did; exclusions that bar it come before those that bar these."""

    rule: str
    title: str
    status: str
    readings: tuple[Reading, ...]
    barred_by: tuple[Barring, ...]
    deadline: Deadline | None
    citations: tuple[Citation, ...]
    needs: tuple[str, ...] = ()


@frozen
class Remedy:
    """One remedy: the better terms of the rules that give it, and what each of them gives.

    Args:
        status: one of `LISTED`.
        amount: in minor units with its currency; None when there is none or it is not known.
        is_ceiling: the amount is the most that can be had (a partial refund to be agreed).
        opens, closes: the interval, closes excluded; None where there is no such end, or where it is not known.
        awaits: events that have not happened yet and whose coming opens it.
        is_open_ended: it is known that no closing time is set yet.
        no_later_than: a bound on `closes` when that is not known.
        is_right: a right, not the other side's discretion.
        evidence_missing: groups, any one of each.
        terms: what each of `rules` gives by itself.
        is_used: the act that uses it was done in time, so it stays available after it closes.
    """

    kind: str
    title: str
    status: str
    amount: Money | None
    is_ceiling: bool
    opens: datetime | None
    closes: datetime | None
    is_open_ended: bool
    no_later_than: datetime | None
    last_day: str
    conditions: tuple[str, ...]
    evidence_missing: tuple[tuple[str, ...], ...]
    is_right: bool
    rules: tuple[str, ...]
    denied_by: tuple[str, ...]
    needs: tuple[str, ...]
    awaits: tuple[str, ...]
    citations: tuple[Citation, ...]
    terms: tuple[Terms, ...]
    is_used: bool = False

    @property
    def with_return(self) -> bool | None:
        """Whether the goods go back; None where the rules leave it open."""
        return next((back for back, words in RETURN_WORDS.items() if words in self.conditions), None)

    @property
    def has_various_terms(self) -> bool:
        """The rules that give it differ in amount or end, so that the better terms may be those of two rules."""
        return len({(terms.amount, terms.is_ceiling, terms.closes) for terms in self.terms}) > 1


class ActionKind(StrEnum):
    """What kind of next action it is."""

    STEP = "step"
    #: Ask for what a ruleset without steps gives; only where rulesets are stacked.
    CLAIM = "claim"
    ANSWER = "answer"
    WAIT = "wait"
    NOTHING_LEFT = "nothing left"


@frozen
class NextAction:
    """What to do next: who, what, with what evidence, by when.

    Args:
        question: the fact that an `answer` action asks for: the first of the decision's questions that bear on the step.
        evidence: all groups the step asks for, any one of each; `evidence_missing` is what of it is not there yet.
        by: the first instant at which the step is no longer open (of a wait, the instant at which the next one opens);
            None where the policy sets no limit, or none that is known yet.
    """

    kind: ActionKind
    step: str = ""
    title: str = ""
    actor: str = ""
    text: str = ""
    question: str = ""
    evidence: tuple[tuple[str, ...], ...] = ()
    evidence_missing: tuple[tuple[str, ...], ...] = ()
    by: datetime | None = None
    by_day: str = ""
    alternatives: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()


@frozen
class Question:
    """A fact that could change the answer.

    Args:
        fact: its name in the policy.
        text: the question, to be put to the buyer.
        choices: what can be answered, in words.
        settles: the remedies, the next step, the duties that hang on it.
        type: its type as a policy says it.
        why: what of the policy reads it, each with the title of its statement.
        at_stake: the highest amount, as far as one is known, of the remedies that hang on it.
    """

    fact: str
    text: str
    choices: str
    settles: tuple[str, ...]
    type: str = ""
    why: tuple[str, ...] = ()
    at_stake: Money | None = None


@frozen
class Unused:
    """A fact that was given but that the ruleset does not know or use."""

    path: str
    help: str = ""


@frozen
class Decision:
    """The four answers about one claim at one instant.

    Args:
        inquiry: works out the questions; `questions` calls it once.
        happenings: the events that the facts tell of, the earliest first.
        steps: those that are open, will open while nothing else happens, or may, in the order of the ladder.
        versions: of `claimrules`, `holidays`, `tzdata`; under `ruleset`, the mark of the ruleset's text and all it uses.
        asked: the facts and the instant; None inside a stack, whose decision holds them.
    """

    ruleset: str
    title: str
    at: datetime
    zone: str
    in_force: bool | None
    remedies: tuple[Remedy, ...]
    next_action: NextAction
    inquiry: Callable[[], tuple[Question, ...]] = field(eq=False, repr=False)
    deadlines: tuple[Deadline, ...]
    reasons: tuple[Reason, ...]
    assumptions: tuple[str, ...]
    unused: tuple[Unused, ...]
    duties: tuple[Duty, ...] = ()
    happenings: tuple[Happening, ...] = ()
    steps: tuple[StepTime, ...] = ()
    versions: dict[str, str] = field(eq=False, factory=dict)
    version: str = ""
    why_version: str = ""
    asked: Asked | None = field(eq=False, repr=False, default=None)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """What to ask, the most useful first; worked out when it is first read."""
        return self.inquiry()

    def remedy(self, kind: str) -> Remedy | None:
        """Return the first remedy of this kind, if the ruleset lists it for the claim."""
        return next((remedy for remedy in self.remedies if remedy.kind == kind), None)

    def duty(self, name: str) -> Duty | None:
        """Return the first duty of this name, if the ruleset lists it for the claim."""
        return next((duty for duty in self.duties if duty.name == name), None)

    @property
    def timeline(self) -> Timeline:
        """What happened, and every opening and closing still to come, as long as nothing else happens."""
        from claimrules.domain.timeline.of_decision import timeline_of

        return timeline_of(self)

    def explain(self) -> str:
        """Return why, as text: rules, values read, deadlines, citations."""
        from claimrules.domain.explanation_text import explanation

        return explanation(self)

    def to_dict(self) -> dict[str, object]:
        """Return plain data for JSON: instants in ISO 8601, money as amount and currency."""
        from claimrules.domain.plain_data import plain

        return plain(self)

    def record(self) -> Record:
        """Return the record: facts, instant, ruleset, versions, answer; `claimrules.replay` decides it again.

        Raises:
            ValueError: this is the decision of one layer of a stack; the stack's decision has the record.
        """
        from claimrules.domain.record.of_decision import record_of

        return record_of(self)

    def _repr_html_(self) -> str:
        """Return the picture of its timeline, for notebooks."""
        return self.timeline.html()

    def __str__(self) -> str:
        from claimrules.domain.decision_text import summary

        return summary(self)
