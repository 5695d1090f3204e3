"""What a new ruleset is to say."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from claimrules.compiler.pipeline import checked_file
from claimrules.scaffold.parent import Parent
from claimrules.syntax.library import shipped_root

#: The time of the table's first row.
DAYS = 14


@frozen
class Draft:
    """A ruleset to be written.

    Args:
        name: its dotted name.
        title: for people; made from the name when it is empty.
        timezone: where days begin and end; the parent's, else UTC, when not given.
        currency: the only one of its amounts; the parent's, else none, when not given.
        parent: what it extends.
        today: the day on which its source is said to have been checked.
    """

    name: str
    title: str
    timezone: str | None
    currency: str | None
    parent: Parent | None
    today: date

    @property
    def zone(self) -> str:
        """Its time zone, inherited or not."""
        return self.timezone or (self.parent.zone if self.parent else "UTC")

    @property
    def asked_zone(self) -> str:
        """The fact that tells its time zone, where that is inherited."""
        asked = self.parent.head.timezone_fact if self.parent and not self.timezone else None
        return asked.text if asked else ""

    @property
    def money(self) -> str:
        """The currency of its example."""
        return self.currency or (self.parent.ruleset.plan.currency if self.parent else None) or "USD"

    @property
    def counts_plain_days(self) -> bool:
        """Days are counted one by one, so that the end of a time can be told without looking it up."""
        counting = self.parent.head.counting if self.parent else None
        return counting is None or counting.text == "plain_days"

    @property
    def table(self) -> str:
        """The name of its table: that of what it takes the place of."""
        return (self.parent.statement_for_returns() if self.parent else "") or "returns"

    @property
    def category(self) -> str:
        """The category of the table's first row: the one its name ends in, or electronics."""
        last = self.name.rpartition(".")[2]
        return last if last in self.categories() else "electronics"

    @property
    def source(self) -> str:
        """The name of its source, which is not one that is inherited."""
        taken = self.parent.resolved.scope.sources if self.parent else {}
        last = self.name.rpartition(".")[2]
        names = ["terms", f"{last}_terms", *(f"terms_{number}" for number in range(2, len(taken) + 4))]
        return next(name for name in names if name not in taken)

    def categories(self) -> dict[str, bool]:
        """Return the categories there are, each with whether it lies under no other."""
        shipped = checked_file(shipped_root() / "vocabulary/commerce.claim").scope.categories
        known = {**shipped, **(self.parent.resolved.scope.categories if self.parent else {})}
        return {name: node.under is None for name, node in known.items()}
