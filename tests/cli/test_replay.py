"""`claimrules decide --record` and `claimrules replay`: what was decided can be decided again, to the byte."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

import claimrules
from claimrules.cli import main
from tests.cli.commands import AT, CLAIMS, run, written
from tests.unit.replaying.policies import CLAIM, SHOP

FACTS = CLAIMS / "second_thoughts.json"
STACK = "examples.law_of_14_days,examples.shop_of_7_days"
SAME = "The answer is the same, and so is every byte of the record.\n"


def recorded(folder: Path, ruleset: str | Path = "examples.law_of_14_days") -> Path:
    """Return a file with a record."""
    path = folder / "record.json"
    assert run("decide", ruleset, FACTS, "--at", AT, "--record", path).exit_code == 0
    return path


@pytest.mark.parametrize("ruleset", ["aliexpress", STACK])
def test_the_same_bytes(tmp_path: Path, ruleset: str) -> None:
    """A replay prints the record that was written, byte for byte."""
    path = recorded(tmp_path, ruleset)
    again = run("replay", path, "--format", "record")
    assert (again.exit_code, again.stdout_bytes) == (0, path.read_bytes())
    assert run("replay", path).output.endswith(SAME)


def test_the_record_stands_beside_the_answer(tmp_path: Path) -> None:
    """What the command prints is what it prints without; `--format record` prints the record itself."""
    path = tmp_path / "record.json"
    for shape in ("text", "json"):
        plain = run("decide", STACK, FACTS, "--at", AT, "--format", shape)
        assert run("decide", STACK, FACTS, "--at", AT, "--format", shape, "--record", path).output == plain.output
    assert run("decide", STACK, FACTS, "--at", AT, "--format", "record").stdout_bytes == path.read_bytes()


def test_a_decision_for_now_can_be_replayed_later(tmp_path: Path) -> None:
    """Without `--at` the record has the instant that was taken."""
    path = tmp_path / "record.json"
    assert run("decide", "examples.law_of_14_days", FACTS, "--record", path).exit_code == 0
    assert run("replay", path).output.endswith(SAME)


def test_from_standard_input(tmp_path: Path) -> None:
    """`-` reads the record from standard input."""
    assert run("replay", "-", stdin=recorded(tmp_path).read_bytes()).output.endswith(SAME)
    result = run("replay", "-", stdin="x")
    assert (result.exit_code, "--> standard input:1:1" in result.output) == (1, True)


def test_a_record_that_was_laid_out_anew(tmp_path: Path) -> None:
    """White space and the order of keys do not matter."""
    path = recorded(tmp_path)
    path.write_text(json.dumps(json.loads(path.read_bytes()), sort_keys=True))
    assert run("replay", path).output.endswith(SAME)


def test_an_answer_that_differs_ends_with_1(tmp_path: Path) -> None:
    """What changed and what differs is printed, as text and as JSON; the new record can be had."""
    shop, path = written(tmp_path, SHOP), tmp_path / "record.json"
    facts = written(tmp_path, json.dumps(CLAIM), "facts.json")
    run("decide", shop, facts, "--at", "2026-03-16T12:00+09:00", "--record", path)
    written(tmp_path, SHOP.replace("7 days", "5 days"))
    text = run("replay", path, "--rules", shop)
    assert (text.exit_code, "What changed since:\n  ruleset my_shop.returns: was " in text.output) == (1, True)
    assert '  remedies, full_refund, status: was "available", is "expired"\n' in text.output
    data = run("replay", path, "--rules", tmp_path, "--format", "json")
    assert (data.exit_code, json.loads(data.output)["is_same"]) == (1, False)
    record = run("replay", path, "--rules", "stores.base", "--rules", shop, "--format", "record")
    assert (record.exit_code, record.stdout_bytes == path.read_bytes()) == (1, False)
    assert json.loads(record.output)["answer"]["remedies"][0]["status"] == "expired"


def test_facts_no_longer_read_give_no_record(tmp_path: Path) -> None:
    """Where there is no new record, standard output stays empty, and what is wrong is said beside it."""
    fact = 'fact shop.kind: one of big, small means "Size" asks "How big?"\n'
    shop, path = written(tmp_path, SHOP + fact), tmp_path / "record.json"
    facts = written(tmp_path, json.dumps({**CLAIM, "shop": {"kind": "big"}}), "facts.json")
    run("decide", shop, facts, "--at", AT, "--record", path)
    written(tmp_path, SHOP + fact.replace("big, small", "large, small"))
    done = CliRunner().invoke(main, ["replay", str(path), "--rules", str(shop), "--format", "record"])
    assert (done.exit_code, done.stdout) == (1, "")
    assert "The facts cannot be read any more.\n" in done.stderr


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda text: text[:-20], "CR0901"), (lambda _: "{}", "CR0902"),
        (lambda text: text.replace("claimrules.record/1", "claimrules.record/2"), "CR0903"),
        (lambda text: text.replace("2026-03", "2026-04", 1), "CR0905"),
    ],
)  # fmt: skip
def test_a_record_that_cannot_be_trusted(tmp_path: Path, change: object, code: str) -> None:
    """Each fault is said in its code, with the file's name and where more is said."""
    path = recorded(tmp_path)
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")  # type: ignore[operator]  # a function
    result = run("replay", path)
    assert result.exit_code == 1
    assert result.output.startswith(f"error[{code}]: ")
    assert str(path) in result.output
    assert result.output.endswith(f"= more: claimrules explain-code {code}\n")


def test_a_ruleset_that_is_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """CR0904 points at the name in the record."""
    path = recorded(tmp_path, written(tmp_path, SHOP))
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    result = run("replay", path)
    assert (result.exit_code, "error[CR0904]: the ruleset `my_shop.returns` is not in " in result.output) == (1, True)
    assert f"--> {path}#/rulesets/0/name" in result.output


def test_where_no_record_can_be_written(tmp_path: Path) -> None:
    """The reason is said in a line."""
    result = run("decide", STACK, FACTS, "--at", AT, "--record", tmp_path / "none" / "record.json")
    assert (result.exit_code, "record.json cannot be written: no such file or directory" in result.output) == (1, True)
    assert run("decide", STACK, FACTS, "--at", AT, "--record", tmp_path).exit_code == 2


@pytest.mark.parametrize("shape", ["text", "json", "record"])
def test_half_a_surrogate_pair(tmp_path: Path, shape: str) -> None:
    r"""A key or a value that is no character, as `\ud800` in JSON gives, breaks nothing, wherever no fact is read."""
    odd = r'{"claim": {"reason": "not_received", "\ud802": "\ud803"}, "\ud800": {"x": "\udfff"}, "order": {"lines": [{"\ud801": 1, "price": "1.00 USD"}]}}'
    facts = written(tmp_path, odd, "facts.json")
    result = run("decide", "aliexpress", facts, "--at", AT, "--format", shape)
    assert result.exit_code == 0
    assert all(f"\\ud80{n}" in result.stdout_bytes.decode() for n in range(3))
    if shape == "record":
        assert json.loads(result.output)["facts"] == json.loads(odd)
        path = written(tmp_path, result.output, "record.json")
        assert run("replay", path, "--format", "record").stdout_bytes == path.read_bytes()


def test_half_a_surrogate_pair_is_saved(tmp_path: Path) -> None:
    """`ask --save` writes facts that hold one."""
    facts = written(tmp_path, r'{"claim": {"reason": "not_received"}, "note": "\ud800"}', "facts.json")
    assert run("ask", "aliexpress", facts, "--at", AT, "--save", tmp_path / "told.json").exit_code == 0
    assert json.loads((tmp_path / "told.json").read_text(encoding="utf-8"))["note"] == "\ud800"


def test_python_and_the_command_line_write_the_same_record(tmp_path: Path) -> None:
    """The record of a claim does not tell how it was decided."""
    path = recorded(tmp_path)
    facts = json.loads(FACTS.read_text(encoding="utf-8"))
    decision = claimrules.load("law_of_14_days").decide(facts, at=datetime.fromisoformat(AT))
    assert decision.record().to_json() == path.read_text(encoding="utf-8")
