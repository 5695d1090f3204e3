"""Colours for Pygments and for editors: every shipped ruleset, every keyword, every kind of value."""

from __future__ import annotations

import json
import re

import pytest
from pygments.lexers import get_lexer_by_name, get_lexer_for_filename
from pygments.token import Comment, Error, Keyword, Literal, Name, Number, Operator, String, Whitespace

from claimrules.highlight import ClaimLexer
from claimrules.syntax.keywords import CONSTANTS, OPERATORS, is_keyword, keywords
from claimrules.syntax.split import RESERVED
from tests.docs.code_blocks import ROOT
from tests.editors.scopes import GRAMMAR, scoped
from tests.formatting.mangled import SHIPPED, tokens_of
from tools.editor_grammar import page

EXAMPLE = """rule a "x # y" # note
  when b.c >= 120.00 USD within 7 business days after 2026-03-20
  less 12.5% of d at 2026-03-20T10:00+09:00 is FR-57"""
#: Kinds of values in the grammar → what each must be coloured as.
KINDS = {
    "STRING": (String.Double, "string"),
    "DATE": (Literal.Date, "constant.other.date"),
    "INSTANT": (Literal.Date, "constant.other.date"),
    "UNIT": (Keyword.Type, "support.type.unit"),
    "PERCENT": (Number, "constant.numeric.percent"),
    "NUMBER": (Number, "constant.numeric"),
    "PLACE": (Name.Constant, "constant.other.code"),
    "CURRENCY": (Name.Constant, "constant.other.code"),
}
#: Words that are coloured: those of the language.
WORDS = ("keyword", "constant.language", "support.type")


def pygments_of(text: str) -> list[tuple[str, object]]:
    """Return the words of a text with their kinds in Pygments, without white space."""
    return [(value, kind) for kind, value in ClaimLexer().get_tokens(text) if kind is not Whitespace]


@pytest.mark.parametrize("index", range(len(SHIPPED)))
def test_everything_that_ships_has_its_colours(index: int) -> None:
    """No error tokens in Pygments, no words without a scope in editors."""
    text = SHIPPED[index]
    assert [value for value, kind in pygments_of(text) if kind is Error] == []
    assert [word for word, scope in scoped(text) if not scope] == []


@pytest.mark.parametrize("index", range(len(SHIPPED)))
def test_values_are_what_the_parser_says(index: int) -> None:
    """Texts, dates, units, numbers, money and codes are coloured as such, words of the language as words."""
    tokens = tokens_of(SHIPPED[index])
    in_pygments, in_editors = set(pygments_of(SHIPPED[index])), set(scoped(SHIPPED[index]))
    for token in (token for token in tokens if token.type in KINDS):
        kind, scope = KINDS[token.type]
        assert (str(token), kind) in in_pygments
        assert any(word == token and name.startswith(scope) for word, name in in_editors), token
    money = {str(token) for token in tokens if token.type == "MONEY"}
    assert money <= {word for word, scope in in_editors if scope == "constant.numeric.money"}
    words = {word for token in tokens if is_keyword(token.type) for word in re.findall(r"[a-z_]+", str(token))}
    coloured = " ".join(word for word, scope in in_editors if scope.startswith(WORDS)).split()
    assert words - set(coloured) == set()


def test_an_example_word_by_word() -> None:
    """A number sign in a text begins no comment, money is one thing, a dotted name is one name."""
    scopes = dict(scoped(EXAMPLE))
    assert (scopes['"x # y"'], scopes["# note"]) == ("string.quoted.double", "comment.line.number-sign")
    assert (scopes["b.c"], scopes["120.00 USD"]) == ("variable.other", "constant.numeric.money")
    assert (scopes["business days"], scopes["12.5%"]) == ("support.type.unit", "constant.numeric.percent")
    assert (scopes["rule"], scopes["when"]) == ("keyword.declaration", "keyword.other")
    kinds = dict(pygments_of(EXAMPLE))
    assert (kinds["# note"], kinds["is"], kinds["rule"]) == (Comment.Single, Operator.Word, Keyword.Declaration)
    assert (kinds["2026-03-20T10:00+09:00"], kinds["b.c"]) == (Literal.Date, Name)


def test_keywords_are_those_of_the_grammar() -> None:
    """The lists of words in the editors' grammar, put together, are the keywords; Pygments colours each."""
    a_list = re.compile(r"\(\?<!\[\\w\.\]\)\(\?:([a-z_|]+)\)\(\?!\[\\w\.\]\)")
    lists = [a_list.fullmatch(rule["match"]) for rule in GRAMMAR["patterns"]]
    assert sorted(word for found in lists if found for word in found[1].split("|")) == sorted(keywords())
    assert [
        word for word in keywords() if pygments_of(word)[0][1] not in {*Keyword.subtypes, Keyword, Operator.Word}
    ] == []


def test_every_quoted_word_of_the_grammar_is_a_keyword() -> None:
    """What the grammar's file quotes is in the list, and so are the three short lists."""
    text = (ROOT / "grammar/claimrules.lark").read_text(encoding="utf-8")
    rules = "\n".join(line for line in text.splitlines() if not line.startswith("//"))
    assert set(re.findall(r'"([a-z_]+)"', rules)) - set(keywords()) == set()
    assert {*RESERVED, *OPERATORS, *CONSTANTS} <= set(keywords())


def test_names_that_hold_keywords_are_names() -> None:
    """A keyword inside a longer name is not coloured."""
    assert [scope for _, scope in scoped("when_it by.step return_days")] == ["variable.other"] * 3
    assert [kind for _, kind in pygments_of("when_it by.step return_days")] == [Name] * 3


def test_pygments_finds_the_lexer() -> None:
    """The entry point gives it by its name and by the names of files."""
    assert type(get_lexer_by_name("claimrules")) is ClaimLexer
    assert type(get_lexer_for_filename("shop.claim")) is ClaimLexer


def test_the_editors_files_are_as_generated() -> None:
    """The grammar in the repository is what `make generate` writes; the configuration's comments are the language's."""
    assert (ROOT / "editors/claimrules.tmLanguage.json").read_text(encoding="utf-8") == page()
    found = json.loads((ROOT / "editors/claimrules.language-configuration.json").read_text(encoding="utf-8"))
    assert found["comments"] == {"lineComment": "#"}
