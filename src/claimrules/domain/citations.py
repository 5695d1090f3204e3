"""Where something is written: a source and the place in it."""

from __future__ import annotations

from attrs import frozen


@frozen
class Citation:
    """Where a rule comes from."""

    source: str
    title: str
    article: str
    dated: str = ""
    checked: str = ""
    url: str = ""
    confidence: str = ""

    def __str__(self) -> str:
        return f"{self.title}, {self.article}" + (f" ({self.dated})" if self.dated else "")
