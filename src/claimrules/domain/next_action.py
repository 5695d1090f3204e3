"""What to do next: who does what, with what evidence, by when."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from attrs import frozen

from claimrules.domain.citations import Citation


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
