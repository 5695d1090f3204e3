"""The rules of `grammar/claimrules.lark` as trees of parts, and what each of their alternatives is called."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, Final

from attrs import frozen
from lark import Lark

GRAMMAR: Final = Path(__file__).resolve().parents[1] / "grammar" / "claimrules.lark"


@frozen
class Part:
    """Something of an alternative, and how often it stands there.

    Args:
        kind: `word`, `terminal`, `rule`, `choice` or `sequence`.
        text: what is written, or the name of the rule or terminal.
        parts: what a choice or a sequence is made of.
        times: empty for once, `?`, `*` or `+`.
    """

    kind: str
    text: str = ""
    parts: tuple[Part, ...] = ()
    times: str = ""


@frozen
class Rule:
    """A rule: its alternatives, each with its alias or an empty text."""

    name: str
    alternatives: tuple[tuple[str, Part], ...]


@cache
def rules() -> dict[str, Rule]:
    """Return the rules by their names, in the order of the file."""
    parser = Lark.open_from_package("lark", "lark.lark", ("grammars",), parser="lalr")
    trees: list[Any] = parser.parse(GRAMMAR.read_text(encoding="utf-8")).children
    made = [_rule(tree) for tree in trees if tree.data == "rule"]
    return {rule.name: rule for rule in made}


def alternatives(alias: str) -> list[Part]:
    """Return what stands under an alias, wherever it stands; what stands there twice is there once."""
    found = [part for rule in rules().values() for name, part in rule.alternatives if name == alias]
    return list(dict.fromkeys(found))


def parts_of(name: str) -> list[Part]:
    """Return the alternatives of a rule, or what stands under an alias."""
    return [part for _, part in rules()[name].alternatives] if name in rules() else alternatives(name)


def rules_in(parts: Iterable[Part]) -> list[str]:
    """Return the rules that stand in parts, in their order."""
    found: dict[str, None] = {}
    for part in parts:
        found |= dict.fromkeys([part.text] if part.kind == "rule" else rules_in(part.parts))
    return list(found)


def _rule(tree: Any) -> Rule:
    name, _, body = tree.children
    branches = body.children if body.data == "expansions" else [body]
    return Rule(str(name).lstrip("?"), tuple(_alternative(branch) for branch in branches))


def _alternative(tree: Any) -> tuple[str, Part]:
    body, alias = tree.children
    return str(alias or ""), _part(body)


def _part(tree: Any) -> Part:
    match tree.data:
        case "expansions":
            return Part("choice", parts=tuple(map(_part, tree.children)))
        case "alias":
            return _part(tree.children[0])
        case "expansion":
            return Part("sequence", parts=tuple(map(_part, tree.children)))
        case "expr":
            return _repeated(_part(tree.children[0]), str(tree.children[1] or ""))
        case "literal":
            return Part("word", str(tree.children[0])[1:-1])
        case _:
            name = str(tree.children[0])
            return Part("terminal" if name.isupper() else "rule", name)


def _repeated(part: Part, times: str) -> Part:
    return Part("sequence", parts=(part,), times=times) if times else part
