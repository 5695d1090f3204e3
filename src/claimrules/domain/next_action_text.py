"""The rest of a next action → plain text: what to ask for and why, the checklist of evidence, what follows on silence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimrules.domain.choice import Choice, Why
from claimrules.domain.next_action import ActionKind, NextAction, Silence
from claimrules.domain.printable import evidence_words
from claimrules.domain.terms import ceiling_words, return_words
from claimrules.speech.phrases import listed, message, name_of, phrase

WHY: Final[dict[Why, str]] = {
    Why.NOW: message("it can be had now"),
    Why.WISH: message("it is what the buyer wishes for"),
    Why.KEEPS_GOODS: message("the buyer means to keep the goods"),
    Why.RIGHT: message("it is a right"),
    Why.KIND: message("its kind ranks first"),
    Why.AMOUNT: message("its amount is higher, or is no mere ceiling"),
    Why.NO_RETURN: message("the goods need not go back"),
    Why.NAME: message("nothing sets it apart but its name"),
    Why.ONLY: message("nothing else can be asked for"),
}


def further_lines(action: NextAction) -> Iterator[str]:
    """Yield what an action says beyond who does what by when."""
    if action.evidence_at_hand:
        yield phrase("evidence at hand: {evidence}", evidence=listed(map(evidence_words, action.evidence_at_hand)))
    if action.asks_for is not None and action.kind in {ActionKind.STEP, ActionKind.CLAIM} and action.actor == "buyer":
        yield from choice_lines(action.asks_for)
    if action.silence is not None:
        yield silence_line(action.silence)
    if action.draft is not None:
        yield phrase("`claimrules draft` writes the text to send")


def choice_lines(choice: Choice) -> Iterator[str]:
    """Yield the remedy to ask for, why it is that one, and the others."""
    reasons = listed(phrase(WHY[why]) for why in choice.reasons)
    yield phrase("ask for: {remedy}; {reasons}", remedy=choice_words(choice), reasons=reasons)
    if choice.is_wish_met is False:
        wish = name_of("a wish", choice.wish.replace("_", " "))
        yield phrase("the buyer's wish, {wish}, cannot be had as things stand", wish=wish)
    if choice.passed:
        others = dict.fromkeys(_terms(one.title, return_words(one.with_return)) for one in choice.passed)
        yield phrase("or else: {remedies}", remedies="; ".join(others))


def silence_line(silence: Silence) -> str:
    """Return what follows where nobody else does anything."""
    when, what = silence.when, silence.title or silence.step
    waits_for, actor = name_of("who acts", silence.waits_for), name_of("who acts", silence.actor)
    if not silence.step:
        if not silence.waits_for:
            return phrase("If nothing else happens, no step is open any more after {when}", when=when)
        return phrase(
            "If the {waits_for} does not answer, no step is open any more after {when}", waits_for=waits_for, when=when
        )
    if not silence.waits_for:
        return phrase("If nothing else happens until {when}: {actor}: {what}", when=when, actor=actor, what=what)
    return phrase(
        "If the {waits_for} does not answer until {when}: {actor}: {what}",
        waits_for=waits_for, when=when, actor=actor, what=what,
    )  # fmt: skip


def choice_words(choice: Choice) -> str:
    """Return the remedy to ask for, with its amount and whether the goods go back."""
    amount = ceiling_words(choice.amount, is_ceiling=choice.is_ceiling)
    return _terms(choice.title, amount, return_words(choice.with_return))


def _terms(*words: str) -> str:
    return listed(filter(None, words))
