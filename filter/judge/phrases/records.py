"""How somebody asks for records of people, customers or accounts, and for what opens a door. Phrases only."""

from __future__ import annotations

# What is said of a thing that somebody wants to be sent.
_EN_SEND = (
    "(send*|email*|e mail*|forward*|share|pull*|export*|need*|provide|get|give|upload*|compile|prepare|put together|let me have|have"
    "|want|like|drop|attach*|require*|run|request*|ask*|see|copy of|copies of|dig out|pass*|supply)"
)
_EN_SEND_ME = (
    "(send|email|e mail|forward|share|get|let|shoot|pass|give|provide|supply|upload|scan|drop|mail|fax|need|bring|require|want) _ "
    "(me|us|over|through|across|here|by return|copy|copies|your|along|back|a list|the latest|his|her|their|from you)"
)
_DE_SEND = (
    "(schick*|send*|sende*|zusend*|übersend*|übermittel*|weiterleit*|leite*|mail*|brauch*|benötig*|bräuchte|zukommen|zusammenstell*"
    "|zieh*|bereitstell*|exportier*|bitt*|haben|geben|gib|gebt|hochlad*|anfordern|lass*|reich*|besorg*|beifüg*)"
)
_FR_SEND = (
    "(envoy*|transm*|transf*|fourni*|adress*|besoin|faire parvenir|faites moi|communiqu*|partag*|export*|extra*|prépar*|joindre|passer"
    "|mettre|faut|souhait*|voudrais|préciser|aurais|scann*|dépos*|récupér*)"
)
_ES_SEND = (
    "(env*|mand*|pas*|remit*|reenv*|neces*|requiero|facilit*|compart*|adjunt*|prepar*|export*|sac*|proporcion*|hac* llegar|solicit*"
    "|piden|pide|quier*|descarg*|hagas|haz|dame|falta|bajar)"
)
_PT_SEND = (
    "(envi*|mand*|encaminh*|precis*|compartilh*|partilh*|remet*|fornec*|export*|prepar*|anex*|extra*|gera*|tira*|pass*|solicit*|pedir"
    "|pede|quer*|reenvi*|arranj*|junt*)"
)
_IT_SEND = (
    "(invi*|mand*|trasmett*|inoltr*|serve|servono|servirebbe*|fornir*|girar*|gira|girarmi|condivid*|allega*|esport*|estra*|prepar*"
    "|occorr*|ho bisogno|avrei bisogno|avere|vorrei|passa*|far avere|farmi avere|recuper*|scarica*|richied*|chied*|raccogl*)"
)
_NL_SEND = (
    "(stuur*|sturen|mail*|doorsturen|toesturen|toezenden|zend*|nodig|aanlever*|bezorg*|deel*|delen|exporteer*|trek*|maak*|geef*|geven"
    "|krijg*|hebben|ontvang*|draai*|samenstellen|opvragen|toekomen|zetten|uploaden|haal*)"
)
_PL_SEND = (
    "(wyśl*|prześl*|przesł*|podeśl*|podesł*|wysł*|potrzeb*|udostępni*|przygotow*|prosz*|wyeksport*|przekaz*|przekaż*|daj|dać|zestaw*"
    "|wygeneruj*|dostarcz*|załącz*|ściągni*|skopiuj*|podrzuc*|potrzebne)"
)


def _wanted(send: str, thing: str) -> str:
    """The phrases in which a thing is sent or needed, whichever comes first."""
    return f"{send} ~~ {thing}\n{thing} ~~ {send}"


def _near(send: str, thing: str) -> str:
    """The same in one sentence, for things that are common."""
    return f"{send} ~ {thing}\n{thing} ~ {send}"


TAX_DATA = (
    _wanted(
        _EN_SEND,
        "(w2s?|w 2s?|form w 2|1099s?|w9s?|w 9s?|p60s?|p45s?|p11ds?|t4s?|t4as?|payg|ir8a*|employment detail summar*|year end (summar*"
        "|certificate*|forms)|salary certificate*|earnings certificate*|nric|rl 1s?|staff summar*|ahv number*|income statements?"
        "|group certificate*|tax (form*|statement*|file number*|certificate*|summar*|record*|document*)|payslip*|pay slip*|pay stub*"
        "|paystub*|wage (statement*|data|record*|total*)"
        "|payroll (list*|register|report*|file*|record*|export|data|summary|journal|details|spreadsheet)|social security number*|ssns?"
        "|national insurance numbers?|ni numbers?|tfns?|employee (list*|data|record*|roster|master|bank details|file|details)"
        "|staff list*|headcount list|earnings (summar*|statement*|report*)|salary (list*|data|sheet|report|details))",
    ),
    _wanted(
        _DE_SEND,
        "(lohnsteuer*|lohnabrechnung*|gehaltsabrechnung*|gehaltsliste*|lohnliste*|lohnjournal*|lohnkonten|lohnkonto|lohnzettel"
        "|jahreslohnzettel|lohnausweis*|lohnunterlagen|lohndaten|gehaltsdaten|gehaltsübersicht|lohnübersicht|lohnbuch*|personalliste*"
        "|mitarbeiterliste*|personaldaten|mitarbeiterdaten|steuer ids?|steuer identifikationsnummer*|steueridentifikation*"
        "|sozialversicherungsnummer*|sv nummer*|ahv nummer*|personalstamm*|entgelt(abrechnung*|bescheinigung*|liste*|nachweis*)"
        "|verdienst(abrechnung*|bescheinigung*)|jahresmeldung*|lohnsteuerdaten|stammdaten (der|aller) (mitarbeit*|beschäft*"
        "|belegschaft)|steuerbescheinigung*|lohnscheine|bescheinigungen|gehaltszettel|lohnstreifen|abrechnungen der|personalakte*"
        "|geburtsdaten|bankkarte)",
    ),
    _wanted(
        _FR_SEND,
        "((fiches?|bulletins?) de (paie|paye|salaire)|bulletins (de|du) (mois|janvier|février|mars|avril|mai|juin|juillet|août"
        "|septembre|octobre|novembre|décembre)|bulletins d'(août|avril|octobre)|export des bulletins|rib des (agents|salariés)|dsn"
        "|das ?2|livre de paie|journal de paie|journaux de paie|numéros? de (sécurité sociale|sécu)|nir|liste (des|du) (salarié*"
        "|personnel|employé*|collaborateur*)|récapitulatif* ~ (salaire*|paie|paye)|masse salariale|attestations? fiscales?"
        "|relevés? de salaires?|données (de paie|salariales|du personnel)|état (des salaires|de paie)|certificats? de salaires?"
        "|fichier (du personnel|de paie|des salariés|paie)|avis d'imposition|registre du personnel|net imposable|fiches? (fiscales?"
        "|281)|cumuls? de paie)",
    ),
    _wanted(
        _ES_SEND,
        "(nóminas|recibos? de nómina|certificados? de (retenci*|ingresos|ingresos y retenciones|irpf)|modelo (190|111|145)"
        "|constancias? de (retenci*|percepci*|sueldos*)|listado* ~ (nómin*|emplead*|plantilla|trabajador*|salari*|personal)"
        "|relación de (emplead*|trabajador*|personal)|números? de (la )?seguridad social|nss|rfc|curp|cfdi de nómina"
        "|recibos? de (sueldo|haberes|salario)|resumen de nóminas|datos (de|del) (personal|los emplead*|la plantilla|los trabajador*)"
        "|formulario 107|liquidaciones de sueldo|layout de nómina|reporte de nómina|retenciones ~ (plantilla|emplead*|personal))",
    ),
    _wanted(
        _PT_SEND,
        "(informes? de rendimentos?|comprovantes? de rendimento*|recibos? de (vencimento*|salário|ordenado)|holerites?|contracheques?"
        "|declaraç* ~ rendimento*|mapa de ibans|folha de (pagamento*|salários|vencimentos)|dirf|rais|cpfs?|declaraç* (de|anual de"
        "|anuais de) (rendimento*|irs|imposto*)|mapa de (vencimento*|salário*|remuneraç*)|lista (de|dos) (funcionário*|colaborador*"
        "|salário*|trabalhador*|empregado*)|niss|nifs|relação (de|dos) (funcionário*|colaborador*|empregado*)|processamento salarial"
        "|ficheiro (de|dos) (salário*|vencimento*)|planilha (de|com) (salário*|funcionário*|colaborador*)|modelo 10)",
    ),
    _wanted(
        _IT_SEND,
        r"(certificazion* unic*|le cu|cu \d*|cud|buste paga|cedolin*|modell* 770|elenco (dei |del )?(dipendent*|personale)"
        r"|codici fiscali|libro unico*|lul|prospett* paga|riepilogo (stipendi|retribuzioni|paghe)|dati (dei dipendenti|del personale"
        r"|retributivi)|tabulat* paghe|elenco stipendi|lista (dei )?dipendenti|anagrafic* (dipendenti|del personale|dei dipendenti)"
        r"|le certificazioni)",
    ),
    _wanted(
        _NL_SEND,
        "(jaaropgave*|jaaroverzicht*|jaaropgaaf|jaaropgaven|loonstrook*|loonstrok*|salarisstrook*|salarisstrok*|salarisspecificatie*"
        "|loonstaat*|loonstaten|loonlijst*|salarislijst*|salarisoverzicht*|personeelslijst*|bsn|bsn's|bsn nummers|burgerservicenummer*"
        "|loonjournaal*|loonfiche*|fiche* 281|personeelsgegevens|werknemersgegevens|medewerkerslijst*|salarisgegevens|loongegevens"
        "|loonaangifte*|salarisadministratie|verzamelloonstaat|personeelsbestand|rijksregisternummer*)",
    ),
    _wanted(
        _PL_SEND,
        "(pit|pity|pit ?11|pit ?y|pit ?4r|pit ?11 ~ pracown*|list* płac|pasek|pask* wynagrodze*|rmua|zestawieni* (wynagrodze*|płac"
        "|pracownik*)|list* pracowni*|pesel*|numer* pesel|dane (osobowe )?pracownik*|kartotek* wynagrodze*|wynagrodze* pracowni*"
        "|informacj* o wynagrodze*|dane płacowe|deklaracj* pit)",
    ),
)
"""Send me the tax forms or the pay of everybody."""

AGING_REPORT = (
    _wanted(
        _EN_SEND,
        "((aging|ageing|aged) (report*|list*|summar*|receivable*|debt*|analysis|debtor*|schedule|balance*|a r|ar)"
        "|(accounts? )?receivable* (aging|ageing|report|list*|ledger|balances|schedule)?|a r (aging|ageing|report|list*)|ar (aging"
        "|ageing|report|list*)|debtor* (list*|report|ledger|aging|ageing|book)|aged (debtors|debt)|open (items|invoices"
        "|receivables) (list|report)?|outstanding (invoices|customer*|balances|receivables|debtors) (list|report)?|(list"
        "|report) of (all )?(open|outstanding|overdue|unpaid) (invoices|customer*|receivables|balances|accounts)|customer (statement*"
        "|contact list|list|balances)|aged ar|complete listing|customers ~ (owe|owing|outstanding|unpaid|overdue)|sales ledger"
        "|who owes us|past due (list|report|accounts|customers))",
    ),
    _wanted(
        _DE_SEND,
        "(offene* posten*|offenposten*|op liste*|opos*|op auswertung|debitorenliste*|debitorenübersicht|debitoren|forderungsliste*"
        "|forderungsübersicht|forderungsaufstellung|fälligkeitsliste*|fälligkeitsübersicht|altersstruktur*|außenstände*|aussenstände*"
        "|offene* (forderung*|kundenrechnung*|rechnungen)|saldenliste*|kundenliste*|kundensalden|mahnliste*|überfällige* (forderung*"
        "|rechnungen|posten)|ausstehende* (forderung*|rechnungen))",
    ),
    _wanted(
        _FR_SEND,
        "(balance (âgée|agée|clients?|auxiliaire)|balances? âgées?|encours (clients?|client)|créances? (clients?|en cours|ouvertes"
        "|échues)|(liste|état|relevé|tableau) (des|de nos) (impayé*|créance*|factures? (ouvertes|impayées|en attente|non réglées)"
        "|débiteur*|clients? (débiteur*|en retard))|factures? clients? (impayé*|en attente|ouvertes|non réglées)|échéancier clients?"
        "|comptes clients|liste des clients|grand livre clients|état client*|postes ouverts)",
    ),
    _wanted(
        _ES_SEND,
        "(antigüedad de (saldos|deuda|cartera)|(saldos?|cuentas|facturas|cartera|cobros|recibos|colegiaturas) (pendientes|por cobrar"
        "|vencid*|de clientes|de cobro|pendiente)|(listado|relación|reporte|informe|detalle) ~ (clientes|deudores|cobrar|morosos"
        "|vencid*|cartera|impagad*|pendientes de cobro)|cartera (vencida|de clientes)|cuentas por cobrar|deudores|partidas abiertas"
        "|saldos de clientes|pendiente de cobro)",
    ),
    _wanted(
        _PT_SEND,
        "(contas a receber|(títulos|faturas|duplicatas|saldos|notas|boletos|valores) (em aberto|em atraso|vencid*|pendentes|a receber"
        "|por receber|por cobrar)|aging|antiguidade (de )?(saldos|clientes)|balancete de antiguidade|clientes em atraso|(lista|relação"
        "|relatório|mapa|listagem|planilha) ~ (clientes|devedores|inadimplen*|receber|em aberto|vencid*|em atraso|cobran*)"
        "|inadimplentes|balancete (de )?clientes|conta corrente de clientes|dívidas de clientes)",
    ),
    _wanted(
        _IT_SEND,
        "(scadenzari*|scaduto (clienti)?|crediti (clienti|aperti|scaduti|verso)|partite aperte|partitari*|(elenco|lista|situazione"
        "|estratto|report|prospetto) ~ (clienti|crediti|insolut*|scadut*|apert*|debitor*)|fatture (aperte|insolute|scadute"
        "|non incassate|da incassare|attive aperte)|aging|esposizione clienti|saldi clienti|crediti v clienti|anzianità dei crediti)",
    ),
    _wanted(
        _NL_SEND,
        "(debiteuren*|debiteurenlijst*|debiteurenoverzicht*|openstaande (posten*|facturen|vorderingen|debiteuren|postenlijst)"
        "|openstaandepostenlijst|ouderdomsanalyse*|ouderdomslijst*|ouderdomsoverzicht*|ouderdom*|klantenlijst*|(lijst"
        "|overzicht) ~ (debiteuren|openstaand*|klanten|vorderingen)|vervallen facturen|klantsaldi|saldilijst*)",
    ),
    _wanted(
        _PL_SEND,
        "(należności*|struktur* wiekow*|wiekowani*|(zestawieni*|list*|wykaz*|raport*|rozrachunk*) ~ (należności*|klient*|kontrahent*"
        "|odbiorc*|dłużnik*|nieopłacon*|zaległ*|przeterminowan*|nierozliczon*|otwart*|rozrachunk*)|nieopłacon* faktur*"
        "|przeterminowan* (faktur*|należ*|płat*)|rozrachunk*|sald* (klient*|odbiorc*|kontrahent*)|dłużnik*|faktur* (nieopłacon*"
        "|niezapłacon*|po terminie))",
    ),
)
"""Send me what customers owe us, and whom to write to there."""

DOCUMENT = (
    """
    (passport*|driving licen*|identity card*|vendor master|supplier master|signature card*|specimen signature*|void cheque*
    |voided check*|bank statement*|cancel* checks|signatories) ~~ (send|email|forward|need|please|copy|copies|scan|attach|would you
    |could you|can you|outstanding|still open|by return)
    (list|file|copies|copy|overview
    |spreadsheet) of _ (vendors
    |suppliers|signatories|bank accounts|passports|checks|cheques|contracts|directors|shareholders|payees|creditors|employees)
    """
    + _near(
        _EN_SEND_ME,
        "(contract*|agreement*|passport*|driv* licen*|licen[cs]e copies|copy of (your|his|her|the)|copies of (your|his|her|the|their)"
        "|id card*|id cop*|identification|proof of (address|identity|residence)|void* cheque*|void* check*|bank statement*"
        "|statement* of account|bank confirmation|bank account*|account (list|signator*|balances)|bank letter*|letterhead*"
        "|signature (sample*|specimen*|page)|specimen signature*|signator*|financial statement*|management accounts|supplier list*"
        "|vendor list*|vendor (master|file)|org chart|organi[sz]ation chart|floor plan*|price list*|credentials|password*"
        "|certificate of incorporation|utility bill*|authority matrix|mandate|personnel file*|beneficial owner*|insurance certificate"
        "|spreadsheet|employment contract*|list of)",
    ),
    _near(
        _DE_SEND,
        "(vertrag*|verträge*|arbeitsvertr*|ausweis*|personalausweis*|reisepass*|passkopie*|kopie*|handelsregisterauszug*|kontoauszug*"
        "|kontoauszüge*|unterschriftsprobe*|unterschriftenprobe*|unterschriftenkarte*|unterlage*|vollmacht*|zugangsdaten|zugang"
        "|passwort*|kennwort*|lieferantenliste*|kreditoren*|stammblatt*|saldenbestätigung*|jahresabschluss*|bilanz*|briefkopf*"
        "|organigramm|preisliste*|konditionen*|kalkulation*|bonitätsunterlagen|vertretungsberechtig*|bankbestätigung*|kontenübersicht"
        "|kontostände*|zeichnung*|pläne|unterschriftenregelung|zeichnungsberechtig*|scan*)",
    ),
    _near(
        _FR_SEND,
        "(contrats?|conventions?|passeports?|pièces? d'identité|cartes? d'identité|cni|permis de conduire|kbis|k bis"
        "|relevés? (de compte*|bancaire*)|spécimens? de signature*|statuts|copies? (de|du|des) (votre|ton|la|passeport|carte|pièce)"
        "|justificatif*|rib|identifiants?|mot de passe|mots de passe|accès|liste (des|de nos|fournisseurs)|organigramme|délégations?"
        "|pouvoirs|bilan*|liasse|papier à en tête|procuration*|attestation*)",
    ),
    _near(
        _ES_SEND,
        "(contrato*|pasaporte*|dni|nie|ine|identificaci*|escritura*|copia de (tu|su|la|los)|extracto* (bancari*)?|estado* de cuenta"
        "|poder|poderes|documentación|constancia*|contraseña*|claves?|certificado de titularidad|certificado*|organigrama|expediente*"
        "|acta*|cif|cédula*|firma* autorizad*|comprobante de domicilio|balance*)",
    ),
    _near(
        _PT_SEND,
        "(contrato*|passaporte*|rg|cpf|cnh|cartão de cidadão|bilhete de identidade|identidade|certid*|cópia d*|extrato*|procuraç*"
        "|documentação|comprovante*|comprovativo*|senha*|contrato social|balanço*|balancete*|assinatura*|organograma|ficha*|apólice*)",
    ),
    _near(
        _IT_SEND,
        "(contratt*|passaport*|carta d'identità|carte d'identità|documentazione|visur*|estratt* conto|procur*|bilanci*|credenziali"
        "|password|specimen|organigramma|listin*|statuto|codice fiscale|patente|deleg*|scansion*|atto|atti|certificat*)",
    ),
    _near(
        _NL_SEND,
        "(contract*|overeenkomst*|paspoort*|identiteitsbewij*|id kaart*|legitimatie*|rijbewij*|kvk uittreksel*|uittreksel*|kopie*"
        "|afschrift*|bankafschrift*|handtekening*|volmacht*|stukken|inloggegevens|wachtwoord*|leverancierslijst*|crediteuren*"
        "|jaarrekening*|organogram|scan*)",
    ),
    _near(
        _PL_SEND,
        "(umow*|paszport*|dowod*|dowód*|odpis* krs|krs|kopi* (dowod*|paszport*|umow*)|wyciąg*|pełnomocnict*|hasł*|wzór podpis*"
        "|wzor* podpis*|skan*|sprawozdani*|zaświadczeni*|bilans*|uprawnieni*|prawo jazdy)",
    ),
)
"""Send me a contract, an identity document, a statement, a login."""
