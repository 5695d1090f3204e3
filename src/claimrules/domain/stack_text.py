"""Parts of a stack's decision → the sentences people read: each remedy with its layers, where the law gives more."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import evolve

from claimrules.domain.decision_text import TONES, action_card, amount_words, citation_items, origin_item
from claimrules.domain.explanation_text import explanation as explained
from claimrules.domain.layers import ruleset_words
from claimrules.domain.next_action import ActionKind
from claimrules.domain.printable import printable
from claimrules.domain.report.document import Block, Card, Item, items
from claimrules.domain.report.plain import card_lines
from claimrules.domain.stack_decision import (
    Finding,
    LayerAction,
    LayerDecision,
    LayerTerms,
    StackAction,
    StackDecision,
    StackRemedy,
)
from claimrules.domain.terms import return_words
from claimrules.speech.phrases import listed, message, name_of, phrase

LESS_THAN_LAW: Final[str] = message("Less than the law")


def explanation(decision: StackDecision) -> str:
    """Return why: what is less than the law, then each layer's own reasons."""
    found = [f"  {line}" for finding in decision.findings for line in card_lines(finding_card(finding))]
    parts = ["\n".join(map(printable, (phrase(LESS_THAN_LAW), *found)))] if found else []
    parts += [f"[{name_of('a layer', layer.layer)}] {explained(layer.decision)}" for layer in decision.decisions]
    return "\n\n".join(parts)


def layer_words(layer: LayerDecision) -> str:
    """Return a layer with its ruleset, and the version that was used."""
    decision = layer.decision
    name = phrase(
        "{layer}: {title} ({ruleset})",
        layer=name_of("a layer", layer.layer),
        title=decision.title,
        ruleset=layer.ruleset,
    )
    why = decision.why_version
    if decision.in_force is False:
        return phrase("{ruleset}: no version of it is in force for this order: {why}", ruleset=name, why=why)
    if not decision.version:
        return name
    return phrase("{ruleset}, the version {version}: {why}", ruleset=name, version=decision.version, why=why)


def stack_remedy_card(remedy: StackRemedy) -> Card:
    """Return one remedy as each layer gives it."""
    discretion = "" if remedy.is_right else phrase("at the other side's discretion, not a right")
    title = "; ".join(filter(None, (remedy.title, return_words(remedy.with_return), discretion)))
    return Card(title, items=tuple(map(_terms, remedy.layers)))


def _terms(terms: LayerTerms) -> Item:
    amount = amount_words(terms)
    needs = (Item(phrase("depends on: {facts}", facts=listed(terms.needs))),) if terms.needs else ()
    words = "; ".join(filter(None, (phrase("{giver}: {standing}", giver=terms.giver, standing=terms.words), amount)))
    return Item(words, (*needs, origin_item(terms.rules, terms.citations)), tone=TONES[terms.status])


def finding_card(finding: Finding) -> Card:
    """Return where a lower layer gives less than the law, and what each of the two gives."""
    return Card(finding.code, items=(Item(finding.words), _side(finding.law), _side(finding.lower)))


def _side(side: LayerTerms) -> Item:
    rules = listed((*side.rules, *side.denied_by))
    return Item(phrase("{giver}: {rules}", giver=side.giver, rules=rules), citation_items(side.citations))


def stack_action_blocks(found: StackAction) -> Iterator[Block]:
    """Yield what to do next: under one layer, else under others, then which layers have nothing left."""
    card = action_card(found.action)
    under = (
        (Item(phrase("under {ruleset}", ruleset=ruleset_words(found.layer, found.ruleset))),) if found.ruleset else ()
    )
    yield evolve(card, items=(*card.items, *under))
    others = items((*map(_other, found.alternatives), *found.notes))
    if others.items:
        yield others


def _other(other: LayerAction) -> str:
    action, ruleset = other.action, ruleset_words(other.layer, other.ruleset)
    what = action.title or action.step
    if action.kind is not ActionKind.STEP:
        return phrase("or, under {ruleset}: {what}", ruleset=ruleset, what=what)
    step = phrase("{actor}: {what}", actor=name_of("who acts", action.actor), what=what)
    if not action.by_day:
        return phrase("or, under {ruleset}: {what}", ruleset=ruleset, what=step)
    return phrase("or, under {ruleset}: {what}, by {last_day}", ruleset=ruleset, what=step, last_day=action.by_day)
