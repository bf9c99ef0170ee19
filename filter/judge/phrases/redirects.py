"""How somebody says that money is to go to another account than so far: by its number, instead of one, this time. Phrases only."""

from __future__ import annotations

from filter.judge.phrases.bankwords import DE_KONTO, EN_NUMBER, IBAN, NL_REKENING, PL_NUMER

REDIRECTED = (
    rf"""
    {EN_NUMBER} ~ (instead|rather than|in place of|from now on|going forward|henceforth|this time|until further notice)
    (instead|rather than|in place of|from now on|going forward|henceforth|this time|new one|replac*|swap*|closed|closing|changeover
    |merged|merger|as of) ~ {EN_NUMBER}
    (starting|beginning|effective|from|as of|as from|commencing|with effect from) _ (rent|rents|rentals|invoice*|payment*|payable|paid
    |pay|send|remit*|settle*|deposit*|instalment*) ~ (to|into) the _ (account (in|on|below|attached|given|shown|named|stated|set out
    |overleaf)|new \w+|other \w+)
    (changed|switched|swapped|moved|left|changing|switching|leaving) (our |my |to a new |to another |to a different )?(credit union*
    |building societ*|banks|bankers|banking provider)
    (old|previous|other|usual|former|earlier|existing) (one|ones) _ (clos*|block*|frozen|audit*|suspend*|restrict*|being closed|retired)
    (closed|closing|close|shut|shutting) (our|my|the) _ (old|previous|earlier|other|joint|former|existing) (one|account|bank)
    (paid|pay|sent|send|deposit*|payment*|remit*|money|transfer*) (to|into) (our|the|my) (old|previous|former) (account|bank|iban|details
    |one|ones)
    (our|my) old (\w+ )?(bank account|account|iban|bank|bank details|sort code)
    (swap|replace|substitute|exchange|overwrite) _ (account|bank|iban|bank details|deposit details|sort code|payment details) ~ (for|with
    |by) (this|these|the new|the one|new|those|the following)
    (replace|swap|substitute|overwrite) _ {IBAN}
    (change|swap|switch|move) the (account|bank|iban) (for|on) (this|that|the)
    (void|stop|cancel) _ (cheque|check) ~ (direct deposit|wire|ach|eft|bank transfer|e transfer)
    (deposit|wire|ach|eft|transfer) _ (rather than|instead of) (mail*|post*|send*|cut*) _ (check*|cheque*)
    new account _ (\D\D\d\d|\d\d\d+)
    new account (for|on) (our|my|the|all|future) (\w+ )?(invoice*|payment*|remittance*|rent|rents|deposit*|receipts|fees)
    (accounts|finance|treasury|accountant|bookkeeper|bank|auditors|insurers) _ (asked|ask|want|wants|told|advised|requested|require*
    |insist*) ~ (payments|deposits|receipts|remittances|payment|transfers|balance) _ (go|goes|to go|be paid|to be paid|be sent|be made|is
    |are) _ (to|into|via|through) _ account
    (pay|paid|put|send|sent|transfer*|remit*|settle*|credit*|deposit*|held|received|receive|use) ~ (account|bank|iban) ~ (this time
    |meanwhile|in the meantime|for the time being|for this one|just this once|from now on|until further notice|temporarily|this once
    |in the interim)
    (this time|meanwhile|in the meantime|for the time being|for this one|just this once|until further notice|temporarily
    |in the interim) ~ (pay|paid|put|send|sent|transfer*|remit*|settle*|deposit*|held|received|receive) ~ (account|bank|iban)
    (our|my|the business|the usual|the company|the trading|the main|the current) (\w+ )?account (s|is|has been|was|are) _ (locked|audited
    |frozen|under (audit|review|\w+ reconciliation|reconciliation|investigation)|blocked|suspended|dormant|restricted|closing
    |being closed|in dispute)
    (usual|business|main|other|that|old|current|sterling|euro|dollar|printed) one (s|is|has been
    |was) (now |currently |temporarily |being )?(locked|audited|frozen|under|blocked|suspended|closed|on hold|restricted)
    (our|my) bank (\w+ )?(in \w+ )?(is|has|are|was) _ (merg*|withdraw*|clos*|stopp*|exit*|discontinu*|retir*|frozen|froze|blocked|migrat*
    |taken over|ending|chang*|moving|let us down|renewing)
    (our|my) bank (merged|closed|froze|blocked|withdrew|stopped)
    (contracts|accounts|funds|money|receipts|income|payments|banking|invoices) _ now (held|kept|banked|collected|received) (with|at|by
    |through|via)
    (from|starting|beginning|effective) _ (january|february|march|april|may|june|july|august|september|october|november|december
    |month) ~ (invoice*|bill|bills|rent|rents|rentals|storage|fees|payments|dues|instalments) ~ (settled|paid|payable|collected) (by|to
    |via|into|through)
    (direct debit|giro|lockbox|standing order|paynow|e transfer|interac|zelle|bacs|faster payments) ~ (ends|ending|end|retir*|withdraw*
    |withdrawn|discontinu*|ceas*|suspended|unavailable|paused|disabled) ~~ (instead|transfer to|pay to|use|wire|paid|settled|credit
    |credited|payable)
    (had|has|have) (put|given|printed|quoted|listed) _ (account|bank details|iban|sort code)
    (could|can|should|would|please) _ go to ~ {EN_NUMBER}
    (put|enter|add|load|key|set|type) (it|them|these|this|those|the details|my details) (in|up|on) ~ {EN_NUMBER}
    (do|use|make|arrange|set up|by|via|send) (a |the |an )?(direct deposit|eft|bank transfer|e transfer|ach|wire) ~ {EN_NUMBER}
    (usd|eur|gbp|dollars|euros|sterling|us dollars|foreign currency) (payments )?(now )?(goes|go|should go|is paid|are paid|is received
    |must go) (through|to|via|into)
    (on|to|into) the account (below|overleaf|in the attached|shown below|given below|stated below|underneath) ~ (returned|abroad|instead
    |merging|from|so that|because|as)
    for this (payment|invoice|transfer|order|instalment|one|shipment|month|job) _ (use|pay|please|kindly|send|remit|put) ~ (account|iban
    |bank|{EN_NUMBER})
    (redirect|divert|reroute|re route|resend) (it|them|the \w+|that|this|payment*) _ (to|into) _ (account|bank|iban)
    (overwrite|override|amend|replace) ~ {EN_NUMBER}
    (our|my) (banking|banking arrangements|bankers|banking provider) _ (changed|moved|switched|new|different)
    (fresh|right|proper) (wire|wiring|bank|banking|payment|remittance|ach|account) (details|instructions|info*|letter|coordinates|mandate)
    (bank|banker*|account) _ (pulled out|shut down|closed down|wound up|went under|left the market|given us notice|let us go)
    (open|opened|bank|banking|moved) (an account|our account|our accounts|our banking|banks) elsewhere
    (bank|banking) elsewhere
    (moved|switched|changed over|gone over|transferred) (to|over to|across to) (\w+ )?(\w+ )?(bank|savings|building society|credit union)
    (main|usual|primary|regular|normal|business|operating|other) (one|account
    |bank account) (s |is |has been |was )(being |currently |temporarily )?(reviewed|audited|frozen|locked|closed|blocked|suspended
    |unavailable|under|out of action)
    account (while|because|due to|as) _ (auditors|auditor|audit|reconciliation)
    bank letter ~ (going forward|from now on|new|changed|future|update*)
    (bounced|returned|rejected|came back) ~~ (this|other|another|second|different|new|our) (account|bank|iban)
    (closing|closed|shutting|close) our (\w+ )?(\w+ )?account
    (change|changes) (to|of|in) (where|how|whom) _ (payments|payment|invoices|remittances|money|funds|paid|pay)
    remit to (address |details |account |information )?(has|have|is|was|will) _ (changed|new|changing|different|updated|change)
    (delete|remove|strike|erase) _ (old|previous|former) _ (account|bank|iban|bank details|sort code)
    (delete|remove|strike|erase) the (old|previous|former) one ~~ (account|bank|iban)
    account ~ (delete|remove|strike|erase) the (old|previous|former) one
    no longer (hold|keep|maintain|operate) (an|the|our|any) _ account
    """,
    rf"""
    (statt|anstelle|anstatt|stattdessen|ab sofort|künftig|ab jetzt|nunmehr|diesmal|ausnahmsweise|neuerdings|ausschließlich|nur noch
    |ersetzt|gewechselt|umgestellt|geändert*|abgetreten|abtretung*) ~ {IBAN}
    {IBAN} ~ (statt|anstelle|anstatt|stattdessen|ersetzt|künftig|ab sofort)
    (statt|anstelle|anstatt) _ (alten|bisherigen|gewohnten|üblichen|alte|bisherige) _ {DE_KONTO}
    (frühere*|bisherige*|alte*|vorherige*|ehemalige*) _ {DE_KONTO} ~ (rückgeleitet|zurück*|abgewiesen|retour*|gelten als|läuft aus
    |erlischt|erloschen|abgelehnt)
    (zahlung*|zahlungseingäng*|miete|mieten|rechnung*|rechnungen|forderungen|inkasso|eingänge|abrechnung*|überweisungen) _ (läuft|laufen
    |wickeln|gehen|geht|erfolgen|erfolgt|buchen|bündeln|ziehen) _ (jetzt|nun|künftig|neu|neuerdings|ab sofort|vorübergehend|derzeit
    |nunmehr) ~ (über|auf|an|bei)
    (zur|zu der|zu einer|zu einem|zum) (\w+ )?(bank|sparkasse|volksbank|raiffeisen*|direktbank|kreditinstitut|institut) _ (gewechselt
    |gewandert|umgezogen|gegangen|übersiedelt|wechseln)
    (sind|bin|haben|habe) (jetzt|nun|neu|inzwischen|mittlerweile) _ (bei (der|einer) (\w+ )?(bank|sparkasse|volksbank|raiffeisen*)
    |ein konto|unser konto|mein konto)
    (ab|beginnend mit|mit wirkung) _ (miete|rechnung|rate|zahlung|lieferung|januar|februar|märz|april|mai|juni|juli|august|september
    |oktober|november|dezember) ~ (auf|an) (das|unser|die|den|folgend*) _ (konto|iban|bankverbindung|treuhand*|eigentümer*|verwalter*)
    (auf|an) (unser|mein|das|ein) (neues |anderes |zweites )?konto (bei|beim) ~ (leiten|überweis*|zahl*|anweis*|umleiten|buchen
    |begleichen|transferieren|richten)
    (leiten|überweis*|zahl*|anweis*|umleiten|begleichen|richten) ~ (auf|an) (unser|mein|das|ein) (neues |anderes |zweites )?konto (bei
    |beim)
    (das|die|unser|unsere) (bisherige|alte|vorherige|frühere|bekannte|andere|bisheriges|altes) (konto )?(wird|ist|wurde|haben|hat|läuft
    |führen|steht) _ (geschlossen|gekündigt|aufgelöst|prüfung|revision|gesperrt|nur noch|abgewickelt|stillgelegt|aufgegeben|eingefroren)
    (ausnahmsweise|diesmal|für diese (rate|rechnung|zahlung|lieferung)|vorübergehend|einmalig|dieses mal) ~ konto (bei|der|des|unser*|in)
    (umleiten|umlenken|umbuchen) ~ (konto|iban|kontonummer|bankverbindung)
    (konto|iban|kontonummer|bankverbindung) ~ (umleiten|umlenken|umbuchen)
    (auf|an) (das|die|folgende*) (unten|nachstehend|hier|im anhang|folgend) (genannte*|angegebene*|stehende*|aufgeführte*) (konto|iban
    |bankverbindung)
    (alte|alten|altes|bisherige|bisherigen) (bankverbindung|kontoverbindung|iban|kontonummer|bankdaten)
    (wechseln|wechsle|wechselten|gewechselt) _ (bank|hausbank|kreditinstitut|geldinstitut|bankinstitut)
    (bank|hausbank|kreditinstitut|geldinstitut|bankinstitut) _ (wechseln|gewechselt|wechsle)
    """,
    rf"""
    ({IBAN}|(institution|transit|folio) \d\d\d+) ~ (au lieu|à la place|plutôt que|désormais|dorénavant|et non)
    (au lieu|plutôt que|à la place) _ (compte|rib|iban|chèque)
    (fermé|fermer|fermons|ferme|clôturé|clôture|clôturons|quitté|quittons|bloqué) _ (ancien|ancienne|notre|mon|autre) _ (compte|banque
    |rib)
    (changé|change|changeons|changement|quitté|quittons) (d |de |de la )?(institution|caisse|succursale|établissement|agence bancaire
    |banque|folio)( financière| bancaire)?
    (remplacer|remplacez|remplace|substituer|annule|annule et remplace) _ (folio|rib|iban|coordonnées|compte|spécimen)
    (à partir d*|dès|à compter d*) _ (facture|loyer|trimestre|échéance|paiement|mois|janvier|février|mars|avril|mai|juin|juillet|août
    |septembre|octobre|novembre|décembre) ~ (virer|verser|régler|payer|dépôts directs|virements|règlements|paiements) ~ (à|sur|chez)
    (mise à jour|modification|changement|actualisation) bancaire*
    (réglé*|régler|virer|payer|verser|paiement|virement) _ (selon|sur|suivant) (ces|les|nos) (nouvelles |bonnes )?coordonnées
    (l'ancien|l'ancienne|le précédent|l'autre) (compte |rib )?(est|sera|a été|va être|reste) _ (fermé*|clôtur*|bloqué*|gelé|audit*
    |contrôle|désactivé|réservé|suspendu)
    (notre|ma|mon) (banque|agence) _ (ferme|fusionne|fusion|fermé|cesse|bloqué|changé|absorbée|rachetée)
    (rediriger|réorienter|dévier|basculer) _ (virement|paiement|règlement|versement) ~ (compte|rib|iban|banque)
    (pour cette facture|pour ce paiement|cette fois|exceptionnellement|pour ce règlement|pour cette échéance
    |à titre exceptionnel) ~ (compte|rib|iban|banque)
    (seul|seule|notre|mon) (le |la )?(rib|iban) (change|changent|changera)
    (ancien|ancienne|anciennes) (rib|iban|coordonnées bancaires|compte bancaire)
    """,
    rf"""
    (en vez de|en lugar de|a partir de|en adelante|esta vez|ya|nueva|nuevo|cerramos|cerré|cerrado|cambi*|sustituye|filial
    |sociedad del grupo|hemos abierto|he abierto|factoring|cedid*) ~ {IBAN}
    {IBAN} ~ (en vez de|en lugar de|sustituye|de ahora en adelante|a partir de ahora|la otra|la anterior|la antigua)
    (la otra|la anterior|la antigua|la vieja|la de siempre) (la |ya |nos la )?(hemos |he |han |está |esta |queda |se )?(cerr*|dej*
    |cancel*|bloque*|anul*|embarg*|retenid*)
    (ahora|a partir|desde|ya|en adelante|este mes|esta vez|de momento|mientras tanto) _ (nos |lo |me )?(pagu*|pag*|ingres*|transf*|abon*
    |deposit*) (\w+ )?(a|en) (la|esta|una|nuestra|otra) cuenta
    (a partir de|desde) _ (factura|renta|alquiler|recibo|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre
    |diciembre) ~ (pagu*|ingres*|transf*|abon*|deposit*) (\w+ )?(a|en) (la|esta|una|nuestra|otra) cuenta
    (titularidad|certificado bancario|comisiones) ~ (nuev*|actualiz*|hemos pasado|hemos cambiado|nos hemos cambiado|nos pasamos
    |me he cambiado|me he pasado)
    (nos hemos cambiado|nos cambiamos|me he cambiado|me cambié|hemos cambiado|he cambiado|cambiamos|nos hemos ido|nos pasamos
    |hemos pasado) (a|al|de) (otra |otro |una nueva |un nuevo )?(banco|entidad|caja|cuenta)
    (cámbia*|cambie|cambien|cambiad|cambiar*|actualíza*|modifíca*|corrige|sustituye|pon|ponme) (me |nos )?(la|el|mi|nuestra) (cuenta|iban
    |número de cuenta|clabe)
    (nuevo|nueva) (propietario|propietaria|titular|arrendador|beneficiario|administradora|gestora) ~ (cuenta|iban|pag*|ingres*|renta
    |transf*)
    (redirigir|desviar|reenviar|cambiad|cambien) _ (transferencia|pago|iban|cuenta) ~ (cuenta|iban|abajo)
    (para este pago|para esta factura|solo por esta vez|por esta vez|esta vez|excepcionalmente) ~ (cuenta|iban|clabe|banco)
    (auditoría|revisión|inspección|embargo|bloqueo) ~ (cuenta habitual|nuestra cuenta|la cuenta|cuenta de siempre)
    (cuenta|iban) (vieja|viejo|antigua|antiguo)
    (devuelt*|rechazad*|rebotad*) ~~ (otra|nueva|segunda|esta) cuenta
    """,
    rf"""
    (em vez de|em vez da|no lugar|a partir de|doravante|desta vez|este mês|passamos|passámos|substitui*|encerr*|mudamos|mudou|abri
    |abrimos|abrimo|novo|nova|sociedade do grupo|factoring) ~ {IBAN}
    {IBAN} ~ (em vez|no lugar|substitui*|doravante|de agora em diante)
    (passamos|passámos|mudamos|mudámos|mudei|passei|trabalh*|receb*|operamos) _ (outra|outro|nova|novo) _ (instituição|banco|agência
    |entidade bancária|cooperativa|conta)
    (banco|agência|balcão|caixa) ~ (encerrou|fechou|encerr*) ~ (pagamento*|faturas|iban|conta|liquid*|transfer*)
    conta _ (muda|mudará|passa a ser|passou a ser|é agora|agora é|será outra)
    (este mês|agora|a partir de|desde|doravante|por agora|temporariamente) _ (estamos a receber|recebemos|recebendo|receber) (na|no|em
    |pela|pelo|via)
    substitu* (a|o|os|as) (que (está|esta|vem|consta|tem|vinha)|anterior|iban|conta|antig*)
    (use|usem|usar|utilize*|considere*|utilizar) (a|esta|a nossa|nossa) (conta|chave) (do|da|de|abaixo|indicada|nova|seguinte) ~ (abri*
    |desde|agora|iban|\D\D\d\d|substitu*|este mês)
    (passou|passámos|passamos|mudou|mudámos|mudamos|transferiu|transferimos) _ (outra|outro|nova|novo) (instituição|banco
    |entidade bancária|conta)
    (o nosso banco|nosso banco|a nossa agência) _ (encerr*|fech*|fundi*|fusão|bloque*|cess*|mudou)
    (a antiga|a anterior|a outra|a velha) (conta )?(está|foi|vai ser|será|fica|ficou|vamos) _ (encerr*|fech*|bloque*|auditoria|cancel*
    |congel*)
    (em vez de|e não) (para|na|a) (nós|nossa conta|conta habitual|conta antiga)
    (redirecionar|desviar|reencaminhar) _ (pagamento|transferência) ~ (conta|iban|nib|pix)
    (para este pagamento|para esta fatura|só desta vez|desta vez|excecionalmente|excepcionalmente) ~ (conta|iban|nib|pix|banco)
    (auditoria|inspeção|bloqueio|penhora) ~ (conta habitual|nossa conta|a conta)
    (conta|iban|nib) (antigo|antiga|velha)
    (devolvid*|rejeitad*|recusad*) ~~ (outra|nova|segunda|esta) conta
    """,
    rf"""
    (al posto|invece|anziché|in luogo|d'ora in poi|d'ora in avanti|da oggi|da questo mese|stavolta|solo per questa|nuovo|nuova|attuale
    |giusto|corretto|sostituisce|ceduto|cessione|leasing|cambiato|cambiata) ~ {IBAN}
    {IBAN} ~ (al posto|invece|anziché|in luogo|sostitui*|d'ora in)
    (siamo passati|siamo passate|sono passato|sono passata|siamo andati|passiamo|abbiamo cambiato|ho cambiato|ci siamo spostati
    |mi sono spostat*|ci siamo trasferiti) (a |alla |al |in |con )?(un |una |nuova |un'altra )?(banca|bcc|istituto|conto|posta|credit*
    |iban)
    (la nostra banca|la mia banca|il nostro istituto) _ (fusion*|chiude|chiuso|bloccato|incorporat*|cessa*)
    (il vecchio|quello vecchio|il precedente|l'altro|quello precedente|quello solito) (conto )?(è|viene|verrà|resta|sarà|sta) _ (chius*
    |bloccat*|verific*|sospes*|dismess*|estint*|congelat*)
    (un altro|altro|nuovo|diverso) (istituto|istituto di credito|appoggio|appoggio bancario)
    (sul|al|su) (nostro |un )?conto (qui sotto|sottostante|allegato|indicato|sottoindicato|riportato)
    (per questa fattura|per questo pagamento|per questa volta|stavolta|eccezionalmente|in via eccezionale) ~ (conto|iban|banca)
    (verifica|revisione|pignoramento|controllo) ~ (nostro conto|il conto|conto abituale)
    """,
    rf"""
    (in plaats van|voortaan|vanaf nu|deze keer|ditmaal|dit keer|nieuwe|nieuw|voorlopig|tijdelijk|gesloten|overgestapt|vervangt|stichting
    |nummer waar|derdengeldenrekening|g rekening) ~ {IBAN}
    {IBAN} ~ (in plaats van|voortaan|vanaf nu|vervangt|ditmaal)
    (in plaats van|niet meer) _ (oude|gebruikelijke|vertrouwde|gewone|vaste) _ {NL_REKENING}
    (nieuwe|nieuw|ander|andere) (nummer|rekeningnr) (is |wordt |dan )?\D\D\d\d
    (nummer|rekening|iban) waar _ (op|naartoe|heen|op mag|naar toe) _ (mag|moet|kan|mogen|kunnen|betaald|gestort)
    (deze keer|ditmaal|dit keer|voortaan|vanaf nu|voorlopig|tijdelijk|zolang) ~ (overma*|betal*|stort*|over te maken|voldoen) ~ (naar
    |op) (onze|de|het|mijn|een|dit|deze) _ {NL_REKENING}
    (betaling*|facturen|factuur|facturatie|huur|ontvangsten|incasso*|betalingen|werf) _ (loopt|lopen|gaat|gaan|verloopt|verlopen|komt
    |komen) _ (nu|voortaan|vanaf|tijdelijk) _ (via|naar|op|langs)
    (overgestapt|overgegaan|gewisseld|gegaan|verhuisd) (naar|op|van) (de |een |onze )?(andere |nieuwe )?(bank|rabobank|ing|abn|knab|bunq
    |triodos|kbc|belfius|argenta|bnp)
    (onze|mijn) bank _ (fuseert|fusie|sluit|gesloten|geblokkeerd|bevroren|overgenomen|stopt)
    (de oude|de vorige|de andere|de huidige|de bekende) (rekening )?(is|wordt|werd|gaat|staat|loopt) _ (gesloten|geblokkeerd|opgeheven
    |controle|opgezegd|stopgezet|bevroren|dicht)
    (voor deze keer|voor deze ene keer|deze ene keer|voor deze factuur|voor deze betaling|eenmalig|bij uitzondering) ~ (rekening|iban
    |nummer|bank)
    (gebruik|gebruikt u|neem|hanteer) _ (nummer|rekening|iban|rekeningnummer) (in|uit|onder|hieronder|op)
    (naar|op) (het |de )?(onderstaand|onderstaande|bijgevoegde|hieronder vermelde) (iban|rekening|rekeningnummer|nummer)
    (rekening|g rekening|iban|projectrekening) ~ (houdt op|vervalt|verdwijnt|opgedoekt)
    (oude|vorige) (iban|rekeningnummer|bankrekening|bankgegevens)
    (wisselen|veranderen|wissel|verander|overstappen|stappen) _ (van|naar) _ bank
    (teruggekomen|teruggestort|geweigerd|gestorneerd) ~~ (andere|nieuwe|tweede|deze) rekening
    """,
    rf"""
    ({PL_NUMER}|{IBAN}) ~ (zamiast|odtąd|od teraz|zastępuje|a nie)
    (przeszliśmy|przeszłam|przeszedłem|przechodzimy|przechodzę|przenieśliśmy się|przenoszę się|przeniosłam się|przeniosłem się) ~ (do
    |na) (innego |nowego |inny |nowy )?(bank|banku|konto|rachunek)
    (nasz bank|mój bank) _ (łączy|połączył*|zamyka|zamknął|zablokował|przejęt*|kończy)
    (stare|stary|poprzedni*|dotychczasow*|tamten|tamto) (jest|został*|zostanie|zostaje|będzie) _ (zamkn*|zamyk*|zablokow*|likwid*
    |kontrol*|zajęt*|nieaktywn*)
    (proszę|prosimy) ~ na (konto|rachunek|numer) (poniżej|podane|wskazane|podany|wskazany|z załącznika|z pisma)
    (wyjątkowo|jednorazowo|tym razem|tymczasowo) ~ (konto|rachunek|rachunku|numer)
    (stary|starego|poprzedni|dotychczasowy) (rachunek|rachunku|numer konta|numer rachunku|iban)
    na (drugie|drugi|inne|inny|zapasowe|rezerwowe|pomocnicze|nowe|nowy) (konto|rachunek)
    """,
)
"""Money is to go elsewhere than before: a number beside a word of change, or because something is the matter with the bank."""
