"""A run as Parquet: doubles, timestamps in UTC, lists and structs, written a row group at a time. Knows no other form.

Texts that are no Unicode (a lone surrogate stands for an octet of a file's name that is none) are escaped, as Parquet holds only UTF-8.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import IO, Any

import numpy as np
import numpy.typing as npt

from filter.errors import UsageError
from filter.judge.verdict import THREATS
from filter.store.rows import label_of
from filter.store.runs.columns import COLUMNS, DISPOSITION, LABEL, TEXTS, Columns, joined, of_documents, same_judge
from filter.store.runs.escapes import escaping, unescaped

GROUP_ROWS = 8192
"""Rows of a row group: what is in memory at once while a run is written."""

_HIT = ("rule", "threat", "title", "evidence")
_REASON = ("threat", "kind", "evidence")
_TUNED = ("score", *THREATS, "date", "label", "disposition", "path", "id", "sender", "list", "recipients", "model", "rulebook")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_text = escaping(r"[\ud800-\udfff]")


def needs() -> Any:
    """PyArrow's Parquet module. UsageError where it is not installed."""
    try:
        import pyarrow.parquet as pq  # noqa: PLC0415  (an extra: only this form needs it)
    except ImportError:
        raise UsageError("a run as .parquet needs pyarrow (pip install 'sievert[replay]'); .jsonl and .csv do not") from None
    return pq


def _schema() -> Any:
    import pyarrow as pa  # noqa: PLC0415  (an extra: only this form needs it)

    text, number = pa.string(), pa.float64()
    hit = pa.struct([("rule", text), ("threat", text), ("weight", number), ("title", text), ("evidence", text)])
    reason = pa.struct([("threat", text), ("kind", text), ("evidence", text), ("weight", number)])
    kinds = {"date": pa.timestamp("ms", tz="UTC"), "recipients": pa.list_(text), "hits": pa.list_(hit), "reasons": pa.list_(reason)}
    return pa.schema([(name, kinds.get(name, text if name in TEXTS else number)) for name in COLUMNS])


def write(stream: IO[bytes], lines: Iterable[bytes]) -> None:
    """JSON lines, each one row, as Parquet."""
    import pyarrow as pa  # noqa: PLC0415  (an extra: only this form needs it)

    schema, lines = _schema(), iter(lines)
    with needs().ParquetWriter(stream, schema, compression="zstd") as writer:
        while group := [_flat(json.loads(line)) for line in islice(lines, GROUP_ROWS)]:
            writer.write_table(pa.Table.from_pylist(group, schema=schema))


def _flat(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **{name: _text(row[name]) for name in TEXTS},
        **{threat: float(value) for threat, value in row["log_odds"].items()},
        **{f"p_{threat}": float(value) for threat, value in row["threats"].items()},
        "score": float(row["score"]),
        "date": datetime.fromisoformat(row["date"]) if row["date"] else None,
        "recipients": [_text(one) for one in row["recipients"]],
        "hits": [{**{key: _text(hit[key]) for key in _HIT}, "weight": float(hit["weight"])} for hit in row["hits"]],
        "reasons": [{**{key: _text(one[key]) for key in _REASON}, "weight": float(one["weight"])} for one in row["reasons"]],
    }


def documents(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each row's document and its place, `file, row n`. UsageError where it is not the Parquet of a run."""
    number = 0
    for batch in _batches(path, COLUMNS):
        dates = batch.column("date").cast("int64").to_pylist()
        for date, row in zip(dates, batch.to_pylist(), strict=True):
            number += 1
            yield f"{path}, row {number}", _document(row, date)


def _batches(path: Path, names: tuple[str, ...]) -> Iterator[Any]:
    import pyarrow as pa  # noqa: PLC0415  (an extra: only this form needs it)

    pq = needs()
    try:
        with path.open("rb") as stream, pq.ParquetFile(stream) as file:
            if missing := [name for name in names if name not in file.schema_arrow.names]:
                raise UsageError(f"{path}: not the Parquet of a run: it has no column {missing[0]}")
            yield from file.iter_batches(batch_size=GROUP_ROWS, columns=list(names))
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}") from None
    except pa.ArrowException as error:
        raise UsageError(f"{path}: not the Parquet of a run: {error}") from None


def _document(row: Mapping[str, Any], date: int | None) -> dict[str, Any]:
    return {
        **{name: unescaped(row[name]) for name in TEXTS},
        "score": row["score"],
        "log_odds": {threat: row[threat] for threat in THREATS},
        "threats": {threat: row[f"p_{threat}"] for threat in THREATS},
        "date": None if date is None else (_EPOCH + timedelta(milliseconds=date)).isoformat(timespec="seconds"),
        "recipients": [unescaped(one) for one in row["recipients"]],
        "hits": [{**hit, **{key: unescaped(hit[key]) for key in _HIT}} for hit in row["hits"]],
        "reasons": [{**one, **{key: unescaped(one[key]) for key in _REASON}} for one in row["reasons"]],
    }


def columns(path: Path) -> Columns:
    """What is tuned on: only its columns are read."""
    return joined([_columns(batch) for batch in _sound(path)] or [of_documents(())])


def _sound(path: Path) -> Iterator[Any]:
    """Batches of what is tuned on. UsageError at a row whose label is none, or that is another judge's than the first."""
    number, first = 0, None
    for batch in _batches(path, _TUNED):
        for label, *judge in zip(*(batch.column(name).to_pylist() for name in ("label", "model", "rulebook")), strict=True):
            number += 1
            first = first or judge
            _check(f"{path}, row {number}", label, judge, first)
        yield batch


def _check(place: str, label: str, judge: list[str], first: list[str]) -> None:
    try:
        label_of(label)
    except ValueError as error:
        raise UsageError(f"{place}: not a row of a run: {error}") from None
    same_judge(place, (judge[0], judge[1]), (first[0], first[1]))


def _columns(batch: Any) -> Columns:
    def texts(name: str) -> tuple[str, ...]:
        return tuple(map(unescaped, batch.column(name).to_pylist()))

    def numbers(name: str) -> npt.NDArray[np.float64]:
        return np.asarray(batch.column(name).to_numpy(zero_copy_only=False), np.float64)

    return Columns(
        score=numbers("score"),
        log_odds=np.stack([numbers(threat) for threat in THREATS], axis=1),
        date=np.asarray(batch.column("date").to_numpy(zero_copy_only=False)).astype("datetime64[s]"),
        label=np.array(texts("label"), LABEL),
        disposition=np.array(texts("disposition"), DISPOSITION),
        paths=texts("path"),
        ids=texts("id"),
        senders=texts("sender"),
        lists=texts("list"),
        recipients=tuple(tuple(map(unescaped, row)) for row in batch.column("recipients").to_pylist()),
        model=next(iter(texts("model")), ""),
        rulebook=next(iter(texts("rulebook")), ""),
    )
