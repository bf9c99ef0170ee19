"""Where an answer would go, beside where the mail says it is from. Facts only: lists, desks and secretaries reply elsewhere too."""

from __future__ import annotations

import re
from collections.abc import Iterator

import re2

from filter.judge.likeness.domains import likeness, owner
from filter.judge.likeness.known import is_freemail, is_own
from filter.judge.likeness.names import same_name
from filter.judge.mail import Address
from filter.judge.rules.fields import RE2_OPTIONS, octets
from filter.judge.scene import Scene, Signal
from filter.judge.signals.senders import NOBODY, sender_of, shown

TEXT_ADDRESSES = 20
"""Addresses looked at in the text."""

ASKED_CHARS = 60
"""Characters before an address in the text that may say to write to it."""

_GROUP = "reply"
_LOCAL_CHARS = 64  # RFC 5321 4.5.3.1.1
_LOCAL = re.compile(r"[\w.+-]+\Z", re.ASCII)
_DOMAIN = re.compile(r"(?:[\w-]{1,63}\.){1,4}[a-z]{2,24}", re.ASCII)
_AT = "@\N{FULLWIDTH COMMERCIAL AT}\N{SMALL COMMERCIAL AT}"  # all that is folded to one
_ASKED = re2.compile(
    rb"\b(?:repl(?:y|ies)|respond|responses?|answer|write|(?:e-?mail|mail|contact|reach|text|message) (?:me|us|him|her|them)|send|forward"
    rb"|antwort(?:e|en|et)?|schreib(?:e|en|t)?|mail(?:e|en|t)|schick(?:e|en|t)?|send(?:e|en|et)|erreich(?:e|en|st|bar)|wend(?:e|en)"
    rb"|repond(?:s|ez|re)|reponses?|ecri(?:s|vez|re)|envo(?:ie|ies|yez|yer)|adress(?:e|ez|er)|contact(?:ez|er)|joindre"
    rb"|respond(?:e|a|an|er|eme|ame)|respuestas?|escrib(?:e|a|an|ir|eme|ame)|envi(?:a|e|ar|en|ame|eme|em)|contest(?:a|e|ar)|mand(?:a|e|ar|em)"
    rb"|responder|respostas?|escrev(?:a|e|am|er)|rispond(?:i|a|ere|imi)|scriv(?:i|a|ere|imi|etemi)|invi(?:a|i|are|ami|atemi)|risposte"
    rb"|antwoord(?:en)?|schrijf|schrijven|stuur|sturen|mailen|odpis(?:z|ac)|odpowied(?:z|zi|ziec)|napisz|pisz|pisac|wyslij|przeslij)\b",
    RE2_OPTIONS,
)


def _reply_to(scene: Scene) -> Address:
    """The first address that answers go to, where it is another than the sender's; else NOBODY."""
    sender = sender_of(scene)
    for address in scene.message.reply_to[:1]:
        if address.domain and sender.domain and str(address).lower() != str(sender).lower():
            return address
    return NOBODY


def _freemail(scene: Scene) -> str:
    sender, to = sender_of(scene), _reply_to(scene)
    if not is_freemail(to.domain, scene.site) or is_freemail(sender.domain, scene.site):
        return ""
    return f"answers go to freemail {shown(to)}, sender is {shown(sender.domain)}"


def _two_freemails(scene: Scene) -> str:
    sender, to = sender_of(scene), _reply_to(scene)
    if not is_freemail(to.domain, scene.site) or not is_freemail(sender.domain, scene.site):
        return ""
    return f"answers go to freemail {shown(to)}, sender is freemail {shown(sender)}"


def _elsewhere(scene: Scene) -> str:
    sender, to = sender_of(scene), _reply_to(scene)
    if not to.domain or owner(to.domain) == owner(sender.domain):
        return ""
    if is_freemail(to.domain, scene.site) or is_freemail(sender.domain, scene.site):
        return ""
    return f"answers go to {shown(to)}, sender is {shown(sender.domain)}"


def _other_than_own(scene: Scene) -> str:
    sender, to = sender_of(scene), _reply_to(scene)
    if not to.domain or not is_own(sender.domain, scene.site) or is_own(to.domain, scene.site):
        return ""
    return f"From is of the own {shown(sender.domain)}, answers go outside to {shown(to)}"


def _same_name(scene: Scene) -> str:
    sender, to = sender_of(scene), _reply_to(scene)
    if not (to.domain and to.name and sender.name and same_name(sender.name, to.name)):
        return ""
    return f"answers go to another address of the name {shown(to.name)}: {shown(to)}"


def _recipient(scene: Scene) -> str:
    to = str(_reply_to(scene)).lower()
    if "@" in to and any(to == str(recipient).lower() for recipient in scene.message.recipients):
        return f"answers go to a recipient: {shown(to)}"
    return ""


def _lookalike(scene: Scene) -> str:
    sender, to = sender_of(scene), _reply_to(scene)
    if not to.domain or is_freemail(to.domain, scene.site) or is_freemail(sender.domain, scene.site):
        return ""
    how = likeness(to.domain, sender.domain)
    return f"answers go to {shown(to.domain)}, like sender's {shown(sender.domain)} ({how})" if how else ""


def _three_domains(scene: Scene) -> str:
    sender, to = sender_of(scene), _reply_to(scene)
    if not to.domain:
        return ""
    path = scene.envelope.sender if scene.envelope and scene.envelope.sender is not None else scene.message.header("return-path")
    came = path.strip(" <>").rpartition("@")[2].lower()
    owners = dict.fromkeys(map(owner, filter(None, (sender.domain, to.domain, came))))
    return f"three domains: From {', Reply-To '.join(map(shown, [*owners][:2]))}, envelope {shown(owner(came))}" if len(owners) == 3 else ""


def _addresses(text: str) -> Iterator[tuple[int, str, str]]:
    """Where each address in a text starts, its local part and its domain; the text is in small letters."""
    place = -1
    for _ in range(TEXT_ADDRESSES):
        if (place := text.find("@", place + 1)) < 0:
            return
        local, domain = _LOCAL.search(text[max(0, place - _LOCAL_CHARS) : place]), _DOMAIN.match(text, place + 1)
        if local and domain:
            yield place - len(local.group()), local.group(), domain.group()


def _other_in_text(scene: Scene) -> str:
    """Only where the words before it say to write there: signatures and quoted mails are full of addresses."""
    message = scene.message
    if not any(sign in message.text or sign in message.subject for sign in _AT):
        return ""
    text = scene.plain
    ours = {str(sender_of(scene)).lower(), *(str(to).lower() for to in scene.message.recipients)}
    for start, local, domain in _addresses(text):
        address = f"{local}@{domain}"
        if is_freemail(domain, scene.site) and address not in ours:
            before = text[max(0, start - ASKED_CHARS) : start].rpartition("@")[2]
            if found := _ASKED.search(octets(before)):
                return f'text says "{found.group().decode()}" and names freemail {shown(address)}, not the sender\'s'
    return ""


SIGNALS: tuple[Signal, ...] = (
    Signal("freemail-reply", _GROUP, "SpamAssassin FREEMAIL_FORGED_REPLYTO; rspamd FREEMAIL_REPLYTO", _freemail),
    Signal("two-freemails", _GROUP, "rspamd FREEMAIL_REPLYTO_NEQ_FROM; SpamAssassin FREEMAIL_REPLYTO", _two_freemails),
    Signal("reply-elsewhere", _GROUP, "rspamd REPLYTO_DOM_NEQ_FROM_DOM", _elsewhere),
    Signal("reply-other-than-own", _GROUP, "sublime-rules: spoofed own domain with a Reply-To outside", _other_than_own),
    Signal("same-name-other-address", _GROUP, "rspamd SPOOF_REPLYTO, REPLYTO_DN_EQ_FROM_DN", _same_name),
    Signal("reply-is-recipient", _GROUP, "rspamd REPLYTO_EQ_TO_ADDR", _recipient),
    Signal("reply-lookalike", _GROUP, "sublime-rules: Reply-To domain a lookalike of the sender's", _lookalike),
    Signal("three-domains", _GROUP, "RFC 5322 3.6.2 and 3.6.7; sublime-rules: mismatched From, Reply-To and Return-Path", _three_domains),
    Signal("other-freemail-in-text", _GROUP, "SpamAssassin FREEMAIL_ENVFROM_END_DIGIT family, __freemail_body", _other_in_text),
)
