"""An operation of the core: its name and its one meaning, in primitives."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import field, frozen

from claimrules.domain.derivation import Step


def _says_nothing(*_arguments: int) -> tuple[Step, ...]:
    return ()


@frozen
class Op:
    """A strict operation: known when all its arguments are known.

    Args:
        name: identifies it, together with its fixed parameters; equality goes by it.
        meaning: from a kernel and the arguments' carriers to the result's carrier.
        is_truth: the result is yes or no.
        keeps_order: of operations on instants: later arguments never give an earlier result, local clocks changing apart.
        steps: from the arguments' values to how the result is found, in words.
    """

    name: str
    meaning: Callable[..., Any] = field(eq=False, repr=False)
    is_truth: bool = False
    keeps_order: bool = field(eq=False, repr=False, default=True)
    steps: Callable[..., tuple[Step, ...]] = field(eq=False, repr=False, default=_says_nothing)
