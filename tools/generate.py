"""Writes the pages that follow from the code: `python -m tools.generate`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from claimrules.diagnostics.pages import FOLDER, index
from tools import catalogs
from tools.claim_pictures import pictures
from tools.conventions_page import page as conventions
from tools.editor_grammar import page as editor_grammar
from tools.language_page import PAGE as LANGUAGE
from tools.language_page import diagrams
from tools.language_page import page as language
from tools.rulesets_page import page as rulesets
from tools.schemas_page import pages as schemas

ROOT: Final = Path(__file__).resolve().parents[1]
#: Each page and what is on it.
PAGES: Final[dict[str, Callable[[], str]]] = {
    f"{FOLDER}/README.md": index,
    "docs/reference/conventions.md": conventions,
    LANGUAGE: language,
    "docs/rulesets/README.md": rulesets,
    "editors/claimrules.tmLanguage.json": editor_grammar,
    **schemas(),
}


def main() -> None:
    """Write every generated page."""
    for path, text in ({path: text() for path, text in PAGES.items()} | diagrams() | pictures()).items():
        (ROOT / path).parent.mkdir(exist_ok=True)
        (ROOT / path).write_text(text, encoding="utf-8")
        print(path)
    catalogs.main()


if __name__ == "__main__":
    main()
