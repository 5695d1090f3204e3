"""Messages are whole, so that they can be said in another language: none is put together from pieces."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import claimrules

SOURCES = Path(claimrules.__file__).parent
#: Modules all of whose sentences are whole messages; others join them from pieces still.
WHOLE = (
    "domain/deadline_text.py", "domain/decision_text.py", "domain/draft_text.py", "domain/duty_text.py",
    "domain/explanation_text.py", "domain/inquiry_text.py", "domain/next_action_text.py", "domain/order_decision.py",
    "domain/order_text.py", "domain/printable.py", "domain/report/background.py", "domain/report/of_decision.py",
    "domain/report/of_stack.py", "domain/stack_text.py", "domain/terms.py", "domain/urgency.py",
)  # fmt: skip


def tree(path: str) -> ast.Module:
    """Return the syntax of a module."""
    return ast.parse((SOURCES / path).read_text(encoding="utf-8"))


def pieces(module: ast.Module) -> Iterator[str]:
    """Yield each text with letters that stands in a formatted text or is joined to another."""
    for node in ast.walk(module):
        match node:
            case ast.JoinedStr():
                parts = [part for part in node.values if isinstance(part, ast.Constant)]
            case ast.BinOp(op=ast.Add() | ast.Mod()):
                parts = [part for part in (node.left, node.right) if isinstance(part, ast.Constant)]
            case ast.Call(func=ast.Attribute(attr="join" | "format", value=ast.Constant() as part)):
                parts = [part]
            case _:
                continue
        yield from (f"{part.lineno}: {part.value}" for part in parts if any(map(str.isalpha, str(part.value))))


@pytest.mark.parametrize("path", WHOLE)
def test_no_sentence_is_put_together_from_pieces(path: str) -> None:
    """In these modules every text with letters is a message by itself."""
    assert [*pieces(tree(path))] == []


def test_pieces_are_found() -> None:
    """Each way of putting a sentence together is seen."""
    module = ast.parse(
        """f"until {day}"; "until " + day; " or ".join(days); "{} days".format(3); f"{a}, {b}"; "or %s" % a"""
    )
    assert len([*pieces(module)]) == 5


def calls(name: str) -> Iterator[tuple[str, ast.Call]]:
    """Yield each call of a function of `phrases.py` in the whole package."""
    for path in sorted(SOURCES.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)) if "from claimrules.speech.phrases import" in text else ():
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == name:
                yield f"{path.relative_to(SOURCES)}:{node.lineno}", node


def fields(message: ast.expr) -> set[str | None]:
    """Return the fields that a literal message has."""
    assert isinstance(message, ast.Constant), ast.unparse(message)
    return {field for _, field, _, _ in Formatter().parse(message.value) if field is not None}


def test_each_message_is_a_literal_with_the_fields_it_is_given() -> None:
    """A catalog can be drawn from the code, and no message lacks a field or is given one in vain.

    Those that are no literals stand in a table, where `message` marks each.
    """
    found = [*calls("phrase")]
    assert found
    wrong = [
        place
        for place, call in found
        if isinstance(call.args[0], ast.Constant) and fields(call.args[0]) != {word.arg for word in call.keywords}
    ]
    assert wrong == []
    forms = [form for _, call in calls("phrase_many") for form in call.args[:2] if isinstance(form, ast.Constant)]
    assert forms
    assert all(fields(form) == {"number"} for form in forms)
