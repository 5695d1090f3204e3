"""The explicit list of all constructs, in the order of the reference page."""

from __future__ import annotations

from typing import Any, Final

from claimrules.constructs.amount_extremes import AMOUNT_EXTREMES
from claimrules.constructs.amount_forms import AMOUNT_FORMS
from claimrules.constructs.amounts import AMOUNTS
from claimrules.constructs.conditions import compare, connectives, happened, holds, said, values
from claimrules.constructs.construct import Construct
from claimrules.constructs.declarations import (
    calendar,
    case,
    clauses,
    convention,
    duty,
    oblige,
    parameter,
    ruleset,
    sources,
    statements,
    table,
    vocabulary,
)
from claimrules.constructs.moments.extremes import EXTREMES
from claimrules.constructs.moments.modified import WINDOW
from claimrules.constructs.moments.modifiers import MODIFIERS
from claimrules.constructs.moments.periods import PERIODS
from claimrules.constructs.moments.points import EDGES, POINTS
from claimrules.constructs.moments.shifted import SHIFTED
from claimrules.constructs.scope import Scope

CONSTRUCTS: Final[tuple[Construct, ...]] = (
    ruleset.RULESET, sources.USE, sources.SOURCE, ruleset.CATEGORY, calendar.CALENDAR,
    convention.CONVENTION, parameter.PARAMETER, vocabulary.FACT,
    vocabulary.REMEDY, statements.RULE, table.TABLE, said.SAID, statements.EXCLUSION,
    statements.STEP, case.CASE, clauses.CITE,
    connectives.BOTH, connectives.EITHER, connectives.NEGATION, holds.HOLDS, values.EQUALS, values.ONE_OF,
    values.INCLUDES, values.IS_KNOWN, compare.COMPARE, compare.FACT_OPERAND, compare.NUMBER_LITERAL,
    compare.MONEY_LITERAL, compare.LENGTH, happened.AFTER, happened.BEFORE, happened.BETWEEN,
    *POINTS, *SHIFTED, *EXTREMES, *EDGES, *PERIODS, *MODIFIERS, WINDOW, *AMOUNTS, *AMOUNT_FORMS, *AMOUNT_EXTREMES,
    duty.DUTY, oblige.OBLIGE, oblige.INTEREST,
)  # fmt: skip

BY_ALIAS: Final[dict[str, Construct]] = {construct.alias: construct for construct in CONSTRUCTS}
_BY_NODE: Final[dict[type, Construct]] = {construct.node: construct for construct in CONSTRUCTS}


def check(node: Any, scope: Scope) -> None:
    """Check a node by its construct."""
    _BY_NODE[type(node)].check(node, scope)


def lower(node: Any) -> Any:
    """Return the function that lowers a node."""
    return _BY_NODE[type(node)].lower
