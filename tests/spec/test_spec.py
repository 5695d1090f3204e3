"""Each construct has one page that says what it means, with an example, an edge, the unknown and an error, all of them run."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from claimrules.constructs.registry import CONSTRUCTS
from claimrules.diagnostics.collector import Collector
from claimrules.syntax.parse import parse
from claimrules.syntax.split import split
from claimrules.text.source import Source
from tests.docs.code_blocks import examples
from tools.grammar_rules import rules
from tools.spec_pages import OPENING, SECTIONS, SpecPage, pages

PAGES = pages()
every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path.stem)
#: Built by its table, and no alternative of the grammar.
OF_TABLES = {"table_cell"}


def test_every_construct_is_on_one_page() -> None:
    """None is missing, none is said twice, and none is said that does not exist."""
    assert Counter(alias for page in PAGES for alias in page.constructs) == Counter(c.alias for c in CONSTRUCTS)


def test_the_grammar_is_drawn_whole() -> None:
    """Each rule is drawn, or what stands under each of its aliases; nothing is drawn on two pages."""
    drawn = Counter(name for page in PAGES for name in page.drawn)
    known = set(rules()) | {alias for rule in rules().values() for alias, _ in rule.alternatives}
    assert [name for name, times in drawn.items() if times > 1 or name not in known] == []
    parts = {rule.name: {alias for alias, _ in rule.alternatives} for rule in rules().values()}
    assert [name for name, aliases in parts.items() if name not in drawn and not aliases <= set(drawn)] == []


@every_page
def test_a_page_has_its_sections(page: SpecPage) -> None:
    """All four, in this order, each with a block that is run, or the one sentence why there is none."""
    assert page.rule
    assert tuple(heading for heading, _ in page.sections) == SECTIONS
    for heading, text in page.sections:
        assert "\n```" in f"\n{text}" or re.fullmatch(r"[^\n]+\.", text), heading
    assert "```" in dict(page.sections)["Example"]


@every_page
def test_a_page_shows_what_it_is_about(page: SpecPage) -> None:
    """Each construct of a page stands in its blocks of policy text, and each alternative that it draws on some page."""
    drawn = {alias for name in page.grammar if name in rules() for alias, _ in rules()[name].alternatives if alias}
    assert set(page.constructs) - OF_TABLES - _shown(page) == set()
    assert drawn - set().union(*map(_shown, PAGES)) == set()


@cache
def _shown(page: SpecPage) -> set[str]:
    """Return what stands in a page's blocks of policy text, by the names of the grammar."""
    text = page.path.read_text(encoding="utf-8")
    blocks = re.findall(r"^```(?:claim|claim-error)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    pieces = [piece for block in blocks for piece in split(Source("block.claim", block), Collector())]
    trees = [parsed.tree for piece in pieces if (parsed := parse(piece, Collector()))]
    return {str(part.data) for tree in trees for part in tree.iter_subtrees()}


@every_page
def test_a_page_decides(page: SpecPage) -> None:
    """The example has a case; the unknown, where there is one, a decision that is not certain."""
    sections = dict(page.sections)
    assert re.search(r"^case |^assert ", sections["Example"], re.MULTILINE)
    assert "```" not in sections["Unknown"] or re.search(r"undetermined|question|unknown", sections["Unknown"])
    assert "```" not in sections["Error"] or re.search(r"CR\d\d\d\d", sections["Error"])


@every_page
def test_every_block_does_what_it_shows(page: SpecPage, tmp_path: Path) -> None:
    """Cases pass, and what is faulty gives its codes where the block underlines them."""
    blocks = examples(page.path, tmp_path)
    assert len(blocks) == page.path.read_text(encoding="utf-8").count("\n```\n")
    for block in blocks:
        assert block.evaluate() is None


@pytest.mark.parametrize("path", [page.path for page in PAGES] + [OPENING], ids=lambda path: path.stem)
def test_every_link_leads_somewhere(path: Path) -> None:
    """Links to files are right, and so are those to headings of the reference."""
    headings = {heading for page in PAGES for heading in (page.title, page.chapter)}
    anchors = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    for target, anchor in re.findall(r"\]\(([^)#\s]+)#?([^)]*)\)", path.read_text(encoding="utf-8")):
        assert "://" in target or (path.parent / target).exists(), target
        assert not target.endswith("reference/language.md") or anchor in anchors, anchor
    assert not re.search(r"\]\(#", path.read_text(encoding="utf-8")), "a link within the reference names its file"
