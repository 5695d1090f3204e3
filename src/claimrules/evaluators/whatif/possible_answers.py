"""A question → what each answer would give: answers that come to the same are told together."""

from __future__ import annotations

from collections.abc import Iterator

from claimrules.domain.decision import Question, Remedy
from claimrules.domain.inquiry import OpenQuestion, PossibleAnswer, Standing
from claimrules.domain.types import NEVER, Event, FactDeclaration, MoneyType, Number
from claimrules.evaluators.actions import next_action
from claimrules.evaluators.answers import Answers
from claimrules.evaluators.questions import Inquiry
from claimrules.evaluators.remedies import remedies
from claimrules.evaluators.whatif.said import given, stretch_words, words
from claimrules.evaluators.whatif.trials import Trials
from claimrules.evaluators.whatif.values import Value, values_of


def open_question(question: Question, answers: Answers) -> OpenQuestion:
    """Return a question with what each answer would give."""
    fact, trials = answers.plan.vocabulary[question.fact], Trials(answers)
    groups = _in_a_row if isinstance(fact.type, Event | Number | MoneyType) else _alike
    tried = [(value, trials(value.carried)) for value in values_of(fact, trials)]
    return OpenQuestion(question, tuple(groups(fact, tried)))


def standing(remedy: Remedy) -> Standing:
    """Return where a remedy stands."""
    return Standing(remedy.kind, remedy.title, remedy.status, remedy.amount, remedy.last_day)


def _alike(fact: FactDeclaration, tried: list[tuple[Value, Answers]]) -> Iterator[PossibleAnswer]:
    """Yield the answers that come to the same together."""
    groups: dict[tuple[object, ...], list[tuple[Value, Answers]]] = {}
    for value, then in tried:
        groups.setdefault(_gives(then), []).append((value, then))
    for group in groups.values():
        value, then = group[0]
        told = ", ".join(words(fact, one, answers) for one, answers in group)
        yield _answer(told, given(fact, value, then), then)


def _in_a_row(fact: FactDeclaration, tried: list[tuple[Value, Answers]]) -> Iterator[PossibleAnswer]:
    """Yield neighbouring values that come to the same standings as one stretch; its terms are those of its first."""
    rows: list[list[tuple[Value, Answers]]] = []
    for value, then in tried:
        is_same = rows and _statuses(rows[-1][-1][1]) == _statuses(then) and not _is_never(fact, rows[-1][0][0])
        rows[-1].append((value, then)) if is_same else rows.append([(value, then)])
    for row in rows:
        (first, then), (last, _) = row[0], row[-1]
        yield _answer(stretch_words(fact, first, last, then), given(fact, first, then), then)


def _is_never(fact: FactDeclaration, value: Value) -> bool:
    return value.carried[fact.name] == NEVER


def _answer(told: str, example: object, then: Answers) -> PossibleAnswer:
    inquiry = Inquiry(then)
    action = next_action(then, inquiry)
    return PossibleAnswer(told, example, _gives(then), action.step or action.title, inquiry.open_facts)


def _gives(then: Answers) -> tuple[Standing, ...]:
    return tuple(standing(remedy) for remedy in remedies(then))


def _statuses(then: Answers) -> tuple[tuple[str, str], ...]:
    return tuple((one.title, one.status) for one in _gives(then))
