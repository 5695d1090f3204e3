"""The grammar file → a Lark parser, made once a process."""

from __future__ import annotations

from functools import cache

from lark import Lark, Token
from lark.lexer import PatternRE, PatternStr, TerminalDef

from claimrules.text.resources import data_root


def _end_at_word_boundary(terminal: TerminalDef) -> None:
    pattern = terminal.pattern
    if isinstance(pattern, PatternStr) and pattern.value.isalpha():
        terminal.pattern = PatternRE(pattern.value + r"(?![\w.])")
        terminal.priority = 2


def _money(token: Token) -> Token:
    """Return an amount with one space before its currency, however it is written: it is the same amount."""
    amount, currency = token[:-3].rstrip(), token[-3:]
    return token.update(value=f"{amount} {currency}")


@cache
def parser() -> Lark:
    """Return the LALR parser of one declaration."""
    text = (data_root() / "grammar" / "claimrules.lark").read_text(encoding="utf-8")
    return Lark(
        text,
        parser="lalr",
        propagate_positions=True,
        maybe_placeholders=False,
        edit_terminals=_end_at_word_boundary,
        lexer_callbacks={"MONEY": _money},
    )


@cache
def keywords_of_grammar() -> frozenset[str]:
    """Return every keyword of the language."""
    return frozenset(terminal.name.lower() for terminal in parser().terminals)


@cache
def keyword_of(terminal: str) -> str:
    """Return a terminal as people write it: a keyword in backticks, or a kind of word."""
    kinds = {
        "NAME": "a name", "STRING": 'a "quoted text"', "NUMBER": "a number", "DATE": "a date", "UNIT": "a unit of time",
        "INSTANT": "a time with its offset", "MONEY": "an amount of money", "CURRENCY": "a currency code",
        "COMPARISON": "a comparison", "PERCENT": "a percentage", "STATUS": "a status", "LANGUAGE": "a language with a translation",
        "$END": "the next declaration",
        "_ELSE": "`, else`", "_RETURN_SHIPPING": "`return shipping`", "DUTY_STATUS": "a status",
        "_UNTIL_LATE": "`until`", "_BEYOND_PAID": "`beyond what was paid`", "COMMA": "`,`", "COLON": "`:`", "EQUAL": "`=`",
        "LPAR": "`(`", "RPAR": "`)`", "_A_DATE": "`a date`",
        "FOLD": "`sum of`", "_COUNT_OVER": "`count over`",
    }  # fmt: skip
    return kinds.get(terminal, f"`{terminal.removeprefix('_COMMA_').lower()}`")
