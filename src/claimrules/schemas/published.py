"""Every schema there is, by its kind, and where it is published."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from claimrules.schemas.documents import (
    decision_schema,
    explanation_schema,
    order_decision_schema,
    record_schema,
    stack_decision_schema,
)
from claimrules.schemas.of_types import Schema

#: The kinds whose schema depends on no ruleset.
DOCUMENTS: Final[dict[str, Callable[[], Schema]]] = {
    "decision": decision_schema,
    "stack-decision": stack_decision_schema,
    "record": record_schema,
    "order-decision": order_decision_schema,
    "explanation": explanation_schema,
}
#: The kind whose schema is that of one ruleset's facts.
FACTS: Final = "facts"
KINDS: Final = (FACTS, *DOCUMENTS)
#: Where the schemas lie in the repository.
FOLDER: Final = "docs/reference/schemas"


def file_of(kind: str, schema: Schema) -> str:
    """Return the file that a document's schema is published in; its version is part of the name."""
    return f"{FOLDER}/{kind}-{schema['title'].rpartition('/')[2]}.schema.json"
