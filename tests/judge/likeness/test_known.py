from __future__ import annotations

from filter.judge.likeness.known import is_freemail, is_own, known
from filter.judge.site import NOWHERE, Site, Supplier, Vip

ANNA = Vip("Anna Weiss", ("anna@harlowvance.example", "anna.weiss.home@gmail.com"))
BELL = Vip("Karl Bell", ("anna@harlowvance.example",))
SITE = Site(
    domains=frozenset({"harlowvance.example"}),
    vips=(ANNA, BELL),
    suppliers=(Supplier("Stahlkontor Wolde", ("stahlkontor-wolde.example",)),),
    freemail=frozenset({"townmail.example"}),
)


def test_known() -> None:
    """A site's persons, firms, domains and the addresses of its VIPs are found by what it configured."""
    here = known(SITE)
    assert here.people.named("Anna Weiss") == (ANNA,)
    assert here.firms.named("Stahlkontor Wolde") == SITE.suppliers[0]
    assert here.own.holds("harlowvance.example") and here.suppliers.holds("stahlkontor-wolde.example")
    assert here.addresses["anna@harlowvance.example"] == (ANNA, BELL)


def test_worked_out_once() -> None:
    """The same site is worked out once; one that is only equal is another, as telling would cost more."""
    assert known(SITE) is known(SITE)
    assert known(SITE) is not known(Site(SITE.domains, SITE.vips, SITE.suppliers, SITE.authserv_ids, SITE.freemail))


def test_nowhere() -> None:
    """A site that configured nothing knows nobody."""
    here = known(NOWHERE)
    assert not here.people.named("Anna Weiss") and not here.firms.named("Stahlkontor Wolde") and not here.addresses
    assert here.own.find("harlowvance.example") is None
    assert not is_own("harlowvance.example", NOWHERE)


def test_is_own() -> None:
    """A domain is own as itself and below, not by its ending alone."""
    assert is_own("harlowvance.example", SITE) and is_own("mail.harlowvance.example", SITE)
    assert not is_own("notharlowvance.example", SITE) and not is_own("", SITE)


def test_is_freemail() -> None:
    """Freemail is what everybody knows as such, and what the site adds."""
    assert is_freemail("gmail.com", NOWHERE) and is_freemail("townmail.example", SITE)
    assert not is_freemail("townmail.example", NOWHERE) and not is_freemail("", SITE)
