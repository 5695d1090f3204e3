"""Facts worked out from the lines of an order: three-valued, within bounds, each fault with its place."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrules.diagnostics.diagnostic import FactsError
from claimrules.domain.fact_lines import MOST_LINES
from claimrules.domain.facts import Facts, read_facts
from claimrules.domain.types import Boolean, FactDeclaration, FactType, Fold, MoneyType, Number, Text

LINES = "order.lines"
MEMBERS: dict[str, FactType] = {
    "price": MoneyType(), "opened": Boolean(), "units": Number(0, 100), "name": Text(), "box.weight": Number(),
}  # fmt: skip
FOLDS: dict[str, tuple[FactType, Fold]] = {
    "order.total": (MoneyType(), Fold("sum", LINES, f"{LINES}.price")),
    "order.dearest": (MoneyType(), Fold("max", LINES, f"{LINES}.price")),
    "order.units": (Number(0, 150), Fold("sum", LINES, f"{LINES}.units")),
    "order.any_opened": (Boolean(), Fold("any", LINES, f"{LINES}.opened")),
    "order.all_opened": (Boolean(), Fold("all", LINES, f"{LINES}.opened")),
    "order.opened": (Number(), Fold("count", LINES, f"{LINES}.opened")),
    "order.count": (Number(), Fold("count", LINES)),
    "order.weight": (Number(), Fold("sum", LINES, f"{LINES}.box.weight")),
}
VOCABULARY = {
    f"{LINES}.{name}": FactDeclaration(f"{LINES}.{name}", type, line_of=LINES) for name, type in MEMBERS.items()
}
VOCABULARY |= {name: FactDeclaration(name, type, fold=fold) for name, (type, fold) in FOLDS.items()}
VOCABULARY |= {"item.price": FactDeclaration("item.price", MoneyType())}


def read(lines: object, currency: str | None = None, **order: Any) -> Facts:
    """Return facts read from the lines of an order, and what else is said of the order."""
    return read_facts({"order": {"lines": lines, **order}}, VOCABULARY, zone="UTC", currency=currency)


def fault(lines: object, currency: str | None = None, **order: Any) -> tuple[str, str, str]:
    """Return the code, the place and the message of the one fault."""
    with pytest.raises(FactsError) as caught:
        read(lines, currency, **order)
    (found,) = caught.value.diagnostics
    return found.code, str(found.primary.origin), found.message


def test_every_fold() -> None:
    """Two lines: 10.00 and 25.50, 2 and 3 units, the second opened."""
    facts = read([
        {"price": "10.00 USD", "units": 2, "opened": False, "box": {"weight": 5}},
        {"price": "25.50 USD", "units": 3, "opened": True, "box.weight": 7},
    ])  # fmt: skip
    assert facts.values == {
        "order.total": 3550, "order.dearest": 2550, "order.units": 5, "order.any_opened": True,
        "order.all_opened": False, "order.opened": 1, "order.count": 2, "order.weight": 12,
    }  # fmt: skip
    assert (facts.shown["order.total"], facts.shown["order.any_opened"]) == ("35.50 USD", "yes")
    assert (facts.lists, set(facts.folded.values()), facts.unused) == ((LINES,), {LINES}, ())


def test_no_lines_at_all() -> None:
    """Of no lines the sum and the count are 0, any is no, all is yes, and there is no highest."""
    values = read([]).values
    assert (values["order.total"], values["order.count"], values["order.opened"]) == (0, 0, 0)
    assert (values["order.any_opened"], values["order.all_opened"]) == (False, True)
    assert "order.dearest" not in values


@pytest.mark.parametrize("lines", [None, ...])
def test_lines_that_are_not_given(lines: object) -> None:
    """Without lines nothing is known, not even how many."""
    document = {"order": {} if lines is ... else {"lines": lines}}
    assert read_facts(document, VOCABULARY, zone="UTC", currency=None).values == {}


@pytest.mark.parametrize(
    ("opened", "any_opened", "all_opened", "count"),
    [
        ([True, None], True, None, None),
        ([False, None], None, False, None),
        ([None], None, None, None),
        ([True, False, None], True, False, None),
        ([True, True], True, True, 2),
        ([False, False], False, False, 0),
    ],
)
def test_a_known_line_can_settle_it(
    opened: list[bool | None], any_opened: bool | None, all_opened: bool | None, count: int | None
) -> None:
    """Any: a known yes wins. All: a known no wins. A count needs every line."""
    values = read([{"opened": value} for value in opened]).values
    assert (values.get("order.any_opened"), values.get("order.all_opened")) == (any_opened, all_opened)
    assert values.get("order.opened") == count


@given(st.lists(st.sampled_from([True, False, None]), max_size=5))
def test_folds_say_what_every_filling_says(opened: list[bool | None]) -> None:
    """A fold is known just where all ways of filling in what is missing agree, and then it is what they say."""
    values = read([{"opened": value} for value in opened]).values
    fillings = list(product(*((value,) if value is not None else (True, False) for value in opened)))
    for fact, fold in (("any_opened", any), ("all_opened", all), ("opened", sum)):
        possible = {fold(filling) for filling in fillings}
        assert values.get(f"order.{fact}") == (possible.pop() if len(possible) == 1 else None)


@pytest.mark.parametrize("line", [{}, {"price": None}])
def test_one_price_that_is_missing(line: dict[str, Any]) -> None:
    """Sum and highest are not known while one price is not; how many lines there are is."""
    values = read([{"price": "10.00 USD"}, line]).values
    assert values == {"order.count": 2}


def test_what_is_given_itself_is_taken() -> None:
    """A fact given beside lines that tell the same, or nothing, is taken as given."""
    for lines in ([{"price": "10.00 USD"}], [{}], None):
        facts = read(lines, total="10.00 USD")
        assert (facts.values["order.total"], "order.total" in facts.folded) == (1000, False)


@pytest.mark.parametrize(
    ("lines", "order", "words"),
    [
        ([{"price": "10.00 USD"}], {"total": "10.01 USD"}, "`order.total` is given as 10.01 USD, but sum of price over order.lines is 10.00 USD"),
        ([{"opened": True}, {}], {"any_opened": False}, "`order.any_opened` is given as no, but any of opened over order.lines is yes"),
        ([{}, {}], {"count": 3}, "`order.count` is given as 3, but count over order.lines is 2"),
    ],
)  # fmt: skip
def test_lines_that_contradict_what_is_given(lines: list[Any], order: dict[str, Any], words: str) -> None:
    """Both given and disagreeing is a fault at the fact, even where a line is not known."""
    assert fault(lines, **order) == ("CR0620", f"facts#/order/{next(iter(order))}", words)


@pytest.mark.parametrize(
    ("lines", "code", "place"),
    [
        ({"price": "10.00 USD"}, "CR0604", "/order/lines"),
        ("two", "CR0604", "/order/lines"),
        ([{}, {}, {"price": "ten"}], "CR0604", "/order/lines/2/price"),
        ([{}, 5], "CR0604", "/order/lines/1"),
        ([None], "CR0604", "/order/lines/0"),
        ([{"opened": "yes"}], "CR0604", "/order/lines/0/opened"),
        ([{"units": 101}], "CR0605", "/order/lines/0/units"),
        ([{"price": "1.005 USD"}], "CR0605", "/order/lines/0/price"),
        ([{"price": "1.00 USD"}, {"price": "1.00 EUR"}], "CR0606", "/order/lines/1/price"),
        ([{"box": {"weight": 1}, "box.weight": 1}], "CR0604", "/order/lines/0/box.weight"),
        ([{"box": {"weight": "x"}}], "CR0604", "/order/lines/0/box/weight"),
        ([{"units": 100}, {"units": 51}], "CR0605", "/order/lines"),
        ([{"price": "10000000000000.00 USD"}, {"price": "0.01 USD"}], "CR0605", "/order/lines"),
        ([{}] * (MOST_LINES + 1), "CR0605", "/order/lines"),
    ],
)  # fmt: skip
def test_bad_lines(lines: object, code: str, place: str) -> None:
    """Each fault has the place of the line, as a JSON pointer."""
    assert fault(lines)[:2] == (code, f"facts#{place}")


def test_all_bad_lines_are_reported() -> None:
    """Faults in several lines are shown together."""
    with pytest.raises(FactsError) as caught:
        read([{"price": 5}, {}, {"opened": 1}])
    assert [str(f.primary.origin) for f in caught.value.diagnostics] == [
        "facts#/order/lines/0/price",
        "facts#/order/lines/2/opened",
    ]


def test_as_many_lines_as_there_may_be() -> None:
    """Ten thousand lines are read."""
    facts = read([{"price": "1.00 USD"}] * MOST_LINES)
    assert (facts.shown["order.total"], facts.shown["order.count"]) == ("10,000.00 USD", "10000")


def test_money_of_lines_and_of_facts_is_in_one_currency() -> None:
    """A line's currency is the claim's, also where the ruleset has none."""
    document = {"item": {"price": "1.00 EUR"}, "order": {"lines": [{"price": "1.00 USD"}]}}
    with pytest.raises(FactsError, match="in USD, not in EUR"):
        read_facts(document, VOCABULARY, zone="UTC", currency=None)
    assert fault([{"price": "1.00 USD"}], "EUR")[0] == "CR0606"


def test_what_lines_give_for_no_fact() -> None:
    """A misspelt key is named once for all lines, with the nearest, and is no error."""
    facts = read([{"prise": "1.00 USD"}, {"prise": "2.00 USD"}])
    assert [(unused.path, unused.help) for unused in facts.unused] == [
        ("order.lines.prise", "did you mean `order.lines.price`?")
    ]


def test_lines_full_of_what_no_fact_takes() -> None:
    """Fifty thousand different keys of no fact are listed without trouble, the first of them with help."""
    lines = [{f"prise_{n}_{k}": 1 for k in range(5)} for n in range(MOST_LINES)]
    unused = read(lines).unused
    assert len(unused) == 5 * MOST_LINES
    assert unused[-1].help == ""


def test_a_value_that_is_assumed_of_lines() -> None:
    """Lines that do not say it have the assumed value, and the decision says so once."""
    opened = FactDeclaration(f"{LINES}.opened", Boolean(), assumed=False, line_of=LINES)
    document = {"order": {"lines": [{"opened": True}, {}, {}]}}
    facts = read_facts(document, VOCABULARY | {opened.name: opened}, zone="UTC", currency=None)
    assert facts.values["order.opened"] == 1
    assert facts.assumptions == ("`order.lines.opened` is not given for 2 lines: taken as no.",)


def test_lines_given_twice() -> None:
    """One list in two spellings is a fault."""
    with pytest.raises(FactsError, match="given twice"):
        read_facts({"order": {"lines": []}, "order.lines": []}, VOCABULARY, zone="UTC", currency=None)
