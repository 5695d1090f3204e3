"""The layers that rulesets stack in: law over payment over marketplace over seller over category."""

from __future__ import annotations

from typing import Final

LAW: Final = "law"
#: Highest first; the lowest is nearest to the buyer.
LAYERS: Final = (LAW, "payment", "marketplace", "seller", "category")
#: That of a ruleset which names none.
DEFAULT_LAYER: Final = "seller"
