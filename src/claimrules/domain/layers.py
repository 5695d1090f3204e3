"""The layers that rulesets stack in: law over payment over marketplace over seller over category."""

from __future__ import annotations

from typing import Final

from claimrules.speech.phrases import name_of

LAW: Final = "law"
#: Highest first; the lowest is nearest to the buyer.
LAYERS: Final = (LAW, "payment", "marketplace", "seller", "category")
#: That of a ruleset which names none.
DEFAULT_LAYER: Final = "seller"


def ruleset_words(layer: str, ruleset: str) -> str:
    """Return a ruleset with the layer it is in, for people."""
    return f"{name_of('a layer', layer)} {ruleset}"
