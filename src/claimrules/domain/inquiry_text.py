"""What each answer would give, and what would change a decision → plain text."""

from __future__ import annotations

from collections.abc import Iterator

from claimrules.domain.gaps import Question
from claimrules.domain.inquiry import Change, Inquiry, OpenQuestion, PossibleAnswer, Standing
from claimrules.domain.instants import at_words
from claimrules.domain.printable import printable
from claimrules.domain.verdicts import OPEN, Status
from claimrules.speech.language import speaking
from claimrules.speech.phrases import all_of, listed, name_of, phrase


def inquiry_text(inquiry: Inquiry) -> str:
    """Return questions with what each answer would give, then what would change the decision."""
    with speaking(inquiry.decision.language):
        return "\n".join(printable(line) for line in _lines(inquiry))


def _lines(inquiry: Inquiry) -> Iterator[str]:
    for asked in inquiry.questions:
        yield from question_lines(asked.question)
        yield from answer_lines(asked)
        yield ""
    more = len(inquiry.decision.questions) - len(inquiry.questions)
    if more > 0:
        yield phrase("{more} more can be asked, each of less use until these are answered.", more=more)
        yield ""
    if inquiry.changes:
        yield phrase("What would change it")
        yield from (f"  {change_words(change)}" for change in inquiry.changes)


def question_lines(question: Question, most: int = 3) -> Iterator[str]:
    """Yield a question, what can be answered, what hangs on it, and why it is asked."""
    yield question.text
    yield f"    {question.fact}: {question.choices}"
    yield f"    {_settles(question)}"
    yield from ("    " + phrase("because of {reason}", reason=reason) for reason in question.why[:most])
    if len(question.why) > most:
        yield "    " + phrase("and {more} more", more=len(question.why) - most)


def _settles(question: Question) -> str:
    what = listed(question.settles)
    if not question.at_stake:
        return phrase("settles: {what}", what=what)
    return phrase("settles: {what}, up to {amount}", what=what, amount=question.at_stake)


def answer_lines(asked: OpenQuestion) -> Iterator[str]:
    """Yield each answer with what it would give."""
    for answer in asked.answers:
        yield "  · " + phrase("{answer}: {gives}", answer=answer.words, gives=_gives(answer))


def _gives(answer: PossibleAnswer) -> str:
    had = [standing_words(one) for one in answer.gives if one.status in OPEN]
    if not had:
        return phrase("nothing to be had; next: {step}", step=answer.next_step)
    return phrase("{remedies}; next: {step}", remedies="; ".join(had), step=answer.next_step)


def standing_words(one: Standing) -> str:
    """Return a remedy with its standing, amount and end."""
    status = phrase("{remedy} {status}", remedy=one.title, status=name_of("a status", one.status))
    until = phrase("until {last_day}", last_day=one.last_day) if one.last_day else ""
    return listed(filter(None, (status, str(one.amount or ""), until)))


def change_words(change: Change) -> str:
    """Return what would have to be otherwise for a remedy, as a sentence."""
    title = change.remedy.title
    if change.at and change.was == Status.LATER.word:
        return phrase("{remedy} opens on {at}", remedy=title, at=at_words(change.at))
    if change.at:
        return phrase("{remedy} was open until {last_day}", remedy=title, last_day=change.remedy.last_day)
    facts = all_of(
        phrase("{fact} were {then} (it is {now})", fact=one.fact, then=one.then, now=one.now) for one in change.facts
    )
    return phrase("{standing}, if {facts}", standing=standing_words(change.remedy), facts=facts)
