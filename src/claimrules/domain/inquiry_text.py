"""What each answer would give, and what would change a decision → plain text."""

from __future__ import annotations

from collections.abc import Iterator

from claimrules.domain.gaps import Question
from claimrules.domain.inquiry import Change, Inquiry, OpenQuestion, PossibleAnswer, Standing
from claimrules.domain.instants import at_words
from claimrules.domain.printable import printable
from claimrules.domain.verdicts import OPEN, Status


def inquiry_text(inquiry: Inquiry) -> str:
    """Return questions with what each answer would give, then what would change the decision."""
    return "\n".join(printable(line) for line in _lines(inquiry))


def _lines(inquiry: Inquiry) -> Iterator[str]:
    for asked in inquiry.questions:
        yield from question_lines(asked.question)
        yield from answer_lines(asked)
        yield ""
    more = len(inquiry.decision.questions) - len(inquiry.questions)
    if more > 0:
        yield f"{more} more can be asked, each of less use until these are answered."
        yield ""
    if inquiry.changes:
        yield "What would change it"
        yield from (f"  {change_words(change)}" for change in inquiry.changes)


def question_lines(question: Question, most: int = 3) -> Iterator[str]:
    """Yield a question, what can be answered, what hangs on it, and why it is asked."""
    yield question.text
    yield f"    {question.fact}: {question.choices}"
    stake = f", up to {question.at_stake}" if question.at_stake else ""
    yield f"    settles: {', '.join(question.settles)}{stake}"
    yield from (f"    because of {reason}" for reason in question.why[:most])
    if len(question.why) > most:
        yield f"    and {len(question.why) - most} more"


def answer_lines(asked: OpenQuestion) -> Iterator[str]:
    """Yield each answer with what it would give."""
    yield from (f"  · {answer.words}: {_gives(answer)}" for answer in asked.answers)


def _gives(answer: PossibleAnswer) -> str:
    had = [standing_words(one) for one in answer.gives if one.status in OPEN]
    return f"{'; '.join(had) or 'nothing to be had'}; next: {answer.next_step}"


def standing_words(one: Standing) -> str:
    """Return a remedy with its standing, amount and end."""
    amount = f", {one.amount}" if one.amount else ""
    until = f", until {one.last_day}" if one.last_day else ""
    return f"{one.title} {one.status}{amount}{until}"


def change_words(change: Change) -> str:
    """Return what would have to be otherwise for a remedy, as a sentence."""
    title = change.remedy.title
    if change.at and change.was == Status.LATER.word:
        return f"{title} opens on {at_words(change.at)}"
    if change.at:
        return f"{title} was open until {change.remedy.last_day}"
    facts = " and ".join(f"{one.fact} were {one.then} (it is {one.now})" for one in change.facts)
    return f"{standing_words(change.remedy)}, if {facts}"
