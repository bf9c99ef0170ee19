from __future__ import annotations

import time
import tomllib

import pytest

from filter.store.tomllines import line_at, lines_of

TEXT = """# a comment, 'with' "quotes" and = [[signs]]
id = "x" # [not.a.table]
hit = '''
miss = 1
[b]
'''
"q u" = 3.5
when = 1979-05-27 07:32:00
e.f = [1, 2,
 # between
 3]
other = \"\"\"
a \\\"\"\" b
\"\"\"

[[match.all]]
field = "text"
regex = [
  'a', # b
  'c]',
]

[[match.all]]
not = { field = "x", in = "y" }

[[match.all]]
any = [
  { signal = "a" },
  { all = [{ field = "x" },
     { field = "y" }] },
]

[hit_past]
between = 3
"""


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("id", 2),
        ("hit", 3),
        ("q u", 7),
        ("when", 8),
        ("e.f", 9),
        ("e.f[1]", 9),
        ("e.f[2]", 11),
        ("other", 12),
        ("match", 16),
        ("match.all", 16),
        ("match.all[0]", 16),
        ("match.all[0].regex", 18),
        ("match.all[0].regex[1]", 20),
        ("match.all[1]", 23),
        ("match.all[1].not.in", 24),
        ("match.all[2].any", 27),
        ("match.all[2].any[0].signal", 28),
        ("match.all[2].any[1].all[0].field", 29),
        ("match.all[2].any[1].all[1]", 30),
        ("hit_past.between", 34),
    ],
)
def test_a_key_has_its_line(key: str, line: int) -> None:
    """Under a header, dotted, in a list over several lines and in tables on one line; strings and comments hold no keys."""
    assert tomllib.loads(TEXT)
    assert lines_of(TEXT)[key] == line


def test_what_is_not_there_stands_where_it_would() -> None:
    """The line of what would hold it: the table or list around it, or the first line."""
    lines = lines_of(TEXT)
    assert line_at(lines, "match.all[1].not.count_at_least") == 24
    assert line_at(lines, "match.all[7].field") == 16
    assert line_at(lines, "weight") == line_at({}, "") == 1
    assert "miss" not in lines
    assert "not.a.table" not in lines


@pytest.mark.parametrize("filler", ["\n", " ", "# ", "#\n", "x = 1\n"])
def test_reading_takes_linear_time(filler: str) -> None:
    """A file as large as rules may be, of white space, of comments or of keys, is read at once."""
    started = time.perf_counter()
    lines_of(filler * (65_536 // len(filler)) + "\n")
    assert time.perf_counter() - started < 2
