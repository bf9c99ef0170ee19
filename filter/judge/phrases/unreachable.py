"""How somebody keeps others from asking back: in a meeting, no calls, written on the go. Phrases only."""

from __future__ import annotations

UNAVAILABLE = (
    r"""
    (i'm|i am|im|am|i'll be|i will be|be|being|currently|stuck|tied up|sitting|been|while|i've been|heading|walking|going|about to
    |back to back|busy|all day|stepping) _ (in|on|at|into|board*|travel*|with|between|back to back|out of|through|up|off|a|the
    |to) _ (meeting*|conference|flight|plane|call|board*|session|seminar|travel*|court|airport|train|transit|workshop|negotiation*
    |client|clients|lawyers|auditors|doctor*|hospital|procedure|deposition|site|road|water|fair|reach|signal|surveyors|presentation
    |interview*|hearing|appointment|talks|audit|air|theatre|retreat|offsite|summit)
    (can't|cannot|can not|unable to|won't be able to|not able to|couldn't|don't have) _ (talk|take calls|take a call|call|speak
    |answer|pick up|phone|signal|get to (my|the) phone|be disturbed|step out|access|reach|receive calls|use my phone)
    (in|into) (a |another |back to back |the |board |this |all day )?(meeting*|conference|flight|mediation)
    (boarding|in flight|travelling|traveling|out of office|out of the office|no signal|poor signal|limited access|bad reception
    |on the road|away from my desk|(i'm|i am|am|currently|be) (overseas|abroad))
    """,
    r"""
    (bin|sitze|sitz|stecke|bis|noch|gerade|ganzen tag|momentan|derzeit|unterwegs|heute) _ (in|im|auf|beim|bei|einer|einem|der
    |am) _ (besprechung*|meeting*|sitzung*|termin*|konferenz*|flieger|flugzeug|flug|flughafen|verhandlung*|zug|messe|tagung|gremium
    |aufsichtsrat*|vorstand*|notar*|kunden|klausur*|seminar|schulung|krankenhaus|arzt|reise|dienstreise|gespräch*|handy|baustelle|werk
    |gericht|anwalt|audit)
    (telefonisch|am telefon|per telefon|ans telefon) _ (nicht|schlecht|kaum|schwer|nicht zu)
    (nicht|schlecht|kaum|keine|kann nicht) _ (erreichbar|telefonier*|sprechen|anruf*|rangehen|erreichen|ans telefon|reden|ans handy
    |empfang|abnehmen|telefonisch)
    (im meeting|in besprechung|in einer besprechung|auf dienstreise|auf reisen|im ausland|im flieger|unterwegs|komme nicht aufs)
    """,
    r"""
    (suis|serai|actuellement|coincé*|en|je pars|toute la journée|jusqu'à|dans l'avion|j'entre|sors) _ (en|dans|à|au|une|un|l'|pour|chez
    |du|de) _ (réunion*|rendez vous|rdv|conférence|avion|vol|déplacement|conseil|comité|séance|négociation*|audience|train|rendez
    |séminaire|aéroport|salon|notaire|client|formation|clinique|hôpital|codir|visio|entretien*)
    (ne (peux|pourrai|suis|serai) (pas|plus)|pas|impossible|difficilement|sans) _ (joignable|parler|répondre|téléphon*|appel*|décrocher
    |prendre|réseau|accessible)
    (en réunion|en déplacement|en rendez vous|en conférence|injoignable|à l'étranger|en ligne toute|pas mon téléphone)
    """,
    r"""
    (estoy|estaré|ando|sigo|entro|voy|actualmente|hasta|todo el día|metid*|salgo) _ (en|a|de|con|una|un|la|el|al|del|por) _ (reunión
    |reuniones|junta*|conferencia|vuelo|avión|viaje|consejo|comité|sesión|feria|aeropuerto|notar*|cliente*|congreso|médico|hospital
    |juzgado|negociaci*|viajando|visita|videollamada|embarc*|tren|auditor*|asamblea)
    (no (puedo|podré|voy a poder|contesto|atiendo|cojo|tengo)|sin|imposible|difícil) _ (hablar|atender|contestar|llamad*|teléfono
    |cobertura|señal|cogerlo|coger|responder|localiz*)
    (en (una )?reunión|en (una )?junta|de viaje|fuera de la oficina|sin cobertura|ilocalizable|en el extranjero|embarcando)
    """,
    r"""
    (estou|estarei|vou|ando|atualmente|até|o dia todo|entrando|a entrar|dentro|saio|preso|presa) _ (em|na|no|num|numa|a|para|de|com|uma
    |um|o) _ (reunião|reuniões|conferência|voo|avião|viagem|conselho|sessão|feira|aeroporto|cartório|notário|cliente*|congresso|médico
    |hospital|audiência|embarc*|negociaç*|videochamada|assembleia|auditor*|evento)
    (não (posso|consigo|vou poder|atendo|dá|tenho)|sem|impossível) _ (falar|atender|telefon*|ligaç*|chamada*|sinal|rede|responder|ligar
    |celular)
    (em reunião|em viagem|fora do escritório|incontactável|no exterior|no estrangeiro|embarcando)
    """,
    r"""
    (sono|sarò|sto|entro|attualmente|fino a|tutto il giorno|impegnat*|chius*|bloccat*|esco) _ (in|a|al|alla|dal|con|una|un|l'|per|il
    |la) _ (riunione|riunioni|conferenza|volo|aereo|viaggio|consiglio|cda|sessione|fiera|aeroporto|notaio|cliente|congresso|medico
    |ospedale|udienza|trasferta|trattativa|imbarc*|treno|assemblea|call|videochiamata|incontro)
    (non (posso|potrò|riesco|rispondo|sono)|senza|impossibile|difficile) _ (parlare|rispondere|telefon*|chiam*|raggiungibil*|segnale
    |campo|reperibil*)
    (in riunione|in viaggio|in trasferta|fuori ufficio|fuori sede|irraggiungibile|all'estero|in aereo|in volo)
    """,
    r"""
    (ben|zit|zitten|momenteel|tot|hele dag|vandaag|onderweg|nu|net|stap) _ (in|op|naar|bij|aan|een|de|het|met|tussen) _ (vergadering*
    |bespreking*|overleg|meeting*|conferentie|vlucht|vliegtuig|reis|bestuursvergadering|beurs|luchthaven|schiphol|notaris|klant|congres
    |zitting|trein|onderhandeling*|afspraak|gesprek*|seminar|ziekenhuis|raad|buitenland|call|directieoverleg)
    (kan|niet|geen|slecht|moeilijk) _ (bellen|telefoneren|bereikbaar|praten|opnemen|bereik|gebeld|aannemen|spreken)
    (in vergadering|in bespreking|in een meeting|in gesprek|op reis|onbereikbaar|in het buitenland|in het vliegtuig|telefonisch niet
    |telefonisch slecht)
    """,
    r"""
    (jestem|będę|siedzę|obecnie|do|cały dzień|teraz|wchodzę|wsiadam|właśnie|zaraz) _ (na|w|u|z|do|po) _ (spotkani*|zebrani*|konferencj*
    |samolo*|lot*|podróż*|delegacj*|narad*|posiedzeni*|targ*|rozmow*|notariusz*|negocjacj*|lotnisk*|trasie|pociąg*|szpital*|lekarz*
    |szkoleni*|rad*|zarząd*|klient*|sąd*)
    (nie|bez) _ (mogę|odbieram|rozmawiać|odebrać|odbiorę|dzwonić|zasięg*|rozmów|będę mógł|będę mogła|telefon*)
    (na spotkaniu|na konferencji|w podróży|na delegacji|w delegacji|poza biurem|za granicą|na zebraniu|w samolocie|nieosiągaln*
    |bez zasięgu)
    """,
)
"""I am in a meeting, on a plane, cannot talk."""

NO_CALLBACK = (
    r"""
    (don't|do not|please don't|no need to|cannot|can't|not|avoid|rather than|instead of|no) (try (to |calling )?)?(call*|phon*|ring*
    |pick up|take calls|answer* calls|telephone|reach* me by phone|voicemail*|phone calls)
    (only|just|solely|best|strictly|exclusively|better|prefer*|easier|keep it) _ (email|e mail|mail|emails|in writing|by reply
    |this address|text|texts|whatsapp|by mail)
    (email|e mail|mail|text|message|writing|this thread|this address) (only|is (better|best|easier|fine|the only)|rather than
    |not (the )?phone|instead)
    (phone|mobile|cell|cellphone|line|lines|handset|microphone|mic) _ (is|are|has|was|been|got|went|died|not) _ (broken|faulty|dead|down
    |out of|lost|stolen|playing up|not working|damaged|cracked|bad|off|being repaired|smashed|flat|repair)
    (lost|broke|dropped|smashed|changed) my (phone|mobile|cell)
    (calls|phone|line|lines|office) ~ (logged|monitored|recorded lines|not secure|being upgraded|switchboard)
    reply (here|to this|directly|only|by email|by return|to my private|to me here|via email)
    """,
    r"""
    (nicht|kein*|bitte nicht|niemals) _ (anruf*|telefon*|rückruf*|durchklingel*|zurückrufen|anzurufen)
    (nur|ausschließlich|lieber|besser|am besten|einfach) _ (per|über|via|schriftlich|mail|e mail|email|diese adresse|hier|whatsapp)
    (handy|telefon|mobiltelefon|leitung|diensthandy|smartphone) _ (kaputt|defekt|gestohlen|verloren|funktioniert nicht|geht nicht
    |in reparatur|spinnt|leer|aus|gestört|reparatur|display|tot)
    (antworten sie|antworte|antwort) _ (hier|auf diese|nur|direkt|bitte)
    """,
    r"""
    (ne|n'|pas|inutile|évit*|éviter|sans) _ (appel*|rappel*|téléphon*|joindre|joign*)
    (uniquement|seulement|exclusivement|plutôt|de préférence|que|passe|passer|que par) _ (par|via) (mail|e mail|email|courriel|écrit
    |messagerie|message|retour|ce mail|cette adresse)
    (téléphone|portable|ligne|mobile|combiné) _ (cassé|en panne|hors service|volé|perdu|hs|ne fonctionne*|ne marche*|en réparation
    |déchargé|coupé*)
    (répond*|réponse) _ (ici|à cette adresse|à ce mail|uniquement|par mail|par retour)
    """,
    r"""
    (no|sin|evit*|ni) _ (llam*|telefone*|marc*|llamada*|por teléfono)
    (solo|sólo|únicamente|exclusivamente|mejor|preferiblemente|todo) _ (por|a través|vía) _ (correo*|mail|e mail|email|escrito
    |este medio|aquí|whatsapp|esta vía)
    (teléfono|móvil|celular|línea) _ (roto|averiado|estropeado|robado|perdido|no funciona|descompuesto|sin batería|dañado|reparación
    |fallando|muerto)
    (respond*|contest*|escrib*) _ (aquí|a este|por aquí|solo|por esta|por este)
    """,
    r"""
    (não|nem|evit*|sem) _ (lig*|telefon*|me ligue*|chame*|ligaç*|chamadas)
    (só|somente|apenas|exclusivamente|unicamente|melhor|prefiro) _ (por|via|pelo) _ (email|e mail|mail|escrito|aqui|mensagem|whatsapp)
    (telefone|telemóvel|celular|linha) _ (avariado|partido|quebrado|roubado|perdido|não funciona|estragado|sem bateria|conserto|quebrou
    |avariou|pifou)
    (respond*|responda) _ (aqui|a este|por aqui|só|neste|por este)
    """,
    r"""
    (non|evit*|senza|né) _ (chiam*|telefon*|mi chiami|chiamarmi)
    (solo|soltanto|esclusivamente|unicamente|meglio|preferibilmente|tutto) _ (via|per|tramite|a mezzo) _ (mail|e mail|email|iscritto
    |scritto|posta|messaggio|questo indirizzo|whatsapp)
    (telefono|cellulare|linea) _ (rotto|guasto|rubato|perso|non funziona|scarico|riparazione|fuori uso|guasta|morto)
    (rispond*) _ (qui|a questa|solo|a questo|direttamente)
    """,
    r"""
    (niet|geen|liever niet|zonder) _ (bel*|telefo*|te bellen|terugbellen|nabellen)
    (alleen|enkel|uitsluitend|liefst|liever|gewoon|het beste) _ (per|via|op|schriftelijk|mailen)
    (telefoon|mobiel|toestel|lijn|gsm) _ (kapot|stuk|defect|gestolen|kwijt|werkt niet|doet het niet|leeg|reparatie|storing)
    (antwoord*|reageer*|reply) _ (hier|op deze|alleen|op dit|direct)
    """,
    r"""
    (nie|bez|proszę nie) _ (dzwo*|telefon*|dzwonić|oddzwania*)
    (tylko|wyłącznie|jedynie|najlepiej|raczej) _ (mail*|e mail*|email*|pisemn*|drogą|przez|na ten adres|na maila|poczt*|whatsapp*)
    (telefon|komórka|linia) _ (zepsut*|uszkodzon*|skradzion*|zgubi*|nie działa|rozładowan*|w naprawie|padł*|awari*|naprawi*)
    (odpow*|odpisz*|odpisa*|pisz*) _ (tutaj|tu|na ten|tylko|na tego|bezpośrednio)
    """,
)
"""Do not call; answer by mail only; my phone is broken."""

MOBILE_SIGNATURE = (
    r"""
    (sent|send) (from|via|by|on|using) _ (iphone|ipad|mobile|phone|smartphone|android|blackberry|galaxy|samsung|device|handheld
    |outlook for|huawei|tablet|yahoo mail|gmail mobile|cell)
    (get|try) outlook for (ios|android)
    (excuse|forgive|pardon) _ (typo*|brevity|errors|spelling)
    (gesendet|geschickt) (von|mit|aus|über) _ (iphone|ipad|handy|smartphone|mobil*|android*|samsung|galaxy|outlook|gerät|tablet)
    (von|mit) (meinem|dem|mein) (iphone|ipad|handy|smartphone|mobiltelefon|mobilgerät|android*) (gesendet|geschickt|aus gesendet)?
    von (unterwegs|meinem mobilgerät) gesendet
    (envoyé|expédié) (de|depuis|à partir) _ (iphone|ipad|mobile|portable|smartphone|téléphone|android|samsung|outlook|appareil)
    (obtenir|télécharger?|téléchargez) outlook pour (ios|android)
    (enviado|enviada) (desde|do|de|a partir|pelo|via|por) _ (iphone|ipad|móvil|celular|teléfono|smartphone|android|samsung|outlook
    |telemóvel|dispositivo|galaxy|huawei|xiaomi|tablet)
    (obtener|obter|obtenha|scarica|ottieni|download|pobierz|hol dir|holen sie sich) outlook (para|per|for|voor|für|dla) (ios|android)
    (inviato|inviata) (da|dal|con) _ (iphone|ipad|cellulare|smartphone|android|telefono|samsung|dispositivo|outlook|tablet)
    (verstuurd|verzonden) (vanaf|met|vanuit|via) _ (iphone|ipad|mobiel*|telefoon|smartphone|android|samsung|toestel|outlook|tablet)
    (wysłano|wysłane|wysłana) (z|ze|za pomocą|przez) _ (iphone*|ipad*|telefon*|komórk*|smartfon*|android*|samsung*|urządzen*|outlook*
    |tablet*|aplikacji)
    outlook (für|para|pour|per|voor|for|dla) (ios|android)
    """,
)
"""The line under the text that says it was written on the go."""
