"""The grammar and the rulesets that ship, in a wheel or in a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def data_root() -> Path:
    """Return the folder that holds `grammar/` and `rulesets/`.

    A wheel carries them inside the package; an editable install reads them from the checkout.

    Raises:
        FileNotFoundError: the installation carries neither.
    """
    for root in (_PACKAGE / "_data", _PACKAGE.parent.parent):
        if (root / "grammar" / "claimrules.lark").is_file():
            return root
    raise FileNotFoundError("the grammar is missing from this installation of claimrules")
