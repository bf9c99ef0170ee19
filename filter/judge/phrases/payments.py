"""How somebody asks for a payment: this invoice, a transfer today. Phrases only."""

from __future__ import annotations

PAYMENT = (
    r"""
    (make|process|send|arrange|initiate|execute|set up|schedule|release|push|approve|issue|wire|handle|complete|organise|organize
    |put through|do|effect|submit|prepare|settle|clear|sort|action|get) _ (payment|payments|wire|transfer|wires|transfers|remittance|ach
    |faster payment|chaps|bank transfer|wire transfer|balance|instalment|installment|bacs)
    (pay|settle|clear) _ (invoice*|bill*|balance|amount|statement|vendor|supplier|contractor|fee|fees|account|deposit|premium|retainer
    |overdue|outstanding|remainder|arrears)
    (invoice|balance|amount|payment|sum|fee|total|premium|it|this|retainer|deposit|consideration|instalment|remainder) ~ (paid|wired
    |settled|transferred|cleared|remitted) (today|by|before|this|now|out|immediately|within|at once|straight|over|to|on|not|in)
    (can|could) (we|you) (still )?(make|do|send|get|process|manage|handle|transfer|wire|release|issue|put) _ (payment|wire|transfer
    |chaps|money|funds)
    (wire|remit|transfer|send) _ (funds|money|the amount|the sum|the balance|amount|deposit|usd|eur|gbp|dollars|euros|pounds|£|$|€)
    (need*|want|like|require*|have|must|authoris*|authoriz*) ~ (payment|wire|transfer|remittance|funds|invoice|balance) (made|sent|to go
    |processed|done|paid|out|released|issued|executed|transferred|wired|settled|today|this morning|this afternoon)
    (payment|balance|amount|sum|invoice|total|fee) ~ (is|are|falls|fall|becomes|now|was|remains|remain) (now )?(due|overdue|outstanding
    |payable|unpaid|owing|past due|to be paid|open)
    (due|payable|remit|remittance|outstanding|overdue|past due|unpaid) _ (immediately|upon receipt|on receipt|invoice*|amount|balance
    |payment|within|by|to iban|to account)
    (attached|enclosed|find|here is|here's|forward*) _ (invoice|bill|pro forma|proforma|payment request|wiring instructions
    |wire instructions|payment instructions)
    (wire|payment|transfer|beneficiary) (details|instructions|information|particulars) (below|attached|follow|are|for|to)
    (beneficiary|payee) (bank|account|name|is|details)?
    (amount|balance|sum|deposit|payment) ~ (wired|transferred|remitted|paid)
    (same day|urgent|international|outgoing|bank|wire|swift|sepa|immediate) (payment|transfer|wire)
    (wants|asking for|agreed|lodge*|load|chaps|wire|go ahead) ~ (£|\$|€|usd|eur|gbp|chf|by chaps|deposit of|\d\d%|\d+ %) ~ (before|by
    |today|now|otherwise|to iban|to the|this|until|in their account|end of)
    (go ahead|load it|enter it|push it) ~ (payment|deposit|wire|send|\d+|authoriser|authorizer|approver|run|batch|before)
    (by|via|as a|as an urgent) (chaps|wire|sepa|swift|same day|faster payment|bank transfer|ach|eft|interac)
    (account|acct|bsb|sort code|routing|aba|iban|beneficiary) ~~ (let me know when|when it's|once it's|when it has|submitted|confirm
    |fed reference|swift copy|send me the)
    (put|include|add) ~ (in|to|on) (this week's|today's|tomorrow's|the next|the) (run|batch|payment run|list)
    what (is|are|do you need) ~ (to (send|make|process|do) (a |an |the )?(payment|wire|transfer)|balance in|cash position)
    (how much|what) ~ (transfer|wire|pay|available) ~ (single|second signatory)
    """,
    r"""
    (überweis*|anweis*|zahl*|bezahl*|begleich*|ausführ*|veranlass*|freigeb*|tätig*|transferier*|vornehm*|erledig*|auslös*|durchführ*
    |leist*|entricht*) ~ (überweisung*|zahlung*|rechnung*|betrag*|summe|anzahlung|rate|restbetrag|saldo|eilüberweisung|blitzüberweisung
    |echtzeitüberweisung|eilzahlung|euro|eur|€|chf|gebühr)
    (überweisung*|zahlung*|rechnung*|betrag*|summe|anzahlung|rate|restbetrag|saldo|eilüberweisung|echtzeitüberweisung|eilzahlung|euro
    |eur|€|chf|gebühr|posten) ~ (überweis*|anweis*|zu zahlen|zahlen|bezahl*|begleich*|ausführ*|ausgeführ*|veranlass*|freigeb*
    |freigegeben|tätig*|vornehm*|vorgenommen|erledig*|auslös*|rausgehen|raus|durchführ*|leisten|entrichten|fällig|offen|ausstehend
    |überfällig|zahlbar)
    (zahl|zahlen sie|überweise*|überweis|anweisen|anweis*) _ (bitte|auf|an|heute|den|die|das)
    (bitte )?bezahlen sie
    (berechnen wir|zahlungsziel|sicherheitsleistung|restzahlung)
    (rate|zahlung|betrag|anzahlung) ~~ (vorbereit*|freigeb*|gegenzeichn*|raus|an die bank|zahl bitte)
    (offene*|fällige*|überfällige*|unbezahlt*|ausstehende*) _ (rechnung*|betrag|beträge|zahlung*|forderung*|posten|saldo)
    (zahlung*|auslands*|eil*|blitz|sofort)(überweisung|zahlung|aufforderung|eingang)
    (letzte mahnung|mahnung|zahlungserinnerung|zahlungsaufforderung|zahlungsfrist|inkasso)
    (anbei|beiliegend|im anhang|angehängt) _ (rechnung|abschlagsrechnung|schlussrechnung|zahlungsanweisung)
    """,
    r"""
    (effectuer|faire|procéder|émettre|passer|exécuter|valider|réaliser|ordonner|lancer|préparer|envoyer|programmer|traiter|débloquer
    |régler|payer|virer|verser|acquitter|solder|réglez|payez|virez|faites) _ (virement*|paiement*|règlement*|transfert*|versement*
    |facture*|acompte|somme|montant|solde|fonds|reliquat)
    (virement*|paiement*|règlement*|facture*|somme|montant|solde|acompte|frais|cotisation) ~ (à (effectuer|régler|payer|faire|passer
    |virer|émettre|verser|exécuter|adresser)|doit (partir|être)|aujourd'hui|effectu*|impayé*|échéance|échue|en souffrance|exigible*
    |en attente|dû|due|urgent*|réglé*|payé*|dans les|sous \d)
    (régler|payer|virer|verser|solder|acquitter|transférer|envoyer|réglez|payez) ~ (facture*|somme|montant|euros|eur|€|solde|acompte
    |fonds|reliquat|échéance|virement)
    (virement|paiement|règlement) (urgent|immédiat|international|bancaire|instantané|confidentiel|exceptionnel|sepa|du jour)
    (lancer|passer|émettre|préparer) ~ (€|euros|eur) ~ (vers|à|pour|sur)
    (régularis*|régler|payer) ~ (par virement|sur le compte|immédiatement)
    (dernier avis|contribution annuelle|radiation|redevance)
    (dernier rappel|relance|mise en demeure|facture impayée|avis d'échéance)
    (quel|combien) ~ (plafond|montant|solde) ~ (émettre|virer|disponible|signature)
    """,
    r"""
    (realiz*|hac*|haz|haga|hagas|efectu*|proces*|orden*|emit*|ejecut*|tramit*|prepar*|lanz*|gestion*|autoric*|autoriz*|liber*|program*
    |complet*|envi*) _ (transferencia*|pago*|spei|giro|abono|depósito|ingreso|wire|anticipo)
    (transferencia|pago|spei|giro|factura|importe|anticipo|saldo|cantidad|monto|tasa) ~ (hoy|urgente*|pendiente*|vencid*|vence|salga
    |salir|inmediat*|quede|realizar*|realice*|efectu*|impagad*|pagar*|pagad*|abonar*|transferir*|ingresar*|antes de|plazo)
    (paga*|pago*|pague*|abon*|liquid*|transfer*|deposit*|ingres*|gir*|cubr*) _ (factura*|importe|saldo|cantidad|monto|euros|anticipo
    |fondos|dinero|deuda|adeudo|tasa|cuota)
    (transferencia|pago|factura) (urgente|inmediat*|internacional|bancaria|pendiente|vencid*|de hoy|adjunt*)
    (adjunto|anexo|te paso|le paso|remito|le envío|te envío|envío) _ (factura|instrucciones de pago|datos para la transferencia
    |datos del beneficiario)
    (son|importe de|total de) _ (euros|dólares|pesos|usd|mxn|€) ~~ (hoy|transferencia|datos|corte|antes)
    (segundo|primer|último|próximo) (plazo|pago)
    (plazo de (ingreso|pago)|último aviso|requerimiento de pago|aviso de vencimiento)
    (qué|cuánto) ~ (saldo|límite) ~ (dispon*|firma|transfer*)
    """,
    r"""
    (realiz*|faz*|faça|efetu*|process*|orden*|emit*|execut*|prepar*|agend*|autoriz*|liber*|trat*|envi*|pass*|lanç*) _ (transferência*
    |pagamento*|ted|pix|boleto|depósito|remessa|adiantamento|guia)
    (transferência|pagamento|ted|pix|boleto|fatura|nota fiscal|valor|saldo|montante|taxa|guia|sinal) ~ (hoje|urgente*|pendente*|vencid*
    |vence|sair|imediat*|realizad*|efetuad*|em atraso|em aberto|pagar|pago|paga|pagos|pagas|liquidar|transferir|antes d*|prazo|ainda)
    (paga*|pago*|pague*|liquid*|transfer*|deposit*|quit*|sald*) _ (fatura*|valor|saldo|boleto|montante|euros|reais|fundos|nota|guia|taxa
    |quantia|sinal)
    (transferência|pagamento|fatura|boleto) (urgente|imediat*|internacional|bancária|pendente|vencid*|em anexo|em atraso)
    (segue|anexo|envio|em anexo) _ (fatura|boleto|nota fiscal|dados para (o )?(pagamento|transferência|depósito))
    (último aviso|aviso de cobrança|prazo de pagamento)
    """,
    r"""
    (effettu*|fare|fai|faccia|facciamo|dispo*|esegu*|proced*|emett*|autorizz*|predispo*|inser*|mand*|invi*|lanci*|prepar*|gestir*
    |process*) _ (bonific*|pagament*|versament*|trasferiment*|saldo|acconto)
    (bonifico|pagamento|versamento|fattura|importo|saldo|acconto|somma|caparra|quota|diritti|tassa) ~ (oggi|urgent*|scadut*|insolut*
    |parta|partire|subito|immediat*|da pagare|da effettuare|da eseguire|da saldare|entro|pagat*|bonificat*|versat*|effettuat*|sollecit*)
    (paga*|pago*|pague*|sald*|liquid*|bonific*|vers*|trasfer*) _ (fattur*|importo|saldo|somma|euro|acconto|fondi|caparra|quota|€)
    (bonifico|pagamento|fattura) (urgente|immediat*|istantaneo|estero|bancario|scadut*|insolut*|di oggi|allegat*|in allegato)
    (in allegato|allego|allegata|le invio|ti invio|trasmetto) _ (fattura|coordinate|disposizione di pagamento)
    (metti|mettere|inserisci|inserire|aggiungi|aggiungere|carica|caricare) ~ (distinta|bonific*|pagament*)
    (distinta|flusso) (di domani|di oggi|bonifici|pagamenti)
    (ultimo sollecito|sollecito di pagamento|avviso di pagamento|diffida)
    (quanto|quale) ~ (disponibil*|plafond|limite|firma)
    """,
    r"""
    (betal*|overmak*|overboek*|uitvoer*|regel*|doe|doen|verwerk*|klaarzet*|zet|maak|voldoe*|inplan*|verricht*|overgemaakt) ~ (betaling*
    |overboeking*|factu*|bedrag*|spoedbetaling|spoedoverboeking|aanbetaling|saldo|euro|eur|€|som|termijn|nota)
    (betaling*|overboeking*|factu*|bedrag*|spoedbetaling|aanbetaling|saldo|euro|eur|€|som|nota|kosten) ~ (doen|verricht*|regelen|betal*
    |overmak*|overgemaakt|overboek*|uitvoer*|uitgevoerd|vandaag|met spoed|voldaan|voldoen|openstaa*|vervallen|verlopen|de deur uit
    |klaarzetten|klaar te zetten|over te maken|verschuldigd|binnen \d)
    (spoedbetaling|spoedoverboeking|openstaande (factu*|bedrag|saldo|post*)|achterstallig*|betalingsherinnering|aanmaning
    |laatste herinnering|betalingsopdracht|betaalopdracht)
    (wil|moet|willen) _ (vandaag|nu|meteen) _ (aanbetaling|betaling|bedrag|voorschot|waarborg)
    (ruimte|saldo) op de (rekening|spaarrekening|rekening courant)
    (bijgaand|bijgevoegd|in de bijlage|hierbij) _ (factuur|betaalgegevens|betalingsinstructie*|nota)
    """,
    r"""
    (zrób*|zrobi*|wykona*|zlec*|puści*|puść|przygotow*|zrealiz*|zatwierdz*|wyśl*|wysłać|dokona*|proszę o|opłaci*|opłać*|nada*|autoryz*
    |realizac*) _ (przelew*|płatnoś*|wpłat*|zapłat*|faktur*|zaliczk*)
    (przelew*|płatnoś*|wpłat*|faktur*|kwot*|zaliczk*|należnoś*|opłat*|saldo) ~ (dziś|dzisiaj|pilnie|piln*|natychmiast|zaległ*
    |przeterminowan*|po terminie|nieopłacon*|zapłac*|opłac*|wykonan*|zlec*|wysł*|puści*|wyszedł|wyszła|terminie|do zapłaty|uregulow*
    |ureguluj*)
    (zapłac*|opłac*|ureguluj*|uregulow*|przelać|przelej*|przelanie|przelani*|wpłac*|wpłat*) _ (faktur*|kwot*|należnoś*|zł|pln|euro|eur
    |środk*|pieni*|zaległoś*|zaliczk*|opłat*)
    (pilny|pilna|ekspresowy|natychmiastowy|zagraniczny) (przelew|płatność|wpłata)
    (wezwanie do zapłaty|ponaglenie|przypomnienie o płatności|termin płatności|ostateczne wezwanie)
    (w załączeniu|w załączniku|przesyłam|załączam) _ (faktur*|dane do przelewu)
    """,
)
"""Make this payment, pay this invoice, this is overdue."""
