"""A text that extends another → the text that says the same by itself.

A declaration of the child's own stands in the place of the parent's of that name, new ones come after; settings that the
child does not say are the parent's.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from claimrules.compiler.build import build
from claimrules.constructs.declarations.ruleset import Ruleset
from claimrules.diagnostics.collector import Collector
from claimrules.syntax.library import find
from claimrules.text.source import Source
from tests.oracle.declared import Declaration, declarations

#: Rules, exclusions and tables share their names.
_SHARED: Final = {"rule": "statement", "exclusion": "statement", "table": "statement"}


def standing_alone(text: str, beside: Path | None) -> str:
    """Return the text of a ruleset with all that it takes over from the rulesets above it."""
    own = declarations(text)
    head = _head(text)
    if head is None or head.extends is None:
        return text
    path = find(head.extends.text, beside)
    if path is None:
        raise LookupError(head.extends.text)
    parent_text = standing_alone(path.read_text(encoding="utf-8"), path.resolve().parent)
    parent = _head(parent_text)
    if parent is None:
        raise LookupError(head.extends.text)
    inherited = [one for one in declarations(parent_text) if one.keyword != "ruleset"]
    body = _merged(inherited, [one for one in own if one.keyword != "ruleset"])
    return "\n".join([_settings(head, parent), *(declaration.text for declaration in body)])


def _head(text: str) -> Ruleset | None:
    return build(Source("policy", text), Collector()).ruleset


def _merged(inherited: list[Declaration], own: list[Declaration]) -> list[Declaration]:
    by_key = {_key(declaration): declaration for declaration in own}
    kept = [by_key.get(_key(declaration), declaration) for declaration in inherited]
    places = {_key(declaration) for declaration in inherited}
    return [*kept, *(declaration for declaration in own if _key(declaration) not in places)]


def _key(declaration: Declaration) -> tuple[str, str]:
    return _SHARED.get(declaration.keyword, declaration.keyword), declaration.name


def _settings(own: Ruleset, parent: Ruleset) -> str:
    """Return a head with every setting: the child's where it says one, else the parent's."""
    settings = (_force, _counting, _zone, _place, _currency, _rounding, _act)
    return " ".join([f"ruleset {own.name}", *(said(own) or said(parent) for said in settings)])


def _force(head: Ruleset) -> str:
    force = head.in_force
    until = f"until {force.end} " if force and force.end else ""
    return f"in force from {force.start} {until}by {force.by}" if force else ""


def _counting(head: Ruleset) -> str:
    return f"counting {head.counting}" if head.counting else ""


def _zone(head: Ruleset) -> str:
    if head.timezone:
        return f'timezone "{head.timezone}"'
    return f"timezone {head.timezone_fact}" if head.timezone_fact else ""


def _place(head: Ruleset) -> str:
    return f"place {head.place or head.place_name}" if head.place or head.place_name else ""


def _currency(head: Ruleset) -> str:
    return f"currency {head.currency}" if head.currency else ""


def _rounding(head: Ruleset) -> str:
    return f"rounding {head.rounding}" if head.rounding else ""


def _act(head: Ruleset) -> str:
    return f"met by {head.met_by}" if head.met_by else ""
