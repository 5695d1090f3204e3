"""A table in which no row is for some of the facts it is about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimrules.constructs.declarations.table import Table
from claimrules.diagnostics.diagnostic import Diagnostic
from claimrules.domain.types import Choice, FactDeclaration
from claimrules.lint.holes import Hole, holes_in
from claimrules.lint.rule import LintRule, warning
from claimrules.lint.subject import Subject

#: So many holes of one table are shown.
_MOST: Final = 3
_HELP: Final = "add a row; one that gives nothing says `nothing` in its cells"


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for table in subject.of(Table):
        found = holes_in(table, subject)
        if found:
            shown = "; ".join(map(_words, found[:_MOST]))
            more = f"; and {len(found) - _MOST} more" if len(found) > _MOST else ""
            words = f"no row of the table `{table.name}` is for: {shown}{more}"
            yield warning("CR0711", words, table.name.span, _HELP)


def _words(hole: Hole) -> str:
    said = [_condition(fact, values) for fact, values in hole.values]
    return " and ".join(said + (["some of what the other columns tell apart"] if hole.is_part else [])) or "any facts"


def _condition(fact: FactDeclaration, values: tuple[str, ...]) -> str:
    if not isinstance(fact.type, Choice):
        return fact.name if values == ("yes",) else f"not {fact.name}"
    others = tuple(name for name in fact.type.names if name not in values)
    is_short = len(others) < len(values) and _reaches(others, fact.type) == set(others)
    return f"not {_is(fact, others)}" if is_short else _is(fact, values)


def _is(fact: FactDeclaration, values: tuple[str, ...]) -> str:
    """Return that a fact has one of some values; a category stands for those under it that are among them."""
    kind = fact.type
    names = [
        name
        for name in values
        if not any(name != other and isinstance(kind, Choice) and name in kind.within(other) for other in values)
    ]
    return f"{fact.name} is {names[0] if len(names) == 1 else 'one of ' + ', '.join(names)}"


def _reaches(values: tuple[str, ...], kind: Choice) -> set[str]:
    return {name for value in values for name in kind.within(value)}


TABLE_HOLE = LintRule(
    "CR0711",
    "table hole",
    "A table in which no row is for some values of the facts in its columns.",
    """table returns "Returns" when claim.reason is change_of_mind
  cite terms "section 4"
  | item.category   | item.condition | within                  | grant       |
  | electronics     | unused         | 7 days after delivered  | full_refund |
  | electronics     | opened         | 3 days after delivered  | full_refund |
  | not electronics | any            | 30 days after delivered | full_refund |
""",
    """table returns "Returns" when claim.reason is change_of_mind
  cite terms "section 4"
  | item.category   | item.condition            | within                  | grant       |
  | electronics     | unused                    | 7 days after delivered  | full_refund |
  | electronics     | opened                    | 3 days after delivered  | full_refund |
  | electronics     | not one of unused, opened | never                   | nothing     |
  | not electronics | any                       | 30 days after delivered | full_refund |
""",
    _check,
)
