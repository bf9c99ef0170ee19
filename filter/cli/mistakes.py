"""What is wrong with a configuration beyond its file: what it names is tried as `sievert serve` would use it, and left as it was."""

from __future__ import annotations

from collections.abc import Iterator

from filter.assemble import DEFAULT_MODEL, build_site
from filter.authentication.checker import checker
from filter.config.file import load_shadow
from filter.config.relay import Listen, NextHop
from filter.config.schema import Config
from filter.errors import BundleError, ConfigError, RulebookError, SiteError, StoreError, UsageError
from filter.smtp.nexthop import Destination
from filter.smtp.ports import opened
from filter.smtp.relay import certified
from filter.store import attempt, bundle
from filter.store.lessons import site_layer
from filter.store.rulebook import load_rulebook
from filter.store.shipped import shipped


def mistakes(config: Config) -> Iterator[str]:
    """A line for each, with the key that leads to it."""
    yield from _judge(config)
    for number, listen in enumerate(config.listen):
        yield from (f"listen.{number}.{problem}" for problem in _listener(listen))
    yield from _next_hop(config.next_hop)
    yield from _stores(config)
    try:
        checker(config.authentication)
    except ConfigError as error:
        yield from error.problems
    yield from _shadow(config)


def _judge(config: Config) -> Iterator[str]:
    """What keeps a judge from being built."""
    for key, folder in (("model.path", config.model.path), ("rules.path", config.rules.path)):
        if folder is not None and not folder.is_dir():
            yield f"{key}: no folder {folder}"
    try:
        if config.model.path is None or config.model.path.is_dir():
            bundle.load(config.model.path or shipped(DEFAULT_MODEL))
    except BundleError as error:
        yield f"model.path: {error}"
    try:
        if config.rules.path is not None and config.rules.path.is_dir():
            load_rulebook(config.rules.path)
    except RulebookError as error:
        yield from (f"rules.path: {config.rules.path}: {problem}" for problem in error.problems)
    try:
        build_site(config)
    except SiteError as error:
        yield from (f"site.folder: {config.site.folder}: {problem}" for problem in error.problems)


def _listener(listen: Listen) -> Iterator[str]:
    for key, file in (("tls_certificate", listen.tls_certificate), ("tls_key", listen.tls_key)):
        if file is not None and not file.is_file():
            yield f"{key}: no file {file}"
    try:
        certified(listen)
    except FileNotFoundError:
        pass  # told above
    except OSError as error:
        yield f"tls_certificate: {listen.tls_certificate} cannot be used: {error}"
    try:
        opened(listen.model_copy(update={"port": 0})).close()  # whoever has the port may be the very relay that is to be reloaded
    except UsageError as error:
        yield f"host: {listen.host} is no address to listen on: {error.__cause__}"


def _next_hop(hop: NextHop) -> Iterator[str]:
    if hop.tls_ca is not None and not hop.tls_ca.is_file():
        yield f"next_hop.tls_ca: no file {hop.tls_ca}"
        return
    try:
        Destination(hop, "")
    except OSError as error:
        yield f"next_hop.tls_ca: {hop.tls_ca} cannot be used: {error}"
    if hop.kind == "maildir":
        try:
            for inner in ("tmp", "new", "cur"):
                with attempt.room(hop.path.absolute() / inner):
                    pass
        except OSError as error:
            yield f"next_hop.path: {error}"


def _stores(config: Config) -> Iterator[str]:
    stores = {"store.quarantine": config.store.quarantine, "store.journal": config.store.journal}
    if config.history.days:
        stores["history.url"] = config.history.url
    for key, url in stores.items():
        try:
            attempt.database(url)
        except StoreError as error:
            yield f"{key}: {error}"
    try:
        site_layer(config.store.lessons)
    except StoreError as error:
        yield f"store.lessons: {error}"


def _shadow(config: Config) -> Iterator[str]:
    try:
        tried = load_shadow(config)
    except ConfigError as error:
        yield from (f"{error.source}: {problem}" for problem in error.problems)
        return
    if tried:
        yield from (f"shadow.config: {config.shadow.config}: {problem}" for problem in _judge(tried))
