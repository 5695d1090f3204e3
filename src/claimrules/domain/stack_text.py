"""Parts of a stack's decision → the sentences people read: each remedy with its layers, where the law gives more."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import evolve

from claimrules.domain.decision import Decision
from claimrules.domain.decision_text import TONES, action_card, amount_words, citation_items, origin_item
from claimrules.domain.explanation_text import explanation as explained
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
from claimrules.domain.terms import RETURN_WORDS

LESS_THAN_LAW: Final = "Less than the law"


def explanation(decision: StackDecision) -> str:
    """Return why: what is less than the law, then each layer's own reasons."""
    found = [f"  {line}" for finding in decision.findings for line in card_lines(finding_card(finding))]
    parts = ["\n".join(map(printable, (LESS_THAN_LAW, *found)))] if found else []
    parts += [f"[{layer.layer}] {explained(layer.decision)}" for layer in decision.decisions]
    return "\n\n".join(parts)


def layer_words(layer: LayerDecision) -> str:
    """Return a layer with its ruleset, and the version that was used."""
    return f"{layer.layer}: {layer.decision.title} ({layer.ruleset}){_version(layer.decision)}"


def _version(decision: Decision) -> str:
    if decision.in_force is False:
        return f": no version of it is in force for this order: {decision.why_version}"
    return f", the version {decision.version}: {decision.why_version}" if decision.version else ""


def stack_remedy_card(remedy: StackRemedy) -> Card:
    """Return one remedy as each layer gives it."""
    discretion = "" if remedy.is_right else "at the other side's discretion, not a right"
    title = "; ".join(filter(None, (remedy.title, RETURN_WORDS[remedy.with_return], discretion)))
    return Card(title, items=tuple(map(_terms, remedy.layers)))


def _terms(terms: LayerTerms) -> Item:
    amount = amount_words(terms)
    needs = (Item(f"depends on: {', '.join(terms.needs)}"),) if terms.needs else ()
    words = f"{terms.giver}: {terms.words}{f'; {amount}' if amount else ''}"
    return Item(words, (*needs, origin_item(terms.rules, terms.citations)), tone=TONES[terms.status])


def finding_card(finding: Finding) -> Card:
    """Return where a lower layer gives less than the law, and what each of the two gives."""
    return Card(finding.code, items=(Item(finding.words), _side(finding.law), _side(finding.lower)))


def _side(side: LayerTerms) -> Item:
    return Item(f"{side.giver}: {', '.join((*side.rules, *side.denied_by))}", citation_items(side.citations))


def stack_action_blocks(found: StackAction) -> Iterator[Block]:
    """Yield what to do next: under one layer, else under others, then which layers have nothing left."""
    card = action_card(found.action)
    under = (Item(f"under {found.layer} {found.ruleset}"),) if found.ruleset else ()
    yield evolve(card, items=(*card.items, *under))
    others = items((*map(_other, found.alternatives), *found.notes))
    if others.items:
        yield others


def _other(other: LayerAction) -> str:
    is_step = other.action.kind is ActionKind.STEP
    who = f"{other.action.actor}: " if is_step else ""
    by = f", by {other.action.by_day}" if other.action.by_day and is_step else ""
    return f"or, under {other.layer} {other.ruleset}: {who}{other.action.title or other.action.step}{by}"
