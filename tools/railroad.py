"""Rules of the grammar → railroad diagrams, several below one another in one SVG."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, Final

import railroad  # type: ignore[import-untyped]

from claimrules.syntax.grammar import keyword_of
from tools.grammar_rules import Part, parts_of

STYLE: Final = """
svg.diagrams { background-color: #fbfaf7; }
svg.diagrams path { stroke-width: 2; stroke: #444; fill: none; }
svg.diagrams rect { stroke-width: 2; stroke: #444; fill: #fff; }
svg.diagrams g.terminal rect { fill: #dff0d8; }
svg.diagrams text { font: 14px monospace; text-anchor: middle; fill: #111; }
svg.diagrams g.terminal text { font-weight: bold; }
svg.diagrams text.name { font: bold 15px sans-serif; text-anchor: start; }
"""
#: Terminals whose words in messages of faults would not do in a diagram.
WORDS: Final = {
    "FOLD": "sum, max, any, all or count of",
    "LANGUAGE": "a language",
    "CLOCK": "a time of day",
    "PLACE": "a place",
    "ROW": "a row of a table",
    "_BAR": "`|`",
}
_NAME_HEIGHT: Final = 30


def words_of(terminal: str) -> str:
    """Return what stands for a terminal: in backticks what is written, else what kind of word it is."""
    return WORDS.get(terminal) or keyword_of(terminal)


def svg(names: Sequence[str]) -> str:
    """Return the diagrams of rules, or of what stands under an alias, each below its name."""
    made = [(name, _diagram(name)) for name in names]
    width = max(float(diagram.attrs["width"]) for _, diagram in made)
    lines, y = [], 0.0
    for name, diagram in made:
        diagram.attrs |= {"x": 0, "y": y + _NAME_HEIGHT}
        lines.append(f'<text class="name" x="20" y="{y + _NAME_HEIGHT - 4:g}">{name.replace("_", " ")}</text>\n')
        diagram.writeSvg(lines.append)
        y += _NAME_HEIGHT + float(diagram.attrs["height"])
    size = f'width="{width:g}" height="{y:g}" viewBox="0 0 {width:g} {y:g}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" class="diagrams" {size}>\n<style>{STYLE}</style>\n'
    return f"{head}{''.join(lines)}\n</svg>\n"


def _diagram(name: str) -> railroad.Diagram:
    return railroad.Diagram(_choice(parts_of(name))).format(10, 20, 10, 20)


def _choice(parts: Sequence[Part]) -> Any:
    """Return a choice of what differs in what is drawn."""
    items = {repr(item): item for item in map(_item, parts)}
    return railroad.Choice(0, *items.values()) if len(items) > 1 else next(iter(items.values()))


def _item(part: Part) -> Any:
    match part.kind:
        case "choice":
            return _choice(part.parts)
        case "sequence":
            return _repeated(railroad.Sequence(*_items(part.parts)), part.times)
        case "rule":
            return railroad.NonTerminal(part.text.replace("_", " "))
        case _:
            return _word(part)


def _items(parts: Sequence[Part]) -> Iterator[Any]:
    """Draw a sequence; words that follow one another stand in one box."""
    for is_word, group in groupby(parts, lambda part: part.kind == "word"):
        if is_word:
            yield railroad.Terminal(" ".join(part.text for part in group))
        else:
            yield from map(_item, group)


def _word(part: Part) -> Any:
    words = f"`{part.text}`" if part.kind == "word" else words_of(part.text)
    return railroad.Terminal(words.strip("`")) if words.startswith("`") else railroad.NonTerminal(words)


def _repeated(item: Any, times: str) -> Any:
    match times:
        case "?":
            return railroad.Optional(item)
        case "*":
            return railroad.ZeroOrMore(item)
        case "+":
            return railroad.OneOrMore(item)
        case _:
            return item
