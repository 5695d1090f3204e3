"""The explicit list of all lint rules, in the order of their codes."""

from __future__ import annotations

from typing import Final

from claimrules.lint.rule import LintRule
from claimrules.lint.rules.asked_months import ASKED_MONTHS
from claimrules.lint.rules.bars_nothing import BARS_NOTHING
from claimrules.lint.rules.cases_contradict import CASES_CONTRADICT
from claimrules.lint.rules.cut_short import CUT_SHORT
from claimrules.lint.rules.empty_window import EMPTY_WINDOW
from claimrules.lint.rules.ends_earlier import ENDS_EARLIER
from claimrules.lint.rules.never_holds import NEVER_HOLDS
from claimrules.lint.rules.old_source import OLD_SOURCE
from claimrules.lint.rules.rolls_backward import ROLLS_BACKWARD
from claimrules.lint.rules.rows_overlap import ROWS_OVERLAP
from claimrules.lint.rules.table_hole import TABLE_HOLE
from claimrules.lint.rules.unchecked_source import UNCHECKED_SOURCE
from claimrules.lint.rules.unused_category import UNUSED_CATEGORY
from claimrules.lint.rules.unused_convention import UNUSED_CONVENTION
from claimrules.lint.rules.unused_fact import UNUSED_FACT
from claimrules.lint.rules.unused_source import UNUSED_SOURCE
from claimrules.lint.rules.unused_window import UNUSED_WINDOW

RULES: Final[tuple[LintRule, ...]] = (
    NEVER_HOLDS,
    EMPTY_WINDOW,
    BARS_NOTHING,
    CASES_CONTRADICT,
    ENDS_EARLIER,
    ASKED_MONTHS,
    ROLLS_BACKWARD,
    CUT_SHORT,
    TABLE_HOLE,
    ROWS_OVERLAP,
    UNUSED_FACT,
    UNUSED_WINDOW,
    UNUSED_SOURCE,
    UNUSED_CONVENTION,
    UNUSED_CATEGORY,
    OLD_SOURCE,
    UNCHECKED_SOURCE,
)
