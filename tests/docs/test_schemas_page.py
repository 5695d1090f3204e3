"""The schemas that are published are those of the code."""

from __future__ import annotations

import pytest

from claimrules.schemas.published import FOLDER
from tests.docs.code_blocks import ROOT
from tools.schemas_page import pages


@pytest.mark.parametrize("path", pages())
def test_the_schema_is_up_to_date(path: str) -> None:
    """Made again it is the same: `make generate` writes it. A change that could break a reader raises the version."""
    assert (ROOT / path).read_text(encoding="utf-8") == pages()[path]()


def test_nothing_else_is_published() -> None:
    """The folder holds the schemas, each linked from its page."""
    found = {path.relative_to(ROOT).as_posix() for path in (ROOT / FOLDER).iterdir()}
    assert found == {*pages(), f"{FOLDER}/README.md"}
    page = (ROOT / FOLDER / "README.md").read_text(encoding="utf-8")
    assert all(f"]({path.rpartition('/')[2]})" in page for path in pages())
