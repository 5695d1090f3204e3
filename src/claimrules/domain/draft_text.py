"""Draft → the letter: what is wrong, when what happened, what is asked for, what is sent along; facts, no reproaches."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from claimrules.domain.draft import Dated, Draft
from claimrules.domain.printable import printable
from claimrules.domain.terms import RETURN_WORDS

#: What is wrong, for each `claim.reason` of the shared vocabulary.
REASONS: Final = {
    "not_received": "the goods have not arrived",
    "late_delivery": "the goods are late",
    "damaged_in_transit": "the goods arrived damaged",
    "wrong_item": "other goods arrived than were ordered",
    "defective": "the goods do not work as they should",
    "not_as_described": "the goods are not as described",
    "counterfeit": "the goods are not genuine",
    "missing_parts": "parts are missing",
    "short_quantity": "fewer units arrived than were ordered",
    "change_of_mind": "I would like to return the goods",
}
#: What happened, for the events that such a letter tells of.
EVENTS: Final = {
    "placed": "ordered",
    "paid": "paid",
    "shipped": "sent",
    "promised_delivery": "delivery promised for",
    "delivered": "arrived",
    "seller_contacted": "I wrote to the seller",
    "seller_answered": "the seller answered",
    "proposal_rejected": "I turned the proposal down",
    "dispute_opened": "dispute opened",
    "seller_refused": "the seller refused",
    "escalated": "the platform was asked to decide",
    "evidence_sent": "evidence sent",
    "return_agreed": "return agreed",
    "returned": "goods sent back",
    "return_received": "goods received back",
}
_NUMBER: Final = "[order number]"


def letter(draft: Draft) -> str:
    """Return the letter; a gap that is to be filled in stands in square brackets."""
    return "\n".join(printable(line) for line in _lines(draft))


def _lines(draft: Draft) -> Iterator[str]:
    number, wrong = draft.order_number or _NUMBER, reason_words(draft.reason)
    yield f"Order {number}: {wrong}"
    yield ""
    yield "Hello,"
    yield ""
    yield f"I am writing about order {number}{f', {draft.item}' if draft.item else ''}: {wrong}."
    if draft.events:
        yield ""
        yield "What happened, and when:"
        yield from (f"- {_event(event, draft.on)}" for event in draft.events)
    yield ""
    yield f"I ask for: {_asked(draft)}."
    yield f"I ask for it under: {'; '.join([draft.under, *_documents(draft)])}."
    if draft.evidence:
        yield f"I send along: {', '.join(kind.replace('_', ' ') for kind in draft.evidence)}."
    if draft.answer_by:
        yield ""
        yield f"Please answer by {draft.answer_by}."
        yield f"If I have no answer by then, my next step is: {draft.otherwise}."
    yield ""
    yield "Thank you."


def reason_words(reason: str) -> str:
    """Return what is wrong, in words; a reason of another vocabulary by its own name."""
    return REASONS.get(reason, reason.replace("_", " "))


def day_words(day: date) -> str:
    """Return a day as people write it."""
    return f"{day.day} {day:%B %Y}"


def _documents(draft: Draft) -> list[str]:
    """Return the documents that the other side publishes itself; what others wrote about them proves little to it."""
    official = (cited for cited in draft.citations if cited.confidence == "official")
    return [*dict.fromkeys(f"{cited.title}{f' ({cited.dated})' if cited.dated else ''}" for cited in official)]


def _event(event: Dated, today: date) -> str:
    words = EVENTS.get(event.event, event.event.replace("_", " "))
    return f"{words}: {day_words(event.on)}" if event.on else f"{words}: not until today, {day_words(today)}"


def _asked(draft: Draft) -> str:
    asks = draft.asks
    amount = "" if asks.amount is None else f"{'up to ' if asks.is_ceiling else ''}{asks.amount}"
    return ", ".join(filter(None, (asks.title, amount, RETURN_WORDS[asks.with_return])))
