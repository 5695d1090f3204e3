"""Which of several open remedies to ask for, and why that one."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from claimrules.domain.money import Money


class Why(StrEnum):
    """What one remedy is chosen before another for; the first on which two differ decides."""

    #: It can be had now, the other only later.
    NOW = "now"
    #: It is what the buyer wishes for (`claim.wish`).
    WISH = "wish"
    #: It leaves the buyer the goods, which the buyer means to keep (`claim.goods_kept`).
    KEEPS_GOODS = "keeps the goods"
    #: It is a right, the other at the other side's discretion.
    RIGHT = "right"
    #: Its kind stands before the other's in the ranking.
    KIND = "kind"
    #: Its amount is known to be higher, or is fixed where the other is a ceiling.
    AMOUNT = "amount"
    #: The goods need not go back.
    NO_RETURN = "no return"
    #: Nothing else sets them apart.
    NAME = "name"
    #: There is no other.
    ONLY = "only one"


@frozen
class Passed:
    """A remedy that could be asked for as well.

    Args:
        status: one of those that a decision lists.
        why: what the chosen one has before it.
    """

    kind: str
    title: str
    is_right: bool
    with_return: bool | None
    status: str
    why: Why


@frozen
class Choice:
    """The remedy to ask for.

    Args:
        status: `available`, or `later` where none can be had now.
        amount: the most that can be asked; None when there is none or it is not known.
        is_ceiling: the amount is to be agreed, up to this.
        reasons: what set it before the others.
        wish: what the buyer wishes for; empty where nobody says.
        is_wish_met: the chosen remedy is what the buyer wishes for; None without a wish.
        passed: the others, in the order of the ranking.
    """

    kind: str
    title: str
    is_right: bool
    with_return: bool | None
    status: str
    amount: Money | None
    is_ceiling: bool
    reasons: tuple[Why, ...]
    wish: str
    is_wish_met: bool | None
    passed: tuple[Passed, ...]
