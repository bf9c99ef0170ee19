"""What accounts, banks and bank details are called in each language, and how an account number is written. Parts of phrases only."""

from __future__ import annotations

EN_ACCOUNT = (
    "((bank*|payment|remittance|remit|account|ach|wire|wiring|settlement|beneficiary|vendor|deposit|bacs|eft|sepa|payee)( to)? "
    "(details|information|info|instruction*|account*|coordinates|data|particulars|address|profile)"
    "|iban|account (number|no)|sort code|routing( number)?|bank account*|lockbox|clearing account|receiving account|collection account)"
)
DE_KONTO = (
    "(bankverbindung*|kontoverbindung*|bankdaten|kontodaten|kontonummer|zahlungsdaten|zahlverbindung|hausbank|konto|kontos|konten|iban"
    "|geschäftskonto|firmenkonto|empfängerkonto|sammelkonto|verrechnungskonto|zahlungsverkehr|bankkonto|bankinformationen"
    "|treuhandkonto|mietkonto|mietenkonto|mieterkonto|projektkonto|girokonto|privatkonto|geschäftsbank)"
)
FR_COMPTE = (
    "(coordonnées (bancaires|de paiement|de règlement)|compte( bancaire| de règlement| courant)?|rib|iban|domiciliation*( bancaire*)?"
    "|références bancaires|données bancaires|informations bancaires|relevé d'identité bancaire|banque|établissement bancaire"
    "|institution financière|institution bancaire)"
)
ES_CUENTA = (
    "((datos|referencias|información|coordenadas|instrucciones) (bancari*|de (pago|cobro|cuenta|la cuenta|transferencia))"
    "|cuenta*( bancaria| corriente| de cobro| concentradora)?|iban|clabe|cbu|cci|domiciliación|entidad bancaria|banco|entidad)"
)
PT_CONTA = (
    "((dados|informações|coordenadas|instruções) (bancári*|de (pagamento|conta|recebimento|cobrança|transferência))"
    "|conta( bancária| corrente| de recebimento)?|iban|nib|chave pix|pix|domicílio bancário|banco|instituição bancária|instituição)"
)
IT_CONTO = (
    "((coordinate|dati|riferimenti|estremi|informazioni|istruzioni) (bancari*|di pagamento|per (il )?(bonifico|pagamento*))"
    "|(il |sul |un |nostro )?conto( corrente| bancario)?|c c|iban|banca d'appoggio|banca|istituto)"
)
NL_REKENING = (
    "(bankgegevens|rekeninggegevens|rekeningnummer*|bankrekening*|rekening|iban|betaalgegevens|betalingsgegevens|g rekening"
    "|betaalinstructies|bank|bankrelatie|zakelijke rekening|incassorekening)"
)
PL_KONTO = (
    "((danych|dane) (bankow*|do (przelewu|przelewów|płatności|wpłat))|(numer*|nr) (konta|rachunku|rachunków)( bankow*)?|rachun* bankow*"
    "|kont(o|a|em|u) bankow*|rachunek|rachunku|rachunki|rachunkiem|konto|konta|koncie|iban|bank|banku)"
)

IBAN = r"\D\D\d\d( )?\w\w\w\w( )?\d\d\d+"
"""The beginning of any IBAN."""

PL_NUMER = r"(pl)?\d\d( )?\d\d\d\d( )?\d\d\d\d( )?\d\d\d+"
EN_NUMBER = (
    r"((routing|aba|transit|institution|bsb|sort|sort code|ifsc|clabe) (is |are |number |no |code )?\d\d+"
    r"|\d\d \d\d \d\d (account |a c |acct )?\d\d\d\d+|\D\D\d\d( )?\w\w\w\w( )?\d\d\d+)"
)
"""How account numbers begin that are no IBAN's, and those too."""
