"""The messages of the code and the catalogs that translate them: `python -m tools.catalogs` brings them up to date.

Messages that are new stand in each catalog without a translation, those that are gone are taken out of it; the compiled
catalogs are written beside them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT: Final = Path(__file__).resolve().parents[1]
CATALOGS: Final = ROOT / "src" / "claimrules" / "speech" / "catalogs"
#: Where each function that says a message has it: one, many; and the words of a language's own tables by context.
_KEYWORDS: Final = {
    "phrase": None, "gettext": None, "message": {1: None, 2: (1, 2)}, "phrase_many": (1, 2), "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}  # fmt: skip
#: What readers of such files need to know, and nothing that changes from day to day.
_HEADER: Final = r"""msgid ""
msgstr ""
"Project-Id-Version: claimrules\n"
"Language: {language}\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: {plurals}\n"

"""
#: What stands where catalogs say when they were made, so that making one again changes nothing.
_NO_TIME: Final = datetime(2026, 1, 1, tzinfo=UTC)


def messages() -> Catalog:
    """Return every message of the code, without translations."""
    found = Catalog(charset="utf-8")
    for _, _, text, _, context in extract_from_dir(
        ROOT / "src" / "claimrules", method_map=[("**.py", "python")], keywords=_KEYWORDS
    ):
        found.add(text, context=context)
    return found


def catalog(path: Path) -> Catalog:
    """Return a catalog as it is written."""
    return read_po(BytesIO(path.read_bytes()), locale=path.stem, abort_invalid=True)


def up_to_date(path: Path) -> Catalog:
    """Return a catalog with the messages the code has now, and the words it has of its own tables."""
    known, found = catalog(path), messages()
    for message in known:
        if message.context and message.context.startswith("word: "):
            found.add(message.id, context=message.context)
    known.update(found, no_fuzzy_matching=True, update_creation_date=False)
    known.obsolete.clear()
    return known


def written() -> Iterator[tuple[Path, bytes]]:
    """Yield each catalog with what should stand in it."""
    for path in sorted(CATALOGS.glob("*.po")):
        current, text = up_to_date(path), BytesIO()
        write_po(text, current, width=120, no_location=True, omit_header=True, sort_output=True)
        yield path, _HEADER.format(language=path.stem, plurals=current.plural_forms).encode() + text.getvalue()


def compiled(path: Path) -> bytes:
    """Return a catalog as programs read it."""
    current, content = catalog(path), BytesIO()
    current.creation_date = current.revision_date = _NO_TIME
    write_mo(content, current)
    return content.getvalue()


def main() -> None:
    """Write all catalogs."""
    for path, content in written():
        path.write_bytes(content)
        path.with_suffix(".mo").write_bytes(compiled(path))


if __name__ == "__main__":
    main()
