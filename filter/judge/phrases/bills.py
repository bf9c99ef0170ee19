"""What is to be paid: invoices, fees and dues, reminders of them, proof that they were paid. Phrases only."""

from __future__ import annotations

BILLS = (
    r"""
    (pay|settle|clear) _ (invoice*|bill*|balance|amount|statement|vendor|supplier|contractor|fee|fees|account|deposit|premium|retainer
    |overdue|outstanding|remainder|arrears)
    (payment|balance|amount|sum|invoice|total|fee) ~ (is|are|falls|fall|becomes|now|was|remains|remain) (now )?(due|overdue|outstanding
    |payable|unpaid|owing|past due|to be paid|open)
    (due|payable|remit|remittance|outstanding|overdue|past due|unpaid) _ (immediately|upon receipt|on receipt|invoice*|amount|balance
    |payment|within|by|to iban|to account)
    (attached|enclosed|find|here is|here's|forward*) _ (invoice|bill|pro forma|proforma|payment request|wiring instructions
    |wire instructions|payment instructions)
    (wire|payment|transfer|beneficiary) (details|instructions|information|particulars) (below|attached|follow|are|for|to)
    (shortfall|arrears|dues|levy|surcharge|penalty|excise|duty|subscription|membership|premium*|fees|charge|charges|honorarium|instalment*
    |installment*) ~ (lodged|paid|settled|outstanding|overdue|unpaid|owing|in arrears)
    (invoice*|remittance|payment|fee|fees|charge|charges|balance|instalment|installment|dues|contribution) ~ (not|t|yet to be
    |still to be) (yet )?(been |be )?(received|reached|arrived|cleared)
    (eur|usd|gbp|chf|cad|aud|nzd|sgd|euro|euros|pounds|dollars|\d+( )?(€|£)|\d+[,.]\d\d\d([.,]\d\d)?) _ (overdue|outstanding|past due|unpaid
    |payable|owing)
    (attached|enclosed|find|here is|here's|herewith|forward*) _ (our statement|statement of account|account statement|the balance
    |pro forma|proforma|final invoice|deposit invoice|debit note)
    (invoice*|pro ?forma|pro forma|bill|statement of account|debit note) (is |are )?(attached|enclosed|below|herewith)
    invoice* _ (for|of|from|over) ~ (eur|usd|gbp|chf|cad|aud|(€|£)\d+([,.]\d+)?([,.]\d+)?)
    (owe|owes|owing|owed) (still )?(them|him|her|us|the|a) _ ((€|£)\d+([,.]\d+)?([,.]\d+)?|eur|usd|gbp|chf|\d+[,.]\d\d\d([,.]\d\d)?|supplier
    |contractor|vendor|solicitor*|lawyer*|firm|agent|consultant)
    (take care of|look after|deal with|attend to|process|see to|pay) _ (outstanding|overdue|vendor|supplier|urgent|attached|enclosed
    |new) _ (invoice*|bill*|payment*|transfer*|wire*|remittance)
    (pay|paid|transfer|remit|wire|deposit|lodge|zelle|send) _ (to|into
    |onto) ((the|our|my|their|his|this|her|following|below) )+((private|new|usual|business|bank|savings|project|client|escrow|trust
    |dollar|euro) )?(account|iban|sort code|bsb|payee)
    (listing|renewal|subscription|licen[cs]e|membership|registration|invoice*|account|fee|fees|charge|balance) ~ (not|t|yet to
    |still to) (yet )?(been |be )(paid|settled|honoured|honored|received)
    (supplier|vendor|contractor|bill*|invoice*) _ (needs|need) (sorting|paying|settling|clearing)
    """,
    r"""
    (berechnen wir|zahlungsziel|sicherheitsleistung|restzahlung)
    (offene*|fällige*|überfällige*|unbezahlt*|ausstehende*) _ (rechnung*|betrag|beträge|zahlung*|forderung*|posten|saldo)
    (letzte mahnung|mahnung|zahlungserinnerung|zahlungsaufforderung|zahlungsfrist|inkasso)
    (anbei|beiliegend|im anhang|angehängt) _ (rechnung|abschlagsrechnung|schlussrechnung|zahlungsanweisung)
    (betrag|summe|zahlung|überweisung|geld|anzahlung|rate|honorar|provision|kaufpreis|rechnung|euro|eur|\d+( )?€|chf) ~ (muss|soll|sollte
    |kann|könnte|darf|müsste) _ (heute|gleich|sofort|morgen|noch|jetzt|bis) ~ (hinaus|raus|rausgehen|hinausgehen|abgehen|weg|überwiesen
    |angewiesen|bezahlt|gezahlt|eingehen|ankommen|da sein|eintreffen)
    (übermitt*|übersend*|send*|schick*|erhalten|finden|beigefügt*|hänge|häng*|beiliegend*|leite*) _ (rechnung*|schlussrechnung
    |teilrechnung|honorarnote|proforma*|gebührenbescheid|beitragsrechnung|zahlungsbeleg*|kostennote)
    (rechnung|honorarnote|proforma|kostennote|bescheid) _ (im anhang|anbei|angehängt|beigefügt|liegt bei|hängt an)
    (skonto|frühzahlerrabatt|frühbucherrabatt|preisnachlass|nachlass) ~ (bei|bis|innerhalb|binnen|eingang|zahlung*)
    (zahlungseingang|geldeingang|eingang) _ (bis|binnen|innerhalb|auf) _ (konto|tagen|stunden|freitag|montag|dienstag|mittwoch|donnerstag
    |heute|morgen|\d+)
    (überweisungsbeleg|zahlungsbeleg|zahlungsbestätigung|überweisungsbestätigung|zahlungsnachweis|zahlungsavis) _ (an|bitte|per|schick*
    |send*|mail*|zurück|übermitt*)
    (schick*|send*|mail*|übermitt*) _ (überweisungsbeleg|zahlungsbeleg|zahlungsbestätigung|überweisungsbestätigung|zahlungsnachweis)
    (mitgliedsbeitrag|jahresbeitrag|lizenzgebühr*|bearbeitungsgebühr*|leasingrate*|monatsrate*|nachzahlung|nachforderung|honorar*
    |provision*|prämie*|kaution) ~ (überweis*|anweis*|zahlen|bezahl*|zu zahlen|offen|fällig|ausstehend|überfällig|begleich*|einzahl*
    |rückständig)
    (wie viel|wieviel) ~ (konto|konten|geschäftskonto|girokonto|verfügbar|bank|kasse)
    """,
    r"""
    (virement*|paiement*|règlement*|facture*|somme|montant|solde|acompte|frais|cotisation) ~ (à (effectuer|régler|payer|faire|passer|virer
    |émettre|verser|exécuter|adresser)|doit (partir|être)|aujourd'hui|effectu*|impayé*|échéance|échue|en souffrance|exigible*|en attente
    |dû|due|urgent*|réglé*|payé*|dans les|sous \d)
    (contribution annuelle|dernier avis)
    (radiation|redevance) ~ (inscription|registre|annuaire|cotisation|frais|payer|paiement|régler|règlement|impayé*|échéance|due|virement)
    (inscription|registre|annuaire|cotisation|frais|payer|paiement|régler|règlement|impayé*|échéance|virement) ~ (radiation|redevance)
    relance ~ (facture*|paiement|payer|règlement|régler|impayé*|solde|échéance|virement)
    (facture*|paiement|règlement|impayé*|solde|échéance|virement) ~ relance
    (dernier rappel|(dernière|deuxième|seconde|troisième|lettre de) relance|mise en demeure|facture impayée|avis d'échéance)
    (veuillez trouver|vous trouverez|trouverez|ci joint*|ci jointe|pièce jointe|adresse|transmets|joins|joint|envoie
    |adressons) _ (facture*|relevé|avis de|note d'honoraires|pro forma|proforma|appel de fonds|appel de cotisation)
    (cotisation*|redevance*|pénalité*|amende|honoraires|caution|loyer*|échéance|mensualité*|prime|taxe|frais) ~ (régler|payer|verser|virer
    |impayé*|échu*|en retard|à acquitter|exigible*|restant dû|non réglé*)
    """,
    r"""
    (transferencia|pago|spei|giro|factura|importe|anticipo|saldo|cantidad|monto|tasa) ~ (hoy|urgente*|pendiente*|vencid*|vence|salga|salir
    |inmediat*|quede|realizar*|realice*|efectu*|impagad*|pagar*|pagad*|abonar*|transferir*|ingresar*|antes de|plazo)
    (paga*|pago*|pague*|abon*|liquid*|transfer*|deposit*|ingres*|gir*|cubr*) _ (factura*|importe|saldo|cantidad|monto|euros|anticipo
    |fondos|dinero|deuda|adeudo|tasa|cuota)
    (transferencia|pago|factura) (urgente|inmediat*|internacional|bancaria|pendiente|vencid*|de hoy|adjunt*)
    (adjunto|anexo|te paso|le paso|remito|le envío|te envío|envío) _ (factura|instrucciones de pago|datos para la transferencia
    |datos del beneficiario)
    (segundo|primer|último|próximo) (plazo|pago)
    (plazo de (ingreso|pago)|último aviso|requerimiento de pago|aviso de vencimiento)
    (adjunto|adjunta|adjuntamos|anexo|anexa|anexamos|remito|remitimos|envío|enviamos|acompaño|paso) _ (factura*|prefactura*|proforma*
    |minuta|recibo*|carta de pago|liquidación de|nota de cargo|carta de cobro)
    (comprobante|justificante|resguardo) _ (transferencia|pago|ingreso|spei|depósito|abono)
    (remit*|envi*|envía*|mand*|mánda*|pás*|reenví*) _ (comprobante|justificante|resguardo)
    (pago|abono|importe|transferencia|ingreso|factura|prefactura|cuota|recibo|multa|sanción|canon|renta|prima|honorarios) _ (en|dentro de
    |antes de|antes del|hasta el|a más tardar) (las |el |los |próximas )?(\d+ (horas|días)|hoy|mañana|lunes|martes|miércoles|jueves
    |viernes|mediodía|\d+)
    (cuota*|recibo*|multa|sanción|canon|renta|prima|honorarios|licencia|prefactura|minuta|recargo|embargo|adeudo) ~ (impagad*|pagar*
    |pagad*|abonar*|pendient*|vencid*|vence|devuelt*|transferir*|liquidar*|regulariz*|atrasad*)
    """,
    r"""
    (transferência|pagamento|ted|pix|boleto|fatura|nota fiscal|valor|saldo|montante|taxa|guia|sinal) ~ (hoje|urgente*|pendente*|vencid*
    |vence|sair|imediat*|realizad*|efetuad*|em atraso|em aberto|pagar|pago|paga|pagos|pagas|liquidar|transferir|antes d*|prazo|ainda)
    (paga*|pago*|pague*|liquid*|transfer*|deposit*|quit*|sald*) _ (fatura*|valor|saldo|boleto|montante|euros|reais|fundos|nota|guia|taxa
    |quantia|sinal)
    (transferência|pagamento|fatura|boleto) (urgente|imediat*|internacional|bancária|pendente|vencid*|em anexo|em atraso)
    (último aviso|aviso de cobrança|prazo de pagamento)
    (segue|seguem|anexo|anexa|envio|enviamos|junto|remeto|remetemos|em anexo|encaminho) _ (factura*|fatura*|boleto*|nota fiscal
    |nota de débito|proforma|guia de|recibo*)
    (comprovativo|comprovante) _ (pagamento|transferência|pix|ted|depósito|pago)
    (envi*|mand*|remet*|encaminh*) _ (comprovativo|comprovante)
    (pagamento|transferência|factura|fatura|valor|montante|quota|renda|coima|multa|taxa|honorários) _ (até|dentro de|no prazo de
    |em) ((às |ao |o |as |dia |amanhã |próximas )+)?(\d+ (horas|dias)|hoje|amanhã|segunda|terça|quarta|quinta|sexta|meio dia|\d+)
    (factura*|quota*|renda*|coima|multa|honorários|prestação|mensalidade|anuidade|seguro|licença) ~ (pagar|paga|pago|pagas|liquidar
    |liquidad*|em atraso|em dívida|vencid*|vence|pendente*|por pagar|regulariz*|em aberto)
    """,
    r"""
    (bonifico|pagamento|versamento|fattura|importo|saldo|acconto|somma|caparra|quota|diritti|tassa) ~ (oggi|urgent*|scadut*|insolut*|parta
    |partire|subito|immediat*|da pagare|da effettuare|da eseguire|da saldare|entro|pagat*|bonificat*|versat*|effettuat*|sollecit*)
    (bonifico|pagamento|fattura) (urgente|immediat*|istantaneo|estero|bancario|scadut*|insolut*|di oggi|allegat*|in allegato)
    (in allegato|allego|allegata|le invio|ti invio|trasmetto) _ (fattura|coordinate|disposizione di pagamento)
    (ultimo sollecito|sollecito di pagamento|avviso di pagamento|diffida)
    (caparra|bonifico|pagamento|acconto|saldo|importo|somma|quota|canone|rata|fattura|onorario|parcella) ~ (parta|parte|partire|partito
    |esca|uscire|arrivi|arrivare|accreditat*) _ (oggi|domani|domattina|entro|subito|prima|stamattina|stasera|lunedì|martedì|mercoledì
    |giovedì|venerdì)
    (in allegato|allego|allegata|alleghiamo|invio|inviamo|trasmettiamo|inoltro|rimetto) _ (fattur*|proforma|pro forma|parcella
    |avviso di pagamento|bollettino|estratto conto|nota di debito)
    (canone|canoni|rata|rate|parcella|quota|multa|sanzione|onorario|premio|contributo|bolletta|licenza|proforma) ~ (pagare|pagat*|saldare
    |saldat*|scadut*|insolut*|scade|versare|versat*|arretrat*|impagat*|regolarizz*|in sospeso)
    (fornitore|fornitori|venditore|avvocato|notaio|consulente|artigiano|studio|agenzia|locatore|impresa) _ (aspetta*|attende*|pretende*
    |vuole|chiede|sollecita) _ (soldi|pagamento|bonifico|denaro|saldo|importo|parcella|onorario)
    """,
    r"""
    (spoedbetaling|spoedoverboeking|openstaande (factu*|bedrag|saldo|post*)|achterstallig*|betalingsherinnering|aanmaning
    |laatste herinnering|betalingsopdracht|betaalopdracht)
    (bijgaand|bijgevoegd|in de bijlage|hierbij) _ (factuur|betaalgegevens|betalingsinstructie*|nota)
    (naheffing|boete|contributie|premie|huur|waarborgsom|borg|koopsom|termijn|honorarium|licentie*|heffing|leges|aanslag|vordering|restant
    |restbedrag|provisie) ~ (betaal*|betalen|overmaken|overgemaakt|voldoen|voldaan|openstaa*|open staat|verschuldigd|storten|gestort
    |binnen|uiterlijk|over te maken)
    (stuur|mail|app|bezorg) _ (betaalbewijs|betaalbevestiging|overschrijvingsbewijs|betalingsbewijs)
    (in bijlage|bijgaand|bijgevoegd|hierbij|bijlage|ingesloten|stuur) _ (factu*|nota|proforma|rekeningoverzicht|aanmaning|betaalverzoek)
    """,
    r"""
    (przelew*|płatnoś*|wpłat*|faktur*|kwot*|zaliczk*|należnoś*|opłat*|saldo) ~ (dziś|dzisiaj|pilnie|piln*|natychmiast|zaległ*
    |przeterminowan*|po terminie|nieopłacon*|zapłac*|opłac*|wykonan*|zlec*|wysł*|puści*|wyszedł|wyszła|terminie|do zapłaty|uregulow*
    |ureguluj*)
    (zapłac*|opłac*|ureguluj*|uregulow*|przelać|przelej*|przelanie|przelani*|wpłac*|wpłat*) _ (faktur*|kwot*|należnoś*|zł|pln|euro|eur
    |środk*|pieni*|zaległoś*|zaliczk*|opłat*)
    (wezwanie do zapłaty|ponaglenie|przypomnienie o płatności|termin płatności|ostateczne wezwanie)
    (w załączeniu|w załączniku|przesyłam|załączam) _ (faktur*|dane do przelewu)
    (zaległ*|przeterminowan*|nieopłacon*|niezapłacon*|nieuregulow*|wymagaln*|piln*|otwart*) _ (faktur*|płatnoś*|przelew*|należnoś*|rat*
    |kwot*|sald*|zobowiąza*|wpłat*|opłat*|składk*)
    (rat*|składk*|czynsz*|opłat*|kar*|mandat*|honorari*|prowizj*|licencj*|zobowiąza*|faktur*) ~ (zapłac*|opłac*|uregulow*|zaleg*
    |nieopłacon*|niezapłacon*|po terminie|przeterminow*|do zapłaty|termin minął|minął termin|wymagaln*)
    (w załączeniu|w załączniku|przesyłam|załączam|załączamy|przesyłamy|wysyłam|podeślę|prześlę) _ (faktur*|proform*|rachunek|not*
    |numer konta|nr konta|dane do)
    """,
)
"""This invoice, this fee is due, it is attached, send the proof of payment."""
