"""What a replay comes to: what changed since, and what of the answer differs."""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

from claimrules.diagnostics.diagnostic import Diagnostic
from claimrules.domain.record.shape import Record
from claimrules.replaying.differences import Difference

FORMAT: Final = "claimrules.replay/1"
#: The mark of a ruleset's text; its first characters tell it from others.
_MARK: Final = re.compile(r"\b([0-9a-f]{12})[0-9a-f]{52}\b")


@frozen
class Change:
    """Something that decides and is not what it was.

    Args:
        part: `engine`, `calendar`, `time zones` or `ruleset`.
        name: of the package or the ruleset.
        then, now: the version; of a ruleset, the mark of its text, and from when its version is in force.
    """

    part: str
    name: str
    then: str
    now: str

    def __str__(self) -> str:
        then, now = (_MARK.sub(r"\1", words) for words in (self.then, self.now))
        return f"{self.part} {self.name}: was {then or 'not told'}, is {now or 'not there'}"


@frozen
class Replay:
    """A record, decided once more.

    Args:
        record: what was recorded.
        again: the record of the decision made now; None where the facts cannot be read any more.
        changes: what decides and is not what it was.
        differences: what of the answer is not as it was; versions are no part of it.
        faults: why the facts cannot be read any more.
    """

    record: Record
    again: Record | None
    changes: tuple[Change, ...]
    differences: tuple[Difference, ...]
    faults: tuple[Diagnostic, ...] = ()

    @property
    def is_same(self) -> bool:
        """The answer is the same; versions may differ."""
        return self.again is not None and not self.differences

    @property
    def is_identical(self) -> bool:
        """The record made now is the same to the byte, however the old one is laid out."""
        return self.again is not None and self.again.digest == self.record.digest

    def to_dict(self) -> dict[str, object]:
        """Return plain data for JSON."""
        from claimrules.diagnostics.json_report import to_dict

        return {
            "format": FORMAT,
            "is_same": self.is_same,
            "is_identical": self.is_identical,
            "changes": [{"part": one.part, "name": one.name, "then": one.then, "now": one.now} for one in self.changes],
            "differences": [{"place": one.place, "then": one.then, "now": one.now} for one in self.differences],
            "faults": [to_dict(fault) for fault in self.faults],
        }

    def __str__(self) -> str:
        from claimrules.replaying.words import in_words

        return in_words(self)
