"""How somebody asks for a list of what customers owe. Phrases only."""

from __future__ import annotations

from filter.judge.phrases.sending import DE_SEND, EN_SEND, ES_SEND, FR_SEND, IT_SEND, NL_SEND, PL_SEND, PT_SEND, wanted

# Lists, and those that are on them.
_EN_LIST = (
    "(list|listing*|ledger|overview|breakdown|summary|table|spreadsheet|report*|schedule|statement|names|details|export|extract|rundown"
    "|file|printout|run|who|contacts|everyone|anyone|amounts|balances)"
)
_EN_CUSTOMERS = (
    "(customer*|client*|debtor*|buyer*|account*|payer*|principal*|tenant*|member*|donor*|sponsor*|patient*|parent*|famil*|insurer*"
    "|agenc*|dealer*|distributor*|owners|pledge*|invoice*|receivable*|fees|rents?|tuition|subscri*|a r|people|companies|whoever)"
)
_EN_OWING = (
    "(unpaid|overdue|past due|outstanding|owe|owes|owed|owing|in arrears|arrears|late payers?|still to pay|yet to pay|delinquent|open"
    "|behind with|behind on|due dates?|days late|over (30|60|90|sixty|ninety|thirty)|uncollected|to collect|not yet received)"
)
_DE_LIST = (
    "(liste*|aufstellung*|übersicht*|auswertung*|tabelle*|auszug|excel*|export|auflistung*|wer|welche|welche kunden|stand der"
    "|zusammenstellung)"
)
_DE_CUSTOMERS = (
    "(kunde*|debitor*|mieter*|mitglied*|schuldner*|patient*|rechnung*|forderung*|posten|mandant*|eltern|gäste|eigentümer*|beiträge*|beitrag"
    "|abnehmer*|händler*|auftraggeber*|firmen)"
)
_DE_OWING = (
    "(offen*|überfällig*|fällig*|unbezahlt*|ausstehend*|aussteh*|außenst*|aussenst*|rückst*|im verzug|säumig*|schulde*|schuldig*|ausständ*"
    "|im rückstand|hinterher|fälligkeit*|mahn*)"
)
_FR_LIST = "(liste*|état|relevé|tableau|récap*|fichier|extraction|export|détail|qui|point|balance|listing*|situation)"
_FR_CUSTOMERS = (
    "(client*|débiteur*|locataire*|adhérent*|facture*|patient*|famille*|créance*|copropriétaire*|contribuable*|compte*|donneurs d'ordre"
    "|cotisation*|loyer*|acheteur*|distributeur*)"
)
_FR_OWING = (
    "(impay*|en retard|retards?|en attente|échu*|échéance*|nous doivent|doivent encore|dus?|dues?|ouvert*|non (réglé*|soldé*|payé*"
    "|encaissé*)|à encaisser"
    "|en souffrance|à recevoir|reste* à payer|solde*|arriéré*|plus de (30|60|90) jours|à relancer)"
)
_ES_LIST = "(list*|relación|reporte*|informe|detalle|cuadro|tabla|excel|resumen|quién*|qué clientes|estado|fichero|lo que|los que)"
_ES_CUSTOMERS = (
    "(client*|deudor*|inquilino*|soci*|factura*|alumno*|padres|famili*|propietari*|cuenta*|vecino*|distribuidor*|recibo*|cuota*|promotor*"
    "|paciente*|empresas|minuta*)"
)
_ES_OWING = (
    "(pendiente*|vencid*|impagad*|atrasad*|por cobrar|por pagar|nos deben?|deben dinero|adeud*|moros*|sin pagar|sin cobrar|atraso*"
    "|retraso*|vencimiento*"
    "|abiert*|saldo*)"
)
_PT_LIST = "(list*|relação|relatório*|mapa|planilha|quadro|resumo|extrato|ficheiro|arquivo|quem|quais|tabela|o que|posição)"
_PT_CUSTOMERS = (
    "(client*|devedor*|inquilino*|condómino*|condômino*|sóci*|fatura*|factura*|aluno*|pais|boleto*|título*|duplicata*|conta*|assinante*"
    "|distribuidor*|quota*|mensalidade*|utente*|empresas|associado*)"
)
_PT_OWING = (
    "(em aberto|em atraso|atrasad*|vencid*|pendente*|a receber|por receber|por cobrar|nos devem?|devem dinheiro|dívida*|inadimpl*"
    "|por pagar|em falta"
    "|por liquidar|vencimento*|em mora|saldo*|débito*)"
)
_IT_LIST = "(elenc*|lista|situazione|estratto|report|prospetto|riepilogo|tabella|file|chi|quali|stampa|quadro|foglio|dettaglio)"
_IT_CUSTOMERS = (
    "(client*|debitor*|inquilin*|condòmin*|condomin*|soci|fattur*|credit*|conduttor*|alliev*|famigli*|pazient*|committent*|rivenditor*"
    "|distributor*|rate|quote|aziende|conti)"
)
_IT_OWING = (
    "(scadut*|insolut*|apert*|in ritardo|ritard*|arretrat*|da incassare|da saldare|ci devono|ci deve|moros*|pendent*|sospes*|scadenz*|sald*"
    "|impagat*|debito|ancora da pagare)"
)
_NL_LIST = "(lijst*|overzicht*|rapport*|tabel|bestand|excel*|uitdraai|wie|welke klanten|stand|export|opgave|opsomming)"
_NL_CUSTOMERS = (
    "(klant*|debiteur*|huurder*|leden|factu*|vordering*|afnemer*|opdrachtgever*|ouders|patiënt*|cliënt*|posten|saldi|eigenaren|donateurs"
    "|bewoners|bedrijven)"
)
_NL_OWING = (
    "(openst*|open staa*|onbetaald*|achterstallig*|vervallen|verlopen|te laat|achterstand*|schuldig*|verschuldigd*|te vorderen|te ontvangen"
    "|nog betalen|moeten betalen|vervaldat*|ouderdom*)"
)
_PL_LIST = "(zestawieni*|list*|wykaz*|raport*|spis*|tabel*|kto|rejestr*|analiz*|plik*|wydruk*|stan|którzy)"
_PL_CUSTOMERS = (
    "(klient*|kontrahent*|odbiorc*|dłużnik*|najemc*|faktur*|należnoś*|lokator*|członk*|firm*|płatnik*|sald*|rodzic*|zleceniodawc*"
    "|właściciel*|składk*|rozrachunk*)"
)
_PL_OWING = (
    "(zaleg*|przeterminowan*|nieopłacon*|niezapłacon*|nierozliczon*|otwart*|po terminie|do zapłaty|winn*|dług*|zadłuż*|nieuregulowan*"
    "|opóźni*|termin* płatnoś*|wymagaln*|nierozrachowan*)"
)


def _listed(kind: str, customers: str, owing: str) -> str:
    """Lists of those that owe, in either order; both within a few words, for each of them is common."""
    return f"{kind} _ {customers} _ {owing}\n{kind} _ {owing} _ {customers}\n"


AGING_REPORT = (
    wanted(
        EN_SEND,
        "((aging|ageing|aged) (report*|list*|summar*|receivable*|debt*|analysis|debtor*|schedule|balance*|a r|ar|trial|buckets|ledger"
        "|for|by|of|as at|as of|spreadsheet|file|detail*|accounts|invoices)|(a r|ar|receivable*|debtor*|current|latest|customer|client)"
        " (aging|ageing)|accounts? receivable*( report| list*| ledger| balances| schedule)?"
        "|(receivables?|a r|ar) (report|list*|ledger|balances|schedule|statement|breakdown|file|detail|position)"
        "|(debtor*) (list*|report|ledger|book|balances|schedule|control)|aged (debtors|debt)|aged ar|sales ledger|open (items"
        "|invoices|receivables|balances)|outstanding (invoices|customer*|client*|balances|receivables|debtors|debts|accounts)"
        "|(overdue|unpaid|past due|late) (invoices|customers|clients|accounts|receivables|list|report|balances|payers)"
        "|customer (statement*|contact list|list|balances|ledger)|client (balances|ledger)|arrears (list|report)"
        "|(customer*|client*|debtor*|tenant*|member*) ~ (owe|owes|owing|outstanding|unpaid|overdue|past due|in arrears)"
        "|complete listing of (all |our |the )?(customer*|client*|debtor*|accounts|receivables)|who (still )?owes? us|collections? (list"
        "|report)|late payers|debtors)",
    )
    + wanted(
        EN_SEND,
        "((what|who|which|whoever|everyone|everybody|anyone|all|customers|clients|people|companies|tenants|members|patients) ~ (owe|owes"
        "|owing|owed to|still owe|still owes|due to) (us|the (company|firm|school|club|practice|charity|trust|business))|(unpaid|open"
        "|outstanding|overdue|uncollected|late) (fees|pledges|rents?|tuition|dues|subscriptions|premiums|bills|accounts|balances|claims"
        "|invoices|items|orders|receivables) _ (by|per|for each|listed|with|broken down|grouped|sorted) _ (client*|customer*|donor*|member*"
        "|tenant*|debtor*|patient*|contact*|name*|age|account*|famil*|emails?))",
    )
    + wanted(
        EN_SEND,
        "(receivables|a r|ar|aged creditors|creditor ageing|creditor aging|customer items|unpaid (subs|suppliers)) ~ (emails?|contacts?"
        "|mail ids|billing contact*|payables person|who we (write|deal))",
    )
    + wanted(EN_SEND, f"({_EN_LIST} _ {_EN_CUSTOMERS} _ {_EN_OWING}|{_EN_LIST} _ {_EN_OWING} _ {_EN_CUSTOMERS})"),
    wanted(
        DE_SEND,
        "(offene* posten*|offenposten*|op liste*|opos*|op auswertung|debitorenliste*|debitorenübersicht*|debitoren|forderungsliste*"
        "|forderungsübersicht|forderungsaufstellung|fälligkeitsliste*|fälligkeitsübersicht|altersstruktur*|außenstände*|aussenstände*"
        "|offene* (forderung*|kundenrechnung*|rechnungen)|saldenliste*|kundenliste*|kundensalden|mahnliste*|überfällige* (forderung*"
        "|rechnungen|posten)|ausstehende* (forderung*|rechnungen)|debitorenauswertung*|debitorensalden*|rückstandsliste*|mietrückst*"
        "|beitragsrückst*|wer uns _ schuld*|uns (noch )?(geld )?(schulden|schuldet|schuldig)|(kunden|mieter|mitglieder|debitoren"
        "|mandanten) (mit|die) _ (offen*"
        "|rückst*|verzug|überfällig*|schuld*|ausstehend*|nicht gezahlt)|offenen debitor*|unbezahlte* rechnungen|forderungsbestand"
        "|forderungsspiegel|zahlungsrückst*|debitorenkonten"
        "|fälligkeitsstruktur*)",
    )
    + _listed(_DE_LIST, _DE_CUSTOMERS, _DE_OWING)
    + wanted(DE_SEND, f"{_DE_OWING} _ (je|pro|nach|von jedem) (kunde*|mieter*|mitglied*|debitor*|patient*|mandant*|auftraggeber*|firma)"),
    wanted(
        FR_SEND,
        "(balance (âgée|agée|clients?|auxiliaire)|balances? âgées?|listes? âgées?|encours (clients?|client)|créances? (clients?|en cours"
        "|ouvertes|échues)|(liste|état|relevé|tableau|point) (des|de nos|sur les) (impayé*|créance*|factures? (ouvertes|impayées|en attente"
        "|non réglées)|débiteur*|clients? (débiteur*|en retard)|arriéré*)|factures? clients? (impayé*|en attente|ouvertes|non réglées)"
        "|échéancier clients?|comptes (clients|à recevoir|débiteurs)|liste des clients|grand livre clients|état client*|postes ouverts"
        "|(qui|que|clients) ~ nous (doit|doivent)|(clients|locataires|débiteurs|adhérents) (avec|qui|dont|en) _ (retard*|impay*|dû|solde*"
        "|attente"
        "|échu*)|impayés|arriérés|retards de paiement|restes à recouvrer|suivi des encaissements)",
    )
    + _listed(_FR_LIST, _FR_CUSTOMERS, _FR_OWING)
    + wanted(FR_SEND, f"{_FR_OWING} _ par (client*|locataire*|famille|adhérent*|débiteur*|patient*|compte|contribuable*|ancienneté)"),
    wanted(
        ES_SEND,
        "(antigüedad de (saldos|deuda|cartera)|(saldos?|cuentas|facturas|cartera|cobros|recibos|colegiaturas|cuotas) (pendientes|por cobrar"
        "|vencid*|de clientes|de cobro|pendiente|impagad*)|(listado|relación|reporte|informe|detalle) ~ (clientes|deudores|cobrar|morosos"
        "|vencid*|cartera|impagad*|pendientes de cobro)|cartera (vencida|de clientes)|cuentas por cobrar|deudores|partidas abiertas"
        "|saldos de clientes|pendiente de cobro|(quién*|quien*|que|lo que) nos (deben?|adeudan?)|(clientes|inquilinos|socios"
        "|deudores) (con|que) _ (pendiente*|vencid*|atras*|deben"
        "|adeud*|impagad*|retraso)|lo que hay por cobrar|morosidad|lista de morosos|morosos|impagados)",
    )
    + _listed(_ES_LIST, _ES_CUSTOMERS, _ES_OWING)
    + wanted(ES_SEND, f"{_ES_OWING} _ por (cliente*|inquilino*|socio*|alumno*|deudor*|familia|paciente*|antigüedad|empresa)"),
    wanted(
        PT_SEND,
        "(contas a receber|(títulos|faturas|duplicatas|saldos|notas|boletos|valores|quotas) (em aberto|em atraso|vencid*|pendentes"
        "|a receber"
        "|por receber|por cobrar|em dívida)|aging|antiguidade (de )?(saldos|clientes)|balancete de antiguidade|clientes em atraso|(lista"
        "|relação|relatório|mapa|listagem|planilha) ~ (clientes|devedores|inadimplen*|receber|em aberto|vencid*|em atraso|cobran*)"
        "|inadimplentes|balancete (de )?clientes|conta corrente de clientes|dívidas de clientes|(quem|que) nos (deve|devem)|(clientes"
        "|inquilinos|sócios|alunos|devedores) (com|que) _ (aberto|atras*|vencid*|por pagar|dívida*|devem"
        "|pendent*|falta)|posição de clientes|devedores"
        "|cobranças pendentes|inadimplência)",
    )
    + _listed(_PT_LIST, _PT_CUSTOMERS, _PT_OWING)
    + wanted(PT_SEND, f"{_PT_OWING} _ por (cliente*|inquilino*|sócio*|aluno*|devedor*|família|condómino*|antiguidade|empresa)"),
    wanted(
        IT_SEND,
        "(scadenzari*|crediti (clienti|aperti|scaduti|verso)|partite aperte|partitari*|(elenco|lista|situazione"
        "|estratto|report|prospetto) ~ (clienti|crediti|insolut*|scadut*|apert*|debitor*)|fatture (aperte|insolute|scadute"
        "|non incassate|da incassare|attive aperte)|aging|esposizione clienti|saldi clienti|crediti v clienti|anzianità dei crediti"
        "|(chi|che|quanto) ci (deve|devono)|(clienti|inquilini|soci|debitori|condomini) (con|che|in) _ (scadut*|insolut*|arretrat*|ritardo"
        "|pagare"
        "|saldare|debito|sospeso)|scaduto|insoluti|morosi|morosità|clienti morosi|arretrati)",
    )
    + _listed(_IT_LIST, _IT_CUSTOMERS, _IT_OWING)
    + wanted(IT_SEND, f"{_IT_OWING} _ per (cliente*|inquilino*|socio|debitore*|famiglia|condomino*|paziente*|anzianità|azienda)"),
    wanted(
        NL_SEND,
        "(debiteuren*|debiteurenlijst*|debiteurenoverzicht*|openstaande (posten*|facturen|vorderingen|debiteuren|postenlijst|saldi|huren)"
        "|openstaandepostenlijst|ouderdomsanalyse*|ouderdomslijst*|ouderdomsoverzicht*|ouderdom*|klantenlijst*|(lijst"
        "|overzicht) ~ (debiteuren|openstaand*|klanten|vorderingen)|vervallen facturen|klantsaldi|saldilijst*|(wie|wat) _ ons _ schuldig"
        "|(klanten|huurders|leden|debiteuren) (met|die) _ (openst*|achterstand*|betalen|schuldig|vervallen|te laat)"
        "|onbetaalde facturen"
        "|achterstanden|wanbetalers|huurachterstand*|aanmaningslijst*|incassolijst*|betalingsachterstand*)",
    )
    + _listed(_NL_LIST, _NL_CUSTOMERS, _NL_OWING)
    + wanted(NL_SEND, f"{_NL_OWING} _ per (klant*|huurder*|lid|debiteur*|patiënt*|afnemer*|opdrachtgever*|bedrijf)"),
    wanted(
        PL_SEND,
        "(należnoś*|struktur* wiekow*|wiekowani*|(zestawieni*|list*|wykaz*|raport*|rozrachunk*) ~ (należnoś*|klient*|kontrahent*"
        "|odbiorc*|dłużnik*|nieopłacon*|zaległ*|przeterminowan*|nierozliczon*|otwart*|rozrachunk*)|nieopłacon* faktur*"
        "|przeterminowan* (faktur*|należ*|płat*)|rozrachunk*|sald* (klient*|odbiorc*|kontrahent*)|dłużnik*|faktur* (nieopłacon*"
        "|niezapłacon*|po terminie)|(kto|którzy|ile) _ nam _ (winn*|zaleg*|zalega*)|(klient*|kontrahen*|najemc*) (z|którzy|co"
        "|ze) _ (zaleg*|zalega*|zadłuż*|niezapł*|nieopł*"
        "|przetermin*)|zaległoś*|zaległych|windykac*|zadłużeni*)",
    )
    + _listed(_PL_LIST, _PL_CUSTOMERS, _PL_OWING)
    + wanted(PL_SEND, f"{_PL_OWING} _ (na|wg|według|po|dla każdego) (klient*|kontrahent*|najemc*|dłużnik*|odbiorc*|lokator*|firm*)"),
)
"""Send me a list of what customers owe us, and whom to write to there."""

AGING_REPORT_FIRM = (
    """
    (list|listing|names|report|overview|breakdown|ledger|schedule|statement|send me|tell me|show me|export|see) _ (who|which|customers
    |clients|members|tenants|debtors|invoices|accounts|pledges|parents|donors|patients|everyone|those|anyone) ~ (haven't|hasn't|have not
    |has not|not) (yet |still )?(paid|settled|come in|been (paid|settled|collected|received))
    """,
    """
    (liste*|aufstellung*|übersicht*|auswertung*|welche|wer|schick*|send*) ~ (kunden|mieter*|rechnungen|debitoren|mitglieder|beiträge
    |mandanten|posten) ~ nicht (bezahlt*|gezahlt|beglichen*|eingegangen*|überwiesen*)
    """,
    """
    (liste|état|relevé|tableau|point|envoy*|envoie*|qui|suivre|sors|transm*) ~ (clients?|factures?|locataires?|créances?|adhérents|débiteurs
    |cotisations) ~ (non|pas|pas encore) (réglé*|payé*|soldé*|encaissé*|acquitté*)
    """,
    """
    (lista*|listado|relación|quién*|qué|env*|mánda*|manda*|reporte|informe) ~ (clientes|facturas|inquilinos|socios|recibos|alumnos
    |cuotas) ~ no (han |ha |nos han |están )?(pagad*|abonad*|cobrad*|liquidad*)
    """,
    """
    (lista|relação|mapa|quem|quais|envi*|mand*|relatório) ~ (clientes|faturas|facturas|inquilinos|sócios|boletos|quotas
    |condóminos) ~ não (foram |estão |nos )?(pag*|liquid*|quit*)
    """,
    """
    (elenco|lista|prospetto|situazione|chi|quali|invi*|mand*) ~ (clienti|fatture|inquilini|soci|rate
    |condomini) ~ non (ancora |hanno |sono state |hanno ancora )?(pagat*|saldat*|incassat*|versat*)
    """,
    """
    (lijst*|overzicht*|wie|welke|stuur*|uitdraai) ~ (klanten|facturen|huurders|leden|debiteuren|posten) ~ niet (betaald*|voldaan*|voldane
    |geïnd*)
    """,
    """
    (list*|zestawieni*|wykaz*|kto|którzy|wyśl*|prześl*) ~ (klien*|kontrahen*|faktur*|najemc*|członk*|lokator*) ~ nie (zapłac*|opłac*|uregul*
    |zostały)
    """,
)
"""The same of those that have not paid: what is negated there is no refusal to send it."""
