from __future__ import annotations

import time

import pytest

from filter.judge.phrases.banking import NUMBERS, account_in

BEGINNINGS = (
    *("gb82 west ", "routing ", "account 1234 ", "clabe 1 2 3 ", "sort code ", "sort 12 34 56 ", "12 34 56 / "),
    *("transit 60412 ", "ag 3301 ", "pix para ", "chave pix ", "zelle it to ", "a@b.", "61 1090 1014 ", "rt 123456789 "),
)

LENGTHS = """
    ad24 ae23 al28 at20 az28 ba20 be16 bg22 bh22 bi27 br29 by28 ch21 cr22 cy28 cz24 de22 dj27 dk18 do28 ee20 eg29 es24 fi18
    fk18 fo18 fr27 gb22 ge22 gi23 gl18 gr27 gt28 hn28 hr21 hu28 ie22 il23 iq23 is26 it27 jo30 kw30 kz20 lb28 lc32 li21 lt20
    lu20 lv21 ly25 mc27 md24 me22 mk19 mn20 mr27 mt31 mu30 ni28 nl18 no15 om23 pk24 pl28 ps29 pt25 qa29 ro24 rs22 ru33 sa24
    sc31 sd18 se24 si19 sk24 sm27 so23 st25 sv28 tl23 tn24 tr26 ua29 va22 vg24 xk20 ye30
""".split()  # noqa: SIM905  (a table)
"""ISO 13616's registry."""


@pytest.mark.parametrize("known", LENGTHS)
def test_each_country_has_its_length(known: str) -> None:
    """An IBAN of the registry's length that checks is told, with no word of a bank; one digit more or less is none."""
    country, length = known[:2], int(known[2:])
    for digits, told in ((length - 4, True), (length - 5, False), (length - 3, False)):
        account = ("2719408356" * 4)[:digits]
        check = 98 - int(account + "".join(str(int(char, 36)) for char in country) + "00") % 97
        iban = f"{country}{check:02}{account}"
        assert account_in(f"pay into {iban} by monday") == (f"IBAN {iban.upper()}" if told else "")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("gb82 west 1234 5698 7654 32", "IBAN GB82 WEST 1234 5698 7654 32"),
        ("konto de89370400440532013000, danke", "IBAN DE89370400440532013000"),
        ("iban de41 6005 0101 7731 2094 18 eine kurze antwort", "IBAN DE41 6005 0101 7731 2094 18"),
        ("routing 041207836 account 70028841173", "routing number 041207836 and an account number"),
        ("account 70028841173 routing 041207836", "routing number 041207836 and an account number"),
        ("clabe 012 680 00150923347 1", "CLABE 012 680 00150923347 1"),
        ("sort code 09-01-99", "sort code 09-01-99"),
        ("bsb 814-297 acct 5119 0382", "sort code 814-297"),
        ("it is now 60-83-71 / 20419936", "sort code 60-83-71"),
        ("remits go to sort 60-83-71, account 20419936", "sort code 60-83-71"),
        ("sort code 09 0199", "sort code 09 0199"),
        ("mine is with the other bank, 60 83 71 / 20419936", "sort code 60 83 71"),
        ("bank as in the footer, 814-297, 5119 0382", "sort code 814-297"),
        ("routingnumber 041207836 account 70028841", "routing number 041207836 and an account number"),
        ("rt 041207836 acct 70028841", "routing number 041207836 and an account number"),
        ("institution 814, transit 60412, account 2108823", "transit number 60412 and an account number"),
        ("pay into 38-9014-0244718-00 please", "account 38-9014-0244718-00"),
        ("przelew na 61 1090 1014 0000 0712 1981 2874", "account 61 1090 1014 0000 0712 1981 2874"),
        ("ifsc code abcd0123456, a/c 66124408", "IFSC abcd0123456"),
        ("ag 3301-4 conta 20418-7", "agency 3301-4 and an account"),
        ("agencia: 3301, c/c 20418-7", "agency 3301 and an account"),
        ("a chave pix e 123.456.789-00", "Pix key 123.456.789-00"),
        ("pix para ana@x.test. obrigada", "Pix key ana@x.test"),
        ("just zelle it to 941-555-0142", "Zelle to 941-555-0142"),
        ("zelle me at (941) 555-0142", "Zelle to (941) 555-0142"),
    ],
)
def test_told(text: str, told: str) -> None:
    """An account number is told as it is written, by its kind."""
    assert account_in(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "de41 6005 0101 7731 2094 18",
        "gb82 west 1234 5698 7654 3",
        "konto de89 3704 0044 0532 0130 00ab",
        "part no zz82 west 1234 5698 7654 32 at the bank",
        "the routing of parcels takes 3 days",
        "on 12-05-24 we met",
        "12-05-24 1030 1130 room 2",
        "can you sort out invoice 104522 today",
        "what sort of price, 100-150 euro",
        "we sort 12 34 56 and 78, my account 5119038",
        "bank holidays: call +47 22 33 44 55 / 91234567",
        "60 83 71 / 20419936",
        "814-297, 5119 0382",
        "case 814-297 20261128 at the bank",
        "your parcel is in transit to new york 10012, account 4471-2210",
        "38-9014-0244718",
        "61 1090 1014 0000 0712 1981 2874",
        "an ifsc code has 11 letters",
        "beispiel ag 2026, your account: 10024518",
        "ag 3301 meets. conta 20418-7",
        "holiday pix from bob@x.test",
        "pix order 12345678901",
        "in der zelle fehlt ein wert, an max@x.test",
        "we take zelle too, or write info@x.test",
        "rt 123456789 and your account 555-0142",
        "",
    ],
)
def test_not_told(text: str) -> None:
    """What looks like a number of an account and is none: it does not check where nothing speaks of banks, is too short or too long, of no
    country, a telephone number, a date, an order's; or its words mean something else."""
    assert account_in(text) == ""


def test_bound() -> None:
    """So many candidates are looked at, and no more."""
    wrong, right = "gb00 west 1234 5698 7654 32. ", "gb82 west 1234 5698 7654 32"
    assert account_in(wrong * (NUMBERS - 1) + right)
    assert account_in(wrong * NUMBERS + right) == ""


def test_hostile() -> None:
    """A long text of beginnings, with what lets it be looked at, is read in bounded time."""
    start = time.process_time()
    for beginning in BEGINNINGS:
        account_in("bank routing " + beginning * (100_000 // len(beginning)))
    assert time.process_time() - start < 5
