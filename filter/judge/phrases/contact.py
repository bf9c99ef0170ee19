"""How somebody opens a talk: are you there, what is your number, call this one. And sign in here. Phrases only."""

from __future__ import annotations

MOBILE_NUMBER = (
    r"""
    (send|text|give|share|email|mail|drop|forward|pass|provide|leave|let me have|shoot|confirm|what's|what is|whats|need|get|remind me of|reply with|can i have|could i have|best|reconfirm) _ (your |ur |a |the )?(cell|mobile|phone|whatsapp|whats app|personal|private|direct|contact|handphone|telephone|signal|telegram)( cell| mobile| phone| contact| whatsapp)? (number|no|num|digits|#|line|contact)
    (your|ur) (current |direct |personal |best |private )?(cell|mobile|whatsapp|phone|cellphone|cell phone|mobile phone|handphone)( number| no| #)? (so|please|and|here|now|number|asap|by|to)
    (number|cell|mobile) ~ (text you|reach you|whatsapp you|message you|sms you|text me|i can (text|message))
    (what is|what's|whats|what) (your|ur) (mobile|cell|number|whatsapp|cellphone|no)
    (shoot|send|text|give|drop|pass) me (your|ur) (cell|mobile|number|digits|whatsapp|phone)
    lost (all )?my (contacts|phonebook|numbers)
    (which|what|best) _ number _ (text|reach|whatsapp|message|call)
    (text|whatsapp|message|sms) you
    are you on (whatsapp|signal|telegram)
    """,
    r"""
    (schick*|send*|gib*|geben|nenn*|teil*|brauch*|bräuchte|wie (ist|lautet)|mitteil*|durchgeben|benötige|hätte|hast|haben|schreib*|bestätig*|zukommen) _ (deine*|ihre*|mir|aktuelle*|eine|die|kurz) _ (handynummer*|mobilnummer*|handynr*|mobilfunknummer*|telefonnummer*|rufnummer|nummer|whatsapp*|natelnummer*|natel|durchwahl|privatnummer|mobile)
    (deine|ihre) (private |aktuelle |direkte )?(handynummer|mobilnummer|handynr*|mobilfunknummer|whatsapp nummer|natelnummer|nummer)
    (handynummer|mobilnummer|nummer) ~ (whatsapp|sms|schreib* dir|melde mich|erreich*)
    (unter welcher|auf welcher|welche) (handy*|mobil*)?nummer
    (bist du|sind sie|erreich* ich (dich|sie)) (auf|per|über) whatsapp
    """,
    r"""
    (envoy*|donn*|transm*|communiqu*|laiss*|pass*|besoin|quel est|indiqu*|précis*|confirm*|file|aurais|redonn*|partag*) ~ (votre|ton|un) (numéro|n°|no|06|portable|whatsapp|mobile|ligne directe|gsm|natel)
    (votre|ton) (numéro|n°|no) (de )?(portable|téléphone|mobile|gsm|whatsapp|tél|natel|perso*|direct|cellulaire)
    (numéro|06|portable) ~ (whatsapp|sms|texto|t'écri*|vous écri*|joindre)
    (tu es|vous êtes|es tu|êtes vous) sur whatsapp
    """,
    r"""
    (env*|mand*|pás*|pas*|da*|neces*|cuál es|compart*|dej*|facilit*|confirm*|indic*|diga|dime|escrib*|anot*) _ (tu |su |el |número |un )(móvil|celular|whatsapp|teléfono|número|cel|telf)
    (tu|su) (número|nro|no|num) (de )?(móvil|celular|whatsapp|teléfono|cel|personal|contacto)
    (número|móvil|celular|cel|teléfono) ~ (whatsapp|te escribo|le escribo|mensaje|sms|escribirte|localizar*)
    (tienes|tiene|estás en|usas) whatsapp
    """,
    r"""
    (envi*|mand*|pass*|manda|me dá|dá me|precis*|qual é|qual o|partilh*|compartilh*|inform*|confirm*|diz*|deix*|diga*|indique|indica) _ (o |seu |teu |o seu |o teu |um )(telemóvel|celular|whatsapp|zap|número|telefone|contacto|contato|cel)
    (seu|teu) (número|nº|contato|contacto|n) (de |do )?(telemóvel|celular|whatsapp|telefone|pessoal|zap|directo|direto)
    (número|telemóvel|celular) ~ (whatsapp|sms|mensagem|te chamo|escrevo|zap)
    (tem|tens|está no|estás no|usa) (whatsapp|zap)
    """,
    r"""
    (invi*|mand*|dam*|dammi|mi dia|mi dai|dar*|pass*|qual è|serve|servono|servirebbe*|lasci*|scriv*|forni*|conferm*|giri|girami|comunic*) _ (il tuo |il suo |tuo |suo |il |un )(cellulare|numero|whatsapp|telefono|recapito|cell)
    (tuo|suo) (numero|recapito) (di |del |personale |diretto )?(cellulare|cell|telefono|whatsapp|personale|diretto)?
    (numero|cellulare|recapito) ~ (whatsapp|ti scrivo|le scrivo|sms|messaggio|raggiung*)
    (sei|è|hai|ha) (su )?whatsapp
    """,
    r"""
    (stuur*|geef*|geven|mailen|appen|app|wat is|mag ik|nodig|deel|doorgeven|sturen|laat*|bevestig*|heb je|heeft u) _ (je|jouw|uw|even) _ (06|06 nummer|mobiele nummer|mobiel nummer|telefoonnummer|nummer|whatsapp*|mobiel|gsm*|gsm nummer|privénummer|mobiele)
    (je|jouw|uw) (06|06 nummer|mobiele nummer|mobiel nummer|telefoonnummer|whatsapp nummer|gsm nummer|gsm|privénummer|rechtstreekse nummer|nummer)
    (nummer|06|mobiel) ~ (whatsapp|appen|app je|sms|bericht)
    (zit je|zit u|heb je|heeft u|bent u|ben je) (op )?whatsapp
    """,
    r"""
    (wyśl*|podaj*|poda*|prześl*|podeśl*|daj*|potrzeb*|jaki jest|poproszę|prosz*|napisz*|zostaw*|przypomnij|podrzuć) ~ (numer*|nr|komórk*|telefon*|whatsapp*) ~ (telefon*|komórk*|whatsapp*|kontakt*|prywat*|do (pani|pana|ciebie|siebie)|twój|pani|pana|napisz*|sms*)
    (numer|nr|numeru) (pana |pani |swój |twój |swoj* |twoj* )?(telefon*|komórk*|whatsapp*|prywat*|do ciebie|do pani|do pana)
    (twój|pani|pana|swój|twojego|swojego) _ (numer*|nr) (telefonu|komórk*|whatsapp*|prywatny)?
    (numer|komórk*) ~ (whatsapp*|sms*|napiszę|odezwę)
    (masz|ma pan*|jest pan*|jesteś) (na )?whatsapp*
    """,
)
"""Send me your mobile number."""

ARE_YOU_THERE = (
    r"""
    are you (at|in|around|free|available|there|about|by|near|still|busy|online|on|tied up|able|working|back|out|at your|with me|up|reachable|good|awake)
    you (free|available|around|at your desk|in today)
    (do you have|have you got|got|can you spare|spare me|need|can i have|could i have|have) _ (a |one )?(moment|minute|min|quick minute|quick moment|few minutes|five minutes|5 minutes)
    (i |we )?(need|have|want|got|could use|would like) _ (quick |small |urgent |little )(task|favor|favour|errand|request|assignment|job|help|thing|chat|hand)
    (need|could use|want) (your|you|some|a bit of) (help|assistance|hand|attention|to (handle|do|run|take care|help|assist|sort|complete))
    (have|got|do you have|spare) _ (two|five|2|5|a few|ten|10) (minutes|mins|secs|moments)
    (have you|you) _ (at your desk|in yet|back from|finished lunch|near|logged in|got access)
    (back|in|out) (from|at) (lunch|the office|your desk)
    need to (ask|run|discuss|talk|speak|check|sort) _ (you|something|with you|this)
    (quick|small|little|urgent) (check|chat|word|errand|help)
    two minutes
    (quick|small|little|urgent) (task|favor|favour|errand|request|question|one|thing)
    (let me know|reply|tell me|drop me|ping me|email me|get back to me) ~ (when you|if you|once you|as soon as you|whether you) (are |'re |get )?(free|available|around|at your|back)
    """,
    r"""
    (bist du|sind sie|seid ihr|sitzt du|sitzen sie|bist|biste|haben sie|hast du|hättest du|hätten sie|hättest|kannst du|können sie|könnten sie) _ (gerade|grad|noch|heute|kurz|am|im|schon|eben|jetzt|da|verfügbar|erreichbar|frei|vor ort|einen|eine|5|fünf|zeit|mal|mir) _ (schreibtisch|platz|arbeitsplatz|büro|haus|da|erreichbar|verfügbar|frei|zeit|moment|minute*|augenblick|sekunde*|rechner|homeoffice|kurz|helfen|unterstützen|gefallen|online|vor ort|aufgabe)?
    (brauche|bräuchte|benötige|hätte|habe) _ (kurz|eine|einen|mal|ihre|deine|dich|sie|etwas|was|dringend) _ (hilfe|unterstützung|gefallen|erledigung|aufgabe|bitte|minute*|anliegen|auftrag|etwas|von (ihnen|dir)|für mich)
    (kurze|kleine|schnelle|eilige|dringende) (frage|bitte|aufgabe|sache|anfrage)
    (melde*|antworte*|sag*|geben|gib|schreib*) ~ (wenn|sobald|ob) (du|sie) ~ (zeit|platz|da|frei|verfügbar|erreichbar|zurück|lesen|liest|schreibtisch)
    (noch im büro|schon im büro|am platz|am schreibtisch|im haus)
    """,
    r"""
    (es tu|êtes vous|tu es|vous êtes|seriez vous|serais tu|t'es) (là|au bureau|dispo*|disponible|libre|encore|toujours|déjà|sur place|en ligne|joignable|devant|bien) _ (bureau|poste|là|disponible|libre|écran|matin|moment)?
    (avez vous|as tu|auriez vous|aurais tu|t'as|tu as|vous avez) _ (un|une|cinq|5|deux|2|quelques) (moment|instant|minute*|petit moment|seconde*)
    (j'ai|j'aurais|il me faut|besoin) _ (besoin|service|coup de main|petit service|quelque chose|tâche|une chose|requête|demande|que (tu|vous)) _ (vous|toi|ton aide|votre aide|demander|confier|urgent*|rapide*|ce matin)?
    (petit|petite|rapide|une) (service|question rapide|tâche|demande rapide|urgence)
    (dis moi|dites moi|fais moi signe|faites moi signe|réponds|répondez|préviens|prévenez) ~ (dès que|si|quand) (tu|vous) ~ (là|dispo*|disponible*|libre*|moment|bureau|vois|voyez|lis*)
    """,
    r"""
    (estás|está|andas|anda|sigues|sigue|estáis|te pillo|le pillo|te encuentro|le encuentro|te agarro) _ (disponible|libre|en la oficina|en tu|en su|por ahí|ocupad*|ahí|en el|en línea|conectad*|aquí|en tu mesa|en la|por la) _ (mesa|escritorio|puesto|sitio|lugar|oficina|despacho|ordenador|momento|rato|ahora)?
    (tienes|tiene|tendrías|tendría|tenéis|me regalas|me das) (un |una |unos |dos |cinco |5 )(momento|minuto*|momentito|rato|segundo*|ratito|hueco|minutito*)
    (necesito|quiero|requiero|tengo) _ (pedirte|pedirle|comentarte|comentarle|encargarte|encargarle|que me ayudes|que me ayude|tu ayuda|su ayuda|su apoyo|tu apoyo|un favor|una cosa|que hagas|que me haga*|que gestiones|que te ocupes|encargo|algo)
    (un|pequeño|hazme un|hágame un|me haces un) (favor|encargo|recado|favorcito)
    (avísame|avíseme|dime|dígame|responde|contesta|contéstame|confírmame|escríbeme) ~ (cuando|si|en cuanto) ~ (disponible|libre|puedas|pueda|momento|estés|esté|leas|veas|llegues)
    """,
    r"""
    (está*|estás|anda|encontra se|consegue) _ (disponível|livre|no escritório|na mesa|por aí|ocupad*|aí|na sua|na tua|no seu|no teu|online|na empresa|na sala) _ (mesa|secretária|lugar|escritório|momento|agora|computador)?
    (tem|tens|teria|terias) (um|uns|uma|dois|cinco|5) (momento|minuto*|minutinho*|instante|segundo*|tempinho|tempo)
    (preciso|precisava|queria|quero|gostaria) _ (de uma|de um|da sua|da tua|te pedir|lhe pedir|pedir lhe|pedir te|que me|que você|que faça|que trate|que resolva|falar|tratar) _ (ajuda|favor|coisa|tarefa|apoio|faça|trate|resolva|algo|contigo|consigo)?
    (um|pequeno|me faz um) (favor|favorzinho)
    (avis*|me diga|diga me|diz me|responda|responde|me fala|dá um toque) ~ (quando|se|assim que) ~ (disponível|livre|puder|puderes|momento|chegar|chegares|ler|vir|estiver*)
    """,
    r"""
    (sei|siete|lei è|ti trovo|la trovo|si trova) _ (in ufficio|disponibile|liber*|alla scrivania|in sede|al computer|lì|alla tua|alla sua|al tuo|occupat*|in zona|online|già in|ancora in|reperibile|al pc|in postazione) _ (scrivania|ufficio|postazione|momento|posto|pc|ora)?
    (sei|siete|è) (in|al) (ufficio|sede|lavoro|computer|pc)
    (hai|ha|avresti|avrebbe|avete) _ (un|due|cinque|5|qualche|un paio di) (momento|minut*|attimo|secondo|minutino)
    (ho|avrei|mi serve|mi servirebbe|mi occorre|devo|vorrei|dovrei) _ (bisogno|un favore|chieder*|un aiuto|una mano|una cosa|che tu|che lei|affidar*|parlar*|del tuo|del suo|qualcosa) _ (di te|di lei|favore|cosa|aiuto|urgente|veloce|da te|da lei)?
    (un|piccolo|mi fai un|mi fa un) (favore|piacere)
    (fammi sapere|mi faccia sapere|dimmi|mi dica|avvisami|mi avvisi|rispondi*|scrivimi|mi scriva) ~ (quando|se|appena) ~ (disponibile|liber*|puoi|può|momento|sei|è|arriv*|leggi|legge|torn*)
    """,
    r"""
    (ben je|bent u|ben jij|zit je|zit u|zit je|ben je er|bent u er|zijn jullie) _ (er|nog|al|vandaag|op|op kantoor|achter|beschikbaar|vrij|aanwezig|bereikbaar|even|druk|aan|in|bezig|aan het) _ (bureau|kantoor|er|plek|vrij|beschikbaar|bereikbaar|werkplek|laptop|werk|zaak)?
    (heb je|heeft u|hebt u|heb jij|kun je|kunt u) _ (een|even|momentje|vijf|5|twee|tijd|me) _ (momentje|minuut*|minuutje*|moment|tijd|minuten|seconde|helpen)?
    (heb|heeft|moet|wil|zou) _ (even |je hulp|uw hulp|iets|een klus*|wat|je |u ) _ (nodig|vragen|regelen|doen|van je|van u)
    (klusje|snel vraagje|vraagje|korte vraag|kleine vraag|snelle vraag|kleine gunst|ff snel)
    (laat*|meld*|geef*|reageer*|mail*) ~ (wanneer|als|zodra|of) (je|u) ~ (tijd|beschikbaar|vrij|er bent|bereikbaar|achter|momentje|terug|leest|ziet|kantoor|bent)
    """,
    r"""
    (jesteś|jest pan*|czy jest pan*|jest (pani|pan)|siedzisz|zastałem|zastanę|czy) _ (wolny|wolna|dostępn*|w biurze|przy|jeszcze|teraz|dziś|zajęt*|na miejscu|u siebie|pod telefonem|w firmie|już|biurze|biurku) _ (biurku|biurze|biurka|komputerze|chwil*|miejscu|wolny|wolna)?
    (masz|ma pan*|znajdzie*|znajdziesz|znalazłby|miałby|miałaby|miałbyś|poświęci*) _ (chwil*|moment*|minut*|sekund*|czas|chwileczk*|pięć minut|wolną chwil*)
    (potrzebuję|potrzebna|potrzebowałbym|potrzebowałabym|mam|mam do|chciał*|muszę) _ (pomocy|przysług*|prośb*|spraw*|zadani*|cię|pani|pana|ciebie|wsparcia|poprosić|zlecić|pomoc)
    (mała|drobna|szybka|krótka|pilna|małe|szybkie) (prośba|sprawa|pytanie|przysługa|zadanie)
    (daj znać|proszę o znak|proszę dać znać|odpisz|napisz|odezwij) ~ (jak|czy|gdy|kiedy|jeśli|jeżeli) ~ (dostępn*|wolny|wolna|możesz|może|chwil*|będzie*|przy|biur*|miejscu)
    """,
)
"""Are you there, have you a minute, I have a small task: to be believed in a short mail only."""

CALLBACK = (
    r"""
    (call*|phone|ring|dial|contact|speak to|reach|telephone|speak with|talk to) ~ (\d\d\d|number|toll|helpline|hotline|support|billing|helpdesk|support line) ~ (cancel*|dispute*|refund*|stop|revers*|not recogni*|not authori*|unauthori*|charge*|renewal|subscription|order|transaction|payment|immediately)
    (cancel*|dispute*|refund*|stop|revers*|not recogni*|did not|didn't|not authori*|unauthori*|not make|not place|unless|query|queries|wish to|problem*|charge*|declin*|hold|question*) ~ (call*|phone|ring|dial|speak to|speak with|telephone|contact*|reach*|talk to) ~ (\d\d\d|number|toll|helpline|hotline|cancellation*|customer service|customer care|support (team|line|desk)|billing)
    (call|phone|ring|dial|telephone|contact) _ (on|at|using|under) (\+|tel|\(\d|the number|0)
    (customer (care|support|service)|help ?desk|helpline|toll free|hotline|support) ~ (\+?\d\d*)
    (your|the) (subscription|membership|plan|order|card|account) (has|have|is|was|will) (been )?(renew*|charged|debited|processed|auto*|billed|placed) ~ (call|phone|\$\d|£\d|€\d)
    """,
    r"""
    (ruf*|anruf*|anzurufen|telefon*|wähl*|wenden|rückruf*|kontaktier*|zurückruf*|hotline|kundenservice|service hotline) ~ (\d\d\d|nummer|hotline) ~ (stornier*|widerruf*|kündig*|erstatt*|abbrech*|stopp*|sperr*|nicht (veranlasst|autorisiert|beauftragt|bestellt|getätigt)|beanstand*|halten|abbuch*|zurück|freigeb*|klär*)
    (stornier*|widerruf*|kündig*|erstatt*|stopp*|sperr*|nicht (veranlasst|autorisiert|beauftragt|bestellt|getätigt|erkannt|von ihnen)|beanstand*|abbuch*|ungewöhnlich*|verdächtig*|sofern|falls|andernfalls|ablehnen) ~ (ruf*|anruf*|telefon*|wähl*|rückruf*|kontaktier*|hotline|kundenservice) ~ (\d\d|nummer|an|unter|hotline)
    (anrufen|rufen|telefonisch|durchwahl|hotline|rückruf) ~~ (\d\d\d+ \d\d\d+|kreditkarte|tan|sofort)
    (rufen sie|ruf|rufst|bitte rufen|melden sie sich|bitte um rückruf|rückruf|telefonisch|erreichen) _ ~ (unter|auf) (der |folgender |nummer )?(\+|\d|nummer|tel)
    """,
    r"""
    (appel*|téléphon*|contact*|compos*|joindre|joign*|rappel*) ~ (\d\d|numéro|service) ~ (annul*|contest*|rembours*|bloqu*|oppos*|résili*|non autoris*|stopp*|suspend*|pas à l'origine|interromp*)
    (annul*|contest*|rembours*|bloqu*|oppos*|résili*|pas (autoris*|reconn*|à l'origine|effectué|passé)|stopp*|suspend*|réclam*|question|litige|si vous|prélèvement) ~ (appel*|téléphon*|contact*|compos*|joindre|joign*|rappel*) ~ (\d\d|numéro|service client*|conseiller)
    (appeler|appelez|rappelez|rappeler|téléphoner|joindre) _ (ce soir|demain|dès réception|notre|au|sans|avant|mon|le) ~ \d\d \d\d
    (appelez|rappelez|contactez|composez|téléphonez|joignez|veuillez (appeler|contacter|rappeler|composer)|appeler|joindre) _ (au|le) (\+|\d|numéro)
    """,
    r"""
    (llam*|marqu*|comuní*|contact*|telefon*) ~ (\d\d\d|número|teléfono|línea) ~ (cancel*|anul*|reembols*|reclam*|bloque*|no (reconoce|ha|autoriz*|realiz*)|detener|disput*|baja|retener|rechaz*)
    (cancel*|anul*|reembols*|reclam*|bloque*|no (la |lo )?(reconoce*|ha|autoriz*|realiz*|fue)|detener|cargo|disput*|baja|si usted|aclarar) ~ (llam*|marqu*|comuní*|contact*|telefon*) ~ (\d\d|número|teléfono|línea|atención)
    (llam*|marque|marcar|comuníquese|contáctenos) _ (al|a) (\+|\d|número|teléfono)
    """,
    r"""
    (lig*|telefon*|contact*|entr* em contato|cham*|disqu*) ~ (\d\d\d|número|central|telefone|linha) ~ (cancel*|anul*|reembols*|contest*|bloque*|não (reconhec*|autoriz*|fez|realiz*)|estorn*|suspend*|impedir|sustar)
    (cancel*|anul*|reembols*|contest*|bloque*|não (reconhe*|autoriz*|fez|realiz*|foi|efetu*)|estorn*|cobrança|suspend*|caso|débito) ~ (lig*|telefon*|contact*|entr* em contato|cham*|disqu*) ~ (\d\d|número|central|atendimento|linha|gestor)
    (ligar|ligue|contactar|contatar|telefonar|falar) ~ (central|gerente|gestor|setor|hoje|para) ~ \d\d\d
    (ligue*|ligar|liga|telefone|contacte*|contate) _ (para|o|ao|pelo) (\+|\(?\d|número|0800)
    """,
    r"""
    (chiam*|telefon*|contatt*|componga|componi|richiam*) ~ (\d\d\d|numero|verde|servizio) ~ (annull*|contest*|rimbors*|blocc*|stornar*|disdi*|non (riconosc*|autorizz*|ha|è)|disdett*|sospend*|revoc*)
    (annull*|contest*|rimbors*|blocc*|stornar*|disdi*|non (la |lo )?(riconosc*|autorizz*|ha|è|avete|fosse)|addebit*|sospend*|disconosc*|revoc*) ~ (chiam*|telefon*|contatt*|compon*|richiam*) ~ (\d\d|numero|verde|assistenza|servizio clienti)
    (chiam*|telefon*|contatt*) ~ (allo|al|collega|numero|interno) ~ \d\d\d
    (al telefono|interno|chiamare) ~ \d\d\d
    (chiami|chiamate|chiamare|telefoni|telefonare|contatti|contattare|chiamaci|richiami) _ (il|lo|al|allo) (\+|\d|numero)
    """,
    r"""
    (bel*|telefon*|contact*) ~ (\d\d\d|nummer|klantenservice|servicedesk|helpdesk) ~ (annul*|terug*|blokk*|stopp*|betwist*|niet (herken*|geautoriseerd|geplaatst)|opzeg*|restitu*|tegenhouden)
    (annul*|terugbet*|terugbo*|blokk*|stopp*|betwist*|niet (door|herken*|geautoriseerd|geplaatst|zelf|besteld)|opzeg*|restitu*|afschrijv*|heeft u|hebt u|tegenhouden|verdacht*) ~ (bel*|telefon*|contact*) ~ (\d\d|nummer|klantenservice|klantendienst|helpdesk)
    (neem|neemt u|nemen) _ contact _ (op|met) ~ \d\d\d
    (bel|belt u|bellen|neem contact op) _ (op|naar|via) (\+|\(?\d|nummer|het nummer|0)
    """,
    r"""
    (zadzwo*|dzwoni*|telefon*|kontakt*|skontakt*|infolini*) ~ (\d\d\d|numer*|infolini*) ~ (anulow*|reklam*|zwrot*|zablok*|odwoł*|rezygn*|nie (rozpozn*|autoryz*|zlec*|złoż*)|wstrzym*|cofn*)
    (anulow*|reklam*|zwrot*|zablok*|odwoł*|rezygn*|nie (rozpozn*|autoryz*|zlec*|złoż*|był*|zamaw*)|obciąż*|wstrzym*|jeśli|jeżeli) ~ (zadzwo*|dzwoni*|telefon*|kontakt*|skontakt*|infolini*) ~ (\d\d|numer*|infolini*|konsultant*|obsług*)
    (zadzwo*|dzwonić|prosimy o telefon|proszę dzwonić|prosimy dzwonić|kontakt telefoniczny) _ (pod|na) (\+|\d|nr|numer)
    """,
)
"""Call this number about a charge, an order, a payment that is held."""

CREDENTIALS = (
    r"""
    (verify|confirm|validate|update|reactivate|unlock|restore|re activate|secure|review|authenticate) _ (your )(account|identity|password|mailbox|login|credentials|information|email|details|profile|sign in|wallet)
    (password|mailbox|account|session|storage|quota|email account|access) ~ (expire*|expiring|suspended|deactivat*|terminat*|will be closed|locked|limited|almost full|exceeded|disabled|restricted)
    (log in|login|sign in|log on|sign on|click) ~ (verify|confirm|view|access|keep|avoid|update|secure|restore|review|release|continue|using your|with your)
    (your|send|share|need|provide|reply with) _ (username|user name|login|password|credentials|one time code|verification code|otp|pin)
    (keep|change|reset) _ (same |your |current )+password
    """,
    r"""
    (bestätig*|verifizier*|aktualisier*|reaktivier*|entsperr*|prüf*) ~ (konto|kontos|identität|passwort|postfach|zugang|zugangsdaten|anmeldedaten|benutzerkonto)
    (passwort|kennwort|postfach|zugang|benutzerkonto|konto|speicher) ~ (läuft ab|abgelaufen|ablauf*|gesperrt|deaktivier*|eingeschränkt|voll|überschritten|entsperr*)
    (einlogg*|anmeld*|melden sie sich|loggen) ~ (bestätig*|verifizier*|prüf*|anzeig*|vermeiden|zugang|passwort|konto)
    (ihr*|dein*|send*|schick*) _ (passwort|kennwort|zugangsdaten|anmeldedaten|anmeldename*|tan|pin|benutzername*)
    """,
    r"""
    (vérifi*|confirm*|valid*|mettre à jour|réactiv*|débloqu*) _ (votre |ton |vos )(compte|identité|mot de passe|boîte|accès|identifiants|informations|messagerie)
    (mot de passe|boîte (mail|aux lettres)|compte|accès|messagerie) ~ (expir*|suspendu*|désactiv*|bloqué*|saturé*|limité*)
    (connect*|identifi*|cliqu*) ~ (vérifier|confirmer|consulter|éviter|compte|accéder|valider)
    (votre|ton|vos|tes) (identifiant*|mot de passe|code*) ~ (envoy*|communiqu*|transm*|main)
    """,
    r"""
    (verifi*|confirm*|valid*|actualic*|actualiz*|reactiv*|desbloque*) _ (su |tu |sus |tus )(cuenta|identidad|contraseña|buzón|acceso|datos|correo|credenciales)
    (contraseña|buzón|cuenta|acceso|clave) ~ (caduc*|expir*|suspendid*|desactiv*|bloquead*|venc*|limitad*)
    (inici* sesión|acced*|ingres*|entr*|haga clic|pulse) ~ (verificar|confirmar|evitar|validar|su cuenta|enlace|actualizar)
    (su|tu|sus|tus) (contraseña|usuario|clave*|credenciales|token|código de) 
    """,
    r"""
    (verifi*|confirm*|valid*|atualiz*|reativ*|desbloque*) _ (sua |seu |a sua |seus )(conta|identidade|senha|caixa|acesso|dados|credenciais|palavra passe)
    (senha|palavra passe|caixa de (correio|entrada)|conta|acesso) ~ (expir*|suspens*|desativ*|bloquead*|venc*|limitad*)
    (inici* sessão|aced*|acess*|entre|clique|faça login) ~ (verificar|confirmar|evitar|validar|sua conta|link|atualizar)
    (sua|seu|a sua|tua|teu) (senha|palavra passe|usuário|credenciais|código de)
    """,
    r"""
    (verific*|conferm*|convalid*|aggiorn*|riattiv*|sblocc*) _ (il suo |il tuo |la sua |suo |tuo |i suoi )(account|conto|identità|password|casella|accesso|dati|credenziali)
    (password|casella|account|accesso) ~ (scad*|sospes*|disattiv*|bloccat*|limitat*|piena)
    (acced*|effettu* l'accesso|clicc*) ~ (verificare|confermare|evitare|account|link|aggiornare)
    (sua|tua|le sue|le tue|suo|tuo) (password|credenziali|utente|codice di|pin|otp)
    """,
    r"""
    (verifieer*|bevestig*|valideer*|bijwerk*|heractiveer*|deblokkeer*|controleer*) ~ (account|identiteit|wachtwoord|mailbox|postvak|toegang|gegevens|inloggegevens)
    (wachtwoord|mailbox|postvak|account|toegang) ~ (verloopt|verlopen|geblokkeerd|gedeactiveerd|opgeschort|vol|beperkt)
    (inlog*|log in|logt u in|aanmeld*|klik*) ~ (verifi*|bevestig*|voorkomen|account|bekijken|wachtwoord)
    (uw|je|jouw) (wachtwoord|inloggegevens|gebruikersnaam|pincode|code)
    """,
    r"""
    (zweryfik*|potwierdz*|potwierdź*|zaktualiz*|odblok*|aktywuj*) _ (swoj* |pana |pani |twoj* )?(kont*|tożsamoś*|hasł*|skrzynk*|dostęp*|dane logowania)
    (hasło|skrzynk*|kont*|dostęp) ~ (wygas*|zawieszon*|zablokow*|dezaktyw*|ograniczon*|przepełni*)
    (zalog*|klikn*) ~ (zweryfik*|potwierdz*|uniknąć|kont*|link*|hasł*)
    (swoj*|twoj*|pana|pani) (hasł*|login*|dane logowania|kod*)
    """,
)
"""Sign in, confirm your account, your password is about to expire."""
