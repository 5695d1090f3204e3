"""Words from facts and files → words safe to print: no control characters, so no terminal can be steered by them."""

from __future__ import annotations


def printable(words: object) -> str:
    """Return text with every control character replaced."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in str(words))


def joined(groups: tuple[tuple[str, ...], ...]) -> str:
    """Return evidence groups as words: `photo or video; chat log`."""
    return "; ".join(" or ".join(kind.replace("_", " ") for kind in group) for group in groups)
