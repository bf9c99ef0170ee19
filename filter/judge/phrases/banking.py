"""Numbers of bank accounts in a text: IBANs that check, and the pairs of numbers that other countries use. Pure; text in, text out."""

from __future__ import annotations

import re
from itertools import islice

import re2

NUMBERS = 20
"""Candidates looked at in one text."""

# ISO 13616: how long an IBAN is, by country.
_LENGTHS = {
    country: length
    for length, countries in {
        15: "no",
        16: "be bi",
        18: "dk fi fo gl nl",
        19: "mk si",
        20: "at ba ee kz lt lu mn xk",
        21: "ch cr hr li lv",
        22: "bg bh de gb ge ie me rs va",
        23: "ae gi il iq om so tl",
        24: "ad cz es md pk ro sa se sk tn vg",
        25: "ly pt st",
        26: "is tr",
        27: "fr gr it mc mr sm",
        28: "al az cy dj do gt hu lb ni pl sv by",
        29: "br eg ps qa ua",
        30: "jo kw mu",
        31: "mt sc",
        32: "lc",
        33: "ru",
    }.items()
    for country in countries.split()
}
_IBAN = re.compile(r"(?<![a-z0-9])([a-z]{2}\d\d)((?:[ .-]?[a-z0-9]){11,30})")
_GAPS = re.compile(r"[ .-]")
_ROUTED = re.compile(
    r"(?:routing|\baba\b|\bach\b|transit)[^.!?\d]{0,40}(\d{9})\b.{0,60}?\b(?:account|acct|a/c|acc)\b[^.!?\d]{0,30}\d[\d -]{4,18}\d"
    r"|\b(?:account|acct|a/c|acc)\b[^.!?\d]{0,30}\d[\d -]{4,18}\d\b.{0,60}?(?:routing|\baba\b|\bach\b|transit)[^.!?\d]{0,40}(\d{9})\b"
)
_SORTED = re.compile(
    r"\b(?:sort ?code|bsb)\b[^.!?\d]{0,20}(\d\d[ -]?\d\d[ -]?\d\d|\d{3}[ -]?\d{3})\b"
    r"|(?<!\d)(\d\d-\d\d-\d\d)[ ,/]{1,3}(?:account |acct |a/c )?\d{8}\b"
)
_CLABE = re.compile(r"\bclabe\b[^.!?\d]{0,30}((?:\d ?){17}\d)\b")
_HINTS = re2.compile(
    rf"\b(?:(?:{'|'.join(sorted(_LENGTHS))})\d\d[ .-]?[a-z0-9]{{4}}[ .-]?[0-9]"
    r"|routing|aba|ach|transit|clabe|sort ?code|bsb|\d\d-\d\d-\d\d[ ,/]+\d)"
)
_OF_BANKS = re.compile(r"iban|bank|konto|account|compte|cuenta|conta\b|conto\b|rekening|rachun|przelew|virement|transfer")


def account_in(text: str) -> str:
    """The first account number in folded lower-case text, as it is written there; "" where there is none.

    What has an IBAN's country and length (ISO 13616) counts if it checks, or if the text speaks of accounts: attackers mistype.
    """
    if not _HINTS.search(text):
        return ""
    if found := _iban(text):
        return found
    if routed := _ROUTED.search(text):
        return f"routing number {routed[1] or routed[2]} and an account number"
    if clabe := _CLABE.search(text):
        return f"CLABE {clabe[1]}"
    if sort := _SORTED.search(text):
        return f"sort code {sort[1] or sort[2]}"
    return ""


def _iban(text: str) -> str:
    speaks = None
    for found in islice(_IBAN.finditer(text), NUMBERS):
        written = _cut(found[0], _LENGTHS.get(found[1][:2], 0))
        if not written:
            continue
        if speaks is None:
            speaks = _OF_BANKS.search(text) is not None
        if speaks or _checks(_GAPS.sub("", written)):
            return f"IBAN {written.upper()}"
    return ""


def _cut(written: str, length: int) -> str:
    """So many letters and digits of it as the country's IBANs have, if a word ends there; "" if not."""
    ends = [place + 1 for place, char in enumerate(written) if char.isalnum()]
    if not 0 < length <= len(ends):
        return ""
    end = ends[length - 1]
    return "" if written[end : end + 1].isalnum() else written[:end]


def _checks(iban: str) -> bool:
    """ISO 7064, MOD 97-10: the country and check digits moved to the end, letters as numbers."""
    return int("".join(str(int(char, 36)) for char in iban[4:] + iban[:4])) % 97 == 1
