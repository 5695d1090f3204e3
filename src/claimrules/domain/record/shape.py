"""The record of a decision: what was asked, of which rulesets, with which versions, and the answer."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from claimrules.domain.json_written import json_written

#: What a record's `format` begins with; the version follows, and is raised by a change that could break a reader.
FAMILY: Final = "claimrules.record/"
FORMAT: Final = f"{FAMILY}1"


@frozen
class RulesetMark:
    """Which ruleset decided.

    Args:
        name: its dotted name.
        version: from when the version of it that decided is in force, in words; empty where it has no dates.
        content: the mark of its text, and of all it uses: SHA-256, in hexadecimal.
    """

    name: str
    version: str
    content: str


@frozen
class Record:
    """A decision with all that it was made of.

    Args:
        at: the instant decided for, in ISO 8601 with its offset.
        rulesets: those that decided, the highest layer first.
        versions: of what decides: `claimrules` (the engine), `holidays` (the calendar), `tzdata` (the time zones).
        facts: as they were given, as JSON has them.
        answer: the decision as plain data.
    """

    at: str
    rulesets: tuple[RulesetMark, ...]
    versions: dict[str, str]
    facts: dict[str, Any]
    answer: dict[str, Any]

    @property
    def digest(self) -> str:
        """What the record is known by: SHA-256 of all else in it, however it is laid out, in hexadecimal."""
        return digest_of(self._members())

    def to_dict(self) -> dict[str, Any]:
        """Return plain data for JSON."""
        return {**self._members(), "digest": self.digest}

    def to_json(self) -> str:
        """Return the record as text: the same on every computer and under every version of Python."""
        return f"{json_written(self.to_dict())}\n"

    def write(self, path: str | Path) -> None:
        """Write the record to a file, in UTF-8.

        Raises:
            OSError: the file cannot be written.
        """
        Path(path).write_bytes(self.to_json().encode())

    def __str__(self) -> str:
        return self.to_json()

    def _members(self) -> dict[str, Any]:
        marks = [{"name": mark.name, "version": mark.version, "content": mark.content} for mark in self.rulesets]
        return {
            "format": FORMAT,
            "at": self.at,
            "rulesets": marks,
            "versions": self.versions,
            "facts": self.facts,
            "answer": self.answer,
        }


def digest_of(members: dict[str, Any]) -> str:
    """Return the digest of a record's members; the order of keys does not matter."""
    text = json.dumps(members, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return sha256(text.encode()).hexdigest()
