"""Missing facts → questions: those that can change a remedy, an amount, the next step or a duty, most useful first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from attrs import Factory, define

from claimrules.core.expr import Expr
from claimrules.domain.duties import DELAYED, DutyStatus
from claimrules.domain.gaps import Question
from claimrules.domain.money import Money
from claimrules.domain.types import Choice, Country, FactType, SetOf
from claimrules.domain.verdicts import OPEN
from claimrules.evaluators.answers import Answers
from claimrules.evaluators.remedies import amount_of
from claimrules.evaluators.whatif.relevance import Relevance
from claimrules.evaluators.whatif.trials import Trials
from claimrules.evaluators.why_asked import why_asked
from claimrules.speech.phrases import listed, message, phrase

NEXT_STEP = "next step"


@define
class _Asked:
    """What hangs on one missing fact: words, expressions, and the most money among the remedies."""

    settles: dict[str, None] = Factory(dict)
    targets: dict[Expr, None] = Factory(dict)
    duties: dict[str, None] = Factory(dict)
    at_stake: Money | None = None

    @property
    def rank(self) -> tuple[bool, int, int]:
        """What is asked first has the least: most remedies, most money; what only duties hang on comes last."""
        money = self.at_stake.minor if self.at_stake else 0
        return not self.settles, -len(self.settles), -money

    def note(self, what: str, target: Expr, stake: Money | None) -> None:
        """Take in one more thing that hangs on the fact."""
        self.targets[target] = None
        (self.duties if what.startswith("duty ") else self.settles)[what] = None
        if stake is not None and (self.at_stake is None or stake.minor > self.at_stake.minor):
            self.at_stake = stake


class Inquiry:
    """Which questions are worth asking about a claim.

    Args:
        answers: the claim as it is.
    """

    def __init__(self, answers: Answers) -> None:
        self._answers = answers

    @cached_property
    def _relevance(self) -> Relevance:
        return Relevance(Trials(self._answers))

    @cached_property
    def _asked(self) -> dict[str, _Asked]:
        """What hangs on each missing fact; most decisions are made without anybody asking."""
        found: dict[str, _Asked] = defaultdict(_Asked)
        for what, target, stake in _open_ends(self._answers):
            for fact in self._answers.missing(target):
                found[fact].note(what, target, stake)
        return found

    @cached_property
    def _ordered(self) -> list[str]:
        return sorted(self._asked, key=lambda fact: (*self._asked[fact].rank, fact))

    def questions(self) -> tuple[Question, ...]:
        """Return what to ask, the fact on which most remedies hang first; never one whose answer cannot matter."""
        return tuple(
            self._question(fact)
            for fact in self._ordered
            if self._relevance.can_matter(fact, tuple(self._asked[fact].targets))
        )

    @property
    def open_facts(self) -> int:
        """How many facts are missing, before it is looked at which of them can matter."""
        return len(self._ordered)

    def first_for(self, target: Expr) -> Question:
        """Return the first question whose answer can matter to an expression that is not known."""
        open_facts = set(self._answers.missing(target))
        candidates = [fact for fact in self._ordered if fact in open_facts]
        found = next((fact for fact in candidates if self._relevance.can_matter(fact, (target,))), candidates[0])
        return self._question(found)

    def _question(self, fact: str) -> Question:
        declared, asked = self._answers.plan.vocabulary[fact], self._asked[fact]
        return Question(
            fact,
            declared.asks or phrase("What is {fact}?", fact=fact),
            _choices(declared.type),
            (*asked.settles, *asked.duties),
            declared.type.words,
            why_asked(fact, self._answers),
            asked.at_stake,
        )


def _open_ends(answers: Answers) -> Iterator[tuple[str, Expr, Money | None]]:
    """Yield what is not known, what it is of, and how much money it is about; not in the order of the policy's text."""
    for remedy in sorted(answers.plan.remedies, key=lambda plan: (plan.kind, plan.is_right, str(plan.with_return))):
        if answers.status(remedy.status, remedy.reach) in OPEN:
            stake = amount_of(remedy.amount, answers)
            amount = () if remedy.amount is None else (remedy.amount,)
            yield from ((remedy.kind, target, stake) for target in (remedy.status, remedy.closes, *amount))
    yield NEXT_STEP, action_target(answers), None
    for duty in sorted(answers.plan.duties, key=lambda plan: (plan.name, plan.rule.name)):
        value = answers.known(duty.status)
        if answers.known(duty.coming) is False or value == DutyStatus.NOT_APPLICABLE:
            continue
        yield f"duty {duty.name}", duty.status, None
        word = DutyStatus(value).word if value is not None else ""
        if word == DutyStatus.DUE.word:
            yield f"duty {duty.name}", duty.time.closes.exact, None
        if word in DELAYED and duty.amount is not None:
            yield f"duty {duty.name}", duty.amount, None


def action_target(answers: Answers) -> Expr:
    """Return the expression that must be known to tell the next action."""
    is_idle = answers.known(answers.plan.recommended) == -1
    return answers.plan.next_opening if is_idle else answers.plan.recommended


#: How the types are said that have no names of their own.
_TYPES: Final = (
    message("yes or no"), message("event"), message("money"), message("number"), message("text"), message("place"),
    message("timezone"),
)  # fmt: skip


def _choices(kind: FactType) -> str:
    if isinstance(kind, Country):
        return phrase("a country's two letters, as in KR")
    return listed(kind.names) if isinstance(kind, Choice | SetOf) else phrase(kind.words)
