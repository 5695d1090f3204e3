"""The law is a floor: what is less is named, from what is certain only, and never where the law gives nothing."""

from __future__ import annotations

from datetime import datetime

import pytest

from claimrules.domain.stack_decision import Finding
from tests.unit.evaluators.stacks import decide, law, rule, ruleset, shop

OPENED = 'exclusion opened "Opened" bars back when item.condition is opened cite shop_terms "5"\n'


def whats(found: tuple[Finding, ...]) -> list[str]:
    """Return what is less."""
    return [finding.what.value for finding in found]


@pytest.mark.parametrize(
    ("at", "less"),
    [
        ("2026-03-12T12:00+09:00", ["closes earlier"]),
        ("2026-03-17T23:59:59.999999+09:00", ["closes earlier"]),
        ("2026-03-18T00:00+09:00", ["expired"]),
        ("2026-03-24T23:59:59.999999+09:00", ["expired"]),
        ("2026-03-25T00:00+09:00", []),
    ],
)
def test_seven_days_under_fourteen(at: str, less: list[str]) -> None:
    """Delivered on the 10th: the shop closes after the 17th, the law after the 24th, then there is nothing to compare."""
    assert whats(decide(law(), shop(), at=datetime.fromisoformat(at)).findings) == less


@pytest.mark.parametrize(
    ("lawful", "shops", "less"),
    [
        ("within 14 days after delivered grant full_refund", "within 14 days after delivered grant full_refund", []),
        ("within 7 days after delivered grant full_refund", "within 14 days after delivered grant full_refund", []),
        ("grant full_refund", "within 14 days after delivered grant full_refund", ["closes earlier"]),
        ("until returned grant full_refund", "within 14 days after delivered grant full_refund", ["closes earlier"]),
        ("within 14 days after delivered grant full_refund", "grant full_refund", []),
        ("grant full_refund", "grant full_refund less 1 KRW", ["smaller amount"]),
        ("grant full_refund less 1 KRW", "grant full_refund", []),
        ("grant full_refund at most item.price", "grant full_refund less 1 KRW", []),
        ("grant full_refund", "grant full_refund at most 49999 KRW", ["smaller amount"]),
        ("grant full_refund", "may grant full_refund", ["only discretion"]),
        ("may grant full_refund", "may grant full_refund less 1 KRW", []),
        ("grant full_refund without return", "grant full_refund with return", ["needs return"]),
        ("grant full_refund with return", "grant full_refund without return", []),
        ("grant full_refund", "grant full_refund with return", []),
        ("grant full_refund", "from 5 days after delivered grant full_refund", ["opens later"]),
        ("from 5 days after delivered grant full_refund", "grant full_refund", []),
        ("from 5 days after delivered grant full_refund", "from 6 days after delivered grant full_refund", ["opens later"]),
        ("from 6 days after delivered grant full_refund", "from 5 days after delivered grant full_refund", []),
        ("grant full_refund", "grant replacement", []),
        (
            "grant full_refund without return",
            "within 7 days after delivered may grant full_refund with return less 1 KRW",
            ["closes earlier", "smaller amount", "only discretion", "needs return"],
        ),
    ],
)  # fmt: skip
def test_what_is_less(lawful: str, shops: str, less: list[str]) -> None:
    """Each kind of less is told by itself, and more is never less."""
    assert whats(decide(law(lawful), shop(shops)).findings) == less


def test_denied_names_the_exclusion_and_cites_both_sides() -> None:
    """The shop takes back nothing that was opened; the law does not ask."""
    (finding,) = decide(law(), shop(more=OPENED), item={"condition": "opened"}).findings
    assert (finding.code, finding.remedy, finding.what) == ("law_floor.denied", "full_refund", "denied")
    assert (finding.lower.ruleset, finding.lower.rules, finding.lower.denied_by) == ("shop", ("back",), ("opened",))
    assert (finding.law.ruleset, finding.law.rules) == ("act", ("withdraw",))
    assert [str(one) for one in finding.law.citations] == ["Terms of act, 1 (2026-01-01)"]
    assert [one.article for one in finding.lower.citations] == ["1", "5"]
    assert finding.words == "law act gives Full refund; seller shop denies it by opened. Go by the law."


def test_words_that_a_clerk_can_act_on() -> None:
    """Both ends stand in the sentence, with their zones."""
    (finding,) = decide(law(), shop()).findings
    assert finding.words == (
        "law act gives Full refund until Tuesday 24 March 2026, end of day (Asia/Seoul); "
        "seller shop only until Tuesday 17 March 2026, end of day (Asia/Seoul). Go by the law."
    )


def test_what_is_not_known_is_no_finding() -> None:
    """Nobody says whether it was opened: the shop may well give what the law gives. Nor if the law's own depends on it."""
    assert decide(law(), shop(more=OPENED)).findings == ()
    worn = 'exclusion worn "Worn" bars withdraw when item.value_reduced cite act_terms "9"\n'
    assert decide(law(more=worn), shop()).findings == ()
    assert whats(decide(law(more=worn), shop(), item={"value_reduced": False}).findings) == ["closes earlier"]
    assert decide(law(more=worn), shop(), item={"value_reduced": True}).findings == ()


def test_a_law_that_does_not_apply() -> None:
    """Another reason, or an order from before the law: there is no floor, and none is named."""
    assert decide(law(), shop(), claim={"reason": "defective"}).findings == ()
    dated = "when placed after 2026-01-01 within 14 days after delivered grant full_refund"
    assert decide(law(dated), shop(), events={"placed": "2025-12-31T10:00+09:00"}).findings == ()


def test_silence_is_no_finding() -> None:
    """A shop that has no rule for the claim does not stand below the law; the law speaks for itself."""
    decision = decide(law(), shop("and item.activated grant full_refund"), item={"activated": False})
    assert (decision.findings, len(decision.remedies)) == ((), 1)


def test_the_nearest_of_several_rules_counts() -> None:
    """The shop lists the refund as of right for a week, and at discretion for ever: the nearest to the law is compared."""
    more = rule("kind", "shop", "may grant full_refund with return")
    assert whats(decide(law(), shop(more=more)).findings) == ["closes earlier"]
    week_over = datetime.fromisoformat("2026-03-18T00:00+09:00")
    assert whats(decide(law(), shop(more=more), at=week_over).findings) == ["only discretion"]


def test_every_lower_layer_is_compared_and_no_law_with_a_law() -> None:
    """A second law that gives less is no finding; each other layer that gives less is one."""
    layers = [("decree", "law"), ("card", "payment"), ("market", "marketplace"), ("till", "category")]
    others = [
        ruleset(name, layer, rule("r", name, "within 7 days after delivered grant full_refund"))
        for name, layer in layers
    ]
    found = decide(law(), *others).findings
    assert [(finding.lower.layer, finding.what) for finding in found] == [
        ("payment", "closes earlier"), ("marketplace", "closes earlier"), ("category", "closes earlier"),
    ]  # fmt: skip


def test_amounts_in_two_currencies_are_not_compared() -> None:
    """The law counts in euros by the given rate; a smaller number of won is not less."""
    euro = ruleset("act", "law", rule("withdraw", "act", "grant full_refund"), currency="EUR")
    decision = decide(euro, shop("grant full_refund less 49999 KRW"), rates={"KRW": "0.0006 EUR"})
    refund = decision.remedy("full_refund")
    assert refund is not None
    assert [str(terms.amount) for terms in refund.layers] == ["30.00 EUR", "1 KRW"]
    assert decision.findings == ()


def test_days_end_in_each_layers_own_zone() -> None:
    """Fourteen days in Seoul end eight hours before fourteen days in Paris (UTC+1 in March): less, if only by hours."""
    paris = ruleset(
        "act", "law", rule("withdraw", "act", "within 14 days after delivered grant full_refund"), zone="Europe/Paris"
    )
    same = shop("within 14 days after delivered grant full_refund")
    (finding,) = decide(paris, same).findings
    assert (finding.what, finding.law.closes, finding.lower.closes) == (
        "closes earlier", datetime.fromisoformat("2026-03-25T00:00+01:00"), datetime.fromisoformat("2026-03-25T00:00+09:00"),
    )  # fmt: skip
