"""The members of a record's document, each checked; what is wrong is gathered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from attrs import Factory, define

from claimrules.diagnostics.diagnostic import Diagnostic, Label, RecordError
from claimrules.domain.fact_events import YEARS
from claimrules.domain.fact_places import described, printable
from claimrules.domain.plain_data import FORMAT as DECISION
from claimrules.domain.plain_data import STACK_FORMAT as STACK
from claimrules.domain.record.shape import RulesetMark
from claimrules.text.span import Pointer

_HELP: Final = "take the record as it was written"
_MISSING: Final = object()


@define
class Members:
    """Reads members of one document; one that is missing or wrong is reported, and read as empty."""

    document: Mapping[str, Any]
    name: str
    found: list[Diagnostic] = Factory(list)

    def text(self, key: str) -> str:
        """Return a member that is a text."""
        value = self._member(key)
        if isinstance(value, str):
            return value
        self._wrong(key, "a text", value)
        return ""

    def instant(self, key: str) -> str:
        """Return a member that is an instant with its offset, in years that can be decided for."""
        value = self._member(key)
        try:
            at = datetime.fromisoformat(value) if isinstance(value, str) else None
        except ValueError:
            at = None
        if at is None or at.utcoffset() is None or at.year not in YEARS:
            self._wrong(key, f"an instant with its offset, in the years {YEARS[0]} to {YEARS[-1]}", value)
        return value if isinstance(value, str) else ""

    def mapping(self, key: str) -> dict[str, Any]:
        """Return a member that is an object."""
        value = self._member(key)
        if isinstance(value, dict):
            return value
        self._wrong(key, "an object", value)
        return {}

    def words(self, key: str) -> dict[str, str]:
        """Return a member that is an object of texts."""
        value = self.mapping(key)
        for name, text in value.items():
            if not isinstance(text, str):
                self._wrong(f"{key}/{name}", "a text", text)
        return value

    def answer(self, key: str) -> dict[str, Any]:
        """Return a member that is a decision, of one ruleset or of a stack."""
        value = self.mapping(key)
        if isinstance(self._member(key), dict) and value.get("format") not in {DECISION, STACK}:
            self._wrong(f"{key}/format", f"{DECISION} or {STACK}", value.get("format"))
        return value

    def rulesets(self, key: str) -> tuple[RulesetMark, ...]:
        """Return a member that is a list of rulesets, at least one."""
        value = self._member(key)
        if not isinstance(value, list) or not value:
            self._wrong(key, "a list of rulesets", value)
            return ()
        is_stack = self.mapping("answer").get("format") == STACK
        if len(value) > 1 and not is_stack:
            self._wrong(key, "one ruleset, as the answer is that of one", value)
        return tuple(self._ruleset(f"{key}/{index}", mark) for index, mark in enumerate(value))

    def _ruleset(self, place: str, mark: object) -> RulesetMark:
        parts = mark if isinstance(mark, dict) else {}
        for part in ("name", "version", "content"):
            if not isinstance(parts.get(part), str):
                self._wrong(f"{place}/{part}", "a text", parts.get(part, _MISSING))
        return RulesetMark(*(str(parts.get(part)) for part in ("name", "version", "content")))

    def raise_if_any(self) -> None:
        """End the reading.

        Raises:
            RecordError: something was reported (CR0902).
        """
        if self.found:
            raise RecordError(tuple(self.found))

    def _member(self, key: str) -> Any:
        return self.document.get(key, _MISSING)

    def _wrong(self, place: str, wanted: str, value: object) -> None:
        is_there = value is not _MISSING
        words = (
            f"`{printable(place)}` is {wanted}, not {described(value)}" if is_there else f"the record lacks `{place}`"
        )
        self.found.append(Diagnostic("CR0902", words, Label(Pointer(self.name, f"/{printable(place)}")), _HELP))
