"""How somebody opens a talk: are you there, what is your number. Phrases only."""

from __future__ import annotations

MOBILE_NUMBER = (
    r"""
    (send|text|give|share|email|mail|drop|forward|pass|provide|leave|let me have|shoot|confirm|what's|what is|whats|need|get
    |remind me of|reply with|can i have|could i have|best|reconfirm) _ (your |ur |a |the )?(cell|mobile|phone|whatsapp|whats app
    |personal|private|direct|contact|handphone|telephone|signal|telegram)( cell| mobile| phone| contact| whatsapp)? (number|no|num
    |digits|#|line|contact)
    (your|ur) (current |direct |personal |best |private )?(cell|mobile|whatsapp|phone|cellphone|cell phone|mobile phone
    |handphone)( number| no| #)? (so|please|and|here|now|number|asap|by|to)
    (number|cell|mobile) ~ (text you|reach you|whatsapp you|message you|sms you|text me|i can (text|message))
    (what is|what's|whats|what) (your|ur) (mobile|cell|number|whatsapp|cellphone|no)
    (shoot|send|text|give|drop|pass) me (your|ur) (cell|mobile|number|digits|whatsapp|phone)
    lost (all )?my (contacts|phonebook|numbers)
    (which|what|best) _ number _ (text|reach|whatsapp|message|call)
    (text|whatsapp|message|sms) you
    are you on (whatsapp|signal|telegram)
    """,
    r"""
    (schick*|send*|gib*|geben|nenn*|teil*|brauch*|bräuchte|wie (ist|lautet)|mitteil*|durchgeben|benötige|hätte|hast|haben|schreib*
    |bestätig*|zukommen) _ (deine*|ihre*|mir|aktuelle*|eine|die|kurz) _ (handynummer*|mobilnummer*|handynr*|mobilfunknummer*
    |telefonnummer*|rufnummer|nummer|whatsapp*|natelnummer*|natel|durchwahl|privatnummer|mobile)
    (deine|ihre) (private |aktuelle |direkte )?(handynummer|mobilnummer|handynr*|mobilfunknummer|whatsapp nummer|natelnummer|nummer)
    (handynummer|mobilnummer|nummer) ~ (whatsapp|sms|schreib* dir|melde mich|erreich*)
    (unter welcher|auf welcher|welche) (handy*|mobil*)?nummer
    (bist du|sind sie|erreich* ich (dich|sie)) (auf|per|über) whatsapp
    """,
    r"""
    (envoy*|donn*|transm*|communiqu*|laiss*|pass*|besoin|quel est|indiqu*|précis*|confirm*|file|aurais|redonn*|partag*) ~ (votre|ton
    |un) (numéro|n°|no|06|portable|whatsapp|mobile|ligne directe|gsm|natel)
    (votre|ton) (numéro|n°|no) (de )?(portable|téléphone|mobile|gsm|whatsapp|tél|natel|perso*|direct|cellulaire)
    (numéro|06|portable) ~ (whatsapp|sms|texto|t'écri*|vous écri*|joindre)
    (tu es|vous êtes|es tu|êtes vous) sur whatsapp
    """,
    r"""
    (env*|mand*|pás*|pas*|da*|neces*|cuál es|compart*|dej*|facilit*|confirm*|indic*|diga|dime|escrib*
    |anot*) _ (tu |su |el |número |un )(móvil|celular|whatsapp|teléfono|número|cel|telf)
    (tu|su) (número|nro|no|num) (de )?(móvil|celular|whatsapp|teléfono|cel|personal|contacto)
    (número|móvil|celular|cel|teléfono) ~ (whatsapp|te escribo|le escribo|mensaje|sms|escribirte|localizar*)
    (tienes|tiene|estás en|usas) whatsapp
    """,
    r"""
    (envi*|mand*|pass*|manda|me dá|dá me|precis*|qual é|qual o|partilh*|compartilh*|inform*|confirm*|diz*|deix*|diga*|indique
    |indica) _ (o |seu |teu |o seu |o teu |um )(telemóvel|celular|whatsapp|zap|número|telefone|contacto|contato|cel)
    (seu|teu) (número|nº|contato|contacto|n) (de |do )?(telemóvel|celular|whatsapp|telefone|pessoal|zap|directo|direto)
    (número|telemóvel|celular) ~ (whatsapp|sms|mensagem|te chamo|escrevo|zap)
    (tem|tens|está no|estás no|usa) (whatsapp|zap)
    """,
    r"""
    (invi*|mand*|dam*|dammi|mi dia|mi dai|dar*|pass*|qual è|serve|servono|servirebbe*|lasci*|scriv*|forni*|conferm*|giri|girami
    |comunic*) _ (il tuo |il suo |tuo |suo |il |un )(cellulare|numero|whatsapp|telefono|recapito|cell)
    (tuo|suo) (numero|recapito) (di |del |personale |diretto )?(cellulare|cell|telefono|whatsapp|personale|diretto)?
    (numero|cellulare|recapito) ~ (whatsapp|ti scrivo|le scrivo|sms|messaggio|raggiung*)
    (sei|è|hai|ha) (su )?whatsapp
    """,
    r"""
    (stuur*|geef*|geven|mailen|appen|app|wat is|mag ik|nodig|deel|doorgeven|sturen|laat*|bevestig*|heb je|heeft u) _ (je|jouw|uw
    |even) _ (06|06 nummer|mobiele nummer|mobiel nummer|telefoonnummer|nummer|whatsapp*|mobiel|gsm*|gsm nummer|privénummer|mobiele)
    (je|jouw|uw) (06|06 nummer|mobiele nummer|mobiel nummer|telefoonnummer|whatsapp nummer|gsm nummer|gsm|privénummer
    |rechtstreekse nummer|nummer)
    (nummer|06|mobiel) ~ (whatsapp|appen|app je|sms|bericht)
    (zit je|zit u|heb je|heeft u|bent u|ben je) (op )?whatsapp
    """,
    r"""
    (wyśl*|podaj*|poda*|prześl*|podeśl*|daj*|potrzeb*|jaki jest|poproszę|prosz*|napisz*|zostaw*|przypomnij|podrzuć) ~ (numer*|nr|komórk*
    |telefon*|whatsapp*) ~ (telefon*|komórk*|whatsapp*|kontakt*|prywat*|do (pani|pana|ciebie|siebie)|twój|pani|pana|napisz*|sms*)
    (numer|nr|numeru) (pana |pani |swój |twój |swoj* |twoj* )?(telefon*|komórk*|whatsapp*|prywat*|do ciebie|do pani|do pana)
    (twój|pani|pana|swój|twojego|swojego) _ (numer*|nr) (telefonu|komórk*|whatsapp*|prywatny)?
    (numer|komórk*) ~ (whatsapp*|sms*|napiszę|odezwę)
    (masz|ma pan*|jest pan*|jesteś) (na )?whatsapp*
    """,
)
"""Send me your mobile number."""

ARE_YOU_THERE = (
    r"""
    are you (at|in|around|free|available|there|about|by|near|still|busy|online|on|tied up|able|working|back|out|at your|with me|up
    |reachable|good|awake)
    you (free|available|around|at your desk|in today)
    (do you have|have you got|got|can you spare|spare me|need|can i have|could i have|have) _ (a |one )?(moment|minute|min|quick minute
    |quick moment|few minutes|five minutes|5 minutes)
    (i |we )?(need|have|want|got|could use|would like) _ (quick |small |urgent |little )(task|favor|favour|errand|request|assignment|job
    |help|thing|chat|hand)
    (need|could use|want) (your|you|some|a bit of) (help|assistance|hand|attention|to (handle|do|run|take care|help|assist|sort
    |complete))
    (have|got|do you have|spare) _ (two|five|2|5|a few|ten|10) (minutes|mins|secs|moments)
    (have you|you) _ (at your desk|in yet|back from|finished lunch|near|logged in|got access)
    (back|in|out) (from|at) (lunch|the office|your desk)
    need to (ask|run|discuss|talk|speak|check|sort) _ (you|something|with you|this)
    (quick|small|little|urgent) (check|chat|word|errand|help)
    two minutes
    (quick|small|little|urgent) (task|favor|favour|errand|request|question|one|thing)
    (let me know|reply|tell me|drop me|ping me|email me|get back to me) ~ (when you|if you|once you|as soon as you
    |whether you) (are |'re |get )?(free|available|around|at your|back)
    """,
    r"""
    (bist du|sind sie|seid ihr|sitzt du|sitzen sie|bist|biste|haben sie|hast du|hättest du|hätten sie|hättest|kannst du|können sie
    |könnten sie) _ (gerade|grad|noch|heute|kurz|am|im|schon|eben|jetzt|da|verfügbar|erreichbar|frei|vor ort|einen|eine|5|fünf|zeit|mal
    |mir)
    (brauche|bräuchte|benötige|hätte|habe) _ (kurz|eine|einen|mal|ihre|deine|dich|sie|etwas|was|dringend) _ (hilfe|unterstützung
    |gefallen|erledigung|aufgabe|bitte|minute*|anliegen|auftrag|etwas|von (ihnen|dir)|für mich)
    (kurze|kleine|schnelle|eilige|dringende) (frage|bitte|aufgabe|sache|anfrage)
    (melde*|antworte*|sag*|geben|gib|schreib*) ~ (wenn|sobald|ob) (du|sie) ~ (zeit|platz|da|frei|verfügbar|erreichbar|zurück|lesen|liest
    |schreibtisch)
    (noch im büro|schon im büro|am platz|am schreibtisch|im haus)
    """,
    r"""
    (es tu|êtes vous|tu es|vous êtes|seriez vous|serais tu|t'es) (là|au bureau|dispo*|disponible|libre|encore|toujours|déjà|sur place
    |en ligne|joignable|devant|bien)
    (avez vous|as tu|auriez vous|aurais tu|t'as|tu as|vous avez) _ (un|une|cinq|5|deux|2|quelques) (moment|instant|minute*|petit moment
    |seconde*)
    (j'ai|j'aurais|il me faut|besoin) _ (besoin|service|coup de main|petit service|quelque chose|tâche|une chose|requête|demande|que (tu
    |vous))
    (petit|petite|rapide|une) (service|question rapide|tâche|demande rapide|urgence)
    (dis moi|dites moi|fais moi signe|faites moi signe|réponds|répondez|préviens|prévenez) ~ (dès que|si|quand) (tu|vous) ~ (là|dispo*
    |disponible*|libre*|moment|bureau|vois|voyez|lis*)
    """,
    r"""
    (estás|está|andas|anda|sigues|sigue|estáis|te pillo|le pillo|te encuentro|le encuentro|te agarro) _ (disponible|libre|en la oficina
    |en tu|en su|por ahí|ocupad*|ahí|en el|en línea|conectad*|aquí|en tu mesa|en la|por la)
    (tienes|tiene|tendrías|tendría|tenéis|me regalas|me das) (un |una |unos |dos |cinco |5 )(momento|minuto*|momentito|rato|segundo*
    |ratito|hueco|minutito*)
    (necesito|quiero|requiero|tengo) _ (pedirte|pedirle|comentarte|comentarle|encargarte|encargarle|que me ayudes|que me ayude|tu ayuda
    |su ayuda|su apoyo|tu apoyo|un favor|una cosa|que hagas|que me haga*|que gestiones|que te ocupes|encargo|algo)
    (un|pequeño|hazme un|hágame un|me haces un) (favor|encargo|recado|favorcito)
    (avísame|avíseme|dime|dígame|responde|contesta|contéstame|confírmame|escríbeme) ~ (cuando|si|en cuanto) ~ (disponible|libre|puedas
    |pueda|momento|estés|esté|leas|veas|llegues)
    """,
    r"""
    (está*|estás|anda|encontra se|consegue) _ (disponível|livre|no escritório|na mesa|por aí|ocupad*|aí|na sua|na tua|no seu|no teu
    |online|na empresa|na sala)
    (tem|tens|teria|terias) (um|uns|uma|dois|cinco|5) (momento|minuto*|minutinho*|instante|segundo*|tempinho|tempo)
    (preciso|precisava|queria|quero|gostaria) _ (de uma|de um|da sua|da tua|te pedir|lhe pedir|pedir lhe|pedir te|que me|que você
    |que faça|que trate|que resolva|falar|tratar)
    (um|pequeno|me faz um) (favor|favorzinho)
    (avis*|me diga|diga me|diz me|responda|responde|me fala|dá um toque) ~ (quando|se|assim que) ~ (disponível|livre|puder|puderes
    |momento|chegar|chegares|ler|vir|estiver*)
    """,
    r"""
    (sei|siete|lei è|ti trovo|la trovo|si trova) _ (in ufficio|disponibile|liber*|alla scrivania|in sede|al computer|lì|alla tua
    |alla sua|al tuo|occupat*|in zona|online|già in|ancora in|reperibile|al pc|in postazione)
    (sei|siete|è) (in|al) (ufficio|sede|lavoro|computer|pc)
    (hai|ha|avresti|avrebbe|avete) _ (un|due|cinque|5|qualche|un paio di) (momento|minut*|attimo|secondo|minutino)
    (ho|avrei|mi serve|mi servirebbe|mi occorre|devo|vorrei|dovrei) _ (bisogno|un favore|chieder*|un aiuto|una mano|una cosa|che tu
    |che lei|affidar*|parlar*|del tuo|del suo|qualcosa)
    (un|piccolo|mi fai un|mi fa un) (favore|piacere)
    (fammi sapere|mi faccia sapere|dimmi|mi dica|avvisami|mi avvisi|rispondi*|scrivimi|mi scriva) ~ (quando|se|appena) ~ (disponibile
    |liber*|puoi|può|momento|sei|è|arriv*|leggi|legge|torn*)
    """,
    r"""
    (ben je|bent u|ben jij|zit je|zit u|zit je|ben je er|bent u er|zijn jullie) _ (er|nog|al|vandaag|op|op kantoor|achter|beschikbaar
    |vrij|aanwezig|bereikbaar|even|druk|aan|in|bezig|aan het)
    (heb je|heeft u|hebt u|heb jij|kun je|kunt u) _ (een|even|momentje|vijf|5|twee|tijd|me)
    (heb|heeft|moet|wil|zou) _ (even |je hulp|uw hulp|iets|een klus*|wat|je |u ) _ (nodig|vragen|regelen|doen|van je|van u)
    (klusje|snel vraagje|vraagje|korte vraag|kleine vraag|snelle vraag|kleine gunst|ff snel)
    (laat*|meld*|geef*|reageer*|mail*) ~ (wanneer|als|zodra|of) (je|u) ~ (tijd|beschikbaar|vrij|er bent|bereikbaar|achter|momentje|terug
    |leest|ziet|kantoor|bent)
    """,
    r"""
    (jesteś|jest pan*|czy jest pan*|jest (pani|pan)|siedzisz|zastałem|zastanę|czy) _ (wolny|wolna|dostępn*|w biurze|przy|jeszcze|teraz
    |dziś|zajęt*|na miejscu|u siebie|pod telefonem|w firmie|już|biurze|biurku)
    (masz|ma pan*|znajdzie*|znajdziesz|znalazłby|miałby|miałaby|miałbyś|poświęci*) _ (chwil*|moment*|minut*|sekund*|czas|chwileczk*
    |pięć minut|wolną chwil*)
    (potrzebuję|potrzebna|potrzebowałbym|potrzebowałabym|mam|mam do|chciał*|muszę) _ (pomocy|przysług*|prośb*|spraw*|zadani*|cię|pani
    |pana|ciebie|wsparcia|poprosić|zlecić|pomoc)
    (mała|drobna|szybka|krótka|pilna|małe|szybkie) (prośba|sprawa|pytanie|przysługa|zadanie)
    (daj znać|proszę o znak|proszę dać znać|odpisz|napisz|odezwij) ~ (jak|czy|gdy|kiedy|jeśli|jeżeli) ~ (dostępn*|wolny|wolna|możesz
    |może|chwil*|będzie*|przy|biur*|miejscu)
    """,
)
"""Are you there, have you a minute, I have a small task: to be believed in a short mail only."""
