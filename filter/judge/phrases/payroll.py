"""How somebody asks for their pay to go to another account. Phrases only."""

from __future__ import annotations

from filter.judge.phrases.bankwords import (
    DE_KONTO,
    EN_NUMBER,
    ES_CUENTA,
    FR_COMPTE,
    IBAN,
    IT_CONTO,
    NL_REKENING,
    PL_KONTO,
    PL_NUMER,
    PT_CONTA,
)

# What pay is called, and how accounts are said to be others.
_EN_PAY = (
    "(salary|salaries|wages|wage|payroll|paycheck*|paycheque*|pay cheque|pay check|direct deposit*|payslip|payslips|payday|pay day|pay run"
    "|pay period|stipend|draw|my (\\w+ )?(pay|bonus|commission|fee)|(this|next|s|first|last) pay|(my|next) (check|cheque))"
)
_EN_BANK = "(account|bank|banks|iban|credit union|routing|sort code|bsb|card|building society|revolut|monzo|starling|chime)"
_EN_OTHER = (
    "(new|different|another|changed|closed|opened|switched|moved|change|changing|update|updated|switch|switching|amend|swap|replace"
    "|froze|frozen|blocked|leaving|closing|separate|joint|old)"
)
_DE_LOHN = (
    "(gehalt|gehalts*|lohn|lohns|lohnzahlung|löhne|bezüge|vergütung|entgelt*|sold|besoldung|ausbildungsvergütung|monatslohn|monatsgehalt"
    "|weihnachtsgeld|urlaubsgeld|lohnabrechnung|lohnlauf|auszahlung|spesen)"
)
_FR_PAIE = (
    "(salaire*|paie|paies|paye|rémunération|prime|primes|traitement|bonus|indemnités|appointements|treizième mois|dépôt de paie"
    "|virement de paie|fiche de paie)"
)
_ES_SUELDO = "(nómina*|sueldo|salario|haberes|quincena|paga|paga extra|mensualidad|finiquito|dietas|aguinaldo)"
_PT_ORDENADO = (
    "(salário|ordenado|vencimento|vencimentos|holerite|remuneração|repasse|repasses|pró labore|adiantamento|décimo terceiro|subsídio"
    "|comissão|folha de pagamento|folha)"
)
_IT_STIPENDIO = "(stipendio|stipendi|busta paga|buste paga|salario|retribuzione|mensilità|tredicesima|paga|compenso|cedolino)"
_NL_LOON = (
    "(salaris|loon|wedde|bezoldiging|salarisbetaling|loonbetaling|vakantiegeld|eindejaarspremie|maandloon|uitbetaling|verloning"
    "|salarisrun|loonrun|dertiende maand)"
)
_PL_PENSJA = "(wynagrodzeni*|pensj*|wypłat*|wypłac*|pobor*|premi*|trzynastk*|uposażeni*|zaliczk*)"

PAYROLL_CHANGE = (
    rf"""
    (change|update|switch|move|moved|changed|updated|redirect|set up|amend|edit|replace|modify|reroute) ~ (direct deposit*|payroll
    |paycheck*|paycheque*|pay cheque|salary|wages|my pay|payslip account)
    (direct deposit*|payroll|paycheck*|paycheque*|salary|salaries|wages|my pay) ~ (chang*|updat*|switch*|moved|different|another
    |new (bank|account)|redirect*|new details)
    (paid|my pay|direct deposit*|salary|wages|paycheck*|payroll|expenses) ~ (into|to|in) (a |my |the |this )?(new|different|other
    |another) (bank |checking |savings |current )?(account|bank|card)
    (new|different|another|switched|changed|moved) _ (bank|banks|account|credit union) ~ (my pay|salary|payroll|wages|direct deposit*
    |paycheck*|paycheque*)
    (my|employee*|his|her) (bank*|account|deposit) (details|information|info|account) ~ (payroll|pay run|salary|payday|pay date|next pay*
    |pay period|pay cycle)
    (wages|salary|payroll|my pay|paycheck*|direct deposit) ~~ (new (iban|account|bank)|account is|fresh one|sort code|bsb|routing
    |moved to|online bank|switched banks|frozen|changed banks|joint account)
    (new (iban|account|bank)|fresh one|changed banks|switched banks|online bank|moved to|account is|sort code) ~~ (wages|salary|payroll
    |pay day|my pay|this month's pay|paycheck*|direct deposit)
    (payroll|salary|wage|direct deposit) (account|form|details|information|change|update)s? ~ (new|change|update|switch)
    {_EN_PAY} ~~ {_EN_OTHER} _ {_EN_BANK}
    {_EN_OTHER} _ {_EN_BANK} ~~ {_EN_PAY}
    {_EN_PAY} ~~ {EN_NUMBER}
    {EN_NUMBER} ~~ {_EN_PAY}
    (bank|branch|account|card) (s |is |has |was |has been |is being |s been )?(closing|closed|frozen|froze|blocked|shut|shutting|stopped
    |hacked|stolen) ~~ {_EN_PAY}
    {_EN_PAY} ~~ (bank|branch|account|card) (s |is |has |was |has been |is being |s been )?(closing|closed|frozen|froze|blocked|shut
    |shutting|stopped|hacked|stolen)
    (where|which account|what account|which bank) _ (pay|salary|draw|wages|paycheck|paycheque|bonus|direct deposit) _ (goes|go|lands
    |is paid|gets paid|is sent|paid|to go|deposited|sent|should go)
    {_EN_PAY} _ (go|goes|going|paid|land|landing|deposited|sent|transferred|routed|credited|wired) (in|into|onto|to) (it|there
    |this one|that one|this account|that account|this card|my|the new)
    (month|week|fortnight|january|february|march|april|may|june|july|august|september|october|november|december) _ (go|paid|land
    |deposited|sent) (in|into|onto|to) (there|it|this one|that one|the new|my new)
    (opened|open|opening) _ {_EN_BANK} ~~ (go|paid|land|deposited|sent) (in|into|onto|to) (there|it|this one|that one)
    (void|voided) (check|cheque) ~~ {_EN_PAY}
    (revolut|monzo|starling|chime|n26) (account|card|one) ~ {_EN_PAY}
    (pay|salary|wages|paycheck|paycheque|bonus) (sent|paid|to go|going|deposited|moved) (somewhere else|elsewhere|to another
    |to a different)
    {_EN_PAY} ~~ (void|voided) (check|cheque)
    pay (to|into|on) (my|the) _ (brother|wife|husband|sister|mother|father|friend|cousin|nephew|partner|son|daughter|girlfriend
    |boyfriend)s? _ (card|account|bank)
    now (have|use|with|bank with) (revolut|monzo|starling|wise|chime|n26|ally|sofi) ~~ {_EN_PAY}
    {_EN_PAY} _ (on|onto|to|into) _ (prepaid|debit|different|other|another|new) _ (card|account|bank)
    (direct deposit*|payroll details|payroll info*|pay details) ~~ (make|making) (a|some) change*
    """,
    rf"""
    (gehalt|gehalts*|lohn|lohns|lohnkonto|bezüge|löhne|vergütung|lohnzahlung|entgelt*|sold) ~ (konto|bankverbindung|iban|bankdaten
    |kontoverbindung|kontodaten|bank) ~ (neu*|geänder*|änder*|ander*|wechsel*|gewechselt|umstell*|gesperrt|hinterleg*|überw*|aktualisier*)
    (neu*|geänder*|änder*|ander*|gewechselt|wechsel*|umstell*|aktualisier*) ~ (konto|bankverbindung|iban|bankdaten|kontoverbindung
    |kontodaten|bank|lohnkonto|gehaltskonto) ~ (gehalt*|lohn*|bezüge|vergütung|entgelt*|sold)
    (gehalt*|lohn*|bezüge|vergütung|entgelt*|sold) ~ (auf|an) _ (neu*|ander*|folgend*|dies*) _ (konto|bankverbindung|iban)
    (gehalt*|lohn*|bezüge|vergütung|entgelt*) ~~ (gemeinsames konto|neues konto|neue* (iban|bank*)|anderes konto|dorthin|gewechselt
    |neuen konto|umgestellt)
    (gemeinsames konto|gemeinschaftskonto|neues konto|neue* (iban|bank*)|anderes konto|bank gewechselt|neue bank) ~~ (gehalt*|lohn*
    |bezüge|vergütung|entgelt*|abrechnung)
    (konto|bankverbindung|iban|kontoverbindung|bankdaten) ~ (gehalt*|lohn*|bezüge|vergütung|entgelt*) ~ (änder*|geändert|wechsel*|neu*
    |umstell*|anpass*|aktualisier*)
    nimm (bitte |für \w+ |für \w+ bitte )?\w\w\d\d
    (neu*|änder*|wechsel*|ander*) _ (gehaltskonto|lohnkonto|lohnkontos|gehaltskontos)
    (gehaltskonto|lohnkonto) ~ (änder*|geänder*|neu*|wechsel*|ander*|umstell*|aktualis*)
    {_DE_LOHN} ~~ {IBAN}
    (gehaltskonto|lohnkonto|gehaltsüberweisung|lohnüberweisung) _ (anpassen|umstellen|abändern|wechseln|umleiten|aktualisieren|neu)
    (*gehalt|*lohn|*vergütung) ~ (auf|an) _ (neue*|anderes|anderen|folgendes) _ {DE_KONTO}
    {IBAN} ~~ {_DE_LOHN}
    {_DE_LOHN} _ (geht|gehen|soll|sollen|bitte|kommt|läuft|möchte|kann|könnte|künftig|auszahlen|überweisen|überweist) ~ (auf|an) (das|ein
    |mein|dieses|folgendes|meine|diese|die) _ (konto|girokonto|iban|bank|karte|privatkonto)
    (hinterleg*|eintragen|verwende*|nimm|nehmt|nutze*|notier*|erfass*|vermerk*|umstellen|abändern) ~ {_DE_LOHN} ~ {DE_KONTO}
    (hinterleg*|eintragen|verwende*|notier*|erfass*|ändern|umstellen|abändern|wechseln) ~ {DE_KONTO} ~ {_DE_LOHN}
    (neue*|ander*|geändert*|folgend*|eigenes|meine) _ {DE_KONTO} ~~ {_DE_LOHN}
    (bank|konto|girokonto|sparkasse) _ (gewechselt|gekündigt|geschlossen|aufgelöst|gesperrt|eröffnet|umgezogen) ~~ {_DE_LOHN}
    {_DE_LOHN} ~~ (bank|konto|girokonto|sparkasse) _ (gewechselt|gekündigt|geschlossen|aufgelöst|gesperrt|eröffnet|umgezogen)
    """,
    rf"""
    (salaire*|paie|paye|rémunération|virement de paie|prime*|traitement) ~ (nouveau|nouvel|nouvelle*|autre|chang*|modif*
    |différent) _ (compte|rib|iban|banque|coordonnées)
    (nouveau|nouvel|nouvelle*|autre|chang*|modif*|mettre à jour|mise à jour|actualis*|transmet*|joins) _ (compte|rib|iban|banque
    |coordonnées|domiciliation) ~ (salaire*|paie|paye|rémunération|prime*)
    (salaire*|paie|paye|rémunération|indemnités|bonus) ~~ (nouvel iban|nouveau (rib|compte)|voici* _ iban|compte personnel|mon compte
    |change de banque|changé de banque|autre compte)
    (virer|verser) ~ (sur|vers) (mon|un autre|le nouveau) (compte|rib)
    (salaire*|paie|paye|rémunération) ~ (sur|vers) (un |mon |le |ce )?(nouveau|autre|compte suivant|compte ci)
    (mon|ma|mes) (rib|iban|banque|coordonnées bancaires|compte) ~ (chang*|modif*|mise à jour|nouv*) ~ (paie|paye|salaire*|virement)
    {_FR_PAIE} ~~ {IBAN}
    (compte|banque) _ (clôturé|fermé|bloqué|gelé|piraté|fermée) ~~ {_FR_PAIE}
    {_FR_PAIE} ~~ (compte|banque) _ (clôturé|fermé|bloqué|gelé|piraté|fermée)
    {IBAN} ~~ {_FR_PAIE}
    (changé|change|changer|quitté|fermé|clôturé|ouvert|ouvre|bloqué|modifier|actualiser) _ {FR_COMPTE} ~~ {_FR_PAIE}
    {_FR_PAIE} ~~ (changé|change|changer|quitté|fermé|clôturé|ouvert|bloqué|modifier) _ {FR_COMPTE}
    {_FR_PAIE} _ (versé|versée|viré|virée|déposé*|tombe|arrive|aille|aller|soit|soient) _ (sur|dans|à) _ (compte|rib|iban|banque|livret)
    (où|sur quel compte) _ (versé*|virer|viré*|tombe|arrive) ~ {_FR_PAIE}
    (spécimen|folio|transit) ~~ {_FR_PAIE}
    {_FR_PAIE} ~ (ailleurs|néobanque|autre banque|banque en ligne)
    """,
    rf"""
    (nómina|sueldo|salario|haberes|quincena|paga|depósito de nómina) ~ (nueva|otra|cambi*|actualiz*|distinta|modific*
    |diferente) _ (cuenta|banco|iban|clabe|tarjeta|domiciliación)
    (nueva|otra|cambi*|actualiz*|distinta|modific*) _ (cuenta|banco|iban|clabe|datos bancarios|domiciliación) ~ (nómina*|sueldo|salario
    |haberes|quincena|paga)
    (cambi*|actualiz*|modific*|domicili*) _ (la |mi )?(nómina|cuenta de nómina|cuenta nómina|cuenta de mi nómina|depósito)
    (nómina|sueldo|salario|haberes|quincena|paga) ~ (a|en) (la |esta |mi )(cuenta )?(nueva|otra|siguiente|esta)
    (cuenta (de |de la |de mi )?nómina|cuenta de haberes|cuenta sueldo)
    {_ES_SUELDO} ~~ {IBAN}
    (iban|cuenta|clabe|banco) (nuevo|nueva|distinto|distinta) ~ {_ES_SUELDO}
    {_ES_SUELDO} ~ (otra|nueva|distinta|diferente) _ {ES_CUENTA}
    {IBAN} ~~ {_ES_SUELDO}
    {_ES_SUELDO} _ (ingres*|entr*|vaya|ir|cobrar|caiga|pas*|deposit*|llegue|abon*) _ (a|en) _ (la nueva|la mía|otra|mi cuenta|otra cuenta
    |nueva cuenta|nuevo banco|esta cuenta|ella)
    (cerré|cerramos|cierro|cierran|he cerrado|han bloqueado|me bloquearon|he abierto|abrí|he cambiado|cambié|cambiar|cambiarme|cámbiame
    |actualizar) _ {ES_CUENTA} ~~ {_ES_SUELDO}
    {_ES_SUELDO} ~~ (cerré|cerramos|cierro|cierran|he cerrado|han bloqueado|me bloquearon|he abierto|abrí|he cambiado|cambié|cambiarme
    |cámbiame|cambiame) _ {ES_CUENTA}
    (cobr*|nómina|sueldo|salario|quincena) ~ (en|a) la cuenta de (mi|un|una) (mujer|marido|hermano|hermana|madre|padre|pareja|esposa
    |esposo|amigo|hijo|hija)
    """,
    rf"""
    (salário|ordenado|vencimento|pagamento do salário|folha|holerite|remuneração|adiantamento) ~ (nova|outra|mud*|alter*|atualiz*|troc*
    |diferente) _ (conta|banco|iban|nib|chave pix|pix|dados)
    (nova|outra|mud*|alter*|atualiz*|troc*) _ (conta|banco|iban|nib|dados bancários|chave pix) ~ (salário|ordenado|vencimento|folha
    |remuneração)
    (mud*|alter*|atualiz*|troc*) _ (conta salário|conta de salário|conta do salário|conta ordenado|conta para o salário)
    (salário|ordenado|vencimento) ~ (para|na|nesta|numa|pra) (a |esta |minha )?(nova|outra|seguinte|conta)
    conta (salário|ordenado)
    {_PT_ORDENADO} ~~ {IBAN}
    (conta|banco) _ (bloquead*|encerrad*|fechad*|congelad*|cancelad*) ~~ {_PT_ORDENADO}
    (iban|conta|nib|pix|banco) (novo|nova) ~ {_PT_ORDENADO}
    {IBAN} ~~ {_PT_ORDENADO}
    {_PT_ORDENADO} _ (cair|caia|caísse|entrar|entre|ir|vá|pago|depositad*|creditad*|transferid*) _ (nele|nela|na minha|na nova|em outra
    |noutra|para a nova|para outra|pra nova|pra outra|neste|nesta|na conta)
    (abri|fechei|encerrei|mudei|troquei|mudar|trocar|alterar|bloquearam|cancelei) _ {PT_CONTA} ~~ {_PT_ORDENADO}
    {_PT_ORDENADO} ~~ (abri|fechei|encerrei|mudei|troquei|trocar|alterar|bloquearam|cancelei) _ {PT_CONTA}
    abri _ (cnpj|conta) ~~ {_PT_ORDENADO}
    {_PT_ORDENADO} ~~ (banco \d\d\d+|ag \d\d+|agência \d\d+)
    """,
    rf"""
    (stipendio|busta paga|salario|retribuzione|accredito|mensilità|paga) ~ (nuovo|nuova|altro|altra|cambi*|modific*|aggiorn*|vari*
    |divers*) _ (conto|iban|banca|coordinate)
    (nuovo|nuova|altro|cambi*|modific*|aggiorn*|vari*) _ (conto*|iban|banca|coordinate|dati bancari) ~ (stipendi*|busta paga|salario
    |retribuzione|accredito dello|mensilità)
    (accredit*|stipendio) ~ (sul|su un|al) (nuovo|altro|seguente|mio nuovo|un altro|diverso|questo) _ (conto|iban)
    (stipendio|busta paga|mensilità) ~ (iban|conto|coordinate) ~ (nuov*|cambi*|vecchi*|divers*)
    {_IT_STIPENDIO} ~~ {IBAN}
    (conto|banca|carta) _ (chiuso|bloccato|pignorato|chiusa|bloccata) ~~ {_IT_STIPENDIO}
    {IBAN} ~~ {_IT_STIPENDIO}
    {_IT_STIPENDIO} ~ (accredit*|versa*|arriv*|finisc*|vada|andare|mand*) ~ (sul|sulla|su un|su questo|al|in un) _ (conto|iban|carta
    |banca|postepay|libretto)
    (chiuso|chiudo|aperto|apro|cambiato|cambiare|cambio|bloccato|lasciato) _ {IT_CONTO} ~~ {_IT_STIPENDIO}
    {_IT_STIPENDIO} ~~ (chiuso|chiudo|aperto|cambiato|cambiare|cambio|bloccato|lasciato) _ {IT_CONTO}
    (nuove|altre|nuovo|nuova) _ (coordinate|iban|conto|banca) ~~ {_IT_STIPENDIO}
    """,
    rf"""
    (salaris|loon|salarisbetaling|loonbetaling|salarisrekening|verloning|vakantiegeld) ~ (nieuw*|ander*|wijzig*|gewijzigd|verander*
    |aanpas*|volgend*) _ (rekening*|bank*|iban|gegevens)
    (nieuw*|ander*|wijzig*|gewijzigd*|verander*|aanpas*) _ (rekening*|bank*|iban|gegevens) ~ (salaris*|loon*|verloning|uitbetal*
    |vakantiegeld)
    (salaris|loon) ~ (op|naar) _ (nieuw*|ander*|volgend*) _ (rekening*|bank*|iban)
    (salaris|loon) ~~ (nieuwe rekening|nieuwe bank|ander nummer|nieuw nummer|rekeningnummer)
    (nieuwe nummer|nieuw rekeningnummer|rekeningnummer) ~~ (salaris|loon|uitbetaling|betaald|maand)
    (salarisrekening|loonrekening) ~ (wijzig*|nieuw*|ander*|aanpas*)
    (wijzig*|nieuw*|ander*|aanpas*) _ (salarisrekening|loonrekening)
    {_NL_LOON} ~~ {IBAN}
    {NL_REKENING} ~ {_NL_LOON} (wijzigen|aanpassen|veranderen|doorgeven|omzetten)
    {IBAN} ~~ {_NL_LOON}
    {_NL_LOON} _ (stort*|overma*|betaald|komt|gaat|laten|mag|ontvang*) _ (op|naar) _ (rekening|nummer|rekeningnummer|iban|bank|kaart)
    (gewisseld|veranderd|gewijzigd|geopend|gesloten|opgezegd|geblokkeerd|overgestapt|doorgeven|wijzigen
    |aanpassen) _ {NL_REKENING} ~~ {_NL_LOON}
    {NL_REKENING} _ (gewisseld|veranderd|gewijzigd|geopend|gesloten|opgezegd|geblokkeerd|overgestapt|doorgeven|wijzigen
    |aanpassen) ~~ {_NL_LOON}
    {_NL_LOON} ~~ {NL_REKENING} _ (gewisseld|veranderd|gewijzigd|geopend|gesloten|opgezegd|geblokkeerd|overgestapt|doorgeven|wijzigen)
    (nieuw*|ander*|eigen) _ {NL_REKENING} ~~ {_NL_LOON}
    """,
    rf"""
    (wynagrodzeni*|pensj*|wypłat*|pobor*|premi*) ~ (now*|inn*|zmian*|zmieni*|aktualiz*) _ (kont*|rachun*|numer*|bank*)
    (now*|inn*|zmian*|zmieni*|aktualiz*) _ (kont*|rachun*|numer*|bank*) ~ (wynagrodzeni*|pensj*|wypłat*|pobor*)
    (wynagrodzenie|pensja|pensję|wypłata|wypłatę) ~ na (nowe|inne|nowy|inny|to|ten|poniższ*) _ (kont*|rachun*|numer*)
    {_PL_PENSJA} ~~ ({PL_NUMER}|{IBAN})
    ({PL_NUMER}|{IBAN}) ~~ {_PL_PENSJA}
    (now*|inn*|zmian*|zmieni*|aktualiz*|przenosz*|przeni*|zamkn*|założył*|otworzył*|zablokow*) _ {PL_KONTO} ~~ {_PL_PENSJA}
    {_PL_PENSJA} ~~ (now*|inn*|zmian*|zmieni*|aktualiz*|przenosz*|przeni*|zamkn*|założył*|otworzył*|zablokow*) _ {PL_KONTO}
    (przenosz*|przeni*) _ {_PL_PENSJA} _ (do|na) _ {PL_KONTO}
    """,
)
"""My pay is to go to another account."""
