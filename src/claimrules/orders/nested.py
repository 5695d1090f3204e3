"""Nested data of facts: keys with dots opened up, one document laid over another, what stands at a path."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from claimrules.domain.fact_places import Place

Nested = dict[str, Any]


def opened(document: Mapping[object, object], place: Place) -> Nested:
    """Return a document with `{"item.price": …}` as `{"item": {"price": …}}`; a copy, as deep as objects go."""
    found: Nested = {}
    for key, value in document.items():
        *folders, last = str(key).split(".")
        inner: Any = found
        for folder in folders:
            inner = inner.setdefault(folder, {}) if isinstance(inner, dict) else None
        _put(inner, last, value, place.below(str(key)))
    return found


def _put(inner: Any, key: str, value: object, place: Place) -> None:
    both_objects = isinstance(value, Mapping) and isinstance(inner, dict) and isinstance(inner.get(key), dict)
    if isinstance(value, Mapping):
        value = opened(value, place)
    if both_objects and isinstance(value, dict):
        for name, part in value.items():
            _put(inner[key], name, part, place.below(name))
    elif not isinstance(inner, dict) or key in inner:
        place.wrong("CR0604", f"`{place.path}` is given twice", "give each fact once")
    else:
        inner[key] = value


def laid_over(below: Mapping[str, Any], above: Mapping[str, Any]) -> Nested:
    """Return two nested documents as one; where both give a fact, it is the one above that counts."""
    merged = dict(below)
    for key, value in above.items():
        beneath = merged.get(key)
        is_group = isinstance(value, dict) and isinstance(beneath, dict)
        merged[key] = laid_over(beneath, value) if is_group else value  # type: ignore[arg-type]  # just tested
    return merged


def without(document: Mapping[str, Any], path: tuple[str, ...]) -> Nested:
    """Return a document that gives nothing at a path."""
    first, *rest = path
    inner = document.get(first)
    if not rest:
        return {key: value for key, value in document.items() if key != first}
    return {**document, first: without(inner, tuple(rest))} if isinstance(inner, dict) else dict(document)


def at_path(document: object, path: tuple[str, ...]) -> object:
    """Return what a document gives at a path; None where it gives nothing."""
    for key in path:
        document = document.get(key) if isinstance(document, Mapping) else None
    return document


def gives(document: object, path: tuple[str, ...]) -> bool:
    """Tell whether a document says something at a path, and be it null."""
    *folders, last = path
    inner = at_path(document, tuple(folders))
    return isinstance(inner, Mapping) and last in inner
