"""The schemas of answers and records, each with its name and version."""

from __future__ import annotations

from typing import Final

from claimrules.domain.decision import Decision
from claimrules.domain.explanation import Explanation
from claimrules.domain.order_decision import OrderDecision
from claimrules.domain.plain_data import EXPLANATION_FORMAT, FORMAT, ORDER_FORMAT, STACK_FORMAT
from claimrules.domain.record.shape import FORMAT as RECORD_FORMAT
from claimrules.domain.record.shape import Record
from claimrules.domain.stack_decision import StackDecision
from claimrules.schemas.of_types import Definitions, Schema

#: The dialect all schemas are written in.
DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_SHA256: Final = "^[0-9a-f]{64}$"
_ON_THE_COMMAND_LINE: Final = {
    "type": "boolean",
    "description": "only on the command line: whether the instant was given, or is that of the command",
}


def decision_schema() -> Schema:
    """Return the schema of `Decision.to_dict()`, and of what `claimrules decide --format json` prints."""
    return _of_answer(Decision, FORMAT)


def stack_decision_schema() -> Schema:
    """Return the schema of `StackDecision.to_dict()`, and of what the command line prints for a stack."""
    return _of_answer(StackDecision, STACK_FORMAT)


def order_decision_schema() -> Schema:
    """Return the schema of `OrderDecision.to_dict()`, and of what `claimrules decide-order --format json` prints."""
    return _of_answer(OrderDecision, ORDER_FORMAT)


def explanation_schema() -> Schema:
    """Return the schema of `Explanation.to_dict()`."""
    definitions = Definitions()
    return _document(EXPLANATION_FORMAT, definitions.of_class(Explanation), definitions)


def record_schema() -> Schema:
    """Return the schema of `Record.to_dict()`."""
    definitions = Definitions()
    whole = definitions.of_class(Record)
    answers = [definitions.reference(answer) for answer in (Decision, StackDecision)]
    properties = whole["properties"]
    properties["answer"] = {"description": properties["answer"]["description"], "anyOf": answers}
    properties["rulesets"] |= {"minItems": 1}
    definitions.found["RulesetMark"]["properties"]["content"]["pattern"] = _SHA256
    digest = {"description": "SHA-256 of all else", "type": "string", "pattern": _SHA256}
    whole["properties"] = {"format": {"const": RECORD_FORMAT}, **properties, "digest": digest}
    whole["required"] = [*whole["properties"]]
    return _document(RECORD_FORMAT, whole, definitions)


def _of_answer(answer: type, format: str) -> Schema:
    definitions = Definitions()
    whole = definitions.of_class(answer)
    whole["properties"]["at_was_given"] = _ON_THE_COMMAND_LINE
    return _document(format, whole, definitions)


def _document(format: str, whole: Schema, definitions: Definitions) -> Schema:
    defined = {name: definitions.found[name] for name in sorted(definitions.found)}
    name = format.replace(".", ":").replace("/", ":")
    return {"$schema": DIALECT, "$id": f"urn:{name}", "title": format, **whole, "$defs": defined}
