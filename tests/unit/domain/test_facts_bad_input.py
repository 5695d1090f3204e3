"""Facts that are wrong: one clear diagnostic each, with its place, all at once, and never a traceback."""

from __future__ import annotations

import json
from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrules.diagnostics.diagnostic import Diagnostic, FactsError
from claimrules.diagnostics.text_report import render
from claimrules.domain.facts import parse_json, read_facts
from claimrules.domain.money import Money
from claimrules.domain.types import (
    Boolean,
    Choice,
    Country,
    Event,
    FactDeclaration,
    FactType,
    MoneyType,
    Number,
    SetOf,
    Text,
)  # fmt: skip

TYPES: dict[str, FactType] = {
    "placed": Event(),
    "over": Event(date_means_end=True),
    "claim.reason": Choice(("defective", "wrong_item")),
    "claim.evidence": SetOf(("photo", "video")),
    "item.price": MoneyType(),
    "item.fee": MoneyType(),
    "item.count": Number(0, 10),
    "item.brand": Text(),
    "item.opened": Boolean(),
    "buyer.country": Country(),
}
VOCABULARY = {name: FactDeclaration(name, type) for name, type in TYPES.items()} | {
    "delivered": FactDeclaration("delivered", Event(), never_before=("placed",))
}


def faults(document: object, currency: str | None = None) -> tuple[Diagnostic, ...]:
    """Return what is wrong with facts that must be wrong."""
    with pytest.raises(FactsError) as caught:
        read_facts(document, VOCABULARY, zone="Asia/Seoul", currency=currency, name="f.json")
    return caught.value.diagnostics


def only(document: object, currency: str | None = None) -> tuple[str, str]:
    """Return the code and place of the one fault."""
    (fault,) = faults(document, currency)
    return fault.code, str(fault.primary.origin)


def json_fault(text: str | bytes) -> Diagnostic:
    """Return the one fault of a text that is not JSON."""
    with pytest.raises(FactsError) as caught:
        parse_json(text, "f.json")
    (fault,) = caught.value.diagnostics
    assert fault.code == "CR0601"
    assert render(fault)
    return fault


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("2026-03-01T09:00", "CR0602"),
        (datetime(2026, 3, 1), "CR0602"),  # noqa: DTZ001 - naive on purpose
        ("2026-02-30", "CR0603"),
        ("2026-02-30T09:00Z", "CR0603"),
        ("2026-03-01T24:00Z", "CR0603"),
        ("2026-03-01T09:00+99:00", "CR0603"),
        ("0001-01-01T00:00+14:00", "CR0603"),
        ("9999-12-31", "CR0603"),
        ("yesterday", "CR0604"),
        ("2026-W01-1", "CR0604"),
        ("\u0662026-03-01", "CR0604"),
        (1_770_000_000, "CR0604"),
        (float("nan"), "CR0604"),
        (True, "CR0604"),
        (["2026-03-01"], "CR0604"),
        ({}, "CR0604"),
    ],
)
def test_events(value: object, code: str) -> None:
    """An instant is exact, exists, and is one value."""
    assert only({"events": {"placed": value}}) == (code, "f.json#/events/placed")


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("-1.00 USD", "CR0605"),
        ("1.001 USD", "CR0605"),
        ("1.0000000000000000000000000000000000001 USD", "CR0605"),
        ("9" * 5000 + " USD", "CR0605"),
        (Money(-1, "USD"), "CR0605"),
        pytest.param(Money(10**5000, "USD"), "CR0605", id="huge"),
        (Money(10**15 + 1, "USD"), "CR0605"),
        ({"amount": -1, "currency": "USD"}, "CR0605"),
        ("120.00", "CR0606"),
        (Decimal("120.00"), "CR0606"),
        ({"amount": "120.00"}, "CR0606"),
        ("120.00 usd", "CR0606"),
        ("120.00 ZZZ", "CR0606"),
        (Money(1, "ZZZ"), "CR0606"),
        ("much USD", "CR0604"),
        ("NaN USD", "CR0604"),
        ("1,20.00 USD", "CR0604"),
        ("", "CR0604"),
        (120, "CR0604"),
        (120.0, "CR0604"),
        (float("nan"), "CR0604"),
        (False, "CR0604"),
        (["120.00 USD"], "CR0604"),
        ({"amount": "1", "currency": "USD", "tax": 0}, "CR0604"),
    ],
)
def test_money(value: object, code: str) -> None:
    """Money is exact, never negative, and has a currency."""
    assert only({"item": {"price": value}}) == (code, "f.json#/item/price")


@pytest.mark.parametrize("amount", [1.5, True, None, [], float("inf")])
def test_inexact_amounts(amount: object) -> None:
    """An amount in floating point could have lost a cent, and is refused."""
    found = only({"item": {"price": {"amount": amount, "currency": "USD"}}})
    assert found == ("CR0604", "f.json#/item/price/amount")


def test_money_in_another_currency() -> None:
    """All money is in the currency of the ruleset, or else all in one."""
    assert only({"item": {"price": "1 EUR"}}, "USD") == ("CR0606", "f.json#/item/price")
    assert only({"item": {"price": "1 EUR", "fee": "1 USD"}}) == ("CR0606", "f.json#/item/fee")


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (11, "CR0605"), (-1, "CR0605"),
        pytest.param(10**5000, "CR0605", id="huge"), (1e300, "CR0605"), (float("nan"), "CR0605"),
        (float("-inf"), "CR0605"), (Decimal("sNaN"), "CR0605"), (Decimal("1E+999999"), "CR0605"),
        (1.5, "CR0604"), (True, "CR0604"), ("5", "CR0604"), ([5], "CR0604"),
    ],
)  # fmt: skip
def test_numbers(value: object, code: str) -> None:
    """A number is whole, within bounds, and not a yes or no."""
    assert only({"item": {"count": value}}) == (code, "f.json#/item/count")


@pytest.mark.parametrize(
    ("document", "code", "pointer"),
    [
        ({"claim": {"reason": "defectiv"}}, "CR0607", "/claim/reason"),
        ({"claim": {"reason": ["defective"]}}, "CR0604", "/claim/reason"),
        ({"claim": {"reason": 0}}, "CR0604", "/claim/reason"),
        ({"claim": {"evidence": ["photo", "fotograf"]}}, "CR0607", "/claim/evidence/1"),
        ({"claim": {"evidence": [1]}}, "CR0604", "/claim/evidence/0"),
        ({"claim": {"evidence": "photo"}}, "CR0604", "/claim/evidence"),
        ({"item": {"opened": "yes"}}, "CR0604", "/item/opened"),
        ({"item": {"opened": 1}}, "CR0604", "/item/opened"),
        ({"item": {"brand": 1}}, "CR0604", "/item/brand"),
        ({"item": {"brand": "\ud800"}}, "CR0604", "/item/brand"),
        ({"item": []}, "CR0604", "/item"),
        ({"claim.reason": 1}, "CR0604", "/claim.reason"),
        ({"claim.reason": "defective", "claim": {"reason": "defective"}}, "CR0604", "/claim/reason"),
        ({"events_complete": "yes"}, "CR0604", "/events_complete"),
        ([], "CR0604", ""),
        (None, "CR0604", ""),
        ("text", "CR0604", ""),
    ],
)
def test_other_values(document: object, code: str, pointer: str) -> None:
    """Each fault has the pointer of its value."""
    assert only(document) == (code, f"f.json#{pointer}")


def test_help() -> None:
    """The help says what to write."""
    assert faults({"claim": {"reason": "defectiv"}})[0].help == "did you mean `defective`?"
    assert faults({"item": {"price": 120}})[0].help == 'write "120.00 USD"'
    assert faults({"item": {"opened": "no"}})[0].help == "write false without quotation marks"


def test_delivered_before_placed() -> None:
    """Events that cannot come before others do not."""
    events = {"placed": "2026-03-02T00:00+09:00", "delivered": "2026-03-01"}
    assert only({"events": events}) == ("CR0608", "f.json#/events/delivered")


def test_all_at_once() -> None:
    """Every fault is reported, in the order of the document."""
    document = {"claim": {"reason": 1}, "item": {"price": "x", "count": 99}, "events": {"placed": "2026-13-01"}}
    assert [fault.code for fault in faults(document)] == ["CR0604", "CR0604", "CR0605", "CR0603"]


def test_very_many_faults_are_cut_short() -> None:
    """A hundred thousand faults are not shown, nor searched for suggestions."""
    assert len(faults({"claim": {"evidence": ["foto"] * 100_000}})) == 50


def test_circles_and_odd_keys() -> None:
    """A Python document may hold itself, or keys that are no text."""
    circle: dict[Any, Any] = {}
    circle |= {"claim": circle, "self": circle, 1: 2, None: 3}
    assert read_facts(circle, VOCABULARY, zone="UTC", currency=None).unused


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("", 1, 1), ("{", 1, 2), ('{"a": 1,\n b}', 2, 2), ("[1", 1, 3), ('{"a": nan}', 1, 7), ("{} x", 1, 4),
        ('{\n"a": NaN}', 2, 6), ('{"a": -Infinity}', 1, 7), ('{"a": 1,\n "a": 2}', 2, 2),
        ('{"a": {"b": [1, {"c": 1, "\\u0063": 2}]}}', 1, 26), ('{"a":\n  ' + "9" * 10_000 + "}", 2, 3),
        (b'{"a":\n "\xff"}', 2, 3), (b"\xff\xfe{\x00}\x00", 1, 1), ("[" * 100_000, 1, 1), ('{"a": "\n"}', 1, 8),
    ],
)  # fmt: skip
def test_not_json(text: str | bytes, line: int, column: int) -> None:
    """Text that is not JSON is shown by line and column."""
    origin: Any = json_fault(text).primary.origin
    assert (origin.line, origin.column) == (line, column)


def test_too_large() -> None:
    """More than a megabyte is not looked at."""
    assert "larger" in json_fault(" " * 1_000_001).message


def test_byte_order_mark() -> None:
    """A mark at the start is not part of the text."""
    assert parse_json(b"\xef\xbb\xbf{}", "f") == parse_json("\ufeff{}", "f") == {}


@pytest.mark.parametrize(
    ("given", "code", "help"),
    [
        ("ru", "CR0607", "did you mean `RU` (Russia)?"),
        (" KR ", "CR0607", "did you mean `KR` (Korea (South))?"),
        ("Russia", "CR0607", "did you mean `RU` (Russia)?"),
        ("South Korea", "CR0607", "did you mean `KR` (Korea (South))?"),
        ("Brasil", "CR0607", "did you mean `BR` (Brazil)?"),
        ("UK", "CR0607", "did you mean `GB` (Britain (UK))?"),
        ("XX", "CR0607", "write the two capital letters of ISO 3166-1"),
        ("", "CR0607", "write the two capital letters of ISO 3166-1"),
        ("x" * 1000, "CR0607", "write the two capital letters of ISO 3166-1"),
        (82, "CR0604", "write the two capital letters of ISO 3166-1"),
        (["KR"], "CR0604", "write the two capital letters of ISO 3166-1"),
    ],
)
def test_what_is_no_country(given: object, code: str, help: str) -> None:
    """Only the two capital letters are a country; the help says which were meant."""
    (fault,) = faults({"buyer": {"country": given}})
    assert (fault.code, str(fault.primary.origin), fault.help[: len(help)]) == (code, "f.json#/buyer/country", help)


def test_all_doubled_keys_are_reported() -> None:
    """One look finds them all."""
    with pytest.raises(FactsError) as caught:
        parse_json('{"a": 1, "a": NaN, "b": {"a": 1}, "b": 2}', "f")
    assert len(caught.value.diagnostics) == 3


LEAVES = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates().map(str) | st.datetimes().map(str)
    | st.sampled_from(["120.00 USD", "-1 USD", "photo", "defective", "2026-03-01T09:00+09:00", 10**4000, -(10**400)])
)  # fmt: skip
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.sampled_from(["amount", "currency"]), inner)
)
DOCUMENTS = st.dictionaries(
    st.sampled_from(["claim", "item", "events", "events_complete", "claim.reason", "item.price"]) | st.text(),
    VALUES | st.dictionaries(st.sampled_from([name.rpartition(".")[2] for name in VOCABULARY]), VALUES),
)


def assert_printable(error: FactsError) -> None:
    """Assert that every fault has words that any terminal can take."""
    assert str(error).encode()
    assert all(render(fault).encode() for fault in error.diagnostics)


@given(VALUES | DOCUMENTS, st.sampled_from([None, "USD"]))
def test_any_value_is_read_or_refused(document: object, currency: str | None) -> None:
    """Nothing that JSON can hold makes reading fail otherwise than with diagnostics, which can be printed."""
    try:
        facts = read_facts(document, VOCABULARY, zone="America/Los_Angeles", currency=currency)
    except FactsError as error:
        assert_printable(error)
    else:
        assert all(type(value) in {int, bool} and abs(value) <= 2**60 for value in facts.values.values())
        " ".join([*facts.shown.values(), *(unused.path for unused in facts.unused)]).encode()


@given(st.text() | st.binary() | st.text('{}[]:,"\\ 019-.eE+NaInfity\n') | DOCUMENTS.map(json.dumps))
def test_any_text_is_parsed_or_refused(text: str | bytes) -> None:
    """Nothing that a file can hold makes parsing fail otherwise than with diagnostics."""
    try:
        parse_json(text, "f.json")
    except FactsError as error:
        assert_printable(error)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_json_is_read_as_it_is(value: object) -> None:
    """What JSON holds is what comes out."""
    assert parse_json(json.dumps(value), "f") == value
