"""A record decided again: the same to the byte, or what changed and what of the answer differs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import claimrules
from tests.unit.replaying.policies import AT, CLAIM, SHOP, recorded, written


def with_versions(record: claimrules.Record, **versions: str) -> claimrules.Record:
    """Return a record as other versions would have made it."""
    changed = {**record.versions, **versions}
    answer = {**record.answer, "versions": {**record.answer["versions"], **versions}}
    return evolve(record, versions=changed, answer=answer)


def with_status(record: claimrules.Record, status: str) -> claimrules.Record:
    """Return a record whose first remedy stood otherwise."""
    first, *others = record.answer["remedies"]
    return evolve(record, answer={**record.answer, "remedies": [{**first, "status": status}, *others]})


def test_nothing_changed(tmp_path: Path) -> None:
    """The same bytes, and so it says."""
    record = recorded(tmp_path)
    replay = claimrules.replay(record, rules=tmp_path / "shop.claim")
    assert (replay.is_same, replay.is_identical, replay.changes, replay.differences) == (True, True, (), ())
    assert replay.again is not None
    assert replay.again.to_json() == record.to_json()
    assert str(replay).splitlines() == [
        "my_shop.returns, decided for Monday 16 March 2026, 12:00 (UTC+09:00)",
        "The answer is the same, and so is every byte of the record.",
    ]


@pytest.mark.parametrize(
    ("package", "words"), [("claimrules", "engine claimrules"), ("holidays", "calendar holidays"), ("tzdata", "time zones tzdata")]
)  # fmt: skip
def test_a_version_changed_and_the_answer_did_not(tmp_path: Path, package: str, words: str) -> None:
    """The answer is the same, and what changed is named with both versions."""
    record = recorded(tmp_path)
    replay = claimrules.replay(with_versions(record, **{package: "0.0.1"}), rules=tmp_path / "shop.claim")
    assert (replay.is_same, replay.is_identical, replay.differences) == (True, False, ())
    assert str(replay).splitlines()[1:] == [
        "The answer is the same, although not all that decides is.",
        "What changed since:",
        f"  {words}: was 0.0.1, is {record.versions[package]}",
    ]


def test_the_ruleset_changed_and_the_answer_did_not(tmp_path: Path) -> None:
    """A word in the text that bears on no answer to this claim is a change of the ruleset alone."""
    record = recorded(tmp_path)
    replay = claimrules.replay(
        record, rules=written(tmp_path, SHOP + 'source other "Another" dated 2026-01-01 checked 2026-11-24\n')
    )
    assert (replay.is_same, replay.is_identical) == (True, False)
    (change,) = replay.changes
    assert (change.part, change.name, change.then) == ("ruleset", "my_shop.returns", record.rulesets[0].content)
    assert f"  ruleset my_shop.returns: was {change.then[:12]}, is {change.now[:12]}" in str(replay).splitlines()


def test_layout_is_no_change(tmp_path: Path) -> None:
    """Comments and white space do not make another ruleset."""
    record = recorded(tmp_path)
    assert claimrules.replay(record, rules=written(tmp_path, f"# ours\n{SHOP}\n\n")).is_identical


def test_the_ruleset_changed_and_so_did_the_answer(tmp_path: Path) -> None:
    """What differs is named by its place in words, with both values."""
    record = recorded(tmp_path)
    replay = claimrules.replay(record, rules=written(tmp_path, SHOP.replace("7 days", "5 days")))
    assert not replay.is_same
    assert [change.part for change in replay.changes] == ["ruleset"]
    lines = str(replay).splitlines()
    assert lines[1] == "The answer is not the same."
    assert '  remedies, full_refund, status: was "available", is "expired"' in lines
    closes = 'closes: was "2026-03-18T00:00:00+09:00", is "2026-03-16T00:00:00+09:00"'
    assert f"  remedies, full_refund, {closes}" in lines


def test_only_the_answer_differs(tmp_path: Path) -> None:
    """An engine that decides otherwise under the same version is a fault, and is told as one."""
    record = with_status(recorded(tmp_path), "denied")
    replay = claimrules.replay(record, rules=tmp_path / "shop.claim")
    assert (replay.is_same, replay.changes) == (False, ())
    assert "please report it with the record" in str(replay)
    assert '  remedies, full_refund, status: was "denied", is "available"' in str(replay).splitlines()


def test_many_differences_are_counted(tmp_path: Path) -> None:
    """Thirty are shown, the others counted; plain data have all."""
    record = recorded(tmp_path)
    other = evolve(record, answer={**record.answer, **{f"part {n}": n for n in range(40)}})
    replay = claimrules.replay(other, rules=tmp_path / "shop.claim")
    assert (len(replay.differences), str(replay).splitlines()[-1]) == (40, "  and 10 more, which --format json lists")
    assert len(replay.to_dict()["differences"]) == 40  # type: ignore[arg-type]  # plain data are of no declared type


def test_facts_that_cannot_be_read_any_more(tmp_path: Path) -> None:
    """Where the vocabulary changed, the faults are told with their places in the record, beside what changed."""
    fact = 'fact shop.kind: one of big, small means "Size" asks "How big?"\n'
    file = written(tmp_path, SHOP + fact)
    record = claimrules.load(file).decide({**CLAIM, "shop": {"kind": "big"}}, AT).record()
    written(tmp_path, SHOP + fact.replace("big, small", "large, small"))
    replay = claimrules.replay(record, rules=file)
    assert (replay.is_same, replay.is_identical, replay.again) == (False, False, None)
    assert [change.part for change in replay.changes] == ["ruleset"]
    (fault,) = replay.faults
    assert (fault.code, str(fault.primary.origin)) == ("CR0607", "record#/facts/shop/kind")
    assert str(replay).splitlines()[1:] == [
        "The facts cannot be read any more.",
        "What changed since:",
        f"  {replay.changes[0]}",
        "What is wrong with the facts now:",
        f"  {fault.message}; {fault.help}",
    ]


def test_facts_no_longer_read_though_the_ruleset_stands(tmp_path: Path) -> None:
    """The ruleset is not blamed where one of its versions has the recorded text."""
    record = recorded(tmp_path)
    replay = claimrules.replay(
        evolve(record, facts={"claim": {"reason": "none"}}), rules=claimrules.load(tmp_path / "shop.claim")
    )
    assert (replay.again, replay.changes, len(replay.faults)) == (None, (), 1)


def test_plain_data_say_all(tmp_path: Path) -> None:
    """The replay as JSON has its format, both verdicts, changes, differences and faults."""
    record = with_versions(with_status(recorded(tmp_path), "denied"), tzdata="2020.1")
    replay = claimrules.replay(record, rules=tmp_path / "shop.claim")
    now = replay.again.versions["tzdata"] if replay.again else ""
    assert replay.to_dict() == {
        "format": "claimrules.replay/1",
        "is_same": False,
        "is_identical": False,
        "changes": [{"part": "time zones", "name": "tzdata", "then": "2020.1", "now": now}],
        "differences": [{"place": "remedies, full_refund, status", "then": '"denied"', "now": '"available"'}],
        "faults": [],
    }


def test_a_package_that_is_not_known(tmp_path: Path) -> None:
    """What a record names beside the three is told too."""
    replay = claimrules.replay(with_versions(recorded(tmp_path), moon="1"), rules=tmp_path / "shop.claim")
    assert [str(change) for change in replay.changes] == ["package moon: was 1, is not there"]


@pytest.mark.parametrize("kind", ["record", "document", "path", "text of a path"])
def test_a_record_in_any_form(tmp_path: Path, kind: str) -> None:
    """The record itself, its plain data, and its file are replayed alike."""
    record = claimrules.load("examples.law_of_14_days").decide(CLAIM, AT).record()
    record.write(tmp_path / "record.json")
    forms: dict[str, Any] = {
        "record": record, "document": record.to_dict(), "path": tmp_path / "record.json",
        "text of a path": str(tmp_path / "record.json"),
    }  # fmt: skip
    assert claimrules.replay(forms[kind]).is_identical


def test_a_stack_has_one_record() -> None:
    """All its layers are named, and it is decided as a stack, also where it has one layer only."""
    names = ["examples.shop_of_7_days", "examples.law_of_14_days"]
    record = claimrules.Stack(names).decide(CLAIM, AT).record()
    assert [mark.name for mark in record.rulesets] == ["examples.law_of_14_days", "examples.shop_of_7_days"]
    assert record.answer["format"] == "claimrules.stack/1"
    assert claimrules.replay(record).is_identical
    assert claimrules.replay(claimrules.Stack(names[:1]).decide(CLAIM, AT).record()).is_identical


def test_versions_inside_a_stack_are_no_difference() -> None:
    """The versions that each layer's answer tells are left out as well."""
    record = claimrules.Stack(["examples.law_of_14_days"]).decide(CLAIM, AT).record()
    layer = record.answer["decisions"][0]
    decision = {**layer["decision"], "versions": {**layer["decision"]["versions"], "tzdata": "2020.1"}}
    other = evolve(
        record,
        versions={**record.versions, "tzdata": "2020.1"},
        answer={**record.answer, "decisions": [{**layer, "decision": decision}]},
    )
    replay = claimrules.replay(other)
    assert (replay.is_same, [change.name for change in replay.changes]) == (True, ["tzdata"])


def test_a_layer_alone_has_no_record() -> None:
    """What the other layers know bears on it, so the stack's decision has the record."""
    layer = claimrules.Stack(["examples.law_of_14_days"]).decide(CLAIM, AT).decisions[0].decision
    with pytest.raises(
        ValueError,
        match=r"examples\.\S+, one layer of a stack, is recorded with its stack: call record\(\) of the stack",
    ):
        layer.record()


def test_an_inquirys_decision_has_a_record() -> None:
    """Asking what matters gives a decision as good as any."""
    inquiry = claimrules.load("examples.law_of_14_days").inquire(CLAIM, AT)
    assert claimrules.replay(inquiry.decision.record()).is_identical
    assert "asked" not in str(inquiry.to_dict()["decision"].keys())  # type: ignore[attr-defined]  # plain data


def test_what_was_asked_is_no_part_of_equality() -> None:
    """Two decisions of one claim written differently are equal, though their records differ."""
    ruleset = claimrules.load("examples.law_of_14_days")
    other = {**CLAIM, "events": {"delivered": "2026-03-10T06:00Z"}}
    first, second = ruleset.decide(CLAIM, AT), ruleset.decide(other, AT)
    assert first == second
    assert first.record().facts != second.record().facts


def test_the_order_of_the_facts_is_no_difference() -> None:
    """A store that sorts keys does not change the answer: assumptions and unused facts have an order of their own."""
    ruleset = claimrules.load("examples.law_of_14_days")
    facts = {**CLAIM, "zebra": 1, "apple": 2, "events": {"placed": "2026-03-01", "delivered": "2026-03-10"}}
    back = {key: dict(reversed(value.items())) if isinstance(value, dict) else value for key, value in reversed(facts.items())}  # fmt: skip
    decision = ruleset.decide(facts, AT)
    assert len(decision.assumptions) == 2
    assert [one.path for one in decision.unused][:2] == ["apple", "zebra"]
    assert ruleset.decide(back, AT).to_dict() == decision.to_dict()
