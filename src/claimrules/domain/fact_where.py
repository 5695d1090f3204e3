"""Values of facts that tell a time zone or a place."""

from __future__ import annotations

from claimrules.domain.calendars import is_place, places
from claimrules.domain.carriers import ZONES, all_zones, place_code
from claimrules.domain.fact_places import Place as At
from claimrules.domain.fact_places import described
from claimrules.domain.types import Place, Zone
from claimrules.domain.zones import is_zone


def read_where(value: object, type: Zone | Place, at: At) -> tuple[int, str] | None:
    """Return how a zone or place is carried, and its name, or None after reporting what is wrong."""
    is_known = is_zone if isinstance(type, Zone) else is_place
    if isinstance(value, str) and is_known(value):
        return (ZONES.code if isinstance(type, Zone) else place_code)(value), value
    if isinstance(value, str):
        known = all_zones() if isinstance(type, Zone) else places()
        example = "as in Asia/Seoul" if isinstance(type, Zone) else "an ISO 3166 code, as in KR or DE-BY"
        at.wrong("CR0607", f"`{at.path}` cannot be {described(value)}", at.suggest(value, known) or example)
    else:
        at.wrong("CR0604", f"`{at.path}` is {type.kind}, not {described(value)}")
    return None
