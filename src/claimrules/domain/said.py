"""Sentences that the engine says: each one whole message with named fields, which a catalog can have in another language."""

from __future__ import annotations

from collections.abc import Iterable


def said(message: str, /, **fields: object) -> str:
    """Return a message with its fields filled in.

    Args:
        message: a whole sentence or line in English, with each field by name, as in `available until {last_day}`.
            It stands in the call itself, so that a catalog can be drawn from the code.
        fields: what stands in them; taken as words, whatever they hold.

    Raises:
        KeyError: a field is not given.
    """
    return message.format_map(fields)


def counted(one: str, many: str, /, count: int) -> str:
    """Return a message about a number, `{count}`: the first if it is one, the second otherwise.

    Languages have other forms, or none; which messages belong together is told by the call.
    """
    return said(one if count == 1 else many, count=count)


def either(words: Iterable[str]) -> str:
    """Return words of which any one will do."""
    return " or ".join(words)


def listed(words: Iterable[object]) -> str:
    """Return words one after the other."""
    return ", ".join(map(str, words))
