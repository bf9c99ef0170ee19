"""Every ask by name, with its phrases: what is looked for in a mail's own text."""

from __future__ import annotations

from filter.judge.phrases import (
    accounts,
    advances,
    bymail,
    cards,
    contact,
    deals,
    documents,
    hotline,
    openers,
    payments,
    payroll,
    pressure,
    receivables,
    refunds,
    runs,
    safely,
    shortcuts,
    silence,
    taxes,
    unreachable,
)
from filter.judge.search.wording import Wording, Wordings

WORDINGS = (
    Wording("ask-bank-change", accounts.BANK_CHANGE, accounts.BANK_CHANGE_FIRM),
    Wording("ask-payroll-change", payroll.PAYROLL_CHANGE),
    Wording("ask-payment", payments.PAYMENT),
    Wording("ask-gift-cards", cards.GIFT_CARDS),
    Wording("ask-tax-data", taxes.TAX_DATA),
    Wording("ask-aging-report", receivables.AGING_REPORT, receivables.AGING_REPORT_FIRM),
    Wording("ask-mobile-number", contact.MOBILE_NUMBER),
    Wording("ask-are-you-there", openers.ARE_YOU_THERE),
    Wording("ask-payment-run", runs.PAYMENT_RUN),
    Wording("ask-crypto", refunds.CRYPTO),
    Wording("ask-callback", firm=hotline.CALLBACK),
    Wording("ask-confidential-deal", firm=deals.CONFIDENTIAL_DEAL),
    Wording("ask-document", documents.DOCUMENT),
    Wording("ask-credentials", hotline.CREDENTIALS),
    Wording("ask-purchase-reimbursed", refunds.PURCHASE),
    Wording("ask-refund-overpaid", refunds.REFUND),
    Wording("ask-advance", advances.ADVANCE),
    Wording("urgency", pressure.URGENCY),
    Wording("deadline", firm=pressure.DEADLINE),
    Wording("secrecy", firm=silence.SECRECY),
    Wording("unavailable", firm=unreachable.UNAVAILABLE),
    Wording("no-callback", bymail.NO_CALLBACK, bymail.NO_CALLBACK_FIRM),
    Wording("authority", pressure.AUTHORITY),
    Wording("safe-way", safely.SAFE_WAY, safely.SAFE_WAY_NEVER),
    Wording("shortcut", shortcuts.SHORTCUT, shortcuts.SHORTCUT_FIRM),
    Wording("mobile-signature", firm=unreachable.MOBILE_SIGNATURE),
)
"""What is looked for, by each ask's name."""

ASKS = Wordings(WORDINGS)
"""The same, compiled: a second or so of work, done once."""
