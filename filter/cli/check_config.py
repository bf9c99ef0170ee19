"""`sievert check-config`: a configuration in plain sentences, or everything that is wrong with it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import click

from filter.assemble import build_site
from filter.cli.mistakes import mistakes
from filter.cli.output import EXIT_USAGE, format_option, json_line
from filter.config.file import load, load_shadow
from filter.config.history import HistorySection
from filter.config.policy import Rows, ThresholdRow
from filter.config.relay import Listen
from filter.config.schema import Config
from filter.errors import ConfigError
from filter.judge.site import NOWHERE, Site
from filter.store.database import LOCK_SECONDS, shown
from filter.store.lessons import logged

POSTFIX_SECONDS = 100.0
"""How long Postfix waits for a filter before its queue, unless it is told otherwise."""

_UNTAUGHT = "This site has taught nothing yet; sievert learn and sievert quarantine release --learn do"
_VERBS = {"tag": "tags", "quarantine": "holds", "reject": "refuses"}


@click.command(
    "check-config",
    epilog="""\b
Examples:
  sievert check-config                           what Sievert does without a configuration
  sievert check-config /etc/sievert.toml         what it does with this one, or what is wrong with it
  sievert check-config --format jsonl FILE | jq .ok
""",
)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), required=False)
@format_option
def check_config(file: Path | None, shape: str) -> None:
    """Check a configuration FILE without starting anything.

    Says in plain sentences what Sievert will do with it, or every problem at once. Exit status 2 if there is one. What the file names is
    tried as `sievert serve` would use it, by whoever runs this: run it as the relay's user. Not tried: whether a port is free, for the
    relay itself may have it, and whether mail servers answer.
    """
    try:
        config = load(file)
        sentences, warnings = _checked(config, file), tuple(_warnings(config))
    except ConfigError as error:
        if shape != "jsonl":
            raise
        json_line({"ok": False, "file": error.source, "problems": error.problems})
        raise click.exceptions.Exit(EXIT_USAGE) from None
    if shape == "jsonl":
        json_line({"ok": True, "file": _name(file), "sentences": sentences, "warnings": warnings})
    else:
        click.echo("\n".join((f"{_name(file)}: ok", *(f"  {sentence}" for sentence in sentences), *map("  Warning: {}".format, warnings))))


def _name(file: Path | None) -> str:
    return "the defaults" if file is None else str(file)


def _checked(config: Config, file: Path | None) -> tuple[str, ...]:
    """The sentences; ConfigError where what the file names is not there, or is wrong in itself."""
    if problems := tuple(mistakes(config)):
        raise ConfigError(_name(file), problems)
    return tuple(_sentences(config, build_site(config)))


def _warnings(config: Config) -> Iterator[str]:
    """What can be used as it is, and should not."""
    hop = config.next_hop
    longest = hop.handover_seconds + hop.done_seconds + LOCK_SECONDS
    if hop.kind != "maildir" and longest >= POSTFIX_SECONDS and any(listen.role != "mx" for listen in config.listen):
        yield (
            f"A client may wait {longest:g} s for its reply (next_hop: {hop.handover_seconds:g} handover_seconds and {hop.done_seconds:g} "
            f"done_seconds, {LOCK_SECONDS:g} for a locked quarantine). Postfix gives up after {POSTFIX_SECONDS:g} "
            "(smtpd_proxy_timeout), and what is taken after that arrives twice."
        )


def _sentences(config: Config, site: Site) -> Iterator[str]:
    store = config.store
    yield from (f"{_listener(listen)}." for listen in config.listen)
    yield f"{_next_hop(config)}."
    yield from (f"{_row(name, getattr(config.policy, name))}." for name in Rows.model_fields)
    for group in config.policy.group:
        rows = group.over(config.policy)
        told = "; ".join(_row(name, getattr(rows, name)) for name in sorted(group.model_fields_set & Rows.model_fields.keys()))
        yield f"For {', '.join(group.recipients)} ({group.name}): {told or 'as for all'}."
    if config.relay.observe:
        yield "Only observes: everything is delivered, with what would have been done in its stamp."
    yield f"Judges with {_where('model', config.model.path)} and {_where('rules', config.rules.path)}."
    yield f"{_site(site)}."
    yield f"Mail that cannot be judged is {'delivered unjudged' if config.relay.on_failure == 'deliver' else 'put off with 451'}."
    yield f"Keeps held messages in {shown(store.quarantine)} and its journal in {shown(store.journal)}."
    yield f"{_taught(store.lessons)}."
    yield f"{_history(config.history)}."
    if config.authentication.verify:
        yield f"Checks SPF, DKIM and DMARC itself, for at most {config.authentication.timeout:g} s a message."
    if tried := load_shadow(config):
        differs = [f"[{key}]" for key in ("model", "rules", "site", "policy") if getattr(tried, key) != getattr(config, key)]
        what = f"which differs in {', '.join(differs)}" if differs else "which differs in nothing, so no mail will"
        yield f"Judges in shadow by {config.shadow.config}, {what}; sievert tune --live shows the differences."


def _taught(url: str) -> str:
    standing = sum(lesson.standing and lesson.usable for lesson in logged(url))
    lessons = f"{standing:,} lesson{'s' * (standing != 1)}"
    return f"Judges with {lessons} that this site taught as well, kept in {shown(url)}" if standing else _UNTAUGHT


def _listener(listen: Listen) -> str:
    place = f"{listen.host}, {f'port {listen.port}' if listen.port else 'a free port'}"
    behind = ", behind a PROXY header" if listen.proxy_protocol else ""
    tls = "" if listen.tls == "off" else f", TLS {listen.tls}"
    who = [", ".join(map(str, listen.allowed_networks))] if listen.allowed_networks else []
    who += [f"anybody for {', '.join(listen.relay_domains)} only"] if listen.role == "mx" else []
    return f"Listens on {place} ({listen.protocol}, {listen.role}{tls}{behind}); takes mail from {', and from '.join(who) or 'nobody'}"


def _next_hop(config: Config) -> str:
    hop = config.next_hop
    if hop.kind == "maildir":
        return f"Delivers into the Maildir {hop.path.absolute()}"
    servers = ", else to ".join(map(str, hop.servers))
    tls = "" if hop.tls == "off" else f", TLS {hop.tls}"
    return f"Hands mail on by {hop.kind} to {servers}{tls}, waiting at most {hop.done_seconds:g} s for its word"


def _row(name: str, row: ThresholdRow) -> str:
    about = "the overall score" if name == "overall" else f"the {name} log-odds"
    steps = [f"{verb} from {getattr(row, action):g}" for action, verb in _VERBS.items() if getattr(row, action) != math.inf]
    return f"On {about}: {', '.join(steps) or 'never acts'}"


def _where(what: str, folder: Path | None) -> str:
    return f"the {what} in {folder.absolute()}" if folder else f"the shipped {what}"


def _site(site: Site) -> str:
    """How much is known of the site."""
    if site == NOWHERE:
        return "Knows nothing of the site; sievert site suggest proposes its domains, VIPs and suppliers from past mail"
    known = (
        (len(site.domains), "own domain"),
        (len(site.vips), "VIP"),
        (len(site.suppliers), "supplier"),
        (len(site.authserv_ids), "trusted authserv-id"),
        (len(site.freemail), "further freemail domain"),
    )
    return f"Knows of the site: {', '.join(f'{count} {what}' + 's' * (count != 1) for count, what in known)}"


def _history(history: HistorySection) -> str:
    if not history.days:
        return "Remembers no correspondents"
    return f"Remembers correspondents for {history.days} days in {shown(history.url)}"
