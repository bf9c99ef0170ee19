"""A new account, in words that also name a user's account: beside a word of banks or of paying. Phrases only."""

from __future__ import annotations

_EN = "(new|different|another|separate|dedicated|second|secondary|alternative|updated) account"
_EN_PAID = (
    "(pay|pays|paid|paying|payment|payments|payable|remit*|remittance*|iban|sort code|bsb|routing|bank|bacs|ach|chaps|wire|wires|wired"
    "|wiring|transfer|transfers|deposit|deposits|rent|receipts|funds|money|salary|settle*|supplier*|invoice|invoices|treasury|unpaid)"
)
_DE = "(neue|neuen|neuer|neues|neuem|geändertes|andere|anderes|anderen|abweichendes|künftiges) _ (konto|kontos|konten)"
_DE_PAID = (
    "(überweis*|überwiesen|zahl|zahle|zahlt|zahlen|zahlung|zahlungen|zahlungs*|bezahl*|begleich*|anweis*|anweisen|iban|bank*|hausbank"
    "|sparkasse*|volksbank*|rechnung*|miete*|betrag|beträge|buchen|geld|gehalt|lohn|eingänge|zahlungseingänge|abtretung|kreditor*|honorar*)"
)
_FR = "(nouveau|nouvel|nouvelle|autre|second) _ (compte|banque)"
_FR_PAID = (
    "(rib|iban|bancaire*|banque|virement*|virer|virez|vers|verser|versement*|paiement*|payer|payez|règlement*|régler|réglez|loyer*"
    "|facture|factures|encaiss*|somme|fonds|salaire|domicili*)"
)
_ES = "(nuevo|nueva|nuevos|nuevas|otra|otro|distinta|diferente) _ (cuenta|cuentas|banco|entidad)"
_ES_PAID = (
    "(iban|clabe|banc*|pago|pagos|pagar|paga|pague*|abon*|ingres*|transfer*|transfier*|deposit*|cobro*|cobrar|factur*|nómina*|girar"
    "|giro|importe*|dinero|domicili*|swift)"
)
_PT = "(novo|nova|novos|novas|outra|outro|diferente) _ (conta|contas|banco|instituição)"
_PT_PAID = (
    "(iban|nib|pix|ted|bancári*|pagamento*|pagar|pague*|transfer*|transfir*|deposit*|depósito*|recebimento*|cobrança*|fatura*|factura*"
    "|boleto*|salário*|ordenado|renda|dinheiro|valores|agência)"
)
_IT = "(nuovo|nuova|altro|altra) _ (conto|banca|istituto)"
_IT_PAID = "(iban|bonific*|pagament*|pagare|versa*|accredit*|fattur*|coordinate|bancari*)"
_NL = "(nieuw|nieuwe|ander|andere|tweede) _ bank"
_NL_PAID = "(iban|rekening*|bankrekening*|betal*|betaal*|overmak*|overma*|overgemaakt|stort*|factu*|overboek*|incasso*|gegevens)"
_PL = "(nowy|nowe|nowego|nowym|nowych|inny|innego|inne|zmienion*|zaktualizowan*|aktualn*|poniższ*) _ (konto|konta|koncie|bank|banku)"
_PL_PAID = (
    "(iban|bankow*|rachun*|przelew*|przela*|przelej*|wpłac*|wpłat*|płatnoś*|płacić|zapłac*|zapłat*|należnoś*|faktur*|czynsz*|środki"
    "|kwot*|pensj*|wynagrodzeni*|pieniądze)"
)

NEW_ACCOUNT = tuple(
    [
        f"{account} ~~ {paid}\n{paid} ~~ {account}\n"
        for account, paid in (
            (_EN, _EN_PAID),
            (_DE, _DE_PAID),
            (_FR, _FR_PAID),
            (_ES, _ES_PAID),
            (_PT, _PT_PAID),
            (_IT, _IT_PAID),
            (_NL, _NL_PAID),
            (_PL, _PL_PAID),
        )
    ]
)
"""There is a new account, or another bank, and something is to be paid."""
