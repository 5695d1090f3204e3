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
_SPACED: Final = ("UNIT",)


def tokens_of(text: str) -> list[Token]:
    """Return the tokens of a text's declarations."""
    found: list[Token] = []
    for piece in split(Source("t.claim", text), Collector()):
        found += parser().parse_interactive(piece.text).exhaust_lexer()
    return found


def mangled(text: str, random: Random, comments: float) -> str:
    """Return a text with other gaps between its tokens; its own comments are left out, others put in by chance."""
    tokens = tokens_of(text)
    written, closed = [_gap(random, comments, "", "", is_closed=False)], 0
    for token, following in zip(tokens, [*tokens[1:], ""], strict=True):
        closed = max(closed - 1, _reach(token.type))
        written += [_respaced(token, random), _gap(random, comments, token, following, is_closed=closed > 0)]
    return "".join(written)


def _reach(terminal: str) -> int:
    """Return how many gaps behind a word its pattern looks at, where it allows white space only."""
    pattern = parser().get_terminal(terminal).pattern.value
    return pattern.partition("(?=")[2].count(r"\s")


def _gap(random: Random, comments: float, before: str, after: str, *, is_closed: bool) -> str:
    """Return white space or a comment; behind a word that looks so far ahead (`is_closed`) only white space."""
    if not is_closed and random.random() < comments:
        words = random.choice(["x", "grant x", "코멘트", "# #", "a  b"])
        return random.choice(_COMMENTS).replace("{}", words)
    is_tight = _TIGHT.fullmatch(before) or _TIGHT.fullmatch(after)
    return "" if is_tight and not is_closed and random.random() < 0.3 else random.choice(_BLANK)


def _respaced(token: Token, random: Random) -> str:
    if token.type in _SPACED or token.type.startswith("_"):
        return re.sub(r"\s+", lambda _: random.choice(_BLANK), str(token))
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
