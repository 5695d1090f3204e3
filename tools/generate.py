"""Writes the pages that follow from the code."""

from __future__ import annotations

from pathlib import Path

from claimrules.diagnostics.pages import FOLDER, index

ROOT = Path(__file__).resolve().parents[1]
#: Each page and what is on it.
PAGES = {f"{FOLDER}/README.md": index}


def main() -> None:
    """Write every generated page."""
    for path, text in PAGES.items():
        (ROOT / path).write_text(text(), encoding="utf-8")
        print(path)


if __name__ == "__main__":
    main()
