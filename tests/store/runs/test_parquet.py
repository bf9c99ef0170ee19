"""The Parquet of a run: types that other programs know, in row groups."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from ran import row

from filter.errors import UsageError
from filter.store import runs
from filter.store.runs import parquet
from filter.store.runs.columns import COLUMNS


def test_the_types_are_proper(tmp_path: Path) -> None:
    """Timestamps with their zone, doubles, lists of texts, lists of structs."""
    runs.write(tmp_path / "a.parquet", [row()])
    schema = pq.read_schema(tmp_path / "a.parquet")
    assert tuple(schema.names) == COLUMNS
    assert schema.field("date").type == pa.timestamp("ms", tz="UTC")
    assert schema.field("score").type == schema.field("p_bec").type == pa.float64()
    assert schema.field("recipients").type.value_type == pa.string()
    assert {field.name for field in schema.field("hits").type.value_type} == {"rule", "threat", "weight", "title", "evidence"}


def test_rows_are_written_a_group_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No more than a group is in memory: the lines are asked for as groups are written."""
    monkeypatch.setattr(parquet, "GROUP_ROWS", 3)
    runs.write(tmp_path / "a.parquet", map(row, range(8)))
    found = pq.ParquetFile(tmp_path / "a.parquet")
    assert [found.metadata.row_group(number).num_rows for number in range(found.num_row_groups)] == [3, 3, 2]
    assert list(runs.read(tmp_path / "a.parquet")) == [row(number) for number in range(8)]


def test_another_parquet_is_refused(tmp_path: Path) -> None:
    """The message names the file and the first column that is missing."""
    pq.write_table(pa.table({"path": ["a"]}), tmp_path / "a.parquet")
    with pytest.raises(UsageError, match=r"a\.parquet: not the Parquet of a run: it has no column id"):
        list(runs.read(tmp_path / "a.parquet"))
    with pytest.raises(UsageError, match=r"it has no column score"):
        runs.columns([tmp_path / "a.parquet"])
