from __future__ import annotations

import pytest

from filter.judge.phrases.shortcuts import SHORTCUT, SHORTCUT_FIRM
from filter.judge.search.wording import Wording, Wordings

_SHORT = Wordings((Wording("shortcut", SHORTCUT, SHORTCUT_FIRM),))


def _said(text: str) -> str:
    return _SHORT.find(_SHORT.read(text), "shortcut")


@pytest.mark.parametrize(
    "text",
    [
        "the paperwork will follow next week.",
        "please pay it without the second signature.",
        "i'll do the purchase order when i'm back.",
        "the portal is down, so send it here.",
        "die rechnung reiche ich nach.",
        "bitte ohne zweite unterschrift.",
        "la facture suivra a mon retour.",
        "sans seconde signature, merci.",
        "la factura te la paso luego.",
        "sin segunda firma, por favor.",
        "a fatura chega depois.",
        "sem segunda assinatura.",
        "la fattura arrivera dopo.",
        "senza seconda firma.",
        "de factuur volgt later.",
        "zonder tweede handtekening.",
        "fakture dosle jutro, dokumenty doniose.",
        "bez drugiego podpisu.",
        "just forget the form this time.",
        "there is no need for a second signature.",
        "please pay it as a one off.",
        "the paperwork will follow.",
        "der beleg folgt nachste woche.",
        "merci de regler exceptionnellement sans bon de commande.",
        "prosze wyjatkowo zaplacic.",
        "we cannot get into the portal.",
        "das portal ist gestort.",
        "portail en panne.",
    ],
)
def test_said(text: str) -> None:
    """Papers later, a signature left out and a portal that is down are heard in all languages."""
    assert _said(text)


@pytest.mark.parametrize(
    "text",
    [
        "the invoice is attached.",
        "please sign the form at the counter.",
        "upload it to the portal.",
        "die rechnung liegt bei.",
        "la facture est jointe.",
        "la factura va adjunta.",
        "la fattura e in allegato.",
        "de factuur zit erbij.",
        "faktura w zalaczniku.",
        "please never pay an invoice without a purchase order.",
        "do not pay anything without the second signature.",
        "wir zahlen nie ohne zweitunterschrift.",
        "we do not skip the usual approval process.",
        "don't forget the form.",
        "pogoda byla wyjatkowo ladna.",
        "de huur is eenmalig verhoogd.",
        "exceptionnellement en raison du jour ferie.",
        "il server sara in manutenzione.",
        "de server is in onderhoud.",
        "die rechnung folgt mit der ware.",
        "der vertrag folgt dem deutschen recht.",
        "we will sign the contract next week.",
        "the portal has accepted your invoice.",
    ],
)
def test_not_said(text: str) -> None:
    """Papers that are there, and the usual step itself, are not taken for it."""
    assert _said(text) == ""
