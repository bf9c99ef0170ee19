"""How somebody asks for contracts, identity documents, statements, and lists of suppliers or accounts. Phrases only."""

from __future__ import annotations

from filter.judge.phrases.sending import DE_SEND, EN_SEND_ME, ES_SEND, FR_SEND, IT_SEND, NL_SEND, PL_SEND, PT_SEND, near

DOCUMENT = (
    """
    (they|auditors?|banks?|notary|broker|insurer|lender|people|embassy|portal|tender|lawyers?|solicitors?|agency
    |registrar) (now |also |still |only )?(wants|want|need|needs|require|requires|are asking for|is asking for|asked for
    |insists? on) ~ (passport*|driving licen*|identity card*|vendor master|supplier master|signature card*|specimen signature*|void cheque*
    |voided check*|bank statement*|cancel* checks|signatories|id card*|id document*|cancelled cheque*|canceled check*|pan cop*|bank mandate
    |bank letter|utility bill*|proof of address|signature specimen*|i 9|supplier list*|vendor list*|work permit*|driver licen*
    |drivers licen*|driver s licen*|certificate of incorporation)
    (please|kindly|pls|could you|can you|would you|will you) (also |just |then |now )?(send|email|forward|share|scan|attach|upload|provide
    |supply|submit|furnish|return|photograph|dig out) ~ (passport*|driving licen*|identity card*|vendor master|supplier master
    |signature card*|specimen signature*|void cheque*|voided check*|bank statement*|cancel* checks|signatories|id card*|id document*
    |cancelled cheque*|canceled check*|pan cop*|bank mandate|bank letter|utility bill*|proof of address|signature specimen*|i 9
    |supplier list*|vendor list*|work permit*|driver licen*|drivers licen*|driver s licen*|certificate of incorporation)
    (passport*|driving licen*|identity card*|vendor master|supplier master|signature card*|specimen signature*|void cheque*
    |voided check*|bank statement*|cancel* checks|signatories) ~~ (send|email|forward|need|please|copy|copies|scan|attach|would you
    |could you|can you|outstanding|still open|by return)
    (list|file|copies|copy|overview|spreadsheet|export|ledger|scans?|rundown|breakdown) of _ (vendors|suppliers|signatories|bank accounts
    |passports|checks|cheques|directors|shareholders|payees|creditors|employees|licen[cs]es|leases|subcontractors
    |beneficiaries|contractors|accounts we|balances|mandates?)
    (scan|scans|copy|copies|photo|photos|picture|pictures) of (your|his|her|their|the|both|each|a) _ (passport*|licen[cs]e*|id|ids|visa*
    |permit*|signature*)
    (scan|scans|copy|copies|photo|photos|picture|pictures) of (your|his|her|their|both) _ (card*|cheque*|check*|contract*|mandate*
    |statement*|lease*|deed*|certificate*)
    (please|kindly|need|needs|want|wants|require*|could|can|would|send*|email|missing|by return|reply) ~ (scan|scans|copy|copies|photo
    |photos) of (the|each|a) _ (card*|cheque*|check*|contract*|mandate*|statement*|lease*|deed*|certificate*)
    (list|ledger|export|overview|spreadsheet|details) _ (suppliers|vendors|creditors|payees|subcontractors|contractors) ~ (bank*|account*
    |payment*|balance*|owe*|due*|open|contact*|iban*|remit*|terms)
    (who|names) _ (sign|signs|approve|approves|signatory|signatories|authori[sz]ed|authori[sz]es) _ (account|accounts|payment*|bank|cheque*
    |check*|wire*|transfer*)
    (i|we) (also |still |just |will |ll |only |do |d )?(need|require|want|like|lack|am missing|am short of|are missing) ~ (passport*
    |driving licen*|id card*|identity card*|bank mandate|specimen signature*|signature card*|void* cheque*|void* check*|bank statement*
    |vendor master|supplier master|vendor list|supplier list|supplier ledger|creditors ledger|tax return*|i 9|list of)
    (front and back|both sides) _ (licen[cs]e*|id|ids|card*|passport*|permit*|cheque*|check*)
    """
    + near(
        EN_SEND_ME,
        "(contract*|agreement*|passport*|driv* licen*|licen[cs]e copies|copy of (your|his|her|the)|copies of (your|his|her|the|their)"
        "|id card*|id cop*|identification|proof of (address|identity|residence)|void* cheque*|void* check*|bank statement*"
        "|statement* of account|bank confirmation|bank account*|account (list|signator*|balances)|bank letter*|letterhead*"
        "|signature (sample*|specimen*|page)|specimen signature*|signator*|financial statement*|management accounts|supplier list*"
        "|vendor list*|vendor (master|file)|org chart|organi[sz]ation chart|floor plan*|price list*|credentials|password*"
        "|certificate of incorporation|utility bill*|authority matrix|mandate|personnel file*|beneficial owner*|insurance certificate"
        "|spreadsheet|employment contract*|list of|passport (page*|cop*|scan*|number*|details)|i 9|onboarding (pack*|form*|document*)"
        "|diploma*"
        "|(recent|latest|last|current|page of the) statement*|bank (mandate*|details of|reconciliation)|cheque (copies|images)"
        "|check (copies|images)"
        "|cap table|shareholder* (register|list)|register of|deeds?|lease*|title documents?|kyc (pack*|document*|file*)|tenanc*"
        "|company (documents|registration|seal|stamp)|(supplier|vendor|creditor*|payee) (ledger|details|contacts|balances|export)"
        "|birth certificate*|work permit*|visa cop*|residence permit*|payment run|bank access|login*|social security cards?|tax return*"
        "|balance sheet*|articles of association|board (minutes|resolution*)|power of attorney|insurance (list|polic*)|invoice copies"
        "|cancelled cheque*|canceled check*|pan cop*|pan card*|certified (ids?|cop*)|company (accounts|papers)|bank (confirmation"
        "|reference|letter)|supplier file|vendor file"
        "|tax clearance|sa302*|copies of (invoices|all))",
    ),
    near(
        DE_SEND,
        "(vertrag*|verträge*|arbeitsvertr*|ausweis*|personalausweis*|reisepass*|passkopie*|kopie*|handelsregisterauszug*|kontoauszug*"
        "|kontoauszüge*|unterschriftsprobe*|unterschriftenprobe*|unterschriftenkarte*|unterlage*|vollmacht*|zugangsdaten|zugang"
        "|lieferantenliste*|kreditoren*|stammblatt*|saldenbestätigung*|jahresabschluss*|bilanz*|briefkopf*"
        "|organigramm|preisliste*|konditionen*|kalkulation*|bonitätsunterlagen|vertretungsberechtig*|bankbestätigung*|kontenübersicht"
        "|kontostände*|zeichnung*|pläne|unterschriftenregelung|zeichnungsberechtig*|scan*"
        "|lieferanten ~ (liste*|übersicht*|konten|bankverbindung*|iban*|ansprechpartner*)|(liste*|übersicht*|aufstellung*) ~ (lieferanten"
        "|kreditor*|konten|zeichnungsberecht*|bankkonten|gesellschafter*|zahlungen)|führerschein*|aufenthaltstitel*|geburtsurkunde*"
        "|gesellschafterliste*|gesellschaftsvertr*|registerauszug*|depotauszug*|grundbuchauszug*|mietvertr*|urkunde*|zeugnis*|nachweis*"
        "|ausweiskopie*|unterschriftenblatt|unterschriftsmuster*|bwa|susa|summen und salden*|steuerbescheid*|bürgschaft*|police*"
        "|stempel|firmenstempel|personalbogen)",
    ),
    near(
        FR_SEND,
        "(contrats?|conventions?|passeports?|pièces? d'identité|cartes? d'identité|cni|permis de conduire|kbis|k bis"
        "|relevés? (de compte*|bancaire*)|spécimens? de signature*|statuts|copies? (de|du|des) (votre|ton|la|passeport|carte|pièce)"
        "|justificatif*|rib|identifiants?|mot de passe|mots de passe|accès|liste (des|de nos|fournisseurs)|organigramme|délégations?"
        "|pouvoirs|bilan*|liasse|papier à en tête|procuration*|attestation*"
        "|(liste|tableau|fichier|récap*|état) ~ (fournisseurs?|signataire*|comptes bancaires|actionnaire*|associés|règlements|échéances"
        "|sous traitants)|diplômes?|titres? de séjour|livret* de famille|actes? de naissance|baux|bail|comptes annuels|avis de situation"
        "|pièces? (justificative*|du dossier)|scans?|photocopie*|extraits? (kbis|k bis|de compte*)|signatures? (scannée*|autorisée*)"
        "|mandats?"
        "|cachet|tampon|grand livre|registre (des|du)|procès verba*|carte vitale|carte grise)",
    ),
    near(
        ES_SEND,
        "(contrato*|pasaporte*|dni|nie|(tu|su|mi|copia del|copia de la) ine|identificaci*|escritura*|copia de (tu|su|la|los)"
        "|extracto* (bancari*)?|estado* de cuenta"
        "|poder (notarial|general|bancario)|(el|del|los|de los) poderes|copia del poder|documentación|constancia*|contraseña*|claves?"
        "|certificado de titularidad|certificado*|organigrama|expediente*"
        "|acta*|cif|cédula*|firma* autorizad*|comprobante de domicilio|balance*"
        "|(list*|relación|tabla|cuadro|detalle) ~ (proveedor*|cuentas bancarias|apoderad*|firmante*|soci*|acreedor*|pagos)|saldo* de (hoy"
        "|las"
        "|los|cada|la)|carnet*|permiso de (conducir|residencia|trabajo)|nota simple|cuentas anuales|justificante*|escane*"
        "|copias? (de|del) (dni|pasaporte|contrato*|acta*|las|los)|sello*|recibo* de luz|carta poder|datos de acceso|usuario y"
        "|credencial*)",
    ),
    near(
        PT_SEND,
        "(contrato*|passaporte*|rg|cpf|cnh|cartão de cidadão|bilhete de identidade|identidade|certid*|cópia d*|extrato*|procuraç*"
        "|documentação|comprovante*|comprovativo*|senha*|contrato social|balanço*|balancete*|assinatura*|organograma|ficha*|apólice*"
        "|(list*|relação|mapa|planilha|quadro) ~ (fornecedor*|contas bancárias|sócio*|procurador*|pagamentos|credor*|ibans?)|cópias?"
        "|diploma*"
        "|cartões de cidadão|carta de condução|título de residência|carteira de (trabalho|motorista|habilitação)|certificado*|escritura*"
        "|credenciais|caderneta predial|carimbo|acesso ao|ata (da|de) (assembleia|reunião|nomeação)|digitalizaç*|livro razão|saldos? (das"
        "|de hoje|bancári*))",
    ),
    near(
        IT_SEND,
        "(contratt*|passaport*|carta d'identità|carte d'identità|documentazione|visur*|estratt* conto|procur*|bilanci*|credenziali"
        "|password|specimen|organigramma|listin*|statuto|codice fiscale|patente|deleg*|scansion*|atto|atti|certificat*"
        "|(elenco|lista|situazione|prospetto) ~ (fornitor*|conti correnti|firmatar*|soci|pagament*|iban)|copi* (del|della|dei|delle|di)"
        "|rogit*"
        "|document* d'identità|permess* di soggiorno|diplom*|libro unico|visure|polizz*|verbal*|timbro|firma scansionata|firme depositate"
        "|tessera sanitaria|accesso al|saldo (dei|del) cont*|dichiarazion*|moduli|cedolin*)",
    ),
    near(
        NL_SEND,
        "(contract*|overeenkomst*|paspoort*|identiteitsbewij*|id kaart*|legitimatie*|rijbewij*|kvk uittreksel*|uittreksel*|kopie*"
        "|afschrift*|bankafschrift*|handtekening*|volmacht*|stukken|inloggegevens|wachtwoord*|leverancierslijst*|crediteuren*"
        "|jaarrekening*|organogram|scan*"
        "|(lijst*|overzicht*|bestand) ~ (leveranciers*|crediteur*|bankrekeningen|gemachtigd*|tekenbevoegd*|aandeelhouders|betaald"
        "|betalingen"
        "|rekeningnummer*)|id bewij*|diploma*|verblijfsvergunning*|huurcontract*|arbeidscontract*|statuten|aktes?|akten"
        "|aandeelhoudersregister"
        "|polis*|machtiging*|toegang tot|inlogcode*|kvk|ubo*|kopieën|balans|bankafschriften|rekeningoverzicht*|leverancierskaart*"
        "|leveranciersbestand)",
    ),
    near(
        PL_SEND,
        "(umow*|paszport*|dowod*|dowód*|odpis* krs|krs|kopi* (dowod*|paszport*|umow*)|wyciąg*|pełnomocnict*|hasł*|wzór podpis*"
        "|wzor* podpis*|skan*|sprawozdani*|zaświadczeni*|bilans*|uprawnieni*|prawo jazdy"
        "|(list*|wykaz*|zestawieni*|spis*) ~ (dostawc*|kontrahent*|rachunk*|kont|wspólnik*|udziałowc*|pełnomocnik*|płatnoś*|przelew*)"
        "|dyplom*|świadectw*|aktu? (notarial*|własnoś*)|akt notarialny|kart* pobyt*|polis*|uchwał*|dane do logowania|login*|pieczęć"
        "|pieczątk*"
        "|kopie|kopię|skany|wydruk* z (konta|rachunku)|pask* (płac*|wynagrodz*)|paski)",
    ),
)
"""Send me a contract, an identity document, a statement, a login."""
