from __future__ import annotations

from pathlib import Path

import pytest

from filter.errors import SiteError, UsageError
from filter.judge.site import NOWHERE, Site, Supplier, Vip
from filter.store.sitelists import ENTRIES, FILE_BYTES, Line, load_lists, write_lists


def written(folder: Path, **files: str | bytes) -> Path:
    """A folder of lists; `vips_csv` is vips.csv."""
    for name, text in files.items():
        stem, _, ending = name.rpartition("_")
        (folder / f"{stem}.{ending}").write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def problems(folder: Path) -> tuple[str, ...]:
    with pytest.raises(SiteError) as raised:
        load_lists(folder)
    assert str(raised.value).splitlines()[0] == f"{folder}: {len(raised.value.problems)} problem(s)"
    return raised.value.problems


def test_the_lists_become_a_site(tmp_path: Path) -> None:
    """Each file is one of the facts, in lower case, without comments, blank lines and repetitions; a byte order mark is no mistake."""
    folder = written(
        tmp_path,
        domains_txt="\ufeff# ours\nFirm.example  # the old one\n\nfirm.example\ngroup.example\n",
        authserv_ids_txt="MX.firm.example\n",
        freemail_txt="post.example\n",
        vips_csv='# who decides\nAnn Example,Ann@firm.example, ann@gmail.com\n"Weiß, Bo",bo@firm.example,\n',
        suppliers_csv='"Paper, Ltd",paper.example,paper.test\r\n',
    )
    assert load_lists(folder) == Site(
        domains=frozenset({"firm.example", "group.example"}),
        vips=(Vip("Ann Example", ("ann@firm.example", "ann@gmail.com")), Vip("Weiß, Bo", ("bo@firm.example",))),
        suppliers=(Supplier("Paper, Ltd", ("paper.example", "paper.test")),),
        authserv_ids=frozenset({"mx.firm.example"}),
        freemail=frozenset({"post.example"}),
    )


def test_any_list_may_be_missing_or_empty(tmp_path: Path) -> None:
    """A folder with one list knows that, and nothing else."""
    assert load_lists(written(tmp_path, vips_csv="# nobody yet\n")) == NOWHERE
    assert load_lists(written(tmp_path, domains_txt="firm.example\n")) == Site(domains=frozenset({"firm.example"}))


def test_every_fault_of_every_file_is_told_at_once(tmp_path: Path) -> None:
    """Each with its file and line, what was expected or meant, and what stands there."""
    folder = written(
        tmp_path,
        domains_txt="firm.example\n\n*.firm.example\nfirm\n",
        authserv_ids_txt="mx spf=pass\n",
        freemail_txt=b"post.example\n\xff\n",
        vips_csv='Ann Example\nBo;bo@firm.example\n"Cy,cy@firm.example\nDi Example,di\n,e@firm.example\n',
        suppliers_csv="Paper Ltd,paper.example,gmail.com\n",
        vip_csv="",
        zzz_txt="",
    )
    told = problems(folder)
    assert [one.partition(": ")[0] for one in told] == [
        "authserv_ids.txt:1",
        "domains.txt:3",
        "domains.txt:4",
        "freemail.txt",
        "suppliers.csv:1",
        "vip.csv",
        *(f"vips.csv:{line}" for line in range(1, 6)),
        "zzz.txt",
    ]
    assert told[1].endswith("did you mean firm.example?")
    assert told[2].endswith("expected a domain such as example.org, not 'firm'")
    assert told[-1].startswith("zzz.txt: is no list; lists are domains.txt, ")
    assert told[4] == "suppliers.csv:1: gmail.com is a freemail provider's, from which anybody may write"
    assert told[5] == "vip.csv: is no list; the nearest is vips.csv"
    assert told[6] == "vips.csv:1: expected a name and at least one address, with commas between"
    assert told[7].endswith("there are semicolons, write commas")
    assert told[8].startswith("vips.csv:3: is not CSV")
    assert told[9].endswith("expected an address such as ann@example.org, not 'di'")


def test_a_name_stands_in_one_line(tmp_path: Path) -> None:
    """A second line for a name, however it is spelt, is told with the first."""
    folder = written(tmp_path, vips_csv="Ann Example,a@firm.example\n\nEXAMPLE Ann,b@firm.example\n")
    assert problems(folder) == ("vips.csv:3: EXAMPLE Ann stands in line 1 too; put all of theirs into one line",)


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    """So is one without any list, which is surely another than was meant; what is hidden or no text is passed over."""
    assert problems(tmp_path / "none") == ("is not a folder",)
    (told,) = problems(written(tmp_path, notes_md="x", **{".hidden_txt": "x"}))
    assert told.startswith("holds no list (domains.txt, ")


def test_lists_are_bounded(tmp_path: Path) -> None:
    """A list past either bound is refused, at the line where it is too long; one at the bound is read."""
    written(tmp_path, domains_txt="".join(f"d{number}.example\n" for number in range(ENTRIES)))
    assert len(load_lists(tmp_path).domains) == ENTRIES
    written(tmp_path, domains_txt="".join(f"d{number}.example\n" for number in range(ENTRIES + 1)))
    assert problems(tmp_path) == (f"domains.txt:{ENTRIES + 1}: has over {ENTRIES} entries",)
    written(tmp_path, domains_txt="#" * (FILE_BYTES + 1))
    assert problems(tmp_path) == (f"domains.txt: is over {FILE_BYTES} octets",)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    """Names with commas, quotation marks and a number sign come back as they were, and comments are passed over."""
    names = ("Weiß, Bo", '"Bo" Example', "# Bo")
    lists = {"domains.txt": [Line("why", ("firm.example",))], "vips.csv": [Line('a, "b"', (name, "bo@firm.example")) for name in names]}
    write_lists(tmp_path / "new" / "lists", lists)
    site = load_lists(tmp_path / "new" / "lists")
    assert site.domains == {"firm.example"}
    assert tuple(vip.name for vip in site.vips) == names
    assert (tmp_path / "new/lists/domains.txt").read_text() == "# why\nfirm.example\n"


def test_nothing_is_written_over(tmp_path: Path) -> None:
    """Where one of the lists is there already, none is written."""
    written(tmp_path, vips_csv="mine")
    with pytest.raises(UsageError, match=r"vips\.csv is there already"):
        write_lists(tmp_path, {"domains.txt": [Line("", ("a.example",))], "vips.csv": []})
    assert [path.name for path in tmp_path.iterdir()] == ["vips.csv"]
    with pytest.raises(UsageError, match="cannot be written"):
        write_lists(tmp_path / "vips.csv", {"domains.txt": []})
