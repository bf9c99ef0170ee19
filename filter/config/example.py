"""config.example.toml, written from the schema so that the two cannot part. Text only: nothing here reads or writes a file.

A test holds the file to this; to write it anew:
    python -c "from filter.config.example import example; print(example(), end='')" > config.example.toml
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from pydantic import BaseModel

from filter.config.policy import Group, ThresholdRow
from filter.config.schema import Config
from filter.config.site import SupplierTable, VipTable

_HEAD = """\
# Sievert's configuration: every key, its default and why it is there. Keep only what you change.
# Relative paths start at the folder that sievert is started in. `sievert check-config FILE` tries it, and what it names.
"""
# The lists of tables that are empty by default, each shown by an instance in comments.
_INSTANCES: dict[str, BaseModel] = {
    "policy.group": Group(name="finance", recipients=("pay@example.org", "@finance.example.org"), overall=ThresholdRow(quarantine=7.0)),
    "site.vip": VipTable(name="Ann Example", addresses=("ann@example.org", "ann.example@example.net")),
    "site.supplier": SupplierTable(name="Example Paper Ltd", domains=("example.com",)),
}


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
        if not inner:
            yield from (f"[[{path}]]" if isinstance(value, tuple) else f"[{path}]", *_keys(section, path))
        for name, instance in _INSTANCES.items():
            if name.rpartition(".")[0] == path:
                yield from ("", f"# {type(instance).__doc__}", f"# [[{name}]]", *_commented(instance))


def _commented(instance: BaseModel) -> Iterator[str]:
    """The keys that the instance sets; of a table in it what that sets, which its own line has no room to explain."""
    for name, field in type(instance).model_fields.items():
        value = getattr(instance, name)
        if isinstance(value, BaseModel):
            yield from (f"# {name}.{key} = {_toml(getattr(value, key))}" for key in value.model_fields_set)
        else:
            yield from (f"# {field.description}", f"# {name} = {_toml(value)}")


def _keys(section: BaseModel, path: str = "") -> Iterator[str]:
    for name, field in type(section).model_fields.items():
        if f"{path}.{name}" not in _INSTANCES:
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
