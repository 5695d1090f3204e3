"""The blocks on the pages of diagnostics that show what is wrong, and which codes they give."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sybil import Example

import claimrules
from claimrules.domain.json_text import parse_json
from claimrules.text.span import Span

HEAD = """
ruleset docs.example "Example"
  counting plain_days
  timezone "Asia/Seoul"
  currency KRW
  rounding half_up
use vocabulary.commerce
source terms "Terms of sale" dated 2026-01-01 checked 2026-11-23
"""
#: The day on which sources are looked at, in the words of a page.
TODAY = datetime(2026, 11, 24, tzinfo=UTC).date()
#: Pages whose example is not written as it stands.
_BYTES = {
    "CR0102": lambda text: text.encode("cp1252"),
    "CR0103": lambda text: (text * 100_000).encode(),
    "CR0501": str.encode,
}
#: Codes that are said only beside others.
_BESIDE = {"CR0609": {"CR0604"}}


def whole(text: str) -> str:
    """Return a policy text as a file: a fragment stands after the head."""
    return text if re.search(r"^ruleset ", text, re.MULTILINE) or not text.strip() else HEAD + text


def codes_of_policy(text: str, code: str = "") -> set[str]:
    """Return the codes of everything that is said against a policy text, warnings included."""
    with TemporaryDirectory() as folder:
        if text.startswith("# file "):
            return _codes_of_versions(text, Path(folder))
        path = Path(folder) / "block.claim"
        path.write_bytes(_BYTES[code](text) if code in _BYTES else whole(text).encode())
        return {diagnostic.code for diagnostic in claimrules.check(path, today=TODAY)}


def _codes_of_versions(text: str, folder: Path) -> set[str]:
    """Return the codes of what is wrong with the versions of one ruleset, each after a line that names its file."""
    for name, version in re.findall(r"^# file (\S+)\n(.*?)(?=^# file|\Z)", text, re.MULTILINE | re.DOTALL):
        (folder / name).write_text(version, encoding="utf-8")
    try:
        claimrules.load(folder)
    except claimrules.PolicyError as error:
        return {diagnostic.code for diagnostic in error.diagnostics}
    return set()


def codes_of_facts(text: str, namespace: Mapping[str, Any]) -> set[str]:
    """Return the codes of what is wrong with facts, for the page's last ruleset or AliExpress."""
    ruleset = namespace.get("ruleset") or claimrules.load("aliexpress")
    try:
        ruleset.decide(parse_json(text, "block.json"), at=datetime.now(UTC))
    except claimrules.FactsError as error:
        return {diagnostic.code for diagnostic in error.diagnostics}
    return set()


def codes_of_python(text: str) -> set[str]:
    """Return the codes of the fault that lines of Python end in."""
    try:
        exec(compile(text, "block.py", "exec"), {})  # noqa: S102 - the page is our own
    except (claimrules.FactsError, claimrules.PolicyError, claimrules.RecordError) as error:
        return {diagnostic.code for diagnostic in error.diagnostics}
    return set()


def _code_of(example: Example) -> str:
    return Path(example.path).stem


def run_claim_fault(example: Example) -> None:
    """See that a policy text gives exactly the code of its page."""
    assert codes_of_policy(example.parsed, _code_of(example)) == {_code_of(example)}


def marked(text: str) -> list[tuple[str, int, str]]:
    """Return code, line and underlined text of each comment `#   ^^^^ CR0201`, which is about the line above it."""
    found, above = [], (0, "")
    for number, line in enumerate(text.splitlines(), start=1):
        mark = re.fullmatch(r"#[ ]*(\^+) (CR\d+)", line)
        if mark:
            found.append((mark[2], above[0], above[1][mark.start(1) : mark.end(1)]))
        else:
            above = (number, line)
    return sorted(found)


def said(text: str) -> list[tuple[str, int, str]]:
    """Return code, line and underlined text of everything that is said against a policy text, warnings included."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "block.claim"
        path.write_text(text, encoding="utf-8")
        places = [(fault.code, fault.primary.origin) for fault in claimrules.check(path, today=TODAY)]
    return sorted((code, at.line, at.text.split("\n")[0]) for code, at in places if isinstance(at, Span))


def run_claim_error(example: Example) -> None:
    """See that a policy text gives the codes that its comments name, at the places that they underline."""
    text = whole(example.parsed)
    assert marked(text), "no place is marked"
    assert said(text) == marked(text)


def run_json_fault(example: Example) -> None:
    """See that facts give exactly the code of their page."""
    assert codes_of_facts(example.parsed, example.namespace) == {_code_of(example)} | _BESIDE.get(
        _code_of(example), set()
    )


def run_python_fault(example: Example) -> None:
    """See that lines of Python end in exactly the code of their page."""
    assert codes_of_python(example.parsed) == {_code_of(example)}
