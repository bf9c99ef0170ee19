"""How somebody asks for a payment: today's transfer, an advance, money returned, coins. Phrases only."""

from __future__ import annotations

PAYMENT = (
    r"""
    (make|process|send|arrange|initiate|execute|set up|schedule|release|push|approve|issue|wire|handle|complete|organise|organize|put through|do|effect|submit|prepare|settle|clear|sort|action|get) _ (payment|payments|wire|transfer|wires|transfers|remittance|ach|faster payment|chaps|bank transfer|wire transfer|balance|instalment|installment|bacs)
    (pay|settle|clear) _ (invoice*|bill*|balance|amount|statement|vendor|supplier|contractor|fee|fees|account|deposit|premium|retainer|overdue|outstanding|remainder|arrears)
    (invoice|balance|amount|payment|sum|fee|total|premium|it|this|retainer|deposit|consideration|instalment|remainder) ~ (paid|wired|settled|transferred|cleared|remitted) (today|by|before|this|now|out|immediately|within|at once|straight|over|to|on|not|in)
    (can|could) (we|you) (still )?(make|do|send|get|process|manage|handle|transfer|wire|release|issue|put) _ (payment|wire|transfer|chaps|money|funds)
    (wire|remit|transfer|send) _ (funds|money|the amount|the sum|the balance|amount|deposit|usd|eur|gbp|dollars|euros|pounds|them|it today|£|$|€)
    (need*|want|like|require*|have|must|authoris*|authoriz*) ~ (payment|wire|transfer|remittance|funds|invoice|balance) (made|sent|to go|processed|done|paid|out|released|issued|executed|transferred|wired|settled|today|this morning|this afternoon)
    (payment|balance|amount|sum|invoice|total|fee) ~ (is|are|falls|fall|becomes|now|was|remains|remain) (now )?(due|overdue|outstanding|payable|unpaid|owing|past due|to be paid|open)
    (due|payable|remit|remittance|outstanding|overdue|past due|unpaid) _ (immediately|upon receipt|on receipt|invoice*|amount|balance|payment|within|by|to iban|to account)
    (attached|enclosed|find|here is|here's|forward*) _ (invoice|bill|pro forma|proforma|payment request|wiring instructions|wire instructions|payment instructions)
    (wire|payment|transfer|beneficiary) (details|instructions|information|particulars) (below|attached|follow|are|for|to)
    (beneficiary|payee) (bank|account|name|is|details)? 
    (amount|balance|sum|deposit|payment) ~ (wired|transferred|remitted|paid)
    (same day|urgent|international|outgoing|bank|wire|swift|sepa|immediate) (payment|transfer|wire)
    (wants|asking for|agreed|lodge*|load|chaps|wire|go ahead) ~ (£|\$|€|usd|eur|gbp|chf|by chaps|deposit of|\d\d%|\d+ %) ~ (before|by|today|now|otherwise|to iban|to the|this|until|in their account|end of)
    (go ahead|load it|enter it|push it) ~ (payment|deposit|wire|send|\d+|authoriser|authorizer|approver|run|batch|before)
    (by|via|as a|as an urgent) (chaps|wire|sepa|swift|same day|faster payment|bank transfer|ach|eft|interac)
    (account|acct|bsb|sort code|routing|aba|iban|beneficiary) ~~ (let me know when|when it's|once it's|when it has|submitted|confirm|fed reference|swift copy|send me the)
    (put|include|add) ~ (in|to|on) (this week's|today's|tomorrow's|the next|the) (run|batch|payment run|list)
    what (is|are|do you need) ~ (to (send|make|process|do) (a |an |the )?(payment|wire|transfer)|balance in|cash position)
    (how much|what) ~ (transfer|wire|pay|available) ~ (single|second signatory)
    """,
    r"""
    (überweis*|anweis*|zahl*|bezahl*|begleich*|ausführ*|veranlass*|freigeb*|tätig*|transferier*|vornehm*|erledig*|auslös*|durchführ*|leist*|entricht*) ~ (überweisung*|zahlung*|rechnung*|betrag*|summe|anzahlung|rate|restbetrag|saldo|eilüberweisung|blitzüberweisung|echtzeitüberweisung|eilzahlung|euro|eur|€|chf|gebühr)
    (überweisung*|zahlung*|rechnung*|betrag*|summe|anzahlung|rate|restbetrag|saldo|eilüberweisung|echtzeitüberweisung|eilzahlung|euro|eur|€|chf|gebühr|posten) ~ (überweis*|anweis*|zu zahlen|zahlen|bezahl*|begleich*|ausführ*|ausgeführ*|veranlass*|freigeb*|freigegeben|tätig*|vornehm*|vorgenommen|erledig*|auslös*|rausgehen|raus|durchführ*|leisten|entrichten|fällig|offen|ausstehend|überfällig|zahlbar)
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
    (effectuer|faire|procéder|émettre|passer|exécuter|valider|réaliser|ordonner|lancer|préparer|envoyer|programmer|traiter|débloquer|régler|payer|virer|verser|acquitter|solder|réglez|payez|virez|faites) _ (virement*|paiement*|règlement*|transfert*|versement*|facture*|acompte|somme|montant|solde|fonds|reliquat)
    (virement*|paiement*|règlement*|facture*|somme|montant|solde|acompte|frais|cotisation) ~ (à (effectuer|régler|payer|faire|passer|virer|émettre|verser|exécuter|adresser)|doit (partir|être)|aujourd'hui|effectu*|impayé*|échéance|échue|en souffrance|exigible*|en attente|dû|due|urgent*|réglé*|payé*|dans les|sous \d)
    (régler|payer|virer|verser|solder|acquitter|transférer|envoyer|réglez|payez) ~ (facture*|somme|montant|euros|eur|€|solde|acompte|fonds|reliquat|échéance|virement)
    (virement|paiement|règlement) (urgent|immédiat|international|bancaire|instantané|confidentiel|exceptionnel|sepa|du jour)
    (lancer|passer|émettre|préparer) ~ (€|euros|eur) ~ (vers|à|pour|sur)
    (régularis*|régler|payer) ~ (par virement|sur le compte|immédiatement)
    (dernier avis|contribution annuelle|radiation|redevance)
    (dernier rappel|relance|mise en demeure|facture impayée|avis d'échéance)
    (quel|combien) ~ (plafond|montant|solde) ~ (émettre|virer|disponible|signature)
    """,
    r"""
    (realiz*|hac*|haz|haga|hagas|efectu*|proces*|orden*|emit*|ejecut*|tramit*|prepar*|lanz*|gestion*|autoric*|autoriz*|liber*|program*|complet*|envi*) _ (transferencia*|pago*|spei|giro|abono|depósito|ingreso|wire|anticipo)
    (transferencia|pago|spei|giro|factura|importe|anticipo|saldo|cantidad|monto|tasa) ~ (hoy|urgente*|pendiente*|vencid*|vence|salga|salir|inmediat*|quede|realizar*|realice*|efectu*|impagad*|pagar*|pagad*|abonar*|transferir*|ingresar*|antes de|plazo)
    (paga*|pago*|pague*|abon*|liquid*|transfer*|deposit*|ingres*|gir*|cubr*) _ (factura*|importe|saldo|cantidad|monto|euros|anticipo|fondos|dinero|deuda|adeudo|tasa|cuota)
    (transferencia|pago|factura) (urgente|inmediat*|internacional|bancaria|pendiente|vencid*|de hoy|adjunt*)
    (adjunto|anexo|te paso|le paso|remito|le envío|te envío|envío) _ (factura|instrucciones de pago|datos para la transferencia|datos del beneficiario)
    (son|importe de|total de) _ (euros|dólares|pesos|usd|mxn|€) ~~ (hoy|transferencia|datos|corte|antes)
    (segundo|primer|último|próximo) (plazo|pago)
    (plazo de (ingreso|pago)|último aviso|requerimiento de pago|aviso de vencimiento)
    (qué|cuánto) ~ (saldo|límite) ~ (dispon*|firma|transfer*)
    """,
    r"""
    (realiz*|faz*|faça|efetu*|process*|orden*|emit*|execut*|prepar*|agend*|autoriz*|liber*|trat*|envi*|pass*|lanç*) _ (transferência*|pagamento*|ted|pix|boleto|depósito|remessa|adiantamento|guia)
    (transferência|pagamento|ted|pix|boleto|fatura|nota fiscal|valor|saldo|montante|taxa|guia|sinal) ~ (hoje|urgente*|pendente*|vencid*|vence|sair|imediat*|realizad*|efetuad*|em atraso|em aberto|pagar|pago|paga|pagos|pagas|liquidar|transferir|antes d*|prazo|ainda)
    (paga*|pago*|pague*|liquid*|transfer*|deposit*|quit*|sald*) _ (fatura*|valor|saldo|boleto|montante|euros|reais|fundos|nota|guia|taxa|quantia|sinal)
    (transferência|pagamento|fatura|boleto) (urgente|imediat*|internacional|bancária|pendente|vencid*|em anexo|em atraso)
    (segue|anexo|envio|em anexo) _ (fatura|boleto|nota fiscal|dados para (o )?(pagamento|transferência|depósito))
    (último aviso|aviso de cobrança|prazo de pagamento)
    """,
    r"""
    (effettu*|fare|fai|faccia|facciamo|dispo*|esegu*|proced*|emett*|autorizz*|predispo*|inser*|mand*|invi*|lanci*|prepar*|gestir*|process*) _ (bonific*|pagament*|versament*|trasferiment*|saldo|acconto)
    (bonifico|pagamento|versamento|fattura|importo|saldo|acconto|somma|caparra|quota|diritti|tassa) ~ (oggi|urgent*|scadut*|insolut*|parta|partire|subito|immediat*|da pagare|da effettuare|da eseguire|da saldare|entro|pagat*|bonificat*|versat*|effettuat*|sollecit*)
    (paga*|pago*|pague*|sald*|liquid*|bonific*|vers*|trasfer*) _ (fattur*|importo|saldo|somma|euro|acconto|fondi|caparra|quota|€)
    (bonifico|pagamento|fattura) (urgente|immediat*|istantaneo|estero|bancario|scadut*|insolut*|di oggi|allegat*|in allegato)
    (in allegato|allego|allegata|le invio|ti invio|trasmetto) _ (fattura|coordinate|disposizione di pagamento)
    (metti|mettere|inserisci|inserire|aggiungi|aggiungere|carica|caricare) ~ (distinta|bonific*|pagament*)
    (distinta|flusso) (di domani|di oggi|bonifici|pagamenti)
    (ultimo sollecito|sollecito di pagamento|avviso di pagamento|diffida)
    (quanto|quale) ~ (disponibil*|plafond|limite|firma)
    """,
    r"""
    (betal*|overmak*|overboek*|uitvoer*|regel*|doe|doen|verwerk*|klaarzet*|zet|maak|voldoe*|inplan*|verricht*|overgemaakt) ~ (betaling*|overboeking*|factu*|bedrag*|spoedbetaling|spoedoverboeking|aanbetaling|saldo|euro|eur|€|som|termijn|nota)
    (betaling*|overboeking*|factu*|bedrag*|spoedbetaling|aanbetaling|saldo|euro|eur|€|som|nota|kosten) ~ (betal*|overmak*|overgemaakt|overboek*|uitvoer*|uitgevoerd|vandaag|met spoed|voldaan|voldoen|openstaa*|vervallen|verlopen|de deur uit|klaarzetten|klaar te zetten|over te maken|verschuldigd|binnen \d)
    (spoedbetaling|spoedoverboeking|openstaande (factu*|bedrag|saldo|post*)|achterstallig*|betalingsherinnering|aanmaning|laatste herinnering|betalingsopdracht|betaalopdracht)
    (wil|moet|willen) _ (vandaag|nu|meteen) _ (aanbetaling|betaling|bedrag|voorschot|waarborg)
    (ruimte|saldo) op de (rekening|spaarrekening|rekening courant)
    (bijgaand|bijgevoegd|in de bijlage|hierbij) _ (factuur|betaalgegevens|betalingsinstructie*|nota)
    """,
    r"""
    (zrób*|zrobi*|wykona*|zlec*|puści*|puść|przygotow*|zrealiz*|zatwierdz*|wyśl*|wysłać|dokona*|proszę o|opłaci*|opłać*|nada*|autoryz*|realizac*) _ (przelew*|płatnoś*|wpłat*|zapłat*|faktur*|zaliczk*)
    (przelew*|płatnoś*|wpłat*|faktur*|kwot*|zaliczk*|należnoś*|opłat*|saldo) ~ (dziś|dzisiaj|pilnie|piln*|natychmiast|zaległ*|przeterminowan*|po terminie|nieopłacon*|zapłac*|opłac*|wykonan*|zlec*|wysł*|puści*|wyszedł|wyszła|terminie|do zapłaty|uregulow*|ureguluj*)
    (zapłac*|opłac*|ureguluj*|uregulow*|przelać|przelej*|przelanie|przelani*|wpłac*|wpłat*) _ (faktur*|kwot*|należnoś*|zł|pln|euro|eur|środk*|pieni*|zaległoś*|zaliczk*|opłat*)
    (pilny|pilna|ekspresowy|natychmiastowy|zagraniczny) (przelew|płatność|wpłata)
    (wezwanie do zapłaty|ponaglenie|przypomnienie o płatności|termin płatności|ostateczne wezwanie)
    (w załączeniu|w załączniku|przesyłam|załączam) _ (faktur*|dane do przelewu)
    """,
)
"""Make this payment, pay this invoice, this is overdue."""

ADVANCE = (
    r"""
    (advance|upfront|up front|down payment|mobilisation|mobilization|deposit|prepayment|pre payment|part payment|first payment|materials money) ~ (project|order|contract|materials|work*|job|start|site|crew|supplier|registr*|tender|reserve|slot|book*|invoice|quote|quotation|before|today|account)
    (project|order|contract|materials|job|work|tender|crew|slot|steel) ~ (advance|upfront|up front|down payment|deposit|prepayment|pre payment|mobilisation|mobilization|in advance|ahead of)
    (performance bond|bid bond|surety|retainer|booking fee|reservation fee|registration fee|tender fee) ~ (paid|lodged|\d+|held|prior|before|account|due|contractor)
    (\d\d %|\d\d%|\d\d per ?cent|half|a third) _ (advance|upfront|up front|deposit|down|now|in advance|ahead|before|payment)
    """,
    r"""
    (anzahlung*|vorauszahlung*|vorkasse|abschlagszahlung*|abschlag|vorschuss|vorab) ~ (auftrag*|projekt*|material*|bestell*|baustelle|liefer*|beginn|stahl|überweis*|zahl*|prozent|%|konto|reservier*|bürgschaft)
    (akontozahlung|akonto|teilzahlung|abschlagsrechnung|im voraus|anzahlung*) ~~ (chf|euro|eur|konto|liefer*|hersteller|ventile|schlussrechnung|rechnung|überweis*|auslös*)
    (auftrag*|projekt*|material*|bestell*|baustelle|liefer*|stahl|%|prozent) ~ (anzahlung*|vorauszahl*|vorkasse|abschlag*|vorschuss|vorab|im voraus)
    """,
    r"""
    (acompte|avance|arrhes|provision|prépaiement|premier versement) ~ (chantier|projet|commande|matériau*|matériel|marché|travaux|démarr*|réserv*|contrat|caution|%|livraison|compte|fournisseur)
    (avance|acompte) (de|forfaitaire|sur|exceptionnelle|pour) ~~ (€|euros|eur|rib|compte|virement|mandat*|début de semaine|chantier)
    (pose|poser|verse|verser) ~ à la commande
    (chantier|projet|commande|matériau*|matériel|marché|travaux|%|livraison) ~ (acompte|avance|arrhes|d'avance|par avance|prépaiement)
    """,
    r"""
    (anticipo|adelanto|pago a cuenta|por adelantado|señal|enganche|provisión de fondos|fianza|depósito) ~ (obra|proyecto|pedido|material*|contrato|reserv*|trabajo*|arranc*|inici*|%|instalación|licitación|montaje|cuenta)
    (anticipo|adelanto|señal|por adelantado) ~~ (€|euros|pesos|cuenta|reserv*|hoy|clabe|transfer*|hacer)
    (obra|proyecto|pedido|material*|contrato|trabajo*|%|instalación|licitación|montaje) ~ (anticipo|adelanto|a cuenta|por adelantado|adelantado|señal|enganche)
    """,
    r"""
    (adiantamento|sinal|entrada|antecipad*|antecipação|caução) ~ (obra|projeto|pedido|encomenda|materia*|contrato|serviço|início|reserv*|%|licitação|mobilização|conta)
    (adiant*|antecip*|sinal de) ~ (%|reais|euros|mil|semana|pix|valor|metade)
    (obra|projeto|pedido|encomenda|materia*|contrato|serviço|%|licitação) ~ (adiantamento|sinal|entrada|antecipad*|adiantad*|caução)
    """,
    r"""
    (acconto|anticipo|caparra|anticipat*|cauzione) ~ (cantiere|progetto|ordine|material*|commessa|contratto|lavor*|inizi*|prenot*|%|fornitura|gara|conto)
    (cantiere|progetto|ordine|material*|commessa|contratto|lavor*|%|fornitura|gara) ~ (acconto|anticipo|caparra|anticipat*|in anticipo|cauzione)
    """,
    r"""
    (aanbetaling|voorschot|vooruitbetal*|vooruit|voorfinanc*|waarborgsom|borg) ~ (project|opdracht|materia*|bestell*|order|werk*|start|reserv*|%|levering|staal|aanbesteding|rekening)
    (voorschot|vooraf|aanbetal*|voorschiet*) ~~ (€|euro|termijn|overma*|rekening|bedrag|huren|huur|betal*)
    (project|opdracht|materia*|bestell*|order|werk|%|procent|levering|staal) ~ (aanbetal*|voorschot|vooruitbetal*|vooraf|vooruit|waarborgsom)
    """,
    r"""
    (zaliczk*|przedpłat*|zadat*|kaucj*|wadium|z góry) ~ (projek*|zamówi*|materiał*|umow*|budow*|robot*|prac*|rozpocz*|rezerw*|%|zleceni*|dostaw*|przetarg*|kont*|rachun*)
    (projek*|zamówi*|materiał*|umow*|budow*|robot*|%|procent|zleceni*|dostaw*) ~ (zaliczk*|przedpłat*|zadat*|kaucj*|z góry)
    """,
)
"""Pay in advance on a project or an order."""

REFUND = (
    r"""
    (overpa*|over paid|double pa*|paid* twice|paid you twice|duplicate* (payment|transfer)|sent twice|paid in error|payment in error|transferred in error|wrong account|by mistake|credited twice|too much) ~ (refund*|return*|send* ~ back|back|reimburs*|repa*|revers*|difference|excess)
    (refund|return|send back|repay|reimburse|release|reverse) _ (deposit|overpayment|excess|difference|balance|duplicate|second|surplus|amount|payment|credit|money|it|funds)
    (refund*|returned|sent back|repaid) ~ (to (the |this |our |my |another |a )?(following|new|different|other|son*|account|below|iban|second)|instead)
    (overpaid|overpayment|double payment|duplicate payment|paid (you )?twice|transferred twice|paid the deposit twice|deposit refund|security deposit|deposit back|cancel* ~ (booking|order) ~ (refund|deposit))
    """,
    r"""
    (überzahl*|doppelt (überwiesen|bezahlt|gezahlt|gebucht)|doppelzahlung|doppelte (zahlung|überweisung|buchung)|zweimal (überwiesen|bezahlt|gezahlt|ausgezahlt|abgebucht)|zu viel (überwiesen|gezahlt|bezahlt)|irrtümlich|fehlüberweisung|versehentlich (überw*|gezahlt|bezahlt|ausgezahlt))
    (rücküberweis*|zurücküberweis*|zurückzahl*|zurückzuüberweisen|zurückzuzahlen|rückerstatt*|erstatt*|rückzahlung*|rückzahl*|rückgabe|zurück) ~ (betrag*|kaution|anzahlung|konto|guthaben|gutschrift|differenz|überzahl*|summe|zahlung|iban)
    (null zu viel|komma|zahlendreher|zu viel|falsch überwiesen|falsches konto|aus versehen) ~~ (differenz|zurück*|konto|rück*|betrag|iban)
    (differenz|gutschrift|betrag|überschuss|euro) ~ (zurück*|zurückzugeben|rückzu*)
    (kaution|anzahlung|guthaben|differenz|gutschrift|überzahl*|betrag) ~ (rücküberweis*|zurücküberw*|zurückzahl*|zurückzuüberweisen|rückerstatt*|erstatt*|rückzahl*|zurück)
    """,
    r"""
    (trop perçu|trop payé|trop versé|payé deux fois|réglé deux fois|versé deux fois|virés? deux fois|double (virement|paiement|règlement|versement)|doublon|viré par erreur|versé par erreur|payé par erreur|virement erroné|deux virements)
    (rembours*|restitu*|retourner|reverser|renvoyer|rendre) ~ (acompte|dépôt|caution|somme|montant|arrhes|différence|trop|virement|excédent|avoir|compte|iban|rib)
    (acompte|dépôt|caution|somme|arrhes|différence|excédent|trop) ~ (rembours*|restitu*|retourn*|revers*)
    """,
    r"""
    (pagado dos veces|pagamos dos veces|pago duplicado|depósito duplicado|duplicad* ~ (pago|transferencia|ingreso)|transferencia duplicada|pago doble|doble (pago|transferencia|ingreso)|de más|en exceso|por error ~ (transf*|paga*|pago*|pague*|ingres*|abon*|deposit*)|cobro duplicado|dos veces)
    (devolv*|devuelv*|devolución|reembols*|reintegr*|regres*|retorn*) ~ (importe|depósito|fianza|señal|exceso|cantidad|transferencia|pago|anticipo|cuenta|diferencia|iban|clabe|dinero)
    (importe|depósito|fianza|señal|exceso|cantidad|pago|anticipo|diferencia) ~ (devolv*|devuelv*|devolución|reembols*|reintegr*|regres*)
    """,
    r"""
    (pago em duplicidade|pagamento duplicado|pagamento em duplicado|duplicidade|em duplicado|pago duas vezes|pagamos duas vezes|paguei duas vezes|pago a mais|valor a mais|por engano|por lapso|transferência duplicada|duas vezes)
    (devolv*|devolução|reembols*|restitu*|estorn*|ressarc*) ~ (valor|depósito|caução|sinal|excesso|transferência|pagamento|adiantamento|conta|diferença|iban|pix|montante)
    (valor|depósito|caução|sinal|excesso|diferença|montante) ~ (devolv*|devolução|reembols*|restitu*|estorn*)
    """,
    r"""
    (pagato due volte|doppio (bonifico|pagamento)|pagamento doppio|bonifico doppio|bonificato due volte|versato due volte|pagato in eccesso|in eccedenza|per errore|erroneamente|due volte)
    (restitu*|rimbors*|stornar*|riaccredit*|rendere) ~ (importo|deposito|cauzione|caparra|acconto|somma|bonifico|eccedenza|conto|differenza|iban)
    (doppio accredito|accredito doppio|ristorn*|al posto di un altro|accreditato per errore)
    (importo|deposito|cauzione|caparra|acconto|somma|eccedenza|differenza) ~ (restitu*|rimbors*|stornat*|riaccredit*)
    """,
    r"""
    (dubbel betaald|dubbele betaling|twee keer (betaald|overgemaakt)|tweemaal (betaald|overgemaakt)|te veel (betaald|overgemaakt)|teveel (betaald|overgemaakt)|per ongeluk ~ (betaald|overgemaakt)|abusievelijk|per abuis|onverschuldigd*)
    (terugstort*|terugbetal*|terugboek*|terug te storten|terug te betalen|terugmaken|terugoverma*|retour*|restitu*|terug) ~ (bedrag|borg|waarborgsom|aanbetaling|rekening*|verschil|betaling|iban)
    (bedrag|borg|waarborgsom|aanbetaling|verschil|betaling) ~ (terugstort*|terugbetal*|terugboek*|terug te|retour*|restitu*)
    """,
    r"""
    (nadpłat*|podwójn* (przelew*|płatnoś*|wpłat*)|zapłacon* dwa razy|dwukrotnie|przelan* dwa razy|dwa razy (zapłac*|przel*|wpłac*)|omyłkow*|przez pomyłkę|błędn* przelew*|przelan* omyłk*)
    (zwrot*|zwróc*|zwrac*|odesł*|oddać|odda*) ~ (kwot*|zaliczk*|kaucj*|depozyt*|nadpłat*|kont*|rachun*|różnic*|przelew*|środk*|pieni*)
    (kwot*|zaliczk*|kaucj*|depozyt*|nadpłat*|różnic*) ~ (zwrot*|zwróc*|zwrac*|odesł*)
    """,
)
"""We paid you too much, or twice, or a deposit: send it back."""

CRYPTO = (
    r"""
    (bitcoin*|btc|ethereum|usdt|tether|crypto*|monero|litecoin|stablecoin*|blockchain) ~ (wallet*|address*|send|pay*|transfer*|buy|purchas*|deposit*|amount|worth|to the following)
    (send|pay*|transfer*|buy|purchas*|deposit*|wallet) _ (bitcoin*|btc|ethereum|usdt|tether|crypto*|monero)
    """,
    r"""
    (bitcoin*|btc|krypto*|usdt|ethereum) ~ (adresse|wallet|überweis*|send*|zahl*|kauf*|schick*|gekauft)
    (bitcoin*|btc|crypto*|usdt|ethereum) ~ (adresse|portefeuille|envoy*|achet*|pay*|vers*|transf*|cartera|monedero|billetera|dirección|compr*|paga*|pago*|pague*|deposit*|env*|carteira|endereço|indirizzo|portafoglio|invi*|adres|overmak*|koop*|kopen|betaal*|portfel*|przel*|wpłac*|kup*)
    kryptowalut*
    """,
)
"""Pay in a cryptocurrency."""

PURCHASE = (
    r"""
    (buy|purchase|pick up|get|order|pay|cover|put*|grab|charge) ~ (reimburse*|pay you back|refund you|expense it|claim it|expenses|settle up|square up|square it|sort you out|make it right|give it back)
    (reimburse*|pay you back|repay you|refund you) ~ (today|later|once|when|after|as soon|tomorrow|end of|by|next|on|with)
    (you will be|you'll be|get you|i will|i'll|we will|we'll) (be )?(reimbursed?|reimburse|pay you back|refund you|paid back)
    (with|on|using|from) (your|the) (own |personal |company |corporate |department )?(card|pocket|money|account|credit card) ~ (reimburse*|back|expense*|claim)
    """,
    r"""
    (kauf*|besorg*|hol*|bestell*|leg*|verauslag*|streck*|nimm|auslege*|ausleg*) ~ (erstatt*|zurück|auslage*|spesen|reisekosten|verrechn*|wiederbekomm*)
    (erstatte*|bekommst du (das geld )?(zurück|wieder)|gebe ich dir (zurück|wieder)|geld zurück|auslagen|auslegen|vorstrecken|verauslagen)
    """,
    r"""
    (achet*|prend*|avanc*|command*|règl*|pay*|procur*) ~ (rembours*|note de frais|notes de frais)
    (je (te|vous) (rembours*|le rends)|(te|vous) (sera|serez|seras|sont) remboursé*|vous serez remboursé*|tu seras remboursé*|avancer les frais)
    """,
    r"""
    (compr*|paga*|pago*|pague*|adelant*|consig*|encarg*) ~ (reembols*|te lo devuelvo|se lo devuelvo|te lo pago|gastos|te lo abono|te lo repongo|se lo repongo|liquidación)
    (te|se) (lo |los |las )?(reembols*|repongo|reintegr*|devuelvo|abono)
    """,
    r"""
    (compr*|paga*|pago*|pague*|adiant*|peg*) ~ (reembols*|devolvo|te pago|ressarc*|acerto|acertamos|despesas)
    (reembolso|reembolsamos|será reembolsad*|te reembols*|lhe reembols*)
    """,
    r"""
    (compr*|acquist*|prend*|anticip*|paga*|pago*|pague*) ~ (rimbors*|nota spese|te li rendo|te li restituisco|glieli rendo)
    (ti|la|le|vi) (rimbors*|verrà rimborsat*|verranno rimborsat*)
    """,
    r"""
    (koop*|kopen|haal*|halen|voorschiet*|schiet*|bestel*|betaal*) ~ (terug|vergoed*|declar*|verrekenen|voorgeschoten)
    (betaal ik (je|u) (het )?terug|krijg je (het |van mij )?terug|krijgt u terug|declareren|je kunt het declareren|voorschieten)
    """,
    r"""
    (kup*|zapłać*|wyłóż*|zamów*|weź) ~ (zwróc*|oddam|rozlicz*|zwrot*)
    (zwrócę|oddam|zwracam|rozliczymy|zwrot kosztów)
    """,
)
"""Buy something now, you get the money back."""
