"""One claim, given as Python data, as classes, as JSON text, and on the command line, is decided alike."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import claimrules
from claimrules import Claim, Events, Item, Order
from claimrules.api import Ruleset
from claimrules.catalog.shipped import shipped
from claimrules.constructs.declarations.case import Case
from claimrules.domain.json_text import parse_json
from claimrules.domain.json_written import json_written
from claimrules.domain.record.plain_facts import plain_facts
from claimrules.testing.run import facts_of
from tests.cli.commands import run, written

RULESETS = [ruleset for name in shipped() if (ruleset := claimrules.load(name)).cases]


def printed(folder: Path, ruleset: str, text: str, case: Case) -> dict[str, Any]:
    """Return what the command line prints of a claim, apart from what it adds."""
    facts = written(folder, text, "facts.json")
    result = run("decide", ruleset, facts, "--at", case.at.isoformat(), "--format", "json")
    assert result.exit_code == 0, result.output
    decision: dict[str, Any] = json.loads(result.stdout_bytes)
    assert decision.pop("at_was_given") is True
    return decision


@pytest.mark.parametrize("ruleset", RULESETS, ids=lambda ruleset: ruleset.name)
def test_python_json_and_the_command_line(tmp_path: Path, ruleset: Ruleset) -> None:
    """The first, a middle and the last case of each ruleset: equal decisions, equal plain data, equal records."""
    for case in {id(case): case for case in (ruleset.cases[0], ruleset.cases[len(ruleset.cases) // 2], ruleset.cases[-1])}.values():  # fmt: skip
        facts = facts_of(case, ruleset)
        text = json_written(plain_facts(facts))
        python = ruleset.decide(facts, case.at)
        parsed = ruleset.decide(parse_json(text, "facts"), case.at)  # type: ignore[arg-type]  # checked there
        assert parsed == python
        assert parsed.questions == python.questions
        assert parsed.record().to_json() == python.record().to_json()
        assert printed(tmp_path, ruleset.name, text, case) == json.loads(json.dumps(python.to_dict()))


def test_classes_too(tmp_path: Path) -> None:
    """A `Claim` is decided as its nested form, whatever the order in which a document gives the same."""
    ruleset = claimrules.load("aliexpress")
    claim = Claim(
        reason="not_received",
        evidence={"screenshot", "photo"},
        order=Order(fast_delivery=False),
        item=Item(price="120.00 USD", title="Lamp"),
        events=Events(placed="2026-03-01", shipped="2026-03-03", promised_delivery="2026-03-20", delivered=None),
        events_complete=True,
    )
    document = {
        "events_complete": True,
        "mystery": 1,
        "events": {
            "delivered": None,
            "promised_delivery": "2026-03-20",
            "shipped": "2026-03-03",
            "placed": "2026-03-01",
        },
        "item": {"title": "Lamp", "price": "120.00 USD"},
        "claim": {"evidence": ["photo", "screenshot"], "reason": "not_received"},
        "order": {"fast_delivery": False},
    }
    case = ruleset.cases[0]
    by_class, by_document = ruleset.decide(claim, case.at), ruleset.decide(document, case.at)
    assert len(by_class.assumptions) > 2
    assert [one.path for one in by_document.unused if one not in by_class.unused] == ["mystery"]
    del document["mystery"]
    assert ruleset.decide(document, case.at) == by_class
    assert printed(tmp_path, "aliexpress", json.dumps(document), case) == json.loads(json.dumps(by_class.to_dict()))
