"""How somebody says that money is to go to another account: a supplier's, an employee's. Phrases only."""

from __future__ import annotations

from filter.judge.phrases.bankwords import (
    DE_BANKKONTO,
    DE_KONTO,
    EN_ACCOUNT,
    ES_BANCARIA,
    ES_CUENTA,
    FR_BANCAIRE,
    FR_COMPTE,
    IT_CONTO,
    NL_BANKREKENING,
    NL_REKENING,
    PL_BANKOWE,
    PL_KONTO,
    PT_BANCARIA,
    PT_CONTA,
)
from filter.judge.phrases.corrections import CORRECTED
from filter.judge.phrases.diversions import PAID_TO_OTHERS
from filter.judge.phrases.newaccounts import NEW_ACCOUNT
from filter.judge.phrases.redirects import REDIRECTED

_CHANGED = (
    rf"""
    (new|updated|revised|amended|changed|different|alternate|alternative|secondary|correct|corrected|latest) _ {EN_ACCOUNT}
    (our|another|to|into) (new|different|another|separate|dedicated|second|secondary|alternative) (bank )?account
    (opened|open|opening|a|the) (new|different|another|separate|second) (current|checking|business|savings|chequing) account
    (our|a|the|another|opened|open|to|into) (dedicated|project|collection|receipts|receivables|holding|subsidiary|trading|deposit|treasury
    |overseas|dollar|euro|sterling|usd|eur|gbp) (bank )?account
    (moved to|moving to|switched to|given us) _ (new|different|separate|project|another|second*|dedicated) _ (account|bank)
    (open*|set up) _ (new|different|separate|project|another|second*|dedicated) _ bank
    (our|the) _ account _ (is now|has become|will now be|will be|changes to|moves to)
    account ~ (blocked|frozen|suspended|restricted|on hold|under audit|audited|audit|compromised|garnished|holding) ~ (instead|please|use
    |to|other|secondary|kindly)
    please (use|pay|send|note|switch|direct) _ (bsb|sort code|routing|iban|acct|aba|account (number )?\d+|that for|those for
    |the following (account|bank|iban|details|sort code)|our other|this one|the account below|different account)
    (ours|account|bank|(bank|banking|account|payment|remittance) details) (is|are) (now )?(routing|iban|sort code|bsb|as follows|below
    |\d\d)
    (paynow|fast|e transfer|lockbox|iban|account|bank) ~ (suspended|closed|full|unavailable|blocked) ~ (instead|transfer to|pay to|use)
    (switch|asked ~ to switch|move|moving) from (checks|cheques|cheque|check) to (ach|eft|transfer|bacs)
    (rather than|instead of) (the |our )?(e transfer|lockbox|check|cheque|account|usual|bank|office|normal)
    (our|my|its|their) {EN_ACCOUNT} (has|have|had|was|were|are|is|will be)( now| recently| just| since| also| all)? (been )?(changed
    |changing|updated|moved|moving|amended|revised|replaced|switched|migrat*|different|new)
    (changed|changing|change|switched|switching|moved|moving|updated|replaced|replacing|migrated|migrating|consolidated|amended
    |amending) _ (bank|banks|banking|{EN_ACCOUNT})
    {EN_ACCOUNT} ~ (under|in) (an )?(audit|review|investigation|reconciliation)
    {EN_ACCOUNT} ~ (being|been) (audited|closed|frozen|blocked|restricted|suspended|wound down|retired|migrated|discontinued)
    (old|previous|former|existing|usual|current|prior|main|regular|legacy) _ ({EN_ACCOUNT}|bank|account) ~ (clos*|audit*|frozen|blocked
    |suspend*|restrict*|unavailable|discontinued|retired|inactive|reject*|bounc*|return*)
    (notice|notification|confirmation|details) of (a )?(new|chang*) (in |of |to )?(bank*|remittance|payment details|account)
    change (of|to|in) (our |the |your )?(supplier |vendor )?{EN_ACCOUNT}
    (bank*|remittance|account|payment details|ach) (change|update|switch|migration) (notice|notification|letter|form|request)
    (bank|bank details|banking details|bank account|remittance|remittance details|payment details|ach) change
    (bank|banking|banked) (with|at) (a )?(new|another|different)
    (new|another|different) (banking partner|receivables account|collection account)
    we (now|currently) bank (with|at)
    (use|pay|remit|send|direct|route|wire|transfer|credit|settle|deposit|address|switch us) ~ (new|following|below|attached|other|second*
    |alternative|different|subsidiary*|sister|holding|parent) _ (account|bank|iban|routing|instructions|details)
    (use|load|enter|note|record|register) ~ (account|bank|iban|routing|sort code|banking|remittance) ~ (from now on|going forward|instead
    |in future|henceforth|effective|immediately|for this one|this time|as of)
    (payments|remittances|transfers|funds|settlements|invoices) ~ (to|into|via) (the |our )?(new|following|below|other|second*
    |alternative|different) _ (account|bank|iban|details)
    (update|change|amend|edit|correct|overwrite|replace|switch|adjust|refresh) (your|our|the|my|us in your|us on your) _ (records|record
    |file|master|data|details|ledger|system|template|profile|entry) ~ {EN_ACCOUNT}
    (instead of|rather than|in place of) (the|our|your) (account|bank|iban|(old|previous|usual|former|existing|regular) (one|ones|account
    |bank|iban|details|sort code))
    """,
    rf"""
    (neue|neuen|neuer|neues|geänderte*|aktualisierte*|andere*|abweichende*|künftige*|folgende* neue*|aktuelle*) _ {DE_BANKKONTO}
    {DE_KONTO} ~ (geändert|gewechselt|umgestellt|aktualisier*|umgezogen|geschlossen|aufgelöst|gekündigt|gesperrt|überprüf*|geprüft
    |eingefroren|stillgelegt|lautet (jetzt|nun|ab|künftig|neu)|angepasst|ersetzt|hinterlegen|nachziehen|umstellen|anpassen)
    (änderung|wechsel|umstellung|aktualisierung|anpassung|umzug|mitteilung) _ {DE_KONTO}
    (haben|hat|habe|wurde|wurden|ist|sind) _ (die |unsere )?(bank|hausbank|kontoverbindung|bankverbindung) (gewechselt|geändert|neu
    |umgestellt)
    (bankwechsel|kontowechsel|kontoänderung|kontoumstellung|bankverbindungsänderung|bankenwechsel|kontoumzug)
    (ab sofort|künftig|zukünftig|von nun an|bis auf weiteres|ab jetzt|ab dem|diesmal|ausnahmsweise) ~ (auf|an
    |über) (das |unser |folgendes |dieses |ein )?(neue*|andere*|folgende*|zweite*|konto|unten*|nachstehend*|geschäftskonto)
    (bitte|könnten|können|würden|kannst|überweis*|zahl*|begleich*|anweis*|buch*|schick*) ~ (auf|an) (das|unser|folgende*|ein|dieses
    |unten*|nachstehende*) (neue*|andere*|folgende*|zweite*|unten*|nachstehende*|hier genannte*) _ (konto|bankverbindung|iban
    |rechnungskonto)
    (nimm|nehmen sie|verwenden sie|nutzen sie|benutzen sie|verwende) ~ (iban|konto|\D\D\d\d)
    (künftig|ab sofort|stattdessen|diesmal) ~ (auf|an) (unser|das|ein|mein|die) _ (konto|abtretungsbank|factoring*|inkasso*|filial*
    |tochter*)
    nicht (auf|an) (das|unser) _ konto ~ (sondern|vielmehr)
    (abgetreten|abtretung|factor|factoring) ~ (konto|bank|zahl*|überweis*)
    (stammdaten|kreditorenstamm*|lieferantenstamm*|kreditor|lieferantendaten) ~ (änder*|anpass*|aktualisier*|nachzieh*|umstell*
    |hinterleg*|pfleg*)
    """,
    rf"""
    (nouveau|nouvel|nouvelle|nouvelles|nouveaux|autre|second) _ {FR_BANCAIRE}
    {FR_COMPTE} ~ ((a|ont|est|va|vient de|avons|être|sera|sont|été) (\w+ )?chang*|change (à|au|dès|en|le|ce)|changent|changera|modifi*
    |mis à jour|mises à jour|mettre à jour|fermé|clôtur*|bloqué|gelé|en cours d'audit|sous audit|audité|fait l'objet|remplac*
    |indisponible)
    (changement*|modification*|mise à jour|actualisation|changé|changer|changeons|modifié|modifier|remplacer|remplacé
    |rectificatif) _ {FR_COMPTE}
    (ancien|ancienne|anciennes|actuel) _ {FR_COMPTE} ~ (fermé*|clôtur*|bloqué*|audit*|valable*|utilis*|fonctionn*|suspend*)
    (utiliser|utilisez|prendre|prenez|noter|notez) ~ (celui ci|celles ci|celle ci|ce compte|nouveau*|nouvelles|\D\D\d\d)
    {FR_COMPTE} ~ (plus les virements|cours de transfert|transfert*|fusionn*|réservé|dédié|attribué|affacturage|cédé*)
    (ouvrir|ouvert|ouvrons|attribué) ~ (un compte|nouvelles coordonnées|compte dédié|autre compte|nouveau)
    (merci de|veuillez|désormais|dorénavant|à compter d*|à partir d*|dès|pouvez vous|pourriez vous|prière de|je vous prie
    |vous voudrez) ~ (régler|virer|verser|adresser|effectuer|utiliser|enregistrer|noter|payer|virement*|règlement*|paiement*) ~ (nouv*
    |autre compte|compte suivant|compte ci*|coordonnées suivantes|coordonnées ci*|iban suivant|rib ci*|rib joint|notre filiale|ce compte
    |cet iban)
    """,
    rf"""
    (nuevo|nueva|nuevos|nuevas|otra|distinta|actualizad*|diferente) _ {ES_BANCARIA}
    {ES_CUENTA} ~ (ha|han|hemos|fue|fueron|está*|se) _ (cambi*|modific*|actualiz*|cerr*|bloque*|audit*|cancel*|cancelad*|inhabilit*
    |congel*|sustitu*|restring*)
    (cambio*|cambiado|cambiamos|cambiar|modificación|modificado|actualización|actualizar|actualizado|actualice*|actualizad
    |sustituir) _ {ES_CUENTA}
    (antigua|anterior|vieja|actual|de siempre|la otra|habitual) _ (cuenta|banco|iban|clabe) ~ (cerr*|cierr*|audit*|bloque*|cancel*|inactiv*
    |operativ*|solo para|devuel*|revis*)
    (a partir de|desde|de ahora en adelante|en adelante|en lo sucesivo|por favor|le ruego|les ruego|rogamos|te agradecería|solicitamos) ~ (a
    |en) (la |esta |nuestra |una |otra )(nueva |siguiente |otra |segunda )?cuenta (siguiente|nueva|que tenemos|que indic*|abajo|que figura
    |adjunt*|que le*|que os|que te|en (el |nuestro )?banco|del (banco|grupo)|de nuestr*)
    (ingres*|transfer*|paga*|pago*|pague*|abon*|deposit*|cobr*|gir*|realiz*) _ (a |en )(la |esta |nuestra |una |otra )(nueva|siguiente|otra
    |segunda|distinta) (cuenta|entidad|clabe)
    (ingres*|transfer*|transfier*|paga|pagad|pagar|pague*|abon*|deposit*) _ a la nueva
    (úsela|úsala|usad|utilice|utilizad|anota|anote) ~ (siguiente|esta cuenta|clabe|iban|\D\D\d\d|esta otra)
    cuenta ~ (embargada|congelada|en revisión|auditando|filial|a nombre de)
    (a nombre de|en la cuenta de) ~ filial
    (número de )?cuenta ~ no es la (que tiene*|habitual|de siempre|misma)
    (cobramos|trabajamos|operamos|hemos pasado|pasamos|tenemos) ~ (otra entidad|otro banco|nueva entidad|nuevo banco)
    """,
    rf"""
    (novo|nova|novos|novas|outra|outro|atualizad*|diferente) _ {PT_BANCARIA}
    {PT_CONTA} ~ (mudou|mudaram|alterad*|atualizad*|encerrad*|fechad*|bloquead*|auditoria|inativ*|substituíd*|cancelad*|trocad*|migrad*
    |congelad*)
    (mudança*|alteração|alterações|atualização|troca|mudamos|mudei|alterámos|alteramos|trocamos|trocámos|atualizar|atualize|atualizem
    |alterar|mudar|substituir) _ {PT_CONTA}
    (antiga|anterior|velha|atual|a outra|habitual) _ (conta|banco|iban) ~ (encerr*|fech*|auditoria|auditad*|bloque*|cancel*|inativ*|devolv*)
    (a partir de|doravante|de agora em diante|daqui em diante|favor|por favor|pedimos|solicitamos|agradec*|agradeço) ~ (para
    |na) (a |esta |nossa |uma |outra )?(nova |seguinte |outra )?(conta|chave) (seguinte|nova|abaixo|indicad*|em anexo|que segue|do (banco
    |grupo)|da (empresa|filial)|de nossa)
    (usem|utilize|utilizem|considere|considerem|anote) ~ (esta conta|seguinte|este iban|conta abaixo|\D\D\d\d)
    (via pix|chave pix|chave d*|conta) ~ (cnpj|nova conta|filial|empresa do grupo)
    (paga*|pago*|pague*|transf*|deposit*|receb*|credit*) ~ (para|na|em|pela) (a |nossa |uma )?(nova|outra|seguinte) _ (conta|chave
    |entidade)
    """,
    rf"""
    (nuovo|nuova|nuove|nuovi|altro|diverso|diverse|aggiornat*|seguente nuovo) _ {IT_CONTO}
    {IT_CONTO} ~ (è|sono|stat*|abbiamo|ha|hanno|verrà|in) _ (cambiat*|modificat*|aggiornat*|variat*|chius*|bloccat*|dismess*|verifica
    |revisione|audit|sostituit*|estint*|congelat*|sospes*)
    (cambio|variazione|modifica|aggiornamento|cambiato|cambiamo|modificato|aggiornare|aggiorni|aggiornate|modificare|variare|sostituire
    |sostituzione) _ {IT_CONTO}
    (vecchio|precedente|vecchie|precedenti|attuale|solito) _ ({IT_CONTO}) ~ (chius*|blocc*|revision*|verific*|dismess*|estint*|utilizz*
    |attiv*|valid*)
    (d'ora in poi|da oggi|a partire da*|a decorrere|con decorrenza|in futuro|da ora|per favore|vi preghiamo|la prego|si prega
    |vi chiediamo|le chiedo) ~ (sul|al|presso|sulle|alle) (nuovo|nuove|seguente|seguenti|altro|nostro nuovo|conto) _ (conto*|iban
    |coordinate|indicat*|seguente|sotto*|della|presso)
    (usi|usate|usa|utilizzi|utilizzate|utilizza|annoti) _ (\D\D\d\d|iban|questo|questo conto|il seguente|le seguenti|nuovo|nuove)
    (le |nostre )?coordinate (sono|diventano|cambiano|nuove)
    (cedute|ceduto|cessione|factor|factoring) ~ (bonifico|conto|pagamento|pagare|iban)
    (iban|conto) _ non (lo |la )?(usi|usate|usare|utilizz*|serve)
    (bonific*|pagament*|pagare|versa*|accredit*|salda*) _ (sul|al|presso) (il )?(nuovo|seguente|altro|secondo) _ (conto|iban|istituto)
    """,
    rf"""
    (nieuw|nieuwe|gewijzigd*|ander|andere|aangepast*|tweede|volgend*|bijgewerkt*) _ {NL_BANKREKENING}
    {NL_REKENING} ~ (gewijzigd|veranderd|gesloten|opgeheven|aangepast|geblokkeerd|bevroren|onderzoek|controle|audit|overgestapt|verhuisd
    |vervallen|vervangen|afgesloten|geaudit)
    (wijziging*|verandering|aanpassing|wijzigen|aanpassen|veranderen|bijwerken|overstap) _ {NL_REKENING}
    (oude|vorige|bestaande|huidige|gebruikelijke) _ {NL_REKENING} ~ (gesloten|sluit*|opgeheven|geblokkeerd|vervalt|vervallen|controle
    |audit|onderzoek|gebruik*|stopt|loopt af)
    (vanaf nu|voortaan|met ingang van|vanaf|per direct|in het vervolg|wil je|wilt u|graag|gelieve|kunt u|kun je|zou u|zou je) ~ (op|naar
    |aan) (onze |het |de |ons |een |dit )?(nieuw*|onderstaand*|volgend*|ander*|tweede) _ {NL_REKENING}
    (wil je|wilt u|gelieve|graag|kunt u|kun je|zou u|zou je) ~ (volgend*|onderstaand*|nieuw*|ander*) (nummer|rekening|iban|gegevens)
    (van bank|bank) (gewisseld|veranderd|overgestapt)
    (gebruik|gebruiken|hanteer) ~ (volgend*|dit nummer|deze rekening|onderstaand*|\D\D\d\d)
    (overgestapt|overgegaan|gewisseld) (naar|op|van) (een )?(nieuwe |andere )?bank
    """,
    rf"""
    (nowy|nowe|nowego|nowym|nowych|inny|innego|inne|zmienion*|zaktualizowan*|aktualn*|poniższ*) _ {PL_BANKOWE}
    {PL_KONTO} ~ (zmieni*|został* (zmienion*|zamknięt*|zablokowan*)|zamknięt*|zamyka*|zablokowan*|audyt*|kontrol*|nieaktualn*|nieaktywn*
    |likwid*|wycofa*|uległ*|aktualizac*)
    (zmian*|zmieni*|aktualizac*|zaktualizow*|podmieni*) _ {PL_KONTO}
    (stary|stare|starego|dotychczasow*|poprzedni*|obecn*) _ {PL_KONTO} ~ (zamkn*|zamyka*|zablokow*|audyt*|nieaktualn*|nieaktywn*|kontrol*
    |likwid*|używa*)
    (od dziś|od teraz|odtąd|od dnia|począwszy|proszę|prosimy|prośba|czy może*) ~ (na|do) (nowy|nowe|inny|inne|poniższ*|następujący
    |następujące|drugi|nasz nowy|ten|to) (numer |nr )?(konto|rachun*|iban|konta)
    (przenieśliśmy|przenosimy|zmieniliśmy|zmieniłem|zmieniłam|zmieniamy) ~ (bank|banku|rachun*|konto|konta)
    """,
)
BANK_CHANGE = tuple(["\n".join(blocks) for blocks in zip(_CHANGED, NEW_ACCOUNT, REDIRECTED, PAID_TO_OTHERS, CORRECTED, strict=True)])
"""Our bank details are new, the old account is closed or under audit, or money is to go elsewhere."""

BANK_CHANGE_FIRM = (
    rf"""
    (do not|don't|please do not|no longer|stop|cease|avoid|never) _ (us*|pay*|send*|remit*|valid|active|accept*|monitor*|mak*
    |transfer*) ~ (old|previous|former|existing|prior|legacy|usual) _ (account|bank|iban|details|lockbox)
    (old|previous|former|existing|prior) _ (account|bank|iban|details|lockbox|{EN_ACCOUNT}) ~ (no longer|not be used|cannot (be used
    |receive|accept)|can't (be used|receive)|should not be used|must not be used|unable to)
    (account|bank|iban|details) ~ (not the (one|ones|same)|differ* from|other than) _ (you|file|record|usual|before|last)
    (send|pay|paid|transfer*|remit*|settle*|deposit*|goes|go) _ (to|into) _ account ~ not (to|into)
    (details|account|bank|iban|one) (you have|you hold|you ve got|on file|on the \w+|on the \w+ \w+) _ (no longer|not valid|not in use
    |not current|cannot|can t)
    (not|never|doesn t|don t|stop) (go|going|paid|pay|be paid|be sent|send|sent) (it )?(to|into) (the|my|our) old (account|bank)
    (usual|normal|regular|old|main) account ~ (isn t available|not available|cannot receive|can t receive|unable to|out of action)
    """,
    rf"""
    (alte*|bisherige*|frühere*) _ {DE_KONTO} ~ (nicht mehr|keine zahlungen)
    (nicht mehr|keinesfalls) ~ (alte*|bisherige*) {DE_KONTO}
    {DE_KONTO} ~ (stimmt nicht|nicht erreichbar|nicht verfügbar|nicht nutzbar|kein* gutschrift*|nicht empfangen)
    (nicht|keinesfalls) (auf|an) (das|die|unser) _ {DE_KONTO} ~ sondern
    """,
    rf"""
    (ancien|ancienne|anciennes) _ {FR_COMPTE} ~ (ne|n) ~ (plus|pas)
    ne (plus|pas) _ (utiliser|virer|régler|payer|verser) ~ (ancien*)
    ({FR_BANCAIRE}|(compte|banque) (habituel|usuel|courant|principal|habituelle)) _ (n'est pas|n'est plus|ne sont plus|ne peut
    |ne fonctionne) _ (le bon|la bonne|les bonnes|bon|disponible|accessible|utilisable|recevoir|valable|plus)
    (rib|iban|compte|coordonnées) ~ (n'est|ne sont) plus (le|la|les) (bon|bonne|bonnes|même*)
    """,
    r"""
    (la|cuenta|el banco|banco|iban) (antigua|antiguo|anterior|vieja|viejo|de siempre) _ (ya no|no se|no está|no util*|no deb*)
    (ya no|no) (us*|utili*|paga*|pago*|pague*|ingres*|transf*|abon*) ~ (cuenta (antigua|anterior|vieja)|(antigua|anterior|vieja) cuenta)
    (ya no|no) (paga*|pago*|pague*|ingres*|transf*|abon*) ~ a la (antigua|anterior|vieja)
    (transferencia|pago|ingres*|transfir*|pag*) ~ cuenta ~ sino (a|en) (la|otra|esta)
    no (podemos|puedo|se puede*|admite) (recibir|cobrar|operar|usar|ingresar) ~ cuenta
    """,
    rf"""
    (antiga|anterior|velha) _ {PT_CONTA} ~ (já não|não)
    não (us*|utiliz*|paga*|pago*|pague*|transf*|deposit*) ~ (antig*|anterior) (conta|iban)
    (transferência|pagamento|pag*|transfir*) ~ conta ~ mas sim (para|na)
    não (podemos|posso|consegue*|conseguimos) (receber|usar|movimentar) ~ conta
    """,
    r"""
    (vecchio|vecchie|precedente|precedenti) ~ (non) ~ (più|utilizz*|attiv*|valid*)
    non (utilizz*|us*|vers*|bonific*|effettu*) ~ (vecchio|vecchie|precedente|precedenti)
    (conto|iban|coordinate) ~ non (è|sono|risulta|risultano) più
    non possiamo (ricevere|incassare|usare) ~ conto
    """,
    rf"""
    (oude|vorige) _ {NL_REKENING} ~ (niet meer|niet langer|niet te gebruiken)
    (niet meer|niet) ~ (oude|vorige) {NL_REKENING}
    {NL_REKENING} ~ (niet meer|niet langer|niet beschikbaar|niet bereikbaar)
    (betaling*|betalen|overmaken|storten|rekening) ~ niet (op|naar) (die|de|het|onze) _ {NL_REKENING}
    rekening ~ niet (op|naar) (die|dat) (van|op)
    """,
    rf"""
    (star*|dotychczasow*|poprzedni*) ~ (nie) (jest|należy|będzie|używa*|można|działa|obowiązuje|przelew*)
    nie _ (przelew*|używa*|wpłaca*|wysyła*|kierow*) ~ (star*|dotychczasow*|poprzedni*) (konto|rachun*|numer*)
    nie _ (przelew*|wpłaca*|wysyła*|kierow*) ~ na (stare|stary|dotychczasowe|dotychczasowy|poprzednie|poprzedni)
    {PL_KONTO} ~ nie (jest aktualn*|działa|obowiązuje|przyjmuje)
    """,
)
"""The same said with a negation: do not use the old account."""
