from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

import pytest
from configured import loaded, problems
from pydantic import BaseModel, ValidationError

from filter.config.relay import Listen
from filter.config.schema import Config, keys

SMTP = '[next_hop]\nkind = "smtp"\n'


def test_the_embedded_default_is_whole() -> None:
    """`Config()` has one listener, and an empty file says the same."""
    assert loaded("") == Config()
    assert Config().listen == (Listen(),)


def test_a_relay_without_a_listener_is_none() -> None:
    """An empty list of listeners is refused."""
    assert problems("listen = []") == ("listen is empty: the relay needs a listener",)


def test_two_listeners_on_one_place_are_told() -> None:
    """Two on one address and port would share clients by chance; on two ports, two addresses or two free ports they do not."""
    assert problems("[[listen]]\n[[listen]]\nport = 1\n[[listen]]\n") == ("listen.2: another listener has 127.0.0.1 port 10025 already",)
    for text in ("[[listen]]\n[[listen]]\nport = 1", '[[listen]]\n[[listen]]\nhost = "::1"', "[[listen]]\nport = 0\n[[listen]]\nport = 0"):
        assert len(loaded(text).listen) == 2


@pytest.mark.parametrize(
    ("listen", "server"),
    [
        ("", "127.0.0.1:10025"),
        ('host = "::1"', "[::1]:10025"),
        ('host = "localhost"', "localhost:10025"),
        ("", "localhost:10025"),
        ('host = "0.0.0.0"', "127.0.0.1:10025"),
        ('host = "::"', "127.0.0.1:10025"),
        ('host = "::"', "[::1]:10025"),
    ],
)
@pytest.mark.parametrize("kind", ["smtp", "lmtp"])
def test_mail_handed_to_the_relay_itself_is_told(kind: str, listen: str, server: str) -> None:
    """A next hop that is one of the listeners, by its name or through an address of every interface, would be a loop."""
    text = f'[next_hop]\nkind = "{kind}"\nservers = ["192.0.2.1:25", "{server}"]\n[[listen]]\nport = 25\n[[listen]]\n{listen}'
    (told,) = problems(text)
    assert told == f"next_hop.servers: the relay would hand mail to itself; it listens on {server}"


def test_another_port_or_host_is_no_loop() -> None:
    """Neither is a Unix socket, nor servers that a Maildir never asks."""
    assert loaded(f'{SMTP}servers = ["127.0.0.1:10026", "192.0.2.1:10025", "unix:/run/lmtp"]').listen == (Listen(),)
    assert loaded('next_hop.servers = ["127.0.0.1:10025"]').next_hop.kind == "maildir"
    assert loaded(f'{SMTP}servers = ["unix:/run/lmtp"]\n[[listen]]\nport = 0\n').listen[0].port == 0


def test_keys_are_the_whole_schema_in_dotted_form() -> None:
    """`keys` names tables and keys in their order, those of inner tables too; a list of tables stands for one of them."""
    known = list(keys(Config))
    assert known[:2] == ["relay", "relay.hostname"]
    assert {"listen.port", "policy.overall.reject", "policy.group.name", "policy.group.bec.tag", "store.journal"} <= set(known)
    assert len(known) == len(set(known))


def sections(of: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """A table's class and those of all tables in it."""
    yield of
    for field in of.model_fields.values():
        for kind in (field.annotation, *get_args(field.annotation)):
            if isinstance(kind, type) and issubclass(kind, BaseModel):
                yield from sections(kind)


@pytest.mark.parametrize("section", set(sections(Config)), ids=lambda section: section.__name__)
def test_every_key_says_why_and_no_table_takes_another(section: type[BaseModel]) -> None:
    """Each table has a docstring, each key in it a sentence that a user reads; unknown keys are refused, and nothing changes later."""
    assert section.__doc__
    for name, field in section.model_fields.items():
        if section is not Config:
            assert (field.description or "").endswith("."), f"{section.__name__}.{name}"
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        section.model_validate({"frobnicate": 1})
    made = section.model_construct()
    with pytest.raises(ValidationError, match="frozen"):
        setattr(made, next(iter(section.model_fields)), None)
