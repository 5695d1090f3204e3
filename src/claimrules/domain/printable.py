"""Words from facts and files → words safe to print: no control characters, so no terminal can be steered by them."""

from __future__ import annotations

from claimrules.speech.phrases import either, name_of


def printable(words: object) -> str:
    """Return text with every control character replaced."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in str(words))


def joined(groups: tuple[tuple[str, ...], ...]) -> str:
    """Return evidence groups as words: `photo or video; chat log`."""
    return "; ".join(either(map(evidence_words, group)) for group in groups)


def evidence_words(kind: str) -> str:
    """Return what a kind of evidence is called."""
    return name_of("a kind of evidence", kind.replace("_", " "))
