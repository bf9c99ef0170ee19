"""How somebody asks for money in other ways: an overpayment returned, coins, an outlay that will be paid back. Phrases only."""

from __future__ import annotations

REFUND = (
    r"""
    (overpa*|over paid|double pa*|paid* twice|paid you twice|duplicate* (payment|transfer)|sent twice|paid in error|payment in error
    |transferred in error|wrong account|by mistake|credited twice|too much) ~ (refund*|return*|send* ~ back|back|reimburs*|repa*|revers*
    |difference|excess)
    (refund|return|send back|repay|reimburse|release|reverse) _ (deposit*|overpayment*|excess|difference|balance|duplicate*|surplus|amount
    |payment*|credit|money|funds)
    (refund*|returned|sent back|repaid) ~ (to (the |this |our |my |another |a )?(following|new|different|other|son*|account|below|iban
    |second)|instead)
    (overpaid|overpayment|double payment|duplicate payment|paid (you )?twice|transferred twice|paid the deposit twice|deposit refund
    |security deposit|deposit back|cancel* ~ (booking|order) ~ (refund|deposit))
    (payment*|transfer*|refund*|deposit*|money|funds|credit*|remittance*|cheque|check|eur|usd|gbp|chf|euros|\d+( )?(€|£)
    |\d+[,.]\d\d\d) ~ (in error|by mistake|by accident|mistakenly|erroneously|accidentally|twice|in duplicate|to the wrong|is a duplicate
    |a duplicate|duplicated|too high|too many)
    (paid|sent|transferred|wired|credited|refunded|banked|returned|deposited|remitted
    |booked) (you |us |me |them |it |him |her |out )?(in error|by mistake|by accident|twice|in duplicate|double|to the wrong|too much)
    (mistakenly|accidentally|erroneously|wrongly) (paid|sent|transferred|wired|credited|refunded|banked|returned|deposited|remitted
    |booked)
    (banked|paid|transferred|sent|wired|deposited|lodged|credited|returned|refunded|remitted) ~ (in place of|instead of|rather than) (\d+
    |\d+[,.]\d+|(€|£)\d+([,.]\d+)?([,.]\d+)?|to me|to us|me|us|him|her|our|my)
    (payment*|transfer*|refund*|deposit*|money|funds|credit*|remittance*|cheque|check|eur|usd|gbp|chf|euros|\d+( )?(€|£)
    |\d+[,.]\d\d\d) ~~ (send|pay|wire|transfer|remit|pass|return|give|move) (it|this|that|them|the (difference|excess|rest|balance|money
    |surplus|remainder|\d+)) (back|on|over|across)
    difference ~ (send|transfer|return|pay|wire|refund|back|account)
    (deposit|payment|transfer|remittance|money) _ (came back|come back|bounced|bounced back|returned to (you|us|sender|your)|been returned
    |was returned|were returned|is back|rejected by|sent back)
    (payment|money|deposit|credit|refund|transfer|funds|amount|\d\d\d|takings|proceeds) _ (belong* to|meant for|intended for
    |should have (gone|come|been)|ought to have|was for us|was ours|is ours|is owed to|is due to us|is due back)
    (deposit|payment|transfer) ~~ (send|pay|transfer|make|wire|repeat) (it |this |that |the \w+ )?(again|once more|a second time|anew
    |afresh)
    (owe|owes|owed|due) (us|me|him|her|them) _ (refund|difference|overpayment|deposit|credit|back)
    (credit note|credit memo|credit balance|in credit|refundable|reimbursement) ~ (transfer|refund*|pay*|iban|account|settle|bank details
    |return*|wire|send)
    (release|return|refund|repay|pay back|send back|paid back|refunded) _ (bond|retention|deposit|caution money|overpayment|float|excess
    |credit|unspent|surplus|unused|key money)
    (unspent|unused|surplus|excess|overpaid|leftover|remaining|duplicate) (funds|money|amount|budget|grant|payment|balance|portion|sum
    |part|pre financing|prefinancing) ~ (return*|refund*|back|repa*|transfer*|wire*|send)
    (wire|down payment|payment|transfer|invoice) _ (went|gone|go|been paid|paid) _ (twice|both|two times|double)
    (return|returning|refund) (it|this|that|them|one|the (money|funds|payment|difference|second|excess)) to _ (account|iban)
    (of ours|our money|my money|our funds|sum of ours) _ your _ account
    (keyed|mistyped|transposed|miskeyed|mis keyed|typed) ~ ((€|£)\d+([,.]\d+)?([,.]\d+)?|\d+[,.]\d\d\d([,.]\d\d)?|digit*|zero|nought|amount)
    (\d+( )?(€|£)|\d+[,.]\d\d\d|payment|deposit|money|transfer) ~~ (could|can|may|should) (it|this|that|they|one) (come|be sent|go) (back
    |home)
    wire ~ (twice|in error|by mistake|duplicated|a duplicate)
    (captured|charged|billed|settled|debited|invoiced|processed|posted) (twice|two times|in duplicate)
    (settled|paid|sent|transferred|wired) ~ (and again|and then again|a second time|once again) _ (on|by|this|last|yesterday|\d+)
    (obliged|grateful|thankful|appreciate*) _ (return|refund|repayment) _ (of|to) _ (account|amount|sum|money|funds|balance)
    return the (second|duplicate|extra|additional|surplus|excess) (\w+|payment|us|(€|£)\d+([,.]\d+)?([,.]\d+)?|\d+)
    (send|sending|have|get) (my|our) _ (one|payment|transfer|money|half|share|deposit) back
    recover _ (difference|overpayment|duplicate|excess)
    """,
    r"""
    (überzahl*|doppelt (überwiesen|bezahlt|gezahlt|gebucht)|doppelzahlung|doppelte (zahlung|überweisung|buchung)|zweimal (überwiesen
    |bezahlt|gezahlt|ausgezahlt|abgebucht)|zu viel (überwiesen|gezahlt|bezahlt)|irrtümlich|fehlüberweisung|versehentlich (überw*|gezahlt
    |bezahlt|ausgezahlt))
    (rücküberweis*|zurücküberweis*|zurückzahl*|zurückzuüberweisen|zurückzuzahlen|rückerstatt*|erstatt*|rückzahlung*|rückzahl*|rückgabe
    |zurück) ~ (betrag*|kaution|anzahlung|konto|guthaben|gutschrift|differenz|überzahl*|summe|zahlung|iban)
    (null zu viel|komma|zahlendreher|zu viel|falsch überwiesen|falsches konto|aus versehen) ~~ (differenz|zurück*|konto|rück*|betrag|iban)
    (differenz|gutschrift|betrag|überschuss|euro) ~ (zurück*|zurückzugeben|rückzu*)
    (kaution|anzahlung|guthaben|differenz|gutschrift|überzahl*|betrag) ~ (rücküberweis*|zurücküberw*|zurückzahl*|zurückzuüberweisen
    |rückerstatt*|erstatt*|rückzahl*|zurück)
    (versehentlich|irrtümlich*|fälschlich*|aus versehen|doppelt|zweimal|zu viel|zuviel|irrtum) ~ (eingegangen|gutgeschrieben|angewiesen
    |überwiesen|gebucht|verbucht|abgebucht|gelandet|bezahlt|gezahlt|erstattet|eingezahlt|bei ihnen|bei euch|auf ihrem konto)
    (zahlung|überweisung|betrag|euro|eur|\d+( )?€|chf|rechnung|anzahlung|gutschrift|kaution|geld) ~ (doppelt|zweimal|zu viel|zuviel
    |irrtümlich*|versehentlich|fälschlich*|aus versehen|zu hoch)
    (zurück|retour) _ (überweis*|zahl*|buch*|schick*|transferier*|überwiesen|gezahlt|gebucht)
    (überweis*|zahl*|schick*|buch*|transferier*) _ (euro|eur|([\d.,]+)?€([\d.,]+)?|chf|betrag|geld|differenz|summe|überschuss|rest|guthaben
    |anteil|kaution|anzahlung) _ (zurück|retour)
    (rückerstattung|rückzahlung|erstattung|rücküberweisung|rückvergütung|gutschrift) ~ (konto|iban|überweis*|anweis*|auszahl*
    |bankverbindung|bitte um|veranlass*)
    (guthaben|kaution|gutschrift|überschuss|überzahlung|restguthaben|mietkaution|pfand) ~ (auszahl*|auszuzahlen|ausgezahlt|überweis*
    |anweis*|überwiesen|angewiesen|erstatt*|zurück*|freigeb*)
    (gehört|zusteht|zustehen|gehören|bestimmt) _ (uns|mir|eigentlich|für uns) ~ (überweis*|zurück*|weiterleit*|konto)
    (zweites mal|ein zweites mal|noch einmal|nochmals|nochmal|ein weiteres mal) (bezahlt|überwiesen|gezahlt|angewiesen|abgebucht
    |beglichen)
    """,
    r"""
    (trop perçu|trop payé|trop versé|payé deux fois|réglé deux fois|versé deux fois|virés? deux fois|double (virement|paiement|règlement
    |versement)|doublon|viré par erreur|versé par erreur|payé par erreur|virement erroné|deux virements)
    (rembours*|restitu*|retourner|reverser|renvoyer|rendre) ~ (acompte|dépôt|caution|somme|montant|arrhes|différence|trop|virement
    |excédent|avoir|compte|iban|rib)
    (acompte|dépôt|caution|somme|arrhes|différence|excédent|trop) ~ (rembours*|restitu*|retourn*|revers*)
    (virement*|paiement*|versement*|règlement*|somme|facture*|montant|\d+( )?€|euros|remboursement|acompte|argent|chèque) ~ (par erreur
    |deux fois|en double|à tort|en trop|en doublon|à deux reprises|indûment)
    (virer|viré*|versé*|payé*|réglé*|crédité*|encaissé*|reçu*|débité*|envoyé*) ~ (par erreur|deux fois|en double|à tort|en trop|en doublon
    |à deux reprises|indûment)
    (renvoy*|retourn*|revers*|restitu*|rembours*|revir*) _ (la différence|le trop|le surplus|la somme|l'excédent|le montant|cet argent
    |les fonds|la caution|l'acompte|le solde|\d+|sur le compte|sur notre|sur mon)
    (avoir|trop perçu|crédit|excédent|caution|dépôt de garantie) ~ (sur le compte|par virement|rembours*|restitu*|revers*|virer|verser)
    """,
    r"""
    (pagado dos veces|pagamos dos veces|pago duplicado|depósito duplicado|duplicad* ~ (pago|transferencia|ingreso)|transferencia duplicada
    |pago doble|doble (pago|transferencia|ingreso)|por error ~ (transf*|paga*|pago*|pague*|ingres*|abon*|deposit*)|cobro duplicado)
    (devolv*|devuelv*|devolución|reembols*|reintegr*|regres*|retorn*) ~ (importe|depósito|fianza|señal|exceso|cantidad|transferencia|pago
    |anticipo|cuenta|diferencia|iban|clabe|dinero)
    (importe|depósito|fianza|señal|exceso|cantidad|pago|anticipo|diferencia) ~ (devolv*|devuelv*|devolución|reembols*|reintegr*|regres*)
    (pag*|transf*|ingres*|abon*|cobr*|liquid*|deposit*|gir*) ~ (otra vez|dos veces|por duplicado|duplicad*|de más|por error
    |por equivocación|en exceso|doble|equivocad*|erróneamente)
    (por error|por equivocación|duplicad*|dos veces|de más) ~ (pag*|transf*|ingres*|abon*|cobr*|deposit*|cuenta|importe|devol*|devuelv*)
    (te|os|se|le|les) (la |lo |las |los )(devuelv*|devolv*|reembols*|reintegr*|devolvéis)
    (devuélv*|devolvednos|devolverme|devolvernos|devolvérnos*|devolverlo|devolverla|reintégr*|reembólsa*
    |retórna*) ((el |la |los |lo |\w+ )+)?(importe|dinero|diferencia|cantidad|exceso|cuenta|iban|depósito|fianza|señal|anticipo|sobrante)
    (sale|saldrá|mañana|haremos|hacemos|tramit*|emit*|recib*|gestion*|proced*|solicit*|realiz*|ped*|haga*|hacer) _ (devolución|reembolso
    |reintegro|nota de crédito|nota de abono) ~ (importe|pago|dinero|depósito|fianza|anticipo|cuenta|transfer*|iban|clabe
    |([\d.,]+)?€([\d.,]+)?|euros|factura)
    (nota de crédito|nota de abono|saldo a favor|a nuestro favor|a su favor|abono) ~ (transfer*|cuenta|devol*|devuelv*|ingres*|reembols*
    |iban|clabe)
    """,
    r"""
    (pago em duplicidade|pagamento duplicado|pagamento em duplicado|duplicidade|em duplicado|pago duas vezes|pagamos duas vezes
    |paguei duas vezes|pago a mais|valor a mais|por engano|por lapso|transferência duplicada|duas vezes)
    (devolv*|devolução|reembols*|restitu*|estorn*|ressarc*) ~ (valor|depósito|caução|sinal|excesso|transferência|pagamento|adiantamento
    |conta|diferença|iban|pix|montante)
    (valor|depósito|caução|sinal|excesso|diferença|montante) ~ (devolv*|devolução|reembols*|restitu*|estorn*)
    (pag*|transfer*|deposit*|credit*|cobr*|receb*|liquid*) ~ (em dobro|a mais|em excesso|por erro|indevid*|por equívoco|duas vezes
    |a dobrar|em duplicado|por engano|por lapso)
    (devolv*|devolu*|reembols*|restitu*|estorn*) _ (a |o |da |do |de )?(diferença|excesso|excedente|dinheiro|quantia|importância|verba
    |sobra|remanescente|cauções|nota de crédito)
    (nota de crédito|crédito a (nosso|vosso|seu)|saldo credor) ~ (transfer*|conta|devol*|reembols*|iban|nib|pix)
    """,
    r"""
    (pagato due volte|doppio (bonifico|pagamento)|pagamento doppio|bonifico doppio|bonificato due volte|versato due volte
    |pagato in eccesso|in eccedenza|per errore|erroneamente|due volte)
    (restitu*|rimbors*|stornar*|riaccredit*|rendere) ~ (importo|deposito|cauzione|caparra|acconto|somma|bonifico|eccedenza|conto
    |differenza|iban)
    (doppio accredito|accredito doppio|ristorn*|al posto di un altro|accreditato per errore)
    (importo|deposito|cauzione|caparra|acconto|somma|eccedenza|differenza) ~ (restitu*|rimbors*|stornat*|riaccredit*)
    (pagat*|bonificat*|versat*|accreditat*|inviat*|saldat*|bonific*|pagament*|versament*|importo|somma|fattura|euro|\d+( )?€) ~ (doppi*
    |due volte|in più|di troppo|per sbaglio|in eccesso|erroneamente|per errore|a vostro favore)
    (restitu*|rimbors*|rimandar*|rispedir*|rend*|storn*) _ (la |il |lo |l'|i |le )?(differenza|eccedenza|maggior|doppio|soldi|denaro
    |caparra|cauzione|acconto|deposito|in più)
    (nota di credito|credito residuo|saldo a credito|a nostro favore) ~ (bonific*|conto|rimbors*|restitu*|iban|vers*)
    """,
    r"""
    (dubbel betaald|dubbele betaling|twee keer (betaald|overgemaakt)|tweemaal (betaald|overgemaakt)|te veel (betaald|overgemaakt)
    |teveel (betaald|overgemaakt)|per ongeluk ~ (betaald|overgemaakt)|abusievelijk|per abuis|onverschuldigd*)
    (terugstort*|terugbetal*|terugboek*|terug te storten|terug te betalen|terugmaken|terugoverma*|retour*|restitu*|terug) ~ (bedrag|borg
    |waarborgsom|aanbetaling|rekening*|verschil|betaling|iban)
    (bedrag|borg|waarborgsom|aanbetaling|verschil|betaling) ~ (terugstort*|terugbetal*|terugboek*|terug te|retour*|restitu*)
    (betaald|overgemaakt|gestort|geboekt|ontvangen|bijgeschreven|betaling*|overboeking*|bedrag|factuur|euro|\d+( )?€) ~ (dubbel|twee keer
    |tweemaal|te veel|teveel|per ongeluk|per vergissing|ten onrechte|foutief|per abuis)
    (dubbel|twee keer|tweemaal|te veel|teveel|per ongeluk|per vergissing|ten onrechte|per abuis) _ (betaald|overgemaakt|gestort|geboekt
    |bijgeschreven|ontvangen|overgeboekt|gecrediteerd|uitbetaald)
    (maak*|stort*|boek*|betaal*|stuur*|zet*) _ (verschil|bedrag|teveel|geld|restant|surplus|euro|borg|aanbetaling|saldo|het) _ terug
    (creditnota|tegoed|creditfactuur|saldo tegoed) ~ (overmak*|overgemaakt|terug*|rekening*|storten|uitbetal*|iban)
    """,
    r"""
    (nadpłat*|podwójn* (przelew*|płatnoś*|wpłat*)|zapłacon* dwa razy|dwukrotnie|przelan* dwa razy|dwa razy (zapłac*|przel*|wpłac*)
    |omyłkow*|przez pomyłkę|błędn* przelew*|przelan* omyłk*)
    (zwrot*|zwróc*|zwrac*|odesł*|oddać|odda*) ~ (kwot*|zaliczk*|kaucj*|depozyt*|nadpłat*|konto|konta|koncie|rachun*|różnic*|przelew*|środk*
    |pieni*)
    (kwot*|zaliczk*|kaucj*|depozyt*|nadpłat*|różnic*) ~ (zwrot*|zwróc*|zwrac*|odesł*)
    (zapłac*|przel*|wpłac*|zaksięgow*|wpłynęł*|wpłynął|wpłat*|płatnoś*|przelew*|faktur*|kwot*|zł) ~ (dwa razy|dwukrotnie|podwójnie
    |omyłkowo|przez pomyłkę|pomyłkowo|błędnie|za dużo|o wiele za|w nadmiarze|podwójn*|nadwyżk*)
    (zwró*|odesł*|odeśl*|oddaj*|zwrac*|zwrot*) _ (różnic*|nadwyżk*|nadpłat*|pieniądze|pieniędz*|środki|środków|kwot*|kaucj*|zadat*
    |zaliczk*)
    (korekt*|not* korygując*|saldo na waszą korzyść) ~ (zwrot*|zwró*|przel*|konto|konta|nadpłat*)
    """,
)
"""We paid you too much, or twice, or a deposit: send it back."""

CRYPTO = (
    r"""
    (bitcoin*|btc|ethereum|usdt|tether|crypto*|monero|litecoin|stablecoin*|blockchain) ~ (wallet*|address*|send|pay*|transfer*|buy
    |purchas*|deposit*|amount|worth|to the following)
    (send|pay*|transfer*|buy|purchas*|deposit*|wallet) _ (bitcoin*|btc|ethereum|usdt|tether|crypto*|monero)
    """,
    r"""
    (bitcoin*|btc|krypto*|usdt|ethereum) ~ (adresse|wallet|überweis*|send*|zahl*|kauf*|schick*|gekauft)
    (bitcoin*|btc|crypto*|usdt|ethereum) ~ (adresse|portefeuille|envoy*|achet*|pay*|vers*|transf*|cartera|monedero|billetera|dirección
    |compr*|paga*|pago*|pague*|deposit*|env*|carteira|endereço|indirizzo|portafoglio|invi*|adres|overmak*|koop*|kopen|betaal*|portfel*
    |przel*|wpłac*|kup*)
    kryptowalut*
    """,
)
"""Pay in a cryptocurrency."""

PURCHASE = (
    r"""
    (buy|purchase|pick up|get|order|pay|cover|put*|grab|charge) ~ (reimburse*|pay you back|refund you|expense it|claim it|expenses
    |settle up|square up|square it|sort you out|make it right|give it back)
    (reimburse*|pay you back|repay you|refund you) ~ (today|later|once|when|after|as soon|tomorrow|end of|by|next|on|with)
    (you will be|you'll be|get you|i will|i'll|we will|we'll) (be )?(reimbursed?|reimburse|pay you back|refund you|paid back)
    (with|on|using|from) (your|the) (own |personal |company |corporate |department )?(card|pocket|money|account|credit card) ~ (reimburse*
    |back|expense*|claim)
    (i will|i'll|we'll|we will|can|company|office|accounts|finance) (will |can )?(reimburse|refund|repay|pay back|pay you back
    |sort you out|settle up|square up|transfer it back) _ (you|it|receipt*|card|today|tomorrow|tonight|monday|friday|expenses)
    (pay|cover|put|front|lay out|advance) (it|this|that|them|for it|for this|for them) _ (yourself|your own|your card|your pocket|for now
    |out of pocket) ~ (back|reimburse*|refund*|expense*|claim|receipt*)
    (keep|save|send|scan|hand in|submit) _ receipt* ~ (reimburse*|expense*|refund*|pay you back|repay|claim)
    """,
    r"""
    (kauf*|besorg*|hol*|bestell*|leg*|verauslag*|streck*|nimm|auslege*|ausleg*) ~ (erstatt*|zurück|auslage*|spesen|reisekosten|verrechn*
    |wiederbekomm*)
    (erstatte*|bekommst du (das geld )?(zurück|wieder)|gebe ich dir (zurück|wieder)|geld zurück|auslagen|auslegen|vorstrecken|verauslagen)
    (erstatte*|ersetze*|überweise*|gebe) (ich|wir) (dir|ihnen|euch) ((das geld |es |den betrag |alles |natürlich |gleich |dann )+)?(zurück
    |wieder|sofort|heute|morgen|nachher)? ~ (kauf*|besorg*|beleg*|quittung*|karte*)
    """,
    r"""
    (achet*|prend*|avanc*|command*|règl*|pay*|procur*) ~ (rembours*|note de frais|notes de frais)
    (je (te|vous) (rembours*|le rends)|(te|vous) (sera|serez|seras|sont) remboursé*|vous serez remboursé*|tu seras remboursé*
    |avancer les frais)
    (garde*|gardez|conserve*|envoie*|envoyez) _ (ticket*|reçu*|facture|justificatif*) ~ rembours*
    """,
    r"""
    (compr*|paga*|pago*|pague*|adelant*|consig*|encarg*) ~ (reembols*|te lo devuelvo|se lo devuelvo|te lo pago|gastos|te lo abono
    |te lo repongo|se lo repongo|liquidación)
    (te|se) (lo |los |las )?(reembols*|repongo|reintegr*|devuelvo|abono)
    (guarda*|conserva*|manda*|envía*) _ (ticket*|recibo*|comprobante*|factura) ~ (reembols*|abon*|devuelv*|gastos)
    """,
    r"""
    (compr*|paga*|pago*|pague*|adiant*|peg*) ~ (reembols*|devolvo|te pago|ressarc*|acerto|acertamos|despesas)
    (reembolso|reembolsamos|será reembolsad*|te reembols*|lhe reembols*)
    (guarda*|guarde*|manda*|envia*|envie*) _ (recibo*|talão|talões|fatura|factura|comprovativo*|nota) ~ (reembols*|devolv*|despesas
    |acerto)
    """,
    r"""
    (compr*|acquist*|prend*|anticip*|paga*|pago*|pague*) ~ (rimbors*|nota spese|te li rendo|te li restituisco|glieli rendo)
    (ti|la|le|vi) (rimbors*|verrà rimborsat*|verranno rimborsat*)
    (conserva*|tieni|tenga|manda*|invia*) _ (scontrin*|ricevut*|fattura) ~ (rimbors*|nota spese|restitu*)
    """,
    r"""
    (koop*|kopen|haal*|halen|voorschiet*|schiet*|bestel*|betaal*) ~ (terug|vergoed*|declar*|verrekenen|voorgeschoten)
    (betaal ik (je|u) (het )?terug|krijg je (het |van mij )?terug|krijgt u terug|declareren|je kunt het declareren|voorschieten)
    (bewaar*|stuur*|mail) _ (bon|bonnen|bonnetje*|kassabon*|factuur) ~ (terug*|vergoed*|declar*)
    """,
    r"""
    (kup*|zapłać*|wyłóż*|zamów*|weź) ~ (zwróc*|oddam|rozlicz*|zwrot*)
    (zwrócę|oddam|zwracam|rozliczymy|zwrot kosztów)
    (zachowaj*|zostaw*|przyślij*|wyślij*) _ (paragon*|rachun*|faktur*) ~ (zwróc*|zwrot*|rozlicz*|oddam)
    """,
)
"""Buy something now, you get the money back."""
