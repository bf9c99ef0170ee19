"""How somebody opens a talk: are you there, have you a minute, I have a small task. Phrases only."""

from __future__ import annotations

ARE_YOU_THERE = (
    r"""
    are you (at|in|around|free|available|there|about|by|near|still|busy|online|on|tied up|able|working|back|out|at your|with me|up|reachable
    |good|awake)
    you (free|available|around|at your desk|in today)
    (do you have|have you got|got|can you spare|spare me|need|can i have|could i have|have) _ (a |one )?(moment|minute|min|sec|second|tick
    |quick sec|quick second|quick minute|quick moment|few minutes|five minutes|5 minutes)
    (i |we )?(need|have|want|got|could use|would like) _ (quick |small |urgent |little )(task|favor|favour|errand|request|assignment|job
    |help|thing|chat|hand)
    (need|could use|would like|want|borrow) (a|an extra) (hand|favor|favour|helping hand|quick hand)
    (need|could use|want) (your|you|some|a bit of) (help|assistance|hand|attention|to (handle|do|run|take care|help|assist|sort|complete))
    (have|got|do you have|spare) _ (two|five|2|5|a few|ten|10) (minutes|mins|secs|moments)
    (you|u) (at|in|near|by|back at|still at|around) (your|the|ur) (desk|seat|computer|laptop|office|building|pc|post|terminal|email
    |keyboard)
    (still|already|yet) (in|at|around|about) (the (building|office|shop)|your desk|today|work|this (morning|afternoon)|or)
    (have|has|got|there's|there is|i've|something|one thing) _ (something|errand|matter|job|small thing|one thing|little thing|task
    |chore) _ (for|you|i need|i'd like|entrust|to run|sorted|done|off my plate|handled|can't wait|looked after)
    (how|how's|what's|what does|how does) _ (full|busy|packed|tight|free|stretched) _ (your|you|you're)
    (how's|what's|how is|what is|what does|how does) _ your (day|morning|afternoon|schedule|diary|calendar|workload) (look*|like|today|going
    |so)
    (how busy|how free|how tied up) (are|is) (you|your)
    (can|could|will|would) (you|u) _ (handle|do|run|take care of|sort|help|assist|look after|get|take on) _ (something|a (quick|small|few)
    |an errand|a (task|favor|favour|job)|me with|me out|one thing|this for me|an urgent)
    (are|will) you _ (covering|across|handling|looking after|in charge|on duty|minding|holding the fort|able to (handle|help|do|take))
    (can|could|may) i (trust|count on|rely on|borrow|bother|trouble|ask|lean on|grab) (you|your)
    (free|available|awake) (now|right now|this morning|this afternoon|today|at the moment|for a|to help|to talk|to chat) _ (i|need|or)
    (around|free|available) (for a|for an|to|for) (quick|task|errand|favour|favor|job|chat|word|assignment|something|project|short|small
    |minute|moment|second|help|handle|assist|run|do)
    (you|u) (about|around|there|free|available|in|up|awake) (now|today|this|at the moment|for|or|by any chance|yet|currently)
    (i've|i have|i|we|there's|there is|got
    |have) (got )?(a |an |one |something )(small |quick |little |delicate |confidential |urgent |private |special )?(errand|favour|favor
    |task|chore|assignment|thing to ask|matter to|job for|something for) _ (you|need*|like|want*|ask
    |handle*|today|run|trust|for|sort*|entrust)
    (something|one thing|a thing) (small |little |urgent |quick |private |delicate )?(for you|i need|i'd like|to ask you|i want|has come up
    |came up|cropped up|just came|you could|you can|i could use)
    (when|once|as soon as) you (get|are|have|see|read|re) _ (moment|minute|second|this|free|in|desk|available) ~ (reply|email|mail|ping
    |let me|write|drop|answer|respond|get back|shout|message)
    (give|drop|send|write|shoot) me a (shout|line|reply|quick reply|nod|note|ping) (when|once|if|as soon) _ (you|free|get)
    (are you|is it you|is it still you|are you still|am i right that you are) _ (right person|one who|one that|person who|person to
    |person for|contact for|one to ask)
    (who|who's|who is|is it you who|are you the one who) _ (covers|covering|handles|handling|does|doing|looks after|minding|running|runs
    |approves|processes|releases|does|in charge of) _ (payments|payroll|bank|banking|transfers|wires|payables|invoices|payment run) ~ (today
    |week|off|out|away|now|days|you|holiday*|leave)
    (you|you've) (already |still |just )?(left|gone|heading|leaving) (yet|for (the day|lunch|home|the weekend)|to lunch|home)
    (are you|are you still|you still|you back) _ (at (work|the office|the shop|the plant|the school|reception|the site|headquarters)
    |in the (shop|office|building|plant|warehouse|school))
    (have you|you) _ (at your desk|in yet|back from|finished lunch|near|logged in|got access)
    (back|in|out) (from|at) (lunch|the office|your desk) (yet|today|or|already|now)
    (are you|you) (back|in|out) (from|at) (lunch|the office|your desk)
    need to (ask|run|discuss|talk|speak|check|sort) _ (you|something|with you|this)
    (quick|small|little|urgent) (check|chat|word|errand|help)
    two minutes
    (quick|small|little|urgent) (task|favor|favour|errand|request|question|one|thing)
    (let me know|reply|tell me|drop me|ping me|email me|get back to me) ~ (when you|if you|once you|as soon as you
    |whether you) (are |'re |get )?(free|available|around|at your|back)
    """,
    r"""
    (bist du|sind sie|seid ihr|sitzt du|sitzen sie|bist|biste|seid) _ (gerade|grad|da|verfügbar|erreichbar|frei|vor ort|ansprechbar|online
    |(im|in ihrem|in deinem) (büro|haus|home office|laden|werk|amt|sekretariat)|am (platz|schreibtisch|rechner|pc|computer|arbeitsplatz)
    |zu sprechen|an (deinem|ihrem) (platz|schreibtisch|rechner)|im dienst|unterwegs|beschäftigt|in der (firma|kanzlei|praxis|schule))
    (hast du|haben sie|hättest du|hätten sie|hättest|habt ihr|hast) _ (moment*|minute*|sekunde*|kurz|zeit|gerade|luft|kapazität*|augenblick
    |kurz zeit|viel zu tun|viel um die ohren)
    (kannst du|können sie|könntest du|könnten sie|kann ich|darf ich|würdest du|würden sie) _ (kurz|rasch|schnell|eben|mal|heute|etwas|dich
    |sie|ihnen|dir|für mich|mir) _ (helfen|behilflich|gefallen|übernehmen|erledigen|kümmern|anvertrauen|abnehmen|unterstützen|zählen
    |verlassen|weiterhelfen|aushelfen|um (etwas|was|einen gefallen) bitten)
    (wie) _ (eingespannt|beschäftigt|ausgelastet|voll|busy) _ (sie|du|tag|vormittag|heute)
    (wie sieht|wie schaut) _ (tag|vormittag|nachmittag|zeitlich|kalender|heute|bei) (bei )?(dir|ihnen)
    (ich habe|ich hätte|hätte|habe|hab) _ (da )?(etwas|was|anliegen|sache|aufgabe|auftrag) _ (für (sie|dich)|erledig*|zu erledigen
    |vertraulich*|dringend*|eilig*|das heute)
    (brauche|bräuchte|benötige|hätte|habe) _ (kurz|eine|einen|mal|ihre|deine|dich|sie|etwas|was|dringend) _ (hilfe|unterstützung|gefallen
    |erledigung|aufgabe|bitte|minute*|anliegen|auftrag|etwas|von (ihnen|dir)|für mich)
    (kurze|kleine|schnelle|eilige|dringende) (frage|bitte|aufgabe|sache|anfrage)
    (melde*|antworte*|sag*|geben|gib|schreib*|rückmeldung*|bescheid|rückruf) ~ (wenn|sobald|ob) (du|sie) ~ (zeit|platz|da|frei|verfügbar
    |erreichbar|zurück|lesen|liest|schreibtisch)
    (bist du|sind sie|seid ihr) _ (schon|bereits|noch) _ (weg|zuhause|zu hause|feierabend|gegangen|unterwegs|arbeiten|mittag*|gemeinde
    |betrieb|lager|laden|werkstatt|halle|geschäft|kanzlei|schule)
    (wer|sind sie|bist du) _ (zuständig|vertritt|macht|kümmert|übernimmt|richtige) _ (zahlungen|überweisungen|bank|zahllauf|buchhaltung
    |ansprechpartner*|dafür) ~ (heute|woche|urlaub|gerade|weg|noch)
    (noch im büro|schon im büro|noch im haus|heute im haus|gerade am (platz|schreibtisch|rechner))
    """,
    r"""
    (es tu|êtes vous|tu es|vous êtes|seriez vous|serais tu|t'es|seras tu|serez vous|sera t on) _ (bureau|poste|ordinateur|dispo*|disponible*
    |libre|joignable*|dans les locaux|à l'agence|à la mairie|occupée?|débordée?)
    (puis je|je peux|est ce que je peux|pourrais je) _ (compter sur|te confier|vous confier|te demander|vous demander|te déranger
    |vous déranger|solliciter)
    (peux tu|pouvez vous|pourriez vous|pourrais tu|tu peux|tu pourrais|vous pourriez) _ (m'aider|me rendre|t'occuper|vous occuper|m'accorder
    |me dépanner|te charger|vous charger|me consacrer|gérer|traiter) _ (service|quelque chose|chose|instant|minute*|tâche|dossier|urgen*
    |coup|ce|cela|sujet|mission|affaire)
    (tu as|vous avez|avez vous|as tu) _ (le temps|du temps|beaucoup de travail|une matinée|un créneau|5 min|deux min)
    (es tu|êtes vous|tu es|vous êtes) _ (à (l'usine|l'atelier|l'école|la boutique|la maison|ton poste|votre poste)|au (magasin|dépôt|siège
    |travail|cabinet)|sur le chantier|parti*|rentré*|arrivé*|en réunion|en télétravail)
    (qui|c'est toi qui|c'est vous qui) _ (occupe|gère|s'occupe|remplace|fait|valide) _ (virements|paiements|règlements|banque
    |paie) ~ (aujourd'hui|semaine|absen*|congés|moment|toi|vous)
    (comment se présente|comment s'annonce) _ (journée|matinée|après midi|emploi du temps)
    (quelque chose|une mission|une affaire|un dossier|une tâche|une course) _ (te confier|vous confier|te demander|vous demander|à régler
    |à traiter|urgent*|confidentiel*)
    (disponible|dispo|libre) _ (ce matin|cet après midi|là maintenant|tout de suite|quelques minutes|un instant|aujourd'hui)
    (es tu|êtes vous|tu es|vous êtes|seriez vous|serais tu|t'es) (là|au bureau|dispo*|disponible|libre|encore|toujours|déjà|sur place
    |en ligne|joignable|devant|bien)
    (avez vous|as tu|auriez vous|aurais tu|vous auriez|tu aurais|t'auras|t'as|tu as|vous avez) _ (un|une|cinq|5|deux|2|quelques) (moment
    |instant|minute*|petit moment|seconde*)
    (j'ai|j'aurais|il me faut|besoin) _ (besoin (de|d) (toi|vous|ton aide|votre aide|aide|un service|un coup de main|quelqu)|service
    |coup de main|petit service|quelque chose|tâche|une chose|requête|une demande|que (tu|vous))
    (petit|petite|rapide|une) (service|question rapide|tâche|demande rapide|urgence)
    (dis moi|dites moi|fais moi signe|faites moi signe|réponds|répondez|préviens|prévenez) ~ (dès que|si|quand) (tu|vous) ~ (là|dispo*
    |disponible*|libre*|moment|bureau|vois|voyez|lis*)
    """,
    r"""
    (estás|está|andas|anda|sigues|sigue|estáis|te pillo|le pillo|te encuentro|le encuentro|te agarro) _ (disponible|libre|en la oficina
    |en tu|en su|por ahí|ocupad*|ahí|en el (despacho|trabajo|puesto|ordenador)|en línea|conectad*|aquí|en tu mesa|en la (ofi|mesa|empresa
    |tienda|escuela)|por la (oficina|zona))
    (estás|está|andas|anda|estáis) _ (muy )?(libre|liad*|ocupad*|a mano|pendiente|de guardia|en tu sitio|en su sitio|en tu puesto
    |en su lugar|en tu lugar|en el despacho|en la ofi|en el trabajo|delante del|frente a)
    (estás|está|sigues|sigue|andas) _ (fábrica|despacho|tienda|obra|almacén|colegio|ayuntamiento|planta|gestoría|clínica|trabajando
    |de vacaciones)
    ya (te fuiste|se fue|saliste|salió|llegaste|llegó|has llegado|ha llegado|has salido|ha salido|has comido|ha comido)
    (quién|eres tú quien|es usted quien) _ (lleva|encarga|cubre|hace|autoriza) _ (pagos|transferencias|banco|nóminas) ~ (hoy|semana
    |vacaciones|ahora|estás)
    (te|le|os) (pillo|agarro|encuentro|cojo|interrumpo) _ (buen|mal|ocupad*|momento|libre|reunid*)
    (me echas|me echa|échame|écheme|me das|me da) (una|un) (mano|empujón|cable)
    (cómo) _ (andas|anda|estás|está|vas|va|tienes|tiene|pinta) _ (tiempo|mañana|tarde|agenda|día|trabajo|liad*)
    (tienes|tiene|tendrías|tendría) _ (mucho lío|mucho trabajo|la mañana|la tarde|tiempo|disponibilidad|chance|un rato|un hueco|un minuto)
    (me puedes|me puede|puedes|puede|podrías|podría|me podrías|me podría) _ (ayudar|echar una mano|ayudarme|echarme|apoyar*|hacerme|hacer un
    |encargar*|ocupar*|atender*|resolver*) _ (con|una|un|algo|favor|mano|esto|de)
    (puedo|podría) _ (contar contigo|contar con usted|pedirte|pedirle|molestar*|confiar* en|encargar*)
    (tengo|surgió|me ha salido|salió) _ (algo|asunto|tema|tarea|gestión|encargo|recado|pendiente) _ (para ti|para usted|urgente|delicado
    |pedirte|contigo)
    (tienes|tiene|tendrías|tendría|tenéis|me regalas|me das) (un |una |unos |dos |cinco |5 )(momento|minuto*|momentito|rato|segundo*|ratito
    |hueco|minutito*)
    (necesito|quiero|requiero|tengo) _ (pedirte|pedirle|comentarte|comentarle|encargarte|encargarle|que me ayudes|que me ayude|tu ayuda
    |su ayuda|su apoyo|tu apoyo|un favor|una cosa|que hagas|que me haga*|que gestiones|que te ocupes|encargo|algo)
    (un|pequeño|hazme un|hágame un|me haces un) (favor|encargo|recado|favorcito)
    (avísame|avíseme|dime|dígame|responde|contesta|contéstame|confírmame|escríbeme) ~ (cuando|si|en cuanto) ~ (disponible|libre|puedas|pueda
    |momento|estés|esté|leas|veas|llegues)
    """,
    r"""
    (está*|estás|anda|encontra se|consegue) _ (disponível|livre|no escritório|na mesa|por aí|ocupad*|aí|na sua|na tua|no seu|no teu|online
    |na empresa|na sala)
    (está|estás|anda|andas) _ (muito )?(livre|ocupad*|disponível|apertad*|ao computador|em frente|de plantão|por perto|no trabalho
    |na secretária|na agência|no gabinete|contactável)
    (tem|tens|teria|terias) _ (manhã|tarde|dia|agenda|tempo|disponibilidade|muito trabalho|minutinho|hoje) _ (apertad*|livre|cheia|cheio
    |ocupad*|para|agora|hoje)
    (está|estás|continua|ainda está) _ (fábrica|loja|obra|armazém|escola|escritório|empresa|agência|gabinete|clínica|prefeitura|câmara
    |trabalhar)
    já (saiu|saíste|chegou|chegaste|foi|foste|almoçou|almoçaste) _ (almoç*|casa|escritório|empresa|embora|ou|daí|aí)
    (quem|és tu que|é você que|é você quem) _ (cuida|trata|faz|cobre|autoriza|aprova) _ (pagamentos|transferências|banco|folha) ~ (hoje
    |semana|férias|agora|está)
    (como) _ (está|estás|anda|andas) _ (de tempo|agenda|manhã|tarde|dia)
    (pode|podes|poderia|podias|consegue|consegues) _ (ajudar|tratar|fazer|resolver|dar|cuidar|quebrar) _ (me|de uma|de um|uma|um|algo|isso
    |isto|mão|galho)
    (posso|podia|poderia) _ (contar|pedir|incomodar|confiar|chatear) _ (contigo|com você|com a|com o|te|lhe|em ti|em você|um favor
    |uma coisa)
    (tenho|surgiu|apareceu*|há) _ (assunto|coisa|tarefa|questão|demanda|recado|tema) _ (para ti|para você|urgente|contigo|que|delicad*
    |resolver|tratar)
    (tem|tens|teria|terias) (um|uns|uma|dois|cinco|5) (momento|minuto*|minutinho*|instante|segundo*|tempinho|tempo)
    (preciso|precisava|queria|quero|gostaria) _ (de (uma|um) (favor|ajuda|mão|mãozinha|minuto|coisa|apoio|momento|favorzinho)|da sua|da tua
    |te pedir|lhe pedir|pedir lhe|pedir te|que me|que você|que faça|que trate|que resolva|falar|tratar)
    (um|pequeno|me faz um) (favor|favorzinho)
    (avis*|me diga|diga me|diz me|responda|responde|me fala|dá um toque) ~ (quando|se|assim que) ~ (disponível|livre|puder|puderes|momento
    |chegar|chegares|ler|vir|estiver*)
    """,
    r"""
    (sei|siete|lei è|ti trovo|la trovo|si trova) _ (in ufficio|disponibile|liber*|alla scrivania|in sede|al computer|lì|alla tua|alla sua
    |al tuo|occupat*|in zona|online|già in|ancora in|reperibile|al pc|in postazione)
    (sei|siete|lei è|è) _ (in ufficio|disponibile|liber*|impegnat*|di turno|in studio|in negozio|raggiungibile|davanti al)
    (sei|è|siete) _ (in (fabbrica|negozio|magazzino|cantiere|azienda|stabilimento|studio|agenzia|comune|segreteria)|già (uscit*|arrivat*
    |andat*)|ancora (lì|in|al)|a pranzo|rientrat*)
    (chi|sei tu che|è lei che) _ (occupa|segue|gestisce|copre|fa|autorizza) _ (pagamenti|bonifici|banca|paghe) ~ (oggi|settimana|ferie
    |adesso|ora|sei)
    (come) _ (sei mess*|è mess*|va|vai|hai|ha|siete) _ (mattina*|stamattina|stamani|pomeriggio|giornata|tempo|oggi|agenda|lavoro)
    (puoi|può|potresti|potrebbe|riesci|riesce|riusciresti) _ (aiutarmi|darmi|farmi|occupart*|occupars*|dedicarmi|sbrigar*|seguir*
    |gestir*) _ (mano|favore|piacere|cosa|un|una|con|di)
    (posso|potrei) _ (contare|chiedert*|chiederl*|disturbar*|affidart*|affidarl*|fidar*) _ (su|di|te|lei|un|una|favore|cosa|attimo)
    (ho|avrei|c'è|mi è capitat*) _ (cosa|faccenda|commissione|incarico|questione|pratica|compito) _ (per te|per lei|da affid*|urgente
    |delicat*|sbrigare|che|da chieder*)
    (hai|ha|avete) _ (tempo|da fare|giornata|mattinata|modo) _ (piena|libera|per me|ora|adesso|oggi|stamattina)
    (sei|siete|è) (in|al) (ufficio|sede|lavoro|computer|pc)
    (hai|ha|avresti|avrebbe|avete) _ (un|due|cinque|5|qualche|un paio di) (momento|minut*|attimo|secondo|minutino)
    (ho|avrei|mi serve|mi servirebbe|mi occorre|devo|vorrei|dovrei) _ (bisogno|un favore|chieder*|un aiuto|una mano|una cosa|che tu|che lei
    |affidar*|parlar*|del tuo|del suo|qualcosa)
    (un|piccolo|mi fai un|mi fa un) (favore|piacere)
    (fammi sapere|mi faccia sapere|dimmi|mi dica|avvisami|mi avvisi|rispondi*|scrivimi|mi scriva) ~ (quando|se|appena) ~ (disponibile|liber*
    |puoi|può|momento|sei|è|arriv*|leggi|legge|torn*)
    """,
    r"""
    (ben je|bent u|ben jij|zit je|zit u|zit je|ben je er|bent u er|zijn jullie) _ (er|nog|al|vandaag|op|op kantoor|achter|beschikbaar|vrij
    |aanwezig|bereikbaar|even|druk|aan|in|bezig|aan het)
    (heb je|heeft u|hebt u|heb jij|kun je|kunt u) _ (even|momentje|vijf|5|twee|tijd|minuutje|ogenblikje|ogenblik|moment|druk|minuten)
    (kun je|kunt u|kan je|zou je|zou u|wil je|wilt u) _ (me|mij|even|iets|voor mij|voor me) _ (helpen|doen|regelen|oppakken|uit de brand
    |afhandelen|klusje|uitzoeken|bijstaan)
    (kan ik|mag ik|kon ik) _ (op je|op u|je|u|even) _ (rekenen|vragen|lastigvallen|storen|vertrouwen|lenen)
    (ben je|bent u|zit je|zit u) _ (op de (zaak|fabriek|werf|praktijk)|in (de winkel|het magazijn|de fabriek|het pand|huis)|al (weg|binnen
    |vertrokken|thuis|gaan lunchen)|op school|aan het werk)
    (wie|ben jij degene die|doe jij|doet u) _ (doet|regelt|vervangt|behandelt|keurt) _ (betalingen|betaalrun|bank|overboekingen
    |lonen) ~ (vandaag|week|vakantie|nu|weg|vrij)
    (hoe) _ (druk|vol|zit|ziet) _ (je|u|agenda|ochtend|middag|dag)
    (ik heb|heb|er is) _ (klus*|iets|taak|opdracht|zaak|zaakje) _ (voor je|voor u|dat|haast|vertrouwelijk*|spoed|regelen)
    (ben je|bent u|ben jij|zit je|zit u|is er) _ (beschikbaar|op kantoor|aanwezig|bereikbaar|aan je bureau|achter je bureau|op je plek
    |in de zaak|vrij|op de zaak)
    ik _ (heb|wil|moet|zou) (je|u) (even |dringend |iets )?(nodig|vragen|spreken)
    (heb|heeft|moet|wil|zou) _ (even|je hulp|uw hulp|iets|een klus*|wat) _ (nodig|vragen|regelen|doen|van je|van u)
    (klusje|snel vraagje|vraagje|korte vraag|kleine vraag|snelle vraag|kleine gunst|ff snel)
    (laat*|meld*|geef*|reageer*|mail*) ~ (wanneer|als|zodra|of) (je|u) ~ (tijd|beschikbaar|vrij|er bent|bereikbaar|achter|momentje|terug
    |leest|ziet|kantoor|bent)
    """,
    r"""
    (jesteś|jest pan*|czy jest pan*|jest (pani|pan)|siedzisz|zastałem|zastanę) _ (wolny|wolna|dostępn*|w biurze|przy|jeszcze|teraz|dziś
    |zajęt*|na miejscu|u siebie|pod telefonem|w firmie|już|biurze|biurku)
    (jesteś|jest pan*|jest pani|będzie pan*|będziesz|zastałem|zastałam|zastanę) _ (w biurze|przy biurku|dostępn*|na miejscu|w pracy
    |przy komputerze|u siebie|osiągaln*|zajęt*|w urzędzie|w szkole|pod ręką|w firmie)
    (możesz|może|może pan*|mógłby|mogłaby|mógłbyś|mogłabyś|możecie|da pan*|dasz radę) _ (mi|pani|pan|pomóc|coś|się|załatwić|zająć
    |poświęcić) _ (pomóc|załatwić|zająć|zrobić|chwil*|sprawą|coś|jedn*|minut*|wyświadczyć|przysług*)
    (mogę|czy mogę|mógłbym|mogłabym) _ (liczyć|prosić|przeszkodzić|zająć|powierzyć|zaufać) _ (na|o|pana|pani|cię|chwil*|przysług*|panu|tobie
    |drobn*|jedn*)
    (jesteś|jest pan*|jest pani) _ (w (zakładzie|sklepie|magazynie|szkole|urzędzie|kancelarii|gabinecie|domu|przychodni)|już (po|w|wysz*)
    |na (budowie|hali|zmianie))
    (kto|czy pani|czy pan|czy ty) _ (zajmuje|robi|zastępuje|zatwierdza|prowadzi) _ (przelew*|płatnoś*|bank*|płac*) ~ (dziś|dzisiaj|tydzie*
    |tygodni*|urlop*|teraz)
    (jak) _ (wygląda|stoi|z czasem|pani|pan) _ (dzień|dziś|poranek|czas*|grafik|zajęt*|dzisiaj|z czasem)
    (mam|jest|pojawiła się|wyskoczyła) _ (sprawa|sprawę|zadanie|coś|zlecenie|temat) _ (dla (pani|pana|ciebie)|do (załatwienia|zrobienia|pani
    |pana|ciebie)|pilne*|poufn*|na już)
    (masz|ma pan*|znajdzie*|znajdziesz|znalazłby|miałby|miałaby|miałbyś|poświęci*) _ (chwil*|moment*|minut*|sekund*|czas|chwileczk*
    |pięć minut|wolną chwil*)
    (potrzebuję|potrzebna|potrzebowałbym|potrzebowałabym|mam|mam do|chciał*|muszę) _ (pomocy|przysług*|prośb*|spraw*|zadani*|cię|pani|pana
    |ciebie|wsparcia|poprosić|zlecić|pomoc)
    (mała|drobna|szybka|krótka|pilna|małe|szybkie) (prośba|sprawa|pytanie|przysługa|zadanie)
    (daj znać|proszę o znak|proszę dać znać|odpisz|napisz|odezwij) ~ (jak|czy|gdy|kiedy|jeśli|jeżeli) ~ (dostępn*|wolny|wolna|możesz|może
    |chwil*|będzie*|przy|biur*|miejscu)
    """,
)
"""Are you there, have you a minute, I have a small task: to be believed in a short mail only."""
