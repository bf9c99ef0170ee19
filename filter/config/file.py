"""Reading the configuration: TOML to `Config`, with every problem at once, each with its key and the nearest right one."""

from __future__ import annotations

import json
import tomllib
from difflib import get_close_matches
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from filter.config.schema import Config, keys
from filter.errors import ConfigError

VALUE_CHARS = 60
"""Characters of a wrong value quoted in a problem."""

_ELSEWHERE = {"next_hop.host": "next_hop.servers", "next_hop.port": "next_hop.servers"}
"""Keys that one would expect, and those that have it."""

_LISTS = frozenset({"listen", "policy.group", "site.vip", "site.supplier"})
"""Tables of which there may be several."""


def load(path: Path | None) -> Config:
    """The configuration in the TOML file at `path`; the defaults where it is None. Raises ConfigError with every problem."""
    if path is None:
        return Config()
    try:
        # Through JSON, so that types are strict ("25" is no port) while paths and networks are still written as strings.
        return Config.model_validate_json(_document(path), strict=True)
    except ValidationError as error:
        raise ConfigError(str(path), tuple(map(_problem, error.errors()))) from None


def load_shadow(config: Config) -> Config | None:
    """The configuration that is tried in shadow of this one; None where none is. Raises ConfigError, which names the key and the file.

    What its [shadow] says is not read: a copy of the configuration in force, with one thing changed, can be tried as it is.
    """
    try:
        return None if config.shadow.config is None else load(config.shadow.config)
    except ConfigError as error:
        raise ConfigError(f"shadow.config: {error.source}", error.problems) from None


def _document(path: Path) -> str:
    try:
        text = path.read_bytes().decode("utf-8-sig")
        return json.dumps(tomllib.loads(text), default=str)
    except OSError as error:
        problem = f"cannot be read: {error.strerror}"
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        problem = f"line {before.count(10) + 1}, column {len(before) - before.rfind(10)}: not UTF-8"
    except tomllib.TOMLDecodeError as error:
        problem = _syntax(str(error), text)
    except (RecursionError, ValueError) as error:
        problem = f"not TOML that can be read: {error}"
    raise ConfigError(str(path), (problem,))


def _syntax(message: str, text: str) -> str:
    """tomllib's message with its place in front; "at end of document" becomes a place too."""
    what, _, place = message.rpartition(" (at ")
    if place.startswith("line"):
        return f"{place.rstrip(')')}: {what}"
    return f"line {text.count(chr(10)) + 1}, column {len(text) - text.rfind(chr(10))}: {what}"


def _problem(error: ErrorDetails) -> str:
    path = ".".join(str(step) for step in error["loc"])
    if error["type"] == "extra_forbidden":
        return f"{path}: unknown key; {_nearest(path)}"
    if error["type"] in {"model_type", "model_attributes_type"}:
        return f"{path}: expected a table, not {_quoted(error['input'])}"
    if error["type"] == "tuple_type" and isinstance(error["input"], dict) and path in _LISTS:
        return f"{path}: expected a list of tables; write [[{path}]]"
    told = error["msg"].removeprefix("Value error, ").replace("Input should be", "expected").replace("valid array", "list")
    if told.startswith("expected"):
        told = f"{told}, not {_quoted(error['input'])}"
    return f"{path}: {told}" if path else told


def _quoted(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str).replace("Infinity", "inf").replace("NaN", "nan")
    return text if len(text) <= VALUE_CHARS else text[:VALUE_CHARS] + "..."


def _nearest(path: str) -> str:
    """A hint for a key nobody knows: the same name elsewhere, a neighbour spelled alike, or else what the table takes."""
    known = list(keys(Config))
    path = ".".join(step for step in path.split(".") if not step.isdigit())
    parent, _, leaf = path.rpartition(".")
    beside = [key for key in known if key.rpartition(".")[0] == parent]
    namesakes = [key for key in known if key.rpartition(".")[2] == leaf]
    near = [_ELSEWHERE[path]] if path in _ELSEWHERE else namesakes if len(namesakes) == 1 else _misspelt(leaf, beside)
    if near:
        return f"did you mean {near[0]}?"
    return f"{parent or 'the file'} takes {', '.join(key.rpartition('.')[2] for key in beside)}"


def _misspelt(leaf: str, beside: list[str]) -> list[str]:
    """The neighbour whose own name, without the path that all share, is alike."""
    by_name = {key.rpartition(".")[2]: key for key in beside}
    return [by_name[name] for name in get_close_matches(leaf, by_name, n=1, cutoff=0.6)]
