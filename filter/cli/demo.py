"""`sievert demo`: the whole relay on some mails of ours, in a temporary folder, over real SMTP. The main job, to look at."""

from __future__ import annotations

import asyncio
import logging
import signal
import smtplib
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import click
import structlog
from rich.table import Table

from filter.assemble import build_judge, build_policies
from filter.cli.output import EXIT_FINDING, console, format_option, json_line
from filter.cli.score import why
from filter.config.relay import Listen, NextHop
from filter.config.schema import Config, Store
from filter.config.site import SiteSection, SupplierTable
from filter.demo import DemoMail, mails
from filter.judge.judge import Judge
from filter.judge.mail import Mail
from filter.judge.verdict import Verdict
from filter.smtp.relay import Relay
from filter.store.journal import Journal
from filter.store.quarantine import Quarantine

SENDER, RECIPIENT = "sender@elsewhere.example", "you@firm.example"
SITE = SiteSection(
    domains=("firm.example",),
    authserv_ids=("mx.firm.example",),
    supplier=(SupplierTable(name="Hollin & Strake Joinery", domains=("hollin-strake.example",)),),
)
"""What the demo's site knows of itself: two of the mails are one thread with this supplier, genuine and then taken over."""

INBOX, TAGGED, HELD, REFUSED, LOST = "inbox", "inbox, tagged", "quarantine", "refused", "LOST"
EXPECTED = {"ham": frozenset({INBOX}), "spam": frozenset({TAGGED, HELD, REFUSED})}
EXPECTED |= {"phish": EXPECTED["spam"], "bec": EXPECTED["spam"]}
"""Where each kind of mail should end."""


@dataclass(frozen=True, slots=True)
class Sent:
    """One mail of the demo, what the judge says of it, where it was found afterwards, and the client's answer."""

    mail: DemoMail
    verdict: Verdict
    place: str
    reply: str

    @property
    def as_it_should(self) -> bool:
        """Whether it went where its kind should."""
        return self.place in EXPECTED[self.mail.kind]


@click.command(
    epilog="""\b
Examples:
  sievert demo            send the mails, show the verdicts, keep the relay running until Ctrl-C
  sievert demo --once     end after the table; exit status 0 only if every mail went where it should
""",
)
@click.option("--once", is_flag=True, help="End after the table.")
@format_option
def demo(once: bool, shape: str) -> None:
    """Start a relay in a temporary folder, send it mails written for this demo, and show where each one went and why.

    Needs nothing but Sievert: mail is delivered into a Maildir, and all of it is gone when the demo ends.
    """
    _log_failures_only()
    ended: list[int] = []
    with tempfile.TemporaryDirectory(prefix="sievert-demo-") as folder:
        try:
            status = asyncio.run(_run(Path(folder), once, shape, ended.append))
        except asyncio.CancelledError:
            status = 128 + ended[0]
    raise click.exceptions.Exit(status)


def configuration(folder: Path) -> Config:
    """The defaults, on a free port, with everything kept in `folder`."""
    return Config(
        listen=(Listen(port=0),),
        next_hop=NextHop(path=folder / "maildir"),
        store=Store(quarantine=f"sqlite:///{folder}/quarantine.db", journal=f"sqlite:///{folder}/journal.db"),
        site=SITE,
    )


def _log_failures_only() -> None:
    """On stderr: the relay's line a transaction would stand among what is shown."""
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


def _end_on_signals(ended: Callable[[int], None]) -> None:
    """Cancel this task on SIGTERM, and when its terminal is closed: what ends by a signal's default leaves the folder behind."""

    def end(number: int) -> None:
        ended(number)
        if task:
            task.cancel()

    task = asyncio.current_task()
    for one in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(one) is not signal.SIG_IGN:  # nohup
            asyncio.get_running_loop().add_signal_handler(one, end, one)


async def _run(folder: Path, once: bool, shape: str, ended: Callable[[int], None]) -> int:
    _end_on_signals(ended)
    config = configuration(folder)
    judge = build_judge(config)
    with closing(Quarantine(config.store.quarantine)) as quarantine, closing(Journal(config.store.journal)) as journal:
        async with Relay(config, judge, build_policies(config), quarantine, journal) as relay:
            sent = await asyncio.to_thread(_send_all, relay.port, judge, config, quarantine)
            _show(sent, shape)
            if not once:
                click.echo(
                    f"The relay still listens on 127.0.0.1 port {relay.port}; mail goes to {config.next_hop.path}. Ctrl-C ends it.",
                    err=True,
                )
                await asyncio.Event().wait()
    return 0 if all(one.as_it_should for one in sent) else EXIT_FINDING


def _send_all(port: int, judge: Judge, config: Config, quarantine: Quarantine) -> tuple[Sent, ...]:
    with smtplib.SMTP("127.0.0.1", port, timeout=30) as client:
        return tuple(_send(client, mail, judge, config, quarantine) for mail in mails())


def _send(client: smtplib.SMTP, mail: DemoMail, judge: Judge, config: Config, quarantine: Quarantine) -> Sent:
    """Send one mail and look for it in the three places it may be."""
    content = mail.content.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    verdict = judge.judge(Mail(content))
    before = set((config.next_hop.path / "new").glob("*"))
    held_before = len(quarantine.list())
    try:
        client.sendmail(SENDER, [RECIPIENT], content)
        reply = "250"
    except smtplib.SMTPDataError as error:
        reply = str(error.smtp_code)
    delivered = set((config.next_hop.path / "new").glob("*")) - before
    return Sent(mail, verdict, _place(delivered, len(quarantine.list()) - held_before, reply), reply)


def _place(delivered: set[Path], held: int, reply: str) -> str:
    if len(delivered) == 1 and not held and reply == "250":
        head = delivered.pop().read_bytes().partition(b"\r\n\r\n")[0]
        return TAGGED if b"X-Spam-Flag: YES" in head else INBOX
    if not delivered and held == 1 and reply == "250":
        return HELD
    return REFUSED if not delivered and not held and reply.startswith("5") else LOST


def _show(sent: tuple[Sent, ...], shape: str) -> None:
    if shape == "jsonl":
        for one in sent:
            log_odds = one.verdict.log_odds.as_dict()
            json_line(
                {
                    "mail": one.mail.name,
                    "kind": one.mail.kind,
                    "score": one.verdict.score,
                    "log_odds": log_odds,
                    "place": one.place,
                    "ok": one.as_it_should,
                }
            )
        return
    table = Table(show_edge=False, pad_edge=False)
    table.add_column("mail", no_wrap=True)
    table.add_column("score", justify="right")
    table.add_column("went to")
    table.add_column("why (log-odds)", overflow="fold", ratio=1)
    for one in sent:
        place = one.place if one.as_it_should else f"{one.place} (!)"
        table.add_row(one.mail.name, f"{one.verdict.score:.2f}", place, why(one.verdict))
    out = console()
    out.print(table)
    right = sum(one.as_it_should for one in sent)
    out.print(
        f"{right} of {len(sent)} mails went where they should; none was lost."
        if right == len(sent)
        else f"{right} of {len(sent)} mails went where they should."
    )
