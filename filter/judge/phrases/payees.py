"""Who is to be paid and into which account, what is on ours, and who releases it. Phrases only."""

from __future__ import annotations

PAYEES = (
    r"""
    (make|process|send|arrange|initiate|execute|set up|schedule|release|push|approve|issue|wire|handle|complete|organise|organize
    |put through|do|effect|submit|prepare|settle|clear|sort|action|get) _ (payment|payments|wire|transfer|wires|transfers|remittance|ach
    |faster payment|chaps|bank transfer|wire transfer|balance|instalment|installment|bacs)
    (beneficiary|payee) (bank|account|name|details)
    (wants|asking for|agreed|lodge*|load|chaps|wire|go ahead) ~ ((€|£)\d+([,.]\d+)?([,.]\d+)?|\d+[,.]\d\d\d([,.]\d\d)?|usd|eur|gbp|chf
    |by chaps|deposit of|\d\d%|\d+ %) ~ (before|by|today|now|otherwise|to iban|to the|this|until|in their account|end of)
    (go ahead|load it|enter it|push it) ~ (payment|deposit|wire|authoriser|authorizer|approver|pay run|batch|before (noon|close|\d+))
    (account|acct|bsb|sort code|routing|aba|iban|beneficiary) ~~ (let me know when|when it's|once it's|when it has|submitted|confirm (when
    |once|by|the)|fed reference|swift copy|send me the)
    (can|could|would|please|kindly) _ (pay|transfer|send|wire) (it |this |that |them |him |her |eur |usd |gbp |chf )?((€
    |£)?\d+([,.]\d+)?([,.]\d+)? )?(from|out of|into|through) _ (account*|fund|funds|budget|iban)
    (can|could|please|kindly|would|must|should) _ (it|this|that|these|they|them|bill*|one|balance*|total|sum) _ (be paid|be wired
    |be settled|be remitted|paid|wired|remitted) (out |over |up |off )?(today|tonight|tomorrow|this (week|morning|afternoon|evening)|by
    |before|now|to|from)
    (let me know|tell me|send me|confirm|check|what is|what's|what are|give me) _ (balance*|cash position|available funds|funds available
    |cleared balance) ~ (account*|today|bank|currently|wire|transfer)
    (approve|authorise|authorize|countersign|sign off|sign) (it |this |that |them )?(from|on|in|via|with|through) (my |the |our )?(banking
    |bank|ebanking|e banking)
    (approve|authorise|authorize|countersign|sign off|sign) (it |this |that |them )?(from|on|in|via|with|through) (my |the |our )?(phone
    |mobile|app|token|portal) ~~ (pay|paid|payment*|transfer*|wire*|bank|iban|funds|amount|batch|invoice*|account|one off)
    (pay|paid|payment*|transfer*|wire*|bank|iban|funds|amount|batch|invoice*|account|one off) ~~ (approve|authorise|authorize|countersign
    |sign off|sign) (it |this |that |them )?(from|on|in|via|with|through) (my |the |our )?(phone|mobile|app|token|portal)
    (payment|transfer|wire|deposit|iban|bsb|sort code|routing|funds|invoice|eur|usd|gbp|chf|\d+( )?(€|£)|\d+[,.]\d\d\d) ~~ (let me know
    |tell me|text me|confirm|message me|write back|reply|drop me) _ (gone|sent|out|gone through|left|on its way|paid|wired|released|gone out
    |executed|screenshot|receipt|confirmation)
    (funds|money|payment|amount|deposit|balance|sum) ~ (hit|reach*|land*|arrive*|clear*|in|into|with) (their|our|his|her|the
    |my) _ account* _ (by|before|today|tomorrow|tonight|now|within|this)
    (\d+[,.]\d\d\d|\d+( )?(€|£)|eur|euro*|usd|gbp|chf|pln|zł) ~~ (iban|bsb|sort code|routing|beneficiary|payee|transit
    |acct) (no |number |is )?(\w\w\d\d|\d+)
    (iban|bsb|sort code|routing|beneficiary|payee|transit|acct) ~~ (\d+[,.]\d\d\d([,.]\d\d)?|(€|£)\d+([,.]\d+)?([,.]\d+)?|eur|usd|gbp|chf
    |pln|zł)
    how much (is|do we|have we|is left|money|cash|is there|are we) ~ (account*|bank|available)
    (supplier|vendor|contractor|seller|consultant|agent|builder|dealer|owner|landlord|lawyer|solicitor|attorney|notary|auctioneer|he|she
    |they|him|them) _ (wait*|expect*|chas*|asking|ask|need*|want*|(been|was|were) promised|screaming) _ (money|payment|to be paid|paid|funds
    |cash|fee|cheque|transfer|wire)
    (the|a|his|her|their|new) (beneficiary|payee) ~~ (iban|account*|bank|sort code|routing|bic|swift|pay|paid|payment*|transfer*|wire*
    |amount|invoice*)
    (iban|account*|bank|sort code|routing|bic|swift|pay|paid|payment*|transfer*|wire*|amount|invoice*) ~~ (the|a|his|her|their
    |new) (beneficiary|payee)
    (add|set up|create|load|enter) _ (beneficiary|payee)
    (pay|send|transfer|see to it|take it|settle|\d+( )?(€|£)|\d+[,.]\d\d\d) _ (from|out of) (the |our )?(reserves|reserve account|petty cash
    |contingency|operating account|current account|deposit account|client account|main account|business account)
    (thousand|grand|hundred|million) _ (to|with|into|from) _ (solicitor*|lawyer*|seller|supplier|escrow|notary|agent|account|deposit
    |vendor|contractor|consultant)
    (let go|part with|release|spare|free up|leave|drawn|moved|paid|taken) _ (from|out of) _ (office account|operating|reserves
    |reserve account|current account|client account|business account|partners account|main account)
    (in|into) (his|their|her) account (before|by|today|tomorrow|tonight|ahead|this)
    """,
    r"""
    (überweisen|anweisen|anzuweisen|überweis|überweise|überwiesen|angewiesen|einzuzahlen|einzahlen|zahlen|zahl) _ (auf|an|per|bis
    |nach) _ (konto*|iban|heute|morgen|verein*|folgend*|privatkonto)
    (konto|iban|bankverbindung) ~ (überweisen|anweisen|anzuweisen|überweis|überwiesen|angewiesen|einzahlen|zahlen|auszahlen)
    (kontostand|verfügbare* guthaben|verfügungsrahmen|tageslimit|überweisungslimit) ~ (konto*|heute|aktuell|wie|überweis*|euro|mitteil*
    |nenn*|sag*)
    (lieferant*|verkäufer*|berater*|anwalt|notar|kanzlei|handwerker*|gegenseite|händler|agentur|vermieter|dienstleister) _ (wartet|warten
    |drängt|besteht|braucht|will|verlangt|erwartet) _ (geld|zahlung|überweisung|anzahlung|honorar|betrag)
    (geb|gebe|geben|zeichne|bestätige|autorisiere|unterschreib*) _ (frei|handy|app|pushtan|photo tan)
    """,
    r"""
    (effectuer|faire|procéder|émettre|passer|exécuter|valider|réaliser|ordonner|lancer|préparer|envoyer|programmer|traiter|débloquer
    |régler|payer|virer|verser|acquitter|solder|réglez|payez|virez|faites) _ (virement*|paiement*|règlement*|transfert*|versement*
    |facture*|acompte|somme|montant|solde|fonds|reliquat)
    (régler|payer|virer|verser|solder|acquitter|transférer|envoyer|réglez|payez) ~ (facture*|somme|montant|euros|eur|([\d.,]+)?€([\d.,]+)?
    |solde|acompte|fonds|reliquat|échéance|virement)
    (régularis*|régler|payer) ~ (par virement|sur le compte|immédiatement)
    (faire partir|fait partir|parte|partir|passer|lancer|sortir|saisir|entrer|sors|passe|passes) _ (virement*|paiement*|acompte|règlement*
    |versement*)
    (coordonnées|rib|iban|références) (de (dépôt|paiement|virement|règlement)|pour le (virement|paiement|règlement|dépôt)|du (bénéficiaire
    |fournisseur|vendeur))
    (bénéficiaire|iban|rib|libellé) ~~ (montant|([\d.,]+)?€([\d.,]+)?|euros|\d+[,.]\d\d\d([,.]\d\d)?)
    (montant|somme|\d+( )?€|euros|facture|solde) ~~ (bénéficiaire|iban|libellé|motif du virement)
    (confirm*|dis moi|dites moi|préviens*|prévenez|tiens moi|envoie*|envoyez) _ (quand|dès que|une fois|lorsque|preuve|avis|justificatif
    |ordre) _ (parti|partie|passé|fait|viré*|virement|paiement|réglé*|payé*|effectué*)
    combien ~ (sur le compte|sur les comptes|sur notre compte|compte courant|disponible*|en banque|trésorerie)
    (fournisseur|prestataire|vendeur|avocat|notaire|consultant|artisan|agence|bailleur|cabinet|partenaire) _ (attend*|réclame*|exige*|veut
    |relance*) _ (argent|paiement|virement|règlement|payé|réglé|fonds|honoraires)
    (signe*|signerai|valide*|validerai|autorise*|autoriserai|approuve*) _ (depuis|sur|avec|par|via) (mon |le |l'|la |ma )+(téléphone
    |portable|mobile|appli*|banque|espace bancaire)
    (sortir|sors|sortez|débiter|prélever|prendre) _ (([\d.,]+)?€([\d.,]+)?|euros|eur|chf|francs) _ (du|de|depuis|sur) _ (compte*|trésorerie
    |fondation|caisse|association)
    (ne|n) _ (charge*|livr*|commence*|démarre*|expédi*|lâche*|libèr*|signe*|part|partent) ~ (que si|qu'à|qu'après|qu'une fois|sans
    |tant que) ~ (acompte|avance|virement|paiement|versement|fonds|argent)
    """,
    r"""
    (avís*|avis*|dime|dígame|confírm*|confirm*) _ (cuando|en cuanto|una vez|que) _ (hech*|sal*|realizad*|enviad*|pagad*|transferid*
    |emitid*|ejecutad*)
    (pagar*|abonar*|transferir*|ingresar*|depositar*|girar*|pága*|abóna*|pág*) _ (a|en|al
    |hacia) ((la |esta |su |mi |siguiente |nueva )+)?(cuenta|iban|clabe|es\d\d)
    (iban|clabe|beneficiario) ~~ (\d+[,.]\d\d\d([,.]\d\d)?|([\d.,]+)?€([\d.,]+)?|euros|pesos|concepto|importe)
    (\d+[,.]\d\d\d|\d+( )?€|euros|pesos|importe|factura|pago) ~~ (iban|clabe|beneficiario)
    cuánto ~ (en la cuenta|en cuenta|en el banco|en las cuentas|disponible|en caja|en bancos)
    (proveedor*|vendedor*|abogado|notario|gestor*|consultor*|contratista|despacho|agencia|notaría|socio) _ (espera*|reclama*|exige*
    |quiere*|necesita*) _ (dinero|pago|transferencia|cobro|cobrar|importe|honorarios|ingreso)
    (firm*|autoriz*|aprueb*|apruebo|valid*|confirm*) _ (desde|en|con|por) (el |mi |la )(móvil|celular|teléfono|app|banca|token)
    (prepar*|mete*|da de alta|carg*|captur*) _ (orden de pago|orden|transferencia|pago|remesa|spei) _ (firm*|autoriz*|aprueb*|apruebo
    |valid*|yo)
    (ingreso|pago|transferencia|abono) _ (sería|es|va|iría|irá|debe ir|hacer|hacerlo) (en|a|al) _ (cuenta|iban|\w\w\d\d)
    """,
    r"""
    (avis*|diz me|diga me|confirm*) _ (quando|assim que|logo que|se) _ (feit*|saí*|pag*|transfer*|enviad*|efetuad*|efectuad*|caí*)
    (pagar|transferir|depositar|pague|transfira|deposite|transfere|paga|pagues|deposita) _ (para|na|no|à
    |ao) ((a |o |esta |este |minha |nossa |seguinte |nova )+)?(conta|iban|nib|chave|pix)
    (iban|nib|chave pix|favorecido|beneficiário) ~~ (\d+[,.]\d\d\d([,.]\d\d)?|([\d.,]+)?€([\d.,]+)?|euros|reais|valor|factura|fatura
    |pagamento)
    (\d+[,.]\d\d\d|\d+( )?€|euros|reais|valor|factura|fatura|pagamento) ~~ (iban|nib|chave pix|favorecido|beneficiário)
    quanto ~ (na conta|em conta|no banco|nas contas|disponível|em caixa)
    (fornecedor*|vendedor*|advogad*|notário|consultor*|empreiteiro|escritório|agência|sócio|cartório) _ (espera*|à espera|aguard*|reclama*
    |exige*|quer|precisa) _ (dinheiro|pagamento|transferência|valor|sinal|honorários|receber)
    (aprov*|autoriz*|assin*|valid*) _ (no|pelo|do|com o|na) (meu |minha )?(telemóvel|celular|telefone|app|aplicativo|token|banco)
    (prepar*|lanç*|introduz*|mete*|cadastr*) _ (ordem|transferência|pagamento|ted|pix) _ (aprov*|autoriz*|assin*|valid*|eu)
    """,
    r"""
    (bonificare|pagare|saldare|versare|girare|accreditare|bonifica|paga|saldi|versi|bonifichi|versate|bonificate) _ (a|al|su|sul|all
    |alle) ((questo |nuovo |seguente |suo |mio |loro |conto )+)?(conto|iban|coordinate)
    (causale|beneficiario|intestat*|iban) ~~ (bonific*|([\d.,]+)?€([\d.,]+)?|euro|importo|\d+[,.]\d\d\d([,.]\d\d)?)
    (bonific*|\d+( )?€|euro|importo|\d+[,.]\d\d\d|pagamento|caparra|acconto|fattura) ~~ (causale|iban|beneficiario)
    quanto ~ (sul conto|sui conti|in banca|in cassa|disponibile sul|disponiamo)
    (autorizz*|firm*|approv*|convalid*|confermo) _ (dal|dallo|col|con il|con lo|sul|dall) (mio )?(telefono|cellulare|smartphone|token|app
    |home banking)
    """,
    r"""
    (ruimte|saldo) op de (rekening|spaarrekening|rekening courant)
    (stort*|storten|gestort|overmaken|overgemaakt|overboeken|overgeboekt|maak|betaal|betalen|voldoen|betaald) _ (op|naar|aan) _ (rekening*
    |iban|rekeningnummer|bankrekening)
    (overschrijv*|overschrijving|wire|betaalverzoek*|incasso|tikkie) ~ (vandaag|nog|doen|uitvoer*|bedrag|rekening|naar|klaar*|regelen
    |betalen)
    (iban|begunstigde|ten name van|t n v|rekeningnummer) ~~ (\d+[,.]\d\d\d([,.]\d\d)?|([\d.,]+)?€([\d.,]+)?|euro|bedrag|factu*|betal*)
    (\d+[,.]\d\d\d|\d+( )?€|euro|bedrag|factu*|betal*) ~~ (iban|begunstigde|ten name van|rekeningnummer)
    hoeveel ~ (op de (zakelijke |lopende )?(bank)?rekening|rekening|rekeningen|bank|beschikbaar|kas)
    (leverancier|verkoper|advocaat|notaris|aannemer|adviseur|kantoor|makelaar|verhuurder|bureau) _ (wacht*|vraagt|eist|wil
    |verwacht*) _ (geld|betaling|overboeking|aanbetaling|bedrag|honorarium)
    (keur|autoriseer|teken|accordeer|bevestig) _ (telefoon|app|mobiel|bankapp|onderweg)
    """,
    r"""
    (środki|środków|pieniądze|pieniędzy|kwota|kwoty|wpłata|wpłaty|przelew|płatność|należność) ~ (wpłyn*|dotr*|zaksięgow*|znalaz*|być|będą
    |trafi*|wyjść|pójść|poszedł|poszła) _ (do|dziś|dzisiaj|jutro|kont*|rachun*|środy|piątku|poniedziałku|wtorku|czwartku|przed)
    (przelać|przelej|zapłacić|wpłacić|wpłać|opłacić|przelania|wpłaty|zapłaty|przelewu|przelew) _ (na|do) _ (konto|rachunek|konta|rachunku
    |dziś|dzisiaj|jutra|końca|piątku|poniedziałku)
    (konto|konta|kontem|koncie|rachun*|numer*) ~~ (kwot*|przelew*|zapłat*|zł|pln|\d+ zł|faktur*) _ (\d+|piln*|dziś|dzisiaj|brutto|jutro)
    ile ~ (koncie|kontach|rachunku|rachunkach|banku|dostępnych środków|kasie)
    (dostawc*|sprzedawc*|sprzedając*|prawnik|kancelari*|notariusz*|wykonawc*|kontrahent*|agencj*|doradc*) _ (czeka*|żąda*|oczekuj*|domaga*
    |chce) _ (pieniądz*|przelew*|zapłat*|wpłat*|płatnoś*|środki|kas*|honorari*)
    (zatwierdz*|autoryz*|podpis*|zaakcept*) _ (z|w|na|przez) (telefonu|telefonie|aplikacji|komórki|banku)
    """,
)
"""Pay this into that account, he waits for his money, how much is there, I approve it from my phone."""
