"""How somebody asks for their pay to go to another account. Phrases only."""

from __future__ import annotations

PAYROLL_CHANGE = (
    r"""
    (change|update|switch|move|moved|changed|updated|redirect|set up|amend|edit|replace|modify|reroute) ~ (direct deposit*|payroll
    |paycheck*|paycheque*|pay cheque|salary|wages|my pay|payslip account)
    (direct deposit*|payroll|paycheck*|paycheque*|salary|salaries|wages|my pay) ~ (chang*|updat*|switch*|moved|different|another
    |new (bank|account)|redirect*|new details)
    (paid|my pay|direct deposit*|salary|wages|paycheck*|payroll|expenses) ~ (into|to|in) (a |my |the |this )?(new|different|other
    |another) (bank |checking |savings |current )?(account|bank|card)
    (new|different|another|switched|changed|moved) _ (bank|banks|account|credit union) ~ (my pay|salary|payroll|wages|direct deposit*
    |paycheck*|paycheque*)
    (my|employee*|his|her) (bank*|account|deposit) (details|information|info|account) ~ (payroll|pay run|salary|payday|pay date
    |next pay*|pay period|pay cycle)
    (wages|salary|payroll|my pay|paycheck*|direct deposit) ~~ (new (iban|account|bank)|account is|fresh one|sort code|bsb|routing|moved to
    |online bank|switched banks|frozen|changed banks|joint account)
    (new (iban|account|bank)|fresh one|changed banks|switched banks|online bank|moved to|account is|sort code) ~~ (wages|salary|payroll
    |pay day|my pay|this month's pay|paycheck*|direct deposit)
    (payroll|salary|wage|direct deposit) (account|form|details|information|change|update)s? ~ (new|change|update|switch)
    """,
    r"""
    (gehalt|gehalts*|lohn|lohns|lohnkonto|bezüge|löhne|vergütung|lohnzahlung|entgelt*|sold) ~ (konto|bankverbindung|iban|bankdaten
    |kontoverbindung|kontodaten|bank) ~ (neu*|geänder*|änder*|ander*|wechsel*|gewechselt|umstell*|gesperrt|hinterleg*|überw*
    |aktualisier*)
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
    """,
    r"""
    (salaire*|paie|paye|rémunération|virement de paie|prime*|traitement) ~ (nouveau|nouvel|nouvelle*|autre|chang*|modif*
    |différent) _ (compte|rib|iban|banque|coordonnées)
    (nouveau|nouvel|nouvelle*|autre|chang*|modif*|mettre à jour|mise à jour|actualis*|transmet*|joins) _ (compte|rib|iban|banque
    |coordonnées|domiciliation) ~ (salaire*|paie|paye|rémunération|prime*)
    (salaire*|paie|paye|rémunération|indemnités|bonus) ~~ (nouvel iban|nouveau (rib|compte)|voici* _ iban|compte personnel|mon compte
    |change de banque|changé de banque|autre compte)
    (virer|verser) ~ (sur|vers) (mon|un autre|le nouveau) (compte|rib)
    (salaire*|paie|paye|rémunération) ~ (sur|vers) (un |mon |le |ce )?(nouveau|autre|compte suivant|compte ci)
    (mon|ma|mes) (rib|iban|banque|coordonnées bancaires|compte) ~ (chang*|modif*|mise à jour|nouv*) ~ (paie|paye|salaire*|virement)
    """,
    r"""
    (nómina|sueldo|salario|haberes|quincena|paga|depósito de nómina) ~ (nueva|otra|cambi*|actualiz*|distinta|modific*
    |diferente) _ (cuenta|banco|iban|clabe|tarjeta|domiciliación)
    (nueva|otra|cambi*|actualiz*|distinta|modific*) _ (cuenta|banco|iban|clabe|datos bancarios|domiciliación) ~ (nómina*|sueldo|salario
    |haberes|quincena|paga)
    (cambi*|actualiz*|modific*|domicili*) _ (la |mi )?(nómina|cuenta de nómina|cuenta nómina|cuenta de mi nómina|depósito)
    (nómina|sueldo|salario|haberes|quincena|paga) ~ (a|en) (la |esta |mi )(cuenta )?(nueva|otra|siguiente|esta)
    (cuenta (de |de la |de mi )?nómina|cuenta de haberes|cuenta sueldo)
    """,
    r"""
    (salário|ordenado|vencimento|pagamento do salário|folha|holerite|remuneração|adiantamento) ~ (nova|outra|mud*|alter*|atualiz*|troc*
    |diferente) _ (conta|banco|iban|nib|chave pix|pix|dados)
    (nova|outra|mud*|alter*|atualiz*|troc*) _ (conta|banco|iban|nib|dados bancários|chave pix) ~ (salário|ordenado|vencimento|folha
    |remuneração)
    (mud*|alter*|atualiz*|troc*) _ (conta salário|conta de salário|conta do salário|conta ordenado|conta para o salário)
    (salário|ordenado|vencimento) ~ (para|na|nesta|numa|pra) (a |esta |minha )?(nova|outra|seguinte|conta)
    conta (salário|ordenado)
    """,
    r"""
    (stipendio|busta paga|salario|retribuzione|accredito|mensilità|paga) ~ (nuovo|nuova|altro|altra|cambi*|modific*|aggiorn*|vari*
    |divers*) _ (conto|iban|banca|coordinate)
    (nuovo|nuova|altro|cambi*|modific*|aggiorn*|vari*) _ (conto*|iban|banca|coordinate|dati bancari) ~ (stipendi*|busta paga|salario
    |retribuzione|accredito dello|mensilità)
    (accredit*|stipendio) ~ (sul|su un|al) (nuovo|altro|seguente|mio nuovo|un altro|diverso|questo) _ (conto|iban)
    (stipendio|busta paga|mensilità) ~ (iban|conto|coordinate) ~ (nuov*|cambi*|vecchi*|divers*)
    """,
    r"""
    (salaris|loon|salarisbetaling|loonbetaling|salarisrekening|verloning|vakantiegeld) ~ (nieuw*|ander*|wijzig*|gewijzigd|verander*
    |aanpas*|volgend*) _ (rekening*|bank*|iban|gegevens)
    (nieuw*|ander*|wijzig*|gewijzigd*|verander*|aanpas*) _ (rekening*|bank*|iban|gegevens) ~ (salaris*|loon*|verloning|uitbetal*
    |vakantiegeld)
    (salaris|loon) ~ (op|naar) _ (nieuw*|ander*|volgend*) _ (rekening*|bank*|iban)
    (salaris|loon) ~~ (nieuwe rekening|nieuwe bank|ander nummer|nieuw nummer|rekeningnummer)
    (nieuwe nummer|nieuw rekeningnummer|rekeningnummer) ~~ (salaris|loon|uitbetaling|betaald|maand)
    (salarisrekening|loonrekening) ~ (wijzig*|nieuw*|ander*|aanpas*)
    (wijzig*|nieuw*|ander*|aanpas*) _ (salarisrekening|loonrekening)
    """,
    r"""
    (wynagrodzeni*|pensj*|wypłat*|pobor*|premi*) ~ (now*|inn*|zmian*|zmieni*|aktualiz*) _ (kont*|rachun*|numer*|bank*)
    (now*|inn*|zmian*|zmieni*|aktualiz*) _ (kont*|rachun*|numer*|bank*) ~ (wynagrodzeni*|pensj*|wypłat*|pobor*)
    (wynagrodzenie|pensja|pensję|wypłata|wypłatę) ~ na (nowe|inne|nowy|inny|to|ten|poniższ*) _ (kont*|rachun*|numer*)
    """,
)
"""My pay is to go to another account."""
