"""The law is a floor: where a lower layer gives less of a remedy than the law does for the same facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from claimrules.domain.instants import at_words
from claimrules.domain.remedy import Remedy
from claimrules.domain.stack_decision import Finding, LayerTerms, Shortfall
from claimrules.domain.verdicts import UNAVAILABLE, UNDETERMINED

_CERTAIN = ("available", "later")


@frozen
class Given:
    """A remedy as one layer lists it, and its terms."""

    remedy: Remedy
    terms: LayerTerms


def findings(law: Sequence[Given], lower: Sequence[Given]) -> Iterator[Finding]:
    """Yield what a lower ruleset gives less of than a law, for every right that the law gives for certain."""
    for right in law:
        if not right.remedy.is_right or right.remedy.status not in _CERTAIN:
            continue
        same = [given for given in lower if given.remedy.kind == right.remedy.kind]
        if any(given.remedy.status == UNDETERMINED for given in same):
            continue
        known = [given for given in same if given.remedy.status != UNAVAILABLE]
        short = [(tuple(_shortfalls(given.remedy, right.remedy)), given) for given in known]
        lacks, nearest = min(short, key=_distance, default=((), None))
        if nearest is not None:
            yield from (_finding(what, nearest, right) for what in lacks)


def _distance(found: tuple[tuple[Shortfall, ...], Given]) -> tuple[bool, int]:
    """Return how far a remedy is from what the law gives; one that cannot be had is furthest."""
    lacks = found[0]
    return bool({Shortfall.DENIED, Shortfall.EXPIRED}.intersection(lacks)), len(lacks)


def _shortfalls(lower: Remedy, law: Remedy) -> Iterator[Shortfall]:
    if lower.status in {Shortfall.DENIED, Shortfall.EXPIRED}:
        yield Shortfall(lower.status)
        return
    if _opens_later(lower, law):
        yield Shortfall.OPENS_LATER
    if _closes_earlier(lower, law):
        yield Shortfall.CLOSES_EARLIER
    if _pays_less(lower, law):
        yield Shortfall.SMALLER_AMOUNT
    if not lower.is_right:
        yield Shortfall.ONLY_DISCRETION
    if lower.with_return is True and law.with_return is False:
        yield Shortfall.NEEDS_RETURN


def _opens_later(lower: Remedy, law: Remedy) -> bool:
    if lower.status == "available" or law.status == "available":
        return lower.status != law.status and law.status == "available"
    return lower.opens is not None and law.opens is not None and lower.opens > law.opens


def _closes_earlier(lower: Remedy, law: Remedy) -> bool:
    if lower.closes is None:
        return False
    return law.is_open_ended or (law.closes is not None and lower.closes < law.closes)


def _pays_less(lower: Remedy, law: Remedy) -> bool:
    mine, owed = lower.amount, law.amount
    if mine is None or owed is None or mine.currency != owed.currency or law.is_ceiling:
        return False
    return mine.minor < owed.minor


def _finding(what: Shortfall, lower: Given, law: Given) -> Finding:
    code = f"law_floor.{what.name.lower()}"
    return Finding(code, law.remedy.kind, what, lower.terms, law.terms, _words(what, lower, law))


def _words(what: Shortfall, lower: Given, law: Given) -> str:
    title, mine, owed = law.remedy.title, lower.terms, law.terms
    gives, lacks = {
        Shortfall.DENIED: (f"gives {title}", f"denies it by {', '.join(mine.denied_by)}"),
        Shortfall.EXPIRED: (f"still gives {title}, {owed.words}", f"gave it only {_until(mine)}"),
        Shortfall.OPENS_LATER: (f"gives {title} {_from(owed)}", f"only {_from(mine)}"),
        Shortfall.CLOSES_EARLIER: (f"gives {title} {_until(owed)}", f"only {_until(mine)}"),
        Shortfall.SMALLER_AMOUNT: (f"gives {owed.amount} as {title}", f"only {mine.amount}"),
        Shortfall.ONLY_DISCRETION: (f"gives {title} as a right", "leaves it to discretion"),
        Shortfall.NEEDS_RETURN: (f"gives {title} and lets the buyer keep the goods", "wants them back"),
    }[what]
    return f"{owed.giver} {gives}; {mine.giver} {lacks}. Go by the law."


def _until(terms: LayerTerms) -> str:
    return f"until {terms.last_day}" if terms.last_day else "without an end yet"


def _from(terms: LayerTerms) -> str:
    if terms.status == "available":
        return "now"
    return f"from {at_words(terms.opens)}" if terms.opens else "once something happens that has not happened yet"
