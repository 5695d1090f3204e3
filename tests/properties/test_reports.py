"""Whatever words a report has, they are read as words: no format's structure follows from them."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimrules import load
from claimrules.domain.report.document import Card, Document, Item, Section
from claimrules.domain.report.markdown import markdown
from claimrules.domain.report.page import page
from claimrules.domain.report.plain import plain_text
from tests.unit.report.drawn import (
    SEEN,
    SLOTS,
    WORDS,
    document,
    markdown_parts,
    marks,
    page_parts,
    tags,
    with_words,
)

drawn = st.lists(SEEN, min_size=SLOTS, max_size=SLOTS)
few = settings(max_examples=40, deadline=None)


@given(drawn)
def test_markdown_has_the_same_structure_whatever_the_words(words: list[str]) -> None:
    """A parser of CommonMark finds the same blocks, and every word where it was put."""
    structure, texts = markdown_parts(markdown(document(marks())))
    assert markdown_parts(markdown(document(words))) == (structure, with_words(texts, words))


@given(drawn)
def test_a_page_has_the_same_structure_whatever_the_words(words: list[str]) -> None:
    """A parser of HTML finds the same elements, and every word where it was put."""
    structure, texts = page_parts(page(document(marks())))
    assert page_parts(page(document(words))) == (structure, with_words(texts, words))


@given(drawn)
def test_plain_text_has_the_same_lines_whatever_the_words(words: list[str]) -> None:
    """No words make a line of their own, and no control character is left."""
    lines = plain_text(document(words)).split("\n")
    assert len(lines) == len(plain_text(document(marks())).split("\n"))
    assert all(line.isprintable() for line in lines)


@given(WORDS, st.sampled_from(["", "javascript:", "data:text/html,", "file:", "http:", "http://", "https://e/", "//"]))
def test_a_link_leads_to_the_web_or_nowhere(words: str, start: str) -> None:
    """An address is followed only if it is one of the web; no other part of the report changes with it."""
    url = start + words
    linked = Document("t", (), (Section("s", (Card("c", items=(Item("here", url=url),)),)),))
    structure, texts = page_parts(page(linked))
    links = [part for part in structure if part.startswith("<a ")]
    assert all("('href', 'http" in link for link in links)
    assert len(links) == ("</a>" in structure) <= url.strip().lower().startswith(("http://", "https://"))
    assert texts[-1] == "here"
    found, words_found = markdown_parts(markdown(linked))
    assert sum("link_open" in part for part in found) == len(links)
    assert words_found[-1] == "here"


RULESET = load("aliexpress")


def facts(number: str, title: str, name: str) -> dict[str, object]:
    """Return a claim with the buyer's own words in it."""
    events = {"placed": "2026-03-01T18:20+01:00", "promised_delivery": "2026-03-25", "delivered": None}
    order = {"number": number, "destination": "FR"}
    claim = {"reason": "not_received", "evidence": ["photo"], f"x{name}": name}
    return {"order": order, "item": {"title": title, "price": "38.50 EUR"}, "claim": claim, "events": events}


@pytest.mark.parametrize("kind", ["to_markdown", "to_html"])
@few
@given(data=st.data())
def test_facts_are_words(data: st.DataObject, kind: str) -> None:
    """What a claim says of itself changes no structure of its report."""
    at = datetime.fromisoformat("2026-03-22T12:00+09:00")
    parts = markdown_parts if kind == "to_markdown" else page_parts
    told = [data.draw(SEEN), data.draw(SEEN), data.draw(WORDS)]
    plain = parts(getattr(RULESET.decide(facts("a", "b", "c"), at=at), kind)())[0]
    found = parts(getattr(RULESET.decide(facts(*told), at=at), kind)())[0]
    assert [part for part in found if "fill" not in part] == [part for part in plain if "fill" not in part]
    assert kind == "to_markdown" or "script" not in tags(found)
