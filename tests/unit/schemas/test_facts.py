"""The schema of facts takes what the reader of facts takes, and refuses what is clearly wrong."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import claimrules
from claimrules.api import Ruleset
from claimrules.compiler.pipeline import compile_source
from claimrules.schemas.facts import facts_schema
from claimrules.text.source import Source

AT = datetime(2026, 3, 22, tzinfo=UTC)
TEXT = """
ruleset shop "Shop" counting plain_days timezone "Asia/Seoul" currency USD
fact sent: event means "Sent." asks "When?"
fact item.price: money means "Price." asks "How much?"
fact item.count: number from 1 to 9 means "How many." asks "How many?"
fact item.kind: one of big, small means "Size." asks "Which?"
fact item.new: yes or no means "New." asks "Is it?"
fact item.papers: set of bill, photo means "Papers." asks "Which?"
fact buyer.land: country means "Country." asks "Where?"
fact buyer.zone: timezone means "Zone." asks "Which?"
fact buyer.place: place means "Place." asks "Which?"
fact buyer.word: text means "Word." asks "Which?"
"""
RULESET = Ruleset(compile_source(Source("shop.claim", TEXT)))
SCHEMA = facts_schema("shop", RULESET.vocabulary)
VALIDATOR = Draft202012Validator(SCHEMA)


def is_read(facts: dict[str, Any]) -> bool:
    """Tell whether the reader of facts takes them."""
    try:
        RULESET.answers(facts, AT)
    except claimrules.FactsError:
        return False
    return True


def facts_of(path: str, value: object) -> dict[str, Any]:
    """Return a document with one fact."""
    folder, name = path.split("/")
    return {folder: {name: value}}


@pytest.mark.parametrize(
    ("path", "value", "is_right"),
    [
        ("events/sent", "2026-03-01", True), ("events/sent", "2026-03-01T09:00+09:00", True), ("events/sent", None, True),
        ("events/sent", "2026-03-01t09:00:00.5z", True), ("events/sent", " 2026-03-01 09:00-0330 ", True),
        ("events/sent", "2026-03-01T09:00", False), ("events/sent", "soon", False), ("events/sent", 1, False),
        ("item/price", "120.00 USD", True), ("item/price", " 1,200.50 USD ", True), ("item/price", None, True),
        ("item/price", {"amount": "1.10", "currency": "USD"}, True), ("item/price", {"amount": 1, "currency": "USD"}, True),
        ("item/price", "120.00", False), ("item/price", "$120", False), ("item/price", 120, False),
        ("item/price", {"amount": 1.5, "currency": "USD"}, False), ("item/price", {"amount": "1"}, False),
        ("item/price", {"amount": "1", "currency": "USD", "tax": 1}, False),
        ("item/count", 9, True), ("item/count", 3.0, True), ("item/count", 10, False), ("item/count", "3", False),
        ("item/kind", "big", True), ("item/kind", None, True), ("item/kind", "huge", False), ("item/kind", 1, False),
        ("item/new", False, True), ("item/new", "no", False), ("item/new", 0, False),
        ("item/papers", ["bill"], True), ("item/papers", [], True), ("item/papers", "bill", False),
        ("item/papers", ["bil"], False), ("buyer/land", "KR", True), ("buyer/land", "Korea", False),
        ("buyer/zone", "Asia/Seoul", True), ("buyer/zone", 9, False), ("buyer/place", "DE-BY", True),
        ("buyer/place", [], False), ("buyer/word", "any", True), ("buyer/word", {}, False),
        ("rates/EUR", "1.0850 USD", True), ("rates/EUR", 1.085, False), ("rates/EUR", "1.0850", False),
        ("rates/euro", "1.0850 USD", False),
    ],
)  # fmt: skip
def test_schema_and_reader_agree(path: str, value: object, is_right: bool) -> None:
    """A value is right for both, or wrong for both."""
    facts = facts_of(path, value)
    assert (VALIDATOR.is_valid(facts), is_read(facts)) == (is_right, is_right)


@pytest.mark.parametrize(
    ("facts", "is_right"),
    [({}, True), ({"item": None}, True), ({"item": []}, False), ({"events_complete": True}, True),
     ({"events_complete": "yes"}, False), ({"rates": None}, True), ({"other": {"x": 1}}, True), ([], False)],
)  # fmt: skip
def test_the_frame(facts: Any, is_right: bool) -> None:
    """Groups may be left out or null; what the ruleset does not know may be given."""
    assert (VALIDATOR.is_valid(facts), is_read(facts)) == (is_right, is_right)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 12) | st.floats(allow_nan=False) | st.sampled_from(["big", "bill", "KR", "1 USD"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["amount", "currency"]), inner),
) | st.from_regex(r"\A ?[0-9]{1,4}([.,][0-9]{2,3})?( USD| EUR|)\Z") | st.from_regex(
    r"\A20[0-9]{2}-0[1-9]-0[1-9]([Tt ]0[0-9]:[0-5][0-9](:00)?([Zz]|\+0[0-9](:?00)?)?)?\Z"
)  # fmt: skip


@given(st.sampled_from([fact.path for fact in RULESET.vocabulary.values()]), VALUES)
def test_what_is_read_fits(path: tuple[str, ...], value: object) -> None:
    """The schema refuses nothing that the reader takes, but the same name twice in a set."""
    facts = facts_of("/".join(path), value)
    is_doubled = isinstance(value, list) and len(set(map(str, value))) < len(value)
    assert VALIDATOR.is_valid(facts) or is_doubled or not is_read(facts)


def test_words_and_choices_are_those_of_the_ruleset() -> None:
    """Each fact has its sentence, and a choice its names."""
    kind = SCHEMA["properties"]["item"]["properties"]["kind"]
    assert kind == {"description": "Size.", "enum": ["big", "small", None]}
    assert SCHEMA["title"] == "Facts for shop"
