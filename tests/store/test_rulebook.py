from __future__ import annotations

from pathlib import Path

import pytest

from filter.errors import RulebookError
from filter.judge.mail import Address, Mail, Message
from filter.judge.scene import Scene
from filter.judge.site import NOWHERE, Supplier, Vip
from filter.store.rulebook import FILE_BYTES, load_rulebook

RULE = """
id = "{id}"
title = "Says {id}"
description = "The text says it."
threat = "spam"
weight = 2
rate = 0.001
status = "stable"
references = ["https://example.org/"]
false_positives = ["Mail about it"]
hit = '''
Subject: x

{id}
'''
miss = '''
Subject: x

nothing
'''

[match]
field = "text"
contains = "{id}"
"""


def write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def problems(folder: Path) -> list[str]:
    with pytest.raises(RulebookError) as caught:
        load_rulebook(folder)
    head, *lines = str(caught.value).splitlines()
    assert head == f"{folder}: {len(lines)} problem(s)"
    return [line.strip() for line in lines]


def test_folder_becomes_a_rulebook(tmp_path: Path) -> None:
    """Every rule file of every theme is in the rulebook, whole, in the order of the file names."""
    write(tmp_path, "z/apple.toml", RULE.format(id="apple"))
    write(tmp_path, "b/pear.toml", RULE.format(id="pear"))
    pear, apple = load_rulebook(tmp_path).rules
    assert (pear.id, apple.id) == ("pear", "apple")
    assert (apple.title, apple.description, apple.threat, apple.weight) == ("Says apple", "The text says it.", "spam", 2.0)
    assert (apple.references, apple.false_positives) == (("https://example.org/",), ("Mail about it",))
    assert apple.hit == Mail(b"Subject: x\r\n\r\napple\r\n")
    assert apple.failures() == ()


def test_id_follows_contents_and_names_alone(tmp_path: Path) -> None:
    """The same files anywhere make the same id of 12 hex digits; another rule, or another list name, makes another."""
    for copy in ("one", "two", "three"):
        write(tmp_path / copy, "a/apple.toml", RULE.format(id="apple"))
    write(tmp_path / "one", "lists/fruit.txt", "apple\n")
    write(tmp_path / "two", "lists/fruit.txt", "apple\n")
    write(tmp_path / "three", "lists/fruits.txt", "apple\n")
    one, two, three = (load_rulebook(tmp_path / copy).id for copy in ("one", "two", "three"))
    assert one == two != three
    assert len(one) == 12
    assert int(one, 16) >= 0
    write(tmp_path / "two", "a/apple.toml", RULE.format(id="apple").replace("weight = 2", "weight = 3"))
    assert load_rulebook(tmp_path / "two").id != one


def test_lists_are_words_without_comments(tmp_path: Path) -> None:
    """A list holds one word a line, without regard to case, and nothing behind a `#`."""
    write(tmp_path, "lists/fruit.txt", "# fruit\nApple # green\n\npear\n")
    write(tmp_path, "a/fruit.toml", RULE.format(id="fruit").replace('contains = "fruit"', 'in = "fruit"'))
    book = load_rulebook(tmp_path)
    assert [bool(book.match(Scene(Message(text=text)))) for text in ("aPPle", "pear", "green", "# fruit", "")] == [
        True,
        True,
        False,
        False,
        False,
    ]


def test_list_of_the_folder_takes_the_place_of_the_built_in_one(tmp_path: Path) -> None:
    """`freemail` is there without a file, and is the file's where there is one."""
    rule = RULE.format(id="a").replace('field = "text"', 'field = "sender.domain"').replace('contains = "a"', 'in = "freemail"')
    write(tmp_path, "a/a.toml", rule)
    gmail, ours = (Scene(Message(sender=Address("", "x", domain))) for domain in ("gmail.com", "mail.example"))
    book = load_rulebook(tmp_path)
    assert (bool(book.match(gmail)), bool(book.match(ours))) == (True, False)
    write(tmp_path, "lists/freemail.txt", "mail.example\n")
    book = load_rulebook(tmp_path)
    assert (bool(book.match(gmail)), bool(book.match(ours))) == (False, True)


def test_every_fault_of_every_file_is_reported_at_once(tmp_path: Path) -> None:
    """One reading names each broken file, rule and key, with the nearest valid key."""
    write(tmp_path, "a/apple.toml", RULE.format(id="apple").replace("weight", "weigth").replace("spam", "spm"))
    write(tmp_path, "a/pear.toml", RULE.format(id="pear").replace("field", "feild"))
    write(tmp_path, "a/plum.toml", "id = ")
    write(tmp_path, "a/sound.toml", RULE.format(id="sound"))
    lines = problems(tmp_path)
    assert [line.partition(":")[0] for line in lines] == ["a/apple.toml"] * 3 + ["a/pear.toml", "a/plum.toml"]
    assert "a/apple.toml:5: rule 'apple': threat 'spm' is not known; the nearest is 'spam'" in lines
    assert "a/apple.toml:1: rule 'apple': weight is missing, or floor in its place" in lines
    assert "a/apple.toml:6: rule 'apple': weigth is not known; the nearest is 'weight'" in lines
    assert "a/pear.toml:23: rule 'pear': match.feild is not known; the nearest is 'field'" in lines
    assert lines[-1].startswith("a/plum.toml:1: is not TOML")
    assert [int(line.split(":")[1]) for line in lines[:3]] == [1, 5, 6]


def test_what_is_not_toml_is_told_with_its_line(tmp_path: Path) -> None:
    """The line where the reading ended, and no traceback for tables without end."""
    write(tmp_path, "a/cut.toml", "id = 'x'\n\ntitle = 'y\n")
    write(tmp_path, "a/deep.toml", f"id = {'[' * 100_000}")
    write(tmp_path, "a/open.toml", "id = 'x'\nhit = '''\nno end\n")
    cut, deep, unclosed = problems(tmp_path)
    assert cut.startswith("a/cut.toml:3: is not TOML: ")
    assert deep == "a/deep.toml:1: is nested too deep"
    assert unclosed.startswith("a/open.toml:3: is not TOML: ")


def test_samples_say_where_the_mails_of_the_rules_were_sent(tmp_path: Path) -> None:
    """`samples.toml` is the rulebook's own site; without it there is none. Its faults come with those of the rules."""
    write(tmp_path, "a/apple.toml", RULE.format(id="apple"))
    assert load_rulebook(tmp_path).samples == NOWHERE
    samples = 'domains = ["Own.example"]\n[[vip]]\nname = "Anna Weiss"\naddresses = ["anna@own.example"]\n'
    write(tmp_path, "samples.toml", samples + '[[supplier]]\nname = "Kestrel"\ndomains = ["kestrel.example"]\n')
    site = load_rulebook(tmp_path).samples
    assert site.domains == {"own.example"}
    assert (site.vips, site.suppliers) == ((Vip("Anna Weiss", ("anna@own.example",)),), (Supplier("Kestrel", ("kestrel.example",)),))
    write(tmp_path, "samples.toml", samples.replace("name", "nmae"))
    write(tmp_path, "a/apple.toml", RULE.format(id="apple").replace("spam", "spm"))
    assert [line.partition(" ")[0] for line in problems(tmp_path)] == ["a/apple.toml:5:", "samples.toml:3:"]


def test_one_id_stands_in_one_file(tmp_path: Path) -> None:
    """Two themes cannot hold rules of the same id."""
    write(tmp_path, "a/apple.toml", RULE.format(id="apple"))
    write(tmp_path, "b/apple.toml", RULE.format(id="apple"))
    assert problems(tmp_path) == ["b/apple.toml:2: rule 'apple': id stands in a/apple.toml too"]


def test_file_past_its_bound_or_unreadable_is_reported(tmp_path: Path) -> None:
    """A file over the limit, one that is not UTF-8 and an empty list are faults, all named."""
    write(tmp_path, "a/big.toml", "#" * (FILE_BYTES + 1))
    write(tmp_path, "a/fits.toml", RULE.format(id="fits").ljust(FILE_BYTES, "#"))
    (tmp_path / "a/latin.toml").write_bytes(b"id = '\xe9'")
    assert [line.split(": ")[:2] for line in problems(tmp_path)] == [
        ["a/big.toml", f"is over {FILE_BYTES} octets"],
        ["a/latin.toml", "cannot be read"],
    ]
    for broken in ("big", "latin"):
        (tmp_path / f"a/{broken}.toml").unlink()
    assert len(load_rulebook(tmp_path).rules) == 1
    write(tmp_path, "lists/none.txt", "# nothing\n")
    assert problems(tmp_path) == ["lists/none.txt: is an empty list"]


def test_a_rule_that_would_not_be_read_is_reported(tmp_path: Path) -> None:
    """At the top, too deep, or under another ending: nobody finds out later that it never counted."""
    write(tmp_path, "a/sound.toml", RULE.format(id="sound"))
    for stray in ("stray.toml", "a/deep/deeper.toml", "a/loud.TOML"):
        write(tmp_path, stray, RULE.format(id="stray"))
    assert problems(tmp_path) == [
        f"{stray}: is not read: a rule stands in <theme>/<id>.toml" for stray in ("a/deep/deeper.toml", "a/loud.TOML", "stray.toml")
    ]


def test_folder_without_rules_is_refused(tmp_path: Path) -> None:
    """No folder, or a folder without a rule, is an error and not an empty rulebook."""
    assert problems(tmp_path) == ["<theme>/<id>.toml: there is no such file, so no rule"]
    assert problems(tmp_path / "none") == ["is not a folder"]
