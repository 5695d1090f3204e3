"""A class's docstring → what it says of the class, and of each of its members."""

from __future__ import annotations

import re
from inspect import cleandoc
from typing import Final

_MEMBERS: Final = re.compile(r"^Args:\n(.*)", re.MULTILINE | re.DOTALL)
#: One or several members, and the words about them, which may run on in lines that are indented further.
_MEMBER: Final = re.compile(r"^ {4}(\w+(?:, \w+)*): (.+(?:\n {8}.+)*)", re.MULTILINE)


def said_of_class(described: type) -> str:
    """Return the words of a class before those about its members."""
    return _joined(_MEMBERS.split(cleandoc(described.__doc__ or ""))[0])


def said_of_members(described: type) -> dict[str, str]:
    """Return the words about each member that has some."""
    found = _MEMBERS.search(cleandoc(described.__doc__ or ""))
    listed = _MEMBER.findall(found[1]) if found else []
    return {name: _joined(words) for names, words in listed for name in names.split(", ")}


def _joined(words: str) -> str:
    return " ".join(words.split())
