"""Open remedies → the one to ask for: what the buyer wishes, else a declared ranking."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from attrs import frozen

from claimrules.domain.choice import Choice, Passed, Why
from claimrules.domain.remedy import Remedy

#: What each `claim.wish` can be met by.
WISHES: Final = {
    "refund": ("full_refund",),
    "partial_refund": ("partial_refund",),
    "replacement": ("replacement",),
    "repair": ("repair",),
    "extension": ("extended_protection",),
}
#: Without a wish: money back in full, then the goods made good, then part of the money, then what is no money.
RANKING: Final = (
    "full_refund", "replacement", "repair", "partial_refund", "store_credit", "extended_protection",
)  # fmt: skip
_STATUSES: Final = ("available", "later")
_Key = Callable[[Remedy], object]


@frozen
class Wishes:
    """What the buyer says about remedies: `claim.wish`, and whether the goods are to be kept; empty and False if not."""

    wish: str = ""
    keeps_goods: bool = False

    def is_met(self, remedy: Remedy) -> bool:
        """Tell whether a remedy is what the buyer wishes for."""
        return remedy.kind in WISHES.get(self.wish, ())


def choice(remedies: Sequence[Remedy], wishes: Wishes) -> Choice | None:
    """Return the remedy to ask for, of those that can be had now or later; None where there is none."""
    ranked = sorted((one for one in remedies if one.status in _STATUSES), key=lambda one: _rank(one, wishes))
    if not ranked:
        return None
    best, *others = ranked
    whys = [_first_difference(best, other, wishes) for other in others]
    return Choice(
        best.kind,
        best.title,
        best.is_right,
        best.with_return,
        best.status,
        best.amount,
        best.is_ceiling,
        reasons=tuple(why for why in Why if why in whys) or (Why.ONLY,),
        wish=wishes.wish,
        is_wish_met=wishes.is_met(best) if wishes.wish else None,
        passed=tuple(_passed(other, why) for other, why in zip(others, whys, strict=True)),
    )


def _passed(remedy: Remedy, why: Why) -> Passed:
    return Passed(remedy.kind, remedy.title, remedy.is_right, remedy.with_return, remedy.status, why)


def _criteria(wishes: Wishes) -> dict[Why, _Key]:
    """Return what remedies are ranked by, the first criterion first; the least comes first."""
    return {
        Why.NOW: lambda one: _STATUSES.index(one.status),
        Why.WISH: lambda one: not wishes.is_met(one),
        Why.KEEPS_GOODS: lambda one: wishes.keeps_goods and one.with_return is True,
        Why.RIGHT: lambda one: not one.is_right,
        Why.KIND: lambda one: RANKING.index(one.kind) if one.kind in RANKING else len(RANKING),
        Why.AMOUNT: lambda one: (one.is_ceiling, -one.amount.minor if one.amount else 0),
        Why.NO_RETURN: lambda one: one.with_return is True,
        Why.NAME: lambda one: (one.kind, one.title, str(one.with_return)),
    }


def _rank(remedy: Remedy, wishes: Wishes) -> tuple[object, ...]:
    return tuple(key(remedy) for key in _criteria(wishes).values())


def _first_difference(best: Remedy, other: Remedy, wishes: Wishes) -> Why:
    return next((why for why, key in _criteria(wishes).items() if key(best) != key(other)), Why.NAME)


def is_same(chosen: Choice, remedy: Remedy) -> bool:
    """Tell whether a remedy is the chosen one."""
    terms = (remedy.kind, remedy.is_right, remedy.with_return)
    return terms == (chosen.kind, chosen.is_right, chosen.with_return)
