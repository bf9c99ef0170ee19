"""`sievert check-config`: a configuration in plain sentences, or everything that is wrong with it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import click

from filter.assemble import build_site
from filter.authentication.checker import checker
from filter.cli.output import EXIT_USAGE, format_option, json_line
from filter.config.file import load, load_shadow
from filter.config.history import HistorySection
from filter.config.policy import Rows, ThresholdRow
from filter.config.relay import Listen
from filter.config.schema import Config
from filter.errors import ConfigError, RulebookError, SiteError, StoreError
from filter.judge.site import NOWHERE, Site
from filter.smtp.relay import certified
from filter.store.database import shown
from filter.store.lessons import logged
from filter.store.rulebook import load_rulebook

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

    Says in plain sentences what Sievert will do with it, or every problem at once. Exit status 2 if there is one.
    """
    try:
        sentences = _checked(load(file), file)
    except ConfigError as error:
        if shape != "jsonl":
            raise
        json_line({"ok": False, "file": error.source, "problems": error.problems})
        raise click.exceptions.Exit(EXIT_USAGE) from None
    if shape == "jsonl":
        json_line({"ok": True, "file": _name(file), "sentences": sentences})
    else:
        click.echo("\n".join((f"{_name(file)}: ok", *(f"  {sentence}" for sentence in sentences))))


def _name(file: Path | None) -> str:
    return "the defaults" if file is None else str(file)


def _checked(config: Config, file: Path | None) -> tuple[str, ...]:
    """The sentences; ConfigError where what the file names is not there, or is wrong in itself."""
    problems = tuple(_missing(config))
    try:
        checker(config.authentication)
    except ConfigError as error:
        problems += error.problems
    problems += tuple(_wrong_shadow(config))
    if problems:
        raise ConfigError(_name(file), problems)
    return tuple(_sentences(config, build_site(config)))


def _missing(config: Config) -> Iterator[str]:
    yield from _wrong_judge(config)
    for number, listen in enumerate(config.listen):
        for key, file in (("tls_certificate", listen.tls_certificate), ("tls_key", listen.tls_key)):
            if file is not None and not file.is_file():
                yield f"listen.{number}.{key}: no file {file}"
        try:
            certified(listen)
        except FileNotFoundError:
            pass  # told above
        except OSError as error:
            yield f"listen.{number}.tls_certificate: {listen.tls_certificate} cannot be used: {error}"
    if config.next_hop.tls_ca is not None and not config.next_hop.tls_ca.is_file():
        yield f"next_hop.tls_ca: no file {config.next_hop.tls_ca}"
    stores = {"store.quarantine": config.store.quarantine, "store.journal": config.store.journal}
    if config.history.days:
        stores["history.url"] = config.history.url
    for key, url in stores.items():
        try:
            shown(url)
        except StoreError as error:
            yield f"{key}: {error}"
    try:
        logged(config.store.lessons)
    except StoreError as error:
        yield f"store.lessons: {error}"


def _wrong_judge(config: Config) -> Iterator[str]:
    """What keeps a judge from being built, as far as it can be seen without its model."""
    for key, folder in (("model.path", config.model.path), ("rules.path", config.rules.path)):
        if folder is not None and not folder.is_dir():
            yield f"{key}: no folder {folder}"
    try:
        if config.rules.path is not None and config.rules.path.is_dir():
            load_rulebook(config.rules.path)
    except RulebookError as error:
        yield from (f"rules.path: {config.rules.path}: {problem}" for problem in error.problems)
    try:
        build_site(config)
    except SiteError as error:
        yield from (f"site.folder: {config.site.folder}: {problem}" for problem in error.problems)


def _wrong_shadow(config: Config) -> Iterator[str]:
    try:
        tried = load_shadow(config)
    except ConfigError as error:
        yield from (f"{error.source}: {problem}" for problem in error.problems)
        return
    if tried:
        yield from (f"shadow.config: {config.shadow.config}: {problem}" for problem in _wrong_judge(tried))


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
