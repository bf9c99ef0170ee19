from __future__ import annotations

import time

import pytest

from filter.judge.likeness.domains import CANDIDATES, Likeness, label_of, likeness, lookout, owner, skeleton, written

TRUE = "harlowvance.example"


@pytest.mark.parametrize(
    ("domain", "owned"),
    [
        ("mail.shop.co.uk", "shop.co.uk"),
        ("shop.example", "shop.example"),
        ("a.b.shop.example", "shop.example"),
        ("mail.shop.com.sg.example", "shop.com.sg.example"),
        ("com.example", "com.example"),
        ("example", "example"),
        ("", ""),
    ],
)
def test_owner(domain: str, owned: str) -> None:
    """The registrable domain; below a reserved ending, an ending that is spelt out belongs to it."""
    assert owner(domain) == owned
    assert label_of(domain) == owned.partition(".")[0]


def test_written() -> None:
    """A punycode label is written in its letters; one that is broken or too long stays as it is."""
    assert written("xn--mller-kva.example") == "m\u00fcller.example"
    broken = f"xn--{'9' * 80}.xn--\u00fc\u00fc.example"
    assert written(broken) == broken


@pytest.mark.parametrize("label", ["har1owvance", "harl0wvance", "harlow-vance", "harlovvvance", "h\u0430rlowvance", "h\u00e1rlowvance"])
def test_skeleton(label: str) -> None:
    """What a hurried eye takes for the same letters has the same skeleton."""
    assert skeleton(label) == skeleton("harlowvance")


@pytest.mark.parametrize(
    ("domain", "true", "how"),
    [
        ("har1owvance.example", TRUE, "look-alike letters"),
        ("h\u0430rlowvance.example", TRUE, "look-alike letters"),
        ("xn--hrlowvance-zqi.example", TRUE, "look-alike letters"),
        ("harnet.example", "hamet.example", "look-alike letters"),
        ("harlow-vance.example", TRUE, "only a hyphen differs"),
        ("harlowvance.invalid", TRUE, "another ending"),
        ("harlowvance.com.example", TRUE, "another ending"),
        ("harlowvnace.example", TRUE, "one slip off"),
        ("harlowvanc.example", TRUE, "one slip off"),
        ("harlowvanse.invalid", TRUE, "one slip off"),
        ("harlowwvances.example", TRUE, "two slips off"),
        ("har1ow-vanse.example", TRUE, "a few characters off"),
        ("harlowvance-invoices.example", TRUE, "adds invoices"),
        ("harlowvance-hull-dock.example", TRUE, "adds hull-dock"),
        ("pay-harlowvance.example", TRUE, "adds pay"),
        ("harlowvancegroup.example", TRUE, "adds group"),
        ("secureharlow.example", "harlow.example", "adds secure"),
        ("vance-harlow.example", "harlow-vance.example", "the same words in another order"),
        ("harlowvance.example.pay.invalid", TRUE, "harlowvance.example stands before another domain"),
    ],
)
def test_likeness(domain: str, true: str, how: str) -> None:
    """Each way of imitating a domain is told by what differs, and found by a lookout as by comparing."""
    assert likeness(domain, true) == how
    assert lookout(["other.example", true]).find(domain) == (Likeness(true, how) if how else None)


@pytest.mark.parametrize(
    ("domain", "true"),
    [
        (TRUE, TRUE),
        (f"mail.{TRUE}", TRUE),
        ("", TRUE),
        ("harbourlane.example", TRUE),
        ("harlowvance.helpdesk.example", TRUE),
        ("lane.example", "cane.example"),
        ("lane.invalid", "lane.example"),
        ("bauer.example", "lauer.invalid"),
        ("tide-hull.example", "hull.example"),
        ("brightwatercove.example", "brightwagoncure.example"),
    ],
)
def test_unlike(domain: str, true: str) -> None:
    """The domain itself, what is below it, its name at a host and what is only somewhat like a short name are no imitation."""
    assert not likeness(domain, true)
    assert lookout([true]).find(domain) is None


@pytest.mark.parametrize("first", range(11))
@pytest.mark.parametrize("second", range(11))
def test_two_edits_anywhere(first: int, second: int) -> None:
    """A lookout finds a longer name with two letters changed or doubled, wherever they are."""
    name = list("harlowvance")
    name[first] = "q"
    name[second] += "x"
    domain = f"{''.join(name)}.example"
    assert lookout([TRUE]).find(domain) == Likeness(TRUE, likeness(domain, TRUE)) != Likeness(TRUE, "")


def test_a_kept_domain_imitates_none() -> None:
    """Of two kept domains that are alike neither is an imitation, nor what is below them."""
    kept = lookout([TRUE, "harlow-vance.example"])
    assert kept.holds(TRUE) and kept.holds("mail.harlow-vance.example") and not kept.holds("vance.example")
    assert kept.find("harlow-vance.example") is kept.find(f"mail.{TRUE}") is lookout([]).find(TRUE) is None


def test_names() -> None:
    """A lookout knows each name by its skeleton, the first domain of it."""
    assert lookout(["harlow-vance.example", "harlowvance.invalid"]).names == {"harlowvance": "harlow-vance.example"}


def test_bounded() -> None:
    """Thousands of neighbours and a hostile domain cost no more than the limits allow: no more than so many are compared for a key."""
    kept = lookout([f"harlowvance{number:05}qq.example" for number in range(5000)])
    assert max(map(len, kept.shared.values())) > CANDIDATES
    start = time.perf_counter()
    kept.find("harlowvancezzzzzqq.example")
    kept.find(f"{'-'.join('harlow' * 300)}.{'a.' * 500}example")
    assert time.perf_counter() - start < 0.5
