"""The layout, shown: each text is laid out as a careful person would write it."""

from __future__ import annotations

import pytest

from claimrules import PolicyError, format_text
from claimrules.formatting.layout import BREAKS
from claimrules.syntax.grammar import parser
from claimrules.syntax.keywords import is_keyword

ALIASES = {rule.alias or rule.origin.name for rule in parser().rules}

LAID_OUT = {
    "a rule": """rule free_return "Return for any reason"
  ko "무료 반품"
  when claim.reason is change_of_mind and item.free_returns
  within free_return
  grant full_refund with return
    less item.missing_gift_value
    return shipping by seller if order.free_labels_used = 0, else buyer
  grant replacement with return, return shipping by buyer
  cite terms "ALI-01"
""",
    "a long condition": """rule r
  when claim.reason is one of damaged_in_transit, wrong_item, defective, missing_parts, short_quantity
   and (delivered after promised_delivery
           and item.packaging is damaged
           and item.condition is one of minor_damage, used, damaged
        or item.complete and not (item.opened_to_inspect or item.activated or item.value_reduced))
  unless item.return_condition is unused_in_packaging and item.packaging is damaged
      or not delivered and item.condition is one of unused, opened and not item.value_reduced
  grant full_refund
""",
    "windows": """window inspection = 48 hours after delivered

window answer "Time to answer"
  = from 2 days after claim_filed until 14 days after claim_filed
  counting plain_days

window dispute = from 10 days after the_day_on_which_it_was_shipped
                 until 15 days after earliest of receipt_confirmed, protection_ended

window free_return "Time for a free return"
  when seller.region is mainland_china: 90 days after paid
  when seller.region is eu:             15 days after receipt_confirmed
  otherwise:                            none
  extended by 5 days when order.fast_delivery
""",
    "a list with parentheses in it": """rule protected
  until latest of 15 days after receipt_confirmed, protection_ended,
        (earliest of 60 days after promised_delivery, 90 days after delivered)
  grant full_refund
""",
    "an exclusion": """exclusion opened "Opened goods" bars return
  when item.condition is opened

exclusion outside_cause "A cause that the three programmes leave out"
  bars free_return, damaged_fast_delivery, lost_in_transit, beyond_delivery_days, late_coupon
  unless claim.outside_cause is none
""",
    "a table": """table returns "Return for any reason"
  when claim.reason is change_of_mind
  | item.category | item.condition        | within                 | grant       | less              |
  | electronics   | unused                | 7 days after delivered | full_refund | nothing           |  # a tenth
  | apparel       | one of unused, opened | never                  | full_refund | 15% of item.price |
""",
    "a case": """case "a phone that never came"
  given placed 2026-03-01T09:00+09:00, shipped 2026-03-03T10:00+08:00, promised_delivery 2026-03-20
    and protection_ended 2026-05-02T00:00-07:00
    and nothing else has happened
  at 2026-03-21T12:00+09:00
  expect full_refund until 2026-05-17 and next step contact_seller
""",
    "declarations of one line": """use vocabulary.commerce
use conventions.plain_days

category phones under electronics "Phones"
category tablets under electronics

fact item.seals: number, from 0 to 9
fact insured_until: event, a date means its end
  asks "Until when?"
remedy loan "A device on loan" ko "대여" at most item.price
""".replace("  asks", "  asks").replace("remedy", "\nremedy"),
    "comments": """# The file.

# --- facts ---

fact a: event  # behind it
# above b
fact b: event
  # in b
  asks "When?"
  # still in b

# Not in b any more.

# --- rules ---

rule r
  when a  # first
   and b  # second
  # before the grant
  grant x

# the end
""",
}  # fmt: skip


@pytest.mark.parametrize("name", LAID_OUT)
def test_laid_out(name: str) -> None:
    """What is laid out stays, and the same words on as few lines as can be come out so again."""
    text = LAID_OUT[name]
    assert format_text(text) == text
    if "#" not in text:
        assert format_text(" ".join(text.split())).replace("\n\n", "\n") == text.replace("\n\n", "\n")


def test_the_table_of_breaks_names_what_the_grammar_has() -> None:
    """No entry of the table is left over from a construct that is gone."""
    parts = {part for key in BREAKS for part in key.split() if part.isidentifier()}
    words = {terminal.name.lower() for terminal in parser().terminals if is_keyword(terminal.name)}
    assert parts - ALIASES - words == set()


def test_a_construct_without_an_entry_is_a_clause() -> None:
    """What the table does not name begins a line if it begins with a keyword and lies directly in a declaration."""
    assert "changeable" not in BREAKS
    text = 'fact a: yes or no changeable by buyer means "A" '
    assert format_text(text) == 'fact a: yes or no\n  changeable by buyer\n  means "A"\n'


def test_quoted_texts_are_left_alone() -> None:
    """White space, signs and number signs inside quotation marks stay."""
    assert format_text('remedy a  "x  # ,y |  z"') == 'remedy a "x  # ,y |  z"\n'


def test_amounts_are_spelt_one_way() -> None:
    """Money has one space, a percentage none."""
    text = format_text("rule r grant a amount 5.00USD less 15 % of b")
    assert text == "rule r\n  grant a amount 5.00 USD\n    less 15% of b\n"


@pytest.mark.parametrize("text", ["", "\n \n"])
def test_nothing_stays_nothing(text: str) -> None:
    """A text without words has no lines."""
    assert format_text(text) == ""


def test_only_comments() -> None:
    """Comments alone are kept."""
    assert format_text("  # a\n\n\n\n#b") == "# a\n\n#b\n"


@pytest.mark.parametrize("text", ["grant x", "rule a whne b", "rlue a whne b", 'rule a "b', "rule a when ((b)"])
def test_faults_are_reported(text: str) -> None:
    """A text with faults of syntax is not laid out."""
    with pytest.raises(PolicyError) as caught:
        format_text(text)
    assert caught.value.diagnostics
