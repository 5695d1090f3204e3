"""The words that random rulesets are written with."""

from __future__ import annotations

from typing import Final

HEAD: Final = """ruleset generated "Generated"
  {force}counting {counting}
  timezone {zone}
  place {place}
  currency USD
  rounding {rounding}
  {act}
{calendars}
{conventions}
source book "The book" dated 2026-01-01
fact item.sealed: yes or no
fact item.gift: yes or no
fact item.state: one of fresh, worn, broken
category food
category fruit under food
category apples under fruit
category tools "Tools"
fact item.kind: one of categories
fact item.tags: set of red, blue, green
fact item.count: number, from 0 to 9
fact item.price: money
fact item.fee: money
fact shop.code: text
fact shop.place: place
fact shop.zone: timezone
fact bought: event
fact sent: event
fact came: event
fact due: event, a date means its end
fact asked: event
fact answered: event
fact filed: event
fact claim_filed: event
fact claim_received: event
remedy refund "Refund" amount item.price
remedy share "Share" at most item.price
  never above (item.price plus item.fee)
remedy repair "Repair"
duty pay "Pay" met by answered
duty send "Send" met by came
"""
ZONES: Final = (
    "America/Los_Angeles",
    "America/Los_Angeles",
    "Asia/Seoul",
    "America/Havana",
    "Europe/Berlin",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
)
PLACES: Final = ("KR", "US", "DE-BY", "CN", "IL", "shop", "branch", "shop.place", "shop.place")
EVENTS: Final = ("bought", "sent", "came", "due", "asked", "answered", "filed", "claim_filed")
DATES: Final = ("2026-03-08", "2026-03-31", "2026-10-31", "2026-11-01", "2027-02-28", "2026-06-20")
ACTS: Final = ("asked", "filed", "sending", "receipt")
UNITS: Final = (
    "minutes", "hours", "hours", "24-hour days", "days", "days", "days", "weeks", "half-months", "months", "months",
    "quarters", "half-years", "years", "business days", "business days",
)  # fmt: skip
LONG: Final = ("half-months", "months", "quarters", "half-years", "years")
CONVENTIONS: Final = ("c0", "c1", "c2")
INSTANTS: Final = ("2026-03-08T02:00-08:00", "2026-10-31T22:00Z", "2027-02-28T00:00+09:00")
SIGNS: Final = ("<", "<=", "=", ">=", ">")
AMOUNTS: Final = (
    "item.price", "item.fee", "10.00 USD", "0.01 USD", "12.5% of item.price", "33% of item.fee", "2 times item.fee", "nothing",
)  # fmt: skip
