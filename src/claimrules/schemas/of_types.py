"""Annotations of classes → schemas of what the classes look like as plain data."""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Final, get_args, get_origin, get_type_hints

from attrs import Factory, define

from claimrules.domain.decision import Decision
from claimrules.domain.derivation import Step
from claimrules.domain.duties import DutyStatus
from claimrules.domain.explanation import Explanation
from claimrules.domain.money import Money
from claimrules.domain.order_decision import OrderDecision
from claimrules.domain.plain_data import EXPLANATION_FORMAT, FORMAT, ORDER_FORMAT, STACK_FORMAT, members_of
from claimrules.domain.stack_decision import StackDecision
from claimrules.domain.verdicts import LISTED, UNDETERMINED
from claimrules.schemas.docstrings import said_of_class, said_of_members

Schema = dict[str, Any]

_SIMPLE: Final[dict[Any, Schema]] = {
    Any: {},
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    datetime: {"type": "string", "format": "date-time"},
    date: {"type": "string", "format": "date"},
}
#: Members that are one of several words, by class and name.
_WORDS: Final[dict[tuple[str, str], tuple[str, ...]]] = {
    **dict.fromkeys(
        [("Remedy", "status"), ("LayerTerms", "status"), ("StackRemedy", "status"), ("LineShare", "status")], LISTED
    ),
    ("Duty", "status"): (*(status.word for status in DutyStatus), UNDETERMINED),
}
#: What answers are told apart by, in their first member.
_FORMATS: Final[dict[type, str]] = {
    Decision: FORMAT,
    StackDecision: STACK_FORMAT,
    OrderDecision: ORDER_FORMAT,
    Explanation: EXPLANATION_FORMAT,
}


@define
class Definitions:
    """The schemas of the classes met so far, by the name of the class."""

    found: dict[str, Schema] = Factory(dict)

    def of(self, hint: Any) -> Schema:
        """Return the schema of what is annotated so."""
        if hint in _SIMPLE:
            return dict(_SIMPLE[hint])
        if get_origin(hint) in {tuple, dict}:
            return self._of_parts(get_origin(hint), get_args(hint))
        if isinstance(hint, UnionType):
            (wanted,) = (part for part in get_args(hint) if part is not NoneType)
            return _or_null(self.of(wanted))
        if issubclass(hint, Enum):
            return {"enum": [member.value for member in hint]}
        return self.reference(hint)

    def reference(self, described: type) -> Schema:
        """Return a reference to the schema of a class, which is kept."""
        name = described.__name__
        if name not in self.found:
            self.found[name] = {}  # of a class that holds itself, the name is enough
            self.found[name] = self.of_class(described)
        return {"$ref": f"#/$defs/{name}"}

    def of_class(self, described: type) -> Schema:
        """Return the schema of a class: every member that its plain data have."""
        properties = self._special(described) or self._members(described)
        if described in _FORMATS:
            properties = {"format": {"const": _FORMATS[described]}, **properties}
        return {
            "description": said_of_class(described),
            "type": "object",
            "properties": properties,
            "required": [*properties],
        }

    def _members(self, described: type) -> dict[str, Schema]:
        hints, said = get_type_hints(described), said_of_members(described)
        found = {name: self.of(hint) for name, hint in members_of(described, hints)}
        for name, schema in found.items():
            words = _WORDS.get((described.__name__, name))
            found[name] = {**({"enum": [*words]} if words else schema), **_description(said.get(name, ""))}
        return found

    def _special(self, described: type) -> dict[str, Schema]:
        """Return the members of what plain data say otherwise than the class."""
        if described is Money:
            amount = {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$", "description": "in major units, exact"}
            return {"amount": amount, "currency": {"type": "string", "pattern": "^[A-Z]{3}$"}}
        if described is Step:
            cites = self.of(get_type_hints(Step)["citations"])
            return {"step": {"type": "string"}, "words": {"type": "string"}, "cites": cites}
        return {}

    def _of_parts(self, kind: Any, parts: tuple[Any, ...]) -> Schema:
        if kind is dict:
            return {"type": "object", "additionalProperties": self.of(parts[1])}
        if parts[-1] is Ellipsis:
            return {"type": "array", "items": self.of(parts[0])}
        return {"type": "array", "prefixItems": [*map(self.of, parts)], "minItems": len(parts), "maxItems": len(parts)}


def _or_null(schema: Schema) -> Schema:
    if isinstance(schema.get("type"), str):
        return {**schema, "type": [schema["type"], "null"]}
    return {"anyOf": [schema, {"type": "null"}]}


def _description(words: str) -> Schema:
    return {"description": words} if words else {}
