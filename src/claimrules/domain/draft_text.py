"""Draft → the letter: what is wrong, when what happened, what is asked for, what is sent along; facts, no reproaches."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from claimrules.domain.draft import Dated, Draft
from claimrules.domain.next_action_text import choice_words
from claimrules.domain.printable import evidence_words, printable
from claimrules.speech.phrases import MONTHS, listed, message, name_of, phrase

#: What is wrong, for each `claim.reason` of the shared vocabulary.
REASONS: Final[dict[str, str]] = {
    "not_received": message("the goods have not arrived"),
    "late_delivery": message("the goods are late"),
    "damaged_in_transit": message("the goods arrived damaged"),
    "wrong_item": message("other goods arrived than were ordered"),
    "defective": message("the goods do not work as they should"),
    "not_as_described": message("the goods are not as described"),
    "counterfeit": message("the goods are not genuine"),
    "missing_parts": message("parts are missing"),
    "short_quantity": message("fewer units arrived than were ordered"),
    "change_of_mind": message("I would like to return the goods"),
}
#: What happened, for the events that such a letter tells of.
EVENTS: Final[dict[str, str]] = {
    "placed": message("ordered"),
    "paid": message("paid"),
    "shipped": message("sent"),
    "promised_delivery": message("delivery promised for"),
    "delivered": message("arrived"),
    "seller_contacted": message("I wrote to the seller"),
    "seller_answered": message("the seller answered"),
    "proposal_rejected": message("I turned the proposal down"),
    "dispute_opened": message("dispute opened"),
    "seller_refused": message("the seller refused"),
    "escalated": message("the platform was asked to decide"),
    "evidence_sent": message("evidence sent"),
    "return_agreed": message("return agreed"),
    "returned": message("goods sent back"),
    "return_received": message("goods received back"),
}
_NUMBER: Final[str] = message("[order number]")


def letter(draft: Draft) -> str:
    """Return the letter; a gap that is to be filled in stands in square brackets."""
    return "\n".join(printable(line) for line in _lines(draft))


def _lines(draft: Draft) -> Iterator[str]:
    number, wrong = draft.order_number or phrase(_NUMBER), reason_words(draft.reason)
    yield phrase("Order {number}: {wrong}", number=number, wrong=wrong)
    yield from ("", name_of("how a letter begins", "Hello,"), "", _about(number, draft.item, wrong))
    if draft.events:
        yield from ("", phrase("What happened, and when:"))
        yield from (f"- {_event(event, draft.on)}" for event in draft.events)
    yield from ("", phrase("I ask for: {remedy}.", remedy=choice_words(draft.asks)))
    yield phrase("I ask for it under: {documents}.", documents="; ".join([draft.under, *_documents(draft)]))
    if draft.evidence:
        yield phrase("I send along: {evidence}.", evidence=listed(map(evidence_words, draft.evidence)))
    if draft.answer_by:
        yield from ("", phrase("Please answer by {when}.", when=draft.answer_by))
        yield phrase("If I have no answer by then, my next step is: {step}.", step=draft.otherwise)
    yield from ("", phrase("Thank you."))


def _about(number: str, item: str, wrong: str) -> str:
    if not item:
        return phrase("I am writing about order {number}: {wrong}.", number=number, wrong=wrong)
    return phrase("I am writing about order {number}, {item}: {wrong}.", number=number, item=item, wrong=wrong)


def reason_words(reason: str) -> str:
    """Return what is wrong, in words; a reason of another vocabulary by its own name."""
    return phrase(REASONS[reason]) if reason in REASONS else reason.replace("_", " ")


def day_words(day: date) -> str:
    """Return a day as people write it."""
    return phrase("{day} {month} {year}", day=day.day, month=phrase(MONTHS[day.month - 1]), year=day.year)


def _documents(draft: Draft) -> list[str]:
    """Return the documents that the other side publishes itself; what others wrote about them proves little to it."""
    official = (cited for cited in draft.citations if cited.confidence == "official")
    return [*dict.fromkeys(f"{cited.title}{f' ({cited.dated})' if cited.dated else ''}" for cited in official)]


def _event(event: Dated, today: date) -> str:
    words = phrase(EVENTS[event.event]) if event.event in EVENTS else event.event.replace("_", " ")
    if event.on is None:
        return phrase("{event}: not until today, {day}", event=words, day=day_words(today))
    return phrase("{event}: {day}", event=words, day=day_words(event.on))
