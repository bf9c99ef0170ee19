"""What a mail asks for, how it presses, and what keeps the reader from asking back. The wordings are `phrases`'; here they are named.

Only the sender's own text counts, not what is quoted behind it. A signal states that the words stand there: an honest supplier's do too.
"""

from __future__ import annotations

from collections.abc import Callable

from filter.judge.phrases.asks import ASKS
from filter.judge.phrases.banking import account_in
from filter.judge.scene import Scene, Signal

SHORT_CHARS = 500
"""Characters of subject and own text below which a mail is short."""


# What each says of a mail, as evidence, and where the idea is known from.
_SAID = {
    "ask-bank-change": ("speaks of a new or changed bank account", "sublime-rules impersonation_suspected_supplier_payment_request"),
    "ask-payroll-change": ("speaks of pay and another account", "sublime-rules impersonation_employee_payroll_fraud"),
    "ask-payment": ("speaks of a payment to be made", "sublime-rules: VIP impersonation with invoicing request"),
    "ask-gift-cards": (
        "speaks of gift cards to be bought or sent",
        "police advice on gift-card fraud; no rule of its own in sublime-rules",
    ),
    "ask-tax-data": ("speaks of tax or pay records to be sent", "sublime-rules tax_w2_impersonation"),
    "ask-aging-report": ("speaks of a list of what customers owe", "own"),
    "ask-mobile-number": ("speaks of the reader's mobile number", "sublime-rules body_bec_mobile_solicitation"),
    "ask-are-you-there": ("short, and asks for a moment or a favour", "own; length as in sublime-rules body_bec_mobile_solicitation"),
    "ask-payment-run": ("asks whether payments are out, until when they go, or who makes them", "own"),
    "ask-crypto": ("speaks of a payment in a cryptocurrency", "own"),
    "ask-callback": ("speaks of a number to call", "sublime-rules body_paypal_invoice_exploit_callback_phishing"),
    "ask-confidential-deal": ("speaks of a confidential deal or its lawyers", "FBI IC3 alert of August 2015 (secret acquisition)"),
    "ask-document": ("speaks of documents to be sent", "own"),
    "ask-credentials": ("speaks of signing in or of an account that ends", "own"),
    "ask-purchase-reimbursed": (
        "speaks of buying something and being paid back",
        "police advice on gift-card fraud; no rule of its own in sublime-rules",
    ),
    "ask-refund-overpaid": ("speaks of money paid in error or to be paid back", "own"),
    "ask-advance": ("speaks of a payment in advance", "own"),
    "urgency": ("presses", "sublime-rules BEC, urgency"),
    "deadline": ("sets a time", "sublime-rules BEC, urgency"),
    "secrecy": ("speaks of keeping it quiet", "sublime-rules BEC, secrecy"),
    "unavailable": ("says that the writer cannot be reached", "sublime-rules BEC, unavailability"),
    "no-callback": ("speaks of answering by mail, not by phone", "sublime-rules BEC, unavailability"),
    "authority": ("says that somebody above wants or approved it", "FBI IC3 alert of August 2015 (executive's request)"),
    "safe-way": ("sends the reader by a way that is known to be safe", "police advice on payment fraud: call back on a known number"),
    "shortcut": ("asks to leave out a usual step, or to do it later", "FBI IC3 alert of August 2015 (bypassing of procedures)"),
    "mobile-signature": ("says it was written on the go", "own"),
}


def _saying(name: str) -> Callable[[Scene], str]:
    said = _SAID[name][0]

    def evidence(scene: Scene) -> str:
        words = ASKS.find(scene.asked, name)
        return f'{said} ("{words}")' if words else ""

    return evidence


def _are_you_there(scene: Scene) -> str:
    return _FIND_THERE(scene) if scene.own_chars < SHORT_CHARS else ""


def _new_account_given(scene: Scene) -> str:
    account = account_in(scene.own)
    return f"gives a bank account ({account})" if account else ""


def _short_text(scene: Scene) -> str:
    chars = scene.own_chars
    if chars >= SHORT_CHARS or any(link.host for link in scene.message.links):
        return ""
    return f"text of {chars} characters and no link"


_FIND_THERE = _saying("ask-are-you-there")
_OTHERWISE: dict[str, Callable[[Scene], str]] = {"ask-are-you-there": _are_you_there}

SIGNALS: tuple[Signal, ...] = (
    *(Signal(name, "ask", source, _OTHERWISE.get(name) or _saying(name)) for name, (_, source) in _SAID.items()),
    Signal("new-account-given", "ask", "ISO 13616, and what banks of other countries number accounts by", _new_account_given),
    Signal("short-text", "ask", "sublime-rules body_bec_mobile_solicitation (under 500 characters)", _short_text),
)
