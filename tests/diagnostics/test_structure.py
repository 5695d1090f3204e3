"""Parts that are missing, circles, files that use one another, and many faults at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimrules.compiler.pipeline import compile_source
from claimrules.diagnostics.codes import CODES
from claimrules.diagnostics.collector import LIMIT
from claimrules.text.source import Source
from claimrules.text.span import Origin, Span
from tests.diagnostics.policies import HEAD, RIGHT, fault_of, faults, faults_if_any


@pytest.mark.parametrize(
    ("old", "new", "code", "underlined"),
    [
        ('  cite terms "section 4"\n', "", "CR0401", "return"),
        ("  grant full_refund with return\n", "", "CR0403", "return"),
        ("  counting plain_days\n", "", "CR0502", "my_shop.returns"),
        ('  timezone "Asia/Seoul"\n', "", "CR0502", "my_shop.returns"),
    ],
)
def test_what_is_missing(old: str, new: str, code: str, underlined: str) -> None:
    """A part that must be there and is not is reported at the name of what lacks it."""
    assert fault_of(RIGHT.replace(old, new, 1))[:2] == (code, underlined)


@pytest.mark.parametrize(
    ("declaration", "code"),
    [
        ('exclusion worn "Worn" bars return when item.activated', "CR0401"),
        ('exclusion worn "Worn" bars return cite terms "1"', "CR0403"),
        ('step go "Go" by buyer', "CR0401"),
        ('step go "Go" cite terms "1"', "CR0403"),
        ("convention mine first day excluded", "CR0403"),
        (
            "convention mine first day sometimes months end same_day missing day clamps compound months_first hours counted from_instant ends at end_of_day backward ends on_the_day rolls never",
            "CR0305",
        ),
        ("ruleset another", "CR0404"),
    ],
)
def test_what_a_declaration_lacks(declaration: str, code: str) -> None:
    """Every statement cites, every exclusion says when, every step says who."""
    assert {fault.code for fault in faults(RIGHT + declaration)} == {code}


ROLLED = ("hours roll never", "backward roll never", "dates roll never", "chains from nominal")
AT_WORK = ("at least 2 working days from 2 days on", "business days exclude saturday, sunday", "chains from nominal")


#: A convention without business days and holidays.
BARE = (
    "convention bare first day excluded months end same_day missing day clamps compound months_first "
    "hours counted from_instant ends at end_of_day backward ends on_the_day rolls never\n"
)


def like(base: str, *options: str, name: str = "mine") -> str:
    """Return a convention on top of another."""
    return f"convention {name} like {base} {' '.join(options)}\n"


@pytest.mark.parametrize("dropped", range(len(ROLLED)))
def test_a_convention_that_rolls_on_top_of_one_that_never_does(dropped: int) -> None:
    """`plain_days` never rolls, so it had no reason to say what else rolls, or where a next period starts."""
    rest = [option for n, option in enumerate(ROLLED) if n != dropped]
    (fault,) = faults(RIGHT + like("plain_days", "rolls forward on sunday", *rest))
    words = ROLLED[dropped].rsplit(" ", 1)[0]
    assert (fault.code, words in fault.message, fault.help.startswith(f"say one of: {words}")) == ("CR0403", True, True)
    assert faults_if_any(RIGHT + like("plain_days", "rolls forward on sunday", *ROLLED)) == ()


def test_a_convention_on_top_of_one_that_rolls() -> None:
    """What a base says, it need not say again; nor one whose last days stay."""
    rolls = like("plain_days", "rolls forward on sunday", *ROLLED, name="base")
    assert faults_if_any(RIGHT + rolls + like("base", "rolls forward on saturday")) == ()
    assert faults_if_any(RIGHT + rolls + like("base", "rolls never")) == ()
    assert faults_if_any(RIGHT + like("plain_days", "first day included")) == ()
    assert faults_if_any(RIGHT + rolls + like("base", *AT_WORK[:2])) == ()
    silent = like("plain_days", "rolls forward on sunday", *ROLLED[:3], name="base")
    assert faults_if_any(RIGHT + silent + like("base", "first day included")) == ("CR0403",)
    ready = like("plain_days", *ROLLED, name="base")
    assert faults_if_any(RIGHT + ready + like("base", "rolls forward on sunday")) == ()


@pytest.mark.parametrize(("dropped", "words"), [(1, "business days"), (2, "chains from")])
def test_working_days_that_a_period_must_hold(dropped: int, words: str) -> None:
    """Which days they are, and whether the next period starts from the moved end, has to be said by somebody."""
    rest = [option for n, option in enumerate(AT_WORK) if n != dropped]
    code, underlined, help_words = fault_of(RIGHT + BARE + like("bare", *rest))
    assert (code, underlined, words in help_words) == ("CR0403", "mine", True)
    assert faults_if_any(RIGHT + BARE + like("bare", *AT_WORK)) == ()


def test_working_days_on_top_of_a_base_that_says_which() -> None:
    """`plain_days` says which days are business days; another one may say where the next period starts."""
    assert faults_if_any(RIGHT + like("plain_days", AT_WORK[0], AT_WORK[2])) == ()
    base = like("plain_days", *AT_WORK, name="base")
    assert faults_if_any(RIGHT + base + like("base", "at least 3 working days from 2 days on")) == ()


def test_a_base_that_is_not_there_is_one_fault() -> None:
    """Nobody knows what it would have said."""
    assert faults_if_any(RIGHT + like("plane_days", "rolls forward on sunday")) == ("CR0201",)


WORK_WEEK = "monday, tuesday, wednesday, thursday, friday"


@pytest.mark.parametrize(
    ("option", "more", "calendar", "is_fault"),
    [
        (f"business days exclude {WORK_WEEK}, saturday, sunday", "", "", True),
        (f"business days exclude {WORK_WEEK}, saturday, holiday", "", "", False),
        (f"business days exclude {WORK_WEEK}, weekend", "", "", True),
        (f"business days exclude {WORK_WEEK}", "", "", False),
        (f"business days exclude {WORK_WEEK}, saturday, holiday", "holidays of ours", "calendar ours weekend sunday", False),
        (f"business days exclude {WORK_WEEK}, weekend", "holidays of ours", "calendar ours", True),
        (f"business days exclude {WORK_WEEK}, weekend", "holidays of ours", "calendar ours weekend friday, saturday", False),
        (f"business days exclude {WORK_WEEK}, weekend", "holidays of ours", "calendar ours extends KR", False),
        (f"business days exclude {WORK_WEEK}, weekend", "holidays of KR", "", False),
        (f"business days exclude {WORK_WEEK}, weekend", "holidays by place", "", False),
        (f"rolls forward on {WORK_WEEK}, saturday, sunday", " ".join(ROLLED), "", True),
        (f"rolls backward on {WORK_WEEK}, holiday, sunday", " ".join(ROLLED), "", False),
    ],
)  # fmt: skip
def test_a_day_must_be_left(option: str, more: str, calendar: str, *, is_fault: bool) -> None:
    """Days of rest on every day of every week leave no day on which a time could end.

    The weekend of a place is not counted: it is no fixed pair of days (the Emirates moved theirs in 2022).
    """
    text = RIGHT + BARE + (f'{calendar} cite terms "1"\n' if calendar else "") + like("bare", option, more)
    found = faults_if_any(text)
    assert found == (("CR0305",) if is_fault else ())
    if is_fault:
        assert fault_of(text)[1] == option


def test_a_convention_whose_base_leaves_no_day_is_not_reported_again() -> None:
    """The one that says the days is; a calendar that takes the last one away is."""
    base = like("plain_days", f"business days exclude {WORK_WEEK}, saturday, sunday", name="base")
    assert faults_if_any(RIGHT + base + like("base", "first day included")) == ("CR0305",)
    calendar = 'calendar ours weekend friday, saturday cite terms "1"\n'
    left = like("plain_days", f"business days exclude {WORK_WEEK}, weekend", "holidays of ours", name="base")
    code, underlined, _ = fault_of(
        RIGHT + calendar + left + 'calendar theirs cite terms "1"\n' + like("base", "holidays of theirs")
    )
    assert (code, underlined) == ("CR0305", "holidays of theirs")


def test_a_weekend_of_the_whole_week() -> None:
    """A calendar has at least one day that is not its weekend."""
    code, underlined, _ = fault_of(RIGHT + f'calendar ours weekend {WORK_WEEK}, saturday, sunday cite terms "1"')
    assert (code, underlined) == ("CR0305", "monday")
    assert faults_if_any(RIGHT + f'calendar ours weekend {WORK_WEEK}, saturday cite terms "1"') == ()


def test_a_file_without_a_head() -> None:
    """A file says which ruleset it is."""
    found = faults("use vocabulary.commerce")
    assert [(fault.code, fault.help) for fault in found] == [("CR0501", 'begin with: ruleset NAME "Title"')]


def exclusions(*pairs: tuple[str, str]) -> str:
    """Return exclusions, each barring another."""
    return "".join(f'exclusion {a} "X" bars {b} when item.activated cite terms "1"\n' for a, b in pairs)


@pytest.mark.parametrize(
    ("pairs", "circle"),
    [
        ([("a", "a")], "a → a"),
        ([("a", "b"), ("b", "a")], "a → b → a"),
        ([("a", "b"), ("b", "c"), ("c", "a")], "a → b → c → a"),
        ([("a", "return"), ("b", "c"), ("c", "b")], "b → c → b"),
    ],
)
def test_exclusions_in_a_circle(pairs: list[tuple[str, str]], circle: str) -> None:
    """Exclusions that bar one another in a circle are named in order."""
    (fault,) = faults(RIGHT + exclusions(*pairs))
    assert (fault.code, fault.message.endswith(circle)) == ("CR0402", True)


@pytest.mark.parametrize(
    "windows",
    [
        "window a = a",
        "window a = 2 days after end of b window b = 2 days after end of a",
        "window a when item.activated: b otherwise: none window b = 2 days after placed extended to end of a",
    ],
)
def test_windows_in_a_circle(windows: str) -> None:
    """A window cannot depend on itself."""
    (fault,) = faults(RIGHT + windows)
    assert fault.code == "CR0405"


def test_a_long_chain_is_no_circle() -> None:
    """Two thousand exclusions, each barring the one before, are checked without trouble."""
    chain = exclusions(("x0", "return"), *((f"x{n + 1}", f"x{n}") for n in range(2000)), ("y", "nothing_there"))
    assert fault_of(RIGHT + chain)[:2] == ("CR0201", "nothing_there")


def test_files_that_use_one_another(tmp_path: Path) -> None:
    """A circle of `use` is reported, not followed."""
    (tmp_path / "a.claim").write_text('ruleset a "A" use b')
    (tmp_path / "b.claim").write_text('ruleset b "B" use a')
    (fault,) = faults('ruleset a "A" use b', "a.claim", tmp_path)
    assert (fault.code, fault.message.endswith("a → b → a")) == ("CR0503", True)


def test_a_fault_in_a_used_file_is_shown_there(tmp_path: Path) -> None:
    """The place of a fault is in the file that has it."""
    (tmp_path / "mine.claim").write_text('ruleset mine "Mine"\nfact x: evnt')
    (fault,) = faults('ruleset a "A" use mine', "a.claim", tmp_path)
    assert str(fault.primary.origin) == f"{tmp_path / 'mine.claim'}:2:9"


TEN = f"""{HEAD.replace("Asia/Seoul", "Asia/Soul")}
fact x: evnt
window w = 7 days after item.price
window w2 = 7 days affter delivered
rule a "A" when claim.reason is defectiv grant full_refund cite terms "1"
rule b "B" when item.opend grant full_refund cite terms "1"
rule c "C" grant full_refund
exclusion d "D" bars nothing_there when item.activated cite terms "1"
step e "E" by byer cite terms "1"
rule f "F grant full_refund cite terms "1"
"""


def test_ten_faults_at_once() -> None:
    """Ten faults in ten declarations are reported together, in the order of the file."""
    found = faults(TEN)
    assert [(fault.code, fault.primary.origin.line) for fault in found] == [  # type: ignore[union-attr]
        ("CR0305", 3), ("CR0105", 11), ("CR0301", 12), ("CR0105", 13), ("CR0303", 14), ("CR0201", 15), ("CR0401", 16),
        ("CR0201", 17), ("CR0201", 18), ("CR0107", 19),
    ]  # fmt: skip


def test_at_most_fifty() -> None:
    """A file that is wrong all over shows the first fifty."""
    found = faults(HEAD + "".join(f"fact x{n}: evnt\n" for n in range(200)))
    assert len(found) == LIMIT
    assert found[0].primary.origin.line == 10  # type: ignore[union-attr]


def test_codes_are_told_apart() -> None:
    """Every code has four digits, a band, and words of its own."""
    assert all(code.startswith("CR0") and code[3] in "123456789" and len(code) == 6 for code in CODES)
    assert len(set(CODES.values())) >= len(CODES) - 2


@pytest.mark.parametrize(
    ("declarations", "code", "underlined", "help", "also"),
    [
        # one name for two statements, tables among them: at the names, not at the rows
        ('table return "R" cite terms "1"\n| item.condition | grant |\n| used | repair |\n| any | nothing |',
         "CR0202", "return", "give one another name", "return"),
        (('table t "T" cite terms "1"\n| item.condition | grant |\n| used | repair |\n| any | nothing |\n'
         'table t "U" replaces return cite terms "1"\n| item.condition | grant |\n| opened | repair |\n| any | nothing |'),
         "CR0202", "t", "give one another name", "t"),
        (('exclusion return.replaces "X" bars return when item.activated cite terms "1"\n'
         'rule r "R" when delivered grant repair replaces return cite terms "1"'), None, None, None, None),
        (('exclusion r.replaces "X" bars return when item.activated cite terms "1"\n'
         'rule r "R" when delivered grant repair replaces return cite terms "1"'),
         "CR0202", "r", "give one another name", "r.replaces"),
        # what would stand in its own place
        ('rule r "R" when delivered grant repair replaces return, r cite terms "1"',
         "CR0402", "r", "name the rule in whose place it stands", None),
        (('rule r "R" when delivered grant repair replaces s cite terms "1"\n'
         'rule s "S" when delivered grant repair replaces r cite terms "1"'),
         "CR0402", "r", "break it at one of them", None),
        (('table t "T" replaces r cite terms "1"\n| item.condition | grant |\n| used | repair |\n| any | nothing |\n'
         'rule r "R" when delivered grant repair replaces t cite terms "1"'),
         "CR0402", "t", "break it at one of them", None),
        ('table t "T" replaces t cite terms "1"\n| item.condition | grant |\n| used | repair |\n| any | nothing |',
         "CR0402", "t", "name the rule in whose place it stands", None),
        # numbers that cannot be, days in the wrong order
        ("fact item.n: number, from 0 to 3, assumed 4", "CR0303", "4", "assume a value within its bounds", None),
        ("fact item.n: number, from 1 to 3, assumed 0", "CR0303", "0", "assume a value within its bounds", None),
        ("fact item.n: number, from 0 to 3, assumed 3", None, None, None, None),
        ("fact item.n: number, from 3 to 0, assumed 1", "CR0305", "fact item.n: number, from 3 to 0, assumed 1",
         "write the smaller first", None),
    ],
)  # fmt: skip
def test_what_stands_in_its_own_way(
    declarations: str, code: str | None, underlined: str, help: str, also: str | None
) -> None:
    """Names that are used twice, a rule in its own place, a number outside its bounds: one fault each."""
    if code is None:
        assert compile_source(Source("shop.claim", RIGHT + declarations)).plan.name == "my_shop.returns"
        return
    assert fault_of(RIGHT + declarations) == (code, underlined, help)
    (fault,) = faults(RIGHT + declarations)
    assert [text_at(label.origin) for label in fault.secondary] == ([also] if also else [])


def text_at(origin: Origin) -> str:
    """Return what stands at a place in a text."""
    assert isinstance(origin, Span)
    return origin.text


def case(given: str, expect: str = "no full_refund") -> str:
    """Return the right policy with a case."""
    return f'{RIGHT}case "c" given {given} at 2026-03-20T10:00+09:00 expect {expect}\n'


@pytest.mark.parametrize(
    ("given", "message", "second"),
    [
        ("delivered 2026-03-10, delivered 2026-03-11", "`delivered` is given twice, and not alike", "delivered"),
        ("delivered 2026-03-10, shipped 2026-03-09, delivered 2026-03-10", "`delivered` is given twice", "delivered"),
        ("delivered 2026-03-10, not delivered", "`delivered` is given twice, and not alike", "delivered"),
        ("not delivered, not delivered", "`delivered` is given twice", "delivered"),
        ("item.activated, not item.activated", "`item.activated` is given twice, and not alike", "item.activated"),
        ("item.activated, item.activated is yes", "`item.activated` is given twice", "item.activated"),
        ("not item.activated, item.activated is no", "`item.activated` is given twice", "item.activated"),
        ("item.price is 5 KRW, item.price is 6 KRW", "`item.price` is given twice, and not alike", "item.price"),
        ("claim.evidence includes photo, claim.evidence includes photo", "`claim.evidence` is given twice", "claim.evidence"),
    ],
)  # fmt: skip
def test_a_case_gives_a_fact_once(given: str, message: str, second: str) -> None:
    """A second time is reported there, with the first beside it; alike or not."""
    (fault,) = faults(case(given))
    assert (fault.code, fault.message, fault.help) == ("CR0404", message, "keep one")
    at, (first,) = fault.primary.origin, [label.origin for label in fault.secondary]
    assert isinstance(at, Span)
    assert isinstance(first, Span)
    assert (text_at(at), text_at(first)) == (second, second)
    assert first.start < at.start


def test_a_set_can_include_several() -> None:
    """Each value of a set is given by itself."""
    text = case("claim.evidence includes photo, claim.evidence includes video, item.activated is no")
    assert compile_source(Source("shop.claim", text)).plan.name == "my_shop.returns"


@pytest.mark.parametrize(
    ("expect", "underlined"),
    [
        ("full_refund until 2026-03-17 until 2026-03-18", "until 2026-03-18"),
        ("full_refund available denied", "denied"),
        ("full_refund with return without return", "without return"),
        ("full_refund amount 5 KRW by return amount 5 KRW", "amount 5 KRW"),
        ("full_refund and full_refund", "full_refund"),
        ("no full_refund and full_refund", "full_refund"),
        ("full_refund later and no full_refund", "no full_refund"),
        ("may full_refund and no full_refund", "no full_refund"),
        ("nothing left and next wait until 2026-03-18", "next wait until 2026-03-18"),
        ("next wait until 2026-03-17 and next wait until 2026-03-18", "next wait until 2026-03-18"),
    ],
)
def test_what_a_case_expects_can_be(expect: str, underlined: str) -> None:
    """Two ends, two states, a yes and a no: the second is reported."""
    assert fault_of(case("delivered 2026-03-10", expect)) == ("CR0404", underlined, "keep one")


@pytest.mark.parametrize(
    "expect",
    [
        "full_refund by return and full_refund with return",
        "full_refund expired and no full_refund",
        "full_refund denied and no full_refund and nothing left",
        "next wait until 2026-03-17 and no full_refund",
    ],
)
def test_what_can_be_expected_together(expect: str) -> None:
    """Several things of one remedy, and that one that is over is not to be had."""
    text = case("delivered 2026-03-10", expect)
    assert compile_source(Source("shop.claim", text)).plan.name == "my_shop.returns"


def test_a_time_in_force_ends_after_it_begins() -> None:
    """The last day can be the first, but not one before."""
    force = "in force from 2026-03-01 until {} by placed"
    wrong, right = (force.format(day) for day in ("2026-02-28", "2026-03-01"))
    head = "  counting plain_days"
    found = fault_of(RIGHT.replace(head, f"  {wrong}\n{head}", 1))
    assert found == ("CR0305", wrong, "write the earlier date first")
    assert compile_source(Source("shop.claim", RIGHT.replace(head, f"  {right}\n{head}", 1))).cases == ()


@pytest.mark.parametrize(("later", "codes"), [("5%", set()), ("6%", {"CR0410"})])
def test_values_that_are_the_same_need_no_event(later: str, codes: set[str]) -> None:
    """Which of two equal values holds makes no difference, so nobody has to say by which event that is told."""
    parameter = f'parameter fee from 2026-01-01: 5% cite terms "1" from 2026-06-01: {later} cite terms "2"\n'
    text = RIGHT.replace("with return", "with return less fee of item.price") + parameter
    if not codes:
        assert compile_source(Source("shop.claim", text)).plan.used.isdisjoint({"placed"})
    else:
        assert {fault.code for fault in faults(text)} == codes
