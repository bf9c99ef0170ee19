from __future__ import annotations

import pytest

from filter.authentication import limits
from filter.authentication.tags import read, unspaced, words
from filter.errors import RecordError


def test_tags_are_read_in_their_order() -> None:
    """White space around names and values is none of them; a value may be empty; a semicolon may stand at the end (RFC 6376 3.2)."""
    assert list(read(" v = 1 ;\r\n\ta=b=c; p=;").items()) == [("v", "1"), ("a", "b=c"), ("p", "")]
    assert read("") == read(" \r\n") == {}
    assert words(" From : to:") == ("from", "to", "")
    assert unspaced(" a\r\n\tb c") == "abc"


@pytest.mark.parametrize("text", ["v=1; v=1", "v", "=1", "1a=b", "v=1;;a=b", "a-b=c", "caf\u00e9=1", "v=1; x"])
def test_what_is_no_list_of_tags_is_told(text: str) -> None:
    """A tag twice, without a name or without a value makes the whole list wrong."""
    with pytest.raises(RecordError):
        read(text)


def test_there_are_only_so_many_tags() -> None:
    """One more than the limit is an error, and a million cost no more."""
    text = ";".join(f"a{number}=1" for number in range(limits.TAGS))
    assert len(read(text)) == len(read(f"{text};")) == limits.TAGS
    for more in (f"{text};b=1", "a=1;" * 1_000_000):
        with pytest.raises(RecordError):
            read(more)
