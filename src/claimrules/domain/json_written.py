"""Plain values → JSON text for files and pipes: any script as it is, half surrogate pairs as escapes."""

from __future__ import annotations

import json
import re
from typing import Final

_HALF: Final = re.compile("[\ud800-\udfff]")


def json_written(value: object) -> str:
    """Return plain values as indented JSON that any file in UTF-8 can hold; what is no character stays an escape."""
    text = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)
    return _HALF.sub(lambda half: f"\\u{ord(half.group()):04x}", text)
