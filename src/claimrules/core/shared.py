"""Equal nodes are one object, so that comparing, hashing and evaluating an expression never costs more than its size.

Expressions share parts; walking them as trees could take time exponential in the length of a policy.
"""

from __future__ import annotations

from typing import Any
from weakref import WeakValueDictionary

from attrs import fields

_NODES: WeakValueDictionary[tuple[Any, ...], Any] = WeakValueDictionary()


class Shared(type):
    """The class of node classes: making a node that is there already returns that one."""

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        """Return the node with these members."""
        made = super().__call__(*args, **kwargs)
        members = (getattr(made, field.name) for field in fields(type(made)))
        key = (cls, *((type(member), member) for member in members))
        return _NODES.setdefault(key, made)
