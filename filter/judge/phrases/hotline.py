"""How somebody leads the reader elsewhere: call this number, sign in here. Phrases only."""

from __future__ import annotations

CALLBACK = (
    r"""
    (call*|phone|ring|dial|contact|speak to|reach|telephone|speak with|talk to) ~ (\d\d\d+|number|toll|helpline|hotline|support|billing
    |helpdesk|support line) ~ (cancel*|dispute*|refund*|stop|revers*|not recogni*|not authori*|unauthori*|charge*|renewal|subscription
    |order|transaction|payment|immediately)
    (cancel*|dispute*|refund*|stop|revers*|not recogni*|did not|didn't|not authori*|unauthori*|not make|not place|unless|wish to|charge*
    |declin*|hold) ~ (call*|phone|ring|dial|speak to|speak with|telephone|contact*|reach*|talk to) ~ (\d\d\d+|number|toll|helpline
    |hotline|cancellation*|customer service|customer care|support (team|line|desk)|billing)
    (call|phone|ring|dial|telephone|contact) _ (on|using|under) (\+?\d\d\d+|tel|the number)
    (customer (care|support|service)|help ?desk|helpline|toll free|hotline|support (line|desk|team|number)) ~ (\+?\d\d\d+)
    (your|the) (subscription|membership|plan|order|card|account) (has|have|is|was|will) (been )?(renew*|charged|debited|processed|auto*
    |billed|placed) ~ (call|phone|(€|£)\d+([,.]\d+)?([,.]\d+)?|\d+[.]\d\d|\d+[,.]\d\d\d([,.]\d\d)?)
    (question*|query|queries|problem*|concern*|doubt*|enquir*|inquir*) _ (invoice*|charge*|order|payment|transaction|receipt|subscription
    |purchase|bill|renewal|debit) ~ (call|phone|ring|dial|speak to|speak with|telephone|contact*|reach*|talk to) ~ (\+?\d\d\d+|number
    |toll|helpline|hotline|customer service|customer care|support (team|line|desk)|billing)
    (call|ring|phone|telephone|dial|contact|reach|speak to|speak with) (to )?(our|the|their|your|my) _ (line|desk|team|department|centre
    |center|unit|agent*|adviser*|advisor*|representative*|specialist*|dispatcher|handler*|colleague*|officer*|controller*|clerk*
    |settlement*|cancellation*|renewals) ~ (\+?\d\d+|number)
    (call|ring|phone|telephone|dial|speak to|speak with) ~ (\+?\d\d+|number) ~~ (token|your card|card ready|remote|cancel*|refund*
    |release*|and quote|reference to hand|to hand|dispute*|reverse*|agent|within \d+ (hours|minutes)|online banking|security code
    |one time code|before \d+|otherwise|or else|stop the|straight away|right away)
    (cancel*|refund*|dispute*|token|renew*|debit*|deduct*|suspend*|disconnect*|blocked|fraud*|suspicious|declin*|withheld|not expected
    |not made by|not you|not requested|not initiated|unexpected|unfamiliar|unpaid|bailiff*|enforcement|arrears|autopay|auto pay|locked
    |on hold|held|customs|parcel) ~~ (call|phone|ring|dial|telephone) ~ (\+?\d\d\d+|the number|number below|our \w+ line)
    by (voice|phone|telephone) ~ \+?\d\d+ ~~ (code|card|account|release|confirm|prepare|quote|ready)
    (voice|telephone|phone|verbal) (confirmation|verification|authorisation|authorization|match|release) ~ (\+?\d\d+|number|line|call)
    (desk|team|officer*|department|helpline|agent*|refunds|cancellations|billing) _ (be reached|answers|answer|available|waiting) (on|at
    |under) \+?\d\d\d+
    (speaking|speak|talk|talking) (with|to) _ (support|team|desk|agent*|representative*|officer*|cancellations|billing) ~ \+?\d\d\d+
    by (voice|phone|telephone) _ (only|until|before|today|to|on|at|under) ~ \+?\d\d\d+
    (desk|team|people|intake|officer|treasury|department|reinstatement*|cancellations|payments team|fraud team) (is|are) _ (on
    |at) \+?\d\d\d+ \d\d+
    (not yours|not you|not expecting (it|this|that)|not what you wanted|was this not you) ~~ \+?\d\d\d+ \d\d+
    (ring|call|phone|telephone) ~ \+?\d\d\d+ \d\d+ ~~ (with a card|by card|payment card|checking account|settlement account
    |merchant number|banking|card reader|user id|read you|reinstate*|regulari*)
    \+?\d\d\d+ \d\d+ ~~ (have|need|needs|keep|stand) _ (card|card reader|online banking|net banking|banking|authentication code|user id
    |login) _ (ready|open|to hand|at hand|in front|with you|handy|at the time)
    (call|ring|phone) me ~ \+?\d\d\d+ \d\d+ ~~ (banking|login|settle|card|approve|bill is)
    (taken|take*|pay|paid|replacement|settle|settled|cure*|push*|refresh*) _ (by|over the) (phone|telephone) ~~ \+?\d\d\d+ \d\d+
    \+?\d\d\d+ \d\d+ ~~ (taken|take*|pay|paid|replacement|settle|settled|regulari*) _ (by|over the) (phone|telephone)
    """,
    r"""
    (ruf*|anruf*|anzurufen|telefon*|wähl*|wenden|rückruf*|kontaktier*|zurückruf*|hotline|kundenservice|service hotline) ~ (\d\d\d+|nummer
    |hotline) ~ (stornier*|widerruf*|kündig*|erstatt*|abbrech*|stopp*|sperr*|nicht (veranlasst|autorisiert|beauftragt|bestellt|getätigt)
    |beanstand*|halten|abbuch*|zurück|freigeb*|klär*)
    (stornier*|widerruf*|kündig*|erstatt*|stopp*|sperr*|nicht (veranlasst|autorisiert|beauftragt|bestellt|getätigt|erkannt|von ihnen)
    |beanstand*|abbuch*|ungewöhnlich*|verdächtig*|sofern|falls|andernfalls|ablehnen) ~ (ruf*|anruf*|telefon*|wähl*|rückruf*|kontaktier*
    |hotline|kundenservice) ~ (\+?\d\d+|nummer|an|unter|hotline)
    (anrufen|rufen|telefonisch|durchwahl|hotline|rückruf) ~~ (\d\d\d+ \d\d\d+|kreditkarte|tan|sofort)
    (rufen sie|ruf|rufst|bitte rufen|melden sie sich|bitte um rückruf|rückruf|telefonisch|erreichen) _ (unter
    |auf) (der |folgender |nummer )?(\+?\d\d+|nummer|tel)
    (rufen|ruf|anrufen|anzurufen|rückruf|telefonisch|wählen|melden|meldet|kontaktieren|erreichen|wenden) _ (unter|auf|über|per|nummer
    |hotline) ~ \+?\d\d+
    (rufen|ruf|anrufen|anzurufen|rückruf|telefonisch|wählen|melden|kontaktieren|wenden) ~ (hotline|sicherheitsabteilung
    |sicherheitshotline|betrugsabteilung|kundenservice|kundendienst|leitstelle|buchungsabteilung|sachbearbeit*|berater*|inkasso*
    |serviceteam) ~ \+?\d\d+
    (rufen|ruf|anrufen|anruf|rückruf|telefonisch|wählen|melden|hotline) ~ (\+?\d\d\d+|nummer) ~~ (tan|photo tan|kartenleser|token
    |kreditkarte*|karte bereit*|bereithalten|bereitlegen|zur hand|fernwartung|fernzugriff|kundennummer bereit*)
    """,
    r"""
    (appel*|téléphon*|contact*|compos*|joindre|joign*|rappel*) ~ (\+?\d\d+|numéro|service) ~ (annul*|contest*|rembours*|bloqu*|oppos*
    |résili*|non autoris*|stopp*|suspend*|pas à l'origine|interromp*)
    (annul*|contest*|rembours*|bloqu*|oppos*|résili*|pas (autoris*|reconn*|à l'origine|effectué|passé)|stopp*|suspend*|réclam*|question
    |litige|si vous|prélèvement) ~ (appel*|téléphon*|contact*|compos*|joindre|joign*|rappel*) ~ (\+?\d\d+|numéro|service client*
    |conseiller)
    (appeler|appelez|rappelez|rappeler|téléphoner|joindre) _ (ce soir|demain|dès réception|notre|au|sans|avant|mon|le) ~ \d\d+ \d\d+
    (appelez|rappelez|contactez|composez|téléphonez|joignez|veuillez (appeler|contacter|rappeler|composer)|appeler|joindre) _ (au
    |le) (\+?\d\d+|numéro)
    (appel*|appeler|rappel*|rappeler|téléphon*|compos*|joign*|joindre|contact*) ~ ((au|numéro|ligne|poste) \+?\d\d+|le (\+\d\d+|0\d+
    |\d\d\d+|\d\d \d\d))
    (appel*|rappel*|téléphon*|compos*|joign*|joindre|contact*) _ (conseiller|service|équipe|répartiteur|cellule|centre|agent|gestionnaire
    |technicien|opérateur|ligne) ~ \+?\d\d+
    (appel*|rappel*|téléphon*|compos*|joign*|joindre) ~ \+?\d\d+ ~~ (carte (bancaire|de crédit|à portée)|munissez vous|ayez
    |à portée de main|prise en main|code reçu|code de sécurité|jeton)
    (appelez|rappelez|composez|contactez|téléphonez) ((sans |attendre |vite |immédiatement |nous |le |au )+)?\d\d+ \d\d+
    """,
    r"""
    (llam*|marqu*|comuníqu*|comunícate|comunicarse|contact*|telefon*) ~ (\d\d\d+|número|teléfono|línea) ~ (cancel*|anul*|reembols*
    |reclam*|bloque*|no (reconoce|ha|autoriz*|realiz*)|detener|disput*|baja|retener|rechaz*)
    (cancel*|anul*|reembols*|reclam*|bloque*|no (la |lo )?(reconoce*|ha|autoriz*|realiz*|fue)|detener|cargo|disput*|baja|si usted
    |aclarar) ~ (llam*|marqu*|comuníqu*|comunícate|comunicarse|contact*|telefon*) ~ (\+?\d\d+|número|teléfono|línea|atención)
    (llam*|marque|marcar|comuníquese|contáctenos) _ (al|a) (\+?\d\d+|número|teléfono)
    (póngase|pónganse|ponte|ponerse|poneos|se ponga|entre|comunicarse) en (contacto|comunicación) ~ \+?\d\d+
    (llam*|llám*|marqu*|comuníqu*|comunícate|comunicarse|comuniqu*|contact*|telefon*) ~ (al|en el|a|número|teléfono|línea|por el) \+?\d\d+
    (llam*|llám*|marqu*|comuníqu*|comunícate|comunicarse|contact*) _ (equipo|departamento|asesor*|agente|gestor*|servicio|central
    |operador*|oficina|línea|centro) ~ \+?\d\d+
    (llam*|llám*|marque*|contact*|comuniqu*|telefon*) ~ \+?\d\d+ ~~ (tenga a mano|a mano|tarjeta|token|código recibido|clave sms
    |acceso remoto|operador*)
    """,
    r"""
    (lig*|telefon*|contact*|entr* em contato|cham*|disqu*) ~ (\d\d\d+|número|central|telefone|linha) ~ (cancel*|anul*|reembols*|contest*
    |bloque*|não (reconhec*|autoriz*|fez|realiz*)|estorn*|suspend*|impedir|sustar)
    (cancel*|anul*|reembols*|contest*|bloque*|não (reconhe*|autoriz*|fez|realiz*|foi|efetu*)|estorn*|cobrança|suspend*|caso
    |débito) ~ (lig*|telefon*|contact*|entr* em contato|cham*|disqu*) ~ (\+?\d\d+|número|central|atendimento|linha|gestor)
    (ligar|ligue|contactar|contatar|telefonar|falar) ~ (central|gerente|gestor|setor|hoje|para) ~ \d\d\d+
    (ligue*|ligar|liga|telefone|contacte*|contate) _ (para|o|ao|pelo) (\+?\d\d+|número)
    (lig*|telefon*|contact*|contat*|cham*|disqu*|fal*) _ (para|o|ao|pelo|através do|número|linha|no) \+?\d\d+
    (lig*|telefon*|contact*|contat*|fal*|entre em contato|entre em contacto) ~ (equipa|equipe|departamento|gestor*|serviço|central
    |operador*|linha|centro|setor|sector|atendimento|segurança) ~ \+?\d\d+
    (lig*|telefon*|contact*|contat*|disqu*) ~ \+?\d\d+ ~~ (à mão|em mãos|cartão|token|código recebido|código sms|acesso remoto|operador*)
    """,
    r"""
    (chiam*|telefon*|contatt*|componga|componi|richiam*) ~ (\d\d\d+|numero|verde|servizio) ~ (annull*|contest*|rimbors*|blocc*|stornar*
    |disdi*|non (riconosc*|autorizz*|ha|è)|disdett*|sospend*|revoc*)
    (annull*|contest*|rimbors*|blocc*|stornar*|disdi*|non (la |lo )?(riconosc*|autorizz*|ha|è|avete|fosse)|addebit*|sospend*|disconosc*
    |revoc*) ~ (chiam*|telefon*|contatt*|compon*|richiam*) ~ (\+?\d\d+|numero|verde|assistenza|servizio clienti)
    (chiam*|telefon*|contatt*) ~ (allo|al|collega|numero|interno) ~ \d\d\d+
    (al telefono|interno|chiamare) ~ \d\d\d+
    (chiami|chiamate|chiamare|telefoni|telefonare|contatti|contattare|chiamaci|richiami) _ (il|lo|al|allo) (\+?\d\d+|numero)
    (chiam*|telefon*|contatt*|richiam*|compon*|chiami) _ (il|lo|al|allo|numero|verde|interno) \+?\d\d+
    (chiam*|telefon*|contatt*|richiam*|compon*|rivolg*) ~ (ufficio|servizio|operatore|centro|consulente|numero|sicurezza|antifrode
    |assistenza|linea|centrale|sportello) ~ \+?\d\d+
    (chiam*|telefon*|contatt*|richiam*) ~ \+?\d\d+ ~~ (a portata di mano|tenga|carta|token|codice ricevuto|codice sms|codice otp
    |accesso remoto|operatore)
    """,
    r"""
    (bel*|telefon*|contact*) ~ (\d\d\d+|nummer|klantenservice|servicedesk|helpdesk) ~ (annul*|terug*|blokk*|stopp*|betwist*|niet (herken*
    |geautoriseerd|geplaatst)|opzeg*|restitu*|tegenhouden)
    (annul*|terugbet*|terugbo*|blokk*|stopp*|betwist*|niet (door|herken*|geautoriseerd|geplaatst|zelf|besteld)|opzeg*|restitu*|afschrijv*
    |heeft u|hebt u|tegenhouden|verdacht*) ~ (bel*|telefon*|contact*) ~ (\+?\d\d+|nummer|klantenservice|klantendienst|helpdesk)
    (neem|neemt u|nemen) _ contact _ (op|met) ~ \d\d\d+
    (bel|belt u|bellen|neem contact op) _ (op|naar|via) (\+?\d\d+|nummer|het nummer)
    (bel|belt|bellen|telefoneer*|terugbellen|contact) ~ (op|via|naar|nummer|met) ((het |ons |nummer |telefoonnummer )+)?\+?\d\d+
    (bel|belt|bellen|terugbellen|contact) _ (collega|afdeling|team|meldpunt|fraudedesk|fraudeafdeling|servicedesk|helpdesk|medewerker
    |klantenservice|beveiliging) ~ \+?\d\d+
    (bel|belt|bellen|telefoneer*|terugbellen) ~ \+?\d\d+ ~~ (bij de hand|klaarliggen|klaar heeft|houd|bankpas|creditcard|inlogcode
    |beveiligingscode|meekijken|teamviewer|anydesk)
    (bel|belt|bellen) ((dan |ons |direct |meteen |nu |even |a u b )+)?\+?\d\d\d+
    """,
    r"""
    (zadzwo*|dzwoni*|telefon*|kontakt*|skontakt*|infolini*) ~ (\d\d\d+|numer*|infolini*) ~ (anulow*|reklam*|zwrot*|zablok*|odwoł*|rezygn*
    |nie (rozpozn*|autoryz*|zlec*|złoż*)|wstrzym*|cofn*)
    (anulow*|reklam*|zwrot*|zablok*|odwoł*|rezygn*|nie (rozpozn*|autoryz*|zlec*|złoż*|był*|zamaw*)|obciąż*|wstrzym*|jeśli
    |jeżeli) ~ (zadzwo*|dzwoni*|telefon*|kontakt*|skontakt*|infolini*) ~ (\+?\d\d+|numer*|infolini*|konsultant*|obsług*)
    (zadzwo*|dzwonić|prosimy o telefon|proszę dzwonić|prosimy dzwonić|kontakt telefoniczny) _ (pod|na) (\+?\d\d+|nr|numer)
    (zadzwo*|dzwoni*|dzwonić|telefon*|kontakt*|skontakt*|oddzwoni*|oddzwoń) ~ (pod|na|numer*|nr|infolini*
    |tel) ((numer |nr |numerem |infolinię |telefonu )+)?\+?\d\d+
    (zadzwo*|dzwoni*|dzwonić|kontakt*|skontakt*|oddzwoni*) ~ (konsultant*|dział*|centrum|zespoł*|zespół*|bezpieczeństw*|infolini*|doradc*
    |operator*|windykac*) ~ \+?\d\d+
    (zadzwo*|dzwoni*|kontakt*|skontakt*|oddzwoni*) ~ \+?\d\d+ ~~ (pod ręką|przygotow*|kart*|token*|kod* sms|kod* blik|zdalny dostęp
    |anydesk)
    """,
)
"""Call this number about a charge, an order, a payment that is held."""

CREDENTIALS = (
    r"""
    (verify|confirm|validate|update|reactivate|unlock|restore|re activate|secure|review|authenticate) _ (your )(account|identity|password
    |mailbox|login|credentials|information|email|details|profile|sign in|wallet)
    (password|mailbox|account|session|storage|quota|email account|access) ~ (expire*|expiring|suspended|deactivat*|terminat*
    |will be closed|locked|limited|almost full|exceeded|disabled|restricted)
    (log in|login|sign in|log on|sign on|click) ~ (verify|confirm|view|access|keep|avoid|update|secure|restore|review|release|continue
    |using your|with your)
    (your|send|share|need|provide|reply with) _ (username|user name|login|password|credentials|one time code|verification code|otp|pin)
    (keep|change|reset) _ (same |your |current )+password
    """,
    r"""
    (bestätig*|verifizier*|aktualisier*|reaktivier*|entsperr*|prüf*) ~ (konto|kontos|identität|passwort|postfach|zugang|zugangsdaten
    |anmeldedaten|benutzerkonto)
    (passwort|kennwort|postfach|zugang|benutzerkonto|konto|speicher) ~ (läuft ab|abgelaufen|ablauf*|gesperrt|deaktivier*|eingeschränkt
    |voll|überschritten|entsperr*)
    (einlogg*|anmeld*|melden sie sich|loggen) ~ (bestätig*|verifizier*|prüf*|anzeig*|vermeiden|zugang|passwort|konto)
    (ihr*|dein*|send*|schick*) _ (passwort|kennwort|zugangsdaten|anmeldedaten|anmeldename*|tan|pin|benutzername*)
    """,
    r"""
    (vérifi*|confirm*|valid*|mettre à jour|réactiv*|débloqu*) _ (votre |ton |vos )(compte|identité|mot de passe|boîte|accès|identifiants
    |informations|messagerie)
    (mot de passe|boîte (mail|aux lettres)|compte|accès|messagerie) ~ (expir*|suspendu*|désactiv*|bloqué*|saturé*|limité*)
    (connect*|identifi*|cliqu*) ~ (vérifier|confirmer|consulter|éviter|compte|accéder|valider)
    (votre|ton|vos|tes) (identifiant*|mot de passe|code*) ~ (envoy*|communiqu*|transm*|main)
    """,
    r"""
    (verifi*|confirm*|valid*|actualic*|actualiz*|reactiv*|desbloque*) _ (su |tu |sus |tus )(cuenta|identidad|contraseña|buzón|acceso
    |datos|correo|credenciales)
    (contraseña|buzón|cuenta|acceso|clave) ~ (caduc*|expir*|suspendid*|desactiv*|bloquead*|venc*|limitad*)
    (inici* sesión|acced*|ingres*|entr*|haga clic|pulse) ~ (verificar|confirmar|evitar|validar|su cuenta|enlace|actualizar)
    (su|tu|sus|tus) (contraseña|usuario|clave*|credenciales|token|código de)
    """,
    r"""
    (verifi*|confirm*|valid*|atualiz*|reativ*|desbloque*) _ (sua |seu |a sua |seus )(conta|identidade|senha|caixa|acesso|dados
    |credenciais|palavra passe)
    (senha|palavra passe|caixa de (correio|entrada)|conta|acesso) ~ (expir*|suspens*|desativ*|bloquead*|venc*|limitad*)
    (inici* sessão|aced*|acess*|entre|clique|faça login) ~ (verificar|confirmar|evitar|validar|sua conta|link|atualizar)
    (sua|seu|a sua|tua|teu) (senha|palavra passe|usuário|credenciais|código de)
    """,
    r"""
    (verific*|conferm*|convalid*|aggiorn*|riattiv*|sblocc*) _ (il suo |il tuo |la sua |suo |tuo |i suoi )(account|conto|identità|password
    |casella|accesso|dati|credenziali)
    (password|casella|account|accesso) ~ (scad*|sospes*|disattiv*|bloccat*|limitat*|piena)
    (acced*|effettu* l'accesso|clicc*) ~ (verificare|confermare|evitare|account|link|aggiornare)
    (sua|tua|le sue|le tue|suo|tuo) (password|credenziali|utente|codice di|pin|otp)
    """,
    r"""
    (verifieer*|bevestig*|valideer*|bijwerk*|heractiveer*|deblokkeer*|controleer*) ~ (account|identiteit|wachtwoord|mailbox|postvak
    |toegang|gegevens|inloggegevens)
    (wachtwoord|mailbox|postvak|account|toegang) ~ (verloopt|verlopen|geblokkeerd|gedeactiveerd|opgeschort|vol|beperkt)
    (inlog*|log in|logt u in|aanmeld*|klik*) ~ (verifi*|bevestig*|voorkomen|account|bekijken|wachtwoord)
    (uw|je|jouw) (wachtwoord|inloggegevens|gebruikersnaam|pincode|code)
    """,
    r"""
    (zweryfik*|potwierdz*|potwierdź*|zaktualiz*|odblok*|aktywuj*) _ (swoj* |pana |pani |twoj* )?(kont*|tożsamoś*|hasł*|skrzynk*|dostęp*
    |dane logowania)
    (hasło|skrzynk*|kont*|dostęp) ~ (wygas*|zawieszon*|zablokow*|dezaktyw*|ograniczon*|przepełni*)
    (zalog*|klikn*) ~ (zweryfik*|potwierdz*|uniknąć|kont*|link*|hasł*)
    (swoj*|twoj*|pana|pani) (hasł*|login*|dane logowania|kod*)
    """,
)
"""Sign in, confirm your account, your password is about to expire."""
