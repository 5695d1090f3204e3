"""The grammar has no conflicts, keywords end where words end, and every construct is shown somewhere."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from lark import Lark, logger

from claimrules.constructs.registry import CONSTRUCTS
from claimrules.diagnostics.collector import Collector
from claimrules.syntax.grammar import parser
from claimrules.syntax.parse import parse
from claimrules.syntax.split import RESERVED, split
from claimrules.text.source import Source
from tests.docs.code_blocks import ROOT, documents, examples

GRAMMAR = (ROOT / "grammar/claimrules.lark").read_text(encoding="utf-8")


def test_no_conflicts(caplog: pytest.LogCaptureFixture) -> None:
    """LALR(1) needs no choice between shifting and reducing anywhere."""
    logger.addHandler(caplog.handler)
    logger.setLevel(logging.DEBUG)
    try:
        Lark(GRAMMAR, parser="lalr", debug=True)
    finally:
        logger.setLevel(logging.CRITICAL)
        logger.removeHandler(caplog.handler)
    assert [record.message for record in caplog.records if "onflict" in record.message] == []


def test_a_conflict_would_be_noticed(caplog: pytest.LogCaptureFixture) -> None:
    """The test above can fail."""
    logger.addHandler(caplog.handler)
    logger.setLevel(logging.DEBUG)
    try:
        Lark('start: a | a start\na: "x" | "x" a', parser="lalr", debug=True)
    finally:
        logger.setLevel(logging.CRITICAL)
        logger.removeHandler(caplog.handler)
    assert any("onflict" in record.message for record in caplog.records)


@pytest.mark.parametrize(
    "name", ["inspected", "whenever", "none_left", "in_transit", "not_new", "is_old", "may.be", "by_x"]
)
def test_keywords_end_where_words_end(name: str) -> None:
    """A name may begin like a keyword."""
    tree = parser().parse(f"rule r when {name} and not {name} grant x")
    assert [str(leaf.children[0]) for leaf in tree.find_data("holds")] == [name, name]


@pytest.mark.parametrize(
    "until",
    [
        "until 14 days late",
        "until # so long\n 14 # or so\n\tdays\nlate",
        "until grace late",
        "until 1 month and 3 days late",
    ],
)
def test_a_band_is_told_from_a_time_of_the_rule(until: str) -> None:
    """After an amount `until` goes on with a band where it ends in `late`, comments or not; else it is the rule's."""
    owed = "rule r oblige seller to refund within w else 1 KRW"
    (piece,) = split(Source("t.claim", f"{owed} {until}, 2 KRW until placed"), Collector())
    banded = parser().parse(piece.text)
    assert [len(band.children) for band in banded.find_data("late_band")] == [2, 1]
    assert len(list(banded.find_data("until_clause"))) == 1


def policy_texts() -> list[str]:
    """Return every policy text that ships or that a page shows."""
    files = [path.read_text(encoding="utf-8") for path in (ROOT / "rulesets").rglob("*.claim")]
    blocks = [block for page in documents() for block in examples(page) if is_claim(page, block.start)]
    return files + [block.parsed for block in blocks]


def is_claim(page: Path, start: int) -> bool:
    """Tell whether the block at a place of a page is policy text."""
    return page.read_text(encoding="utf-8")[start:].lstrip("\n").startswith("```claim\n")


def test_every_construct_is_shown() -> None:
    """Every construct occurs in a ruleset or in a block of the documentation, where it is run."""
    shown: set[str] = set()
    for text in policy_texts():
        for piece in split(Source("text.claim", text), Collector()):
            parsed = parse(piece, Collector())
            assert parsed is not None
            shown |= {str(subtree.data) for subtree in parsed.tree.iter_subtrees()}
    assert {construct.alias for construct in CONSTRUCTS} - shown == {
        "bare_amount",
        "table_cell",
    }  # always a fault; built by its table


def test_every_construct_has_words_and_an_example() -> None:
    """The reference can say what each construct is."""
    assert all(construct.words.endswith(".") and construct.example for construct in CONSTRUCTS)
    assert len({construct.alias for construct in CONSTRUCTS}) == len(CONSTRUCTS)


def test_reserved_words_are_those_of_the_grammar() -> None:
    """A file is cut at exactly the words that begin a declaration."""
    start = next(line for line in GRAMMAR.splitlines() if line.startswith("start: "))
    assert set(start.removeprefix("start: ").split(" | ")) == set(RESERVED)
