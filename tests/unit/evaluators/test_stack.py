"""One claim under several rulesets: merged remedies, one next action, questions once, facts that one does not know."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

import claimrules
from claimrules.diagnostics.diagnostic import FactsError, PolicyError
from claimrules.domain.next_action import ActionKind
from claimrules.stack import Stack
from tests.unit.evaluators.stacks import AT, decide, document, law, rule, ruleset, shop

STEP = 'step send "Send it back" by buyer when delivered and not returned within 7 days after delivered cite shop_terms "6"\n'
NEVER_ARRIVED = Path(__file__).parents[3] / "rulesets/examples/claims/never_arrived.json"
DAY_8 = datetime.fromisoformat("2026-03-18T00:00+09:00")
DAY_15 = datetime.fromisoformat("2026-03-25T00:00+09:00")


def test_layers_are_ordered_however_they_are_given() -> None:
    """Law, payment, marketplace, seller, category; without a layer, seller."""
    names = [("c", "category"), ("s", ""), ("m", "marketplace"), ("l", "law"), ("p", "payment")]
    stack = Stack(ruleset(name, layer, rule("r", name, "grant coupon")) for name, layer in names)
    assert [one.layer for one in stack.rulesets] == ["law", "payment", "marketplace", "seller", "category"]
    assert repr(stack) == "<Stack law l, payment p, marketplace m, seller s, category c>"
    assert [layer.layer for layer in stack.decide(document(), AT).decisions][::4] == ["law", "category"]


def test_one_remedy_names_its_layers() -> None:
    """The best status counts; each layer has its own status, amount, end, rules and sources."""
    decision = decide(
        law(), shop("within 7 days after delivered grant full_refund with return less 3000 KRW"), at=DAY_8
    )
    (refund,) = decision.remedies
    assert (refund.kind, refund.is_right, refund.with_return, refund.status) == ("full_refund", True, True, "available")
    ours, theirs = refund.layers
    assert (ours.layer, ours.ruleset, ours.status, str(ours.amount)) == ("law", "act", "available", "50,000 KRW")
    assert (theirs.layer, theirs.ruleset, theirs.status, str(theirs.amount)) == (
        "seller",
        "shop",
        "expired",
        "47,000 KRW",
    )
    assert theirs.closes == DAY_8
    assert (theirs.rules, str(theirs.citations[0])) == (("back",), "Terms of shop, 1 (2026-01-01)")


def test_other_terms_are_other_remedies() -> None:
    """A right is not discretion, and keeping the goods is not sending them back."""
    other = ruleset("market", "marketplace", rule("r", "market", "may grant full_refund without return"))
    decision = decide(law(), shop(), other)
    assert [(r.is_right, r.with_return, len(r.layers)) for r in decision.remedies] == [
        (True, True, 2),
        (False, False, 1),
    ]
    assert decision.remedy("repair") is None


def test_the_lowest_layer_with_an_open_step() -> None:
    """While the shop takes goods back, its step comes first and the law is the alternative."""
    action = decide(law(), shop(more=STEP)).next_action
    assert (action.ruleset, action.action.step) == ("shop", "send")
    assert [(one.layer, one.action.kind, one.action.title) for one in action.alternatives] == [
        ("law", ActionKind.CLAIM, "Ask for Full refund")
    ]
    assert action.notes == ()


def test_nothing_left_in_one_layer() -> None:
    """After the seventh day the shop is done, and the answer says that the law still has something."""
    action = decide(law(), shop(more=STEP), at=DAY_8).next_action
    assert (action.layer, action.action.kind, action.action.by) == ("law", ActionKind.CLAIM, DAY_15)
    (note,) = action.notes
    assert note.startswith(
        "Nothing is left under seller shop; law act still has Full refund (available until Tuesday 24"
    )


def test_nothing_left_anywhere() -> None:
    """After the fourteenth day there is nothing, and nothing is invented."""
    action = decide(law(), shop(more=STEP), at=DAY_15).next_action
    assert (action.layer, action.action.kind, action.notes) == ("", ActionKind.NOTHING_LEFT, ())
    assert action.action.title == "Nothing is left to do under these rulesets"


def test_a_step_without_something_to_be_had_is_not_recommended() -> None:
    """The shop's step is open, but the shop grants nothing for this claim; the law does."""
    step = 'step write "Write" by buyer when delivered cite shop_terms "6"\n'
    action = decide(law(), shop("and item.activated grant full_refund", step), item={"activated": False}).next_action
    assert (action.layer, action.action.kind, action.alternatives) == ("law", ActionKind.CLAIM, ())


def test_a_procedure_serves_what_others_grant() -> None:
    """A ruleset that only has steps is taken while another has something to be had, and not after."""
    steps = ruleset("post", "category", 'step pack "Pack" by buyer when delivered cite post_terms "1"\n')
    assert decide(law(), steps).next_action.ruleset == "post"
    assert decide(law(), steps, at=DAY_15).next_action.action.kind is ActionKind.NOTHING_LEFT
    assert decide(steps).next_action.action.step == "pack"


def test_a_question_or_a_wait_where_there_are_no_steps() -> None:
    """What a law gives later is waited for, and what it may give is asked about."""
    later = decide(law("from 5 days after delivered grant full_refund")).next_action.action
    assert (later.kind, later.by) == (ActionKind.WAIT, datetime.fromisoformat("2026-03-16T00:00+09:00"))
    unsure = decide(law("and item.activated grant full_refund")).next_action.action
    assert (unsure.kind, unsure.question) == (ActionKind.ANSWER, "item.activated")


def test_questions_are_asked_once() -> None:
    """One fact settles a refund in both layers and comes first; one that settles less comes after."""
    decision = decide(
        law("and item.complete and item.activated grant full_refund"), shop("and item.activated grant full_refund")
    )
    assert [question.fact for question in decision.questions] == ["item.activated", "item.complete"]
    assert [(one.layer, one.what) for one in decision.questions[0].settles] == [
        ("law", "full_refund"),
        ("seller", "full_refund"),
    ]
    assert [(one.layer, one.ruleset, one.what) for one in decision.questions[1].settles] == [
        ("law", "act", "full_refund")
    ]


OWN = "fact shop.member: yes or no\nfact shop.since: event, a date means its end\n"


def own_shop(facts: str = OWN, condition: str = "and shop.member") -> Any:
    """Return a shop with facts of its own."""
    return shop(f"{condition} within 7 days after delivered grant full_refund with return", facts)


def test_facts_that_only_one_ruleset_knows() -> None:
    """The shop's own fact is read by the shop and is neither a fault nor unused for the law."""
    decision = decide(law(), own_shop(), shop={"member": True})
    assert (len(decision.remedies[0].layers), decision.unused) == (2, ())
    own = decision.decision("act")
    assert own is not None
    assert own.unused == ()


def test_facts_that_no_ruleset_reads() -> None:
    """Known but unread, misspelt, and read by one only: the first two are listed, once."""
    facts = {"shop": {"member": True, "membr": 1}, "buyer": {"country": "KR"}}
    found = decide(law(), own_shop(), **facts).unused
    assert {(one.path, one.help) for one in found} == {
        ("shop.membr", "did you mean `shop.member`?"), ("buyer.country", "none of the rulesets reads it"),
    }  # fmt: skip


def test_a_fact_of_one_ruleset_is_checked_by_it() -> None:
    """A wrong value is a fault, told once though other rulesets are asked too; a wrong shared one likewise."""
    with pytest.raises(FactsError) as caught:
        decide(law(), own_shop(), shop={"member": "perhaps"}, item={"price": "ten"})
    assert [str(fault.primary.origin) for fault in caught.value.diagnostics] == [
        "facts#/item/price",
        "facts#/shop/member",
    ]


def test_a_wrong_instant_is_told_once() -> None:
    """An instant without an offset is one fault."""
    with pytest.raises(FactsError) as caught:
        Stack([law(), shop()]).decide(document(), at=datetime(2026, 3, 12))  # noqa: DTZ001  # the fault itself
    assert [fault.code for fault in caught.value.diagnostics] == ["CR0610"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("yes or no", "number"),
        ("one of a, b", "one of a, c"),
        ("event", "event, a date means its end"),
        ("text", "country"),
        ("set of a", "set of a, b"),
    ],
)
def test_types_that_disagree(one: str, other: str) -> None:
    """Two rulesets that mean different things by one name cannot be stacked; both are named."""
    rulesets = [ruleset(name, "", f"fact own.thing: {type}") for name, type in (("first", one), ("second", other))]
    with pytest.raises(PolicyError) as caught:
        Stack(rulesets)
    (fault,) = caught.value.diagnostics
    assert fault.code == "CR0520"
    assert all(words in fault.message for words in ("`own.thing`", f"`first` says that it is {one}", "`second` says"))


def test_bounds_may_differ() -> None:
    """Each ruleset holds a number to its own bounds."""
    stack = [ruleset(name, "", f"fact own.thing: number, from 0 to {n}") for name, n in (("first", 5), ("second", 9))]
    assert decide(*stack, own={"thing": 5}).remedies == ()
    with pytest.raises(FactsError, match="from 0 to 5, not the number 6"):
        decide(*stack, own={"thing": 6})


def test_categories_of_one_ruleset_stand_for_those_of_another() -> None:
    """The shop's phones are electronics for a law that has no phones; its gardens are nothing the law speaks of."""
    act = law("and item.category is electronics grant full_refund")
    shops = shop("grant repair", "category phones under electronics\ncategory garden\n")
    assert decide(act, shops, item={"category": "phones"}).remedy("full_refund") is not None
    assert decide(act, shops, item={"category": "garden"}).remedy("full_refund") is None
    with pytest.raises(FactsError, match="CR0607"):
        decide(act, shops, item={"category": "gardn"})


def test_names_that_cannot_be_stacked() -> None:
    """None at all, one twice, one that is not there."""
    for rulesets, words in (
        ([], "at least one"),
        ([shop(), shop()], "`shop` is stacked twice"),
        (["nowhere"], "no ruleset"),
    ):
        with pytest.raises(PolicyError, match=words):
            Stack(rulesets)


def test_assumptions_name_the_layers_that_make_them() -> None:
    """A day given for an event begins in each ruleset's own zone; what all assume is said plainly."""
    paris = ruleset("act", "law", rule("withdraw", "act", "grant full_refund"), zone="Europe/Paris")
    events = {"delivered": "2026-03-10"}
    sentence = "`delivered` is given as the date 2026-03-10: taken as the start of that day in "
    assert decide(law(), shop(), events=events).assumptions == (f"{sentence}Asia/Seoul.",)
    assert decide(paris, shop(), events=events).assumptions == (
        f"{sentence}Europe/Paris. (law act)", f"{sentence}Asia/Seoul. (seller shop)",
    )  # fmt: skip


def test_another_currency_needs_its_rate() -> None:
    """A law in euros cannot read won without a rate, and the help says how to give one."""
    euro = ruleset("act", "law", rule("withdraw", "act", "grant full_refund"), currency="EUR")
    with pytest.raises(FactsError) as caught:
        decide(euro, shop())
    (fault,) = caught.value.diagnostics
    assert (fault.code, fault.help.endswith('"rates": {"KRW": "… EUR"}')) == ("CR0606", True)


def test_lines_are_read_by_all() -> None:
    """One layer folds the lines, the other does not know them: no fault, and nothing unused."""
    lines = "and order.total > 60000 KRW grant coupon"
    bare = ruleset(
        "bare", "law", 'remedy refund "Refund" rule r when delivered grant refund cite bare_terms "1"',
        uses="fact delivered: event fact claim.reason: text fact item.price: money",
    )  # fmt: skip
    with pytest.raises(PolicyError, match=r"`claim.reason`: `bare` says that it is text"):
        Stack([bare, shop(lines)])
    bare = ruleset(
        "bare", "law", 'remedy refund "Refund" rule r when delivered grant refund cite bare_terms "1"', uses="fact delivered: event"
    )  # fmt: skip
    decision = decide(bare, shop(lines), order={"lines": [{"price": "50000 KRW"}, {"price": "10001 KRW"}]})
    assert [one.kind for one in decision.remedies] == ["refund", "coupon"]
    assert [one.path for one in decision.unused] == ["item.price"]


def test_text_and_data() -> None:
    """The words name both layers; the data can be written as JSON, whole decisions among them."""
    decision = decide(law(), shop(more=STEP), at=DAY_8)
    text = str(decision)
    for words in (
        "law: Act (act)", "Full refund; the goods go back", "law act: available until Tuesday 24 March 2026",
        "seller shop: expired: it was open until Tuesday 17 March 2026", "Less than the law", "law_floor.expired",
        "buyer: Ask for Full refund", "Nothing is left under seller shop",
    ):  # fmt: skip
        assert words in text
    data = json.loads(json.dumps(decision.to_dict()))
    assert (data["format"], data["decisions"][0]["decision"]["format"]) == (
        "claimrules.stack/1",
        "claimrules.decision/1",
    )
    assert data["findings"][0]["lower"]["closes"] == "2026-03-18T00:00:00+09:00"
    assert data["next_action"]["action"]["kind"] == "claim"
    assert "[law] Act: why" in decision.explain()
    assert "[seller] Shop: why" in decision.explain()


def test_one_ruleset_alone_is_decided_as_ever() -> None:
    """A stack of one has that one's remedies, questions and next action."""
    facts = json.loads(NEVER_ARRIVED.read_text(encoding="utf-8"))
    alone = claimrules.load("aliexpress").decide(facts, AT)
    stacked = Stack(["aliexpress"]).decide(facts, AT)
    assert stacked.decisions[0].decision == alone
    assert (stacked.next_action.ruleset, stacked.next_action.action) == (alone.ruleset, alone.next_action)
    assert [remedy.kind for remedy in stacked.remedies] == [remedy.kind for remedy in alone.remedies]
    assert [question.fact for question in stacked.questions] == [question.fact for question in alone.questions]


def test_the_version_in_force_for_the_order_is_compared(tmp_path: Path) -> None:
    """Orders of 2025 had thirty days by law, those since 2026 have fourteen: the version of the order's date is the floor."""
    head = """ruleset act.returns "Act" in force from {0} by placed counting plain_days timezone "Asia/Seoul" layer law
use vocabulary.commerce
source act_text "Text of the act" dated 2025-01-01
rule withdraw "Withdrawal" when claim.reason is change_of_mind within {1} days after delivered
  grant full_refund with return cite act_text "1"
"""
    (tmp_path / "act.claim").write_text(head.format("2026-01-01", 14))
    (tmp_path / "act@2025-01-01.claim").write_text(head.format("2025-01-01 until 2025-12-31", 30))
    stack = Stack(
        [claimrules.load(tmp_path / "act.claim"), shop("within 20 days after delivered grant full_refund with return")]
    )
    for placed, found in (("2025-12-31T23:59+09:00", ["closes earlier"]), ("2026-01-01T00:00+09:00", [])):
        decision = stack.decide(document(events={"placed": placed}), AT)
        assert [finding.what for finding in decision.findings] == found
        assert decision.unused == ()
    assert "the version in force from 2026-01-01: placed is 2026-01-01" in str(decision)
    before = stack.decide(document(events={"placed": "2024-12-31T10:00+09:00"}), AT)
    assert (before.findings, before.next_action.notes) == ((), ())
    assert "no version of it is in force for this order: placed is 2024-12-31" in str(before)
