"""A question → what each answer would give: answers that come to the same are told together."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from claimrules.domain.gaps import Question
from claimrules.domain.inquiry import OpenQuestion, PossibleAnswer, Standing
from claimrules.domain.remedy import Remedy
from claimrules.domain.types import NEVER, Event, FactDeclaration, MoneyType, Number
from claimrules.evaluators.actions import action_of
from claimrules.evaluators.answers import Answers
from claimrules.evaluators.questions import Inquiry
from claimrules.evaluators.remedies import remedies
from claimrules.evaluators.whatif.said import given, stretch_words, words
from claimrules.evaluators.whatif.trials import Trials
from claimrules.evaluators.whatif.values import Value, values_of


@frozen
class _Tried:
    """An answer, the claim with it, and where the remedies then stand."""

    value: Value
    then: Answers = field(eq=False)
    gives: tuple[Standing, ...]

    @property
    def statuses(self) -> tuple[tuple[str, str], ...]:
        """The standings without their terms."""
        return tuple((one.title, one.status) for one in self.gives)


def open_question(question: Question, answers: Answers) -> OpenQuestion:
    """Return a question with what each answer would give."""
    fact, trials = answers.plan.vocabulary[question.fact], Trials(answers)
    groups = _in_a_row if isinstance(fact.type, Event | Number | MoneyType) else _alike
    tried = [_tried(value, trials) for value in values_of(fact, trials)]
    return OpenQuestion(question, tuple(groups(fact, tried)))


def _tried(value: Value, trials: Trials) -> _Tried:
    then = trials(value.carried)
    return _Tried(value, then, tuple(standing(remedy) for remedy in remedies(then)))


def standing(remedy: Remedy) -> Standing:
    """Return where a remedy stands."""
    last_day = "" if remedy.is_used else remedy.last_day
    return Standing(remedy.kind, remedy.title, remedy.status, remedy.amount, last_day)


def _alike(fact: FactDeclaration, tried: list[_Tried]) -> Iterator[PossibleAnswer]:
    """Yield the answers that come to the same together."""
    groups: dict[tuple[Standing, ...], list[_Tried]] = {}
    for one in tried:
        groups.setdefault(one.gives, []).append(one)
    for group in groups.values():
        told = ", ".join(words(fact, one.value, one.then) for one in group)
        yield _answer(told, fact, group[0])


def _in_a_row(fact: FactDeclaration, tried: list[_Tried]) -> Iterator[PossibleAnswer]:
    """Yield neighbouring values that come to the same standings as one stretch; its terms are those of its first."""
    rows: list[list[_Tried]] = []
    for one in tried:
        is_same = rows and rows[-1][-1].statuses == one.statuses and not _is_never(fact, rows[-1][0].value)
        rows[-1].append(one) if is_same else rows.append([one])
    for row in rows:
        first, last = row[0], row[-1]
        yield _answer(stretch_words(fact, first.value, last.value, first.then), fact, first)


def _is_never(fact: FactDeclaration, value: Value) -> bool:
    return value.carried[fact.name] == NEVER


def _answer(told: str, fact: FactDeclaration, one: _Tried) -> PossibleAnswer:
    inquiry = Inquiry(one.then)
    action = action_of(one.then, inquiry)
    example = given(fact, one.value, one.then)
    return PossibleAnswer(told, example, one.gives, action.step or action.title, inquiry.open_facts)
