"""What accounts, banks and bank details are called in each language, and how an account number is written. Parts of phrases only."""

from __future__ import annotations

EN_ACCOUNT = (
    "((bank*|payment|remittance|remit|account|ach|wire|wiring|settlement|beneficiary|vendor|deposit|bacs|eft|sepa|payee)( to)? "
    "(details|information|info|instruction*|account*|coordinates|data|particulars|address|profile)"
    "|iban|account (number|no)|sort code|routing( number)?|bank account*|lockbox|clearing account|receiving account|collection account)"
)
DE_BANKKONTO = (
    "(bankverbindung*|kontoverbindung*|bankdaten|kontodaten|kontonummer|zahlungsdaten|zahlverbindung|hausbank|iban"
    "|geschäftskonto|firmenkonto|empfängerkonto|sammelkonto|verrechnungskonto|zahlungsverkehr|bankkonto|bankinformationen"
    "|treuhandkonto|mietkonto|mietenkonto|mieterkonto|projektkonto|girokonto|privatkonto|geschäftsbank)"
)
DE_KONTO = f"(konto|kontos|konten|{DE_BANKKONTO})"
FR_BANCAIRE = (
    "(coordonnées (bancaires|de paiement|de règlement)|compte (bancaire|de règlement|courant)|rib|iban|domiciliation*( bancaire*)?"
    "|références bancaires|données bancaires|informations bancaires|relevé d'identité bancaire|établissement bancaire"
    "|institution financière|institution bancaire)"
)
FR_COMPTE = f"(compte|banque|{FR_BANCAIRE})"
ES_BANCARIA = (
    "((datos|referencias|información|coordenadas|instrucciones) (bancari*|de (pago|cobro|cuenta|la cuenta|transferencia))"
    "|cuenta* (bancaria|corriente|de cobro|concentradora)|iban|clabe|cbu|cci|domiciliación|entidad bancaria)"
)
ES_CUENTA = f"(cuenta*|banco|entidad|{ES_BANCARIA})"
PT_BANCARIA = (
    "((dados|informações|coordenadas|instruções) (bancári*|de (pagamento|conta|recebimento|cobrança|transferência))"
    "|conta (bancária|corrente|de recebimento)|iban|nib|chave pix|pix|domicílio bancário|instituição bancária)"
)
PT_CONTA = f"(conta|banco|instituição|{PT_BANCARIA})"
IT_CONTO = (
    "((coordinate|dati|riferimenti|estremi|informazioni|istruzioni) (bancari*|di pagamento|per (il )?(bonifico|pagamento*))"
    "|(il |sul |un |nostro )?conto( corrente| bancario)?|c c|iban|banca d'appoggio|banca|istituto)"
)
NL_BANKREKENING = (
    "(bankgegevens|rekeninggegevens|rekeningnummer*|bankrekening*|rekening|iban|betaalgegevens|betalingsgegevens|g rekening"
    "|betaalinstructies|bankrelatie|zakelijke rekening|incassorekening)"
)
NL_REKENING = f"(bank|{NL_BANKREKENING})"
PL_BANKOWE = (
    "((danych|dane) (bankow*|do (przelewu|przelewów|płatności|wpłat))|(numer*|nr) (konta|rachunku|rachunków)( bankow*)?|rachun* bankow*"
    "|kont(o|a|em|u) bankow*|rachunek|rachunku|rachunki|rachunkiem|iban)"
)
PL_KONTO = f"(konto|konta|koncie|bank|banku|{PL_BANKOWE})"

IBAN = r"\D\D\d\d( )?\w\w\w\w( )?\d\d\d+"
"""The beginning of any IBAN."""

PL_NUMER = r"(pl)?\d\d( )?\d\d\d\d( )?\d\d\d\d( )?\d\d\d+"
EN_NUMBER = (
    r"((routing|aba|transit|institution|bsb|sort|sort code|ifsc|clabe) (is |are |number |no |code )?\d\d+"
    r"|\d\d \d\d \d\d (account |a c |acct )?\d\d\d\d+|\D\D\d\d( )?\w\w\w\w( )?\d\d\d+)"
)
"""How account numbers begin that are no IBAN's, and those too."""
