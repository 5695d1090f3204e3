"""The rest of a next action → plain text: what to ask for and why, the checklist of evidence, what follows on silence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimrules.domain.choice import Choice, Why
from claimrules.domain.next_action import ActionKind, NextAction, Silence
from claimrules.domain.terms import RETURN_WORDS

WHY: Final = {
    Why.NOW: "it can be had now",
    Why.WISH: "it is what the buyer wishes for",
    Why.KEEPS_GOODS: "the buyer means to keep the goods",
    Why.RIGHT: "it is a right",
    Why.KIND: "its kind ranks first",
    Why.AMOUNT: "its amount is higher, or is no mere ceiling",
    Why.NO_RETURN: "the goods need not go back",
    Why.NAME: "nothing sets it apart but its name",
    Why.ONLY: "nothing else can be asked for",
}


def further_lines(action: NextAction) -> Iterator[str]:
    """Yield what an action says beyond who does what by when."""
    if action.evidence_at_hand:
        yield f"evidence at hand: {', '.join(kind.replace('_', ' ') for kind in action.evidence_at_hand)}"
    if action.asks_for is not None and action.kind in {ActionKind.STEP, ActionKind.CLAIM} and action.actor == "buyer":
        yield from choice_lines(action.asks_for)
    if action.silence is not None:
        yield silence_line(action.silence)
    if action.draft is not None:
        yield "`claimrules draft` writes the text to send"


def choice_lines(choice: Choice) -> Iterator[str]:
    """Yield the remedy to ask for, why it is that one, and the others."""
    yield f"ask for: {_named(choice)}; {', '.join(WHY[why] for why in choice.reasons)}"
    if choice.is_wish_met is False:
        yield f"the buyer's wish, {choice.wish.replace('_', ' ')}, cannot be had as things stand"
    if choice.passed:
        others = dict.fromkeys(f"{one.title}{_goods(one.with_return)}" for one in choice.passed)
        yield f"or else: {'; '.join(others)}"


def silence_line(silence: Silence) -> str:
    """Return what follows where nobody else does anything."""
    who = f"If the {silence.waits_for} does not answer" if silence.waits_for else "If nothing else happens"
    if not silence.step:
        return f"{who}, no step is open any more after {silence.when}"
    return f"{who} until {silence.when}: {silence.actor}: {silence.title or silence.step}"


def _named(choice: Choice) -> str:
    amount = "" if choice.amount is None else f", {'up to ' if choice.is_ceiling else ''}{choice.amount}"
    return f"{choice.title}{amount}{_goods(choice.with_return)}"


def _goods(with_return: bool | None) -> str:
    words = RETURN_WORDS[with_return]
    return f", {words}" if words else ""
