"""Vocabularies of rulesets that read the same facts: what they must agree on, and the values each takes from others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve, frozen

from claimrules.domain.types import Choice, FactDeclaration, Number

Vocabulary = Mapping[str, FactDeclaration]


@frozen
class Disagreement:
    """Two rulesets that declare one fact with different types; `second` is the name of one."""

    fact: str
    second: str
    words: str


def disagreements(vocabularies: Sequence[tuple[str, Vocabulary]]) -> Iterator[Disagreement]:
    """Yield the facts of which two rulesets say different things; versions of one ruleset have its name."""
    seen: dict[str, list[tuple[str, FactDeclaration]]] = {}
    told: set[tuple[str, str, str]] = set()
    for ruleset, vocabulary in vocabularies:
        for name, fact in vocabulary.items():
            for first, other in seen.setdefault(name, []):
                if first != ruleset and not _agree(other, fact) and (name, first, ruleset) not in told:
                    told.add((name, first, ruleset))
                    yield Disagreement(name, ruleset, f"`{first}` {_said(other)}, `{ruleset}` {_said(fact)}")
            seen[name].append((ruleset, fact))


def _agree(a: FactDeclaration, b: FactDeclaration) -> bool:
    """Tell whether one value can be both: the bounds of numbers and the trees of categories may differ."""
    if a.line_of != b.line_of:
        return False
    match a.type, b.type:
        case Number(), Number():
            return True
        case Choice(is_category=True), Choice(is_category=True):
            return True
    return a.type == b.type


def _said(fact: FactDeclaration) -> str:
    ends = ", a date means its end" if getattr(fact.type, "date_means_end", False) else ""
    of = f" of each line of {fact.line_of}" if fact.line_of else ""
    return f"says that it is {fact.type.words}{ends}{of}"


def elsewhere(own: Vocabulary, others: Sequence[Vocabulary]) -> dict[str, FactDeclaration]:
    """Return the facts that other vocabularies have, and of categories the own fact with the names of all."""
    found: dict[str, FactDeclaration] = {}
    for other in others:
        for name, fact in other.items():
            mine = found.get(name) or own.get(name)
            if mine is None:
                found[name] = fact
            elif isinstance(mine.type, Choice) and isinstance(fact.type, Choice) and mine.type.is_category:
                found[name] = evolve(mine, type=_with_names(mine.type, fact.type))
    return found


def _with_names(own: Choice, other: Choice) -> Choice:
    """Return own categories and those of another: one that is under an own one stands for that, others for themselves."""
    parents = dict(zip(other.names, other.parents, strict=False))
    names, stands_for = list(own.names), dict(own.stands_for)
    for name in other.names:
        if name in names or name in stands_for:
            continue
        above = parents.get(name, "")
        while above and above not in own.names:
            above = parents.get(above, "")
        if above:
            stands_for[name] = above
        else:
            names.append(name)
    parents_of_all = (*own.parents, *[""] * (len(names) - len(own.names)))
    return evolve(own, names=tuple(names), parents=parents_of_all, stands_for=tuple(stands_for.items()))
