"""Domains: which part is registered by somebody, which belong to everybody, which hide where a link goes."""

from __future__ import annotations

import re
from functools import lru_cache

from publicsuffixlist import PublicSuffixList

from filter.judge import limits

_SUFFIXES = PublicSuffixList()  # the copy in its wheel; it never asks the network

FREEMAIL = frozenset(
    """
    gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com rocketmail.com aol.com icloud.com me.com
    mac.com proton.me protonmail.com pm.me gmx.com gmx.de gmx.net gmx.at gmx.ch web.de t-online.de freenet.de mail.com email.com
    yandex.com yandex.ru mail.ru bk.ru inbox.ru list.ru rambler.ru ukr.net zoho.com zohomail.com tutanota.com tuta.io fastmail.com
    hushmail.com orange.fr wanadoo.fr free.fr laposte.net sfr.fr libero.it virgilio.it tiscali.it alice.it hotmail.fr hotmail.it
    hotmail.es hotmail.co.uk hotmail.de outlook.fr outlook.de outlook.es outlook.it yahoo.fr yahoo.de yahoo.es yahoo.it yahoo.co.uk
    yahoo.co.jp yahoo.co.in yahoo.com.br uol.com.br bol.com.br terra.com.br terra.es telefonica.net sapo.pt wp.pl o2.pl onet.pl
    interia.pl poczta.fm seznam.cz centrum.cz abv.bg qq.com 163.com 126.com sina.com sohu.com naver.com daum.net hanmail.net
    rediffmail.com btinternet.com sky.com talktalk.net virginmedia.com comcast.net verizon.net att.net sbcglobal.net cox.net
    bellsouth.net bigpond.com shaw.ca rogers.com ziggo.nl kpnmail.nl telenet.be skynet.be bluewin.ch
    """.split()  # noqa: SIM905  (a wall of names reads better so)
)
SHORTENERS = frozenset(
    """
    bit.ly tinyurl.com t.co goo.gl ow.ly is.gd buff.ly rebrand.ly cutt.ly rb.gy shorturl.at t.ly tiny.cc s.id lnkd.in v.gd bl.ink
    soo.gd adf.ly qr.ae linktr.ee urlz.fr u.to tny.im
    """.split()  # noqa: SIM905  (a wall of names reads better so)
)
FREE_HOSTS = frozenset(
    """
    blogspot.com weebly.com wixsite.com webflow.io github.io gitlab.io netlify.app vercel.app herokuapp.com web.app firebaseapp.com
    pages.dev workers.dev r2.dev azurewebsites.net blob.core.windows.net amazonaws.com storage.googleapis.com appspot.com
    glitch.me repl.co 000webhostapp.com ipfs.io dweb.link sites.google.com docs.google.com forms.gle jotform.com typeform.com
    formstack.com notion.site square.site godaddysites.com duckdns.org ngrok.io ngrok-free.app trycloudflare.com
    """.split()  # noqa: SIM905  (a wall of names reads better so)
)

_ADDRESS = re.compile(r"\[(?:ipv6:)?[0-9a-f:.]+\]|\d{1,3}(?:\.\d{1,3}){3}", re.IGNORECASE | re.ASCII)
_ADDRESS_ENDS = frozenset("]0123456789")
_NAME_CHARS, _LABEL_CHARS = 253, 63  # RFC 1035 2.3.4


def registered(host: str) -> str:
    """The registrable domain of a host (`mail.shop.co.uk` -> `shop.co.uk`); the host itself where there is none."""
    return _registered(host) if len(host) <= _NAME_CHARS else host


@lru_cache(maxsize=4096)
def _registered(host: str) -> str:
    return _SUFFIXES.privatesuffix(host) or host


def is_host(host: str) -> bool:
    """Whether a name is short enough to be in the domain name system."""
    return len(host) <= _NAME_CHARS and (len(host) <= _LABEL_CHARS or max(map(len, host.split("."))) <= _LABEL_CHARS)


def is_registrable(host: str) -> bool:
    """Whether somebody can have this domain: no public suffix such as `co.uk`, nor one beneath which everybody has pages."""
    return _SUFFIXES.privatesuffix(host) is not None


def same_owner(one: str, other: str) -> bool:
    """Whether two hosts stand under one registrable domain."""
    return bool(one) and bool(other) and registered(one) == registered(other)


def is_address(host: str) -> bool:
    """Whether a host, as a browser or an address (RFC 5321 4.1.3) writes it, is an IP address and no name."""
    return host[-1:] in _ADDRESS_ENDS and bool(_ADDRESS.fullmatch(host))


def under(host: str, domains: frozenset[str]) -> bool:
    """Whether a host is one of the domains or stands below one."""
    labels = host.split(".")[-limits.HOST_LABELS :]
    return any(".".join(labels[start:]) in domains for start in range(len(labels) - 1))
