"""A claim and the remedy to ask for → what to write to the other side."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Final

from claimrules.domain.choice import Choice
from claimrules.domain.citations import Citation
from claimrules.domain.draft import Dated, Draft
from claimrules.domain.draft_text import EVENTS
from claimrules.domain.fact_events import ONLY_A_DAY
from claimrules.domain.instants import at_zone
from claimrules.domain.next_action import Silence
from claimrules.domain.remedy import Remedy
from claimrules.domain.types import NEVER, Event
from claimrules.evaluators.answers import Answers

#: Reasons of which a letter says that the goods have not come.
_NOT_THERE: Final = ("not_received", "late_delivery")
_NUMBER, _ITEM, _REASON = "order.number", "item.title", "claim.reason"


def draft(
    answers: Answers, asks: Choice, given: Remedy, evidence: tuple[str, ...], silence: Silence | None, at: datetime
) -> Draft | None:
    """Return what to write; None while nobody says what is wrong.

    Args:
        answers: the claim.
        asks: the remedy to ask for.
        given: the same as the decision lists it.
        evidence: the kinds at hand.
        silence: what follows where nobody answers.
        at: the instant of decision, in the ruleset's zone.
    """
    shown = answers.facts.shown
    reason = shown.get(_REASON, "")
    if not reason or _REASON in answers.facts.assumed:
        return None
    follows = silence if silence is not None and silence.actor == "buyer" else None
    return Draft(
        on=at.date(),
        order_number=shown.get(_NUMBER, ""),
        item=shown.get(_ITEM, ""),
        reason=reason,
        events=tuple(_events(answers, at, reason)),
        asks=asks,
        under=answers.plan.title,
        citations=_cited(given),
        evidence=evidence,
        answer_by=follows.when if follows else "",
        otherwise=(follows.title or follows.step) if follows else "",
        to_fill=() if _NUMBER in shown else (_NUMBER,),
        language=answers.plan.language,
    )


def _cited(remedy: Remedy) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(remedy.citations))


def _events(answers: Answers, at: datetime, reason: str) -> Iterator[Dated]:
    """Yield the events that a letter tells of, promised ones also where they are still to come."""
    found = [(instant, name) for name in EVENTS if (instant := _instant(answers, name)) is not None]
    now = at.timestamp() * 1_000_000
    for instant, name in sorted(found):
        if instant <= now or name == "promised_delivery":
            yield Dated(name, _day(answers, name, instant))
    if reason in _NOT_THERE and answers.facts.values.get("delivered") == NEVER:
        yield Dated("delivered", None)


def _instant(answers: Answers, name: str) -> int | None:
    value = answers.facts.values.get(name)
    return None if value is None or value == NEVER else int(value)


def _day(answers: Answers, name: str, instant: int) -> date:
    """Return the day of an event where the ruleset counts; the day itself, where only that was told.

    What is promised until midnight is promised for the day just over.
    """
    if answers.facts.values.get(name + ONLY_A_DAY):
        return date.fromisoformat(answers.facts.shown[name])
    event = answers.plan.vocabulary[name].type
    is_end = isinstance(event, Event) and event.date_means_end
    return at_zone(instant - is_end, answers.zone).date()
