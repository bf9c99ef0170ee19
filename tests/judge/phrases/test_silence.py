from __future__ import annotations

import pytest
from asking import said


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("secrecy", "Keep this between us."),
        ("secrecy", "Bitte mit niemandem besprechen."),
        ("secrecy", "Cela doit rester entre nous."),
        ("secrecy", "No lo comentes con nadie."),
        ("secrecy", "The staff haven't been told yet."),
        ("secrecy", "Not a word to the others."),
        ("secrecy", "I would ask for your discretion."),
        ("secrecy", "Please keep this off the agenda."),
        ("secrecy", "I would like this to be handled discreetly."),
        ("secrecy", "Behalten Sie es bitte für sich."),
        ("secrecy", "Sag den Kollegen nichts davon, kein Wort darüber sagen."),
        ("secrecy", "N'en parlez à personne."),
        ("secrecy", "Vous êtes le seul au courant."),
        ("secrecy", "Que quede entre nosotros."),
        ("secrecy", "Não fale com ninguém."),
        ("secrecy", "Fica só entre nós."),
        ("secrecy", "Tienilo per te."),
        ("secrecy", "Non ne parli con i colleghi."),
        ("secrecy", "Zeg nog maar niets."),
        ("secrecy", "Houd het voor jezelf."),
        ("secrecy", "Proszę nikomu nie mówić."),
        ("secrecy", "To zostaje między nami."),
        ("secrecy", "Niemand ist eingeweiht, nur Sie sind eingeweiht."),
        ("secrecy", "This is just between us."),
        ("secrecy", "C'est entre nous."),
        ("secrecy", "Das bleibt zwischen uns."),
        ("secrecy", "C'est une surprise pour l'équipe."),
        ("secrecy", "Es una sorpresa."),
        ("secrecy", "Deve restare tra noi."),
    ],
)
def test_said(name: str, text: str) -> None:
    """Asking for silence is heard."""
    assert said(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("secrecy", "The lid sits on the pot."),
        ("secrecy", "You need to know where the key is."),
        ("secrecy", "Not to mention the rain."),
        ("secrecy", "I can't talk now."),
        ("secrecy", "Je ne peux pas parler."),
        ("secrecy", "No puedo hablar."),
        ("secrecy", "Sin embargo, llegó ayer."),
        ("secrecy", "La segreteria è aperta."),
        ("secrecy", "Le secrétariat vous répondra."),
        ("secrecy", "La mesa está reservada."),
        ("secrecy", "Nie mogę rozmawiać."),
        ("secrecy", "Das Museum wurde gestern eingeweiht."),
        ("secrecy", "Geen voorkennis vereist."),
        ("secrecy", "The contract between us and the supplier"),
        ("secrecy", "Der Vertrag zwischen uns"),
        ("secrecy", "L'accordo tra noi e il fornitore"),
        ("secrecy", "Il segreto del successo"),
        ("secrecy", "Une surprise vous attend."),
        ("secrecy", "Un controllo a sorpresa"),
        ("secrecy", "Une formation pour initiés"),
    ],
)
def test_not_said(name: str, text: str) -> None:
    """What comes close, or is negated, is not taken for it."""
    assert said(name, text) == ""
