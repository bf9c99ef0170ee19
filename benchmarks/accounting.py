"""Whether the relay loses, doubles or misjudges mail: messages over SMTP into a Maildir, every one of them accounted for.

    python benchmarks/accounting.py --corpora FOLDER --count 2000     held-back mail, an equal share of every corpus
    python benchmarks/accounting.py                                   the demo's mails

Starts `sievert serve` in a temporary folder, sends the messages with Python's smtplib, and then looks for each in the Maildir,
the quarantine and among the refusals. What the relay said of each, in the headers, the quarantine and the journal, is compared
to the last bit with `Judge.judge` and with `sievert score` on the same octets. Exit status 0 only if all is accounted for.
"""

from __future__ import annotations

import argparse
import json
import re
import signal
import smtplib
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

import filter.demo
from filter.assemble import build_judge, build_policy
from filter.config.file import load
from filter.judge.mail import Mail
from filter.judge.policy import Action, Disposition, decide
from filter.judge.verdict import Verdict
from filter.smtp.stamp import identity, unforged
from filter.store.journal import Entry, Journal
from filter.store.quarantine import Held, Quarantine
from filter.store.verdicts import to_json

CONNECTIONS = 8
SENDER, RECIPIENT = "sender@elsewhere.example", "{}@accounting.example"
PLACES = {Action.DELIVER: "delivered", Action.TAG: "tagged", Action.QUARANTINE: "held", Action.REJECT: "refused"}
_OURS = re.compile(rb"^x-s(?:ievert|pam)-", re.IGNORECASE | re.MULTILINE)
_TO = re.compile(rb"^Delivered-To: (\S+)", re.MULTILINE)
_CONFIG = """
history.days = 0
[[listen]]
port = 0
[next_hop]
path = "{folder}/maildir"
[store]
quarantine = "sqlite:///{folder}/quarantine.db"
journal = "sqlite:///{folder}/journal.db"
"""


@dataclass(frozen=True, slots=True)
class Found:
    """Where the relay left a message: files in the Maildir, rows of the quarantine and the journal; and the client's reply."""

    reply: int
    delivered: tuple[bytes, ...]
    held: tuple[Held, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """The table: how many were sent, where they went, and how many verdicts were equal everywhere, of those judged."""

    sent: int
    delivered: int
    tagged: int
    held: int
    refused: int
    lost: int
    judged: int
    equal: int

    @property
    def balanced(self) -> bool:
        """Whether nothing was lost and every verdict was the same through every door."""
        return self.lost == 0 and self.equal == self.judged


def main() -> None:
    """Read the arguments, send, account, print."""
    arguments = _arguments()
    demo = tuple(mail.content for mail in filter.demo.mails())
    contents = _held_back(arguments.corpora, arguments.own, arguments.count) if arguments.corpora else demo
    with tempfile.TemporaryDirectory(prefix="sievert-accounting-") as folder:
        account = accounted(contents, Path(folder), arguments.config.read_text() if arguments.config else "")
    for name in ("sent", "delivered", "tagged", "held", "refused", "lost"):
        print(f"{name:40}{getattr(account, name):>8,}")
    print(f"{'verdicts equal to `sievert score`':40}{account.equal:>8,} of {account.judged:,} judged")
    sys.exit(0 if account.balanced else 1)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, help="folder of <corpus>.tar.zst (needs the extra `train`)")
    parser.add_argument("--own", type=Path, default=Path("models/corpus"), help="our own mail (default: models/corpus)")
    parser.add_argument("--count", type=int, default=2000, help="messages to send (default: 2000)")
    parser.add_argument("--config", type=Path, help="policy, model and rules to judge with (TOML; default: the shipped ones)")
    return parser.parse_args()


def _held_back(corpora: Path, own: Path, count: int) -> tuple[bytes, ...]:
    """The same messages on every run: an equal share of each corpus, spread evenly; what a small one lacks the others give."""
    from filter.lab.corpora import TEST, read  # noqa: PLC0415  (zstandard: only the extra `train` brings it)

    found: dict[str, list[bytes]] = defaultdict(list)
    for sample in read(corpora, own):
        if sample.part == TEST:
            found[sample.corpus].append(sample.content)
    drawn: list[bytes] = []
    by_size = sorted(found.values(), key=len)
    for place, contents in enumerate(by_size):
        share = min(len(contents), (count - len(drawn)) // (len(by_size) - place))
        drawn += [contents[number * len(contents) // share] for number in range(share)]
    return tuple(drawn)


def as_sent(content: bytes) -> bytes:
    """Content as SMTP can carry it: every line ends in CRLF, and no line is an mbox's `From `."""
    while content.startswith(b"From "):
        content = content.partition(b"\n")[2]
    lines = re.sub(rb"\r\n?|\n", b"\r\n", content)
    return lines if lines.endswith(b"\r\n") else lines + b"\r\n"


def accounted(contents: tuple[bytes, ...], folder: Path, config: str = "") -> Account:
    """Send the contents through a relay that keeps everything in `folder`, and settle the account."""
    file = folder / "sievert.toml"
    file.write_text(_CONFIG.format(folder=folder) + config)
    sent = tuple(map(as_sent, contents))
    with _serving(file) as port:
        replies = _send(port, sent)
    found = _found(folder, replies)
    scores = _scores(file, folder / "sent", sent)
    judge, policy = build_judge(load(file)), build_policy(load(file))
    places: Counter[str] = Counter()
    for content, one, score in zip(sent, found, scores, strict=True):
        verdict = judge.judge(Mail(content))
        disposition = decide(verdict, policy)
        place, judged = _place(content, one), bool(one.entries)
        same = _equal(one, verdict, disposition) and score == _line(verdict, disposition)
        places.update({place: 1, "judged": judged, "equal": judged and same and place == PLACES[disposition.action]})
    return Account(len(sent), *(places[name] for name in ("delivered", "tagged", "held", "refused", "lost", "judged", "equal")))


@contextmanager
def _serving(config: Path) -> Iterator[int]:
    """The port of a relay in a process of its own; on leaving it has drained."""
    command = (sys.executable, "-m", "filter", "serve", "--config", str(config))
    with (config.parent / "log").open("wb") as log, subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log) as process:
        try:
            line = process.stdout.readline().decode() if process.stdout else ""
            listening = re.search(r"listening on \S+ port (\d+)", line)
            if listening is None:
                raise RuntimeError(f"no relay: {(config.parent / 'log').read_text()}")
            yield int(listening[1])
        finally:
            process.send_signal(signal.SIGTERM)
            process.communicate(timeout=60)


def _send(port: int, sent: tuple[bytes, ...]) -> tuple[int, ...]:
    """The reply to each message; message n goes to n@, over the connections in turn, so that every worker has its part."""
    with ExitStack() as stack:
        clients = [stack.enter_context(smtplib.SMTP("127.0.0.1", port, timeout=60)) for _ in range(CONNECTIONS)]
        turns = zip(cycle(clients), enumerate(sent), strict=False)
        return tuple(_reply(client, RECIPIENT.format(number), content) for client, (number, content) in turns)


def _reply(client: smtplib.SMTP, recipient: str, content: bytes) -> int:
    try:
        client.sendmail(SENDER, [recipient], content)
    except smtplib.SMTPDataError as error:
        return error.smtp_code
    return 250


def _found(folder: Path, replies: tuple[int, ...]) -> tuple[Found, ...]:
    """What became of each message, by its recipient."""
    delivered: dict[str, list[bytes]] = defaultdict(list)
    held: dict[str, list[Held]] = defaultdict(list)
    entries: dict[str, list[Entry]] = defaultdict(list)
    for octets in (file.read_bytes() for file in (folder / "maildir" / "new").iterdir()):
        delivered[match[1].decode() if (match := _TO.search(octets)) else ""].append(octets)
    with closing(Quarantine(f"sqlite:///{folder}/quarantine.db")) as quarantine:
        for listed in quarantine.list(limit=2 * len(replies)):
            held[listed.recipients[0]].append(quarantine.show(listed.id))
    with closing(Journal(f"sqlite:///{folder}/journal.db")) as journal:
        for entry in journal.recent(2 * len(replies)):
            entries[entry.recipients[0]].append(entry)
    named = zip(replies, map(RECIPIENT.format, range(len(replies))), strict=True)
    return tuple(Found(reply, tuple(delivered[to]), tuple(held[to]), tuple(entries[to])) for reply, to in named)


def _place(content: bytes, found: Found) -> str:
    """Where a message is: in one place, whole, and as the client was told; "lost" otherwise."""
    kept = unforged(content) if _OURS.search(content) else content
    match (found.reply, len(found.delivered), len(found.held)):
        case (250, 1, 0) if found.delivered[0].endswith(kept):
            return "tagged" if b"\r\nX-Spam-Flag: YES\r\n" in found.delivered[0].removesuffix(kept) else "delivered"
        case (250, 0, 1) if found.held[0].content == content:
            return "held"
        case (code, 0, 0) if code >= 500:
            return "refused"
    return "lost"


def _equal(found: Found, verdict: Verdict, disposition: Disposition) -> bool:
    """Whether journal, quarantine and headers say what the judge says: the first two to the last bit."""
    hits = tuple(hit.rule for hit in verdict.hits)
    judged = (verdict.id, verdict.score, verdict.log_odds, hits, verdict.model, verdict.rulebook, disposition)
    recorded = [_recorded(entry) for entry in found.entries]
    stamped = all(_stamped(octets, verdict, disposition) for octets in found.delivered)
    return recorded == [judged] and stamped and all(one.verdict == verdict for one in found.held)


def _recorded(entry: Entry) -> tuple[object, ...]:
    disposition = Disposition(Action(entry.action), entry.cause)
    return entry.verdict_id, entry.score, entry.log_odds, entry.hits, entry.model, entry.rulebook, disposition


def _stamped(octets: bytes, verdict: Verdict, disposition: Disposition) -> bool:
    """Whether the relay's headers name this verdict."""
    score = f"{verdict.score:.3f}"
    named = f"X-Sievert-Verdict: {disposition.action}; score={score};"
    lines = (f"X-Sievert-Id: {identity(verdict)}", named, f"X-Sievert-Score: {score}", f"X-Spam-Score: {score}")
    return all(f"\r\n{line}\r\n".encode() in octets for line in lines)


def _scores(config: Path, folder: Path, sent: tuple[bytes, ...]) -> tuple[object, ...]:
    """What `sievert score`, in a process of its own, says of the same octets, without the path and the time it took."""
    folder.mkdir()
    names = [f"{number:07}" for number in range(len(sent))]
    for name, content in zip(names, sent, strict=True):
        (folder / f"{name}.eml").write_bytes(content)
    command = (sys.executable, "-m", "filter", "score", "--format", "jsonl", "--config", str(config), str(folder))
    told = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout
    lines = {Path(line["path"]).stem: line for line in map(json.loads, told.splitlines())}
    return tuple({key: value for key, value in lines[name].items() if key not in {"path", "ms"}} for name in names)


def _line(verdict: Verdict, disposition: Disposition) -> object:
    """The same of a verdict."""
    whole = to_json(verdict)
    threats = whole.pop("probability")
    return {**whole, "threats": threats, "disposition": disposition.action.value, "cause": disposition.cause}


if __name__ == "__main__":
    main()
