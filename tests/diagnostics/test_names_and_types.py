"""Names that are not there, values that cannot be, things of different kinds: one fault each, at the word itself."""

from __future__ import annotations

import pytest

from claimrules.compiler.pipeline import compile_source
from claimrules.text.source import Source
from tests.diagnostics.policies import HEAD, RIGHT, fault_of, faults


def with_condition(condition: str) -> str:
    """Return the right policy with another condition."""
    return RIGHT.replace("claim.reason is change_of_mind", condition)


def test_the_policy_is_right() -> None:
    """Without a change there is no fault."""
    assert compile_source(Source("shop.claim", RIGHT)).plan.name == "my_shop.returns"


@pytest.mark.parametrize(
    ("condition", "code", "underlined", "help"),
    [
        ("claim.reson is change_of_mind", "CR0201", "claim.reson", "did you mean `claim.reason`?"),
        ("item.opend", "CR0201", "item.opend", "did you mean"),
        ("claim.reason is change_of_mint", "CR0303", "change_of_mint", "did you mean `change_of_mind`?"),
        ("claim.reason is one of defective, brokn", "CR0303", "brokn", "its values are"),
        ("claim.evidence includes foto", "CR0303", "foto", "did you mean `photo`?"),
        ("item.price > 5", "CR0302", "5", "write the amount with its currency"),
        ("order.free_labels_used = 5 KRW", "CR0302", "5 KRW", "write the amount with its currency"),
        ("item.price > 5.00 USD", "CR0304", "5.00 USD", "write the amount in KRW"),
        ("item.price > 5.5 KRW", "CR0304", "5.5 KRW", ""),
        ("item.price > 5 ZZZ", "CR0304", "5 ZZZ", ""),
        ("order.free_labels_used > 1.5", "CR0305", "1.5", "write 1"),
        ("delivered > 5", "CR0302", "delivered", ""),
        ("item.price", "CR0302", "item.price", ""),
        ("claim.reason", "CR0302", "claim.reason", ""),
        ("item.activated is unused", "CR0302", "item.activated", ""),
        ("claim.reason includes photo", "CR0302", "claim.reason", ""),
        ("item.price after delivered", "CR0301", "item.price", ""),
        ("delivered after item.price", "CR0301", "item.price", ""),
        ("days between delivered and item.price > 2", "CR0301", "item.price", ""),
        ("months between placed and delivered > 2", "CR0305", "months between placed and delivered", "use days"),
        ("placed between 2026-02-02 and 2026-02-01", "CR0305", "placed between 2026-02-02 and 2026-02-01", "earlier"),
        ("placed after 2026-02-30", "CR0110", "2026-02-30", "as in 2026-03-20"),
        ("buyer.contry is known", "CR0201", "buyer.contry", "did you mean `buyer.country`?"),
        ('claim.reason is "change_of_mind"', "CR0302", "claim.reason", ""),
        ('buyer.country is "ru"', "CR0303", '"ru"', "did you mean `RU`"),
        ("buyer.country is kr", "CR0302", "buyer.country", 'buyer.country is "KR"'),
        ("buyer.country > 5", "CR0302", "buyer.country", ""),
    ],
)
def test_conditions(condition: str, code: str, underlined: str, help: str) -> None:
    """A condition that cannot be meant is underlined at the word that is wrong."""
    found = fault_of(with_condition(condition))
    assert found[:2] == (code, underlined)
    assert help in found[2]


def test_an_equals_sign_between_words() -> None:
    """Values are compared with `is`, and the help says so."""
    first, second = faults(with_condition("claim.reason = change_of_mind"))
    assert (first.code, first.help) == ("CR0302", "say which value: claim.reason is VALUE")
    assert second.code == "CR0201"


@pytest.mark.parametrize(
    ("old", "new", "code", "underlined"),
    [
        ("7 days after delivered", "7 days after item.price", "CR0301", "item.price"),
        ("7 days after delivered", "7 days after deliverd", "CR0201", "deliverd"),
        ("7 days after delivered", "from delivered until end of retrn_time", "CR0201", "retrn_time"),
        ("7 days after delivered", "999999 days after delivered", "CR0305", "999999 days"),
        ("7 days after delivered", "-7 days after delivered", "CR0305", "-7 days"),
        ("within return_time", "within return_tim", "CR0201", "return_tim"),
        ("within return_time", "within return_time met by item.price", "CR0301", "item.price"),
        ("full_refund", "ful_refund", "CR0201", "ful_refund"),
        ("with return", "with return less item.condition", "CR0306", "item.condition"),
        ("with return", "with return less 5", "CR0304", "5"),
        ("with return", "with return less 5.00 USD", "CR0304", "5.00 USD"),
        ("with return", "with return less 2000% of item.price", "CR0305", "2000% of item.price"),
        ("with return", "with return return shipping by sellr", "CR0201", "sellr"),
        ("with return", "with return without return", "CR0404", "grant full_refund with return without return"),
        ("with return", "with return evidence photo, vidio", "CR0303", "vidio"),
        ("cite terms", "cite trems", "CR0201", "trems"),
        ("counting plain_days", "counting plain_day", "CR0201", "plain_day"),
        ('"Asia/Seoul"', '"Asia/Soul"', "CR0305", '"Asia/Soul"'),
        ("currency KRW", "currency KRV", "CR0304", "KRV"),
        ("rounding half_up", "rounding halfup", "CR0305", "halfup"),
        ("currency KRW", "currency KRW met by price", "CR0201", "price"),
        ("use vocabulary.commerce", "use vocabulary.commerce use vocabulary.comerce", "CR0204", "vocabulary.comerce"),
    ],
)
def test_clauses(old: str, new: str, code: str, underlined: str) -> None:
    """A clause that refers to what is not there, or to the wrong kind of thing, is underlined at that word."""
    assert fault_of(RIGHT.replace(old, new, 1))[:2] == (code, underlined)


@pytest.mark.parametrize(
    ("declaration", "code", "underlined"),
    [
        ("window return_time = 8 days after delivered", "CR0202", "return_time"),
        ('rule return "Again" grant repair cite terms "1"', "CR0202", "return"),
        ('exclusion return "Again" bars return when item.activated cite terms "1"', "CR0202", "return"),
        ('source terms "Others"', "CR0202", "terms"),
        ("fact item.x: yes or no fact item.x: number", "CR0202", "item.x"),
        ("fact item.x: one of a, b, a", "CR0202", "a"),
        ("category phones under electronic", "CR0201", "electronic"),
        ("category a under b category b under a", "CR0406", "a"),
        ("category electronics under electronics", "CR0406", "electronics"),
        ("fact item.x: number, from 9 to 1", "CR0305", "fact item.x: number, from 9 to 1"),
        ("fact item.x: number, assumed yes", "CR0303", "yes"),
        ("fact item.x: yes or no never before placed", "CR0301", "item.x"),
        ("fact x: event never before plced", "CR0201", "plced"),
        ('remedy gift "Gift" amount item.condition', "CR0306", "item.condition"),
        ('exclusion worn "Worn" bars retrun when item.activated cite terms "1"', "CR0201", "retrun"),
        ('step go "Go" by byer cite terms "1"', "CR0201", "byer"),
        ('step go "Go" by buyer cite terms "1" step go "Go" by buyer cite terms "1"', "CR0202", "go"),
        ('case "x" given deliverd 2026-01-01 at 2026-01-02T00:00Z expect nothing left', "CR0201", "deliverd"),
        ('case "x" at 2026-01-02T00:00Z expect next step go', "CR0201", "go"),
        ('case "x" at 2026-01-02T00:00Z expect refund', "CR0201", "refund"),
        ('case "x" at 2026-01-02T00:00Z expect question item.prise', "CR0201", "item.prise"),
        ('case "x" at 2026-01-02T00:00Z expect repair return shipping by byer', "CR0201", "byer"),
        ('case "x" at 2026-01-02T00:00Z expect repair missing evidence foto', "CR0303", "foto"),
        (
            'case "x" given buyer.timezone is "Asia/Soul" at 2026-01-02T00:00Z expect nothing left',
            "CR0303",
            "buyer.timezone",
        ),
        ('case "x" given buyer.place is "KR-99" at 2026-01-02T00:00Z expect nothing left', "CR0305", "buyer.place"),
        ('case "x" at 2026-01-02T00:00 expect nothing left', "CR0602", "2026-01-02T00:00"),
        ('case "x" at 2026-13-02T00:00Z expect nothing left', "CR0110", "2026-13-02T00:00Z"),
    ],
)
def test_declarations(declaration: str, code: str, underlined: str) -> None:
    """A declaration that clashes with another, or names what is not there, is underlined at that word."""
    assert fault_of(RIGHT + declaration)[:2] == (code, underlined)


def test_both_places_of_one_name_are_shown() -> None:
    """The second declaration of a name shows where the first is."""
    (fault,) = faults(RIGHT + 'rule return "Again" grant repair cite terms "1"')
    assert [str(label.origin) for label in fault.secondary] == ["shop.claim:12:6"]


def test_a_percentage_needs_a_rounding() -> None:
    """What is rounded must be said."""
    text = RIGHT.replace("  rounding half_up\n", "").replace("with return", "with return less 15% of item.price")
    assert fault_of(text)[:2] == ("CR0502", "15% of item.price")


def test_money_needs_the_rulesets_currency() -> None:
    """Without a currency the ruleset cannot speak of amounts."""
    text = with_condition("item.price > 5 KRW").replace("  currency KRW\n", "")
    assert fault_of(text) == ("CR0304", "5 KRW", "add `currency KRW` to the ruleset")


def test_a_fact_of_ones_own_goes_before_the_vocabularys() -> None:
    """Declaring a fact again in one's own file is no fault."""
    text = RIGHT + "fact item.condition: one of new, old"
    assert compile_source(Source("shop.claim", text)).plan.vocabulary["item.condition"].type.words == "one of new, old"


def test_vocabulary_alone_needs_no_settings() -> None:
    """A file of facts needs neither convention nor zone."""
    assert compile_source(Source("v.claim", 'ruleset v "V" fact x: event')).plan.rules == ()
    assert HEAD


def test_cases_can_give_a_zone_and_a_place() -> None:
    """Where the buyer is, and when days begin there, are said in a case as any other fact."""
    case = """
case "in Chicago"
  given buyer.timezone is "America/Chicago", buyer.place is "US-IL", not delivered
  at 2026-01-02T00:00Z
  expect no full_refund
"""
    compiled = compile_source(
        Source("shop.claim", RIGHT.replace('timezone "Asia/Seoul"', "timezone buyer.timezone") + case)
    )
    assert [given.value for given in compiled.cases[0].given] == ["America/Chicago", "US-IL", None]


@pytest.mark.parametrize(
    ("given", "found", "help_"),
    [
        ("delivered", "delivered", "write the day, or the time: delivered 2026-03-01T10:00+09:00; if it did not happen: not delivered"),
        ("not item.category", "item.category", "say which value: item.category is VALUE"),
        ("item.category", "item.category", "say which value: item.category is VALUE"),
        ("buyer.memer", "buyer.memer", "did you mean `buyer.member`?"),
    ],
)  # fmt: skip
def test_only_a_yes_or_no_is_given_by_its_name(given: str, found: str, help_: str) -> None:
    """A case says yes and no as conditions do; of everything else it says what it is, and of an event when it was."""
    case = f'\ncase "c" given {given} at 2026-01-02T00:00Z expect no full_refund\n'
    code = "CR0201" if given == "buyer.memer" else "CR0302"
    assert fault_of(RIGHT + case) == (code, found, help_)


@pytest.mark.parametrize(
    ("old", "new", "help"),
    [
        ("counting plain_days", "counting kr_civil_akt", "did you mean `kr_civil_act`?"),
        ("counting plain_days", "counting conventions.kr_civil_act", "did you mean `kr_civil_act`?"),
        ("delivered\n", "delivered counting strict_month\n", "did you mean `strict_months`?"),
        ("rule return", "convention mine like de_bgp\nrule return", "did you mean `de_bgb`?"),
        ("rule return", "convention minor\n  first day excluded\nwindow w = none counting minnor\nrule return", "did you mean `minor`?"),
        ("counting plain_days", "counting zzz", ""),
    ],
)  # fmt: skip
def test_a_misspelt_convention(old: str, new: str, help: str) -> None:
    """Wherever a convention is named, those that ship can have been meant, and those of the file."""
    misspelt = [fault for fault in faults(RIGHT.replace(old, new, 1)) if fault.code == "CR0201"]
    assert [fault.help for fault in misspelt] == [help]
