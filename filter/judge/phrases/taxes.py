"""How somebody asks for tax forms and pay records of the staff. Phrases only."""

from __future__ import annotations

from filter.judge.phrases.sending import DE_SEND, EN_SEND, ES_SEND, FR_SEND, IT_SEND, NL_SEND, PL_SEND, PT_SEND, near, wanted

TAX_DATA = (
    wanted(
        EN_SEND,
        "(w2|w2s|w 2|w 2s|form w 2|1099|1099s|w9|w9s|w 9|p60s?|p45s?|p11ds?|t4|t4s|t4as?|payg|ir8a*|employment detail summar*"
        "|year end (summar*|certificate*|forms)|salary certificate*|earnings certificate*|nric|rl 1s?|staff summar*|ahv number*"
        "|income statements?|group certificate*|tax (form*|statement*|file number*|certificate*|summar*|record*|document*)"
        "|payslip*|pay slip*|pay stub*"
        "|paystub*|wage (statement*|data|record*|total*)"
        "|payroll (list*|register|report*|file*|record*|export|data|summary|journal|details|spreadsheet)|social security number*|ssns?"
        "|national insurance numbers?|ni numbers?|tfns?|employee (list*|data|record*|roster|master|bank details|file|details)"
        "|staff list*|headcount list|earnings (summar*|statement*|report*)|salary (list*|data|sheet|report|details|breakdown|overview)"
        "|(pay|salaries|wages|salary|earnings) (of|for) (all|every|everyone|everybody|each|the whole|our) (staff|employee*|team)"
        "|(wage|pay|salary|december|january|last|final) slip*|pay (register|record*|data|list|sheet|ledger|figures)"
        "|payroll (summar*|ledger|sheet|history|run report|master|breakdown|figures|roster)|(tax|social insurance|sin|nino) numbers?"
        "|(staff|personnel|employee|employees) (details|roster|records|salaries|earnings|addresses|directory|file*|tax|pay|ids?)"
        "|form 16s?|form 24q|24q|irp ?5s?|it3as?|emp ?501|ea forms?|ir56*|form 26as|p9|p9s|p9as?|pan numbers?|proof of earnings|w 3"
        "|w2 forms|w 2 forms|year end tax|eofy|super(annuation)? (statement*|report*)|lohnsteuer*|pit 11|pesel*"
        "|dates of birth|home addresses|salar(y|ies) ~ (everyone|everybody|all staff|all employees|whole team|each employee))",
    )
    + near(
        EN_SEND,
        "((list|spreadsheet|file|record*|details|summary|report|table|register|export|breakdown|pdf*) _ (employees|staff|workers|personnel"
        "|everyone|crew|payroll|team) ~ (salar*|pay|wage*|tax|dates? of birth|social security|ssn*|national insurance|addresses|earnings"
        "|bank|gross|compensation))",
    ),
    wanted(
        DE_SEND,
        "(lohnsteuer*|lohnabrechnung*|gehaltsabrechnung*|gehaltsliste*|lohnliste*|lohnjournal*|lohnkonten|lohnkonto|lohnzettel"
        "|jahreslohnzettel|lohnausweis*|lohnunterlagen|lohndaten|gehaltsdaten|gehaltsübersicht|lohnübersicht|lohnbuch|lohnbuchauszug*"
        "|lohnbücher|personalliste*"
        "|mitarbeiterliste*|personaldaten|mitarbeiterdaten|steuer ids?|steuer identifikationsnummer*|steueridentifikation*"
        "|sozialversicherungsnummer*|sv nummer*|ahv nummer*|personalstamm*|entgelt(abrechnung*|bescheinigung*|liste*|nachweis*)"
        "|verdienst(abrechnung*|bescheinigung*)|jahresmeldung*|lohnsteuerdaten|stammdaten (der|aller) (mitarbeit*|beschäft*"
        "|belegschaft)|steuerbescheinigung*|lohnscheine|bescheinigungen|gehaltszettel|lohnstreifen|abrechnungen der|personalakte*"
        "|geburtsdaten|bankkarte|lohnbescheinigung*|jahreslohn*|jahresbescheinigung*|jahresabrechnung* der|gehälter|löhne"
        "|gehaltsaufstellung*"
        "|lohnaufstellung*|gehaltsnachweis*|lohnnachweis*|bezügemitteilung*|personalstammdaten|personalbogen|personalbögen|steuernummern"
        "|sozialversicherungsausweis*|gehaltstabelle*|abrechnungen ~ (mitarbeit*|belegschaft|team|personal|kolleg*|angestellt*)"
        "|(liste*|aufstellung*|übersicht*|tabelle*|daten) _ (mitarbeit*|beschäftigt*|angestellt*|belegschaft|personal*|kolleg*)"
        " ~ (gehalt*|lohn|löhne*|gehält*|steuer*|geburt*|anschrift*|adresse*|bankverbindung*))",
    ),
    wanted(
        FR_SEND,
        "((fiches?|bulletins?) de (paie|paye|salaire)|bulletins (de|du) (mois|janvier|février|mars|avril|mai|juin|juillet|août"
        "|septembre|octobre|novembre|décembre)|bulletins d'(août|avril|octobre)|export des bulletins|rib des (agents|salariés)|dsn"
        "|das ?2|livre de paie|journal de paie|journaux de paie|numéros? de (sécurité sociale|sécu)|nir|liste (des|du) (salarié*"
        "|personnel|employé*|collaborateur*)|récapitulatif* ~ (salaire*|paie|paye)|masse salariale|attestations? fiscales?"
        "|relevés? de salaires?|données (de paie|salariales|du personnel)|état (des salaires|de paie)|certificats? de salaires?"
        "|fichier (du personnel|de paie|des salariés|paie)|avis d'imposition|registre du personnel|net imposable|fiches? (fiscales?"
        "|281)|cumuls? de paie"
        "|bulletins? ~ (salarié*|personnel|tout le monde|équipe*|collaborateur*|agents?|cumul*)|(dernier*|derniers) bulletins?"
        "|fiches? individuelles?|relevés? (1|t4)|t4|t4s|salaires? ~ (de tous|de chaque|de toute|de l'ensemble|des salariés|du personnel)"
        "|rémunérations? (de|des|du) (tous|salariés|personnel|équipe*|collaborateur*)|grille (des|de) salaires|tableau des salaires"
        "|attestations? (de )?(salaire|employeur)|numéros? d'assurance sociale|numéros? (de )?sécu*|état nominatif|dads"
        "|certificats? fiscaux"
        "|(liste|tableau|fichier|export|récapitulatif) ~ (salarié*|personnel|employé*|agents|collaborateur*) ~ (salaire*|brut*|net*"
        "|naissance"
        "|sécu*|adresse*|rib))",
    ),
    wanted(
        ES_SEND,
        "(nóminas|recibos? de nómina|certificados? de (retenci*|ingresos|ingresos y retenciones|irpf)|modelo (190|111|145)"
        "|constancias? de (retenci*|percepci*|sueldos*)|listado* ~ (nómin*|emplead*|plantilla|trabajador*|salari*|personal)"
        "|relación de (emplead*|trabajador*|personal)|números? de (la )?seguridad social|nss|rfc|curp|cfdi de nómina"
        "|recibos? de (sueldo|haberes|salario)|resumen de nóminas|datos (de|del) (personal|los emplead*|la plantilla|los trabajador*)"
        "|formulario 107|liquidaciones de sueldo|layout de nómina|reporte de nómina|retenciones ~ (plantilla|emplead*|personal)"
        "|nómina ~ (de todos|de toda|completa|en excel|del personal|de la plantilla|de los emplead*|detallada)|(sueldos|salarios) (de|del)"
        " (todo*|toda|los|la plantilla|personal)|certificados? ~ (plantilla|trabajador*|emplead*)|recibos? de pago|hojas? salarial*"
        "|desprendibles? de (pago|nómina)|boletas? de pago|colillas? de pago|resumen anual|libro de (sueldos|nómina*|remuneraciones)"
        "|nóminas? (de|del) (mes|año|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)|tc2|rnt"
        "|(lista*|tabla|excel|archivo|fichero|base de datos|cuadro) ~ (emplead*|trabajador*|plantilla|personal) ~ (salari*|sueldo*|dni|nss"
        "|curp|domicilio*|brut*|nómina*))",
    ),
    wanted(
        PT_SEND,
        "(informes? de rendimentos?|comprovantes? de rendimento*|recibos? de (vencimento*|salário|ordenado)|holerites?|contracheques?"
        "|declaraç* ~ rendimento*|mapa de ibans|folha de (pagamento*|salários|vencimentos)|dirf|rais|cpfs?|declaraç* (de|anual de"
        "|anuais de) (rendimento*|irs|imposto*)|mapa de (vencimento*|salário*|remuneraç*)|lista (de|dos) (funcionário*|colaborador*"
        "|salário*|trabalhador*|empregado*)|niss|nifs|relação (de|dos) (funcionário*|colaborador*|empregado*)|processamento salarial"
        "|ficheiro (de|dos) (salário*|vencimento*)|planilha (de|com) (salário*|funcionário*|colaborador*)|modelo 10"
        "|recibos ~ (equipa|equipe|colaborador*|funcionário*|trabalhador*|todos)|(vencimentos|salários|ordenados) (de|dos|do) (todo*|toda"
        "|funcionário*|colaborador*|pessoal)|demonstrativos? de pagamento|folha ~ (todos|completa|funcionário*|colaborador*|equipe|mês)"
        "|ficha* (financeira*|de registro|de registo)|dados (pessoais |cadastrais )?(de|dos|do) (todos|funcionário*|colaborador*|pessoal"
        "|trabalhador*)|pis|extrato da folha|espelho da folha|declaração anual"
        "|(lista|tabela|ficheiro|planilha|relação|mapa) ~ (funcionário*|colaborador*|trabalhador*|empregado*) ~ (salári*|cpf*|nif"
        "|vencimento*"
        "|nascimento|morada*|endereço*))",
    ),
    wanted(
        IT_SEND,
        r"(certificazion* unic*|le cu|cu \d+|cud|buste paga|cedolin*|modell* 770|elenco (dei |del )?(dipendent*|personale)"
        r"|codici fiscali|libro unico*|lul|prospett* paga|riepilogo (stipendi|retribuzioni|paghe)|dati (dei dipendenti|del personale"
        r"|retributivi)|tabulat* paghe|elenco stipendi|lista (dei )?dipendenti|anagrafic* (dipendenti|del personale|dei dipendenti)"
        r"|le certificazioni|certificazion* ~ (dipendent*|personale|tutti)|paghe ~ (dipendent*|personale|tutti|mese)|cu dei|cu di tutti"
        r"|(stipendi|retribuzioni|salari) (di|dei|del) (tutti|tutto|dipendent*|personale|collaborator*)|tabella (stipendi|paghe"
        r"|retribuzioni)"
        r"|costo del personale|riepilog* pagh*|cedolini|bust* paga|f24 ~ dipendent*|registro paghe"
        r"|(elenco|lista|file|tabella|prospetto) ~ (dipendent*|personale|collaborator*) ~ (stipend*|retribu*|fiscal*|nascita|residenza"
        r"|lord*))",
    ),
    wanted(
        NL_SEND,
        "(jaaropgave*|jaaroverzicht*|jaaropgaaf|jaaropgaven|loonstrook*|loonstrok*|salarisstrook*|salarisstrok*|salarisspecificatie*"
        "|loonstaat*|loonstaten|loonlijst*|salarislijst*|salarisoverzicht*|personeelslijst*|bsn|bsn's|bsn nummers|burgerservicenummer*"
        "|loonjournaal*|loonfiche*|fiche* 281|personeelsgegevens|werknemersgegevens|medewerkerslijst*|salarisgegevens|loongegevens"
        "|loonaangifte*|salarisadministratie|verzamelloonstaat|personeelsbestand|rijksregisternummer*"
        "|loonfiche*|loonbrief*|loonbrieven|loonbriefje*|salarissen|lonen van|loonkosten|loonberekening*|loonoverzicht*|loonsta*"
        "|(lijst|overzicht|bestand|export|tabel) ~ (medewerkers|werknemers|personeel|collega's|iedereen) ~ (salaris*|loon*|bsn*|geboorte*"
        "|adres*|bruto*)|personeelsdossier*|personeelsoverzicht*|belastinggegevens|fiscale fiche*|geboortedat*)",
    ),
    wanted(
        PL_SEND,
        "(pit|pity|pit ?11|pit ?y|pit ?4r|list* płac*|pasek|paski|pask* (wynagrodze*|płac*)|rmua|zestawieni* (wynagrodze*|płac"
        "|pracownik*)|list* pracowni*|pesel*|numer* pesel|dane (osobowe )?pracownik*|kartotek* wynagrodze*|wynagrodze* pracowni*"
        "|informacj* o wynagrodze*|dane płacowe|deklaracj* pit"
        "|zarobk* (wszystkich|pracownik*|załog*)|płac* (wszystkich|pracownik*|załog*)|wynagrodzeni* (wszystkich|załog*|pracown*)"
        "|list* załog*"
        "|danych (osobowych )?pracown*|numer* (ubezpieczen*|nip)|imienn* (list*|wykaz*|zestawieni*)|zestawieni* płac*|raport* płac*"
        "|zus rmua"
        "|(list*|wykaz*|tabel*|plik*|baz*) ~ (pracownik*|załog*|osób|zatrudnion*) ~ (wynagrodze*|płac*|pesel*|adres*|pensj*|zarob*"
        "|urodz*))",
    ),
)
"""Send me the tax forms or the pay of everybody."""
