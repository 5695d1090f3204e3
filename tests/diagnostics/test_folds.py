"""Folds that do not fit their lines, and facts of lines where a claim's own are needed: one fault each."""

from __future__ import annotations

import pytest

from claimrules.compiler.pipeline import compile_source
from claimrules.text.source import Source
from tests.diagnostics.policies import RIGHT, fault_of

LINES = """
fact parcel.lines.weight: number, from 0 to 100
fact parcel.lines.fragile: yes or no
fact parcel.lines.name: text
"""


def test_the_folds_are_right() -> None:
    """Every kind of fold, before or after other clauses, with and without its comma."""
    text = RIGHT + LINES + """
    fact parcel.weight: number, sum of weight over parcel.lines means "All of it."
    fact parcel.heaviest: number from 0 to 100 max of weight over parcel.lines
    fact parcel.any_fragile: yes or no, any of fragile over parcel.lines
    fact parcel.all_fragile: yes or no, all of fragile over parcel.lines, assumed no
    fact parcel.fragile: number, count of fragile over parcel.lines
    fact parcel.count: number, count over parcel.lines
    """  # fmt: skip
    vocabulary = compile_source(Source("shop.claim", text)).plan.vocabulary
    folds = {name: fact.fold.words for name, fact in vocabulary.items() if fact.fold and name.startswith("parcel")}
    assert folds == {
        "parcel.weight": "sum of weight over parcel.lines",
        "parcel.heaviest": "max of weight over parcel.lines",
        "parcel.any_fragile": "any of fragile over parcel.lines",
        "parcel.all_fragile": "all of fragile over parcel.lines",
        "parcel.fragile": "count of fragile over parcel.lines",
        "parcel.count": "count over parcel.lines",
    }
    assert vocabulary["parcel.lines.weight"].line_of == "parcel.lines"


@pytest.mark.parametrize(
    ("fact", "code", "underlined", "help"),
    [
        ("parcel.w: number, sum of wieght over parcel.lines", "CR0201", "wieght", "did you mean `weight`?"),
        ("parcel.w: number, sum of fragile over parcel.lines", "CR0320", "fragile", ""),
        ("parcel.w: number, sum of name over parcel.lines", "CR0320", "name", ""),
        ("parcel.w: money, sum of weight over parcel.lines", "CR0320", "parcel.w", "declare it as a number"),
        ("parcel.w: yes or no, any of weight over parcel.lines", "CR0320", "weight", ""),
        ("parcel.w: number, any of fragile over parcel.lines", "CR0320", "parcel.w", "declare it as yes or no"),
        ("parcel.w: yes or no, count over parcel.lines", "CR0320", "parcel.w", "declare it as a number"),
        ("parcel.w: number, count of weight over parcel.lines", "CR0320", "weight", ""),
        ("parcel.lines.n: number, count over parcel.lines", "CR0320", "parcel.lines.n", "a name outside"),
        ("parcel.w: number, count over item.price", "CR0320", "item.price", ""),
        ("parcel.w: number, count over parcel.lines count over parcel.lines", "CR0404", "count over parcel.lines", ""),
    ],
)
def test_folds_that_do_not_fit(fact: str, code: str, underlined: str, help: str) -> None:
    """A fold is underlined at the word that does not fit."""
    found = fault_of(f"{RIGHT}{LINES}fact {fact}")
    assert found[:2] == (code, underlined)
    assert help in found[2]


def test_lines_have_no_events() -> None:
    """An event under a list of lines could never be given."""
    text = RIGHT + LINES + "fact parcel.lines.sent: event fact parcel.count: number, count over parcel.lines"
    assert fault_of(text)[:2] == ("CR0320", "parcel.lines.sent")


@pytest.mark.parametrize("condition", ["order.lines.opened", "order.lines.price > 5 KRW", "order.lines.price is known"])
def test_a_fact_of_lines_in_a_condition(condition: str) -> None:
    """A condition reads facts of the claim; the help shows how to fold."""
    code, underlined, help = fault_of(RIGHT.replace("claim.reason is change_of_mind", condition))
    assert (code, underlined) == ("CR0321", condition.split(maxsplit=1)[0])
    assert help.startswith("fold it: fact order.NAME: ")
    assert help.endswith(" over order.lines")


def test_a_fact_of_lines_as_an_amount() -> None:
    """An amount is one too."""
    assert fault_of(RIGHT.replace("with return", "less order.lines.price"))[:2] == ("CR0321", "order.lines.price")


@pytest.mark.parametrize(
    ("layer", "help"),
    [("sellr", "did you mean `seller`?"), ("shop", "one of law, payment, marketplace, seller, category")],
)
def test_a_layer_that_is_not_there(layer: str, help: str) -> None:
    """Layers are five; a misspelt one is told."""
    text = RIGHT.replace("  counting plain_days\n", f"  counting plain_days\n  layer {layer}\n")
    assert fault_of(text) == ("CR0305", layer, help)
