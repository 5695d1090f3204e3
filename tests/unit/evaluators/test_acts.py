"""What must be in time, sending a claim or its arrival: said in a rule, a window, the ruleset or the convention."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise

import pytest

from claimrules.api import Ruleset
from claimrules.compiler.pipeline import compile_source
from claimrules.text.source import Source
from tests.diagnostics.policies import HEAD, fault_of, faults

LATE = "2026-05-01T12:00+09:00"
#: Delivered on 10 March: seven days are over with 17 March. The claim was sent on the last day and came on the next.
EVENTS = {"delivered": "2026-03-10T10:00+09:00", "claim_filed": "2026-03-17T23:59:59+09:00"}
CAME_LATE = {"claim_received": "2026-03-18T00:00+09:00"}
CAME_IN_TIME = {"claim_received": "2026-03-17T23:59:59.999999+09:00"}
POLICY = """
convention mine like plain_days{convention}
window week = 7 days after delivered{window}
rule return "Return" within week{rule} grant repair cite terms "4"
"""


def policy(*, ruleset: str = "", **places: str) -> str:
    """Return a policy with clauses in some of the places where `met by` can stand."""
    head = HEAD.replace("counting plain_days", f"counting mine {ruleset}")
    clauses = dict.fromkeys(("convention", "window", "rule"), "") | places
    return head + POLICY.format(**{place: f" {clause}" for place, clause in clauses.items()})


def status(text: str, events: dict[str, str]) -> str:
    """Return the status of the repair long after all times are over."""
    ruleset = Ruleset(compile_source(Source("shop.claim", text)))
    found = ruleset.decide({"events": EVENTS | events, "events_complete": True}, at=datetime.fromisoformat(LATE))
    repair = found.remedy("repair")
    assert repair is not None
    return str(repair.status)


PLACES = ("convention", "ruleset", "window", "rule")


@pytest.mark.parametrize("place", PLACES)
def test_the_words_stand_for_events(place: str) -> None:
    """Sending counts when the claim is filed, receipt when it is received, wherever that is said."""
    sending, receipt = (policy(**{place: f"met by {word}"}) for word in ("sending", "receipt"))
    assert [status(sending, events) for events in (CAME_LATE, CAME_IN_TIME)] == ["available", "available"]
    assert [status(receipt, events) for events in (CAME_LATE, CAME_IN_TIME)] == ["expired", "available"]


@pytest.mark.parametrize(("farther", "nearer"), list(pairwise(PLACES)))
def test_the_nearest_counts(farther: str, nearer: str) -> None:
    """A rule goes before its window, that before the ruleset, that before the convention."""
    assert status(policy(**{farther: "met by receipt", nearer: "met by sending"}), CAME_LATE) == "available"
    assert status(policy(**{farther: "met by sending", nearer: "met by receipt"}), CAME_LATE) == "expired"


def test_windows_with_different_acts() -> None:
    """Of two windows with different acts none counts more: the rule has to say it."""
    text = policy(window="met by sending") + "window month = 30 days after delivered met by receipt\n"
    unclear = text.replace("within week", "within week within month")
    assert fault_of(unclear)[:2] == ("CR0404", "return")
    assert status(unclear.replace("within month", "within month met by receipt"), CAME_LATE) == "expired"
    assert status(text.replace("within week", "within week within week"), CAME_LATE) == "available"


@pytest.mark.parametrize("place", ["ruleset", "window", "rule"])
def test_a_fact_of_the_same_name(place: str) -> None:
    """A fact that is called like one of the words has to be told apart from it."""
    text = policy(**{place: "met by receipt"}) + "fact receipt: event\n"
    code, underlined, help = fault_of(text)
    assert (code, underlined) == ("CR0202", "receipt")
    assert "met by claim_received" in help


def test_what_is_no_act() -> None:
    """What stands after `met by` is an event or one of the two words."""
    assert [fault.code for fault in faults(policy(window="met by posting"))] == ["CR0201"]
    assert [fault.code for fault in faults(policy(window="met by item.price"))] == ["CR0301"]
    assert [fault.code for fault in faults(policy(window="met by sending met by receipt"))] == ["CR0404"]


def test_a_right_used_in_time_is_said_to_stay() -> None:
    """Long after its last day the text does not say that it is available until that day."""
    ruleset = Ruleset(compile_source(Source("shop.claim", policy())))
    found = ruleset.decide({"events": EVENTS, "events_complete": True}, at=datetime.fromisoformat(LATE))
    text = str(found)
    assert "used in time: it stays available, also after Tuesday 17 March 2026, end of day (Asia/Seoul)" in text
    assert "available until" not in text
    late = {"events": EVENTS | {"claim_filed": "2026-03-18T00:00+09:00"}, "events_complete": True}
    assert "expired: it was open until Tuesday 17 March" in str(ruleset.decide(late, at=datetime.fromisoformat(LATE)))
