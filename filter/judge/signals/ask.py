"""What a mail asks for, how it presses, and what keeps the reader from asking back. The wordings are `phrases`'; here they are named.

Only the sender's own text counts, not what is quoted behind it. A signal states that the words stand there: an honest supplier's do too.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from filter.judge.banking import account_in
from filter.judge.confusables import folded
from filter.judge.phrases import accounts, cards, contact, cover, payments, payroll, pressure, records
from filter.judge.phrases.wording import Text, Wording, Wordings
from filter.judge.scene import Scene, Signal

SHORT_CHARS = 500
"""Characters of subject and own text below which a mail is short."""

FIRST_CHARS, LAST_CHARS = 1500, 500
"""Characters looked at of a longer text, from its beginning and its end."""

_LEAST_OWN = 40  # characters of text before a quotation: a mail that only quotes is read whole

_SAID = {
    "ask-bank-change": ("says that an account for payments has changed", "sublime-rules: BEC, supplier invoice change"),
    "ask-payroll-change": ("asks for pay to go to another account", "sublime-rules: BEC payroll fraud"),
    "ask-payment": ("asks for a payment", "SpamAssassin, sublime-rules: BEC urgent payment"),
    "ask-gift-cards": ("asks for gift cards", "FBI IC3: gift card scams"),
    "ask-tax-data": ("asks for tax or pay records", "IRS: W-2 phishing; sublime-rules: BEC W-2"),
    "ask-aging-report": ("asks for what customers owe", "sublime-rules: BEC aging report"),
    "ask-mobile-number": ("asks for a mobile number", "sublime-rules: BEC mobile number under 500 characters"),
    "ask-are-you-there": ("short mail that asks whether the reader is there", "sublime-rules: BEC task opener"),
    "ask-crypto": ("asks for a payment in a cryptocurrency", "rspamd BITCOIN_ADDR"),
    "ask-callback": ("asks to call a number", "sublime-rules: callback phishing"),
    "ask-confidential-deal": ("speaks of a deal that is confidential or a lawyer's", "Agari: lawyer and acquisition fraud"),
    "ask-document": ("asks for documents", "sublime-rules: BEC document request"),
    "ask-credentials": ("asks to sign in or speaks of an account that expires", "rspamd phishing; sublime-rules: credential theft"),
    "ask-purchase-reimbursed": ("asks to buy and be reimbursed", "FBI IC3: gift card scams"),
    "ask-refund-overpaid": ("speaks of money paid too much or wanted back", "FBI IC3: overpayment scams"),
    "ask-advance": ("speaks of a payment in advance", "SpamAssassin ADVANCE_FEE; FBI IC3"),
    "urgency": ("presses", "sublime-rules: BEC urgency"),
    "deadline": ("sets a time", "sublime-rules: BEC urgency"),
    "secrecy": ("asks for silence", "sublime-rules: BEC secrecy"),
    "unavailable": ("writer is not to be reached", "sublime-rules: BEC unavailability"),
    "no-callback": ("keeps the answer to mail", "sublime-rules: BEC unavailability"),
    "authority": ("says that somebody above wants or approved it", "Cialdini: authority; sublime-rules: executive impersonation"),
    "mobile-signature": ("says it was written on the go", "sublime-rules: BEC mobile signature"),
}
_ALL = Wordings(
    (
        Wording("ask-bank-change", accounts.BANK_CHANGE, accounts.BANK_CHANGE_FIRM),
        Wording("ask-payroll-change", payroll.PAYROLL_CHANGE),
        Wording("ask-payment", payments.PAYMENT),
        Wording("ask-gift-cards", cards.GIFT_CARDS),
        Wording("ask-tax-data", records.TAX_DATA),
        Wording("ask-aging-report", records.AGING_REPORT),
        Wording("ask-mobile-number", contact.MOBILE_NUMBER),
        Wording("ask-are-you-there", contact.ARE_YOU_THERE),
        Wording("ask-crypto", payments.CRYPTO),
        Wording("ask-callback", firm=contact.CALLBACK),
        Wording("ask-confidential-deal", firm=cover.CONFIDENTIAL_DEAL),
        Wording("ask-document", records.DOCUMENT),
        Wording("ask-credentials", contact.CREDENTIALS),
        Wording("ask-purchase-reimbursed", payments.PURCHASE),
        Wording("ask-refund-overpaid", payments.REFUND),
        Wording("ask-advance", payments.ADVANCE),
        Wording("urgency", pressure.URGENCY),
        Wording("deadline", firm=pressure.DEADLINE),
        Wording("secrecy", firm=cover.SECRECY),
        Wording("unavailable", firm=cover.UNAVAILABLE),
        Wording("no-callback", firm=cover.NO_CALLBACK),
        Wording("authority", pressure.AUTHORITY),
        Wording("mobile-signature", firm=cover.MOBILE_SIGNATURE),
    )
)


@lru_cache(maxsize=8)
def _read(own: str) -> Text:
    """Looked up once for all signals."""
    return _ALL.read(own)


@lru_cache(maxsize=8)
def _folded(subject: str, new: str) -> str:
    return " ".join(folded(f"{subject}\n{new}").lower().split())


def _own_text(scene: Scene) -> str:
    """`Scene.plain` without what is quoted behind it, and of a long one both ends: who asks does it early, or last."""
    own = scene.plain
    if scene.quotes.quoted and len(scene.quotes.new) >= _LEAST_OWN:
        own = _folded(scene.message.subject, scene.quotes.new)
    return own if len(own) <= FIRST_CHARS + LAST_CHARS else f"{own[:FIRST_CHARS]} {own[-LAST_CHARS:]}"


def _saying(name: str) -> Callable[[Scene], str]:
    said = _SAID[name][0]

    def evidence(scene: Scene) -> str:
        words = _ALL.find(_read(_own_text(scene)), name)
        return f'{said} ("{words}")' if words else ""

    return evidence


def _are_you_there(scene: Scene) -> str:
    return _FIND_THERE(scene) if len(_own_text(scene)) < SHORT_CHARS else ""


def _new_account_given(scene: Scene) -> str:
    account = account_in(_own_text(scene))
    return f"gives a bank account ({account})" if account else ""


def _short_text(scene: Scene) -> str:
    own = _own_text(scene)
    if len(own) >= SHORT_CHARS or any(link.host for link in scene.message.links):
        return ""
    return f"text of {len(own)} characters and no link"


_FIND_THERE = _saying("ask-are-you-there")
_OTHERWISE: dict[str, Callable[[Scene], str]] = {"ask-are-you-there": _are_you_there}

SIGNALS: tuple[Signal, ...] = (
    *(Signal(name, "ask", source, _OTHERWISE.get(name) or _saying(name)) for name, (_, source) in _SAID.items()),
    Signal("new-account-given", "ask", "ISO 13616; sublime-rules: BEC supplier invoice change", _new_account_given),
    Signal("short-text", "ask", "sublime-rules: BEC mobile number under 500 characters", _short_text),
)
