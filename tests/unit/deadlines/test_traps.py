"""The traps that calculators of deadlines fall into, one test each."""

from __future__ import annotations

import pytest

from claimrules import deadline
from claimrules.domain.calendars import Calendar
from tests.unit.deadlines.asked import asked
from tests.unit.deadlines.subject import day


def ends(expression: str, counting: str, place: str | None = None, timezone: str = "UTC") -> tuple[str, str]:
    """Return the day counted to and the last day."""
    found = deadline(expression, counting=counting, timezone=timezone, place=place)
    assert found.nominal_end is not None
    assert found.effective_end is not None
    return found.nominal_end.isoformat(), found.effective_end.isoformat()


def test_from_the_day_and_beginning_with_the_day() -> None:
    """14 days from Monday 2 March 2026: Monday 16 by Reg. 1182/71; beginning with it, Sunday 15 (CRA 2015)."""
    assert ends("14 days after 2026-03-02", "eu_1182_71", "DE")[1] == "2026-03-16"
    assert ends("14 days after 2026-03-02", "uk_beginning_with")[1] == "2026-03-15"


@pytest.mark.parametrize(
    ("counting", "event", "nominal"),
    [
        ("eu_1182_71", "2026-02-28", "2026-03-28"), ("kr_civil_act", "2026-02-28", "2026-03-31"),
        ("jp_civil_code", "2026-02-28", "2026-03-31"), ("br_civil_code", "2026-01-31", "2026-03-01"),
        ("eu_1182_71", "2026-01-31", "2026-02-28"), ("uk_beginning_with", "2026-03-01", "2026-03-31"),
    ],
)  # fmt: skip
def test_a_month_is_not_one_thing(counting: str, event: str, nominal: str) -> None:
    """C-171/03 Toeters; Civil Act 160(2); Japanese code 143(2); Codigo Civil 132 par. 3."""
    place = {"eu": "DE", "br": "BR-SP"}.get(counting[:2])
    assert ends(f"1 month after {event}", counting, place)[0] == nominal


def test_a_year_and_14_days_in_either_order() -> None:
    """From 29 February 2024 both come to 14 March 2025; from 15 February 1 March or 28 February 2025 (dates.md 2)."""
    for event, year_first, days_first in (
        ("2024-02-29", "2025-03-14", "2025-03-14"),
        ("2024-02-15", "2025-03-01", "2025-02-28"),
    ):
        assert ends(f"12 months and 14 days after {event}", "plain_days")[1] == year_first
        assert ends(f"12 months after 14 days after {event}", "plain_days")[1] == days_first


def test_saturday_is_a_business_day_of_the_cooling_off_rule() -> None:
    """16 CFR 429.0: after Thursday 9 July 2026: Friday, Saturday, Monday; after 2 July, Saturday the 4th is a holiday."""
    assert ends("3 business days after 2026-07-09", "us_ftc_business_days")[1] == "2026-07-13"
    assert ends("3 business days after 2026-07-02", "us_ftc_business_days")[1] == "2026-07-07"


def test_korean_substitute_days() -> None:
    """Decree 33448 art. 3: none for 1 January (Saturday in 2022) and 6 June (Saturday in 2026); Chuseok only Sunday."""
    korea = Calendar("KR", "KR")
    assert not korea.holiday(day("2022-01-03"))
    assert not korea.holiday(day("2026-06-08"))
    assert not korea.holiday(day("2026-09-28"))  # Chuseok from Thursday 24 to Saturday 26
    assert korea.holiday(day("2025-10-08"))  # Chuseok from Sunday 5 to Tuesday 7


def test_chinese_work_days_at_weekends() -> None:
    """State Council: Saturday 10 October 2026 is a work day and stands; Saturday 17 moves to Monday 19."""
    assert ends("2 days after 2026-10-08", "cn_civil_code", timezone="Asia/Shanghai")[1] == "2026-10-10"
    assert ends("9 days after 2026-10-08", "cn_civil_code", timezone="Asia/Shanghai")[1] == "2026-10-19"


def test_a_first_day_on_a_holiday_does_not_move_the_start() -> None:
    """14 days after Friday 25 December 2026: the 26th and 27th are counted; Friday 8 January 2027."""
    assert ends("14 days after 2026-12-25", "de_bgb", "DE-BE") == ("2027-01-08", "2027-01-08")


def test_regional_holidays_decide_by_a_day() -> None:
    """Epiphany 2027 is a holiday in Bavaria, not in Berlin (BGB 193)."""
    assert ends("1 month after 2026-12-06", "de_bgb", "DE-BY")[1] == "2027-01-07"
    assert ends("1 month after 2026-12-06", "de_bgb", "DE-BE")[1] == "2027-01-06"


def test_rolled_ends_do_not_feed_months() -> None:
    """Four days after 24 February 2026 are over with Saturday 28, moved to 2 March; a month on is 28 March."""
    assert ends("1 month after 4 days after 2026-02-24", "eu_1182_71", "DE") == ("2026-03-28", "2026-03-30")


def test_a_late_notice_can_shorten_the_window() -> None:
    """CRD 10: a year after the first 14 days, or 14 days after the notice, whichever is first."""
    text = "window asked = until earliest of 14 days after evidence_sent, 12 months after 14 days after delivered"
    delivered = "2026-03-01T10:00"
    assert asked(text, delivered=delivered, evidence_sent="never").closes == "2027-03-16 00:00"
    assert asked(text, delivered=delivered, evidence_sent="2026-04-10T10:00").closes == "2026-04-25 00:00"


@pytest.mark.parametrize(
    ("modifier", "closes"),
    [
        ("restarted by seller_contacted", "2026-03-25 00:00"),
        ("paused from seller_contacted until seller_answered", "2026-03-18 00:00"),
    ],
)
def test_a_clock_that_starts_anew_and_one_that_stands_still(modifier: str, closes: str) -> None:
    """14 days after 1 March, and something from the 10th to the 12th: until the 24th, or until the 17th."""
    found = asked(
        f"window asked = 14 days after delivered\n  {modifier}", delivered="2026-03-01T10:00",
        seller_contacted="2026-03-10T10:00", seller_answered="2026-03-12T10:00",
    )  # fmt: skip
    assert found.closes == closes


def test_receipt_or_dispatch() -> None:
    """Cooling-off is met by sending (Act on Specified Commercial Transactions art. 9); billing errors by receipt."""
    assert asked("window asked = 8 days after delivered", counting="jp_cooling_off").plan.convention.met_by == "sending"
    billing = 'convention billing "Billing errors" like plain_days\n  met by receipt note "FCBA: 60 days, received"\n'
    text = f"{billing}window asked = 60 days after delivered"
    assert asked(text, counting="billing").plan.convention.met_by == "receipt"


def test_six_months_are_not_180_days() -> None:
    """After 1 January 2026: 1 July, and 30 June."""
    assert ends("6 months after 2026-01-01", "plain_days")[1] == "2026-07-01"
    assert ends("180 days after 2026-01-01", "plain_days")[1] == "2026-06-30"
