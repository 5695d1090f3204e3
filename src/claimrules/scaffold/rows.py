"""Draft → the rows of its table: every category has one, and none has two."""

from __future__ import annotations

from typing import Final

from claimrules.scaffold.draft import DAYS, Draft

_REFUND: Final = "full_refund with return"
_NOTHING: Final = ("never", "nothing", "nothing")
#: Goods that shops hardly ever take back for a change of mind.
_KEPT: Final = frozenset({"perishable", "digital", "hygiene", "custom_made"})


def rows_of(draft: Draft) -> tuple[tuple[str, ...], ...]:
    """Return the cells of each row: category, condition, time, what is granted, less what."""
    mine, time = draft.category, f"{DAYS} days after delivered"
    rows = ((mine, "unused", time, _REFUND, "nothing"), (mine, "opened", time, _REFUND, "15% of item.price"))
    others = (_time_of_others(draft), _REFUND, "nothing")
    if draft.name.rpartition(".")[2] == mine:
        return (*rows, (f"not {mine}", "any", *others))
    named = [name for name, is_top in draft.categories().items() if is_top and name != mine]
    return (*rows, *((name, "any", *(_NOTHING if name in _KEPT else others)) for name in named))


def _time_of_others(draft: Draft) -> str:
    """Return the parent's general time, where it has one."""
    return "return_time" if draft.parent and "return_time" in draft.parent.names else "30 days after delivered"
