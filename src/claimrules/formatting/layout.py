"""Where lines begin: one table, by the names of the grammar. A construct costs a line here only if it is unusual.

A key is the name of a rule or alias, which begins a line where it begins; or that name and a word or sign that stands
directly in it: before the word, behind the sign. What a declaration holds directly and begins with a keyword is a
clause, with a line of its own, unless the table says otherwise or it stands behind a colon, a comma or a `=`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from attrs import frozen

#: Longer than this no line gets that has a comma to break at.
WIDEST: Final = 120
#: Conditions and lists joined by `and` or `or` take a line for each part when they are longer.
JOINED_WIDEST: Final = 100
#: Periods of branches stand below one another unless a condition is longer than this.
ALIGNED_WIDEST: Final = 40


@frozen
class Break:
    """Where a line begins.

    Args:
        depth: in steps of two spaces; None goes on under the words that the break parts.
        widest: only where the line would be longer than this; 0 always.
        is_joint: it parts what `and` or `or` joins.
    """

    depth: int | None
    widest: int = 0
    is_joint: bool = False


CLAUSE: Final = Break(1)
TERM: Final = Break(2)
#: Part of the line it stands on.
INLINE: Final = Break(0, widest=1_000_000_000)
OPERATOR: Final = Break(None, JOINED_WIDEST, is_joint=True)

BREAKS: Final[Mapping[str, Break]] = {
    # heads of declarations
    "under": INLINE,
    "like": INLINE,
    "remedy exact_amount": INLINE,
    "remedy ceiling_amount": INLINE,
    "exclusion bars": Break(1, JOINED_WIDEST),
    "replaces": Break(1, JOINED_WIDEST),
    # windows
    "branch": CLAUSE,
    "chosen_window otherwise": CLAUSE,
    "branch :": Break(2, JOINED_WIDEST),
    "chosen_window :": Break(2, JOINED_WIDEST),
    "span_period until": Break(None, JOINED_WIDEST),
    # counting
    "convention_option cite": Break(2, WIDEST),
    "convention_option note": Break(2, WIDEST),
    # texts in several languages
    "translation": TERM,
    # grants
    "less": TERM,
    "plus": TERM,
    "grant exact_amount": Break(2, JOINED_WIDEST),
    "may_grant exact_amount": Break(2, JOINED_WIDEST),
    "floor_amount": TERM,
    "cap_amount": TERM,
    "tiered_amount ,": Break(3, JOINED_WIDEST),
    "return_shipping": TERM,
    "return_shipping_if": TERM,
    "owed": Break(2, JOINED_WIDEST),
    # cases
    "case at": CLAUSE,
    "expected_evidence": Break(4, WIDEST),
    # what is joined
    "both and": OPERATOR,
    "either or": OPERATOR,
    "given and": OPERATOR,
    "expect and": OPERATOR,
}

#: Behind these signs words stand below one another, from line to line.
ALIGNED: Final = frozenset({"branch :", "chosen_window :"})
#: Words of one kind that the author kept together stay together, without blank lines.
KEPT_TOGETHER: Final = frozenset({"use", "source", "fact", "category", "remedy", "duty"})
