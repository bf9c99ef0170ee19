from __future__ import annotations

from datetime import date

import pytest

from filter.lab import suggest as lab
from filter.lab.suggest import ASKS, Proposal, suggest

Mails = list[tuple[str, bytes]]


def mail(sender: str, to: str, text: str = "Hello", day: str = "1 Mar 2025", top: str = "") -> bytes:
    """A mail as its sender wrote it, beneath what servers wrote."""
    return f"{top}From: {sender}\nTo: {to}\nDate: {day} 10:00:00 +0000\nSubject: x\n\n{text}\n".encode()


def taken(sender: str, to: str, text: str = "Hello", day: str = "1 Mar 2025", *, by: str = "mx.firm.example", signer: str = "") -> bytes:
    """The same taken by a server for its recipient, with its results."""
    top = f"Received: from x by {by} for <{to.partition('<')[2].rstrip('>') or to}>; {day} 10:00:00 +0000\n"
    return mail(sender, to, text, day, f"{top}Authentication-Results: {signer or by}; spf=none\n")


def archive(*contents: bytes) -> Mails:
    """These mails after some that show whose archive it is."""
    known = [taken(f"a@one{number}.example", "ann@firm.example", day=f"{number} Feb 2025") for number in range(1, 6)]
    return [(f"m{number}", content) for number, content in enumerate((*known, *contents))]


def proposed(mails: Mails, kind: str) -> list[Proposal]:
    return [one for one in suggest(mails) if one.kind == kind]


def values(mails: Mails, kind: str) -> list[str]:
    return [value for one in proposed(mails, kind) for value in one.values]


def test_an_own_domain_is_one_that_a_server_takes_mail_for() -> None:
    """With its evidence: how much, from when to when, by which server, and one of the mails."""
    (one,) = proposed(archive(), "domain")
    assert (one.values, one.name, one.mails) == (("firm.example",), "", 5)
    assert (one.first, one.last, one.example) == (date(2025, 2, 1), date(2025, 2, 5), "m0")
    assert one.why == "5 of 5 mails are for it, 5 of them taken by mx.firm.example, 0 from it as well"


def test_a_second_domain_is_own_where_the_same_server_takes_its_mail() -> None:
    """What another's server took, what one mail alone tells and what we only write to is not; nor is what stands below a known one."""
    second = [taken("a@one1.example", "bo@group.example")] * 2
    assert values(archive(*second), "domain") == ["firm.example", "group.example"]
    assert values(archive(*second[:1]), "domain") == ["firm.example"]
    assert values(archive(*[taken("a@one1.example", "bo@group.example", by="mx.other.example")] * 2), "domain") == ["firm.example"]
    assert values(archive(*[taken("ann@firm.example", "cy@paper.example")] * 4), "domain") == ["firm.example"]
    assert values(archive(*[taken("a@one1.example", "bo@eu.firm.example")] * 2), "domain") == ["firm.example"]


def test_without_servers_an_own_domain_is_where_most_mail_goes() -> None:
    """From itself as well, and from several others: so mailing lists, correspondents and freemail providers are none."""
    inside = [("x", mail("ann@firm.example", "bo@firm.example"))] * 3
    outside = [("x", mail(f"a@one{number}.example", "ann@firm.example, a@gmail.com")) for number in range(3)]
    assert values(inside + outside, "domain") == ["firm.example"]
    assert values(inside + outside[:2], "domain") == []
    assert values(outside * 3, "domain") == []


def test_an_authserv_id_is_one_that_signs_much_of_our_mail() -> None:
    """A name of the server that took it; one that somebody forged now and then, or another signs with alone, is not."""
    assert values(archive(), "authserv-id") == ["mx.firm.example"]
    odd = [taken("a@one1.example", "ann@firm.example", signer="mx.forged.example")] * 2
    assert values(archive(*odd), "authserv-id") == ["mx.firm.example"]
    near = [taken("a@one1.example", "ann@firm.example", signer="in2.firm.example")]
    assert values(archive(*near * 2), "authserv-id") == ["mx.firm.example", "in2.firm.example"]
    assert values(archive(*near), "authserv-id") == ["mx.firm.example"]


TITLED = taken("Bo Example <bo@firm.example>", "ann@firm.example", "Hi\n\nBo Example\nFinance Director")


def test_a_vip_is_one_of_our_own_with_a_title() -> None:
    """The title and where it was seen are told; the same signature from outside makes nobody a VIP."""
    (one,) = proposed(archive(TITLED), "vip")
    assert (one.name, one.values, one.mails) == ("Bo Example", ("bo@firm.example",), 1)
    assert one.why == "signs as 'Finance Director' in m5"
    assert proposed(archive(TITLED.replace(b"bo@firm", b"bo@paper")), "vip") == []


def test_a_vip_is_one_who_speaks_of_paying_to_colleagues() -> None:
    """From so many mails on; to others it does not count; those with a title come first."""
    ask = taken("Cy Example <cy@firm.example>", "ann@firm.example", "Please pay the invoice.")
    assert values(archive(*[ask] * (ASKS - 1)), "vip") == []
    (one,) = proposed(archive(*[ask] * ASKS), "vip")
    assert one.why == f"mails to colleagues that speak of paying: {ASKS}"
    assert values(archive(*[mail("Cy Example <cy@firm.example>", "a@one1.example", "Please pay.")] * ASKS), "vip") == []
    assert values(archive(*[ask] * ASKS, TITLED), "vip") == ["bo@firm.example", "cy@firm.example"]


def test_a_vips_addresses_are_all_that_are_surely_theirs() -> None:
    """Those inside; one outside only after time and answers, for an impostor uses the name too: it is told, and left to a person."""
    other = taken("Example, Bo <accounts@firm.example>", "ann@firm.example").replace(b"Example, Bo", b"bo EXAMPLE")
    home = [taken("Bo Example <bo@gmail.com>", "ann@firm.example", day=day) for day in ("1 Mar 2025", "1 May 2025")]
    answer = mail("ann@firm.example", "bo@gmail.com")
    assert values(archive(TITLED, other, *home, answer), "vip") == ["bo@firm.example", "accounts@firm.example", "bo@gmail.com"]
    for doubtful in ([*home], [home[0], home[0], answer], [home[1], answer]):
        (one,) = proposed(archive(TITLED, *doubtful), "vip")
        assert one.values == ("bo@firm.example",)
        assert "not taken, ask: the same name at bo@gmail.com" in one.why


@pytest.mark.parametrize("shown", ["Accounts", "bo@firm.example", ""])
def test_a_vip_has_a_persons_name(shown: str) -> None:
    """A word alone, an address and no name at all are none to imitate."""
    named = taken(f'"{shown}" <bo@firm.example>', "ann@firm.example", "Hi\n\nAccounts\nFinance Director")
    assert proposed(archive(*[named] * ASKS), "vip") == []


NEAR = b"firm-invoices.example"
BILLS = [
    taken("Cy <cy@paper.example>", "ann@firm.example", "Our invoice\n\nCy\nPaper Works Ltd", day) for day in ("1 Mar 2025", "20 Mar 2025")
]
ANSWER = mail("ann@firm.example", "cy@paper.example")


def test_a_supplier_wrote_of_trade_over_time_and_was_answered() -> None:
    """With its name from the signature, and its evidence."""
    (one,) = proposed(archive(*BILLS, ANSWER), "supplier")
    assert (one.name, one.values, one.mails) == ("Paper Works Ltd", ("paper.example",), 2)
    assert one.why == "2 of its 2 mails speak of trade (invoice); answers to it: 1"
    assert (one.first, one.last) == (date(2025, 3, 1), date(2025, 3, 20))


def test_an_answer_that_is_quoted_is_one() -> None:
    """Where what the site sent is not in the archive, the supplier's mail that quotes it tells."""
    quoting = taken("cy@paper.example", "ann@firm.example", "Our invoice\n\nOn 1 Mar 2025 9:00, Ann <ann@firm.example> wrote:\n> hello")
    assert values(archive(*BILLS, quoting), "supplier") == ["paper.example"]


@pytest.mark.parametrize(
    "contents",
    [
        BILLS,
        [BILLS[0], ANSWER],
        [BILLS[0], BILLS[0], ANSWER],
        [*[one.replace(b"invoice", b"holiday") for one in BILLS], ANSWER],
        [*[one.replace(b"@paper.example", b"@gmail.com") for one in BILLS], ANSWER.replace(b"paper.example", b"gmail.com")],
        [
            *[one.replace(b"@paper.example", b"@" + NEAR) for one in BILLS],
            ANSWER.replace(b"paper.example", b"firm-invoices.example"),
        ],
    ],
    ids=["unanswered", "once", "in one day", "no trade", "freemail", "looks like the site"],
)
def test_others_are_no_suppliers(contents: list[bytes]) -> None:
    """Each lacks one thing."""
    assert values(archive(*contents), "supplier") == []


def test_what_looks_like_a_supplier_is_none() -> None:
    """Of two domains that look alike the one that wrote more is proposed; two that share a name only are told apart."""
    real = [one.replace(b"@paper.example", b"@paperworks.example") for one in (*BILLS, BILLS[0], ANSWER)]
    fake = [one.replace(b"@paper.example", b"@paperwork5.example") for one in (*BILLS, ANSWER)]
    assert values(archive(*fake, *real), "supplier") == ["paperworks.example"]
    other = [one.replace(b"@paper.example", b"@worksofpaper.example") for one in (*BILLS, ANSWER)]
    assert [one.name for one in proposed(archive(*real, *other), "supplier")] == [
        "Paper Works Ltd",
        "Paper Works Ltd (worksofpaper.example)",
    ]


def test_proposals_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of each kind no more than the best supported."""
    monkeypatch.setitem(lab.MOST, "vip", 1)
    second = TITLED.replace(b"Bo Example", b"Di Example").replace(b"bo@", b"di@")
    assert [one.name for one in proposed(archive(TITLED, second, second), "vip")] == ["Di Example"]


def test_mail_of_nobody_proposes_nothing() -> None:
    """No mail, and mail without a sender."""
    assert suggest([]) == suggest([("x", b"hello")]) == ()
