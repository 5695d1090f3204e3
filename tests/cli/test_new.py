"""`claimrules new`: what it writes holds as it stands, and what it cannot write is a message."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.commands import run, written


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder, as somebody does who begins."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def assert_holds(path: Path, cases: int) -> None:
    """See that a file is right, without a warning, laid out in the one way, and that its cases hold."""
    checked = run("check", "--strict", path)
    assert (checked.exit_code, checked.output) == (0, "1 file is right\n")
    assert run("fmt", "--check", path).exit_code == 0
    tried = run("test", path)
    assert (tried.exit_code, tried.output) == (0, f"{cases} passed, 0 failed\n")


def test_it_stands_alone(empty_folder: Path) -> None:
    """Without a parent it has all that a ruleset needs, and says that it counts in UTC."""
    done = run("new", "my_shop.returns")
    assert done.exit_code == 0
    assert "my_shop/returns.claim is written." in done.output
    assert "days begin and end in UTC" in done.output
    path = empty_folder / "my_shop/returns.claim"
    assert_holds(path, 2)
    text = path.read_text(encoding="utf-8")
    assert "extends" not in text
    assert all(words in text for words in ("FILL IN", "\ntable returns ", "\nsource terms ", "\ncase "))


@pytest.mark.parametrize(
    ("parent", "table"),
    [
        ("stores.base", "returns"),
        ("examples.shop_of_7_days", "change_of_mind"),  # its exclusions bar by that name
        ("stores.best_buy", None),  # in force from a day, by an event
        ("payments.visa", "cancelled_merchandise"),  # the time zone is told by a fact
        ("vocabulary.commerce", "returns"),  # settles nothing at all
        ("stores.ikea_ie", None),  # a convention of its own, with days of rest
    ],
)
def test_it_extends_what_ships(parent: str, table: str | None) -> None:
    """Whatever it stands on, it holds as it stands; its table is in place of the parent's statement for returns."""
    done = run("new", "my_shop.electronics", "--extends", parent)
    assert done.exit_code == 0
    assert f"on top of {parent}" in done.output
    assert "does not hold" not in done.output
    path = Path("my_shop/electronics.claim")
    text = path.read_text(encoding="utf-8")
    assert_holds(path, text.count("\ncase "))
    assert f"extends {parent}\n" in text
    assert table is None or f"\ntable {table} " in text


def test_what_a_parent_leaves_out_stays_left_out() -> None:
    """Goods sold as final are not taken back, for the parent's exclusion bars the new table as well."""
    run("new", "my_shop.electronics", "--extends", "stores.base")
    path = Path("my_shop/electronics.claim")
    case = """
case "final sale"
  given delivered 2026-03-10T15:00Z, claim.reason is change_of_mind, item.category is electronics, item.condition is unused
    and item.final_sale is yes and nothing else has happened
  at 2026-03-11T00:00Z
  expect full_refund denied by final_sale
"""
    path.write_text(path.read_text(encoding="utf-8") + case, encoding="utf-8")
    assert run("test", path).output == "3 passed, 0 failed\n"


def test_it_extends_one_of_ones_own() -> None:
    """A ruleset made by the command can be extended by the next; settings and zone are inherited."""
    assert run("new", "my_shop.base", "--timezone", "Asia/Seoul", "--currency", "krw").exit_code == 0
    done = run("new", "my_shop.electronics", "--extends", "my_shop.base")
    assert done.exit_code == 0, done.output
    path = Path("my_shop/electronics.claim")
    assert_holds(path, 2)
    text = path.read_text(encoding="utf-8")
    assert "at 2026-03-24T23:59:59+09:00" in text
    assert "100000 KRW" in text
    assert "\nsource electronics_terms " in text  # `terms` is the parent's


def test_its_options_are_what_it_says() -> None:
    """Title, time zone and currency stand in the file; the edge is where that zone's day ends."""
    run("new", "my_shop", "--title", "내 가게 반품", "--timezone", "Asia/Seoul", "--currency", "KRW")
    path = Path("my_shop.claim")
    text = path.read_text(encoding="utf-8")
    assert 'ruleset my_shop "내 가게 반품"\n' in text
    assert '  timezone "Asia/Seoul"\n  currency KRW\n' in text
    assert "T23:59:59+09:00" in text
    assert_holds(path, 2)


def test_deciding_by_it() -> None:
    """It decides by its file; who gives its name is told which that is."""
    run("new", "my_shop.returns")
    facts = written(Path(), '{"item": {"category": "perishable"}}', "order.json")
    assert run("decide", "my_shop/returns.claim", facts).exit_code == 0
    done = run("decide", "my_shop.returns", facts)
    assert done.exit_code == 1
    assert "error[CR0204]: there is no ruleset `my_shop.returns`" in done.output
    assert "= help: name the file of a ruleset of your own: my_shop/returns.claim" in done.output


@pytest.mark.parametrize("name", ["", ".", "...", "../x", "a.", "\0"])
def test_what_is_no_name_of_a_ruleset(name: str) -> None:
    """Nothing that is typed in place of a name ends in a traceback."""
    done = run("decide", name, "order.json")
    assert done.exit_code == 1
    assert "CR0204" in done.output


def test_another_folder() -> None:
    """`--directory` is made where it is not there; the parent is looked for in it."""
    run("new", "my_shop.base", "--directory", "rules")
    assert run("new", "my_shop.phones", "--extends", "my_shop.base", "--directory", "rules").exit_code == 0
    assert_holds(Path("rules/my_shop/phones.claim"), 2)
    assert run("new", "my_shop.phones", "--extends", "my_shop.base").exit_code == 1


def test_nothing_is_written_over() -> None:
    """A file that is there stays as it is."""
    path = written(Path(), "mine", "my_shop.claim")
    done = run("new", "my_shop")
    assert (done.exit_code, path.read_text()) == (1, "mine")
    assert "my_shop.claim is there already, and is left as it is" in done.output
    Path("gone.claim").symlink_to("nowhere")
    assert run("new", "gone").exit_code == 1
    assert not Path("nowhere").exists()


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("My-Shop.Electronics", "my_shop.electronics"),
        ("my_shop/electronics.claim", "my_shop.electronics"),
        ("가게.전자", "as in my_shop.electronics"),
        ("my_shop.전자", "as in my_shop.electronics"),
        ("table", "as in my_shop.electronics"),
        ("a b", "a_b"),
        ("../../etc", "etc"),
        ("7days", "as in my_shop.electronics"),
        ("", "as in my_shop.electronics"),
        ("a#b", "a_b"),
        ("a\n", "did you mean a?"),
    ],
)
def test_a_name_that_is_none(name: str, meant: str, empty_folder: Path) -> None:
    """Names are as the language has them, in small letters of English; a title can be in Korean."""
    done = run("new", name)
    assert done.exit_code == 2
    assert "cannot be the name of a ruleset" in done.output
    assert meant in " ".join(done.output.split())
    assert list(empty_folder.iterdir()) == []


@pytest.mark.parametrize(
    ("parent", "help"),
    [
        ("stores.bsae", "did you mean `stores.base`?"),
        ("best_buy", "did you mean `stores.best_buy`?"),
        ("stores/base.claim", "did you mean `stores.base`?"),
        ("my_shop.bases", "did you mean `my_shop.base`?"),
        ("far_away.rules", "one of your own would be far_away/rules.claim"),
        ("가게", "`claimrules rulesets` lists what ships"),
        ("../etc/passwd", "`claimrules rulesets` lists what ships"),
    ],
)
def test_a_parent_that_is_not_there(parent: str, help: str) -> None:
    """The nearest one is named, of those that ship and of one's own."""
    run("new", "my_shop.base")
    done = run("new", "my_shop.electronics", "--extends", parent)
    assert done.exit_code == 1
    assert f"error[CR0204]: there is no ruleset `{parent}` to extend" in done.output
    assert help in done.output
    assert not Path("my_shop/electronics.claim").exists()


def test_a_parent_with_faults() -> None:
    """Its faults are shown, and nothing is written."""
    written(Path(), 'ruleset bad "Bad"\n  timezone "Nowhere"\n', "bad.claim")
    done = run("new", "good", "--extends", "bad")
    assert done.exit_code == 1
    assert "there is no time zone `Nowhere`" in done.output
    assert not Path("good.claim").exists()


def test_a_parent_that_decides_otherwise() -> None:
    """Where the parent stands against its case, the file is written, and the person is told."""
    text = """
ruleset strict "Strict"
  counting plain_days timezone "UTC"
use vocabulary.commerce
source rules "Rules" dated 2026-01-01 checked 2026-11-24
rule all "All" when claim.reason is change_of_mind grant full_refund cite rules "1"
exclusion none "Nothing goes back" bars all when item.price > 0.00 USD or not item.price > 0.00 USD cite rules "2"
"""
    written(Path(), text.replace("timezone", "currency USD timezone", 1), "strict.claim")
    done = run("new", "child", "--extends", "strict")
    assert done.exit_code == 0
    assert "does not hold yet: strict decides otherwise, and `claimrules test child.claim` says why" in done.output
    assert run("test", "child.claim").exit_code == 1


def test_a_name_that_ships() -> None:
    """The ruleset that ships would be found instead."""
    done = run("new", "stores.base")
    assert done.exit_code == 1
    assert "stores.base ships with claimrules" in done.output


@pytest.mark.parametrize(
    ("option", "value", "words"),
    [
        ("--timezone", "Seoul", "there is no time zone 'Seoul'"),
        ("--currency", "WON", "there is no currency 'WON'"),
        ("--title", 'a "good" shop', "quotation marks"),
        ("--title", "a\nb", "quotation marks"),
    ],
)
def test_options_that_are_wrong(option: str, value: str, words: str) -> None:
    """Each is wrong usage, with what would be right."""
    done = run("new", "my_shop", option, value)
    assert done.exit_code == 2
    assert words in " ".join(done.output.split())


def test_a_folder_that_cannot_be_written(empty_folder: Path) -> None:
    """A file in the way of a folder, and what the system does not let be."""
    written(empty_folder, "", "my_shop")
    done = run("new", "my_shop.returns")
    assert done.exit_code == 1
    assert "cannot be written: a file of the name of a folder is in the way" in " ".join(done.output.split())
    done = run("new", "a" * 300)
    assert done.exit_code == 1
    assert "cannot be written: file name too long; choose another folder" in " ".join(done.output.split())
