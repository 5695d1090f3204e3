"""A source and a place in it → a citation."""

from __future__ import annotations

from claimrules.constructs.declarations.sources import Source
from claimrules.domain.citations import Citation


def citation(source: Source, article: str) -> Citation:
    """Return a source and a place in it as a decision shows it."""
    dated, checked = (str(day) if day else "" for day in (source.dated, source.checked))
    return Citation(source.name.text, source.title.text, article, dated, checked, source.url, source.confidence)
