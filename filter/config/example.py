"""config.example.toml, written from the schema so that the two cannot part. Text only: nothing here reads or writes a file.

A test holds the file to this; to write it anew:
    python -c "from filter.config.example import example; print(example(), end='')" > config.example.toml
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from pydantic import BaseModel

from filter.config.policy import Group
from filter.config.schema import Config

_HEAD = """\
# Sievert's configuration: every key, its default and why it is there. Keep only what you change.
# Relative paths start at the folder that sievert is started in. `sievert check-config FILE` finds every mistake.
"""
# The one list that is empty by default, shown by an instance in comments.
_GROUP = Group(name="finance", recipients=("pay@example.org", "@finance.example.org"))


def example() -> str:
    """The whole file; loading it gives `Config()`."""
    return _HEAD + "".join("\n".join(_table(name, getattr(Config(), name))) + "\n" for name in Config.model_fields)


def _table(path: str, value: BaseModel | tuple[BaseModel, ...]) -> Iterator[str]:
    """A table, or each table of a list: what it is for, then its keys, or the tables it is made of."""
    for section in value if isinstance(value, tuple) else (value,):
        yield from ("", f"# {(type(section).__doc__ or '').strip()}")
        inner = [name for name, one in section if isinstance(one, BaseModel)]
        for name in inner:
            why = type(section).model_fields[name].description
            yield from ("", f"# {why}", f"[{path}.{name}]", *_keys(getattr(section, name)))
        if hasattr(section, "group"):
            yield from ("", f"# {Group.__doc__}", "# [[policy.group]]", *_commented(_GROUP))
        elif not inner:
            yield from (f"[[{path}]]" if isinstance(value, tuple) else f"[{path}]", *_keys(section))


def _commented(group: Group) -> Iterator[str]:
    for name in ("name", "recipients"):
        yield f"# {Group.model_fields[name].description}"
        yield f"# {name} = {_toml(getattr(group, name))}"
    yield "# overall.quarantine = 5.0"


def _keys(section: BaseModel) -> Iterator[str]:
    for name, field in type(section).model_fields.items():
        yield f"# {field.description}"
        value = getattr(section, name)
        yield f'# {name} = "..."' if value is None else f"{name} = {_toml(value)}"


def _toml(value: object) -> str:
    """A value as TOML writes it; paths, servers and networks are strings there."""
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return repr(value)
    return json.dumps(str(value), ensure_ascii=False)
