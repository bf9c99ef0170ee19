"""Folders and mailboxes by name: which say what their mail is. `Junk`, `Spam.mbox`, `.INBOX.Junk`, `[Gmail]/Spam`, `phish/`.

A name says something only as a whole; INBOX, Archive, Sent and Trash say nothing, for junk is found in each of them.
"""

from __future__ import annotations

import binascii
import re
import unicodedata
from functools import lru_cache

from filter.store.labels.label import BEC, FOLDERS, HAM, PHISH, SPAM, Label

FOLDERS_KEPT = 4096
"""Folders whose label is kept in memory: an archive has its messages folder by folder."""

PATH_CHARS = 4096
"""Characters looked at of a path, from its end."""

# As mail programs and servers call their folder of junk in each language, and as people call the folders of a corpus.
_NAMES = {
    HAM: ("ham", "easy ham", "hard ham", "not junk", "non junk", "not spam", "non spam", "no spam"),
    PHISH: ("phish", "phishing", "hameçonnage"),
    BEC: ("bec", "CEO fraud", "business email compromise"),
    SPAM: (
        *("spam", "spams", "spam mail", "junk", "junk mail", "junk e-mail", "bulk", "bulk mail"),
        *("Spamverdacht", "Spam-Verdacht", "Unerwünscht", "Unerwünschte Werbung", "Werbung", "Junkmail"),
        *("Courrier indésirable", "Indésirable", "Indésirables", "Pourriel", "Pourriels"),
        *("Correo no deseado", "No deseado", "Correo basura", "Correo electrónico no deseado"),
        *("Posta indesiderata", "Indesiderata", "Ongewenste e-mail", "Ongewenst", "Ongewenste reclame"),
        *("Lixo eletrônico", "Lixo eletrónico", "Lixo electrónico", "E-mail de lixo", "Correio eletrônico não solicitado"),
        *("Skräppost", "Uønsket e-post", "Søppelpost", "Nettsøppel", "Uønsket post", "Uønsket mail", "Uønsket e-mail", "Roskaposti"),
        *("Wiadomości-śmieci", "Niechciane", "Niechciana poczta", "Nevyžádaná pošta", "Nevyžiadaná pošta", "Levélszemét"),
        *("Gereksiz", "Gereksiz e-posta", "Önemsiz e-posta", "İstenmeyen e-posta", "Ανεπιθύμητα", "Ανεπιθύμητη αλληλογραφία"),
        *("Спам", "Нежелательная почта", "Небажана пошта", "Нежелана поща"),
        *("迷惑メール", "垃圾邮件", "垃圾郵件", "垃圾電子郵件", "스팸", "스팸함", "스팸메일함", "정크 메일", "정크 메일함"),
    ),
}

_DROPPED = re.compile(r"[\s_-]+")
_ENDS = r"\.(?:mbox|mbx|mbs|sbd|tar|tgz|zip|pst|ost|gz|bz2|xz|zst)"
_END = re.compile(rf"(?:{_ENDS})+\Z", re.IGNORECASE)
_INSIDE = re.compile(rf"({_ENDS}):", re.IGNORECASE)
_NUMBER = re.compile(r"#\d+\Z")
_SHIFTED = re.compile("&([A-Za-z0-9+,]*)-")


def of_path(path: str) -> tuple[Label, ...]:
    """What the folder nearest to a message says of it, by the message's name in `archives`: at most one label."""
    mailbox = _NUMBER.sub("", path)
    return _of_folder(mailbox if mailbox != path else path.rpartition("/")[0] if "/" in path else path.rpartition(":")[0])


@lru_cache(maxsize=FOLDERS_KEPT)
def _of_folder(folder: str) -> tuple[Label, ...]:
    for step in reversed(_INSIDE.sub(r"\1/", folder[-PATH_CHARS:].replace("\\", "/")).split("/")):
        name = _END.sub("", step)
        for inner in reversed(_steps(name)):
            if value := value_of(inner):
                return (Label(value, FOLDERS, name),)
    return ()


def _steps(name: str) -> list[str]:
    """A folder's name, or the names that one of Maildir++ or of an IMAP server joins by dots: `.INBOX.Junk`."""
    return name.split(".") if name.startswith(".") or name[:6].upper() == "INBOX." else [name]


def value_of(name: str) -> str:
    """What a folder or label of that name says, "" for nothing: whatever its capitals, and in modified UTF-7 (RFC 3501 5.1.3) too."""
    return _VALUES.get(_plain(_SHIFTED.sub(_unshifted, name)), "")


def _unshifted(match: re.Match[str]) -> str:
    if not match[1]:
        return "&"
    try:
        return binascii.a2b_base64(match[1].replace(",", "/") + "===").decode("utf-16-be")
    except ValueError:
        return match[0]


def _plain(name: str) -> str:
    """As names are compared: composed, without capitals, spaces, hyphens and underscores."""
    # Twice: what folds can come apart, as the Turkish capital I with its dot does.
    return unicodedata.normalize("NFC", _DROPPED.sub("", unicodedata.normalize("NFC", name).casefold()))


_VALUES = {_plain(name): value for value, names in _NAMES.items() for name in names}
