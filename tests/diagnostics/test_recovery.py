"""Reading on after a fault: all that is wrong is found, and nothing that is not."""

from __future__ import annotations

import re

import pytest

from claimrules.compiler.pipeline import compile_source
from claimrules.diagnostics.diagnostic import PolicyError
from claimrules.text.source import Source
from claimrules.text.span import Span
from tests.diagnostics.policies import HEAD, RIGHT, faults

RULE_B = 'rule b "B" when delivered grant repair cite terms "1"\n'


def words_of(text: str) -> list[str]:
    """Return the words underlined in a policy, in the order of the file."""
    return [fault.primary.origin.text for fault in faults(text) if isinstance(fault.primary.origin, Span)]


@pytest.mark.parametrize(
    ("declarations", "underlined"),
    [
        (f'rule h "H" when ((delivered grant repair cite terms "1"\nruel i "I" when delivred grant repair cite terms "1"\n{RULE_B}',
         ["grant", "ruel", "delivred"]),
        ('rule h "H" when delivred wihtin 7 days after item.price gratn repair cite trems "1"',
         ["delivred", "wihtin", "item.price", "gratn", "trems"]),
        ('ruel i "I" when delivered grant repair cite terms "1"\nexclusion e "E" bars i when delivered cite terms "1"',
         ["ruel"]),
        ('  ruel i "I" when delivered grant repair cite terms "1" exclusion e "E" bars i when delivered cite terms "1"',
         ["ruel"]),
        ('rle i "I" when delivered grant repair cite terms "1" excluson e "E" bars i when delivred cite terms "1"',
         ["rle", "excluson", "delivred"]),
        ('windwo w = 7 days after delivered\nrule i "I" within w grant repair cite terms "1"', ["windwo"]),
        ('fact item.x: evnt\nrule i "I" within 7 days after item.x grant repair cite terms "1"', ["evnt"]),
        ('fact item.x one of a, b\nrule i "I" when item.x is c grant repair cite terms "1"', ["one"]),
        ('category food unnder electronics\nrule i "I" when item.category is food grant repair cite terms "1"', ["unnder"]),
        ('category food ; electronics\nrule i "I" when item.category is food grant repair cite terms "1"', [";"]),
        ('rule i "I" when delivered and within 7 days after delivered grant repair cite terms "1"', ["within"]),
        ('rule i "I" when delivered and grant repair cite trems "1"', ["grant", "trems"]),
        ('table t "T" when delivered and grant repair cite trems "1" | item.condition | amount |\n| used | 5 KRW |', ["grant"]),
        ('table t "T" cite terms "1" | item.condition | within | grant |\n| used | from delivered § | repair |', ["§"]),
        ("window w = 7 days after extended by 2 days when delivred", ["extended"]),
        ("window w = 7 days after delivered capped at counting plain_days", ["counting"]),
        ('rule i "I" when delivered or may grant repair cite terms "1"', ["may"]),
        ('rule i "I" when delivered within cite terms "1" grant repair', ["cite"]),
        ('exclusion e "E" bars return when item.condition is cite terms "1"', ["cite"]),
        ('step s "S" by buyer when not within 7 days after deliverd cite terms "1"', ["within", "deliverd"]),
        ('rule i "I" when delivered § grant repair amount § cite trems "1"', ["§", "§", "trems"]),
        ('rule i "I" when delivered § item.condition is used cite terms "1"', ["§"]),
        ('rule i "I" when delivered grant repair cite § "1"', ["§"]),
        ('exclusion e "E" bars return when § cite trems "1"', ["§", "trems"]),
        ('step s "S" by § when delivred cite terms "1"', ["§", "delivred"]),
        ('step s "S" bye buyer when delivred cite terms "1"', ["buyer"]),
        ('case "c" gvien deliverd 2026-01-01 at 2026-01-02T00:00Z expct nothing left', ["gvien", "deliverd", "expct"]),
        ('rule h "H" grant repair\n  cite terms "1" and more\nrule i "I" whem delivered grant repair cite terms "1"',
         ["and", "whem"]),
        (f'{RULE_B}foo send "Send" by buyer within 7 days after delivered case "c" at 2026-01-02T00:00Z expect next step send',
         ["foo"]),
    ],
)  # fmt: skip
def test_what_is_wrong_and_nothing_else(declarations: str, underlined: list[str]) -> None:
    """Faults behind a fault are found, and what follows from one is not reported."""
    assert words_of(RIGHT + declarations) == underlined


@pytest.mark.parametrize(
    ("old", "new", "underlined"),
    [
        ("ruleset my_shop", "rulset my_shop", ["rulset"]),
        ("\nuse vocabulary", "\nues vocabulary", ["ues"]),
        ("use vocabulary.commerce", "use vocabulary.comerce", ["vocabulary.comerce"]),
        ("\nsource terms", "\nsoruce terms", ["soruce"]),
        ("  currency KRW", "  curency KRW", ["curency"]),
        ("  currency KRW", "  currency", ["rounding"]),
        ('"Returns at my shop"', '"Returns at my shop', ['"Returns at my shop']),
        ('"Terms of sale"', '"Terms of sale', ['"Terms of sale dated 2026-01-01 checked 2026-11-23']),
    ],
)
def test_a_fault_of_the_head_is_one(old: str, new: str, underlined: list[str]) -> None:
    """What the head would have said, or brought in, is not missed where it is needed."""
    more = 'rule b "B" when item.price > 5 KRW grant repair amount 15% of item.price cite terms "1"\n'
    assert words_of((RIGHT + more).replace(old, new, 1))[:1] == underlined
    assert len(words_of((RIGHT + more).replace(old, new, 1))) == 1


WHOLE = f"""{HEAD}
fact item.seals: number, from 0 to 9
fact item.made_in: country
category phones under electronics "Phones"
remedy loan "A device on loan" at most item.price
window answer "Time to answer" = from 2 days after claim_filed until 14 days after claim_filed
window return_time
  when item.return_days is days_30: 30 days after delivered
  otherwise: none
  extended by 5 days when order.fast_delivery
  capped at 90 days after placed
rule return "Return"
  when claim.reason is change_of_mind and delivered
  unless item.seals < 2
  within return_time
  until latest of end of answer, 3 days before promised_delivery
  met by returned
  grant full_refund with return
    less 10% of item.price if item.condition is used
    return shipping by seller if item.activated, else buyer
  may grant loan
  evidence photo or video, receipt
  note "N"
  cite terms "section 4"
exclusion worn "Worn" bars return
  when item.condition is one of used, damaged
  unless item.made_in is "KR"
  cite terms "section 5"
step send "Send it back"
  by buyer
  when delivered and not returned
  within return_time
  tell "Pack it well."
  cite terms "section 6"
case "a case"
  given delivered 2026-03-10T15:00+09:00, claim.reason is change_of_mind and nothing else has happened
  at 2026-03-17T23:59:59+09:00
  expect no full_refund and no loan
"""
#: Every word of the policy's statements, outside quoted text.
WORDS = [
    match for match in re.finditer(r'(?<![\w."])[a-z]{4,}(?![\w.])(?=[^"\n]*(?:"[^"\n]*"[^"\n]*)*$)', WHOLE, re.MULTILINE)
    if match.start() > len(HEAD)
]  # fmt: skip


def test_the_whole_is_right() -> None:
    """Without a change there is no fault."""
    assert compile_source(Source("shop.claim", WHOLE)).plan.rules


@pytest.mark.parametrize("word", WORDS, ids=lambda match: f"{match.group()} at {match.start()}")
@pytest.mark.parametrize("swapped", [1, 2])
def test_one_misspelt_word_is_one_fault(word: re.Match[str], swapped: int) -> None:
    """Two letters of any word change places: what is reported is that word, the next, or a use of the name it was."""
    letters = list(word.group())
    letters[swapped], letters[swapped + 1] = letters[swapped + 1], letters[swapped]
    misspelt = "".join(letters)
    text = f"{WHOLE[: word.start()]}{misspelt}{WHOLE[word.end() :]}"
    try:
        compile_source(Source("shop.claim", text))
    except PolicyError as error:
        spans = [fault.primary.origin for fault in error.diagnostics if isinstance(fault.primary.origin, Span)]
        elsewhere = [span for span in spans if not span.start <= word.start() < span.end]
        is_next_to_it = len(spans) == 1 and abs(spans[0].start - word.start()) <= len("return shipping")
        assert is_next_to_it or {span.text for span in elsewhere} <= {word.group()}


@pytest.mark.parametrize(
    "declarations",
    [
        'rule i "I" when placed between 2026-02-30 and 2026-02-01 grant repair cite terms "1"',
        'rule i "I" when placed between 2026-01-01 and 1999-02-29 grant repair cite terms "1"',
        (
            'parameter p from 2026-02-30: 5% cite terms "1" from 2026-02-31: 6% cite terms "1"\n'
            'rule i "I" when delivered grant full_refund less p of item.price cite terms "1"'
        ),
        (
            'parameter p from 2026-01-01: 5% cite terms "1" from 2026-02-30: 6% cite terms "1"\n'
            'rule i "I" when delivered grant full_refund less p of item.price cite terms "1"'
        ),
        'table t "T" cite terms "1"\n| placed | grant |\n| between 2026-02-30 and 2026-02-01 | repair |',
    ],
)
def test_nothing_follows_from_a_date_that_does_not_exist(declarations: str) -> None:
    """Neither that it comes after another, nor that something has no value yet."""
    assert {fault.code for fault in faults(RIGHT + declarations)} == {"CR0110"}


@pytest.mark.parametrize(
    "force",
    ["in force from 2026-02-30 until 2026-02-01 by placed", "in force from 2026-01-01 until 1899-01-01 by placed"],
)
def test_nothing_follows_from_a_time_that_does_not_exist(force: str) -> None:
    """Nor that a ruleset would be in force before a parameter has a value."""
    parameter = 'parameter p from 2026-01-01: 5% cite terms "1"\n'
    rule = 'rule i "I" when delivered grant full_refund less p of item.price cite terms "1"'
    text = RIGHT.replace("  counting", f"  {force}\n  counting", 1) + parameter + rule
    assert {fault.code for fault in faults(text)} == {"CR0110"}


def test_a_parent_that_is_not_there_is_one_fault() -> None:
    """What it would have said, declared or given is not missed."""
    text = """ruleset my_shop.phones "Phones" extends my_shop.retruns
use vocabulary.commerce
source mine "Mine" dated 2026-01-01 checked 2026-11-23
parameter p from 2026-01-01: 5% cite mine "1" from 2026-06-01: 6% cite mine "1"
exclusion worn "Worn" bars return when item.activated cite terms "1"
rule swap "Another" when item.price > 5 KRW within return_time replaces return
  grant full_refund less 15% of item.price less p of item.price cite mine "2"
window more = 7 days after end of return_time
step go "Go" by buyer from end of answer when delivred cite terms "3"
case "c" at 2026-03-20T10:00+09:00 expect next step send and repair by mend
"""
    assert words_of(text) == ["my_shop.retruns"]
