"""Throws mangled policy text at parse, check and format: nothing but a PolicyError may come of it, within a second.

Run it with `make fuzz SECONDS=1800`; it needs atheris. Texts that grow coverage are kept in tests/fuzz/corpus, faults in
tests/fuzz/findings. `tests/fuzz/test_corpus.py` runs the corpus again without atheris.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["claimrules"]):
    from claimrules.compiler.pipeline import compile_source
    from claimrules.diagnostics.diagnostic import PolicyError
    from claimrules.formatting.format import format_text
    from claimrules.syntax.grammar import keywords_of_grammar
    from claimrules.text.source import Source

FUZZ = Path(__file__).resolve().parents[1] / "tests" / "fuzz"
SLOWEST = 1.0
#: Instrumented code is slower than code as it ships.
SLOWER = 4


def one_text(data: bytes) -> None:
    """Check and format one text.

    Raises:
        TimeoutError: it took too long.
    """
    text = data.decode("utf-8", errors="replace")
    began = time.perf_counter()
    for pass_over in (lambda: compile_source(Source("fuzz.claim", text)), lambda: format_text(text)):
        try:
            pass_over()
        except PolicyError:
            continue
    if time.perf_counter() - began > SLOWEST * SLOWER:
        raise TimeoutError(f"{time.perf_counter() - began:.1f} s for {len(text)} characters")


def dictionary() -> Path:
    """Write the keywords of the language, one a line, as libFuzzer reads them."""
    path = FUZZ / "keywords.dict"
    path.write_text(
        "".join(f'"{word}"\n' for word in sorted(keywords_of_grammar()) if word.isascii() and word.isalpha())
    )
    return path


def main() -> None:
    """Fuzz for as many seconds as the first argument says."""
    seconds = sys.argv[1] if len(sys.argv) > 1 else "60"
    (FUZZ / "findings").mkdir(parents=True, exist_ok=True)
    options = [
        sys.argv[0], str(FUZZ / "corpus"), f"-dict={dictionary()}", f"-max_total_time={seconds}", "-max_len=4000",
        f"-artifact_prefix={FUZZ / 'findings'}/", "-timeout=10", "-print_final_stats=1",
    ]  # fmt: skip
    atheris.Setup(options, one_text)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
