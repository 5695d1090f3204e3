"""The tool that breaks code: what it changes, and that the reasons for survivors are about changes it still makes."""

from __future__ import annotations

import signal

import pytest

from tools.broken import noticed
from tools.mutate import all_mutants, equivalent
from tools.mutations import in_functions_of, module_of, mutants


def changes(text: str) -> set[str]:
    """Return every change of a module's text."""
    return {mutant.change for mutant in mutants("src/claimrules/some.py", text, lambda _place, _node: True)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x = 1", {"1 → 2"}),
        ("x = True", {"True → False"}),
        ("x = a < b", {"a < b → a <= b", "a < b → a >= b"}),
        ("x = a - b", {"a - b → a + b"}),
        ("x = a and b", {"a and b → a or b", "a and b → b", "a and b → a"}),
        ("x = not a", {"not a → a"}),
        ("x = min(a)", {"min → max"}),
        ("x = -timedelta(a)", {"-timedelta(a) → timedelta(a)"}),
        ("x = 'clamps'", {"'clamps' → 'rounds_up'"}),
        ("x = a if b else c", {"a if b else c → c if b else a"}),
        ("def f() -> int:\n    '''Words.'''\n    raise KeyError('clamps')", set()),
    ],
)
def test_changes(text: str, expected: set[str]) -> None:
    """Each construct is broken in the ways it can be; annotations, docstrings and messages are left alone."""
    assert changes(text) == expected


def test_a_mutant_differs_in_one_place() -> None:
    """The rest of the module stands, and the next mutant starts from the whole again."""
    made = [mutant.source for mutant in mutants("src/claimrules/some.py", "x = 1\ny = 2", lambda _place, _node: True)]
    assert made == ["x = 2\ny = 2", "x = 1\ny = 3"]


def test_only_lowering_functions() -> None:
    """Of a construct's module only functions that lower are broken."""
    text = "x = 1\n\ndef build(tree):\n    return 2\n\ndef _lower(node, low):\n    return 3\n"
    found = mutants("src/claimrules/some.py", text, in_functions_of("low"))
    assert [mutant.place for mutant in found] == ["_lower"]
    assert module_of("src/claimrules/core/ops/time.py") == "claimrules.core.ops.time"


def test_reasons_are_about_changes_that_are_made() -> None:
    """A reason whose change is gone is taken out; each has words."""
    made = all_mutants()
    keys = {mutant.key for mutant in made}
    assert len(keys) == len(made)
    assert set(equivalent()) <= keys
    assert all(equivalent().values())


def test_a_process_killed_from_outside_tells_nothing() -> None:
    """Only a test that fails, or the process's own limit of computing, counts as noticing a change."""
    assert not noticed(0)
    assert noticed(1 << 8)
    assert noticed(signal.SIGXCPU)
    with pytest.raises(ChildProcessError, match="another module"):
        noticed(3 << 8)
    with pytest.raises(ChildProcessError, match="signal 9"):
        noticed(signal.SIGKILL)
