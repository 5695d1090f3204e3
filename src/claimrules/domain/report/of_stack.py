"""The decision of several layers → a document: its screen, and the report that stands for itself."""

from __future__ import annotations

from collections.abc import Iterator

from claimrules.domain.decision_text import question_words, unused_lines
from claimrules.domain.instants import at_words
from claimrules.domain.report.background import background
from claimrules.domain.report.document import Block, Document, Item, Items, Pairs, Paragraph, Section, Tone
from claimrules.domain.report.of_decision import NEXT, REMEDIES, lists
from claimrules.domain.stack_decision import StackDecision
from claimrules.domain.stack_text import (
    LESS_THAN_LAW,
    finding_card,
    layer_words,
    stack_action_blocks,
    stack_remedy_card,
)
from claimrules.domain.urgency import urgent_words_of_stack
from claimrules.speech.phrases import phrase


def stack_screen(decision: StackDecision) -> Document:
    """Return what a screen shows: what may be asked for first."""
    sections = (_remedies(decision), *_findings(decision), _next(decision), *_rest(decision), _foot())
    return Document(_title(decision), tuple(_head(decision)), sections, decision.language)


def stack_report(decision: StackDecision) -> Document:
    """Return what is kept or sent: what to do first, then all that the answer rests on."""
    sections = (_next(decision), _remedies(decision), *_findings(decision), *_rest(decision))
    versions = Pairs(tuple(_versions(decision).items()))
    behind = background(decision.timeline, decision.asked, (versions,))
    return Document(_title(decision), tuple(_head(decision)), (*sections, *behind, _foot()), decision.language)


def _foot() -> Section:
    advice = phrase("This is information, not legal advice. `claimrules explain` says why, layer by layer.")
    return Section("", (Paragraph(advice, Tone.QUIET),))


def _title(decision: StackDecision) -> str:
    return decision.timeline.title


def _head(decision: StackDecision) -> Iterator[Block]:
    yield from (Paragraph(words, Tone.URGENT) for words in urgent_words_of_stack(decision))
    layers = tuple(Item(layer_words(layer)) for layer in decision.decisions)
    yield Items((Item(phrase("Decided for {at}, by:", at=at_words(decision.at)), layers),))


def _remedies(decision: StackDecision) -> Section:
    cards = tuple(map(stack_remedy_card, decision.remedies))
    return Section(phrase(REMEDIES), cards or (Paragraph(phrase("Nothing under these rulesets.")),))


def _findings(decision: StackDecision) -> Iterator[Section]:
    if decision.findings:
        yield Section(phrase(LESS_THAN_LAW), tuple(map(finding_card, decision.findings)))


def _next(decision: StackDecision) -> Section:
    return Section(phrase(NEXT), tuple(stack_action_blocks(decision.next_action)))


def _rest(decision: StackDecision) -> Iterator[Section]:
    asked = [question_words(one.text, one.fact, one.choices) for one in decision.questions]
    return lists(asked, decision.assumptions, unused_lines(decision.unused))


def _versions(decision: StackDecision) -> dict[str, str]:
    """Return the versions all layers share, and the mark of each ruleset under its name."""
    found: dict[str, str] = {}
    for layer in decision.decisions:
        for name, version in layer.decision.versions.items():
            found[layer.ruleset if name == "ruleset" else name] = version
    return found
