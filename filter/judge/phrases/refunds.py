"""How somebody asks for money in other ways: an advance, an overpayment returned, coins, an outlay that will be paid back. Phrases only."""

from __future__ import annotations

ADVANCE = (
    r"""
    (advance|upfront|up front|down payment|mobilisation|mobilization|deposit|prepayment|pre payment|part payment|first payment
    |materials money) ~ (project|order|contract|materials|work*|job|start|site|crew|supplier|registr*|tender|reserve|slot|book*|invoice
    |quote|quotation|before|today|account)
    (project|order|contract|materials|job|work|tender|crew|slot|steel) ~ (advance|upfront|up front|down payment|deposit|prepayment
    |pre payment|mobilisation|mobilization|in advance|ahead of)
    (performance bond|bid bond|surety|retainer|booking fee|reservation fee|registration fee|tender fee) ~ (paid|lodged|\d+|held|prior
    |before|account|due|contractor)
    (\d\d %|\d\d%|\d\d per ?cent|half|a third) _ (advance|upfront|up front|deposit|down|now|in advance|ahead|before|payment)
    """,
    r"""
    (anzahlung*|vorauszahlung*|vorkasse|abschlagszahlung*|abschlag|vorschuss|vorab) ~ (auftrag*|projekt*|material*|bestell*|baustelle
    |liefer*|beginn|stahl|überweis*|zahl*|prozent|%|konto|reservier*|bürgschaft)
    (akontozahlung|akonto|teilzahlung|abschlagsrechnung|im voraus|anzahlung*) ~~ (chf|euro|eur|konto|liefer*|hersteller|ventile
    |schlussrechnung|rechnung|überweis*|auslös*)
    (auftrag*|projekt*|material*|bestell*|baustelle|liefer*|stahl|%|prozent) ~ (anzahlung*|vorauszahl*|vorkasse|abschlag*|vorschuss
    |vorab|im voraus)
    """,
    r"""
    (acompte|avance|arrhes|provision|prépaiement|premier versement) ~ (chantier|projet|commande|matériau*|matériel|marché|travaux
    |démarr*|réserv*|contrat|caution|%|livraison|compte|fournisseur)
    (avance|acompte) (de|forfaitaire|sur|exceptionnelle|pour) ~~ (€|euros|eur|rib|compte|virement|mandat*|début de semaine|chantier)
    (pose|poser|verse|verser) ~ à la commande
    (chantier|projet|commande|matériau*|matériel|marché|travaux|%|livraison) ~ (acompte|avance|arrhes|d'avance|par avance|prépaiement)
    """,
    r"""
    (anticipo|adelanto|pago a cuenta|por adelantado|señal|enganche|provisión de fondos|fianza|depósito) ~ (obra|proyecto|pedido
    |material*|contrato|reserv*|trabajo*|arranc*|inici*|%|instalación|licitación|montaje|cuenta)
    (anticipo|adelanto|señal|por adelantado) ~~ (€|euros|pesos|cuenta|reserv*|hoy|clabe|transfer*|hacer)
    (obra|proyecto|pedido|material*|contrato|trabajo*|%|instalación|licitación|montaje) ~ (anticipo|adelanto|a cuenta|por adelantado
    |adelantado|señal|enganche)
    """,
    r"""
    (adiantamento|sinal|entrada|antecipad*|antecipação|caução) ~ (obra|projeto|pedido|encomenda|materia*|contrato|serviço|início|reserv*
    |%|licitação|mobilização|conta)
    (adiant*|antecip*|sinal de) ~ (%|reais|euros|mil|semana|pix|valor|metade)
    (obra|projeto|pedido|encomenda|materia*|contrato|serviço|%|licitação) ~ (adiantamento|sinal|entrada|antecipad*|adiantad*|caução)
    """,
    r"""
    (acconto|anticipo|caparra|anticipat*|cauzione) ~ (cantiere|progetto|ordine|material*|commessa|contratto|lavor*|inizi*|prenot*|%
    |fornitura|gara|conto)
    (cantiere|progetto|ordine|material*|commessa|contratto|lavor*|%|fornitura|gara) ~ (acconto|anticipo|caparra|anticipat*|in anticipo
    |cauzione)
    """,
    r"""
    (aanbetaling|voorschot|vooruitbetal*|vooruit|voorfinanc*|waarborgsom|borg) ~ (project|opdracht|materia*|bestell*|order|werk*|start
    |reserv*|%|levering|staal|aanbesteding|rekening)
    (voorschot|vooraf|aanbetal*|voorschiet*) ~~ (€|euro|termijn|overma*|rekening|bedrag|huren|huur|betal*)
    (project|opdracht|materia*|bestell*|order|werk|%|procent|levering|staal) ~ (aanbetal*|voorschot|vooruitbetal*|vooraf|vooruit
    |waarborgsom)
    """,
    r"""
    (zaliczk*|przedpłat*|zadat*|kaucj*|wadium|z góry) ~ (projek*|zamówi*|materiał*|umow*|budow*|robot*|prac*|rozpocz*|rezerw*|%|zleceni*
    |dostaw*|przetarg*|kont*|rachun*)
    (projek*|zamówi*|materiał*|umow*|budow*|robot*|%|procent|zleceni*|dostaw*) ~ (zaliczk*|przedpłat*|zadat*|kaucj*|z góry)
    """,
)
"""Pay in advance on a project or an order."""

REFUND = (
    r"""
    (overpa*|over paid|double pa*|paid* twice|paid you twice|duplicate* (payment|transfer)|sent twice|paid in error|payment in error
    |transferred in error|wrong account|by mistake|credited twice|too much) ~ (refund*|return*|send* ~ back|back|reimburs*|repa*|revers*
    |difference|excess)
    (refund|return|send back|repay|reimburse|release|reverse) _ (deposit|overpayment|excess|difference|balance|duplicate|second|surplus
    |amount|payment|credit|money|it|funds)
    (refund*|returned|sent back|repaid) ~ (to (the |this |our |my |another |a )?(following|new|different|other|son*|account|below|iban
    |second)|instead)
    (overpaid|overpayment|double payment|duplicate payment|paid (you )?twice|transferred twice|paid the deposit twice|deposit refund
    |security deposit|deposit back|cancel* ~ (booking|order) ~ (refund|deposit))
    """,
    r"""
    (überzahl*|doppelt (überwiesen|bezahlt|gezahlt|gebucht)|doppelzahlung|doppelte (zahlung|überweisung|buchung)|zweimal (überwiesen
    |bezahlt|gezahlt|ausgezahlt|abgebucht)|zu viel (überwiesen|gezahlt|bezahlt)|irrtümlich|fehlüberweisung|versehentlich (überw*|gezahlt
    |bezahlt|ausgezahlt))
    (rücküberweis*|zurücküberweis*|zurückzahl*|zurückzuüberweisen|zurückzuzahlen|rückerstatt*|erstatt*|rückzahlung*|rückzahl*|rückgabe
    |zurück) ~ (betrag*|kaution|anzahlung|konto|guthaben|gutschrift|differenz|überzahl*|summe|zahlung|iban)
    (null zu viel|komma|zahlendreher|zu viel|falsch überwiesen|falsches konto|aus versehen) ~~ (differenz|zurück*|konto|rück*|betrag
    |iban)
    (differenz|gutschrift|betrag|überschuss|euro) ~ (zurück*|zurückzugeben|rückzu*)
    (kaution|anzahlung|guthaben|differenz|gutschrift|überzahl*|betrag) ~ (rücküberweis*|zurücküberw*|zurückzahl*|zurückzuüberweisen
    |rückerstatt*|erstatt*|rückzahl*|zurück)
    """,
    r"""
    (trop perçu|trop payé|trop versé|payé deux fois|réglé deux fois|versé deux fois|virés? deux fois|double (virement|paiement|règlement
    |versement)|doublon|viré par erreur|versé par erreur|payé par erreur|virement erroné|deux virements)
    (rembours*|restitu*|retourner|reverser|renvoyer|rendre) ~ (acompte|dépôt|caution|somme|montant|arrhes|différence|trop|virement
    |excédent|avoir|compte|iban|rib)
    (acompte|dépôt|caution|somme|arrhes|différence|excédent|trop) ~ (rembours*|restitu*|retourn*|revers*)
    """,
    r"""
    (pagado dos veces|pagamos dos veces|pago duplicado|depósito duplicado|duplicad* ~ (pago|transferencia|ingreso)
    |transferencia duplicada|pago doble|doble (pago|transferencia|ingreso)|de más|en exceso|por error ~ (transf*|paga*|pago*|pague*
    |ingres*|abon*|deposit*)|cobro duplicado|dos veces)
    (devolv*|devuelv*|devolución|reembols*|reintegr*|regres*|retorn*) ~ (importe|depósito|fianza|señal|exceso|cantidad|transferencia
    |pago|anticipo|cuenta|diferencia|iban|clabe|dinero)
    (importe|depósito|fianza|señal|exceso|cantidad|pago|anticipo|diferencia) ~ (devolv*|devuelv*|devolución|reembols*|reintegr*|regres*)
    """,
    r"""
    (pago em duplicidade|pagamento duplicado|pagamento em duplicado|duplicidade|em duplicado|pago duas vezes|pagamos duas vezes
    |paguei duas vezes|pago a mais|valor a mais|por engano|por lapso|transferência duplicada|duas vezes)
    (devolv*|devolução|reembols*|restitu*|estorn*|ressarc*) ~ (valor|depósito|caução|sinal|excesso|transferência|pagamento|adiantamento
    |conta|diferença|iban|pix|montante)
    (valor|depósito|caução|sinal|excesso|diferença|montante) ~ (devolv*|devolução|reembols*|restitu*|estorn*)
    """,
    r"""
    (pagato due volte|doppio (bonifico|pagamento)|pagamento doppio|bonifico doppio|bonificato due volte|versato due volte
    |pagato in eccesso|in eccedenza|per errore|erroneamente|due volte)
    (restitu*|rimbors*|stornar*|riaccredit*|rendere) ~ (importo|deposito|cauzione|caparra|acconto|somma|bonifico|eccedenza|conto
    |differenza|iban)
    (doppio accredito|accredito doppio|ristorn*|al posto di un altro|accreditato per errore)
    (importo|deposito|cauzione|caparra|acconto|somma|eccedenza|differenza) ~ (restitu*|rimbors*|stornat*|riaccredit*)
    """,
    r"""
    (dubbel betaald|dubbele betaling|twee keer (betaald|overgemaakt)|tweemaal (betaald|overgemaakt)|te veel (betaald|overgemaakt)
    |teveel (betaald|overgemaakt)|per ongeluk ~ (betaald|overgemaakt)|abusievelijk|per abuis|onverschuldigd*)
    (terugstort*|terugbetal*|terugboek*|terug te storten|terug te betalen|terugmaken|terugoverma*|retour*|restitu*|terug) ~ (bedrag|borg
    |waarborgsom|aanbetaling|rekening*|verschil|betaling|iban)
    (bedrag|borg|waarborgsom|aanbetaling|verschil|betaling) ~ (terugstort*|terugbetal*|terugboek*|terug te|retour*|restitu*)
    """,
    r"""
    (nadpłat*|podwójn* (przelew*|płatnoś*|wpłat*)|zapłacon* dwa razy|dwukrotnie|przelan* dwa razy|dwa razy (zapłac*|przel*|wpłac*)
    |omyłkow*|przez pomyłkę|błędn* przelew*|przelan* omyłk*)
    (zwrot*|zwróc*|zwrac*|odesł*|oddać|odda*) ~ (kwot*|zaliczk*|kaucj*|depozyt*|nadpłat*|kont*|rachun*|różnic*|przelew*|środk*|pieni*)
    (kwot*|zaliczk*|kaucj*|depozyt*|nadpłat*|różnic*) ~ (zwrot*|zwróc*|zwrac*|odesł*)
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
    (with|on|using|from) (your|the) (own |personal |company |corporate |department )?(card|pocket|money|account
    |credit card) ~ (reimburse*|back|expense*|claim)
    """,
    r"""
    (kauf*|besorg*|hol*|bestell*|leg*|verauslag*|streck*|nimm|auslege*|ausleg*) ~ (erstatt*|zurück|auslage*|spesen|reisekosten|verrechn*
    |wiederbekomm*)
    (erstatte*|bekommst du (das geld )?(zurück|wieder)|gebe ich dir (zurück|wieder)|geld zurück|auslagen|auslegen|vorstrecken
    |verauslagen)
    """,
    r"""
    (achet*|prend*|avanc*|command*|règl*|pay*|procur*) ~ (rembours*|note de frais|notes de frais)
    (je (te|vous) (rembours*|le rends)|(te|vous) (sera|serez|seras|sont) remboursé*|vous serez remboursé*|tu seras remboursé*
    |avancer les frais)
    """,
    r"""
    (compr*|paga*|pago*|pague*|adelant*|consig*|encarg*) ~ (reembols*|te lo devuelvo|se lo devuelvo|te lo pago|gastos|te lo abono
    |te lo repongo|se lo repongo|liquidación)
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
