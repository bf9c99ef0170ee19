"""Dovecot behind the relay, by LMTP: alone, and as docs/postfix.md has it, with Postfix in front."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from actors import MESSAGE, NextHop, Stage
from host import free_port, listening, own_network, public_folder, running, until
from neighbours import block, client, postfix, serving

pytestmark = pytest.mark.debian
Find = Callable[[str], str]

DOVECOT = """protocols = lmtp
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
ssl = no
listen = 127.0.0.1
mail_plugins = quota
plugin {{
  quota = maildir:quota
}}
mail_location = maildir:{folder}/mail/%u
passdb {{
  driver = passwd-file
  args = {folder}/users
}}
userdb {{
  driver = passwd-file
  args = {folder}/users
}}
service lmtp {{
  inet_listener lmtp {{
    port = {port}
  }}
}}
"""
# Two users; the mailbox of one is full.
USERS = """bob@example.net::65534:65534::{folder}/mail::
full@example.net::65534:65534::{folder}/mail::userdb_quota_rule=*:bytes=1
"""


@pytest.fixture
def network() -> Iterator[None]:
    """The ports that the page names are free."""
    with own_network(25, 10025, 10026):
        yield


@asynccontextmanager
async def dovecot(find: Find, port: int) -> AsyncIterator[Path]:
    """Dovecot, LMTP alone, on a port and on the socket `run/lmtp` in the folder that this gives; mail is under `mail`."""
    program = find("dovecot")
    with public_folder() as folder:
        (folder / "mail").mkdir()
        (folder / "mail").chmod(0o777)
        (folder / "users").write_text(USERS.format(folder=folder))
        (folder / "dovecot.conf").write_text(DOVECOT.format(folder=folder, port=port))
        async with running(program, "-F", "-c", str(folder / "dovecot.conf"), log=folder / "start"):
            await until(lambda: listening(port), (folder / "start").read_text)
            yield folder


def mailbox(folder: Path, user: str) -> list[bytes]:
    """What was delivered to a user."""
    return [file.read_bytes() for file in (folder / "mail" / user / "new").glob("*")]


@pytest.mark.parametrize("how", ["tcp", "unix"])
async def test_dovecot_answers_for_each_recipient(stage: Stage, debian: Find, how: str) -> None:
    """LMTP in and LMTP out: one is delivered, one is over quota, one is unknown, and each reply is Dovecot's own."""
    port = free_port()
    stage.listen["protocol"] = "lmtp"
    async with dovecot(debian, port) as folder:
        stage.hand_on_to(port, kind="lmtp", **({} if how == "tcp" else {"servers": [f"unix:{folder}/run/lmtp"]}))
        async with stage.relay() as relay:
            sender = await client(relay.port, hello="LHLO")
            assert (await sender.say("MAIL FROM:<ann@example.org>")).startswith("250 2.1.0 ")
            assert (await sender.say("RCPT TO:<full@example.net>")).startswith("250 2.1.5 ")
            assert (await sender.say("RCPT TO:<nobody@example.net>")).startswith("550 5.1.1 ")
            assert (await sender.say("RCPT TO:<bob@example.net>")).startswith("250 2.1.5 ")
            assert (await sender.say("DATA")).startswith("354")
            assert (await sender.finish(b"Subject: x\r\n\r\n" + b"x" * 99 + b"\r\n.\r\n")).startswith("552 5.2.2 ")
            assert (await sender.reply()).startswith("250 2.0.0 Ok: accepted ")
            await sender.close()
        (delivered,) = mailbox(folder, "bob@example.net")
        assert mailbox(folder, "full@example.net") == []
    assert b"X-Sievert-Verdict: deliver;" in delivered
    assert b"with LMTP" in delivered
    assert sorted(stage.journal.outcomes) == ["declined", "delivered"]


async def test_dovecot_behind_smtp(stage: Stage, debian: Find) -> None:
    """SMTP in: one recipient a transaction, any other hears 452, and the reply to the content is Dovecot's for that one."""
    port = free_port()
    async with dovecot(debian, port) as folder:
        stage.hand_on_to(port, kind="lmtp")
        async with stage.relay() as relay:
            sender = await client(relay.port)
            assert (
                await sender.send(MESSAGE, "bob@example.net", "full@example.net")
                == "452 4.5.3 This recipient needs a transaction of its own"
            )
            assert (await sender.say("RSET")).startswith("250")
            assert (await sender.send(MESSAGE, "full@example.net")).startswith("552 5.2.2 ")
            assert (await sender.send(MESSAGE, "bob@example.net")).startswith("250 2.0.0 Ok: accepted ")
            await sender.close()
        assert len(mailbox(folder, "bob@example.net")) == 1


@pytest.mark.usefixtures("network")
@pytest.mark.parametrize("protocol", ["smtp", "lmtp"])
async def test_the_pages_way_from_postfix_to_dovecot(debian: Find, tmp_path: Path, protocol: str) -> None:
    """Postfix hands two recipients on through Sievert, in SMTP one by one or in LMTP both at once; the full one alone bounces."""
    main = block("main.cf: mailboxes at Dovecot, through Sievert")
    way, toml = block("master.cf: the way to Sievert, after the queue"), block("sievert.toml: in front of Dovecot")
    if protocol == "lmtp":
        main = main.replace("sievert_destination_recipient_limit = 1\n", "")
        way, toml = way.replace("10      smtp\n", "10      lmtp\n"), toml.replace("[[listen]]\n", '[[listen]]\nprotocol = "lmtp"\n')
    main += "virtual_mailbox_domains = example.net\nvirtual_mailbox_maps = inline:{bob@example.net=1, full@example.net=1}\n"
    public = "smtp      inet  n       -       n       -       -       smtpd\n"
    async with NextHop().running() as bounces, dovecot(debian, 2424) as folder:
        toml = toml.replace("unix:/run/dovecot/lmtp", f"unix:{folder}/run/lmtp")
        async with postfix(debian, bounces.port, main, public, way, ports=(25,)) as instance, serving(tmp_path, toml) as sievert:
            sender = await client(25)
            assert (await sender.send(MESSAGE, "bob@example.net", "full@example.net")).startswith("250")
            await sender.close()
            await instance.settled()
            events = sievert.events("transaction")  # a line for each either way
            if protocol == "lmtp":  # of one transaction, with one time that it took
                assert len({event["seconds"] for event in events}) == 1, sievert.said
            assert sorted(event["outcome"] for event in events) == ["declined", "delivered"]
            ends = re.findall(r"to=<(\w+)@example.net>, relay=127.0.0.1\S*:10025, .*status=(\w+)", instance.log)
            assert sorted(ends) == [("bob", "sent"), ("full", "bounced")], instance.log
        assert len(mailbox(folder, "bob@example.net")) == 1
    (bounce,) = bounces.accepted
    assert b"552 5.2.2 <full@example.net> Quota exceeded" in bounce
