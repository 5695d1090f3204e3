"""The language reference and its diagrams are what `tools/generate.py` makes now."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from claimrules.syntax.limits import DEEPEST, LONGEST_FILE, LONGEST_NUMBER
from tools.grammar_rules import GRAMMAR
from tools.language_page import DIAGRAMS, PAGE, ROOT, diagrams, page
from tools.railroad import svg, words_of


def test_the_page_is_up_to_date() -> None:
    """Made again it is the same."""
    assert page() == (ROOT / PAGE).read_text(encoding="utf-8"), "run `make generate`"


def test_the_diagrams_are_up_to_date() -> None:
    """Made again they are the same, and there is none that belongs to no page."""
    stand = {f"{DIAGRAMS}/{path.name}": path.read_text(encoding="utf-8") for path in (ROOT / DIAGRAMS).iterdir()}
    made = diagrams()
    assert stand.keys() == made.keys(), "run `make generate`, and delete what it no longer writes"
    assert [path for path in made if made[path] != stand[path]] == [], "run `make generate`"


def test_the_page_opens_with_what_the_language_cannot_say() -> None:
    """Nothing comes before it."""
    assert re.findall(r"^## (.+)$", page(), re.MULTILINE)[0] == "What it cannot say"


def test_the_page_says_the_limits_of_a_file() -> None:
    """They are those that are held."""
    limits = f"at most {LONGEST_FILE:,} bytes, {DEEPEST} levels of nesting, {LONGEST_NUMBER} digits in a number"
    assert limits in page()


def test_the_links_within_the_page_lead_to_headings() -> None:
    """Each is one of the page's own."""
    headings = re.findall(r"^#+ (.+)$", page(), re.MULTILINE)
    anchors = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    assert set(re.findall(r"\]\(#([^)]+)\)", page())) <= anchors


def test_a_diagram_is_well_formed_and_shows_the_grammar() -> None:
    """Words of the grammar and names of its rules stand in it, one box each; words that follow one another in one."""
    drawn = ET.fromstring(svg(("fact", "until")))  # noqa: S314
    words = [text.text for text in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert words == ["fact", "fact", "a name", ":", "type", "fact clause", "until", "until", "moment"]


def test_every_terminal_has_words() -> None:
    """In a diagram none is called by its name in the grammar."""
    names = re.findall(r"^(_?[A-Z_]+)(?:\.\d)?: ", GRAMMAR.read_text(encoding="utf-8"), re.MULTILINE)
    unread = {"COMMENT", "WHITESPACE"}
    assert names
    assert [name for name in names if name not in unread and words_of(name).strip("`") == name.strip("_").lower()] == []
