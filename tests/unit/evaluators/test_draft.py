"""The text to send: every fact of it is one that was told, and what nobody told is a gap or is left out."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

import claimrules
from claimrules.domain.draft import Draft
from claimrules.domain.draft_text import EVENTS, REASONS
from claimrules.domain.types import Choice, Event

AT = datetime.fromisoformat("2026-03-22T12:00+09:00")
FACTS: dict[str, Any] = {
    "order": {"number": "8190-2231", "fast_delivery": False},
    "item": {"title": "Desk lamp", "price": "38.50 EUR"},
    "claim": {"reason": "damaged_in_transit", "evidence": ["photo", "chat_log"], "outside_cause": "none"},
    "events": {
        "placed": "2026-03-01T18:20+01:00", "shipped": "2026-03-04T10:00+08:00", "promised_delivery": "2026-03-25",
        "delivered": "2026-03-17T11:40+01:00",
    },
    "events_complete": True,
}  # fmt: skip
LETTER = """\
Order 8190-2231: the goods arrived damaged

Hello,

I am writing about order 8190-2231, Desk lamp: the goods arrived damaged.

What happened, and when:
- ordered: 1 March 2026
- sent: 3 March 2026
- arrived: 17 March 2026
- delivery promised for: 25 March 2026

I ask for: Full refund, 38.50 EUR, the goods go back.
I ask for it under: AliExpress Buyer Protection; How do I open a dispute.
I send along: photo.

Please answer by Monday 23 March 2026, 20:00 (America/Los_Angeles).
If I have no answer by then, my next step is: Open a dispute: what arrived is not right.

Thank you."""


def draft(**changes: Any) -> Draft | None:
    """Return what to write to the seller, with other facts in some groups."""
    facts = FACTS | {key: FACTS[key] | value for key, value in changes.items()}
    return claimrules.load("aliexpress").decide(facts, AT).next_action.draft


def test_the_whole_letter() -> None:
    """Days as they were where AliExpress counts; the answer is due 48 hours after a letter of now (SEED-04)."""
    found = draft()
    assert found is not None
    assert found.text == LETTER
    assert found.to_fill == ()


def test_goods_that_never_came() -> None:
    """That they have not come is said, with the day of the letter."""
    found = draft(claim={"reason": "not_received"}, events={"delivered": None, "promised_delivery": "2026-03-20"})
    assert found is not None
    assert "- arrived: not until today, 21 March 2026" in found.text


@pytest.mark.parametrize(
    ("changes", "gone", "gaps"),
    [
        ({"order": {"number": None}}, "8190-2231", ("order.number",)),
        ({"item": {"title": None}}, "Desk lamp", ()),
        ({"item": {"price": None}}, "38.50", ()),
        ({"claim": {"evidence": None}}, "I send along", ()),
        ({"claim": {"evidence": []}}, "I send along", ()),
    ],
)
def test_what_nobody_told(changes: dict[str, Any], gone: str, gaps: tuple[str, ...]) -> None:
    """Nothing is made up: the order's number is a gap, all else is left out."""
    found = draft(**changes)
    assert found is not None
    assert gone not in found.text
    assert found.to_fill == gaps
    assert ("Order [order number]: " in found.text) is bool(gaps)


def test_no_letter_without_a_reason() -> None:
    """While nobody says what is wrong there is nothing to write."""
    assert draft(claim={"reason": None}) is None


def test_no_letter_when_it_is_not_the_buyers_turn() -> None:
    """The seller has until 48 hours after the message."""
    assert draft(events={"seller_contacted": "2026-03-21T12:00+09:00"}) is None


def test_facts_cannot_steer_the_letter() -> None:
    """A control character in a title is shown as what it is not."""
    found = draft(item={"title": "Lamp\x1b[31m"})
    assert found is not None
    assert "\x1b" not in found.text


def test_the_words_are_of_the_vocabulary() -> None:
    """Each reason has its sentence, and each event that is told is one."""
    vocabulary = claimrules.load("vocabulary.commerce").vocabulary
    reasons = vocabulary["claim.reason"].type
    assert isinstance(reasons, Choice)
    assert set(REASONS) == set(reasons.names)
    assert all(isinstance(vocabulary[name].type, Event) for name in EVENTS)


def test_it_is_part_of_the_plain_data() -> None:
    """Programs get the text and what it is made of."""
    plain: Any = claimrules.load("aliexpress").decide(FACTS, AT).to_dict()
    found = plain["next_action"]["draft"]
    assert found["text"] == LETTER
    assert found["events"][0] == {"event": "placed", "on": "2026-03-01"}


def test_layers_without_steps_have_a_letter_too() -> None:
    """The law has no steps: to ask for what it gives is the next action of the stack, with a letter."""
    facts = {
        "claim": {"reason": "change_of_mind"}, "item": {"price": "50000 KRW", "value_reduced": False},
        "events": {"delivered": "2026-03-10T15:00+09:00"}, "events_complete": True,
    }  # fmt: skip
    at = datetime.fromisoformat("2026-03-20T12:00+09:00")
    stack = claimrules.Stack(["examples.law_of_14_days", "examples.shop_of_7_days"])
    action = stack.decide(facts, at).next_action.action
    assert action.kind.value == "claim"
    assert action.asks_for is not None
    assert action.draft is not None
    assert f"I ask for: {action.asks_for.title}, 50,000 KRW" in action.draft.text
