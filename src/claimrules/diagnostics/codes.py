"""The closed list of diagnostic codes, banded by stage; a number is never used again."""

from __future__ import annotations

from typing import Final

CODES: Final[dict[str, str]] = {
    # Band CR01 is about text and grammar
    "CR0101": "the file is empty",
    "CR0102": "the file is not text in UTF-8",
    "CR0103": "the file is too large",
    "CR0104": "the text is not a declaration",
    "CR0105": "a word stands where it cannot",
    "CR0106": "a character stands where it cannot",
    "CR0107": "a quoted text is not closed",
    "CR0108": "too deeply nested",
    "CR0109": "a number is too long",
    "CR0110": "a date or time does not exist",
    # Band CR02 is about names; CR0203 was given up for CR0321
    "CR0201": "a name is not declared",
    "CR0202": "a name is declared twice",
    "CR0204": "a ruleset cannot be found",
    # Band CR03 is about types
    "CR0301": "a time needs an event",
    "CR0302": "two things of different type are compared",
    "CR0303": "a value is not one of the fact's values",
    "CR0304": "money needs a currency, the right one",
    "CR0305": "an option has no such value",
    "CR0306": "an amount needs money",
    "CR0320": "a fold does not fit the lines it is over",
    "CR0321": "a fact of each line stands where one of the claim is needed",
    # Band CR04 is about rules and exclusions
    "CR0401": "a citation is missing",
    "CR0402": "exclusions bar one another in a circle",
    "CR0403": "a part is missing",
    "CR0404": "a part is given twice",
    "CR0405": "windows refer to one another in a circle",
    "CR0406": "categories lie under one another in a circle",
    "CR0407": "declarations build on one another in a circle",
    "CR0408": "a time needs a calendar, and none is named",
    "CR0409": "a convention has no business days",
    "CR0410": "a parameter of several values without an event that tells which holds",
    "CR0411": "a parameter has no value yet when the ruleset comes into force",
    "CR0420": "a cap lies below a floor",
    "CR0421": "bands of lateness are not in order, or not complete",
    "CR0422": "interest is on no amount",
    # Band CR05 is about ruleset files
    "CR0501": "the file has no ruleset declaration",
    "CR0502": "a setting of the ruleset is missing",
    "CR0503": "files use one another in a circle",
    "CR0504": "versions of a ruleset do not follow one another",
    "CR0520": "rulesets cannot be stacked together",
    # Band CR06 is about facts
    "CR0601": "the facts are not JSON",
    "CR0602": "a time has no offset from UTC",
    "CR0603": "a date or time does not exist",
    "CR0604": "a value has the wrong type",
    "CR0605": "a number is out of bounds",
    "CR0606": "money in a wrong or missing currency",
    "CR0607": "a value is not one of the choices",
    "CR0608": "events are in an impossible order",
    "CR0609": "a fact is not used by the ruleset",
    "CR0610": "the instant of decision has no offset from UTC",
    "CR0611": "the facts cannot be read",
    "CR0612": "a day without a time zone",
    "CR0620": "a fact is given otherwise than the lines tell it",
    # Band CR07 is about what can hardly be meant; CR0711 to CR0719 are about tables
    "CR0701": "a statement can never hold",
    "CR0702": "a window is always empty",
    "CR0703": "an exclusion never bars what it names",
    "CR0704": "a case contradicts another",
    "CR0705": "a window can end earlier for a later event",
    "CR0706": "months that can lack the day",
    "CR0707": "a time can be shorter than it says",
    "CR0708": "an event can cut a window short",
    "CR0711": "a table has no row for some facts",
    "CR0712": "two rows of a table overlap",
    # Band CR08 is about what is not kept up
    "CR0801": "a fact is not used",
    "CR0802": "a window is not used",
    "CR0803": "a source is not cited",
    "CR0804": "a convention is not used",
    "CR0805": "a category is not used",
    "CR0806": "a source was checked long ago",
    "CR0807": "a source does not say when it was checked",
    # Band CR09 is about records of decisions
    "CR0901": "the record cannot be read",
    "CR0902": "the document is not a record",
    "CR0903": "the record is of a version that is not known",
    "CR0904": "the ruleset of a record cannot be found",
    "CR0905": "the record was changed after it was written",
}

#: Bands of what may be meant: shown after the faults, and no reason to refuse a file.
_WARNINGS: Final = ("CR07", "CR08")


def severity_of(code: str) -> str:
    """Return `error`, or `warning` for what may be meant but hardly is."""
    return "warning" if code.startswith(_WARNINGS) else "error"
