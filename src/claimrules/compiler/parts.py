"""A node → everything that is written in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import has

from claimrules.text.span import Span


def parts_in(node: Any) -> Iterator[Any]:
    """Yield a node and every node in it, in the order written."""
    if isinstance(node, tuple):
        for part in node:
            yield from parts_in(part)
    elif has(type(node)) and not isinstance(node, Span):
        yield node
        for name in type(node).__match_args__:
            yield from parts_in(getattr(node, name))
