from __future__ import annotations

import unicodedata

import pytest

from filter.store.labels.label import Label
from filter.store.labels.names import PATH_CHARS, of_path, value_of


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("corpus/ham/1.eml", "ham"),
        ("corpus/phish/sub/1.eml", "phish"),
        ("spam/old/ham/1.eml", "ham"),
        ("ham/Junk/1.eml", "spam"),
        ("ham/Archive/INBOX/1.eml", "ham"),
        ("mail.tar.zst:corpus/bec/1.eml", "bec"),
        ("spam.zip:1.eml", "spam"),
        ("spam.tar.gz:./1.eml", "spam"),
        ("SPAM.TGZ:inner/1.eml", "spam"),
        ("Junk.mbox#12", "spam"),
        ("takeout.zip:Takeout/Mail/Spam.mbox#3", "spam"),
        ("phishing.mbox.gz#1", "phish"),
        ("Junk#1", "spam"),
        ("Junk.mbox.xz#1", "spam"),
        ("mail.pst:Top of Outlook data file/Junk E-mail#3", "spam"),
        ("Junk.mbox/mbox#1", "spam"),
        ("Mail/Spam.sbd/2023#7", "spam"),
        ("Maildir/.Junk/cur/17.host:2,S", "spam"),
        ("Maildir/.INBOX.Junk.2023/new/17", "spam"),
        ("Maildir/.Archive.2023/cur/17:2,", ""),
        ("INBOX.Spam/cur/17", "spam"),
        ("all.mbox#1", ""),
        ("[Gmail]/Spam/1.eml", "spam"),
        ("Maildir/.Courrier ind&AOk-sirable/cur/1", "spam"),
        ("Maildir/.&j,dg0TDhMPww6w-/cur/1", "spam"),
        ("Maildir/.&broken-/cur/1", ""),
        ("C:\\Mail\\Junk-E-Mail\\1.eml", ""),
        ("C:\\Mail\\Junk-E-Mail/1.eml", "spam"),
        ("spam.eml", ""),
        ("x/spam", ""),
        ("x/spam-trap/1.eml", ""),
        ("x/no.spam/1.eml", ""),
        ("x/Trash/1.eml", ""),
        ("INBOX/1.eml", ""),
        ("-", ""),
        ("-#4", ""),
        ("", ""),
    ],
)
def test_the_nearest_folder_that_says_something_wins(path: str, value: str) -> None:
    """In folders, archives, Maildirs and mbox files; INBOX, Archive and Trash say nothing, and no message's own file name does."""
    assert [one.value for one in of_path(path)] == [value] * bool(value)


@pytest.mark.parametrize(
    "name",
    [
        *("Junk", "JUNK E-MAIL", "Junk-E-Mail", "junk_email", "Bulk Mail", "Spamverdacht", "Werbung", "Courrier indésirable"),
        *("Correo no deseado", "Posta indesiderata", "Ongewenste e-mail", "Lixo Eletrônico", "Skräppost", "Søppelpost", "Roskaposti"),
        *("Wiadomości-śmieci", "Nevyžádaná pošta", "Levélszemét", "İstenmeyen e-posta", "Нежелательная почта", "Спам", "迷惑メール"),
        *("垃圾邮件", "스팸함"),
    ],
)
def test_junk_is_known_in_many_languages(name: str) -> None:
    """As servers and programs call it, in any capitals and either Unicode form of its accents."""
    assert value_of(name) == value_of(name.lower()) == value_of(unicodedata.normalize("NFD", name)) == "spam"


def test_it_tells_which_folder() -> None:
    """The name as it stands, for who wonders."""
    assert of_path("x/Junk E-mail/a/1.eml") == (Label("spam", "folders", "Junk E-mail"),)


def test_a_path_is_looked_at_to_a_limit() -> None:
    """Of a path longer than any the end counts."""
    assert of_path("ham/" + "x/" * PATH_CHARS + "1.eml") == ()
    assert of_path("x/" * PATH_CHARS + "ham/1.eml")[0].value == "ham"
