"""How somebody keeps others from ringing: by mail only, no calls, a phone that is broken. Phrases only."""

from __future__ import annotations

NO_CALLBACK = (
    r"""
    (reply|(please|just|and|you|rather|simply) answer|respond|write|write back|get back|come back|message me|confirm|drop me a line
    |shoot me a note|drop me a note|a line|a note) (to me )?(here|only|by return|by mail|by e mail|by email|via email|in writing
    |on this (one|address|thread|email|mail)|to this address|in this thread|by text|to me (only|alone|here)|to my private)
    just (write|mail|e mail|email|text|message) (me )?back
    (reply|line|mail|email|e mail|note|confirmation) (by mail|by email|by e mail|in writing|by return|here|back|from you) (is|will
    |would) (be )?(enough|suffice|do|fine|plenty)
    """,
    r"""
    (bestätigung|antwort|rückmeldung|zeile|nachricht|bescheid) (per mail|per e mail|hier|schriftlich|von ihnen|von dir|zurück) (genügt
    |reicht|langt|wäre)
    (antworten|antworte|antwort|antwortet|schreib|schreibe|schreiben|melde|melden|bescheid|bestätig*|rückmeldung) ((sie|du|mir|sich|dich
    |bitte|sie mir|mir bitte|sie bitte|sie mir bitte|mir einfach|einfach) )?((nur|direkt|kurz|einfach|ausschließlich) )?(hier|hierher
    |hierhin|hierauf|nur|per mail|per e mail|schriftlich|an diese adresse|auf diese (mail|nachricht|e mail)|unter dieser adresse
    |auf diesem weg*)
    (rückfragen|fragen|antworten|alles weitere) (bitte )?(nur|ausschließlich|ausschliesslich|lieber|allein*) _ (schriftlich|mail|e mail
    |email|mich|hier|adresse)
    """,
    r"""
    (répond*|réponse|écri*|confirm*|rendez compte|rends compte|dites|revenez|tiens|tenez
    |écrivez) (moi |vous |nous |le moi |donc |juste |simplement |plutôt |compte )?(ici|uniquement|à cette adresse|à ce (mail|message
    |courriel)|par (mail|retour|écrit|courriel|message)|sur cette (adresse|boîte)|sur ce fil|à moi seul*)
    """,
    r"""
    (respond*|contest*|escrib*|confirm*|avis*|dime|dígame) (me |nos |solo |únicamente |sólo |directamente |siempre )?(aquí|por aquí
    |solo a mí|desde aquí)
    (respóndeme|respóndame|respóndanos|contéstame|contésteme|contéstenos|escríbeme|escríbame|confírmame|confírmeme|avísame|avíseme
    |(por favor|favor de|mejor|puede|puedes|y|solo|prefiero que) (me )?(respond*|contest*|escrib*
    |confirm*)) (solo |únicamente |sólo |directamente |siempre )?(a este (correo|mail|mensaje|hilo)|por (este|esta) (medio|vía|correo|hilo
    |mail)|por (correo|mail|escrito|email)|a esta dirección)
    """,
    r"""
    (respond*|escrev*|confirm*|avis*|diga|fala) (me |nos |só |apenas |unicamente |comigo )?(aqui|por aqui|a este (e mail|email|mail)
    |neste e mail|por (este|esta) (via|e mail|meio)|por (e mail|email|mail|escrito)|só a mim|para este)
    """,
    r"""
    (rispond*|scriv*|conferm*|mi dica|fammi sapere|mi faccia sapere) (mi |ci |pure |solo |soltanto |direttamente |unicamente )?(qui
    |a questa (mail|e mail|casella)|a questo (indirizzo|messaggio)|solo a me|per iscritto|via mail|per mail|su questa casella|da qui)
    """,
    r"""
    (antwoord*|reageer*|schrijf|bevestig*|mail) (me |mij |even |gewoon |maar |me maar |hem )?(hier|hierop|hierheen|op deze mail|op dit adres
    |alleen aan mij|per mail|schriftelijk|per kerende|op dit bericht|naar dit adres)
    """,
    r"""
    (odpow*|odpisz*|odpisa*|pisz*|pisać|potwierdz*) (mi |proszę |do mnie |tylko |na |prosze )?(tutaj|tu|na ten (adres|mail)|na tego maila
    |tylko do mnie|mailem|mailowo|pisemnie|w tym wątku|na tę skrzynkę|zwrotnie)
    """,
)
"""Answer here, by mail."""

NO_CALLBACK_FIRM = (
    r"""
    (don't|do not|don't be|no need to|needn't|better not|rather not|best not to|not to|avoid|instead of|rather than|please no|cannot|can't
    |never|no point) (try |trying |try to |trying to |start )?((call|calling|phone|phoning|ring|ringing) (me|us|him|her|them|back|here|up|my
    |anyone|the (office|house|desk|bank|mobile|landline|practice|firm|number|shop))|phone|phoning|ring|ringing|telephone|telephoning|pick up
    |take calls|answer calls|reach me by phone|leave (a |me )?(voicemail|message*)|be ringing|be phoning)
    (no (calls|phone calls|phones|voice calls|mobiles)|no phone (allowed|please|here|today|so|until)) (please|allowed|until|today|for|as|so
    |in|here|from|at|this|and|before)
    no (calls|phones|telephone|telephoning|phone calls|voice calls)
    no (phone|mobile) (allowed|please|with|in|here|so|until|contact|today|on|at|access|for)
    (better|best|rather|please|should|would|ideally) not (to )?(call|ring|phone|telephone)
    (prefer|i'd rather|would rather|like to|best to) _ (by|over|via|on) (e mail|email|mail|text|this thread)
    (calls|phones|phone|mobiles|mobile|phone calls|telephones) (are|is|aren't|isn't|must|has to|have to|will|cannot|can't|not
    |had to) _ (allowed|permitted|off|banned|silent|forbidden|collected|impossible)
    (calls|phone calls|phones|mobiles) (aren't|isn't|are not|is not|not) (possible|an option|practical|convenient)
    (only|solely|strictly|exclusively|purely) (reachable |available |contact me |reply |answer |write |possible |to be reached |me )?(by|via
    |on|over|through|in|to) (e mail|email|mail|writing|text|whatsapp|message|messages|this address|this thread|this mailbox)
    (best|better|easiest|easier|quickest|safest|prefer*|sooner|happier|rather) (to )?((keep|reach|contact|get|answer|reply|write|be|have
    |deal|stay|stick) )?((me|it|this|him|reached|everything) |with _ )?(by|to|via|on|over|in|through|here by) (e mail|email|mail|writing
    |text|message|messages|this address|this one|this thread)
    (email|e mail|mail|text|texting|message|whatsapp|writing|this address|this thread) (s|is|works|would be|will be) (fine|best|better
    |easiest|safest|surest|the only|the best|the easiest|the way|the surest|all i|my only)
    (email|e mail|mail|text|message|write|write to) (me |us |here )?(only|not phone|not call|rather than|instead of) _ (please|phone|phoning
    |call|calling|ring|ringing|come|coming|telephone|here|and)
    (email|e mail|mail|text|message) (me |us )?only
    (only|all i can do is|just) (e mail|email|mail|text|whatsapp|type|write) (is|works|gets|i can|me back|back|it) (possible|through|back
    |get|to|here|when|please|now)
    (can|could|able to|allowed to|may) (just about )?only (be reached by|read|write|text|type|mail|email|e mail|message|answer by|reply by
    |use)
    (phone|mobile|cell|cellphone|handset|microphone|mic|switchboard|extension|landline|direct line|phone line*|office line*|our lines) (is
    |are|has|was|been|got|went|died|s|keeps|rings|had|fell|must) _ (broken|dead|down|lost|stolen|faulty|flat|off|silent|repair*|out|locked
    |cracked|smashed|upgraded|died|playing up|acting up|diverted|not working|stopped working|damaged|taken|confiscated|drowned|the (sea|lake
    |water|toilet|floor))
    (lost|broke|dropped|smashed|cracked|drowned|forgot|left|borrowed|changed) (my |a |someone's |his |the )?(phone|mobile|cell|cellphone
    |handset)
    (calls|phone|line|lines|office) ~ (logged|monitored|recorded lines|not secure|being upgraded)
    (not|rather not|don't|nothing|never|avoid|nor|neither) _ (over|on|by) (the )?(phone|telephone)
    (keep|put|need|want|deal|conduct|handle) _ (in writing|to this thread|in this thread|on this thread|by mail|to email|over email
    |by email)
    (write|mail|email|text) (me |us )?(rather than|instead of|and don't|don't) (come|coming|call*|phon*|ring*|knock*|drop*)
    """,
    r"""
    (nicht|keine|keinen|niemals|nie|statt|anstatt|ungern|weder) _ (anruf*|anzurufen|telefonier*|telefonat*|rückruf*|durchklingel*|zurückruf*
    |anklingel*|anläut*|ans telefon)
    (ruf|rufe|rufen|ruft) (sie|du|mich|uns|bitte|ihn) _ (nicht|niemals|keinesfalls)
    (ruf|rufe) (nicht|niemals)
    (anruf*|telefonat*|rückruf*|telefonieren|telefonisch*) _ (absehen|abzusehen|vermeiden|unterlassen|zwecklos|unmöglich|nicht möglich
    |nicht gestattet|verboten|ungünstig|verzichten|untersagt|schwierig|ungern)
    (nur|ausschließlich|ausschliesslich|lieber|besser|am besten|am liebsten|einzig|lediglich|vorzugsweise|bloß
    |möglichst) (noch |bitte |hier |an mich |kurz |direkt |alles )?(per|via|über|unter|an|auf) (mail|e mail|email|sms|whatsapp|nachricht
    |mailweg|schriftlich*|diese* (adresse|mail|weg*|postfach))
    (nur|ausschließlich|ausschliesslich|lieber|besser|bitte|einzig|alles) (noch |bitte |an mich )?schriftlich
    (nur|bloß) (noch )?(sms|mails|nachrichten|whatsapp)
    (nicht|kaum|schlecht) _ (am telefon|telefonisch besprechen)
    (mail|mails|e mail|email|sms|schriftlich|nachricht) (ist|wäre|geht|genügt|reicht|passt
    |klappt) (mir |gerade |derzeit |jetzt |für mich |immer )?(besser|am besten|einfacher|sicherer|lieber|schneller|völlig|vollkommen
    |als einziges)
    (darf|kann|könnte) (ich )?(hier |jetzt |gerade |momentan |heute |derzeit |im saal |leider )?nur (hier |noch )?(tippen|schreiben|lesen
    |mailen|texten|per|sms|whatsapp|mails|nachrichten)
    (handy|telefon|mobiltelefon|diensthandy|smartphone|apparat|telefonanlage|durchwahl|akku|telefonleitung|festnetz|mikrofon|zentrale) (ist
    |hat|geht|liegt|funktioniert|war|muss|bleibt|streikt|spinnt|habe|wurde|leider|gerade) _ (kaputt|defekt|gestohlen|verloren|nicht
    |reparatur|leer|aus|gestört|display|tot|gefallen|lautlos|stumm|gesperrt|ausgeschaltet|ausgefallen|hinüber|flugmodus|vergessen|daheim
    |streikt|wasser)
    (handy|telefon|mobiltelefon|diensthandy) (noch |gerade |zur )?(in|im) (reparatur|flugmodus|wasser|schließfach|spind|schrank)
    (handy|telefon|mobiltelefon|diensthandy|telefonanlage) (streikt|spinnt|kaputt|defekt|gestohlen|verloren|leer|weg|tot)
    """,
    r"""
    (ne|n|pas|inutile d*|évite* d*|plutôt que d*|au lieu d*|mieux vaut ne pas) (pas |plus |surtout pas |jamais )?(m'|me |nous |y |l'
    |le )?(appelez|appeler|appelle|appelles|rappelez|rappeler|rappelle|téléphone*|joindre|sonnez|sonner)
    (pas|ni|rien|évitez|éviter|évite|plutôt que|jamais|aucun) (d'|de |par |au |les |le |un |des |la voie )?(appel|appels|téléphone
    |coup de fil|coups de fil|téléphonique)
    (uniquement|seulement|exclusivement|plutôt|de préférence|que|mieux|passe|passer|passez|qu|seul) (par|via|sur|en) (mail|e mail|email
    |courriel|écrit|messagerie|message|messages|sms|texto|cette adresse|cette boîte|ce mail|ce message|ce fil|ce courriel|retour)
    passe* _ par (écrit|mail|courriel|email)
    (pas|plus|ni|sans) _ (au|par) téléphone
    (mail|mails|courriel|e mail|email|message|sms|texto|écrit) (c'est|est|sera|serait|passe|reste) (mieux|le mieux|préférable|le seul
    |le plus|plus (simple|sûr|rapide|pratique)|la seule)
    (ne|n|je) (peux|puis|pourrai|suis joignable|lis) (qu|que|seulement|juste|uniquement) (lire|écrire|répondre|taper|texter|par|les mails)
    (téléphone|portable|ligne|mobile|combiné|tel|tél|standard|cellulaire
    |micro) (pro |perso |fixe |du bureau |professionnel |téléphonique )?(est|a|s|ne|n|passe|hors|vient|sera|reste) _ (cassé*|panne
    |hors service|volé*|perdu*|hs|marche*|fonctionne*|réparation|déchargé*|coupé*|tombé*|éteint*|silencieux|mal|lâch*|noyé|saturé)
    (téléphone|portable|mobile|tel) (cassé|volé|perdu|hs|éteint|déchargé|coupé|en panne)
    """,
    r"""
    (no|sin|ni|evit*|en vez de|en lugar de
    |mejor no) (me |nos |te |lo |la |le |hace falta |es necesario |hay que |haga falta que )?(me |nos )?(llames|llame|llamen|llamar
    |llamarme|llamarnos|telefonear|telefonee|marques|marque|marquen|marcarme|llamadas|llaméis)
    (no|ni|nada|evit*|nunca|mejor que|tampoco) (por |de |el |usar el |hacer )?(teléfono|telefónic*|llamadas)
    (solo|sólo|únicamente|exclusivamente|mejor|preferible*|solamente|prefiero|todo) (que |sea |me |es |todo |escríbe* |contest* )?(por
    |a través de|vía|a|en|desde) (correo*|mail|e mail|email|escrito|este medio|aquí|whatsapp|esta vía|mensaje*|este correo|esta dirección
    |este hilo)
    (no|sin) (contesto|atiendo|cojo|recibo|puedo|podré|voy|poder) _ (llamadas|teléfono|llamada)
    (no|ni|nunca) _ por teléfono
    (correo|mail|email|mensaje|escrito|whatsapp) (es|me va|va|será|resulta|me viene) (mejor|lo mejor|más (fácil|cómodo|seguro|rápido)
    |preferible|la única|lo único)
    (solo|sólo|solamente|únicamente|nomás) (puedo|podré|consigo|me dejan|leo|veo|miro) (escrib*|leer|contest*|mensaj*|por|correo*|whatsapp
    |el correo)
    (teléfono|móvil|celular|línea|centralita|cel|extensión|fijo|micrófono) (de la oficina |del despacho |del trabajo |del trabajo )?(está|se
    |no|me|lo|sin|anda|a|en|fuera|quedó|roto) _ (roto|rompió|averiad*|estropead*|robad*|robaron|perdid*|perdí|funciona|va|descompuesto
    |batería|dañad*|reparación|falla|fallando|muerto|apagado|silencio|desviad*|servicio|caído|cayó|mojó|sirve|entra|suena)
    (teléfono|móvil|celular) (roto|averiado|robado|perdido|apagado|estropeado|descompuesto|desviado)
    """,
    r"""
    (não|nem|evit*|sem|em vez de|melhor não
    |escusa de) (me |nos |precisa |precisas |é preciso |vale a pena |adianta )?(me |de me |de |que me )?(ligue|ligues|ligar|liguem|liga
    |telefon*|chame|ligações|ligação|chamadas)
    (não|nem|nada|evit*|nunca) (por |de |o |pelo |usar o |fazer )?(telefone|telemóvel|telefónic*|telefônic*|chamadas|ligações)
    (só|somente|apenas|exclusivamente|unicamente|melhor|prefiro|de preferência) (me |consigo |posso |é |que seja |falar |responda )?(por|via
    |pelo|neste|para|através) (email|e mail|mail|correio|escrito|aqui|mensagem|mensagens|whatsapp|este e mail|esta via|este endereço|zap)
    (não|nem|sem) _ (ao|por|pelo) (telefone|telemóvel)
    (não|sem) (atendo|posso|consigo|vou|poder) _ (chamadas|ligações|telefonemas)
    (e mail|email|mail|mensagem|escrito|whatsapp) (é|seria|fica|dá) (melhor|o melhor|mais (fácil|rápido|seguro|prático)|a única|o único
    |preferível)
    (só|apenas|somente) (consigo|posso|dá|leio|vejo|estou a) (escrever|ler|responder|mensag*|por|para|e mails|o e mail|digitar)
    (telefone|telemóvel|celular|linha|ramal|central|microfone|cel) (do escritório |da empresa |fixo )?(está|ficou|foi|com|no|em|sem|não|se
    |caiu|vai|deu|desligado) _ (avariad*|partid*|partiu|quebrad*|quebrou|roubad*|perdid*|funciona|estragad*|bateria|conserto|avariou|pifou
    |silêncio|desligado|descarregad*|reparação|problema|água|mudo|toca)
    (telefone|telemóvel|celular) (avariado|partido|quebrado|roubado|perdido|desligado|descarregado|quebrou|avariou|pifou)
    """,
    r"""
    (non|né|evit*|senza|invece di|meglio non) (mi |ci |lo |la |serve |occorre |c'è bisogno di |di |stia a |stare a )?(chiami|chiamare
    |chiamarmi|chiamarci|chiamate|chiamatemi|chiamarlo|telefon*|telefonate|richiam*)
    (non|né|niente|evit*|nulla|mai) (per |il |al |usare il |via |di )?(telefono|telefonic*|telefonate|chiamate)
    (solo|soltanto|esclusivamente|unicamente|meglio|preferibilmente|tutto|preferisco
    |solamente) (che |se |scriva* |rispond* |comunicare |sentirci |possibile )?(via|per|tramite|a mezzo|su|a|in) (mail|e mail|email
    |iscritto|scritto|messaggio|messaggi|questo indirizzo|whatsapp|posta|questa (mail|casella))
    (non|né|senza) _ (al|per|a) telefono
    (mail|e mail|email|messaggio|scritto|whatsapp) (è|sarebbe|va|resta) (meglio|il meglio|più (facile|comodo|sicuro|rapido|semplice)
    |preferibile|l'unico|l'unica|benissimo)
    (posso|riesco|potrò|mi fanno) (solo|soltanto|solamente) (a )?(scrivere|leggere|rispondere|messaggiare|via|per|whatsapp|digitare)
    (telefono|cellulare|linea|centralino|interno|microfono|telefonino) (dell'ufficio |aziendale |fisso |di lavoro )?(è|si|non|mi|in|ha|sarà
    |resta|fuori|rotto|spento) _ (rotto|guasto|guasta|rubato|perso|funziona|scarico|riparazione|fuori uso|morto|spento|silenzioso|isolato
    |caduto|va|prende|suona|muto|bloccato)
    (telefono|cellulare|telefonino) (rotto|guasto|rubato|perso|spento|scarico|isolato)
    """,
    r"""
    (niet|geen|zonder|liever niet|in plaats van) (te |meer |eerst |even |naar kantoor |me |mij )?(bellen|belt|gebeld|telefoneren
    |telefoontje*|terugbellen|nabellen|opbellen|te bellen)
    bel (me |mij |ons |hem |haar )?(maar |even |alsjeblieft |aub |nu |liever )?niet
    (niet|geen|nooit|liever niet) (via de |per |over de |aan de |telefonisch )?(telefoon|telefonisch|telefoontjes)
    (alleen|enkel|uitsluitend|liefst|liever|het beste|slechts|best) (nog |maar |even |bereikbaar |schriftelijk |mij )?(per|via|op|over
    |in) (mail|e mail|email|app|whatsapp|sms|bericht|dit adres|deze weg|deze mail|dit mailadres|schrift)
    (alleen|enkel|uitsluitend|liefst|liever|best) (nog |maar |even )?(mailen|schriftelijk|appen|berichten|een mailtje)
    (mail|mailen|mailtje|appje|schriftelijk|bericht) (is|werkt|gaat|volstaat|zou) (beter|het beste|makkelijker|het makkelijkst*|handiger
    |sneller|veiliger|prima|genoeg)
    (kan|mag|kunnen) (hier |nu |even |vandaag |momenteel |ik )?(alleen|enkel|slechts) (maar |nog )?(mailen|lezen|typen|schrijven|appen|per
    |via|berichten|tekst)
    (telefoon|mobiel|toestel|gsm|telefoonlijn|centrale|mobieltje|microfoon) (is|van de zaak|op kantoor|ligt|staat|doet|werkt|moet|in
    |heeft) _ (kapot|stuk|defect|gestolen|kwijt|niet|leeg|reparatie|storing|stil|uit|gevallen|water|af)
    (telefoon|mobiel|gsm|toestel) (kapot|stuk|kwijt|gestolen|defect|leeg)
    """,
    r"""
    (nie|bez|proszę nie|zamiast|lepiej nie) (ma potrzeby |trzeba |należy |do mnie |proszę |teraz |próbować )?(dzwoni*|dzwoń*|zadzwoni*
    |telefon*|oddzwania*|przedzwania*)
    (nie|ani|nic) (przez |na |rozmawiać przez |omawiać przez )?(telefon|telefonicznie|telefonie)
    (tylko|wyłącznie|jedynie|najlepiej|raczej|najwygodniej|wolę) (do mnie |pisać |kontakt |odpisać |proszę )?(mail*|e mail*|email*|pisemn*
    |drogą|mailow*|przez (mail*|whatsapp*|sms*)|na ten adres|na maila|na tego maila|w tym wątku|smsem|sms*|whatsapp*|na piśmie)
    (mail|e mail|mailem|mailowo|pisemnie|sms) (jest|będzie|byłoby|wystarczy) (lepiej|najlepiej|najłatwiej|wygodniej|szybciej|bezpieczniej
    |mi)
    (mogę|dam radę|wolno) (teraz |tu |tutaj |dziś |stąd )?(tylko|jedynie|wyłącznie) (pisać|pisa*|czytać|odpisywać|mail*|sms*|przez)
    (telefon|komórka|komórkę|linia|centrala|mikrofon|aparat) (służbow* |w biurze |stacjonarn* )?(mam|jest|nie|mi|się|w|został*|padł*|leży
    |zgubi*|musi) _ (zepsut*|uszkodzon*|skradzion*|działa|rozładowan*|napraw*|padł*|awari*|wyciszon*|wyłączon*|ukrad*|zalał*|stłuk*|domu)
    (telefon|komórka|komórkę) (zepsut*|uszkodzon*|wyciszon*|wyłączon*|skradzion*|rozładowan*|padł*)
    """,
)
"""Do not call; by mail only; my phone is broken. No negation undoes these: they hold one."""
