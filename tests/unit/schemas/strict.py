"""Validators as strict as can be: nothing stands in a document but what its schema names."""

from __future__ import annotations

from typing import Any

from jsonschema import Draft202012Validator


def strict(schema: dict[str, Any]) -> Draft202012Validator:
    """Return a validator for which every object has the members that its schema names, and no others."""
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(_closed(schema))


def _closed(part: Any) -> Any:
    if isinstance(part, list):
        return [_closed(one) for one in part]
    if not isinstance(part, dict):
        return part
    closed = {key: _closed(value) for key, value in part.items()}
    is_object = "object" in part.get("type", ()) and "properties" in part
    return {"additionalProperties": False, **closed} if is_object else closed


def faults(validator: Draft202012Validator, document: object) -> list[str]:
    """Return what is wrong with a document, each with its place."""
    return [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(document)]
