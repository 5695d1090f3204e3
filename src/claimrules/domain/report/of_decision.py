"""Decision → a document: its screen, and the report that stands for itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from claimrules.domain.decision import Decision
from claimrules.domain.decision_text import action_card, question_words, remedy_card, unused_lines
from claimrules.domain.duty_text import duty_card, duty_sections
from claimrules.domain.instants import at_words
from claimrules.domain.report.background import background
from claimrules.domain.report.document import Block, Document, Pairs, Paragraph, Section, Tone, items
from claimrules.domain.urgency import urgent_words
from claimrules.speech.phrases import message, phrase

REMEDIES: Final[str] = message("What the buyer may ask for")
NEXT: Final[str] = message("What to do next")


def screen(decision: Decision) -> Document:
    """Return what a screen shows: what may be asked for first."""
    version = _version(decision)
    sections = (_remedies(decision), *_duties(decision), _next(decision), *_rest(decision))
    foot = (*([Section("", version)] if version else []), _foot())
    return Document(decision.title, tuple(_head(decision)), (*sections, *foot), decision.language)


def report(decision: Decision) -> Document:
    """Return what is kept or sent: what to do first, then all that the answer rests on."""
    sections = (_next(decision), _remedies(decision), *_duties(decision), *_rest(decision))
    versions: tuple[Block, ...] = (*_version(decision), Pairs(tuple(decision.versions.items())))
    behind = background(decision.timeline, decision.asked, versions)
    return Document(decision.title, tuple(_head(decision)), (*sections, *behind, _foot()), decision.language)


def _foot() -> Section:
    advice = phrase("This is information, not legal advice. `claimrules explain` says why, rule by rule.")
    return Section("", (Paragraph(advice, Tone.QUIET),))


def _head(decision: Decision) -> Iterator[Block]:
    yield from (Paragraph(words, Tone.URGENT) for words in urgent_words(decision))
    yield Paragraph(phrase("Decided for {at}", at=at_words(decision.at)))
    if decision.in_force is False:
        why = decision.why_version
        words = phrase("No version of this ruleset is in force for this order: {why}.", why=why)
        yield Paragraph(words, Tone.BAD)


def _remedies(decision: Decision) -> Section:
    cards = tuple(map(remedy_card, decision.remedies))
    return Section(phrase(REMEDIES), cards or (Paragraph(phrase("Nothing under this ruleset.")),))


def _duties(decision: Decision) -> Iterator[Section]:
    for heading, duties in duty_sections(decision.duties):
        yield Section(heading, tuple(map(duty_card, duties)))


def _next(decision: Decision) -> Section:
    return Section(phrase(NEXT), (action_card(decision.next_action),))


def _rest(decision: Decision) -> Iterator[Section]:
    asked = [question_words(one.text, one.fact, one.choices) for one in decision.questions]
    return lists(asked, decision.assumptions, unused_lines(decision.unused))


def lists(questions: Iterable[str], assumptions: Iterable[str], unused: Iterable[str]) -> Iterator[Section]:
    """Yield what is unknown, what was assumed and what was not used, as far as there is any."""
    for heading, lines in (
        (phrase("Still unknown"), questions),
        (phrase("Assumed"), assumptions),
        (phrase("Given, but not used"), unused),
    ):
        found = items(lines)
        if found.items:
            yield Section(heading, (found,))


def _version(decision: Decision) -> tuple[Paragraph, ...]:
    if not decision.version or decision.in_force is False:
        return ()
    version, why = decision.version, decision.why_version
    return (Paragraph(phrase("By the version {version}: {why}.", version=version, why=why)),)
