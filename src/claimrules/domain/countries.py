"""Countries by their two letters (ISO 3166-1 alpha-2), from the list that comes with the time zones."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from claimrules.diagnostics.suggest import nearest

#: What people write for a country whose listed name is another.
_OTHER_NAMES = {"uk": "GB", "united kingdom": "GB", "usa": "US", "uae": "AE", "czechia": "CZ"}
_HELP = "write the two capital letters of ISO 3166-1, as in KR or US"


@cache
def countries() -> Mapping[str, str]:
    """Return the English name of every country by its code."""
    text = files("tzdata").joinpath("zoneinfo", "iso3166.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {code: name for code, name, *_ in rows}


def country_help(given: str) -> str:
    """Return how to write the country that was probably meant."""
    meant = given.strip().upper()
    if meant not in countries():
        names = {_key(name): code for code, name in countries().items()} | {
            _key(name): code for name, code in _OTHER_NAMES.items()
        }
        meant = names.get(nearest(_key(given), names) or "", "") if len(_key(given)) > 1 else ""
    return f"did you mean `{meant}` ({countries()[meant]})? {_HELP}" if meant else _HELP


def _key(name: str) -> str:
    """Return a name's words in an order that does not depend on how it is put: `Korea (South)` is `South Korea`."""
    return " ".join(sorted(re.findall(r"\w+", name.lower())))
