"""Addresses from rulesets → addresses that are safe to follow and to write down."""

from __future__ import annotations

import re
from html import escape
from typing import Final
from urllib.parse import quote

from claimrules.domain.printable import printable

_WEB: Final = re.compile(r"https?://[^/\s]", re.ASCII | re.IGNORECASE)
#: What an address may have as it is; all else is written by its bytes, as %20 is.
_KEPT: Final = "/:?#@!$&*+,;=%~-._"


def safe_link(url: str) -> str:
    """Return an address of the web, escaped for HTML and for Markdown alike; nothing for any other."""
    address = printable(url.strip())
    return escape(quote(address, safe=_KEPT)) if _WEB.match(address) else ""
