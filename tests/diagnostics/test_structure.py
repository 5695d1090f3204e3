"""Parts that are missing, circles, files that use one another, and many faults at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimrules.diagnostics.codes import CODES
from claimrules.diagnostics.collector import LIMIT
from tests.diagnostics.policies import HEAD, RIGHT, fault_of, faults


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
