"""The JSON Schemas that are published: of answers, of records, and of the facts that all rulesets share."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

import claimrules
from claimrules.domain.json_written import json_written
from claimrules.schemas.facts import facts_schema
from claimrules.schemas.published import DOCUMENTS, FOLDER, file_of

#: The vocabulary whose facts are published; those of a ruleset are printed by `claimrules schema facts RULESET`.
SHARED: Final = "vocabulary.commerce"


def pages() -> dict[str, Callable[[], str]]:
    """Return what each file is to hold."""
    documents = {file_of(kind, schema()): partial(_text, schema) for kind, schema in DOCUMENTS.items()}
    return {**documents, f"{FOLDER}/facts-{SHARED}.schema.json": _facts}


def _text(schema: Callable[[], dict[str, object]]) -> str:
    return f"{json_written(schema())}\n"


def _facts() -> str:
    return f"{json_written(facts_schema(SHARED, claimrules.load(SHARED).vocabulary))}\n"
