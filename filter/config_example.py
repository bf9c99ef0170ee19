"""config.example.toml, written from the schema so that the two cannot part. Text only: nothing here reads or writes a file.

A test holds the file to this; to write it anew:
    python -c "from filter.config_example import example; print(example(), end='')" > config.example.toml
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from pydantic import BaseModel

from filter.config import Config

_HEAD = """\
# Sievert's configuration: every key, its default and why it is there. Keep only what you change.
# Relative paths start at the folder that sievert is started in. `sievert check-config FILE` finds every mistake.
"""


def example() -> str:
    """The whole file; loading it gives `Config()`."""
    return _HEAD + "".join(_table(name, getattr(Config(), name)) for name in Config.model_fields)


def _table(path: str, section: BaseModel) -> str:
    return "\n".join(_lines(path, section)) + "\n"


def _lines(path: str, section: BaseModel) -> Iterator[str]:
    """A table: what it is for, then its keys, or the tables it is made of."""
    yield from ("", f"# {(type(section).__doc__ or '').strip()}")
    inner = {name: value for name, value in section if isinstance(value, BaseModel)}
    for name, row in inner.items():
        yield from ("", f"# {type(section).model_fields[name].description}", f"[{path}.{name}]", *_keys(row))
    if not inner:
        yield from (f"[{path}]", *_keys(section))


def _keys(section: BaseModel) -> Iterator[str]:
    for name, field in type(section).model_fields.items():
        yield from _key(name, getattr(section, name), field.description)


def _key(name: str, value: object, why: str | None) -> Iterator[str]:
    yield f"# {why}"
    yield f'# {name} = "..."' if value is None else f"{name} = {_toml(value)}"


def _toml(value: object) -> str:
    """A value as TOML writes it; paths and networks are strings there."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, int | float):
        return repr(value)
    return json.dumps(str(value), ensure_ascii=False)
