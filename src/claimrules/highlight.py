"""A lexer for Pygments, under the name `claimrules`: policy text in colour, its words those of the grammar."""

from __future__ import annotations

from typing import Any, ClassVar

from pygments.lexer import RegexLexer, bygroups, words
from pygments.token import (
    Comment,
    Keyword,
    Literal,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Whitespace,
)

from claimrules.syntax.keywords import CONSTANTS, OPERATORS, keywords, units
from claimrules.syntax.split import RESERVED

#: What is written before a value of more than one character, and after it.
_BEGIN, _END = r"(?<![\w.])", r"(?![\w.])"


class ClaimLexer(RegexLexer):
    """Policy text of claimrules."""

    name: ClassVar[str] = "claimrules"
    aliases: ClassVar[list[str]] = ["claimrules", "claim"]
    filenames: ClassVar[list[str]] = ["*.claim"]
    tokens: ClassVar[dict[str, Any]] = {
        "root": [
            (r"[\s\ufeff]+", Whitespace),
            (r"#[^\n]*", Comment.Single),
            (r'"[^"\n]*"', String.Double),
            (r"\d{4}-\d\d-\d\d[Tt][0-9:.+Zz-]*", Literal.Date),
            (r"\d{4}-\d\d-\d\d" + _END, Literal.Date),
            (r"\d\d:\d\d" + _END, Literal.Date),
            (_BEGIN + f"(?:{units()})" + _END, Keyword.Type),
            (r"(\d[\d_]*(?:\.\d+)?)(\s*)([A-Z]{3})(?!\w)", bygroups(Number, Whitespace, Name.Constant)),  # type: ignore[no-untyped-call]  # of Pygments
            (r"-?\d[\d_]*(?:\.\d+)?(?:\s*%)?", Number),
            (r"[A-Z]{2,3}(?:-[A-Za-z0-9]{1,12})?(?![\w-])", Name.Constant),
            (r"[a-z_]\w*(?:\.[a-z_]\w*)+", Name),
            (words(OPERATORS, prefix=_BEGIN, suffix=_END), Operator.Word),
            (words(CONSTANTS, prefix=_BEGIN, suffix=_END), Keyword.Constant),
            (words(RESERVED, prefix=_BEGIN, suffix=_END), Keyword.Declaration),
            (words(keywords(), prefix=_BEGIN, suffix=_END), Keyword),
            (r"[a-z_]\w*(?:\.[a-z_]\w*)*", Name),
            (r"<=|>=|[=<>]", Operator),
            (r"[(),:|.]", Punctuation),
        ]
    }
