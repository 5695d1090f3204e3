"""Facts about one claim: a document × the vocabulary → carried values, or everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from attrs import field, frozen

from claimrules.domain.claim import Claim, to_document
from claimrules.domain.fact_lines import read_lines
from claimrules.domain.fact_paths import GivenFacts
from claimrules.domain.fact_places import FactFaults, Place
from claimrules.domain.fact_reading import Reading
from claimrules.domain.folds import fold_lines
from claimrules.domain.gaps import Unused
from claimrules.domain.json_text import parse_json
from claimrules.domain.rates import Conversion, read_rates
from claimrules.domain.types import FactDeclaration

__all__ = ["FactReader", "Facts", "parse_json", "read_facts"]

_NO_SYMBOLS: Final[Mapping[str, int]] = MappingProxyType({})


@frozen
class Facts:
    """What is known about one claim.

    Args:
        values: known facts by name, as evaluators carry them; a set has one yes or no each (`claim.evidence#photo`).
        texts: the words of text facts.
        shown: each known fact as people would write it.
        currency: the currency of all its money, if that is known.
        assumptions: sentences about what was taken as so without being said.
        unused: what was given for no fact of the vocabulary.
        lists: the lists of lines that were given.
        folded: the facts that were worked out from lines, each with its list.
        assumed: the facts that were not given, and have the value that the vocabulary assumes.
    """

    values: Mapping[str, int | bool]
    texts: Mapping[str, str]
    shown: Mapping[str, str]
    currency: str | None
    assumptions: tuple[str, ...] = ()
    unused: tuple[Unused, ...] = ()
    lists: tuple[str, ...] = ()
    folded: Mapping[str, str] = field(factory=dict)
    assumed: frozenset[str] = frozenset()


@frozen
class FactReader:
    """How one ruleset reads facts.

    Args:
        vocabulary: every fact the ruleset knows, by name.
        zone: where days begin and end.
        zone_fact: the fact that tells it instead.
        currency: the only currency money may have, or None for any one.
        rounding: of money that is converted.
        symbols: the codes of the texts that the ruleset speaks of.
        elsewhere: facts that other rulesets know; those that this one does not know may be given, and are not read.
    """

    vocabulary: Mapping[str, FactDeclaration]
    zone: str
    zone_fact: str | None = None
    currency: str | None = None
    rounding: str = "half_up"
    symbols: Mapping[str, int] = _NO_SYMBOLS
    elsewhere: Mapping[str, FactDeclaration] = field(factory=dict)

    def read(self, document: object, name: str = "facts") -> Facts:
        """Return the facts that a nested mapping or a `Claim` gives.

        Args:
            document: the nested mapping or the claim.
            name: what to call the document in diagnostics.

        Raises:
            FactsError: something is wrong; it carries all that was found.
        """
        faults = FactFaults(name)
        given = GivenFacts({**self.elsewhere, **self.vocabulary})
        given.read(to_document(document) if isinstance(document, Claim) else document, Place(faults))
        reading = self._reading(given)
        self._read_values(given, reading)
        lines = read_lines(given, self.vocabulary, reading)
        folded = fold_lines(lines, self.vocabulary, given, reading)
        reading.check_order(self.vocabulary, given)
        if faults.found:
            given.report_unused()
        faults.raise_if_any()
        reading.fill(self.vocabulary, is_complete=given.is_complete)
        return Facts(
            reading.values,
            reading.texts,
            reading.shown,
            reading.currency,
            tuple(reading.assumptions),
            given.unused,
            tuple(sorted(lines)),
            folded,
            frozenset(reading.assumed),
        )

    def _reading(self, given: GivenFacts) -> Reading:
        conversion = Conversion(read_rates(given.rates), self.currency, self.rounding)
        return Reading(None if self.zone_fact else self.zone, self.currency, dict(self.symbols), conversion)

    def _read_values(self, given: GivenFacts, reading: Reading) -> None:
        """Read the value of each fact, that of the time zone first; how a document is ordered shows in no assumption."""
        own = [(fact, found) for fact, found in given.values.items() if fact in self.vocabulary]
        assumed: dict[str, list[str]] = {}
        for fact, (value, place) in sorted(own, key=lambda item: item[0] != self.zone_fact):
            reading.read(self.vocabulary[fact], value, place)
            reading.zone = reading.shown.get(fact) if fact == self.zone_fact else reading.zone
            assumed[fact], reading.assumptions = reading.assumptions, []
        by_object = sorted(self.vocabulary.values(), key=lambda fact: fact.path[:-1])
        reading.assumptions = [sentence for fact in by_object for sentence in assumed.get(fact.name, ())]


def read_facts(
    document: object,
    vocabulary: Mapping[str, FactDeclaration],
    *,
    zone: str,
    zone_fact: str | None = None,
    currency: str | None,
    symbols: Mapping[str, int] = _NO_SYMBOLS,
    name: str = "facts",
) -> Facts:
    """Return the facts that a nested mapping or a `Claim` gives; the arguments are those of `FactReader`.

    Raises:
        FactsError: something is wrong; it carries all that was found.
    """
    return FactReader(vocabulary, zone, zone_fact, currency, symbols=symbols).read(document, name)
