"""Tables → their rows, each as the rule that says the same; `replaces` → exclusions."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from claimrules.compiler.build import build
from claimrules.constructs.construct import Name
from claimrules.constructs.declarations.grant import Grant
from claimrules.constructs.declarations.statements import Exclusion, Rule
from claimrules.constructs.declarations.time_clauses import TimeClauses
from claimrules.diagnostics.collector import Collector
from claimrules.text.source import Source
from tests.oracle.declared import Declaration, declarations, unquoted

_BAR = "\N{SYMBOL FOR UNIT SEPARATOR}"
_TERMS = ("amount", "at most", "less", "plus")
_GRANTS = ("grant", "may grant")


def with_rows(
    text: str, rules: tuple[Rule, ...], exclusions: tuple[Exclusion, ...]
) -> tuple[tuple[Rule, ...], tuple[Exclusion, ...]]:
    """Return a policy's rules with those of its tables, and its exclusions with those that replacing rules are."""
    tables = {one.name: rows_of(one) for one in declarations(text) if one.keyword == "table"}
    every = (*rules, *(row for table in tables.values() for row in table))
    barring = (*exclusions, *(_replacing(rule) for rule in every if rule.replaces))
    return every, tuple(evolve(one, bars=_with_tables(one.bars, tables)) for one in barring)


def _replacing(rule: Rule) -> Exclusion:
    name = Name(f"{rule.name}.replaces", rule.span)
    return Exclusion(name, rule.title, rule.replaces, rule.conditions, rule.cites, rule.span)


def _with_tables(names: tuple[Name, ...], tables: dict[str, list[Rule]]) -> tuple[Name, ...]:
    """Return names with each table's replaced by those of its rows."""
    return tuple(part for name in names for part in ([row.name for row in tables.get(name.text, ())] or [name]))


def rows_of(table: Declaration) -> list[Rule]:
    """Return the rules that a table is, named by their place."""
    clauses, *cells = unquoted(table.text, lambda lexeme: lexeme.replace("|", _BAR)).split(_BAR)
    common = _rule(clauses.replace("table", "rule", 1))
    columns, *lines = _lines([" ".join(cell.split()) for cell in cells])
    return [
        evolve(_row(common, list(zip(columns, line, strict=True))), name=Name(f"{table.name}.{place}", common.span))
        for place, line in enumerate(lines, start=1)
    ]


def _lines(cells: list[str]) -> Iterator[list[str]]:
    """Return the lines of a grid: between the last bar of one and the first of the next there is nothing."""
    line: list[str] = []
    for cell in cells:
        if cell:
            line.append(cell)
        elif line:
            yield line
            line = []


def _rule(text: str) -> Rule:
    (rule,) = build(Source("row", text), Collector()).of(Rule)
    assert isinstance(rule, Rule)
    return rule


def _row(common: Rule, cells: list[tuple[str, str]]) -> Rule:
    """Return a row: the table's clauses, and one more for each cell."""
    own = _rule(" ".join(["rule row", *(_clause(column, cell) for column, cell in cells)]))
    terms = _rule(
        " ".join(["rule row grant row", *(f"{c} {cell}" for c, cell in cells if c in _TERMS and cell != "any")])
    )
    has_grants = any(column in _GRANTS for column, _ in cells)
    priced = tuple(_priced(grant, terms.grants[0]) for grant in (own.grants if has_grants else common.grants))
    times = zip(*((rule.time.opens, rule.time.closes, rule.time.windows) for rule in (common, own)), strict=True)
    return evolve(
        common,
        conditions=(*common.conditions, *own.conditions),
        time=TimeClauses(*((*first, *second) for first, second in times)),
        grants=(*common.grants, *priced) if has_grants else priced,
    )


def _clause(column: str, cell: str) -> str:
    """Return what a cell says as a clause of a rule; the columns of amounts are terms of grants."""
    if column in {"title", "cite", *_TERMS} or cell == "any" or (column, cell) == ("within", "unlimited"):
        return ""
    if column in _GRANTS:
        return "" if cell == "nothing" else f"{column} {cell}"
    if column == "within":
        return _time(cell)
    return f"when {_condition(column, cell)}"


def _time(cell: str) -> str:
    """Return a time as clauses: what is from one moment until another needs no word before it."""
    if cell == "never":
        return "within none"
    return cell if cell.startswith(("from ", "until ")) else f"within {cell}"


def _condition(fact: str, cell: str) -> str:
    if cell == "yes":
        return fact
    if cell == "no":
        return f"not {fact}"
    if cell.startswith("not "):
        return f"not {fact} is {cell.removeprefix('not ')}"
    is_put_after = cell.startswith(("includes ", "after ", "before ", "between ", "<", ">", "="))
    return f"{fact} {cell}" if is_put_after else f"{fact} is {cell}"


def _priced(grant: Grant, terms: Grant) -> Grant:
    """Return a grant with the terms of the columns of amounts; an amount there goes before the grant's own."""
    if terms.amount is not None:
        grant = evolve(grant, amount=terms.amount, is_ceiling=terms.is_ceiling)
    return evolve(grant, plus=(*grant.plus, *terms.plus), less=(*grant.less, *terms.less))
