"""Which facts each part of a set of expressions reads."""

from __future__ import annotations

from collections.abc import Iterable

from claimrules.core.expr import Expr, Fact, parts_of


class Reads:
    """What each part of some expressions reads: one bit a fact, so that a question about many parts is cheap.

    Args:
        roots: the expressions; all their parts are known as well.
    """

    def __init__(self, roots: Iterable[Expr]) -> None:
        self._bits: dict[str, int] = {}
        self._masks: dict[Expr, int] = {}
        self._readers: dict[str, frozenset[Expr]] = {}
        waiting = list(roots)
        while waiting:
            last = waiting[-1]
            first = [part for part in parts_of(last) if part not in self._masks]
            if first and last not in self._masks:
                waiting += first
                continue
            waiting.pop()
            self._masks[last] = self._mask(last)

    def _mask(self, expr: Expr) -> int:
        if isinstance(expr, Fact):
            return self._bits.setdefault(expr.name, 1 << len(self._bits))
        mask = 0
        for part in parts_of(expr):
            mask |= self._masks[part]
        return mask

    def readers(self, name: str) -> frozenset[Expr]:
        """Return every part that reads a fact."""
        if name not in self._readers:
            bit = self._bits.get(name, 0)
            self._readers[name] = frozenset(expr for expr, mask in self._masks.items() if mask & bit)
        return self._readers[name]

    def within(self, name: str, root: Expr) -> list[Expr]:
        """Return every part of one expression that reads a fact."""
        readers = self.readers(name)
        found: dict[Expr, None] = {}
        waiting = [root]
        while waiting:
            expr = waiting.pop()
            if expr in readers and expr not in found:
                found[expr] = None
                waiting += parts_of(expr)
        return list(found)
