"""`claimrules schema`: the schemas of facts, answers and records, as they are published."""

from __future__ import annotations

import json

import pytest

from claimrules.schemas.published import DOCUMENTS, file_of
from tests.cli.commands import AT, CLAIMS, ROOT, run
from tests.unit.schemas.strict import faults, strict


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_it_prints_what_is_published(kind: str) -> None:
    """The same text as the file in the documentation."""
    result = run("schema", kind)
    published = (ROOT / file_of(kind, DOCUMENTS[kind]())).read_text(encoding="utf-8")
    assert (result.exit_code, result.output) == (0, published)


def test_the_facts_of_a_ruleset() -> None:
    """Those that the ruleset declares; the example claims fit, and `facts --json-schema` prints the same."""
    result = run("schema", "facts", "aliexpress")
    assert result.output == run("facts", "aliexpress", "--json-schema").output
    validator = strict(json.loads(result.output))
    for path in CLAIMS.glob("*.json"):
        assert faults(validator, json.loads(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("kind", "ruleset", "shape"),
    [
        ("decision", "aliexpress", "json"), ("stack-decision", "examples.law_of_14_days,stores.base", "json"),
        ("record", "aliexpress", "record"), ("record", "examples.law_of_14_days,stores.base", "record"),
    ],
)  # fmt: skip
def test_what_the_command_line_prints_fits(kind: str, ruleset: str, shape: str) -> None:
    """The JSON of `decide` has what the schema names, and nothing else."""
    printed = run("decide", ruleset, CLAIMS / "second_thoughts.json", "--at", AT, "--format", shape).output
    assert faults(strict(json.loads(run("schema", kind).output)), json.loads(printed)) == []


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ((), 2, "facts, decision, stack-decision, record"), (("decisions",), 2, "'decisions' is not one of 'facts', 'decision'"),
        (("facts",), 2, "claimrules schema facts aliexpress"), (("record", "aliexpress"), 2, "the same for every ruleset"),
        (("facts", "nowhere"), 1, "error[CR0204]"),
    ],
)  # fmt: skip
def test_wrong_usage(arguments: tuple[str, ...], code: int, words: str) -> None:
    """The message says what can be written."""
    result = run("schema", *arguments)
    assert result.exit_code == code
    assert words in " ".join(result.output.split())
