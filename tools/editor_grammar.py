"""The words of the language → their grammar for editors, `editors/claimrules.tmLanguage.json`."""

from __future__ import annotations

import json
from typing import Any

from claimrules.syntax.keywords import CONSTANTS, OPERATORS, keywords, units
from claimrules.syntax.split import RESERVED


def _words(found: tuple[str, ...]) -> str:
    return rf"(?<![\w.])(?:{'|'.join(sorted(found))})(?![\w.])"


def _rules() -> tuple[tuple[str, str], ...]:
    """Return scopes and their patterns; the first that matches at a place holds."""
    others = tuple(word for word in keywords() if word not in {*RESERVED, *OPERATORS, *CONSTANTS})
    return (
        ("comment.line.number-sign", r"#.*$"),
        ("string.quoted.double", r'"[^"]*"'),
        ("constant.other.date", r"\d{4}-\d\d-\d\d(?:[Tt][0-9:.+Zz-]*)?(?!\w)"),
        ("constant.other.date", r"\d\d:\d\d(?![\w.])"),
        ("support.type.unit", rf"(?<![\w.])(?:{units()})(?![\w.])"),
        ("constant.numeric.money", r"\d[\d_]*(?:\.\d+)?[ ]?[A-Z]{3}(?!\w)"),
        ("constant.numeric.percent", r"\d[\d_]*(?:\.\d+)?[ ]?%"),
        ("constant.numeric", r"-?\d[\d_]*(?:\.\d+)?"),
        ("constant.other.code", r"[A-Z]{2,3}(?:-[A-Za-z0-9]{1,12})?(?![\w-])"),
        ("keyword.operator.word", _words(OPERATORS)),
        ("constant.language", _words(CONSTANTS)),
        ("keyword.declaration", _words(RESERVED)),
        ("keyword.other", _words(others)),
        ("variable.other", r"[a-z_]\w*(?:\.[a-z_]\w*)*"),
        ("keyword.operator", r"<=|>=|[=<>]"),
        ("punctuation.separator", r"[(),:|.]"),
    )


def grammar() -> dict[str, Any]:
    """Return the grammar as editors read it."""
    return {
        "$schema": "https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json",
        "name": "claimrules",
        "scopeName": "source.claimrules",
        "fileTypes": ["claim"],
        "patterns": [{"name": f"{scope}.claimrules", "match": pattern} for scope, pattern in _rules()],
    }


def page() -> str:
    """Return the file's text."""
    return json.dumps(grammar(), indent=2) + "\n"
