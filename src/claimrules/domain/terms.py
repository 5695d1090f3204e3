"""How the terms of a remedy are said."""

from __future__ import annotations

from typing import Final

#: Whether the goods go back, in words; nothing is said where a rule leaves it open.
RETURN_WORDS: Final[dict[bool | None, str]] = {True: "the goods go back", False: "the goods are kept", None: ""}
PAYER_UNKNOWN: Final = "who pays the return shipping is not known yet"


def paid_by(payer: str) -> str:
    """Return who pays to send the goods back, in words."""
    return f"return shipping is paid by the {payer}"
