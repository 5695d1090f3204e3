"""What to write to the other side: the facts of the claim in the order in which a clear letter tells them."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from claimrules.domain.choice import Choice
from claimrules.domain.citations import Citation
from claimrules.speech.language import ENGLISH, speaking


@frozen
class Dated:
    """An event and its day where the ruleset counts; None where it is known not to have happened."""

    event: str
    on: date | None


@frozen
class Draft:
    """A text to send, as data and as a letter.

    Args:
        on: the day of the letter.
        order_number: empty while nobody has told it.
        item: what the shop calls the goods; empty while nobody has told it.
        reason: what is wrong, as `claim.reason` has it.
        events: what happened, the earliest first, and last what did not.
        asks: the remedy that is asked for.
        under: the title of the ruleset.
        citations: where the remedy is written.
        evidence: the kinds that are at hand, to be sent along.
        answer_by: until when an answer is asked for, in words; empty where nothing follows from silence.
        otherwise: the title of the step that follows on silence.
        to_fill: the facts that the letter leaves a gap for.
        text: the letter in plain text.
    """

    on: date
    order_number: str
    item: str
    reason: str
    events: tuple[Dated, ...]
    asks: Choice
    under: str
    citations: tuple[Citation, ...]
    evidence: tuple[str, ...]
    answer_by: str
    otherwise: str
    to_fill: tuple[str, ...]
    _language: str = ENGLISH

    @property
    def text(self) -> str:
        """The letter in plain text: a subject, an empty line, the body."""
        from claimrules.domain.draft_text import letter

        with speaking(self._language):
            return letter(self)
