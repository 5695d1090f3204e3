"""The standard part of a claim as classes: the fields are the facts of `vocabulary.commerce`, by the same names."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

from attrs import Factory, fields, frozen

from claimrules.domain.money import Money
from claimrules.domain.unknown import UNKNOWN, NotKnown, Unknown

__all__ = ["UNKNOWN", "Buyer", "Claim", "Events", "Item", "Line", "Order", "Seller", "Unknown", "to_document"]

Words = str | NotKnown
YesOrNo = bool | NotKnown
Count = int | NotKnown
Amount = Money | str | NotKnown
#: An instant, a day, either in ISO 8601, None for an event that has not happened, or not known.
When = datetime | date | str | None | NotKnown


@frozen(kw_only=True)
class Line:
    """One line of an order: goods of one kind, all units together."""

    price: Amount = UNKNOWN
    opened: YesOrNo = UNKNOWN


@frozen(kw_only=True)
class Order:
    """What was ordered and on what terms.

    Args:
        lines: all lines of the order; `total`, `line_count` and `any_opened` follow from them.
    """

    number: Words = UNKNOWN
    shipping_paid: Amount = UNKNOWN
    free_labels_used: Count = UNKNOWN
    fast_delivery: YesOrNo = UNKNOWN
    tracking_status: Words = UNKNOWN
    breaks_shipping_threshold: YesOrNo = UNKNOWN
    shipping_waived: Amount = UNKNOWN
    delay_cause: Words = UNKNOWN
    channel: Words = UNKNOWN
    paid_with_store_card: YesOrNo = UNKNOWN
    from_registry: YesOrNo = UNKNOWN
    fulfilled_by: Words = UNKNOWN
    total_paid: Amount = UNKNOWN
    lines: Sequence[Line] | NotKnown = UNKNOWN
    total: Amount = UNKNOWN
    line_count: Count = UNKNOWN
    any_opened: YesOrNo = UNKNOWN


@frozen(kw_only=True)
class Item:
    """The thing the claim is about."""

    title: Words = UNKNOWN
    category: Words = UNKNOWN
    price: Amount = UNKNOWN
    condition: Words = UNKNOWN
    packaging: Words = UNKNOWN
    opened_to_inspect: YesOrNo = UNKNOWN
    value_reduced: YesOrNo = UNKNOWN
    copyable: YesOrNo = UNKNOWN
    complete: YesOrNo = UNKNOWN
    anti_counterfeit_mark: Words = UNKNOWN
    activated: YesOrNo = UNKNOWN
    free_returns: YesOrNo = UNKNOWN
    missing_gift_value: Amount = UNKNOWN
    return_days: Words = UNKNOWN
    return_condition: Words = UNKNOWN
    final_sale: YesOrNo = UNKNOWN
    own_brand: YesOrNo = UNKNOWN


@frozen(kw_only=True)
class Buyer:
    """Who bought it."""

    country: Words = UNKNOWN
    place: Words = UNKNOWN
    timezone: Words = UNKNOWN
    abuses_returns: YesOrNo = UNKNOWN
    member: YesOrNo = UNKNOWN


@frozen(kw_only=True)
class Seller:
    """Who sold it."""

    region: Words = UNKNOWN
    kind: Words = UNKNOWN
    counts_from: Words = UNKNOWN
    disclosed_exclusion: YesOrNo = UNKNOWN
    offered: Words = UNKNOWN
    checked: YesOrNo = UNKNOWN
    offers_tracking: YesOrNo = UNKNOWN


@frozen(kw_only=True)
class Events:
    """What has happened, and when."""

    placed: When = UNKNOWN
    paid: When = UNKNOWN
    payment_processed: When = UNKNOWN
    shipped: When = UNKNOWN
    cancelled: When = UNKNOWN
    promised_delivery: When = UNKNOWN
    delivery_days_over: When = UNKNOWN
    delivered: When = UNKNOWN
    all_delivered: When = UNKNOWN
    delivery_tracked: When = UNKNOWN
    delivery_notified: When = UNKNOWN
    receipt_confirmed: When = UNKNOWN
    protection_ended: When = UNKNOWN
    protection_extended: When = UNKNOWN
    seller_contacted: When = UNKNOWN
    seller_answered: When = UNKNOWN
    proposal_rejected: When = UNKNOWN
    agreed: When = UNKNOWN
    dispute_opened: When = UNKNOWN
    dispute_closed: When = UNKNOWN
    seller_refused: When = UNKNOWN
    escalated: When = UNKNOWN
    evidence_requested: When = UNKNOWN
    evidence_sent: When = UNKNOWN
    decided: When = UNKNOWN
    return_agreed: When = UNKNOWN
    returned: When = UNKNOWN
    return_received: When = UNKNOWN
    return_tracking_given: When = UNKNOWN
    chargeback_filed: When = UNKNOWN
    refunded: When = UNKNOWN
    claim_filed: When = UNKNOWN
    contract_document_received: When = UNKNOWN
    defect_known: When = UNKNOWN
    claim_received: When = UNKNOWN


@frozen(kw_only=True)
class Claim:
    """A claim: what is wrong, what is wanted, and all that is known about order, item, people and events.

    Args:
        evidence: the names of what there is to show; all of it, if given.
        events_complete: every event not given has not happened.
        rates: what one unit of a currency is in that of the ruleset, as in `{"EUR": "1.0850 USD"}`.
    """

    reason: Words = UNKNOWN
    evidence: Collection[str] | NotKnown = UNKNOWN
    wish: Words = UNKNOWN
    refund_to: Words = UNKNOWN
    goods_kept: YesOrNo = UNKNOWN
    outside_cause: Words = UNKNOWN
    order: Order = Factory(Order)
    item: Item = Factory(Item)
    buyer: Buyer = Factory(Buyer)
    seller: Seller = Factory(Seller)
    events: Events = Factory(Events)
    events_complete: bool = False
    rates: Mapping[str, str] = Factory(dict)


def to_document(claim: Claim) -> dict[str, object]:
    """Return the nested form of a claim, as JSON has it: what is not known is left out, sets become sorted lists."""
    document = {
        "order": _known(claim.order),
        "item": _known(claim.item),
        "buyer": _known(claim.buyer),
        "seller": _known(claim.seller),
        "events": _known(claim.events),
    }
    apart = {*document, "events_complete", "rates"}
    own = {name: value for name, value in _known(claim).items() if name not in apart}
    known = {name: value for name, value in {"claim": own, **document, "rates": claim.rates}.items() if value}
    return {**known, "events_complete": claim.events_complete}


def _known(part: Line | Order | Item | Buyer | Seller | Events | Claim) -> dict[str, object]:
    values = {field.name: getattr(part, field.name) for field in fields(type(part))}
    return {name: _plain(value) for name, value in values.items() if value is not UNKNOWN}


def _plain(value: object) -> object:
    if isinstance(value, list | tuple):
        return [_known(line) if isinstance(line, Line) else line for line in value]
    return sorted(value, key=str) if isinstance(value, set | frozenset) else value
