"""How somebody asks for money before anything is delivered: a deposit, a part in advance. Phrases only."""

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
    (want*|need*|require*|ask*|insist*|expect*|has to|have to|must) _ (prepaid|pre paid|prepayment|paid in advance|paid up front
    |paid upfront|payment in advance|money up front|cash up front|payment up front|paying up front|advance payment|part payment)
    (bring|brought|bringing|pull|move) forward ((the |a |our |your )+)?(\d\d|payment|instalment|installment|stage|milestone|first|next
    |balance|invoice)
    (pre ?finance|prefinance|pre financing|prefinancing|prepayment|pre payment|part payment|advance payment|down payment) ~ (of|for|share
    |budget|coordinator|account|partner*|order|\d+)
    (pay|need*|want*|require*|send|wire|transfer|take|takes|ask for|asking for|asks for|lodge|put down|place|get) _ (a|the|his|her|their
    |our|security|holding|booking|small|refundable|initial) _ deposit
    (hold|secure|reserve|lock|lock in|book|keep|guarantee|release|ship|courier) ~ (deposit|down payment|advance|up front|upfront)
    (deposit|down payment|advance|retainer) _ (hold|secure|reserve|lock|book|keep|guarantee|release|ship|confirm|start|refundable)
    (a|the|security|reservation|booking|holding|initial|damage|hire|gala|event|release) deposit ~ ((€|£)\d+([,.]\d+)?([,.]\d+)?
    |\d+[,.]\d\d\d([,.]\d\d)?|\d\d%|\d\d %|usd|eur|gbp|chf|refundable)
    (\d+( )?(€|£)|\d+[,.]\d\d\d([,.]\d\d)?|half|\d\d%|\d\d %) _ (advance|upfront|up front|down|deposit|ahead|in advance|on order
    |on signature|on signing|at signing|with order|on booking)
    (advance|front) (us|me|them|him|her) _ (money|funds|cash|(€|£)\d+([,.]\d+)?([,.]\d+)?|\d+|\d+[,.]\d\d\d([,.]\d\d)?|part|half|portion
    |first|balance|cost|amount|materials)
    (before|until) (we|i|they|he|she|the \w+) (can |will |are able to |is able to )?(start*|begin|order|ship|mobilis*|mobiliz*|dispatch
    |release|deliver|book) ~ (deposit|advance|payment|retainer|\d\d%|up front|funds)
    (drawdown|draw down|first draw|stage payment|milestone payment|interim payment|progress payment|instalment|installment) ~ (early
    |earlier|ahead|in advance|before|now|materials|project|bring|this week)
    (without|until|before|unless|against) _ (half|deposit|\d\d%|\d\d percent|\d\d per cent|\d\d %|first payment|first instalment
    |first installment|part payment) _ (paid|landed|arriv*|in|received|cleared|of|start*|cut|order*|begin*|today|now|up|he|they|we)
    (\d\d percent|\d\d per cent|forty percent|half|a third) _ (before|ahead of|prior to) _ (start*|begin*|cut|order*|ship*|deliver*
    |mobilis*|mobiliz*|work|they|we|he)
    (first|initial|next) (instalment|installment|payment|tranche|draw|stage) _ (early|earlier|in advance|before|ahead|so we can|up front
    |forward)
    (post*|lodge*|put up|provide*|place|placed|against) _ (performance guarantee|guarantee|performance bond|completion bond|surety
    |bid bond) ~ ((€|£)\d+([,.]\d+)?([,.]\d+)?|eur|usd|gbp|per ?cent|\d+%|custodian|escrow|refundable)
    (deposit|down payment|advance|retainer) of _ (thousand|hundred|grand|million|per ?cent)
    (pay|paid|paying|payment|quarter|months|month s|rent|fee|half|year|instalment) _ (in advance|up front|upfront|ahead of time)
    against (a|the) _ (deposit|guarantee|down payment|part payment)
    (booking|mobilisation|mobilization|reservation|earnest|commitment|goodwill|allocation|holding|signing|key) (amount|money|sum|payment)
    (reserve*|secure*|book|books|hold|holds) _ with (one third|a third|half|a half|a quarter|\d+ per ?cent|\d\d%|\d\d %)
    (excess|premium|fee|fees|rent|charge|costs) (up front|upfront|in advance|beforehand)
    (comes off|come off|taken off|adjustable|adjusted|credited|deducted|set off) _ (against|from|your|first|final|next) _ (rent|statement
    |invoice*|balance|bill|instalment)
    (front|sub|float|advance|bridge) (us|me|him|them) _ (third|half|part|some|quarter|few|money|rest|materials)
    (half|a third|\d+%|\d+ pct|\d+ percent|a quarter) _ (is down|upfront|up front|before they|before he|this side of|with the factory)
    (want|wants|wanted|need|needs|require*) _ (paid|paying|money|cash|half|some of it) _ (before|beforehand|up front|upfront|down
    |in advance|ahead)
    (take|takes|deduct|net|nets|knock|dock) _ (off|from|against) (the |my |our |their |your |his )?(bill|certificate|final invoice
    |final bill|balance|royalties|last invoice|retention)
    """,
    r"""
    (anzahlung*|vorauszahlung*|vorkasse|abschlagszahlung*|abschlag|vorschuss|vorab) ~ (auftrag*|projekt*|material*|bestell*|baustelle
    |liefer*|beginn|stahl|überweis*|zahl*|prozent|([\d.,]+)?%|konto|reservier*|bürgschaft)
    (akontozahlung|akonto|teilzahlung|abschlagsrechnung|im voraus|anzahlung*) ~~ (chf|euro|eur|konto|liefer*|hersteller|ventile
    |schlussrechnung|rechnung|überweis*|auslös*)
    (auftrag*|projekt*|material*|bestell*|baustelle|liefer*|stahl|\d+( )?%|prozent) ~ (anzahlung*|vorauszahl*|vorkasse|abschlag*
    |vorschuss|vorab|im voraus)
    (vorfinanzier*|vorauslag*|vorstreck*|vorschieß*|vorgestreckt|vorgeschossen|vorschuss*|vorschüsse|abschlag*|anzahl*|akonto*
    |teilzahlung*|vorauszahl*) ~ (anweis*|überweis*|anzuweisen|auszahl*|auszuzahlen|freigeb*|leisten|bekommen|gewähren|möglich|brauch*
    |benötig*|verlang*|monteur*|handwerk*|ersatzteil*|teile|maschine*|lieferant*|hersteller|saison)
    (euro|eur|\d+( )?€|chf|\d+[.]\d\d\d|\d\d%|\d\d %|hälfte|drittel) _ (abschlag*|vorschuss|anzahlung|akonto|vorab|voraus|vorauszahlung
    |vorkasse|teilzahlung)
    (hälfte|drittel|teil|rate|prozent|\d+( )?% der|betrag) ~ (vorab|im voraus|vorweg|vorziehen|vorgezogen|vorher|früher
    |bei auftragserteilung|bei bestellung) _ (überweis*|zahl*|bezahl*|anweis*|bekommen|erhalten|fällig|leisten|brauch*|benötig*)
    (brauch*|benötig*|verlang*|möcht*|will|wollen|besteh*|erbitten|bitten|forder*) _ (anzahlung|vorauszahlung|vorkasse|vorschuss
    |abschlag*|akontozahlung|teilzahlung|abschlagszahlung)
    (hälfte|drittel|teilbetrag|erste rate|abschlag|anzahlung) ~ (beginn*|anfang*|fängt|startet|starten|bestell*|liefer*|da ist
    |eingegangen|losleg*|reservier*)
    (beginn*|anfang*|fängt|startet|starten|bestell*|liefert|losleg*) ~ (hälfte|drittel|teilbetrag|erste rate|anzahlung) ~ (da ist
    |eingegangen|bezahlt|gezahlt|überwiesen|auf dem konto|haben)
    (vorweg|vorab|im voraus) _ (\d+[.]\d\d\d(,\d\d)?|euro|eur|([\d.,]+)?€([\d.,]+)?|chf|prozent|([\d.,]+)?%|geld|betrag|teil|hälfte|rate)
    (angezahlt|anzuzahlen|anzahlen)
    """,
    r"""
    (acompte|avance|arrhes|provision|prépaiement|premier versement) ~ (chantier|projet|commande|matériau*|matériel|marché|travaux|démarr*
    |réserv*|contrat|caution|([\d.,]+)?%|livraison|compte|fournisseur)
    (avance|acompte) (de|forfaitaire|sur|exceptionnelle|pour) ~~ (([\d.,]+)?€([\d.,]+)?|euros|eur|rib|compte|virement|mandat*
    |début de semaine|chantier)
    (pose|poser|verse|verser) ~ à la commande
    (chantier|projet|commande|matériau*|matériel|marché|travaux|\d+( )?%|livraison) ~ (acompte|avance|arrhes|d'avance|par avance
    |prépaiement)
    (moitié|tiers|\d\d %|\d\d%|partie|totalité|quart|\d+( )?€|euros|chf) _ (d'avance|à l'avance|à la commande|par avance|en avance
    |au démarrage|à la signature|à la réservation|d'acompte|en acompte|d'arrhes)
    (vers*|demand*|faudrait|besoin|exig*|souhait*|consent*|accord*|débloqu*|pay*|régl*|avanc*|vir*|réclam*|attend*) _ (avance|acompte
    |arrhes|prépaiement|d'avance)
    (avancer|avances|avancez|préfinanc*) _ (\d+|([\d.,]+)?€([\d.,]+)?|euros|somme|frais|moitié|part|argent|montant|mois|saison|récolte
    |fournitures|matériaux)
    (avance|acompte|arrhes) ~ (récolte|saison|semence*|atelier|série|fabrication|production|traiteur|location|salle|réservation|bloquer
    |lancer|garder|produits|bois|livrer|tournage|artisan|producteur*|coopérative|solde)
    premier (versement|paiement|règlement|acompte)
    (faudrait|faut|besoin|manque) _ (([\d.,]+)?€([\d.,]+)?|euros|eur|chf) ~ (avant de|pour lancer|commander|démarrer|acheter|réserver
    |pour le bois|matériaux|fournitures)
    """,
    r"""
    (anticipo|adelanto|pago a cuenta|por adelantado|señal|enganche|provisión de fondos|fianza|depósito) ~ (obra|proyecto|pedido|material*
    |contrato|reserv*|trabajo*|arranc*|inici*|([\d.,]+)?%|instalación|licitación|montaje|cuenta)
    (anticipo|adelanto|señal|por adelantado) ~~ (([\d.,]+)?€([\d.,]+)?|euros|pesos|cuenta|reserv*|hoy|clabe|transfer*|hacer)
    (obra|proyecto|pedido|material*|contrato|trabajo*|\d+( )?%|instalación|licitación|montaje) ~ (anticipo|adelanto|a cuenta
    |por adelantado|adelantado|señal|enganche)
    (quier*|pid*|exig*|necesit*|reclam*|solicit*|mitad|\d\d %|\d\d%|\d+[.]\d\d\d|\d+( )?€|euros|pesos|parte) _ (por adelantado|adelantad*
    |de anticipo|a cuenta|de señal|como anticipo|como señal|de entrada|de enganche|por anticipado|de fianza)
    (quier*|pid*|exig*|necesit*|reclam*|solicit*|requier*|falta|pagar|transferir|abonar|hacer) _ (anticipo|adelanto|señal|enganche
    |provisión de fondos|paga y señal)
    (adelant*|anticip*) (me |nos |le |les )?(el |la |un |una |los )?(\d+|\d+[.]\d\d\d|mitad|pago|parte|primer|dinero|importe|cantidad|30
    |50|cuota)
    (anticipo|adelanto|señal|por adelantado) ~ (montador*|proveedor*|fabricante|autónomo|subcontrat*|nave|taller|materia|fabric*|arrancar
    |empezar|comprar|bloquear|guardar|garantizar|estand|stand)
    (mitad|primer pago|primera entrega|primera parte|\d\d %|\d\d%) ~ (presupuesto|empezar|empieza|arrancar|comprar|pedir|encargar|obra
    |material*|fabric*)
    (empez*|empieza*|arranc*|comenz*|comienza*|encarg*) ~ (mitad|primer pago|señal|anticipo|adelanto|\d\d%|\d\d %)
    (\d\d %|\d\d%|mitad|tercio|parte) (del|de la|de los|de las) (acero|pedido|presupuesto|material*|obra|contrato|importe|total|montaje)
    """,
    r"""
    (adiantamento|sinal|entrada|antecipad*|antecipação|caução) ~ (obra|projeto|pedido|encomenda|materia*|contrato|serviço|início|reserv*
    |([\d.,]+)?%|licitação|mobilização|conta)
    (adiant*|antecip*|sinal de) ~ (([\d.,]+)?%|reais|euros|mil|semana|pix|valor|metade)
    (obra|projeto|pedido|encomenda|materia*|contrato|serviço|\d+( )?%|licitação) ~ (adiantamento|sinal|entrada|antecipad*|adiantad*
    |caução)
    (metade|parte|\d\d %|\d\d%|\d+[.]\d\d\d|\d+( )?€|euros|reais|resto|valor|total) _ (adiantad*|antecipad*|à cabeça|de sinal|de entrada
    |de caução|de adiantamento|em adiantamento)
    (precis*|quer*|ped*|exig*|solicit*|necessit*|pagar|transferir|fazer|falta) _ (adiantamento|adiantad*|sinal de|antecipad*|antecipação
    |caução|entrada de)
    (adiant*|antecip*) (me |nos |lhe |lhes )?(o |a |os |as |um |uma )?(\d+|\d+[.]\d\d\d|metade|pagamento|parte|primeira|dinheiro|montante
    |prestação|30|50)
    (adiantamento|adiantad*|sinal) ~ (fornecedor*|topógrafo|empreiteiro|montador*|fabric*|arrancar|começar|comprar|garantir|bloquear
    |segurar|stand|oficina)
    (metade|primeiro pagamento|primeira prestação|primeira tranche|\d\d %|\d\d%) ~ (orçamento|começar|começa|arrancar|comprar|encomendar
    |obra|materia*|fabric*|iniciar)
    (começ*|arranc*|inici*|encomend*) ~ (metade|primeiro pagamento|primeira prestação|sinal|adiantamento|\d\d%|\d\d %)
    """,
    r"""
    (acconto|anticipo|caparra|anticipat*|cauzione) ~ (cantiere|progetto|ordine|material*|commessa|contratto|lavor*|inizi*|prenot*
    |([\d.,]+)?%|fornitura|gara|conto)
    (cantiere|progetto|ordine|material*|commessa|contratto|lavor*|\d+( )?%|fornitura|gara) ~ (acconto|anticipo|caparra|anticipat*
    |in anticipo|cauzione)
    (metà|\d\d %|\d\d%|\d+[.]\d\d\d|\d+( )?€|euro|somma|importo|parte|quota) _ (anticipat*|in anticipo|d'anticipo|di anticipo|di acconto
    |d'acconto|di caparra|alla firma|all'ordine|come acconto|come anticipo|a titolo di)
    (chied*|vuol*|serv*|richied*|vogliono|esig*|pretend*|bisogno|versare|bonificare|pagare|occorre|anticipare|mandare|dare) _ (acconto
    |caparra|anticipo|deposito cauzionale|cauzione)
    (anticip*) (mi |ci |gli |loro )?(il |la |un |una |i )?(\d+|\d+[.]\d\d\d|metà|pagamento|parte|prima|soldi|somma|importo|quota|rata|30
    |50)
    (acconto|caparra|anticipo) ~ (fornitore|artigiano|montator*|stand|fiera|bloccare|partire|iniziare|comprare|fabbric*|produzione
    |catering|sala|posto|spedi*)
    (metà|primo pagamento|prima rata|prima tranche|\d\d %|\d\d%) ~ (preventivo|iniziare|inizia|partire|comprare|ordinare|cantiere
    |material*|produzione)
    (inizia*|parte|partire|comincia*|ordinare|ordina) ~ (metà|primo pagamento|prima rata|caparra|acconto|anticipo|\d\d%|\d\d %)
    """,
    r"""
    (aanbetaling|voorschot|vooruitbetal*|vooruit|voorfinanc*|waarborgsom|borg) ~ (project|opdracht|materia*|bestell*|order|werk*|start
    |reserv*|([\d.,]+)?%|levering|staal|aanbesteding|rekening)
    (voorschot|vooraf|aanbetal*|voorschiet*) ~~ (([\d.,]+)?€([\d.,]+)?|euro|termijn|overma*|rekening|bedrag|huren|huur|betal*)
    (project|opdracht|materia*|bestell*|order|werk|\d+( )?%|procent|levering|staal) ~ (aanbetal*|voorschot|vooruitbetal*|vooraf|vooruit
    |waarborgsom)
    (aanbetaling|voorschot|vooruitbetaling|voorfinanciering|borg|waarborgsom) _ (van|op|voor) _ (\d+|\d+[.]\d\d\d(,\d\d)?
    |([\d.,]+)?€([\d.,]+)?|([\d.,]+)?%|euro|offerte|seizoen|factuur)
    (\d\d %|\d\d%|helft|deel|termijn|\d+( )?€|euro|bedrag|\d+[.]\d\d\d) ~ (alvast|vooraf|vooruit|voorschieten|voorgeschoten|bij opdracht
    |bij bestelling|naar voren halen|eerder)
    (alvast|vooraf|vooruit) _ (betal*|overmaken|overgemaakt|voorschieten|voldoen|voldaan|storten|ontvangen)
    (vraag*|vragen|wil|willen|eis*|verlang*|nodig|doen|betalen|overmaken) _ (aanbetaling|voorschot|vooruitbetaling|borgsom|waarborgsom)
    (aanbetaling|voorschot|vooruitbetaling) ~ (leverancier|aannemer|monteur*|fabrikant|kas|lampen|planten|zaal|reserveren|beginnen|kopen
    |inkopen|productie|vasthouden)
    (helft|eerste termijn|eerste betaling|\d\d %|\d\d%) ~ (beginn*|begint|starten|start|bestel*|inkopen|kopen|offerte|levert|leveren
    |materia*)
    (begint|beginnen|start|starten|bestelt|bestellen|levert) ~ (helft|eerste termijn|aanbetaling|voorschot|\d\d%|\d\d %)
    """,
    r"""
    (zaliczk*|przedpłat*|zadat*|kaucj*|wadium|z góry) ~ (projek*|zamówi*|materiał*|umow*|budow*|robot*|prac*|rozpocz*|rezerw*|([\d.,]+)?%
    |zleceni*|dostaw*|przetarg*|konto|konta|koncie|rachun*)
    (projek*|zamówi*|materiał*|umow*|budow*|robot*|\d+( )?%|procent|zleceni*|dostaw*) ~ (zaliczk*|przedpłat*|zadat*|kaucj*|z góry)
    (chc*|żąda*|potrzeb*|pros*|wymaga*|oczekuj*|wpłac*|wpłat*|zapłac*|przel*|zgod*|domaga*) _ (zaliczk*|zadat*|przedpłat*|kaucj*|z góry
    |wadium)
    (połow*|\d\d %|\d\d%|część|kwot*|zł|eur|euro|całoś*) _ (z góry|zaliczk*|naprzód|awansem|tytułem zaliczki|tytułem zadatku|przedpłaty)
    (zaliczk*|zadat*|przedpłat*) _ (na|dla|w wysokości|za) _ (\w+|\d+)
    (połow*|pierwsz* (rat*|wpłat*|transz*)|\d\d %|\d\d%) ~ (zaczni*|zaczyna*|rozpocz*|zamów*|kupi*|materiał*|robot*|wycen*|ruszy*)
    (zaczni*|zaczyna*|rozpocz*|ruszy*|zamówi*) ~ (połow*|pierwsz* rat*|zaliczk*|zadat*|przedpłat*)
    (zł|tys|tysięcy|złotych|eur|euro) _ (zadatk*|zaliczk*|przedpłat*|kaucj*)
    """,
)
"""Pay in advance on a project or an order."""
