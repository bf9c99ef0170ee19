"""How somebody asks for a payment: a transfer today, this invoice. Phrases only."""

from __future__ import annotations

from filter.judge.phrases.bills import BILLS
from filter.judge.phrases.payees import PAYEES

_TRANSFERS = (
    r"""
    (invoice|balance|amount|payment|sum|fee|total|premium|it|this|retainer|deposit|consideration|instalment|remainder) ~ (paid|wired
    |settled|transferred|cleared|remitted) (today|by|before|this|now|out|immediately|within|at once|straight|over|to|on|not|in)
    (can|could) (we|you) (still )?(make|do|send|get|process|manage|handle|transfer|wire|release|issue|put) _ (payment|wire|transfer|chaps
    |money|funds)
    (wire|remit|transfer|send) _ (funds|money|the amount|the sum|the balance|amount|deposit|usd|eur|gbp|dollars|euros|pounds|(€
    |£)\d+([,.]\d+)?([,.]\d+)?)
    (need*|want|like|require*|have|must|authoris*|authoriz*) ~ (payment|wire|transfer|remittance|funds|invoice|balance) (made|sent|to go
    |processed|done|paid|out|released|issued|executed|transferred|wired|settled|today|this morning|this afternoon)
    (amount|balance|sum|deposit|payment) ~ (wired|transferred|remitted|paid)
    (same day|urgent|international|outgoing|bank|wire|swift|sepa|immediate) (payment|transfer|wire)
    (by|via|as a|as an urgent) (chaps|wire|sepa|swift|same day|faster payment|bank transfer|ach|eft|interac)
    (put|include|add) ~ (in|to|on) (this week's|today's|tomorrow's|the next|the) (run|batch|payment run|payment list)
    what (is|are|do you need) ~ (to (send|make|process|do) (a |an |the )?(payment|wire|transfer)|balance in|cash position)
    (how much|what) ~ (transfer|wire|pay|available) ~ (single|second signatory)
    (can|could|would|please|kindly|need you to|want you to|ask you to) _ (wire|zelle|venmo|remit|e transfer|etransfer|interac) _ (it|this
    |them|to|him|her|their|over|from|out|usd|eur|gbp|cad|([\d.,]+)?€([\d.,]+)?|([\d.,]+)?£([\d.,]+)?|\d+|\d+[,.]\d+)
    (need*|want*|has|have|had|must|should|expect*|like*) (to )?be (paid|wired|settled|remitted|paid out
    |transferred) (out |over |up |off |in full )?(today|tonight|this|by|before|now|tomorrow|immediately|on|to|within)
    (could|can|might|would) (it|this|that|they|the money|the funds|the amount) be (paid|wired|settled|remitted|transferred
    |sent) (over |across |out |on )?(today|this|by|before|to|tomorrow|within|from)
    (can|could|will|must|should|needs to|has to|have to) (it |this |that |these |they |one )+go (out )?(today|tonight|this (morning
    |afternoon)|tomorrow|by|before|over)
    (settle|pay|remit|lodge) (it |this |up |in full |please |the \w+ )?(within \d+|today|tonight|immediately|at once|by (noon|close|end
    |cob|eod|\d+|monday|tuesday|wednesday|thursday|friday|tomorrow)|before (noon|close|the end|\d+|monday|tuesday|wednesday|thursday
    |friday))
    (want*|need*|require*|insist*|expect*|wait*|ask*|only|until|unless|without|against) _ (cleared funds|full payment|payment in full
    |payment up front|payment today|payment first|immediate payment|same day funds|money up front|prompt payment)
    (out of cycle|off cycle|one off|special|manual|ad hoc|urgent|priority|rush|supplementary|emergency|last minute) (payment*|transfer*
    |wire*|remittance*)
    (code|book|allocate|expense) (it|this|that|them) (to|against|under)
    (advance|front|lend|loan) (me|us|him|her|them|the (money|sum|amount|cash))
    (company|office|firm|club|fund|business|foundation|we|you) advance (me |us |him |her |them )?(dkk|nok|sek|eur|usd|gbp|chf|pln|€\d+
    |£\d+|\d+)
    (settle|pay for|complete|close|finance|fund|pre finance|prefinance|cover|buy) _ (purchase|acquisition|settlement|share|portion|claim
    |fine|bail|costs) _ (about |around |of |is |for )?(eur|usd|gbp|chf|€\d+|£\d+|\d+[,.]\d\d\d)
    (get|send|move|push|put|shift|release) _ (money|funds|cash|payment|(€|£)\d+([,.]\d+)?([,.]\d+)?|\d+[,.]\d\d\d([,.]\d\d)?|\d+k) (over
    |across|out|through|off) (to|today|this|by|before|now|tonight)
    (have|get|see) (it|this|that|these|them|him|her|the \w+) (paid|wired|remitted)
    (pay|wire|transfer|send|lodge|remit|settle) ~ \w\w\d\d \w\w\w\w \d\d\d\d
    (cut ?off|cutoff|too late) _ (wire*|payment*|transfer*|chaps|sepa|bank)
    (send|wire|pay|transfer|remit|get|put|move|issue|sending|paying) _ (eur|usd|gbp|chf|cad|aud|nzd|dkk|nok|sek|pln|(€
    |£)\d+([,.]\d+)?([,.]\d+)?) _ (to|into|through|over|across|for|by|before|today|from)
    (send|wire|pay|transfer|remit|get|put|move|issue|sending|paying) _ (dollars|euro|euros|pounds|francs|grand|thousand|kroner|quid) _ (to
    |into|through|over|across|for|by|before|today|from)
    (dollars|euro|euros|pounds|francs|grand|eur|usd|gbp|chf) _ (to be |be |been |gets )(sent|paid|wired|transferred|remitted|moved)
    (expect*|wait*|chas*|promis*|owe*) _ ((€|£)\d+([,.]\d+)?([,.]\d+)?|\d+[,.]\d\d\d([,.]\d\d)?|fee|fees|payment|money) _ (from us|by (noon
    |close|today|tonight|tomorrow|friday|\d+)|today|tomorrow|this afternoon)
    (enter|prepare|load|queue|key|key in|input|line up|set up|stage|draft) _ (payment*|transfer*|wire*|remittance)
    (cut|write|issue|mail|overnight|fedex) _ (check|cheque) _ (for|to|payable|made out)
    (send|wire|pay|transfer|remit|get|put|move|issue|sending|paying) _ \d+[.,]\d+([.,]\d+)? (eur|usd|gbp|chf|cad|aud|nzd|dkk|nok|sek|pln|(€
    |£)\d+([,.]\d+)?([,.]\d+)?) _ (to|into|through|over|across|for|by|before|today|from)
    (send|wire|pay|transfer|remit|get|put|move|issue|sending|paying) _ \d+[.,]\d+([.,]\d+)? (dollars|euro|euros|pounds|francs|grand|thousand
    |kroner|quid) _ (to|into|through|over|across|for|by|before|today|from)
    (room|space|slot|headroom) _ (in|on|under) _ (batch|run|payment run|bacs run|daily limit|transfer limit|bank limit)
    (meet|cover|settle|clear|paying|pay) _ (agent|agent s|lawyer s|solicitor s|lawyers|legal|broker s|his|their|her) (cost|costs|fee|fees
    |bill|invoice|retainer)
    (comes to|amounts to|totals|totalling|in the amount of|to the tune of) ((€|£)\d+([,.]\d+)?([,.]\d+)?|eur|usd|gbp|chf|dkk
    |\d+[,.]\d\d\d([,.]\d\d)?)
    (near|in front of|beside|at|got|have) _ (banking token|bank portal|banking app|online banking|banking portal|card reader|bank token
    |internet banking|banking fob)
    (can|could|would|please|kindly|to) _ (wire|zelle|venmo|remit|e transfer|etransfer|send|transfer|pay) _ (€|£)\d+([,.]\d+)?([,.]\d+)?
    (get|send|move) (euros|dollars|sterling|pounds|funds|money|cash|currency) out (on|by|before|from|of|to|today)
    (earnest money|goodwill deposit|holding deposit|completion balance|completion funds|settlement sum)
    (deposit|instalment|installment|fee|excess|premium) ~ (place|put down|settle|due) ~ (lease|landlord|seller|property|building|premises
    |completion|insurer*)
    """,
    r"""
    (überweis*|anweis*|zahl*|bezahl*|begleich*|ausführ*|veranlass*|freigeb*|tätig*|transferier*|vornehm*|erledig*|auslös*|durchführ*|leist*
    |entricht*) ~ (überweisung*|zahlung*|rechnung*|betrag*|summe|anzahlung|rate|restbetrag|saldo|eilüberweisung|blitzüberweisung
    |echtzeitüberweisung|eilzahlung|euro|eur|([\d.,]+)?€([\d.,]+)?|chf|gebühr)
    (überweisung*|zahlung*|rechnung*|betrag*|summe|anzahlung|rate|restbetrag|saldo|eilüberweisung|echtzeitüberweisung|eilzahlung|euro|eur
    |\d+( )?€|chf|gebühr|posten) ~ (überweis*|anweis*|zu zahlen|zahlen|bezahl*|begleich*|ausführ*|ausgeführ*|veranlass*|freigeb*|freigegeben
    |tätig*|vornehm*|vorgenommen|erledig*|auslös*|rausgehen|raus|durchführ*|leisten|entrichten|fällig|offen|ausstehend|überfällig|zahlbar)
    (zahlen sie|überweise*|überweis|anweisen|anweis*) _ (bitte|auf|an|heute|den|die|das)
    (bitte )?bezahlen sie
    (rate|zahlung|betrag|anzahlung) ~~ (vorbereit*|freigeb*|gegenzeichn*|raus|an die bank|zahl bitte)
    (zahlung*|auslands*|eil*|blitz|sofort)(überweisung|zahlung|aufforderung|eingang)
    (vergleichs|rest|rechnungs|gesamt|teil|end|kauf|mahn|brutto|netto|förder|versicherungs|schluss)(betrag*|beträge|summe
    |preis*) ~ (hinaus|raus|rausgehen|hinausgehen|abgehen|weg|überweis*|anweis*|angewiesen|zahl*|gezahlt|bezahlt|fällig|offen|begleich*
    |freigeb*|freigegeben|überwiesen|eingeh*|bis)
    (heute|sofort|morgen|umgehend|gleich|dringend) _ (überweisen|anweisen|überweis|zahlen|begleichen|anzuweisen|zu überweisen|überwiesen
    |angewiesen|einzahlen|ausgleichen)
    (sobald|wenn|dass|ob|nachdem) _ (überwiesen|angewiesen|bezahlt|gezahlt|ausgezahlt) (ist|hast|haben|wurde|sind|hat)
    (sag|gib|bestätig*|meld*|schreib*|schick*|geben) _ (sobald|wenn|dass) _ (raus|hinaus|überwiesen|angewiesen|bezahlt|ausgeführt|weg
    |durch)
    (schick*|send*|überweis*|zahl*|transferier*|anweis*|leg*|lass*) _ (euro|eur|([\d.,]+)?€([\d.,]+)?|chf|franken|dollar) _ (an|auf|für|nach
    |zukommen)
    (euro|eur|\d+( )?€|chf|franken|dollar|geld|betrag) _ (an|auf|für) ~ (schick*|senden|überweisen|anweisen|zahlen|transferieren|geben
    |auszahlen|weiterleiten|rausschicken)
    (lege|leg|erfasse|erfassen|bereite|vorbereiten|richte|einstellen|anlegen) _ (zahlung|überweisung|zahlungsauftrag|sammler|zahlungslauf
    |sepa)
    (schick*|send*|überweis*|zahl*|transferier*|anweis*|leg*|lass*) _ \d+[.,]\d+([.,]\d+)? (euro|eur|([\d.,]+)?€([\d.,]+)?|chf|franken
    |dollar) _ (an|auf|für|nach|zukommen)
    (sobald|erst|bis|bevor) ~ (angezahlt|anbezahlt|bezahlt|gezahlt|überwiesen) (sind|ist|haben|wird|wurde|wurden|werden)
    (passt|reicht|geht|liegt) _ (ins limit|limit|im limit|überweisungslimit|tageslimit)
    """,
    r"""
    (virement|paiement|règlement) (urgent|immédiat|international|bancaire|instantané|confidentiel|exceptionnel|sepa|du jour)
    (lancer|passer|émettre|préparer) ~ (([\d.,]+)?€([\d.,]+)?|euros|eur) ~ (vers|à|pour|sur)
    (quel|combien) ~ (plafond|montant|solde) ~ (émettre|virer|disponible|signature)
    (régler|réglez|réglant|règlement|payer|payez|paiement|payant|versement|acquitter|virer|verser) _ (avant le|d'ici|sous|au plus tard|dès
    |aujourd'hui|ce jour|ce soir|ce matin|demain|dans la journée|immédiatement|sans délai|cet après midi)
    (peux tu|pouvez vous|pourrais tu|pourriez vous|il faut|faudrait|besoin de|merci de|prière de|veuillez|je voudrais|je souhaite
    |j'aimerais|tu peux|vous pouvez|vous pourriez|il faudra|dois|devez|devons|doit) _ (virer|verser|régler la|régler le|régler les
    |régler cette|régler ce|payer|procéder au|procéder à un|procéder à une|virement|transférer \d+)
    (la|le|les) (virer|verser|régler|payer) (sur|à|au|avant|dès|aujourd'hui|demain|ce)
    (fais|faire|fasse*|faites|envo*|partir|vers*|vir*|transfér*|transfèr*|adress*|payer|paye*|débloqu*|règle*
    |régl*) _ (([\d.,]+)?€([\d.,]+)?|euros|eur|chf|francs|dollars) _ (à|au|aux|vers|sur|pour|chez|avant|d'ici)
    (prépare*|saisi*|enregistre*|monte) _ (virement*|ordre de virement|paiement*|règlement*)
    (fais|faire|fasse*|faites|envo*|partir|vers*|vir*|transfér*|transfèr*|adress*|payer|paye*|débloqu*|règle*
    |régl*) _ \d+[.,]\d+([.,]\d+)? (([\d.,]+)?€([\d.,]+)?|euros|eur|chf|francs|dollars) _ (à|au|aux|vers|sur|pour|chez|avant|d'ici)
    """,
    r"""
    (realiz*|hac*|haz|haga|hagas|efectu*|proces*|orden*|emit*|ejecut*|tramit*|prepar*|lanz*|gestion*|autoric*|autoriz*|liber*|program*
    |complet*|envi*) _ (transferencia*|pago*|spei|giro|abono|depósito|ingreso|wire|anticipo)
    (son|importe de|total de) _ (euros|dólares|pesos|usd|mxn|([\d.,]+)?€([\d.,]+)?) ~~ (hoy|transferencia|datos|corte|antes)
    (qué|cuánto) ~ (saldo|límite) ~ (dispon*|firma|transfer*)
    (añad*|inclu*|met*|agreg*|pon|ponga|poner|sum*) _ (remesa*|lote de|pago|pagos|transferencia|transferencias|orden de pago)
    (un|el|este|otro) pago (suelto|único|puntual|inmediato|extraordinario|adicional|urgente|manual|especial|es|debe|deberá|tiene que
    |ha de)
    (haz*|hag*|hacer*|manda*|mánd*|envía*|gíra*|pása*|ordena*|lanza*|emit*|tramit*) (una |un |la |el |otra )+(inmediata|transferencia*
    |pago*|ingreso*|giro*|bizum|spei|abono)
    (necesit*|hay que|puedes|podrías|podemos|puede|podría|podéis|tienes que|tenemos que|urge|hace falta|debemos|toca|quiero que
    |pido que) _ (transferir*|pagar*|pagues|pague|abonar*|girar*|depositar*|liquidar*|transfier*|abones|deposit*|transferencia)
    (mand*|envi*|envía*|gir*|transf*|pag*|ingres*|hac*|haz*|pas*) _ (euros|eur|([\d.,]+)?€([\d.,]+)?|pesos|dólares|usd|mxn) _ (a|al|para
    |antes|hoy|desde|por)
    (mand*|envi*|envía*|gir*|transf*|pag*|ingres*|hac*|haz*|pas*) _ \d+[.,]\d+([.,]\d+)? (euros|eur|([\d.,]+)?€([\d.,]+)?|pesos|dólares|usd
    |mxn) _ (a|al|para|antes|hoy|desde|por)
    """,
    r"""
    (realiz*|faz*|faça|efetu*|process*|orden*|emit*|execut*|prepar*|agend*|autoriz*|liber*|trat*|envi*|pass*|lanç*) _ (transferência*
    |pagamento*|ted|pix|boleto|depósito|remessa|adiantamento|guia)
    (segue|anexo|envio|em anexo) _ (fatura|boleto|nota fiscal|dados para (o )?(pagamento|transferência|depósito))
    (precis*|pode|podes|podem|podia|podias|poderia|consegue|consegues|dá para|tens de|tens que|tem de|tem que|temos de|temos que|é preciso
    |há que|favor) _ (transferir|pagar|pagues|pague|transfira|transfiras|transferência|pagamento|depositar|liquidar|liquide|pix|saldar)
    (faz*|fazer|faça|manda*|mande|envia*|envie|passa*|passe) (me |lhe |lhes |esse |este |isso |isto |hoje |um |uma |o |a |agora )+(pix|ted
    |mbway|mb way|transferência|pagamento|depósito|transf)
    (mand*|envi*|transf*|transfir*|pag*|deposit*|faz*|faç*|pass*) _ (euros|eur|([\d.,]+)?€([\d.,]+)?|reais|dólares|usd|mil) _ (a|ao|à|para
    |antes|hoje|de|da|do)
    (mand*|envi*|transf*|transfir*|pag*|deposit*|faz*|faç*|pass*) _ \d+[.,]\d+([.,]\d+)? (euros|eur|([\d.,]+)?€([\d.,]+)?|reais|dólares|usd
    |mil) _ (a|ao|à|para|antes|hoje|de|da|do)
    """,
    r"""
    (effettu*|fare|fai|faccia|facciamo|dispo*|esegu*|proced*|emett*|autorizz*|predispo*|inser*|mand*|invi*|lanci*|prepar*|gestir*
    |process*) _ (bonific*|pagament*|versament*|trasferiment*|saldo|acconto)
    (paga*|pago*|pague*|sald*|liquid*|bonific*|vers*|trasfer*) _ (fattur*|importo|saldo|somma|euro|acconto|fondi|caparra|quota
    |([\d.,]+)?€([\d.,]+)?)
    (metti|mettere|inserisci|inserire|aggiungi|aggiungere|carica|caricare) ~ (distinta|bonific*|pagament*)
    (distinta|flusso) (di domani|di oggi|bonifici|pagamenti)
    (quanto|quale) ~ (disponibil*|plafond|limite|firma)
    (fai|far|facciamo|fate|faccia|deve|devono|può|dovrebbe|possa) partire _ (caparra|bonifico|bonifici|pagamento|acconto|saldo|importo
    |somma|domattina|oggi|subito|stamattina|domani)
    (puoi|può|potete|riesci|riesce|potresti|potrebbe|dovresti|dovrebbe|devi|deve|dobbiamo|serve|occorre|bisogna|bisogno|ti prego di
    |la prego di|chiedo di) _ (bonific*|pagare|pagamento|saldare|versare|girare|liquidare|versamento)
    (dimmi|mi dica|conferm*|avvis*|fammi sapere|mi faccia sapere) _ (quando|appena|non appena|una volta) _ (partit*|fatt*|eseguit*
    |effettuat*|pagat*|inviat*|andat*)
    (contabile|ricevuta|distinta|cro|copia) (del|di|dell) _ (bonifico|pagamento|versamento)
    (mand*|invi*|bonific*|trasfer*|paga*|vers*|gir*|fare|fai|faccia|fate) _ (euro|([\d.,]+)?€([\d.,]+)?|eur|franchi|dollari|mila) _ (a|al
    |alla|allo|per|entro|prima|oggi|dal|all)
    (prepar*|inseri*|caric*|predispon*) _ (disposizione|bonifico|bonifici|distinta|pagamento)
    (mand*|invi*|bonific*|trasfer*|paga*|vers*|gir*|fare|fai|faccia|fate) _ \d+[.,]\d+([.,]\d+)? (euro|([\d.,]+)?€([\d.,]+)?|eur|franchi
    |dollari|mila) _ (a|al|alla|allo|per|entro|prima|oggi|dal|all)
    """,
    r"""
    (betal*|overmak*|overboek*|uitvoer*|regel*|doe|doen|verwerk*|klaarzet*|zet|maak|voldoe*|inplan*|verricht*|overgemaakt) ~ (betaling*
    |overboeking*|factu*|bedrag*|spoedbetaling|spoedoverboeking|aanbetaling|saldo|euro|eur|([\d.,]+)?€([\d.,]+)?|som|termijn|nota)
    (betaling*|overboeking*|factu*|bedrag*|spoedbetaling|aanbetaling|saldo|euro|eur|\d+( )?€|som|nota|kosten) ~ (doen|verricht*|regelen
    |betal*|overmak*|overgemaakt|overboek*|uitvoer*|uitgevoerd|vandaag|met spoed|voldaan|voldoen|openstaa*|vervallen|verlopen|de deur uit
    |klaarzetten|klaar te zetten|over te maken|verschuldigd|binnen \d)
    (wil|moet|willen) _ (vandaag|nu|meteen) _ (aanbetaling|betaling|bedrag|voorschot|waarborg)
    (kun*|kan|kunt|wil|wilt|willen|zou|graag|moet|moeten|gelieve) _ (overmaken|overboeken|storten|betalen|voldoen|overmaakt|betaalt
    |voldoet)
    (laat*|bevestig*|meld*|app|mail|geef) _ (zodra|als|wanneer|dat) _ (overgemaakt|betaald|verstuurd|gestort|de deur uit|gedaan|uitgevoerd
    |weg)
    (stuur|sturen|maak|overmaken|betaal|betalen|boek|overboeken|stort|storten|kun*|kan|zou) _ (euro|([\d.,]+)?€([\d.,]+)?|eur
    |dollar) _ (naar|aan|op|voor|richting)
    (zet|klaarzetten|voer|invoeren|bereid) _ (betaling|betaalopdracht|overboeking|overschrijving|betaalbatch)
    (stuur|sturen|maak|overmaken|betaal|betalen|boek|overboeken|stort|storten|kun*|kan|zou) _ \d+[.,]\d+([.,]\d+)? (euro
    |([\d.,]+)?€([\d.,]+)?|eur|dollar) _ (naar|aan|op|voor|richting)
    """,
    r"""
    (zrób*|zrobi*|wykona*|zlec*|puści*|puść|przygotow*|zrealiz*|zatwierdz*|wyśl*|wysłać|dokona*|proszę o|opłaci*|opłać*|nada*|autoryz*
    |realizac*) _ (przelew*|płatnoś*|wpłat*|zapłat*|faktur*|zaliczk*)
    (pilny|pilna|ekspresowy|natychmiastowy|zagraniczny) (przelew|płatność|wpłata)
    (zgod*|prośb*|dyspozycj*|poleceni*|akcept*|zleceni*|potwierdzeni*) _ (przelew*|zaliczk*|płatnoś*|wypłat*|wpłat*|zapłat*)
    (możesz|może|możecie|mógłbyś|mogłabyś|mógłby|mogłaby|proszę|trzeba|musimy|musisz|należy|potrzebuj*|zdążysz|zdążymy
    |dasz radę) _ (przelać|przelew*|zapłac*|opłac*|wpłac*|uregulow*|puścić|zapłat*|przelanie|zlecić|zlecenie)
    (daj znać|napisz|potwierdź|potwierdzenie|odpisz|proszę o potwierdzenie) _ (przelew*|wpłat*|zapłat*|płatnoś*|wysz*|pójd*|poszł*|poszedł
    |zlecon*|wysłan*|puszczon*)
    (wyśl*|wysł*|przel*|zapła*|wpła*|przekaz*|puś*|opłać*) _ (zł|złotych|pln|euro|eur|dolar*|tys|tysięcy) _ (do|na|dla|przed|dziś|dzisiaj)
    (przygotuj*|wprowadź|wprowadz*|wystaw*|utwórz) _ (przelew*|płatnoś*|dyspozycj*|zleceni*)
    (wyśl*|wysł*|przel*|zapła*|wpła*|przekaz*|puś*|opłać*) _ \d+[.,]\d+([.,]\d+)? (zł|złotych|pln|euro|eur|dolar*|tys|tysięcy) _ (do|na|dla
    |przed|dziś|dzisiaj)
    (puścić|puść|wysłać|zlecić|pójść) _ (ekspres*|elixir*|sorbnet*|rachunku|konta|dewizow*|złotow*)
    """,
)
"""Send this money, make this transfer."""

PAYMENT = tuple(["".join(blocks) for blocks in zip(_TRANSFERS, BILLS, PAYEES, strict=True)])
"""Make this payment, pay this invoice, this is overdue."""
