"""How somebody says that the bank details which an invoice or a file shows are not the right ones. Phrases only."""

from __future__ import annotations

from filter.judge.phrases.bankwords import DE_KONTO, ES_CUENTA, NL_REKENING, PL_KONTO, PT_CONTA

CORRECTED = (
    r"""
    (invoice*|statement|confirmation|proforma|letterhead|footer|purchase order|remittance*) ~ (still|shows|carries|carried|had|lists
    |prints|printed|quotes|quoted) _ (old|previous|wrong|former|incorrect) _ (account|bank|iban|details|sort code)
    (details|bank|account|iban|sort code) (on|at) (the |our |this )?(bottom|foot|footer|letterhead|invoice|statement|confirmation) _ (is
    |are|has|have) _ (new|changed|different|updated|corrected)
    (substitute|replacement|interim|corrected|changed|alternate|temporary|backup) (bank |receiving |payment )?account (number|no|for|is
    |until|at|with|\d\d+)
    (amend|update|change|correct|revise|adjust) _ (supplier|vendor|creditor|payee|beneficiary) (record*|file*|master|ledger|profile|card
    |entry|form) ~~ (bank*|account|sort code|iban|payment*|remittance|letter|run)
    (bank*|account|sort code|iban|remittance) ~~ (amend|update|change|correct|revise|adjust) _ (supplier|vendor|creditor|payee
    |beneficiary) (record*|file*|master|ledger|profile|card|entry|form)
    (use|to|at) (\w+ )?(\w+ )?bank (a c |account |acct |no |number )?\d\d\d\d+ ~ (same|corrected|instead|name|this|now|new)
    (correction|corrected|correcting|erratum) ~ (account|bank|iban|bank details|sort code)
    (corrected|amended|revised|new|right) (proforma|pro forma|remittance advice|payment instruction*) ~~ (account|bank|iban|details)
    (account|bank|iban|details) ~~ (corrected|amended|revised|new) (proforma|pro forma|invoice|remittance advice)
    (supersede*|overrides|overwrites|replaces) _ (those|what|ones|details|account|any|anything|everything) _ (you|previous*|hold|file
    |sent|gave)
    (overwrite|replace|update|change|swap|delete|scrap) (what|everything|anything|whatever) you (have|hold|ve)
    (details|account|bank|iban|information|sort code|what) (you have|you hold|you ve got|on file|we gave|you used|you were given
    |on record) ~ (out of date|outdated|old|obsolete|wrong|superseded|expired|closed|incorrect)
    (account|bank details|iban|details|sort code) _ (on|printed|shown) _ (invoice|proforma|statement|letter|order|contract) _ (wrong
    |incorrect|out of date|outdated|closed|obsolete|old|superseded)
    (disregard|ignore) _ (account|iban|bank details|bank|sort code|banking details|payment details|remittance details)
    (stop using|stopped using|cease using|ceased using|had to stop) _ (account|iban|bank|sort code) (printed|on|shown|in|while|as|given
    |quoted|until|because)
    """,
    rf"""
    {DE_KONTO} _ (rechnung|briefpapier|auftragsbestätigung|fußzeile) _ (veraltet|überholt|falsch|stimmt|ungültig|hinfällig|alte)
    {DE_KONTO} ~ (veraltet|überholt|ungültig|nicht mehr aktuell|hinfällig|erloschen|nicht mehr gültig)
    (rechnung*|auftragsbestätigung|proforma|angebot) ~ (noch|trägt|steht|zeigt|nennt) _ (alte*|falsche*|bisherige*) _ {DE_KONTO}
    (richtige*|korrekte*|berichtigte*|korrigierte*|fehlerhafte*|falsche*|veraltete*|gültige*) _ {DE_KONTO}
    {DE_KONTO} _ (falsch|fehlerhaft|nicht korrekt|unrichtig|veraltet|überholt)
    """,
    r"""
    (facture|devis|proforma|confirmation|relevé) ~ (encore|toujours|portait|porte|mentionne*|indique*|figure) _ (ancien|ancienne
    |anciennes|mauvais) _ (rib|iban|compte|coordonnées|banque)
    (corriger|mettre à jour|modifier|actualiser|rectifier) _ (fichier|fiche|base) _ (fournisseur*|tiers|créancier*)
    (rib|iban|coordonnées bancaires|compte) (à jour|actualisé*|corrigé*|rectifié*|mis à jour|erroné*|périmé*|obsolète*)
    (bon|bonne|bonnes|bons|corrects|exactes) (rib|iban|coordonnées|compte)
    """,
    rf"""
    (cerramos|cerré|cerraron|cierro|cierran|he cerrado|hemos cerrado|han cerrado|dado de baja|cancelamos|bloqueado) (la|mi|nuestra
    |esa) _ cuenta
    (factura|proforma|presupuesto) ~ (todavía|aún|sale|salía|aparece|figura|lleva|llevaba|lleva) _ (antigua|vieja|anterior
    |equivocada) _ {ES_CUENTA}
    (actualiz*|modific*|correg*|corrij*|cambi*) _ (ficha|registro|maestro|fichero|alta) _ (proveedor*|acreedor*)
    (nuestro banco|nuestra entidad|mi banco) _ (fusion*|cierra|ha cerrado|cerró|bloqueado|bloqueó|retenid*|absorbid*)
    (cuenta|banco|iban) _ (de la|en la) (factura|proforma) _ (no es|antigua|equivocad*|errónea|incorrect*)
    (datos|cuenta|iban|clabe) (bancarios |bancaria )?(actualizad*|correct*|rectificad*|vigente*|antigu*|equivocad*|erróne*|incorrect*)
    (cuenta|iban|clabe) ~ (está mal|es incorrecta|es errónea|la correcta|el correcto|equivocada|desactualizad*)
    """,
    rf"""
    (fatura|proforma|orçamento|nota) ~ (ainda|saiu|tem|traz|vinha|consta) _ (antig*|anterior|errad*|velh*) _ {PT_CONTA}
    (atualiz*|corrij*|corrigi*|alter*|modific*) _ (ficha|registo|cadastro|ficheiro) _ (fornecedor*|credor*)
    (iban|nib|conta|dados bancários|pix) ~ (desatualizad*|errad*|incorret*|o correto|a correta|os corretos|antig*)
    (atualiz*|alter*|corrig*) _ (cadastro|ficha|registo|ficheiro) ~ (banc*|conta|iban|nib|pix)
    """,
    r"""
    (appoggio bancario|appoggio|iban|conto corrente|coordinate) ~ (sostitui*|rimpiazz*|annulla*|chiusura)
    (aggiorn*|corregg*|modific*|rettific*) _ (anagrafica|scheda|archivio) _ (fornitor*|creditor*)
    (usate|usare|utilizzate|pagate|consideri|considerate|prenda) (quello|quelle) (allegat*|qui|nuov*|giust*|indicat*|corrett*)
    (iban|coordinate|conto|conto corrente) _ (errat*|sbagliat*|scorrett*|superat*|non corrett*|obsolet*|corrett*)
    (aggiorn*|modific*|corregg*|sostitu*) _ (coordinate|iban|conto corrente|dati bancari)
    """,
    rf"""
    (factuur|proforma|offerte|bevestiging) ~ (nog|staat|stond|vermeldt|toont) _ (oude|verkeerde|vorige) _ {NL_REKENING}
    (aanpassen|wijzig*|bijwerken|corrigeren|corrigeer) _ (leverancierskaart|leveranciersbestand|crediteurenkaart|crediteurenbestand
    |stamgegevens)
    (leverancierskaart|leveranciersbestand|crediteurenkaart|crediteurenbestand|crediteurengegevens|leveranciersgegevens
    |stamgegevens) _ (aan te passen|aanpassen|wijzigen|bijwerken|bij te werken|te wijzigen|corrigeren)
    (juiste|correcte|gecorrigeerde|verkeerde|verouderde|foute) _ {NL_REKENING}
    {NL_REKENING} ~ (verouderd|achterhaald|onjuist|verkeerd|klopt niet|klopt niet meer|niet meer)
    """,
    rf"""
    (poprawk*|korekt*|sprostowan*|poprawion*|właściw*|prawidłow*|błędn*) _ (numer*|nr) (konta|rachunku|rachunków)
    (faktur*|proform*|potwierdzen*) ~ (jeszcze|nadal|widnieje|został|figuruje|podan*) _ (star*|poprzedni*|błędn*) _ {PL_KONTO}
    (zaktualizow*|aktualiz*|popraw*|zmieni*) _ (kartotek*|karcie|kartę|kartoteki|bazie) _ (dostawc*|kontrahent*)
    {PL_KONTO} ~ (nieaktualn*|błędn*|nieprawidłow*|właściw*|prawidłow*)
    (aktualizac*|zaktualizow*) _ (dane|danych) (bankow*|do przelewu|do przelewów)
    """,
)
"""The account on the invoice or in your records is wrong or outdated, or is to be corrected there."""
