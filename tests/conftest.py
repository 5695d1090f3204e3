"""How examples are drawn: the same in every run, or new ones with `HYPOTHESIS_PROFILE=chance`; which zones tests know."""

from __future__ import annotations

import os
import zoneinfo

from hypothesis import settings

settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("chance", derandomize=False, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

#: What tests compare with reads the time zones of the package too, not those of the computer, which may be older.
zoneinfo.reset_tzpath(())
