"""The next actions of several layers → one: the open step of the lowest layer under which something can still be had."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from claimrules.domain.decision import Decision
from claimrules.domain.decision_text import standing
from claimrules.domain.next_action import ActionKind, NextAction
from claimrules.domain.remedy import Remedy
from claimrules.domain.stack_decision import LayerAction, StackAction
from claimrules.domain.verdicts import OPEN
from claimrules.evaluators.choice import is_same

#: What can be done now goes before what must be found out, and that before waiting.
_ORDER = (ActionKind.STEP, ActionKind.CLAIM, ActionKind.ANSWER, ActionKind.WAIT)


@frozen
class Layer:
    """One ruleset's decision, its layer, and whether the ruleset has steps and grants at all."""

    layer: str
    decision: Decision
    has_steps: bool
    has_grants: bool

    @property
    def open(self) -> list[Remedy]:
        """The remedies that can still be had, as far as is known."""
        return [remedy for remedy in self.decision.remedies if remedy.status in OPEN]

    @property
    def giver(self) -> str:
        """The layer and the ruleset, for people."""
        return f"{self.layer} {self.decision.ruleset}"

    @property
    def is_over(self) -> bool:
        """It is in force, and nothing can be had under it any more, or its ladder is at its end."""
        if self.decision.in_force is False:
            return False
        at_end = self.has_steps and self.decision.next_action.kind is ActionKind.NOTHING_LEFT
        return self.has_grants and (at_end or not self.open)


def stack_action(layers: Sequence[Layer]) -> StackAction:
    """Return what to do next; `layers` has the highest first."""
    is_left = any(layer.open for layer in layers) or not any(layer.has_grants for layer in layers)
    able = [layer for layer in reversed(layers) if layer.open or (is_left and not layer.has_grants)]
    found = [LayerAction(layer.layer, layer.decision.ruleset, _action(layer)) for layer in able]
    found = sorted((one for one in found if one.action.kind in _ORDER), key=lambda one: _ORDER.index(one.action.kind))
    notes = tuple(_note(layer, layers) for layer in layers if layer.is_over and _others(layer, layers))
    if not found:
        return StackAction("", "", _nothing(len(layers)), notes=notes)
    first, *others = found
    return StackAction(first.layer, first.ruleset, first.action, tuple(others), notes)


def _nothing(count: int) -> NextAction:
    which = "this ruleset" if count == 1 else "these rulesets"
    return NextAction(ActionKind.NOTHING_LEFT, title=f"Nothing is left to do under {which}")


def _action(layer: Layer) -> NextAction:
    """Return a layer's own next action; of one without steps, to ask for what it gives."""
    own = layer.decision.next_action
    if layer.has_steps or not layer.open:
        return own
    best = _best(layer)
    if best.status == "available":
        return _claim(best, own)
    if best.status == "later":
        when = standing(best)
        title = f"Wait for {best.title}: {when}"
        return NextAction(ActionKind.WAIT, title=title, actor="buyer", by=best.opens, asks_for=own.asks_for)
    question = next((asked for asked in layer.decision.questions if asked.fact in best.needs), None)
    if question is None:
        return own
    text = f"Whether {best.title} can be had depends on it."
    return NextAction(ActionKind.ANSWER, title=question.text, actor="buyer", text=text, question=question.fact)


def _best(layer: Layer) -> Remedy:
    """Return the remedy to ask for; where none is sure to be had, the first that may be."""
    asks = layer.decision.next_action.asks_for
    return next((one for one in layer.open if asks is not None and is_same(asks, one)), layer.open[0])


def _claim(remedy: Remedy, own: NextAction) -> NextAction:
    return NextAction(
        ActionKind.CLAIM,
        title=f"Ask for {remedy.title}",
        actor="buyer",
        text="No steps are written for it.",
        evidence_missing=remedy.evidence_missing,
        by=remedy.closes,
        by_day=remedy.last_day,
        citations=remedy.citations,
        asks_for=own.asks_for,
        draft=own.draft,
    )


def _others(layer: Layer, layers: Sequence[Layer]) -> list[Layer]:
    return [other for other in layers if other is not layer and other.open]


def _note(layer: Layer, layers: Sequence[Layer]) -> str:
    others = (
        f"{other.giver} still has {', '.join(f'{remedy.title} ({standing(remedy)})' for remedy in other.open)}"
        for other in _others(layer, layers)
    )
    return f"Nothing is left under {layer.giver}; {'; '.join(others)}."
