"""Text that is no policy: empty, binary, too large, too deep, not closed; never anything but diagnostics."""

from __future__ import annotations

from pathlib import Path

import pytest

import claimrules
from claimrules.compiler.pipeline import check_file, compile_source
from claimrules.diagnostics.text_report import render
from claimrules.text.source import Source
from tests.diagnostics.policies import HEAD, RIGHT, assert_shown, fault_of, faults


def file_fault(folder: Path, data: bytes) -> tuple[str, str]:
    """Return the code and help of the one fault of a file that holds these bytes."""
    path = folder / "shop.claim"
    path.write_bytes(data)
    with pytest.raises(claimrules.PolicyError) as caught:
        claimrules.load(path)
    (fault,) = caught.value.diagnostics
    assert check_file(path) == (fault,)
    assert_shown(fault)
    return fault.code, fault.help


@pytest.mark.parametrize("data", [b"", b"\n \t\n", b"\xef\xbb\xbf"], ids=["empty", "blank", "only a byte order mark"])
def test_empty_file(tmp_path: Path, data: bytes) -> None:
    """An empty file says how to begin one."""
    code, help = file_fault(tmp_path, data)
    assert (code, help.startswith("begin with: ruleset")) == ("CR0101", True)


@pytest.mark.parametrize(
    "data", [b"\x00\x01\x02", b"\xff\xfe\x00r", "ruleset 반품".encode("cp949"), bytes(range(256))], ids=range(4)
)
def test_not_utf8_text(tmp_path: Path, data: bytes) -> None:
    """Binary files and other encodings are refused as a whole."""
    assert file_fault(tmp_path, data)[0] == "CR0102"


@pytest.mark.parametrize(
    ("data", "place", "line"),
    [
        (b'ruleset a "A"\n  note "caf\xe9 au lait"\n', "2:12", '2 |   note "caf\ufffd au lait"'),
        ('ruleset a "\ud55c\uae00 '.encode() + b'\xff"', "1:15", '1 | ruleset a "\ud55c\uae00 \ufffd"'),
        (b"ruleset a\nuse b\0c", "2:6", "2 | use b\ufffdc"),
        (b"\xef\xbb\xbfruleset \xff", "1:9", "1 | ruleset \ufffd"),
    ],
)
def test_where_it_is_not_utf8(tmp_path: Path, data: bytes, place: str, line: str) -> None:
    """The byte is shown with its line and column, beside what of the line can be read."""
    path = tmp_path / "shop.claim"
    path.write_bytes(data)
    with pytest.raises(claimrules.PolicyError) as caught:
        claimrules.load(path)
    words = render(caught.value.diagnostics[0])
    assert f"shop.claim:{place}\n" in words
    assert f"\n{line}\n" in words


def test_ten_megabytes(tmp_path: Path) -> None:
    """A file over the limit is not read at all."""
    assert file_fault(tmp_path, b"# a long comment\n" * 600_000) == ("CR0103", "split it by product category")


def test_no_file(tmp_path: Path) -> None:
    """A path that is not there is a fault like any other."""
    with pytest.raises(claimrules.PolicyError, match="CR0204"):
        claimrules.load(tmp_path / "nothing.claim")


def test_a_folder_is_no_ruleset(tmp_path: Path) -> None:
    """A folder cannot be loaded."""
    with pytest.raises(claimrules.PolicyError, match="CR0204"):
        claimrules.load(tmp_path)


def test_a_misspelt_shipped_name() -> None:
    """A name near a shipped one says which was meant."""
    with pytest.raises(claimrules.PolicyError) as caught:
        claimrules.load("marketplaces.aliexpres")
    assert caught.value.diagnostics[0].help == "did you mean `marketplaces.aliexpress`?"


@pytest.mark.parametrize("opening", ["(" * 10_000, "not " * 10_000, "not (" * 10_000], ids=["(", "not", "not ("])
def test_ten_thousand_levels(opening: str) -> None:
    """Nesting is limited, and the first bracket too many is shown once."""
    text = RIGHT.replace("when claim", f"when {opening} claim")
    assert fault_of(text)[0] == "CR0108"


@pytest.mark.parametrize("levels", [1, 49, 50])
def test_fifty_levels_are_allowed(levels: int) -> None:
    """The limit itself is inside."""
    text = RIGHT.replace("claim.reason is change_of_mind", "(" * levels + "item.activated" + ")" * levels + " and")
    (fault,) = faults(text)
    assert fault.code == "CR0105"


def test_moments_inside_moments() -> None:
    """A moment counted from a moment counted from a moment has a limit too."""
    assert fault_of(RIGHT.replace("after delivered", "after 1 day " * 2_000 + "after delivered"))[0] == "CR0108"
    assert compile_source(
        Source("shop.claim", RIGHT.replace("after delivered", "after 1 day " * 60 + "after delivered"))
    )


DIGITS = "9" * 10_000


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("7 days", f"{DIGITS} days"),
        ("claim.reason is change_of_mind", f"order.free_labels_used > {DIGITS}"),
        ("claim.reason is change_of_mind", f"item.price > {DIGITS} KRW"),
        ("claim.reason is change_of_mind", f"item.price > 0.{DIGITS} KRW"),
        ("with return", f"with return less {DIGITS}% of item.price"),
    ],
    ids=["length", "number", "money", "decimals", "percentage"],
)
def test_ten_thousand_digits(old: str, new: str) -> None:
    """A number that nobody can mean is refused where it stands."""
    code, underlined, help = fault_of(RIGHT.replace(old, new))
    assert (code, DIGITS in underlined, help) == ("CR0109", True, "write a smaller number")


@pytest.mark.parametrize(
    ("old", "new", "underlined"), [('"Return"', '"Return', '"Return'), ('"section 4"', '"section 4', '"section 4')]
)
def test_unclosed_text(old: str, new: str, underlined: str) -> None:
    """Quoted text ends on its line; the rest of the file is still read."""
    assert fault_of(RIGHT.replace(old, new, 1)) == ("CR0107", underlined, 'end it with "')


@pytest.mark.parametrize(
    ("old", "new", "underlined", "help"),
    [
        ("  when claim", "  whem claim", "whem", "did you mean `when`?"),
        ("  within return_time", "  witin return_time", "witin", "did you mean `within`?"),
        ("  grant full", "  grnt full", "grnt", "did you mean `grant`?"),
        ("\nrule return", "\nrul return", "rul", "did you mean `rule`?"),
        ("7 days after", "7 days from", "from", "expected `after`"),
        ("7 days after", "days after", "days", "expected a number before it"),
        ("is change_of_mind", "is", "within", "expected"),
        ("rule return", "rule rule", "rule", "the rule is not finished"),
        ("claim.reason is", "claim.reason § is", "§", ""),
        ("full_refund", "Full_refund", "Full_refund", "expected a name"),
    ],
)
def test_words_that_cannot_stand_there(old: str, new: str, underlined: str, help: str) -> None:
    """A word out of place says what could stand there."""
    found = faults(RIGHT.replace(old, new, 1))[0]
    at = found.primary.origin
    assert found.code in {"CR0104", "CR0105", "CR0106"}
    assert (at.text, help in found.help or help in found.message) == (underlined, True)  # type: ignore[union-attr]


@pytest.mark.parametrize(("word", "help"), [("exlusion", "did you mean `exclusion`?"), ("hello", "begins with one of")])
def test_a_file_that_begins_with_another_word(word: str, help: str) -> None:
    """What stands before the first declaration is one fault, however long it is."""
    code, underlined, found = fault_of(f"{word} and more words here\n{HEAD}")
    assert (code, underlined, help in found) == ("CR0104", word, True)


def test_a_reserved_word_as_a_name() -> None:
    """A name that begins a declaration says that it is reserved."""
    help = [fault.help for fault in faults(RIGHT.replace("return_time", "case"))]
    assert any("reserved word" in words for words in help)


def test_windows_line_ends_and_tabs() -> None:
    """Line ends and tabs of another system change neither meaning nor places."""
    text = RIGHT.replace("change_of_mind", "change_of_mint").replace("\n", "\r\n").replace("  ", "\t")
    (fault,) = faults(text)
    assert str(fault.primary.origin) == "shop.claim:13:23"
