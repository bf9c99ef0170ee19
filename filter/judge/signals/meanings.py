"""What must be true of a mail for a signal to be true, in a sentence each. From is the header From's mailbox; unquoted text is what the
mail does not quote, of a long one its two ends. Words only: each signal's `find` decides."""

from __future__ import annotations

MEANINGS: dict[str, str] = {
    # ask
    "ask-bank-change": (
        "subject or unquoted text says that a bank account is new, changed, wrong or out of use, or that another is to be paid, not negated"
    ),
    "ask-payroll-change": "subject or unquoted text speaks of pay beside another bank account or an account number, not negated",
    "ask-payment": "subject or unquoted text asks for a payment, has a bill or sum due, or says who is to be paid, not negated",
    "ask-gift-cards": "subject or unquoted text speaks of gift cards to be bought or handed out, or of their codes, not negated",
    "ask-tax-data": "subject or unquoted text asks for tax forms, pay records or personal data of staff to be sent, not negated",
    "ask-aging-report": "subject or unquoted text asks for a list of what customers owe or who has not paid yet, not negated",
    "ask-mobile-number": "subject or unquoted text asks for the reader's mobile number or to go on by text or chat, not negated",
    "ask-are-you-there": (
        "subject and unquoted text have fewer than 500 characters and ask for a moment, help, a favour or a small task, not negated"
    ),
    "ask-payment-run": "subject or unquoted text asks whether payments are out, until when they go or who makes them, not negated",
    "ask-crypto": "subject or unquoted text names a cryptocurrency beside a wallet, an address or a payment, not negated",
    "ask-callback": (
        "subject or unquoted text tells the reader to call a number or a help line, as about a charge or an order, even if negated"
    ),
    "ask-confidential-deal": (
        "subject or unquoted text speaks of an acquisition or another deal beside secrecy, lawyers or escrow, even if negated"
    ),
    "ask-document": (
        "subject or unquoted text asks for contracts, identity papers, statements, logins or lists of suppliers to be sent, not negated"
    ),
    "ask-credentials": (
        "subject or unquoted text asks to sign in, confirm an account or tell a password, or says that an account ends, not negated"
    ),
    "ask-purchase-reimbursed": "subject or unquoted text speaks of buying or paying something and being paid back, not negated",
    "ask-refund-overpaid": (
        "subject or unquoted text speaks of money paid in error, twice or too much, or of money to be paid back, not negated"
    ),
    "ask-advance": "subject or unquoted text speaks of a deposit, a guarantee or another payment in advance, not negated",
    "urgency": "subject or unquoted text says that something is urgent or to be done at once or soon, not negated",
    "deadline": "subject or unquoted text names an hour, a day or a term for something, be it only today, even if negated",
    "secrecy": "subject or unquoted text asks for silence, calls it confidential or says that others do not know, even if negated",
    "unavailable": "subject or unquoted text says that the writer is in a meeting, away or not free to talk, even if negated",
    "no-callback": "subject or unquoted text asks for an answer by mail or text only or for no calls, or says that a phone is broken",
    "authority": "subject or unquoted text says that somebody above wants or approved it, or that the writer did, not negated",
    "safe-way": "subject or unquoted text points to a known number, portal, person or account, or says that nothing changes by mail alone",
    "shortcut": "subject or unquoted text asks to leave out a usual step or do it later, or says that the portal is down",
    "mobile-signature": "subject or unquoted text says that it was sent from a phone or tablet, offers Outlook for one or excuses typos",
    "new-account-given": (
        "subject or unquoted text has an IBAN, valid or beside words of banking, another country's bank numbers, or a Pix or Zelle key"
    ),
    "short-text": "subject and unquoted text have fewer than 500 characters, and no link of the mail leads to a host",
    # attachment
    "executable": "an attachment is a program by its first octets or by its name's ending, such as .exe, .js or .hta",
    "executable-in-archive": (
        "an attached archive lists a program or shortcut; in one of more than 5 files, what software's source holds too is passed over"
    ),
    "double-extension": (
        "a file, attached or in an archive, has a document's ending before that of a program, shortcut, disk image, HTML page or SVG"
    ),
    "bidi-in-name": "the name of an attachment, or of a file in an attached archive, holds a character that turns the direction of text",
    "disguised-program": (
        "one file, attached or archived, hides a program's ending behind a document's or a turned name, or is one by its octets alone"
    ),
    "locked-archive": "an attached archive or Office file needs a password, be it for one of its files only",
    "locked-archive-password-in-text": "an attached archive or Office file is locked, and subject or text, quoted or not, tells a password",
    "svg-script": "an attached SVG picture holds a script, an event handler, a javascript: address or an HTML page as a data: URI",
    "html-attachment": "an attachment is an HTML page by its first octets, or else by its name's ending or declared type",
    "html-attachment-with-script-or-form": "an attached HTML page holds a script, an event handler, a form or an input field",
    "ics-lure": (
        "a calendar entry links to a host not of its organizer, From, the site or a meeting service; organizers who are own or a "
        "known From are excepted"
    ),
    "lnk": "an attachment is a shortcut by its first octets or by its name's ending, such as .lnk or .url",
    "onenote": "an attachment is a OneNote file by its first octets or by its name's ending, such as .one",
    "office-macro": "an attached Office file holds a VBA project, be it an older OLE file or a ZIP archive",
    "office-fetches-part": (
        "an attached Office file fetches a template or another part when it is opened, from a host of neither From's domain nor the site's"
    ),
    "pdf-javascript": "an attached PDF names a script (/JavaScript or /JS), be it in a deflated object",
    "pdf-launch": "an attached PDF names a Launch action, which starts a program, be it in a deflated object",
    "kind-mismatch": "an attachment's first octets are those of a known kind of file other than its name's ending or type promises",
    "nested-mail": "a whole mail is attached, as message/rfc822 or as a file that ends in .eml or .msg",
    "disk-image": "an attachment is a disk image by its first octets or by its name's ending, such as .iso or .vhd",
    "document-link": "an attached PDF, SVG picture or Office file holds a link, or names a part of itself, on a host of the web",
    "svg-link": "an attached SVG picture holds a link that a click follows to a host on the web",
    "qr-link": "a QR code in a picture or PDF leads to a host; the mail is short or speaks of a code or a scan, and the extra qr is there",
    "qr-link-foreign": "as qr-link, and the code leads to an IP address or to a host in neither From's domain nor one of the site's",
    # authentication
    "dmarc-failed": "DMARC gave fail for the mail, by our own check or a trusted server",
    "spf-failed": "SPF gave fail or softfail for the envelope sender or HELO, by our own check or a trusted server",
    "dkim-failed": "there are DKIM signatures and all are broken, by our own check or a trusted server",
    "own-domain-unauthenticated": (
        "From is in one of the site's domains, and DMARC failed for it, or SPF and DKIM were checked and neither vouches for it"
    ),
    "supplier-unauthenticated": (
        "From is in the domain of a supplier in the site facts, and DMARC failed, or SPF and DKIM were checked and neither vouches for it"
    ),
    "nothing-signed": "DKIM was checked and no signature was there, by our own check or a trusted server",
    "authenticated": "DMARC, or aligned DKIM or SPF, passed for From's domain, by our own check or a trusted server",
    "other-domain-signed": "a DKIM signature passed, but none in From's registrable domain, by our own check or a trusted server",
    # benign
    "mailing-list": "the mail has a header List-ID or List-Post, as mailing lists write them",
    "bounce": "the envelope sender or Return-Path is the null sender, or the content type is multipart/report",
    "auto-reply": "Auto-Submitted says auto-replied, Precedence says auto_reply, or there is a header such as X-Autoreply",
    "calendar": "the mail is of type text/calendar or has a part of it, as an invitation or the answer to one",
    "forwarded-by-filter": (
        "the envelope sender or Return-Path is a forwarder's (+caf_= or SRS), or there is a header such as X-Forwarded-For or Resent-From"
    ),
    "bulk": "Precedence says bulk, list or junk, or there is a header List-Unsubscribe",
    "newsletter": "there are a List-Unsubscribe and a campaign's header, such as Feedback-ID, but no List-Post",
    "awareness-training": (
        "there is a phishing simulation's header, or subject or text, quoted or not, speaks of training against fraud or of reporting it"
    ),
    "warns-of-fraud": (
        "subject or text, quoted or not, says that nobody will ask for bank data, that nothing changes by mail, or to call a known number"
    ),
    "doubted-forward": (
        "header lines of another mail are quoted, and the few words above, without a link, ask whether it is genuine, or call it odd"
    ),
    "internal": "From is in one of the site's domains, and DMARC, aligned DKIM or SPF passed for it, by our own check or a trusted server",
    # body
    "hidden-text": "the HTML hides at least 20 characters of text from the reader, as by display:none or a font size of 0",
    "hidden-more-than-shown": "the HTML hides more than 200 characters of text, and more than are shown",
    "bidi-override": "subject, text or display name holds a character that overrides the direction of text (U+202D or U+202E)",
    "zero-width-in-words": "characters without width stand inside a word of the subject, or inside at least 3 words of the text",
    "image-only": "the text has fewer than 6 words, and a picture is shown or attached",
    "form-in-mail": "the mail's HTML, or an HTML page attached to it, shows a form or an input field",
    "imitated-letters": (
        "subject or text has a word of Latin letters with a look-alike from Cyrillic or Greek, or one in mathematical letters"
    ),
    "html-smuggling": "a script in the mail's HTML, or in an attached page or SVG picture, has code that builds a file in the browser",
    "no-words": "there is no text to read, neither in the mail nor in text files and pages attached to it",
    "picture-of-characters": "the text has at least 100 block characters, as pictures and QR codes are drawn with",
    # identity
    "title-in-name": "the display name has the word for an executive's title, such as CEO, Vorstand or directeur",
    "title-local-part": "From is freemail, and its local part has the word for an executive's title, as in ceo123",
    "address-in-name": "the display name holds an address of another registrable domain than From's",
    "own-domain-in-name": "the display name holds an address or domain of the site's, and From is in none of the site's domains",
    "name-domain-mismatch": "the display name holds a domain, not as part of an address, of another registrable domain than From's",
    "name-is-recipient": "the display name is that of a recipient in To or Cc, or holds that one's address, and From is another address",
    "confusable-name": "in the display name a Latin letter stands beside one of Greek, Cyrillic or the like, or of another style",
    "person-name-odd-local": "From is freemail, the display name is a person's, and the local part has neither letters nor initials of it",
    "vip-name-foreign-address": (
        "the display name has the name of a VIP in the site facts, and From is outside the site's domains and no such VIP's address"
    ),
    "vip-name-freemail": "the display name has the name of a VIP in the site facts, and From is freemail and no such VIP's address",
    "vip-near-name": "the display name is nearly a VIP's, by a slip or by initials, and From is outside the site and no VIP's address",
    "vip-name-in-subject": "the subject has the name of a VIP in the site facts, and From is no such VIP's address",
    "vip-signs": "one of the last lines of unquoted text is the name of a VIP in the site facts, and From is no such VIP's address",
    "vip-private-address": "From is an address that the site facts give a VIP, and is outside the site's domains",
    "supplier-name-foreign-address": (
        "the display name has the name of a supplier in the site facts, and From is in neither the supplier's domains nor the site's"
    ),
    "several-from": "the mail has more than one From field, or one with several different addresses",
    "from-name-apart": "From has an address, and before it a name by itself, as if it were a sender, or brackets with no address in them",
    "from-not-envelope": "there is an envelope sender, and it is of another registrable domain than From",
    "own-domain-sender": "From is in one of the site's domains or below one, whether authenticated or not",
    "freemail-sender": "From is in the domain of a freemail provider, of the built-in list or of the site facts",
    # link
    "link-text-other-host": (
        "a link's text is a URL or host of another registrable domain than it leads to; security gateways are excepted"
    ),
    "link-own-name-foreign-host": (
        "a link or QR code leads to a host that bears the name of a domain of the site or of a supplier but is under none of them"
    ),
    "link-ip-address": "a link or QR code leads to an IP address in place of a host name",
    "link-shortener": "a link or QR code leads to a URL shortener, such as bit.ly or tinyurl.com",
    "link-free-host": "a link or QR code leads to a host where anybody can put a page, such as github.io or jotform.com",
    "link-ipfs": "a link or QR code leads to an IPFS gateway or names a file on IPFS",
    "link-open-redirect": (
        "a link or QR code has a parameter, such as url=, that passes on to another registrable domain; security gateways are excepted"
    ),
    "link-recipient-address": "a link or QR code holds an address of To, Cc or the envelope's recipients, plain or in base64",
    "link-punycode": "a link or QR code leads to an internationalised host name, with a label in Punycode (xn--)",
    "link-user-info": "a link or QR code has a user name and an @ before its host, where a reader may take it for the host",
    "no-link-of-sender": "links or QR codes lead to hosts, and none of these has From's registrable domain",
    "link-data-uri": "a link is a data: URI, which holds a page itself and leads to no host",
    "link-many-hosts": "links and QR codes lead to at least 15 registrable domains",
    # lookalike
    "lookalike-own-domain": "From's domain could be taken for one of the site's, and is neither the site's, a supplier's nor freemail",
    "lookalike-supplier": (
        "From's domain could be taken for that of a supplier in the site facts, and is neither a supplier's, the site's nor freemail"
    ),
    "lookalike-correspondent": (
        "From's domain, not own, a supplier's or freemail, could be taken for one of a recipient or in the text that is not own or freemail"
    ),
    "misspelt-correspondent": "as lookalike-correspondent, but From's domain is not just the other's name with words put beside it",
    "punycode-sender": "From's domain is internationalised, with a label in Punycode (xn--)",
    "mixed-script-domain": "in From's domain, as it is shown, a Latin letter stands beside one of Greek, Cyrillic or the like",
    "recipient-domain-in-local": (
        "From is outside the site, and its local part holds the name of a site's or a recipient's domain, neither freemail nor From's own"
    ),
    "own-name-in-foreign-domain": (
        "From's domain has the name of one of the site's between dots or hyphens, and is not the site's, a supplier's or freemail"
    ),
    "supplier-name-in-foreign-domain": (
        "From's domain has words of the name of a supplier in the site facts, and is not a supplier's, the site's or freemail"
    ),
    "supplier-name-in-local": "From is freemail, and its local part has words of the name of a supplier in the site facts",
    "cheap-tld": "From's domain is in a top-level domain that is cheap and much abused, such as .top or .click",
    # recipients
    "to-is-from": "From's address stands among the recipients in To and Cc as well",
    "undisclosed-recipients": "neither To nor Cc has an address, and To says undisclosed or the envelope has recipients",
    "no-recipient-here": "To and Cc have addresses, and none of them is in one of the site's domains",
    "single-recipient": "To and Cc together have exactly one recipient, whose address has a domain",
    "many-recipients": "To and Cc together have at least 10 recipients",
    # relation
    "first-time-sender": "a history is kept and has no delivered mail from From's address",
    "first-time-domain": "a history is kept and has no delivered mail from From's registrable domain",
    "known-sender": "the history has at least 3 delivered mails from From's address, and one that the site sent there",
    "long-silence": "the history's last delivered mail from From's address came more than 180 days ago",
    "known-name-new-address": "the history knows the display name well by another address, and has no delivered mail from From's address",
    "answers-us": "In-Reply-To or References names a mail that the site sent to From's address, by the history",
    "first-time-to-recipient": "a history is kept and has no delivered mail from From's address to any of these recipients",
    "we-never-wrote": "a history is kept and has no mail that the site sent to From's address",
    # reply
    "freemail-reply": "Reply-To is a freemail address, and From is not freemail",
    "two-freemails": "Reply-To is another address than From, and both are freemail",
    "reply-elsewhere": "Reply-To has another registrable domain than From, and neither is freemail",
    "reply-other-than-own": "From is in one of the site's domains, and Reply-To is in none of them",
    "same-name-other-address": "Reply-To has From's display name, and another address",
    "reply-is-recipient": "Reply-To is another address than From and stands among the recipients in To and Cc",
    "reply-lookalike": "Reply-To's domain could be taken for From's but has another owner, and neither is freemail",
    "three-domains": "From, Reply-To and the envelope sender, or else Return-Path, have three registrable domains",
    "other-freemail-in-text": (
        "subject or text, quoted or not, asks to write to a freemail address that is neither From's nor a recipient's in To or Cc"
    ),
    # thread
    "fake-reply": "the subject begins as an answer's does (Re:, AW:), and there is neither In-Reply-To nor References",
    "fake-forward": (
        "the subject begins as a forward's does (Fwd:, WG:), without In-Reply-To and References, and no mail is quoted or attached"
    ),
    "quotes-without-thread": "the text quotes a mail and names its author, and there is neither In-Reply-To nor References",
    "sender-not-in-quote": (
        "an answer quotes a mail with the addresses of its author and recipient, and neither From's name nor its domain is in there"
    ),
    "quoted-vip-wrong-address": (
        "quoted text gives a VIP of the site facts an address that is neither one of theirs nor in the site's domains"
    ),
    "quoted-lookalike": "From's domain could be taken for that of an address in the quoted text, and is not itself there",
    "new-domain-in-thread": "quoted text has From's display name, of two words or more, at addresses of other registrable domains only",
    "self-reply": "the subject begins as an answer's does, and the first mail that it quotes is by From's own address",
    "established-thread": (
        "there is In-Reply-To or References, and by the history the mail answers one of the site's, or From wrote to a recipient before"
    ),
}
"""By the signals' names, in the order of the catalogue."""
