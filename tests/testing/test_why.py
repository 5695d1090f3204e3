"""A case that fails says what decided: a condition, an exclusion, a deadline, a step."""

from __future__ import annotations

import pytest

from claimrules.api import Ruleset
from claimrules.compiler.pipeline import compile_source
from claimrules.testing.run import run_cases
from claimrules.text.source import Source
from tests.diagnostics.policies import RIGHT

SHOP = (
    RIGHT
    + """
exclusion worn "Worn" bars return when item.condition is used cite terms "5"
step send "Send it back" by buyer when delivered and not returned within return_time cite terms "6"
step ask "Ask" by buyer when seller_contacted cite terms "6"
"""
)
GIVEN = "delivered 2026-03-10T10:00+09:00, claim.reason is change_of_mind, not claim_filed, not seller_contacted"
ON = "2026-03-12T12:00+09:00"
LATE = "2026-03-18T12:00+09:00"


@pytest.mark.parametrize(
    ("given", "at", "expected", "why"),
    [
        (GIVEN.replace("change_of_mind", "defective"), ON, "full_refund",
         ("rule return: not applicable", "    [no] claim.reason is change_of_mind  (claim.reason: defective)")),
        (GIVEN.replace("claim.reason is change_of_mind", "not shipped"), ON, "full_refund",
         ("rule return: undetermined", "    [unknown] claim.reason is change_of_mind  (claim.reason: not known)")),
        (f"{GIVEN}, item.condition is used", ON, "full_refund",
         ("rule return: denied", "    exclusion worn bars it", "        [yes] item.condition is used  (item.condition: used)")),
        (f"{GIVEN}, item.condition is unused", LATE, "full_refund",
         ("rule return: expired", "    · closes 2026-03-18T00:00:00+09:00: the last day is Tuesday 17 March 2026, end of day (Asia/Seoul)")),
        (f"{GIVEN}, returned 2026-03-11T10:00+09:00", ON, "next step send",
         ("step send: not open", "    [no] not returned  (returned: 2026-03-11T10:00:00+09:00)")),
        (f"{GIVEN}, not returned", LATE, "next step send",
         ("step send: not open", "    · closes 2026-03-18T00:00:00+09:00: the last day is Tuesday 17 March 2026, end of day (Asia/Seoul)")),
        (f"{GIVEN}, item.condition is unused", ON, "question buyer.country", ()),
    ],
)  # fmt: skip
def test_what_decided(given: str, at: str, expected: str, why: tuple[str, ...]) -> None:
    """The lines name the rule or the step, and what of it decided."""
    text = f'{SHOP}case "x" given {given} at {at} expect {expected}'
    (result,) = run_cases(Ruleset(compile_source(Source("shop.claim", text))))
    assert result.failures
    assert [line for line in why if line not in result.why] == []


def test_a_case_that_holds_needs_no_why() -> None:
    """Nothing is said of a case that passes."""
    text = f'{SHOP}case "x" given {GIVEN}, item.condition is unused at {ON} expect full_refund'
    (result,) = run_cases(Ruleset(compile_source(Source("shop.claim", text))))
    assert (result.failures, result.why) == ((), ())
