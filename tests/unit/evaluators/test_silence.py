"""What follows on silence: a step further up the ladder, or the end; and the turn that a step gives to the other side."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from claimrules.domain.next_action import NextAction
from tests.unit.evaluators.stacks import document, ruleset

AT = datetime.fromisoformat("2026-03-12T12:00+09:00")
HEAD = """
window answer "Time to answer" = 48 hours after seller_contacted cite shop_terms "1"
window all "Time for it" = until 10 days after delivered cite shop_terms "1"
step write "Write" by buyer when delivered and not seller_contacted until end of all cite shop_terms "2"
"""
WAIT = 'step wait "The shop answers" by seller when seller_contacted and not seller_answered within answer cite shop_terms "3"\n'
ASK = 'step ask "Ask the platform" by buyer when delivered {more} {time} cite shop_terms "4"\n'
AFTER_ANSWER = "from earliest of end of answer, 24 hours before end of all until end of all"


def action(steps: str, at: datetime = AT, **events: Any) -> NextAction:
    """Return the next action for goods delivered at 15:00 on 10 March: all is over when 20 March is."""
    return ruleset("shop", "seller", HEAD + steps).decide(document(events=events), at=at).next_action


def told(found: NextAction) -> tuple[str, str, str, str]:
    """Return when something follows, after what, whose turn it is until then, and what follows."""
    assert found.silence is not None
    return found.silence.at.isoformat(), found.silence.after, found.silence.waits_for, found.silence.step


def test_the_shop_has_48_hours_from_a_letter_of_today() -> None:
    """Written at noon on 12 March: at noon on 14 March it is time to ask the platform."""
    found = action(WAIT + ASK.format(more="", time=AFTER_ANSWER))
    assert found.step == "write"
    assert told(found) == ("2026-03-14T12:00:00+09:00", "seller_contacted", "seller", "ask")


def test_the_shop_was_asked_already() -> None:
    """Written at 9:00 on 11 March: 48 hours later, and nothing more need happen."""
    found = action(WAIT + ASK.format(more="", time=AFTER_ANSWER), seller_contacted="2026-03-11T09:00+09:00")
    assert found.step == "wait"
    assert told(found) == ("2026-03-13T09:00:00+09:00", "", "", "ask")


def test_the_urgent_jump_before_the_end() -> None:
    """Nobody has a turn that ends: 24 hours before the end of 20 March, the first instant of it, asking comes first."""
    found = action(ASK.format(more="", time=AFTER_ANSWER))
    assert told(found) == ("2026-03-20T00:00:00+09:00", "", "", "ask")


def test_nothing_follows_but_the_end() -> None:
    """When all is over no step is open."""
    found = action("")
    assert told(found) == ("2026-03-21T00:00:00+09:00", "", "", "")
    assert found.silence is not None
    assert found.silence.when == "Friday 20 March 2026, end of day (Asia/Seoul)"


def test_a_step_that_stays_open_follows_the_end_of_a_later_one() -> None:
    """Asking ends on 14 March at 15:00, four days of 24 hours after delivery; writing is open all the time."""
    found = action(ASK.format(more="", time="until 96 hours after delivered"))
    assert (found.step, found.alternatives) == ("ask", ("write",))
    assert told(found) == ("2026-03-14T15:00:00+09:00", "", "", "write")


def test_a_step_that_is_over_by_then_does_not_follow() -> None:
    """Another step is open too, but ends 48 hours after delivery, before asking does."""
    early = 'step hint "Hint" by buyer when delivered until 48 hours after delivered cite shop_terms "5"\n'
    found = action(early + ASK.format(more="", time="until 96 hours after delivered"))
    assert found.alternatives == ("write", "hint")
    assert told(found) == ("2026-03-14T15:00:00+09:00", "", "", "write")


def test_no_reply_is_told_where_a_third_has_the_next_turn() -> None:
    """After the shop the platform acts by itself, so nothing hangs on the buyer's silence."""
    platform = ASK.format(more="", time=AFTER_ANSWER).replace("by buyer", "by platform")
    assert told(action(WAIT + platform))[1:] == ("", "", "ask")


def test_what_is_not_known_is_not_told() -> None:
    """A step that may be open then, nobody knows: nothing is said of what follows."""
    unsure = 'step sue "Sue" by buyer when item.copyable from 2026-03-14 cite shop_terms "5"\n'
    found = action(unsure + ASK.format(more="", time="until 96 hours after delivered"))
    assert (found.step, found.silence) == ("ask", None)


def test_two_events_that_give_the_turn_away() -> None:
    """Which of them the step brings about, the policy does not say; then only what follows by itself is told."""
    other = (
        'step write_more "Write more" by buyer when delivered and not seller_contacted and not claim_filed '
        'until end of all cite shop_terms "6"\n'
        'step other "Another turn" by seller when claim_filed and not seller_answered '
        'within 24 hours after claim_filed cite shop_terms "7"\n'
    )
    found = action(WAIT + other + ASK.format(more="", time=AFTER_ANSWER))
    assert found.step == "write_more"
    assert told(found) == ("2026-03-20T00:00:00+09:00", "", "", "ask")


@pytest.mark.parametrize(
    ("at", "is_close"),
    [
        ("2026-03-18T00:00+09:00", False), ("2026-03-18T00:00:00.000001+09:00", True), ("2026-03-20T23:59+09:00", True),
    ],
)  # fmt: skip
def test_when_the_end_is_close(at: str, is_close: bool) -> None:
    """Three days before the first instant of 21 March are not less than three days; a microsecond later they are."""
    assert action("", datetime.fromisoformat(at)).is_close is is_close


def test_the_other_sides_end_is_not_close() -> None:
    """The warning is about what the buyer can still do."""
    found = action(WAIT, seller_contacted="2026-03-11T09:00+09:00")
    assert (found.actor, found.is_close) == ("seller", False)


def test_a_wait_has_no_silence() -> None:
    """It says itself when the next step opens."""
    found = action("", delivered="2026-03-12T15:00+09:00")
    assert (found.kind.value, found.silence) in {("wait", None), ("nothing left", None)}
