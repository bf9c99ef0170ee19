"""Numbers by which a bank account can be paid into: IBANs, what other countries use instead, and the keys of Pix and Zelle. Pure; text in,
text out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

import re2

NUMBERS = 20
"""Candidates looked at in one text."""

# ISO 13616: how long an IBAN is, by country.
_LENGTHS = {
    country: length
    for length, countries in {
        15: "no",
        16: "be",
        18: "dk fi fk fo gl nl sd",
        19: "mk si",
        20: "at ba ee kz lt lu mn xk",
        21: "ch hr li lv",
        22: "bg bh cr de gb ge ie me rs va",
        23: "ae gi il iq om so tl",
        24: "ad cz es md pk ro sa se sk tn vg",
        25: "ly pt st",
        26: "is tr",
        27: "bi dj fr gr it mc mr sm",
        28: "al az by cy do gt hn hu lb ni pl sv",
        29: "br eg ps qa ua",
        30: "jo kw mu ye",
        31: "mt sc",
        32: "lc",
        33: "ru",
    }.items()
    for country in countries.split()
}
_IBAN = re.compile(r"(?<![a-z0-9])([a-z]{2}\d\d)((?:[ .-]?[a-z0-9]){11,30})")
_GAPS = re.compile(r"[ .-]")
_ACCOUNT = r"\b(?:account|acct|a/c|acc)\b[^.!?\d]{0,30}\d[\d -]{4,18}\d"
_ROUTING = r"(?:routing|\baba\b|\bach\b|transit)[^.!?\d]{0,40}(\d{9})\b"
_MAIL = r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"
_NATIONAL = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (
            "routing number {} and an account number",
            rf"{_ROUTING}.{{0,60}}?{_ACCOUNT}\b|{_ACCOUNT}\b.{{0,60}}?{_ROUTING}|\brtn?\b[ :#]{{0,3}}(\d{{9}})[ ,;/]{{1,3}}{_ACCOUNT}\b",
        ),
        (
            "transit number {} and an account number",
            rf"\btransit\b[ :#]{{0,3}}(?:(?:no|nr|number)\b[ :.#]{{0,3}})?(\d{{5}})\b[^.!?]{{0,40}}?{_ACCOUNT}\b",
        ),
        ("CLABE {}", r"\bclabe\b[^.!?\d]{0,30}((?:\d ?){17}\d)\b"),
        (
            "sort code {}",
            r"\b(?:sort ?code|bsb)\b[^.!?\d]{0,20}(\d\d[ -]?\d\d[ -]?\d\d|\d{3}[ -]?\d{3})\b"
            rf"|\bsort[ :]{{1,3}}(\d\d[ -]\d\d[ -]\d\d)[ ,;/]{{1,3}}{_ACCOUNT}\b"
            r"|(?<![\d-])(\d\d-\d\d-\d\d)[ ,/]{1,3}(?:account |acct |a/c )?\d{8}\b",
        ),
        ("account {}", r"(?<![\d-])(\d\d-\d{4}-\d{7}-\d{2,3})\b(?!-)"),  # New Zealand: bank, branch, account, suffix
        ("IFSC {}", r"\bifsc\b[^.!?\d]{0,15}?\b([a-z]{4}0[a-z\d]{6})\b"),
        (
            "agency {} and an account",
            r"\bag(?:encia)?\b[ :.]{0,3}(\d{4}(?:-\d)?)\b[^.!?]{0,40}?\b(?:conta|c/c)\b[^.!?\d]{0,30}\d[\d.-]{3,12}\d",
        ),
        (
            "Pix key {}",
            r"\b(?:chave (?:do |de )?pix\b|pix\b(?= ?:| (?:key|para|pra|cpf|cnpj)\b))(?: (?:key|para|pra|cpf|cnpj|e|is)\b){0,3}[ :]{0,3}"
            rf"(\d{{3}}\.?\d{{3}}\.?\d{{3}}-?\d\d\b|\d\d\.?\d{{3}}\.?\d{{3}}/?\d{{4}}-?\d\d\b|{_MAIL})",
        ),
        (
            "Zelle to {}",
            r"\bzelle\b(?: (?:it|me|us|this|that|the money)\b)?(?: (?:to|at|is)\b)?(?: my (?:cell|phone|number)\b)?[ :]{0,3}"
            rf"(\(?\d{{3}}\)?[ .-]{{0,2}}\d{{3}}[ .-]\d{{4}}\b|{_MAIL})",
        ),
    )
)
_WHERE_BANKS_ARE_NAMED = (
    ("sort code {}", re.compile(r"(?<![\d-])(?<!\d )(\d\d \d\d \d\d) ?/ ?\d{8}\b|(?<![\d-])(\d{3}-\d{3}), ?\d{4} ?\d{4}\b(?!-)")),
    ("account {}", re.compile(r"(?<![a-z\d])(?<!\d )(\d\d(?: ?\d{4}){6})\b")),  # a Polish IBAN without its country
)
"""Forms that telephone numbers, dates and tables have as well: they count only in a text that speaks of accounts."""

_HINTS = re2.compile(
    rf"\b(?:(?:{'|'.join(sorted(_LENGTHS))})\d\d[ .-]?[a-z0-9]{{4}}[ .-]?[0-9]"
    r"|routing|rtn?\b|aba\b|ach\b|transit|clabe|sort ?code|sort[ :]+\d|bsb|ifsc|pix|zelle|ag(?:encia)?[ :.]*\d"
    r"|\d\d[ -]\d\d[ -]\d\d ?[ ,/]|\d{3}-\d{3},|\d\d-\d{4}-\d{7}-\d|\d\d(?: ?\d{4}){6})"
)
_OF_BANKS = re.compile(r"iban|bank|bsb|acct|konto|account|compte|cuenta|conta\b|conto\b|rekening|rachun|przelew|virement|transfer")


def account_in(text: str) -> str:
    """An account number in folded lower-case text, as it is written there, of the first kind that is found; "" where there is none.

    What has an IBAN's country and length (ISO 13616) counts if it checks, or if the text speaks of accounts: attackers mistype.
    """
    if not _HINTS.search(text):
        return ""
    return _iban(text) or _numbered(text, _NATIONAL) or (_numbered(text, _WHERE_BANKS_ARE_NAMED) if _OF_BANKS.search(text) else "")


def _numbered(text: str, forms: Iterable[tuple[str, re.Pattern[str]]]) -> str:
    found = ((kind, form.search(text)) for kind, form in forms)
    return next((kind.format(next(filter(None, number.groups()))) for kind, number in found if number), "")


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
