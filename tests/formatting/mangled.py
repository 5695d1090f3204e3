"""Policy texts with other white space and line ends, and with comments between any two words."""

from __future__ import annotations

import re
from collections import Counter
from random import Random
from typing import Any, Final

from lark import Token

from claimrules.compiler.build import build
from claimrules.diagnostics.collector import Collector
from claimrules.syntax.grammar import parser
from claimrules.syntax.split import split
from claimrules.text.source import Source
from tests.unit.syntax.test_grammar import policy_texts

_BLANK: Final = (" ", "  ", "\t", "\n", "\r\n", "\n\n", "\n  \n\n", "\n    ", "\u00a0", " \u3000")
_COMMENTS: Final = (
    " # {}\n",
    "#{}\n",
    "\n# {}\n",
    "\n  # {}\n  ",
    "\n\n# --- {} ---\n\n",
    " # {}\n # {} twice\n\n",
    '# "{}\n',
    "# {} \r\n",
)
_TIGHT: Final = re.compile(r"[(),:|=]|\".*")
_TEXT_OR_COMMENT: Final = re.compile(r'"[^"\n]*"|#[^\n]*')
#: Kinds of words that hold white space of any length.
_SPACED: Final = ("UNIT", "FOLD", "MONEY", "PERCENT")


def tokens_of(text: str) -> list[Token]:
    """Return the tokens of a text's declarations."""
    found: list[Token] = []
    for piece in split(Source("t.claim", text), Collector()):
        found += parser().parse_interactive(piece.text).exhaust_lexer()
    return found


def mangled(text: str, random: Random, comments: float) -> str:
    """Return a text with other gaps between its tokens; its own comments are left out, others put in by chance."""
    tokens = tokens_of(text)
    written = [_gap(random, comments, "", "")]
    for token, following in zip(tokens, [*tokens[1:], ""], strict=True):
        written += [_respaced(token, random, comments), _gap(random, comments, token, following)]
    return "".join(written)


def _gap(random: Random, comments: float, before: str, after: str) -> str:
    """Return white space or a comment."""
    if random.random() < comments:
        words = random.choice(["x", "grant x", "코멘트", "# #", "a  b"])
        return random.choice(_COMMENTS).replace("{}", words)
    is_tight = _TIGHT.fullmatch(before) or _TIGHT.fullmatch(after)
    return "" if is_tight and random.random() < 0.3 else random.choice(_BLANK)


def _respaced(token: Token, random: Random, comments: float) -> str:
    """Return a token; one of several words with other gaps between them."""
    if token.type in _SPACED or token.type.startswith("_"):
        return re.sub(r"\s+", lambda _: _gap(random, comments, "a", "b"), str(token))
    return str(token)


def comments_of(text: str) -> Counter[str]:
    """Return the comments of a text, each with how often it stands there."""
    found = (match.group().rstrip() for match in _TEXT_OR_COMMENT.finditer(text))
    return Counter(words for words in found if words.startswith("#"))


def nodes_of(text: str) -> tuple[Any, ...]:
    """Return the declarations of a text without faults, as they are built from it."""
    collector = Collector()
    nodes = build(Source("t.claim", text), collector).nodes
    assert collector.found == ()
    return nodes


def declarations_of(text: str) -> list[str]:
    """Return the text of each declaration."""
    return [piece.span.text for piece in split(Source("t.claim", text), Collector())]


SHIPPED: Final = policy_texts()
