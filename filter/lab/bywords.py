"""Words by which past mail tells who decides over money and who sends bills, in eight languages. Words only; nothing is decided here.

Looked for in folded text: plain letters, lower case. `_` in a word stands for any letters.
"""

from __future__ import annotations

import re2

from filter.judge.rules.fields import RE2_OPTIONS

_TITLES = """
ceo|cfo|coo|chief (executive|financial|finance|operating|people)( officer)?|managing (director|partner)|(finance|financial|hr) director
|director of (finance|operations|human resources|hr)|director|(vice |deputy )?president|chair(man|woman|person)?|(co )?(owner|founder)
|proprietor|general manager|head of (finance|accounts|accounting|hr|human resources|people|procurement|purchasing|payroll|administration)
|(financial |group )?controller|comptroller|treasurer|bursar|accounts (payable|receivable|manager|department)|accounts|accountant
|bookkeeper|payroll( manager| officer)?|(finance|office|hr|practice|business|operations|purchasing|procurement) manager|head teacher
|principal|mayor|company secretary|human resources

|(kaufmannische |stellvertretende )?gescha(e)?ftsfu(e)?hr_|gescha(e)?ftsleit_|vorstand_|prokurist_|inhaber_|finanzvorstand|finanzleit_
|leit_ (finanz_|buchhaltung|rechnungswesen|personal_|einkauf|controlling|verwaltung|der buchhaltung)|(finanz|bilanz|lohn)?buchhalt_
|finanzbuchhaltung|personalleit_|personalabteilung|rechnungswesen|kaufmannische leit_|verwaltungsleit_|einkaufsleit_|bu(e)?rgermeister_
|kammerer_|einrichtungsleit_|heimleit_|lohnburo

|pdg|p\\.d\\.g\\.|president_( directeur general| directrice generale)?|direct(eur|rice) (general_|financi_|administrati_|adjoint_)
|direct(eur|rice)|daf|drh|gerant_|co gerant_|responsable (compta_|financi_|administrati_|paie|rh|achats|des ressources humaines)
|chef_ comptable|comptab(le|ilite)|secretaire general_|maire( adjoint_)?|ressources humaines|associe_ gerant_

|direct(or|ora) (general|financier_|gerente|administrativ_|de (administracion|finanzas|operaciones|recursos humanos))|director_
|gerent_( general| administrativ_| financier_)?|gerencia|consejer_ delegad_|administrador_( unic_)?
|(jef_|responsable) de (administracion|contabilidad|finanzas|compras|personal|recursos humanos|tesoreria)
|president_|propietari_|contador_( general)?|contabilidad|tesorer_|recursos humanos|capital humano|rector_

|diret(or|ora) (geral|financeir_|executiv_|administrativ_|comercial|de (operacoes|recursos humanos))|diretor_|socio gerente|socia gerente
|administrador_( delegad_)?|gerente (geral|financeir_|administrativ_|de (rh|compras))|contabilista|contabilidade|tesoureir_|recursos humanos
|departamento financeiro|financeiro

|amminist_( delegat_| unic_)|dirett(ore|rice) (general_|amministrativ_|finanziari_|del personale)|direttore|direttrice|titolare
|president_|responsabile (amministrativ_|amministrazione|contabilita|del personale|acquisti|risorse umane)|ragionier_|contabilita
|ufficio (paghe|personale|contabilita|amministrazione)|risorse umane

|(algemeen |financieel |adjunct )?directeur|directie|bestuurder|bestuurssecretaris|eigena(ar|resse)
|hoofd (administratie|financien|boekhouding|personeelszaken|p&o|hr|inkoop)
|boekhoud_|salarisadministrati_|administratie|personeelszaken|penningmeester|burgemeester

|prezes_( zarzadu)?|wiceprezes_|dyrektor_( finansow_| generaln_| zarzadzajac_)?|g[l\\x{142}]own_ ksiegow_|ksiegow_|w[l\\x{142}]asciciel_
|cz[l\\x{142}]onek zarzadu|prokurent_|skarbnik|kadry|burmistrz
"""

_PAYING = """
pay|pays|paid|payments?|wire|wiring|transfers?|remit_|invoices?|reimburs_|deposits?|bank|iban|purchase orders?|ach|refunds?
|gift cards?|salary|payslips?|budget|creditors?|debtors?
|zahl_|bezahl_|uberweis_|ueberweis_|rechnung_|konto_|kontonummer|gehalt_|skonto|mahnung_|gutschrift_|anzahlung|freigabe|freigeben
|pay(er|e|ez|ee|ons)|paiements?|regl(er|ee|ement_|ez)|virement_|virer|factur_|acompte_|rib|remboursement_|salaires?|solde|tresorerie|impaye_
|pag(ar|o|os|ue|ad_|amos)|abon_|transferencia_|transfer(ir|e)|facturas?|cuenta_|nominas?|anticipo_|vencid_
|paga(r|mento_|ndo|s|mos)?|fatura_|boleto_|contas?|contabil_|salario_|adiantamento_|nota fiscal|vencimento_
|paga(re|to|ta|ti|menti?)?|bonific_|fattur_|saldo|saldare|conto|stipendi_|acconto|scadut_
|beta(al|len|ald|ling_)|overmak_|overboek_|factu(ur|ren)|rekening_|salaris_|aanbetaling|voorschot|krediteur_|debiteur_
|zap[l\\x{142}]a_|p[l\\x{142}]atno_|przelew_|przela_|faktur_|kont(o|a|em)|rachunk_|zaliczk_|wyp[l\\x{142}]at_
"""

_TRADE = """
invoic_|(purchase|your|our|sales) orders?|order (no|number|confirmation)|po number|quot(e|es|ation)|remittance|statement of account
|account statement|delivery|deliveries|shipment|payment terms|credit note|overdue|price list|past due|pro ?forma|retainer|fee note|our fees
|rent|lease
|rechnung_|bestell_|angebot_|lieferung_|lieferschein_|lieferant_|auftrag_|mahnung|gutschrift|zahlung_|honorar(e|rechnung_)?|preisliste
|bankverbindung
|factur_|commande_|devis|livraison_|avoir|reglement_|echeance_|honoraires|note d.honoraires|acompte|relance
|bon de (commande|livraison)|rib|loyer_
|pedido_|presupuesto|oferta|albaran_|entrega_|vencimiento|abono|honorarios|minuta|proveedor_|transferencia|alquiler|cuenta bancaria|renta
|fatura_|encomenda_|orcamento|entrega_|guia|nota de credito|honorarios|boleto_|nota fiscal|fornecedor_|pagamento_|renda|aluguel
|fattur_|ordin(e|i)|preventivo|offerta|consegna_|bolla|nota di credito|parcella|scadenza|fornitor_|pagamento_|bonifico|canone
|factu(ur|ren)|bestelling_|offerte|levering_|pakbon|creditnota|betaling_|honorarium|leverancier_|declaratie|huur
|faktur_|zamowieni_|ofert_|dostaw_|termin p[l\\x{142}]atnosci|korekt_|honorari(um|ow)|kontrahent_|czynsz
"""

_FIRM = r"""
ltd\.?|limited|llc|llp|inc\.?|corp\.?|corporation|plc|co\.|company|pty ltd\.?|pte ltd\.?|gmbh|ag|kg|ohg|e\. ?k\.|mbh
|sarl|s\.a\.r\.l\.|sas|s\.a\.s\.|eurl|sa|s\.a\.
|s\.?l\.?u?\.?|s\.?l\.?p\.|sl|lda\.?|ltda\.?|srl|s\.r\.l\.|spa|s\.p\.a\.|snc|s\.n\.c\.|b\.?v\.?|n\.?v\.?|v\.o\.f\.|sp\. ?z ?o\. ?o\.
|s\.?a\.? de c\.?v\.?|s\.r\.o\.|oy|ab|aps|a/s
|group|gruppe|groupe|gruppo|grupo|partners|associates|solicitors|avocats|abogados|advogados|rechtsanwalte|kanzlei|notaris_|accountants
"""


def _compiled(words: str) -> re2._Regexp[bytes]:
    """One pattern for all; where a word ends, no letter follows."""
    joined = "".join(words.split("\n")).replace("_", "[a-z]*")
    return re2.compile(rf"(?:^|[^a-z0-9-])(?:{joined})(?:$|[^a-z0-9])".encode(), RE2_OPTIONS)


TITLE = _compiled(_TITLES)
"""What somebody is: an executive, or one through whose hands money goes."""

PAYING = _compiled(_PAYING)
"""Talk of paying."""

TRADE = _compiled(_TRADE)
"""Talk between a firm and its customer."""

FIRM = _compiled(_FIRM)
"""What a firm's name ends in."""
