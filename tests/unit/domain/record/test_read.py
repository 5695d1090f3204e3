"""Records are read as they were written; what is no record, or was changed, is a fault with its place."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import claimrules
from claimrules.domain.record.read import record_in, record_of_document, record_of_text
from claimrules.domain.record.shape import Record, RulesetMark, digest_of

RECORD = Record(
    "2026-03-22T12:00:00+09:00",
    (RulesetMark("examples.law_of_14_days", "", "ab" * 32),),
    {"claimrules": "0.1.0", "holidays": "0.109", "tzdata": "2026.6"},
    {"item": {"title": "램프 \ud800"}, "\ud801": 1.5},
    {"format": "claimrules.decision/1", "remedies": []},
)
DOCUMENT = RECORD.to_dict()


def faults(read: Callable[[], object]) -> list[tuple[str, str, str]]:
    """Return the code, the place and the words of each fault; every one has help."""
    with pytest.raises(claimrules.RecordError) as caught:
        read()
    found = caught.value.diagnostics
    assert all(fault.help or fault.code == "CR0901" for fault in found)
    return [(fault.code, str(fault.primary.origin), fault.message) for fault in found]


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """From a file, a text, bytes and plain data; half a surrogate pair stays what it is."""
    RECORD.write(tmp_path / "record.json")
    assert record_in(tmp_path / "record.json") == RECORD
    assert record_in(str(tmp_path / "record.json")) == RECORD
    assert record_of_text(RECORD.to_json()) == record_of_text(str(RECORD).encode()) == RECORD
    assert record_of_document(DOCUMENT) == RECORD
    assert record_of_text(RECORD.to_json()).to_json() == RECORD.to_json()


def test_korean_can_be_read_by_people() -> None:
    """The text is UTF-8 as it is, but for what is no character."""
    assert '"title": "램프 \\ud800"' in RECORD.to_json()
    assert '"\\ud801": 1.5' in RECORD.to_json()


def test_layout_and_order_of_keys_are_no_change() -> None:
    """A record may be laid out anew, sorted, or escaped; its digest fits."""
    sorted_text = json.dumps(DOCUMENT, sort_keys=True, indent=7)
    assert record_of_text(sorted_text) == RECORD
    assert record_of_text(f"\ufeff{sorted_text}") == RECORD


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        (b"", "record:1:1", "not JSON: the text is empty"),
        (b'{"format": ', "record:1:12", "not JSON: expecting value"),
        (b'{"a": 1,\n "a": 2}', "record:2:2", "the key `a` is given twice in one object"),
        (b'{"a": NaN}', "record:1:7", "NaN is not a value of JSON"),
        (b'{"a": "\xff"}', "record:1:8", "the record is not text in UTF-8"),
        (b"[" * 200_000, "record:1:1", "the record is too deeply nested"),
    ],
)
def test_what_is_not_json(text: bytes, place: str, words: str) -> None:
    """CR0901, at the character where reading stopped."""
    assert faults(lambda: record_of_text(text)) == [("CR0901", place, words)]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """CR0901 names it, and so it does for a folder or what can be no name."""
    for path in (tmp_path / "none.json", tmp_path, "a\0b"):
        ((code, place, words),) = faults(lambda path=path: record_in(path))
        assert (code, place) == ("CR0901", f"{path}#")
        assert words.startswith("the record cannot be read: ")


@pytest.mark.parametrize(
    ("document", "place", "words"),
    [
        ([], "", "a record is an object, not a list"),
        ("x", "", "a record is an object, not `x`"),
        ({}, "", "the document has no `format`, so it is no record"),
        ({"format": 1}, "", "the document has no `format`, so it is no record"),
        ({"format": "claimrules.decision/1"}, "/format", "the document's format is `claimrules.decision/1`, which is no record"),
    ],
)  # fmt: skip
def test_what_is_no_record(document: object, place: str, words: str) -> None:
    """CR0902 says what it is instead."""
    assert faults(lambda: record_of_document(document)) == [("CR0902", f"record#{place}", words)]


@pytest.mark.parametrize("version", ["0", "2", "1.1", "", "1 "])
def test_a_version_that_is_not_known(version: str) -> None:
    """CR0903 names the one that is, whatever else is in the record."""
    ((code, place, words),) = faults(lambda: record_of_document({"format": f"claimrules.record/{version}"}))
    assert (code, place) == ("CR0903", "record#/format")
    assert words.endswith("; this version of claimrules knows claimrules.record/1")


def test_everything_that_is_missing_is_told() -> None:
    """CR0902 for each part, in order."""
    found = faults(lambda: record_of_document({"format": "claimrules.record/1"}))
    parts = ["at", "rulesets", "versions", "facts", "answer", "digest"]
    assert found == [("CR0902", f"record#/{part}", f"the record lacks `{part}`") for part in parts]


@pytest.mark.parametrize(
    ("part", "value", "place", "words"),
    [
        ("at", 1, "/at", "an instant with its offset, in the years 1900 to 2200, not the number 1"),
        ("at", "2026-03-22T12:00", "/at", "an instant with its offset, in the years 1900 to 2200, not `2026-03-22T12:00`"),
        ("at", "1899-12-31T23:59Z", "/at", "an instant with its offset, in the years 1900 to 2200, not `1899-12-31T23:59Z`"),
        ("at", "soon", "/at", "an instant with its offset, in the years 1900 to 2200, not `soon`"),
        ("rulesets", [], "/rulesets", "a list of rulesets, not a list"),
        ("rulesets", "x", "/rulesets", "a list of rulesets, not `x`"),
        ("rulesets", [{"name": "a", "version": None, "content": ""}], "/rulesets/0/version", "a text, not null"),
        ("rulesets", [{"name": "a", "version": "", "content": ""}] * 2, "/rulesets", "one ruleset, as the answer is that of one, not a list"),
        ("versions", {"tzdata": 2026.6}, "/versions/tzdata", "a text, not the number 2026.6"),
        ("facts", [], "/facts", "an object, not a list"),
        ("answer", {"format": "x"}, "/answer/format", "claimrules.decision/1 or claimrules.stack/1, not `x`"),
        ("answer", {}, "/answer/format", "claimrules.decision/1 or claimrules.stack/1, not null"),
        ("digest", None, "/digest", "a text, not null"),
    ],
)  # fmt: skip
def test_a_part_of_the_wrong_kind(part: str, value: object, place: str, words: str) -> None:
    """CR0902 says what is expected there, and what was found."""
    found = faults(lambda: record_of_document({**DOCUMENT, part: value}))
    assert found == [("CR0902", f"record#{place}", f"`{place[1:]}` is {words}")]


@pytest.mark.parametrize("part", [*DOCUMENT])
def test_every_change_is_noticed(part: str) -> None:
    """CR0905 for any part that is not as it was written, or that was added."""
    other = {
        "at": "2026-03-22T12:00:00+08:00",
        "rulesets": [{**DOCUMENT["rulesets"][0], "name": "stores.base"}],
        "versions": {**DOCUMENT["versions"], "tzdata": "2026.5"},
        "facts": {**DOCUMENT["facts"], "\ud801": 1},
        "answer": {**DOCUMENT["answer"], "remedies": [{}]},
        "digest": "0" * 64,
        "format": "claimrules.record/1",
    }
    changed = {**DOCUMENT, part: other[part]} if part != "format" else {**DOCUMENT, "note": "added"}
    words = "what the record says is not what was written: its digest is of something else"
    assert faults(lambda: record_of_document(changed)) == [("CR0905", "record#/digest", words)]


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    ),
    st.sampled_from([*DOCUMENT, ""]),
    st.booleans(),
)
def test_any_document_is_read_or_refused(value: Any, part: str, has_fitting_digest: bool) -> None:
    """Whatever stands in a record, it is read as it stands or refused with faults, even where its digest fits."""
    document = {**DOCUMENT, part: value} if part else value
    if isinstance(document, dict) and has_fitting_digest:
        plain = json.loads(json.dumps({key: one for key, one in document.items() if key != "digest"}))
        document = {**plain, "digest": digest_of(plain)}
    try:
        record = record_of_document(document)
    except claimrules.RecordError:
        return
    assert datetime.fromisoformat(record.at).utcoffset() is not None
    assert record_of_text(record.to_json()) == record
