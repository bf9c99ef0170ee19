from __future__ import annotations

import pytest
from asking import said


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ask-document", "Please send me a copy of your passport."),
        ("ask-document", "Bitte schick mir eine Kopie deines Personalausweises."),
        ("ask-document", "Could you scan the signature cards for me?"),
        ("ask-document", "Please send the cancelled cheque and the PAN copy."),
        ("ask-document", "The notary wants your passport by noon."),
        ("ask-document", "Could I have an extract of the supplier file?"),
        ("ask-document", "I also need a list of suppliers with their bank details."),
        ("ask-document", "Schicken Sie mir bitte die Lieferantenliste."),
        ("ask-document", "Mir fehlt noch der Führerschein von Herrn Kunze."),
        ("ask-document", "Peux-tu m'envoyer la liste de nos fournisseurs ?"),
        ("ask-document", "Merci de me transmettre les diplômes."),
        ("ask-document", "Me pasas el listado de proveedores con sus cuentas?"),
        ("ask-document", "Preciso da lista de fornecedores com IBAN."),
        ("ask-document", "Mi giri l'elenco fornitori?"),
        ("ask-document", "Stuur me het overzicht van leveranciers."),
        ("ask-document", "Kun je een scan van je rijbewijs sturen?"),
        ("ask-document", "Prześlij mi listę dostawców z numerami kont."),
        ("ask-document", "Could I have a scan of the contract?"),
    ],
)
def test_said(name: str, text: str) -> None:
    """Documents, and lists of suppliers, are heard in each language."""
    assert said(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ask-document", "My passport has a blue cover."),
        ("ask-document", "Titulo: paseo por el campo."),
        ("ask-document", "Ata e gravata são opcionais."),
        ("ask-document", "La spedizione parte lunedì, il verbale resta qui."),
        ("ask-document", "No creo poder ir mañana, quiero descansar."),
        ("ask-document", "Der Vertrag ist ausgehandelt."),
        ("ask-document", "Bitte dein Passwort"),
        ("ask-document", "There is a copy of the contract on the wall."),
    ],
)
def test_not_said(name: str, text: str) -> None:
    """What comes close, or is negated, is not taken for it."""
    assert said(name, text) == ""
