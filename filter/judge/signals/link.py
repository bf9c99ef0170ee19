"""What a message's links say: where they lead, under whose name, and to whom they were made out. Nothing about their worth."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import lru_cache

import re2

from filter.judge import links
from filter.judge.domains import FREE_HOSTS, SHORTENERS, is_address, registered, same_owner, under
from filter.judge.likeness.known import Known, known
from filter.judge.mail import Link
from filter.judge.rules.fields import RE2_OPTIONS
from filter.judge.scene import Scene, Signal

_SHOWN_HOST = re.compile(r"(https?://|www\.)?((?:[a-z0-9-]{1,63}\.){1,8}([a-z]{2,24}))(?:[/:?].*)?", re.IGNORECASE | re.ASCII)
_SURE_ENDINGS = frozenset("com net org edu gov info biz example de fr es it pt nl pl uk eu ch at be br us ca au ru jp cn".split())  # noqa: SIM905
_GATEWAYS = frozenset(  # they put mail's links behind their own to guard the reader
    {"safelinks.protection.outlook.com", "urldefense.com", "urldefense.proofpoint.com", "linkprotect.cudasvc.com", "mimecastprotect.com"}
)
_IPFS_HOSTS = frozenset({"ipfs.io", "dweb.link", "cloudflare-ipfs.com", "cf-ipfs.com", "nftstorage.link", "w3s.link", "fleek.co"})
_IPFS_PATH = re2.compile(rb"/(?:ipfs|ipns)/(?:Qm[0-9A-Za-z]{44}|ba[fgk][0-9a-z]{40,})|//ba[fgk][0-9a-z]{40,}\.", RE2_OPTIONS)
# A parameter that says where to go on, and in it an absolute address.
_PASSED_ON = re.compile(
    r"[?&;](?:url|u|q|r|z|to|go|goto|link|dest|destination|target|next|continue|redirect|redirect_?ur[il]|return|returnurl|adurl|ref|out)"
    r"=(https?(?:%3a|:)(?:%2f|/){2}[^&\s#]{3,400})",
    re.IGNORECASE | re.ASCII,
)
# A search engine's viewer, which shows whose page its path names.
_VIEWED = re.compile(r"^https?://((?:www\.)?google\.[a-z.]{2,6})/amp/(?:s/)?([a-z0-9.-]{4,253})", re.IGNORECASE | re.ASCII)
_MANY_HOSTS = 15
_LABEL_CHARS = 4  # the shortest own name that counts between hyphens and dots
_RECIPIENTS = 10
_PARTS = re.compile(r"[.-]")


@lru_cache(maxsize=16)
def _hosts(found: tuple[Link, ...]) -> tuple[str, ...]:
    """Each host that the links lead to, once: what most signals ask for, one after another."""
    return tuple(dict.fromkeys([link.host for link in found if link.host]))


@lru_cache(maxsize=16)
def _urls(found: tuple[Link, ...]) -> str:
    """All links that lead somewhere, a line each."""
    return "\n".join([link.url for link in found if link.host])


def _all(scene: Scene) -> tuple[Link, ...]:
    """The links of the text, and of codes in its pictures."""
    return scene.message.links + scene.message.qr_links if scene.message.qr_links else scene.message.links


def _other_host_shown(scene: Scene) -> str:
    for link in scene.message.links:
        text = link.text
        if "." not in text or not link.host or text in link.url or under(link.host, _GATEWAYS):
            continue
        shown = _SHOWN_HOST.fullmatch(text)
        if shown and (shown[1] or shown[3].lower() in _SURE_ENDINGS) and not same_owner(host := shown[2].lower(), link.host):
            return f"link shows {host}, leads to {link.host}"
    return ""


def _own_name_foreign_host(scene: Scene) -> str:
    facts = known(scene.site)
    for host in _hosts(_all(scene)) if facts.labels else ():
        if not is_address(host) and registered(host) not in facts.owned and (label := _own_label(host, facts)):
            return f"link to {host} bears the name of {facts.labels[label]}, is not under it"
    return ""


def _own_label(host: str, facts: Known) -> str:
    """An own name that stands between hyphens and dots of a host, or a long one anywhere in it; "" where none does."""
    parts = [part for part in _PARTS.split(host) if len(part) >= _LABEL_CHARS]
    return next((part for part in parts if part in facts.labels), "") or facts.infix(host)


def _address(scene: Scene) -> str:
    return next((f"link to the IP address {host}" for host in _hosts(_all(scene)) if is_address(host)), "")


def _shortener(scene: Scene) -> str:
    return next((f"link by the shortener {host}" for host in _hosts(_all(scene)) if under(host, SHORTENERS)), "")


def _free_host(scene: Scene) -> str:
    return next((f"link to {host}, where anybody can put a page" for host in _hosts(_all(scene)) if under(host, FREE_HOSTS)), "")


def _ipfs(scene: Scene) -> str:
    for host in _hosts(_all(scene)):
        if under(host, _IPFS_HOSTS):
            return f"link to the IPFS gateway {host}"
    urls = _urls(_all(scene))
    if "/ip" not in urls and "//ba" not in urls:
        return ""
    found = _IPFS_PATH.search(urls.encode("utf-8", "replace"))
    return f"link to a file on IPFS: {found.group().decode('utf-8', 'replace')[:40]}" if found else ""


def _open_redirect(scene: Scene) -> str:
    found = _all(scene)
    urls = _urls(found)
    if "/amp/" in urls and (viewed := next(filter(None, [_VIEWED.match(link.url) for link in found if link.host]), None)):
        return f"link to {viewed[1].lower()} passes on to {viewed[2].lower()}"
    if "=http" not in urls and "=HTTP" not in urls:
        return ""
    for link in found:
        passed = _PASSED_ON.search(link.url) if link.host and "=" in link.url else None
        if passed and not under(link.host, _GATEWAYS):
            onward = links.host(passed[1].replace("%3A", ":").replace("%3a", ":").replace("%2F", "/").replace("%2f", "/"))
            if onward and not same_owner(onward, link.host):
                return f"link to {link.host} passes on to {onward}"
    return ""


def _recipient(scene: Scene) -> str:
    urls = _urls(_all(scene))
    if not urls:
        return ""
    named = [str(address) for address in scene.message.recipients[:_RECIPIENTS] if address.domain]
    lowered = urls.lower().replace("%40", "@")
    for address in dict.fromkeys([*named, *(scene.envelope.recipients[:_RECIPIENTS] if scene.envelope else ())]):
        if len(address) > 5 and address.lower() in lowered:
            return f"link holds the recipient's address {address}"
        if len(address) > 5 and any(_encoded(form) in urls for form in {address, address.lower()}):
            return f"link holds the recipient's address {address} in base64"
    return ""


@lru_cache(maxsize=1024)
def _encoded(address: str) -> str:
    """As base64 writes it wherever a group begins, without what follows the last whole group."""
    octets = address.encode("utf-8", "replace")
    return b64encode(octets[: len(octets) // 3 * 3]).decode()


def _punycode(scene: Scene) -> str:
    return next((f"link to {host}, a name in foreign letters" for host in _hosts(_all(scene)) if "xn--" in host), "")


def _user_info(scene: Scene) -> str:
    for link in _all(scene):
        if "@" in link.url and link.host and (user := links.user(link.url)):
            return f"link begins with {user.partition(':')[0]}, which is a user name, and leads to {link.host}"
    return ""


def _none_of_sender(scene: Scene) -> str:
    sender, hosts = scene.message.sender, _hosts(_all(scene))
    if not hosts or not sender or not sender.domain or any(same_owner(host, sender.domain) for host in hosts):
        return ""
    return f"no link leads to the sender's {registered(sender.domain)}; the first leads to {hosts[0]}"


def _data(scene: Scene) -> str:
    for link in scene.message.links:
        if not link.host and link.url.lstrip()[:5].lower() == "data:":
            return f"link holds a page itself: {link.url.strip()[:30]}"
    return ""


def _many_hosts(scene: Scene) -> str:
    hosts = _hosts(_all(scene))
    owners = len({registered(host) for host in hosts}) if len(hosts) >= _MANY_HOSTS else 0
    return f"links lead to {owners} domains" if owners >= _MANY_HOSTS else ""


SIGNALS: tuple[Signal, ...] = (
    Signal("link-text-other-host", "link", "rspamd PHISHING", _other_host_shown),
    Signal("link-own-name-foreign-host", "link", "sublime-rules (recipient's domain in a link's subdomain)", _own_name_foreign_host),
    Signal("link-ip-address", "link", "SpamAssassin NUMERIC_HTTP_ADDR; rspamd HTTP_TO_IP", _address),
    Signal("link-shortener", "link", "rspamd URL_REDIRECTOR_NESTED; sublime-rules ($url_shorteners)", _shortener),
    Signal("link-free-host", "link", "sublime-rules ($free_subdomain_hosts)", _free_host),
    Signal("link-ipfs", "link", "rspamd HAS_IPFS_GATEWAY_URL; sublime-rules (IPFS)", _ipfs),
    Signal("link-open-redirect", "link", "CWE-601; sublime-rules (open redirects)", _open_redirect),
    Signal("link-recipient-address", "link", "sublime-rules (recipient's address in a link)", _recipient),
    Signal("link-punycode", "link", "RFC 3492; rspamd OMOGRAPH_URL", _punycode),
    Signal("link-user-info", "link", "RFC 3986 7.6; rspamd URL_USER_PASSWORD", _user_info),
    Signal("no-link-of-sender", "link", "sublime-rules (no link matches the sender's domain)", _none_of_sender),
    Signal("link-data-uri", "link", "RFC 2397 6; rspamd HAS_DATA_URI", _data),
    Signal("link-many-hosts", "link", "own: counts domains, as sublime-rules count body.links", _many_hosts),
)
