"""Ways to break a module: each gives the module's tree with one thing changed."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from attrs import evolve, frozen

from claimrules.deadlines.conventions import OPTIONS

#: Words of which one may stand for another by mistake: the values of each option, and the two sides of things.
WORDS: Final = (
    *OPTIONS.values(),
    ("opens", "closes"), ("start", "end"), ("after", "before"), ("earliest", "latest"), ("holiday", "weekend"),
    ("saturday", "sunday"), ("substitutes", "actual"), ("day", "week"), ("month", "year"), ("hour", "minute"),
    ("by_place", ""), ("extended_by", "extended_to"), ("at_least", "capped_at"), ("paused", "restarted_by"),
)  # fmt: skip
#: Names of functions and members that are easily taken for one another.
NAMES: Final = (
    ("min", "max"), ("both", "either"), ("earliest_of", "latest_of"), ("any", "all"), ("NEVER", "ALWAYS"), ("YES", "NO"),
    ("clamped", "rounded"), ("low", "low.chained"), ("first", "day"), ("nominal", "filled"), ("EVENT", "DAY"),
    ("END_OF_DAY", "PERIOD"), ("opens", "closes"), ("earliest", "latest"), ("days", "months"),
)  # fmt: skip
_SWAPS: Final[dict[type, tuple[type, ...]]] = {
    ast.Lt: (ast.LtE, ast.GtE), ast.LtE: (ast.Lt, ast.Gt), ast.Gt: (ast.GtE, ast.LtE), ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.In: (ast.NotIn,), ast.NotIn: (ast.In,), ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,), ast.Add: (ast.Sub,), ast.Sub: (ast.Add,), ast.Mult: (ast.FloorDiv,), ast.FloorDiv: (ast.Mult,),
    ast.And: (ast.Or,), ast.Or: (ast.And,), ast.BitOr: (ast.BitAnd,), ast.BitAnd: (ast.BitOr,),
}  # fmt: skip


@frozen
class Mutant:
    """One change of one module.

    Args:
        path: the module, from the root of the project.
        place: the function it is in.
        line: the line it is on.
        change: what stood there, and what stands there now.
        number: which of several changes of the same words in the same function.
        source: the whole module, changed.
    """

    path: str
    place: str
    line: int
    change: str
    number: int
    source: str

    @property
    def key(self) -> str:
        """What it is called where line numbers would not last."""
        return f"{self.path} | {self.place} | {self.change}{f' ({self.number})' if self.number > 1 else ''}"


@frozen
class _Spot:
    node: ast.AST
    parent: ast.AST
    around: _Around


def mutants(path: str, text: str, is_wanted: Callable[[str, ast.AST], bool]) -> Iterator[Mutant]:
    """Yield every change of a module that lies in a wanted place (the function's name, its node)."""
    tree = ast.parse(text)
    seen: Counter[tuple[str, str]] = Counter()
    for spot in _spots(tree, tree, _Around("module", (), _bound(tree)), is_wanted):
        for changed in _changes(spot):
            change = f"{ast.unparse(spot.node)} → {ast.unparse(changed)}".replace("\n", " ")
            place = spot.around.place
            seen[place, change] += 1
            source = _with(tree, spot, changed)
            yield Mutant(path, place, getattr(spot.node, "lineno", 0), change, seen[place, change], source)


def _with(tree: ast.Module, spot: _Spot, changed: ast.AST) -> str:
    """Return the module's text with one node changed; the tree is as before afterwards."""
    for name, value in ast.iter_fields(spot.parent):
        if value is spot.node:
            setattr(spot.parent, name, changed)
            text = ast.unparse(tree)
            setattr(spot.parent, name, spot.node)
            return text
        if isinstance(value, list) and any(item is spot.node for item in value):
            index = next(i for i, item in enumerate(value) if item is spot.node)
            value[index] = changed
            text = ast.unparse(tree)
            value[index] = spot.node
            return text
    raise LookupError(ast.dump(spot.node))


@frozen
class _Around:
    """Where a walk is: the function, what it returns where, the names it can use."""

    place: str
    returns: tuple[ast.Return, ...]
    known: frozenset[str]

    def inside(self, node: ast.FunctionDef) -> _Around:
        """Return what lies inside a function."""
        place = node.name if self.place == "module" else f"{self.place}.{node.name}"
        nested = [part for inner in ast.walk(node) if isinstance(inner, ast.FunctionDef) for part in inner.body]
        theirs = {id(part) for each in nested if each not in node.body for part in ast.walk(each)}
        own = (
            part for part in ast.walk(node) if isinstance(part, ast.Return) and part.value and id(part) not in theirs
        )
        return _Around(place, tuple(own), self.known | _bound(node))


def _bound(node: ast.AST) -> frozenset[str]:
    """Return the names that a module or function binds."""
    parts = list(ast.walk(node))
    names = {part.id for part in parts if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)}
    names |= {part.arg for part in parts if isinstance(part, ast.arg)} if isinstance(node, ast.FunctionDef) else set()
    imported = {part.asname or part.name for part in parts if isinstance(part, ast.alias)}
    return frozenset(names | imported | {"min", "max", "any", "all"})


def _spots(
    node: ast.AST, parent: ast.AST, around: _Around, is_wanted: Callable[[str, ast.AST], bool]
) -> Iterator[_Spot]:
    """Yield every node that means something when the program runs: no annotations, decorators, docstrings."""
    if isinstance(node, ast.FunctionDef):
        around = around.inside(node)
        if not is_wanted(around.place, node):
            return
    elif isinstance(node, ast.ClassDef):
        around = evolve(around, place=node.name)
    elif is_wanted(around.place, node):
        yield _Spot(node, parent, around)
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns", "decorator_list", "bases", "type_comment"}:
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _is_silent(child):
                yield from _spots(child, node, around, is_wanted)


def _is_silent(node: ast.AST) -> bool:
    is_text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return is_text or isinstance(node, ast.Import | ast.ImportFrom | ast.Raise | ast.JoinedStr | ast.MatchClass)


def _changes(spot: _Spot) -> Iterator[ast.AST]:
    match spot.node:
        case ast.Constant(value=value):
            yield from map(ast.Constant, _values(value))
        case ast.Compare(left, [operator], comparators):
            yield from (ast.Compare(left, [swap()], comparators) for swap in _SWAPS.get(type(operator), ()))
        case ast.Compare(left, [one, other], comparators):
            yield from (ast.Compare(left, [swap(), other], comparators) for swap in _SWAPS[type(one)])
            yield from (ast.Compare(left, [one, swap()], comparators) for swap in _SWAPS[type(other)])
        case ast.BinOp(left, operator, right):
            yield from (ast.BinOp(left, swap(), right) for swap in _SWAPS.get(type(operator), ()))
        case ast.AugAssign(target, operator, value):
            yield from (ast.AugAssign(target, swap(), value) for swap in _SWAPS.get(type(operator), ()))
        case ast.BoolOp(operator, values):
            yield ast.BoolOp(_SWAPS[type(operator)][0](), values)
            yield from (ast.BoolOp(operator, values[:n] + values[n + 1 :]) for n in range(len(values)))
        case ast.UnaryOp(ast.Not() | ast.USub(), operand):
            yield operand
        case _:
            yield from _changes_of_form(spot)


def _changes_of_form(spot: _Spot) -> Iterator[ast.AST]:
    match spot.node:
        case ast.IfExp(test, body, orelse):
            yield ast.IfExp(test, orelse, body)
        case ast.If(test, body, orelse) if not isinstance(test, ast.Compare):
            yield ast.If(ast.UnaryOp(ast.Not(), test), body, orelse)
        case ast.Return(value) if len(spot.around.returns) > 1:
            here = spot.around.returns.index(spot.node)
            other = spot.around.returns[(here + 1) % len(spot.around.returns)]
            if ast.dump(other) != ast.dump(spot.node):
                yield other
        case ast.Name(name, ast.Load()):
            yield from (ast.Name(other, ast.Load()) for other in _others(name, NAMES) if other in spot.around.known)
        case ast.Attribute(value, name, ast.Load()):
            yield from (ast.Attribute(value, other, ast.Load()) for other in _others(name, NAMES))


def _values(value: object) -> tuple[object, ...]:
    if isinstance(value, bool):
        return (not value,)
    if isinstance(value, int):
        return (value + 1,)
    return _others(value, WORDS) if isinstance(value, str) else ()


def _others(word: str, groups: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    """Return the word that stands beside a word in its group, the one after it or the first."""
    group = next((group for group in groups if word in group), (word,))
    return tuple(other for other in (group[(group.index(word) + 1) % len(group)],) if other != word)


def in_functions_of(parameter: str) -> Callable[[str, ast.AST], bool]:
    """Return a test for what lies in functions that have a parameter of this name."""

    def is_wanted(place: str, node: ast.AST) -> bool:
        if isinstance(node, ast.FunctionDef):
            return any(argument.arg == parameter for argument in (*node.args.args, *node.args.kwonlyargs))
        return place != "module" and not place[0].isupper()

    return is_wanted


def module_of(path: str) -> str:
    """Return the dotted name of a module by its path."""
    return ".".join(Path(path).with_suffix("").parts[1:]).removesuffix(".__init__")
