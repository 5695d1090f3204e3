"""The rulesets of a record are found by name: where it is said, among those that ship, in the working folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve

import claimrules
from tests.unit.replaying.policies import AT, CLAIM, SHOP, recorded, written

HEAD = 'ruleset {} "Another" counting plain_days timezone "Asia/Seoul"'


def fault(record: claimrules.Record, *rules: str | Path) -> tuple[str, str, str, str]:
    """Return code, place, words and help of the one fault."""
    with pytest.raises(claimrules.RecordError) as caught:
        claimrules.replay(record, rules=rules)
    (found,) = caught.value.diagnostics
    return found.code, str(found.primary.origin), found.message, found.help


def test_where_it_can_be(tmp_path: Path) -> None:
    """As itself, as its file, in its folder, in a folder by its name, one of several places."""
    record = recorded(tmp_path)
    written(tmp_path / "policies/my_shop", SHOP, "returns.claim")
    written(tmp_path / "others", HEAD.format("other.shop"))
    file = tmp_path / "shop.claim"
    for rules in (
        file, str(file), claimrules.load(file), [file], tmp_path, tmp_path / "policies", [tmp_path / "others", tmp_path],
        ["stores.base", file],
    ):  # fmt: skip
        assert claimrules.replay(record, rules=rules).is_identical


def test_in_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no place is said, the folder one works in is looked through, not those below."""
    record = recorded(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert claimrules.replay(record).is_identical
    (tmp_path / "below").mkdir()
    (tmp_path / "shop.claim").rename(tmp_path / "below/shop.claim")
    assert fault(record)[0] == "CR0904"
    monkeypatch.chdir(tmp_path / "below")
    assert claimrules.replay(record).is_identical


def test_names_alike_are_not_taken(tmp_path: Path) -> None:
    """Only the file that says to be the ruleset is taken; others may be broken."""
    record = recorded(tmp_path)
    for name in ("my_shop.returns_of_old", "my_shop.returns.old", "old.my_shop.returns"):
        written(tmp_path, HEAD.format(name) + " rubbish", f"a_{name}.claim")
    (tmp_path / "b.claim").mkdir()
    (tmp_path / "c.claim").write_bytes(b"\xff ruleset")
    assert claimrules.replay(record, rules=tmp_path).is_identical


def test_a_broken_ruleset_is_told(tmp_path: Path) -> None:
    """What is wrong with the ruleset is said, not that it is not there."""
    record = recorded(tmp_path)
    written(tmp_path, SHOP.replace("within 7 days", "within 7 dyas"))
    with pytest.raises(claimrules.PolicyError):
        claimrules.replay(record, rules=tmp_path)


@pytest.mark.parametrize("is_folder_of_versions", [False, True])
def test_versions_side_by_side(tmp_path: Path, is_folder_of_versions: bool) -> None:
    """The version that decided is taken again, whether or not one of the files has the plain name."""
    told = "in force from {} until {} by delivered\n  timezone"
    early = SHOP.replace("timezone", told.format("2025-01-01", "2025-12-31"), 1).replace("7 days", "5 days")
    late = SHOP.replace("timezone", told.format("2026-01-01", "2026-12-31"), 1)
    written(tmp_path, early, "shop@2025-01-01.claim")
    file = written(tmp_path, late, "shop@2026-01-01.claim" if is_folder_of_versions else "shop.claim")
    claim = {**CLAIM, "events": {"delivered": "2025-03-10T15:00+09:00"}}
    record = claimrules.load(tmp_path if is_folder_of_versions else file).decide(claim, AT).record()
    assert record.rulesets[0].version == "in force from 2025-01-01"
    assert claimrules.replay(record, rules=tmp_path).is_identical


def test_a_ruleset_that_is_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """CR0904 says where it was looked for, and how to say where it is."""
    record = recorded(tmp_path)
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.chdir(empty)
    words = "the ruleset `my_shop.returns` is not in what ships, and in this folder"
    help = "say with --rules (in Python `rules=`) where its file lies"
    assert fault(record) == ("CR0904", "record#/rulesets/0/name", words, help)
    assert fault(record, empty, "stores.base")[2] == f"the ruleset `my_shop.returns` is not in {empty}, stores.base"


@pytest.mark.parametrize("name", ["", "../../x", "a/b", "\0", "x" * 5000, "한국", "\ud800", ".", "..", "[a-z", "a.b.c"])
def test_a_name_that_no_file_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Whatever a record calls its ruleset, it is not found, and nothing fails."""
    record = recorded(tmp_path)
    monkeypatch.chdir(tmp_path)
    record = evolve(record, rulesets=(evolve(record.rulesets[0], name=name),))
    assert fault(record)[0] == "CR0904"
    fault(record)[2].encode()


def test_a_stack_of_ones_own_and_one_that_ships(tmp_path: Path) -> None:
    """Each ruleset is looked for by itself."""
    file = written(tmp_path)
    record = claimrules.Stack([file, "examples.law_of_14_days"]).decide(CLAIM, AT).record()
    assert claimrules.replay(record, rules=tmp_path).is_identical


def test_a_place_that_is_not_there(tmp_path: Path) -> None:
    """A file that was named and is not there is told as anywhere."""
    with pytest.raises(claimrules.PolicyError, match="CR0204"):
        claimrules.replay(recorded(tmp_path), rules=tmp_path / "none.claim")
