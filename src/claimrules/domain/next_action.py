"""What to do next: who does what, with what evidence, by when, what to write, and what follows on silence."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from attrs import frozen

from claimrules.domain.choice import Choice
from claimrules.domain.citations import Citation
from claimrules.domain.draft import Draft


class ActionKind(StrEnum):
    """What kind of next action it is."""

    STEP = "step"
    #: Ask for what a ruleset without steps gives; only where rulesets are stacked.
    CLAIM = "claim"
    ANSWER = "answer"
    WAIT = "wait"
    NOTHING_LEFT = "nothing left"


@frozen
class Silence:
    """What changes first if nobody else does anything: another step comes next, or the time for this one is over.

    Args:
        at: the first instant at which it is so.
        when: that instant in words.
        after: the event that the step itself brings about, taken to happen at the instant of decision, where it gives the
            turn to somebody else; empty where nothing need happen.
        waits_for: whose turn it is until then; empty where nothing need happen.
        step, title, actor: what is to be done then, and by whom; empty where no step is open then.
    """

    at: datetime
    when: str
    after: str = ""
    waits_for: str = ""
    step: str = ""
    title: str = ""
    actor: str = ""


@frozen
class NextAction:
    """What to do next: who, what, with what evidence, by when.

    Args:
        question: the fact that an `answer` action asks for: the first of the decision's questions that bear on the step.
        evidence: all groups the step asks for, any one of each; `evidence_missing` is what of it is not there yet.
        by: the first instant at which the step is no longer open (of a wait, the instant at which the next one opens);
            None where the policy sets no limit, or none that is known yet.
        evidence_at_hand: the kinds of it that the buyer has.
        is_close: it is the buyer's turn, and `by` is less than three days away.
        silence: what follows where nobody else does anything; None where nothing changes at a time that is known.
        asks_for: which of the open remedies to ask for, and why; None where none is open.
        draft: what to write; None where it is not the buyer's turn, or where nothing can be asked for.
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
    evidence_at_hand: tuple[str, ...] = ()
    is_close: bool = False
    silence: Silence | None = None
    asks_for: Choice | None = None
    draft: Draft | None = None
