"""How somebody keeps others from asking back: secrecy, no calls, in a meeting, a deal nobody may know of. Phrases only."""

from __future__ import annotations

SECRECY = (
    r"""
    (keep|kept|remain*|stay*|leave|hold|treat|handle) _ (this|it|that|us|matter|yourself|confiden*|private|discreet*|quiet|surprise|secret|wraps|between|off|strictest) _ (between|to yourself|confiden*|private|discreet*|quiet|surprise|secret|under wraps|us|strict*|to ourselves|off the|wraps|two of us|with care|confidence)
    (don't|do not|please don't|not to|never|refrain from|avoid|without|rather not|shouldn't|should not|mustn't|must not|nobody|no one|not be|cannot be|can't be|prefer not) _ (tell|telling|discuss*|mention*|share|sharing|inform|involve|involving|speak of|speak about|copy|copying|talk about|talking about|loop|raise|say anything|disclose*|circulat*|let anyone|let anybody|else|bring in|spread|ask anyone)
    (strictly|highly|completely|utmost|absolute|strict|total|complete) (private|confiden*|secre*|discre*|personal)
    (confidential|confidentiality|discretion|secrecy|secret|surprise|between us|between you and me|only you|just you and me|just the two of us|hush hush|need to know|just between|under wraps|price sensitive|insider|embargo*|off the record|in confidence|no one else|nobody else)
    """,
    r"""
    (vertraulich*|streng vertraulich|diskret*|diskretion|verschwiegen*|geheim*|stillschweigen|unter uns|nur zwischen uns|behalt*|überraschung|vertraulichkeit*|unter vier augen|niemand sonst|niemandem|insider*)
    (bitte )?(nicht|niemand*|kein*|ohne|weder) _ (besprech*|erwähn*|weitersag*|weiterleit*|sprich|sprechen|erzähl*|reden|informier*|einbezieh*|rücksprache|thematisier*|erfahren|mitteil*|einweih*|gesprochen|darüber|kollegen|anderen)
    (für dich behalten|für sich behalten|für sich|bei ihnen bleiben|bleibt unter|soll unter uns|unter uns bleib*)
    """,
    r"""
    (confidentiel*|confidentialité|discrétion|discret*|entre nous|secret*|surprise|strictement personnel*|en toute discrétion|réserve absolue|sous embargo|initié*|cercle restreint|seul interlocut*|unique interlocut*)
    (ne|n'|pas|sans|aucun|évit*|personne) _ (parl*|évoqu*|mentionn*|discut*|informe*|divulgu*|en parler|communiqu*|ébruit*|dire|partag*|mêl*|transfér*|dossier|prévenir|impliquer)
    (garde*|gardez|reste*|garder|rester) _ (pour toi|pour vous|entre nous|confiden*|discret*|secret*|entre toi)
    """,
    r"""
    (confidencial*|discreción|discret*|entre nosotros|secreto|reservad*|sorpresa|entre tú y yo|entre usted y yo|nadie más|con nadie|a nadie|sin que se enteren|nadie se entere|estrictamente|en reserva|sigilo|información privilegiada)
    (no|sin|nadie|evit*|tampoco) _ (coment*|habl*|mencion*|digas|diga|compart*|informe*|informar|difund*|lo sepa*|revel*|divulg*|involucr*|trat*|reenvi*|enter*)
    (guárd*|guarde|mant*|qued*) _ (para ti|para usted|en secreto|entre nosotros|reserva|discreción|entre tú)
    """,
    r"""
    (confidencial*|discrição|discret*|entre nós|sigilo*|sigilos*|segredo|surpresa|reservad*|mais ninguém|com ninguém|a ninguém|ninguém (saiba|pode saber|mais)|fica entre|informação privilegiada)
    (não|sem|ninguém|evit*|nem) _ (coment*|fale*|falar|mencion*|diga*|partilh*|compartilh*|informe*|informar|divulg*|envolv*|encaminh*|revel*|contar|discut*)
    """,
    r"""
    (riservat*|riserbo|confidenzial*|discrezione|segret*|tra (di )?noi|fra noi|sorpresa|strettamente|nessun altro|con nessuno|a nessuno|che resti|resti tra|informazione privilegiata)
    (non|senza|nessuno|evit*|né) _ (parl*|dire|dica|dirlo|menzion*|condivid*|discut*|informi*|informare|coinvolg*|accenn*|inoltr*|divulg*|farne|ne parli|sappia)
    """,
    r"""
    (vertrouwelijk*|discreet|discretie|onder ons|geheim*|tussen ons|verrassing|stil houden|strikt|geheimhouding|niemand anders|met niemand|tussen jou en mij|tussen u en mij|voorkennis|onder embargo)
    (niet|niemand|geen|nog niet|zonder|liever niet) _ (bespreek*|besprek*|noem*|vertel*|deel*|delen|doorsturen|praat|praten|over hebben|betrek*|zeg*|overleg*|weten|collega*|weet)
    (hou|houd|houden|blijft) _ (voor je|voor jezelf|voor uzelf|onder ons|tussen ons|voor u|stil|binnenskamers)
    """,
    r"""
    (poufn*|dyskret*|dyskrecj*|tajemnic*|między nami|niespodziank*|ściśle|w sekrecie|nikomu|z nikim|nikt (inny|poza|się|więcej)|tylko między|do twojej wiadomości|tylko do wiadomości)
    (nie|bez|proszę nie|nikomu|nikogo) _ (mów*|rozmawia*|wspomina*|informu*|omawia*|przekazu*|udostępnia*|dyskut*|ujawnia*|angażu*|konsult*|wtajemnicz*|rozgłasza*)
    (zachow*|zosta*|zatrzym*) _ (dla siebie|między nami|w tajemnicy|poufn*|dyskre*)
    """,
)
"""Keep it between us; nobody is to know."""

UNAVAILABLE = (
    r"""
    (i'm|i am|im|am|i'll be|i will be|be|being|currently|stuck|tied up|sitting|been|while|i've been|heading|walking|going|about to|back to back|busy|all day|stepping) _ (in|on|at|into|board*|travel*|with|between|back to back|out of|through|up|off|a|the|to) _ (meeting*|conference|flight|plane|call|board*|session|seminar|travel*|court|airport|train|transit|workshop|negotiation*|client|clients|lawyers|auditors|doctor*|hospital|procedure|deposition|site|road|water|fair|reach|signal|surveyors|presentation|interview*|hearing|appointment|talks|audit|notary|air|theatre|retreat|offsite|summit|visit)
    (can't|cannot|can not|unable to|won't be able to|not able to|couldn't|don't have|no) _ (talk|take calls|take a call|call|speak|answer|pick up|phone|signal|get to (my|the) phone|be disturbed|step out|access|reach|receive calls|use my phone)
    (in|into) (a |another |back to back |the |board |this |all day )?(meeting*|conference|flight|mediation)
    (boarding|in flight|travelling|traveling|out of office|out of the office|no signal|poor signal|limited access|bad reception|on the road|away from my desk|overseas|abroad)
    """,
    r"""
    (bin|sitze|sitz|stecke|bis|noch|gerade|ganzen tag|momentan|derzeit|unterwegs|heute) _ (in|im|auf|beim|bei|einer|einem|der|am) _ (besprechung*|meeting*|sitzung*|termin*|konferenz*|flieger|flugzeug|flug|flughafen|verhandlung*|zug|messe|tagung|gremium|aufsichtsrat*|vorstand*|notar*|kunden|klausur*|seminar|schulung|krankenhaus|arzt|reise|dienstreise|gespräch*|handy|baustelle|werk|gericht|anwalt|audit)
    (telefonisch|am telefon|per telefon|ans telefon) _ (nicht|schlecht|kaum|schwer|nicht zu)
    (nicht|schlecht|kaum|keine|kann nicht) _ (erreichbar|telefonier*|sprechen|anruf*|rangehen|erreichen|ans telefon|reden|ans handy|empfang|abnehmen|telefonisch)
    (im meeting|in besprechung|in einer besprechung|auf dienstreise|auf reisen|im ausland|im flieger|unterwegs|komme nicht aufs)
    """,
    r"""
    (suis|serai|actuellement|coincé*|en|je pars|toute la journée|jusqu'à|dans l'avion|j'entre|sors) _ (en|dans|à|au|une|un|l'|pour|chez|du|de) _ (réunion*|rendez vous|rdv|conférence|avion|vol|déplacement|conseil|comité|séance|négociation*|audience|train|rendez|séminaire|aéroport|salon|notaire|client|formation|clinique|hôpital|codir|visio|entretien*)
    (ne (peux|pourrai|suis|serai) (pas|plus)|pas|impossible|difficilement|sans) _ (joignable|parler|répondre|téléphon*|appel*|décrocher|prendre|réseau|accessible)
    (en réunion|en déplacement|en rendez vous|en conférence|injoignable|à l'étranger|en ligne toute|pas mon téléphone)
    """,
    r"""
    (estoy|estaré|ando|sigo|entro|voy|actualmente|hasta|todo el día|metid*|salgo) _ (en|a|de|con|una|un|la|el|al|del|por) _ (reunión|reuniones|junta*|conferencia|vuelo|avión|viaje|consejo|comité|sesión|feria|aeropuerto|notar*|cliente*|congreso|médico|hospital|juzgado|negociaci*|viajando|visita|videollamada|embarc*|tren|auditor*|asamblea)
    (no (puedo|podré|voy a poder|contesto|atiendo|cojo|tengo)|sin|imposible|difícil) _ (hablar|atender|contestar|llamad*|teléfono|cobertura|señal|cogerlo|coger|responder|localiz*)
    (en (una )?reunión|en (una )?junta|de viaje|fuera de la oficina|sin cobertura|ilocalizable|en el extranjero|embarcando)
    """,
    r"""
    (estou|estarei|vou|ando|atualmente|até|o dia todo|entrando|a entrar|dentro|saio|preso|presa) _ (em|na|no|num|numa|a|para|de|com|uma|um|o) _ (reunião|reuniões|conferência|voo|avião|viagem|conselho|sessão|feira|aeroporto|cartório|notário|cliente*|congresso|médico|hospital|audiência|embarc*|negociaç*|videochamada|assembleia|auditor*|evento)
    (não (posso|consigo|vou poder|atendo|dá|tenho)|sem|impossível) _ (falar|atender|telefon*|ligaç*|chamada*|sinal|rede|responder|ligar|celular)
    (em reunião|em viagem|fora do escritório|incontactável|no exterior|no estrangeiro|embarcando)
    """,
    r"""
    (sono|sarò|sto|entro|attualmente|fino a|tutto il giorno|impegnat*|chius*|bloccat*|esco) _ (in|a|al|alla|dal|con|una|un|l'|per|il|la) _ (riunione|riunioni|conferenza|volo|aereo|viaggio|consiglio|cda|sessione|fiera|aeroporto|notaio|cliente|congresso|medico|ospedale|udienza|trasferta|trattativa|imbarc*|treno|assemblea|call|videochiamata|incontro)
    (non (posso|potrò|riesco|rispondo|sono)|senza|impossibile|difficile) _ (parlare|rispondere|telefon*|chiam*|raggiungibil*|segnale|campo|reperibil*)
    (in riunione|in viaggio|in trasferta|fuori ufficio|fuori sede|irraggiungibile|all'estero|in aereo|in volo)
    """,
    r"""
    (ben|zit|zitten|momenteel|tot|hele dag|vandaag|onderweg|nu|net|stap) _ (in|op|naar|bij|aan|een|de|het|met|tussen) _ (vergadering*|bespreking*|overleg|meeting*|conferentie|vlucht|vliegtuig|reis|bestuursvergadering|beurs|luchthaven|schiphol|notaris|klant|congres|zitting|trein|onderhandeling*|afspraak|gesprek*|seminar|ziekenhuis|raad|buitenland|call|directieoverleg)
    (kan|niet|geen|slecht|moeilijk) _ (bellen|telefoneren|bereikbaar|praten|opnemen|bereik|gebeld|aannemen|spreken)
    (in vergadering|in bespreking|in een meeting|in gesprek|op reis|onbereikbaar|in het buitenland|in het vliegtuig|telefonisch niet|telefonisch slecht)
    """,
    r"""
    (jestem|będę|siedzę|obecnie|do|cały dzień|teraz|wchodzę|wsiadam|właśnie|zaraz) _ (na|w|u|z|do|po) _ (spotkani*|zebrani*|konferencj*|samolo*|lot*|podróż*|delegacj*|narad*|posiedzeni*|targ*|rozmow*|notariusz*|negocjacj*|lotnisk*|trasie|pociąg*|szpital*|lekarz*|szkoleni*|rad*|zarząd*|klient*|sąd*)
    (nie|bez) _ (mogę|odbieram|rozmawiać|odebrać|odbiorę|dzwonić|zasięg*|rozmów|będę mógł|będę mogła|telefon*)
    (na spotkaniu|na konferencji|w podróży|na delegacji|w delegacji|poza biurem|za granicą|na zebraniu|w samolocie|nieosiągaln*|bez zasięgu)
    """,
)
"""I am in a meeting, on a plane, cannot talk."""

NO_CALLBACK = (
    r"""
    (don't|do not|please don't|no need to|cannot|can't|not|avoid|rather than|instead of|no) (try (to |calling )?)?(call*|phon*|ring*|pick up|take calls|answer* calls|telephone|reach* me by phone|voicemail*|phone calls)
    (only|just|solely|best|strictly|exclusively|better|prefer*|easier|keep it) _ (email|e mail|mail|emails|in writing|by reply|this address|text|texts|whatsapp|by mail)
    (email|e mail|mail|text|message|writing|this thread|this address) (only|is (better|best|easier|fine|the only)|rather than|not (the )?phone|instead)
    (phone|mobile|cell|cellphone|line|lines|handset|microphone|mic) _ (is|are|has|was|been|got|went|died|not) _ (broken|faulty|dead|down|out of|lost|stolen|playing up|not working|damaged|cracked|bad|off|being repaired|smashed|flat|repair)
    (lost|broke|dropped|smashed|changed) my (phone|mobile|cell)
    (calls|phone|line|lines|office) ~ (logged|monitored|recorded lines|not secure|being upgraded|switchboard)
    reply (here|to this|directly|only|by email|by return|to my private|to me here|via email)
    """,
    r"""
    (nicht|kein*|bitte nicht|niemals) _ (anruf*|telefon*|rückruf*|durchklingel*|zurückrufen|anzurufen)
    (nur|ausschließlich|lieber|besser|am besten|einfach) _ (per|über|via|schriftlich|mail|e mail|email|diese adresse|hier|whatsapp) _ (mail|e mail|email|schriftlich|adresse|antwort*|diesem weg|hier)?
    (handy|telefon|mobiltelefon|leitung|diensthandy|smartphone) _ (kaputt|defekt|gestohlen|verloren|funktioniert nicht|geht nicht|in reparatur|spinnt|leer|aus|gestört|reparatur|display|tot)
    (antworten sie|antworte|antwort) _ (hier|auf diese|nur|direkt|bitte) _ (mail|nachricht|adresse|hierauf)?
    """,
    r"""
    (ne|n'|pas|inutile|évit*|éviter|sans) _ (appel*|rappel*|téléphon*|joindre|joign*) _ (pas|par téléphone)?
    (uniquement|seulement|exclusivement|plutôt|de préférence|que|passe|passer|que par) _ (par|via) (mail|e mail|email|courriel|écrit|messagerie|message|retour|ce mail|cette adresse)
    (téléphone|portable|ligne|mobile|combiné) _ (cassé|en panne|hors service|volé|perdu|hs|ne fonctionne*|ne marche*|en réparation|déchargé|coupé*)
    (répond*|réponse) _ (ici|à cette adresse|à ce mail|uniquement|par mail|par retour)
    """,
    r"""
    (no|sin|evit*|ni) _ (llam*|telefone*|marc*|llamada*|por teléfono)
    (solo|sólo|únicamente|exclusivamente|mejor|preferiblemente|todo) _ (por|a través|vía) _ (correo*|mail|e mail|email|escrito|este medio|aquí|whatsapp|esta vía)
    (teléfono|móvil|celular|línea) _ (roto|averiado|estropeado|robado|perdido|no funciona|descompuesto|sin batería|dañado|reparación|fallando|muerto)
    (respond*|contest*|escrib*) _ (aquí|a este|por aquí|solo|por esta|por este) _ (correo|mail|medio|dirección|vía)?
    """,
    r"""
    (não|nem|evit*|sem) _ (lig*|telefon*|me ligue*|chame*|ligaç*|chamadas)
    (só|somente|apenas|exclusivamente|unicamente|melhor|prefiro) _ (por|via|pelo) _ (email|e mail|mail|escrito|aqui|mensagem|whatsapp)
    (telefone|telemóvel|celular|linha) _ (avariado|partido|quebrado|roubado|perdido|não funciona|estragado|sem bateria|conserto|quebrou|avariou|pifou)
    (respond*|responda) _ (aqui|a este|por aqui|só|neste|por este) _ (email|mail|e mail|endereço)?
    """,
    r"""
    (non|evit*|senza|né) _ (chiam*|telefon*|mi chiami|chiamarmi)
    (solo|soltanto|esclusivamente|unicamente|meglio|preferibilmente|tutto) _ (via|per|tramite|a mezzo) _ (mail|e mail|email|iscritto|scritto|posta|messaggio|questo indirizzo|whatsapp)
    (telefono|cellulare|linea) _ (rotto|guasto|rubato|perso|non funziona|scarico|riparazione|fuori uso|guasta|morto)
    (rispond*) _ (qui|a questa|solo|a questo|direttamente) _ (mail|email|e mail|indirizzo)?
    """,
    r"""
    (niet|geen|liever niet|zonder) _ (bel*|telefo*|te bellen|terugbellen|nabellen)
    (alleen|enkel|uitsluitend|liefst|liever|gewoon|het beste) _ (per|via|op|schriftelijk|mailen) _ (mail|e mail|email|schriftelijk|dit adres|whatsapp|appen)?
    (telefoon|mobiel|toestel|lijn|gsm) _ (kapot|stuk|defect|gestolen|kwijt|werkt niet|doet het niet|leeg|reparatie|storing)
    (antwoord*|reageer*|reply) _ (hier|op deze|alleen|op dit|direct) _ (mail|adres|bericht)?
    """,
    r"""
    (nie|bez|proszę nie) _ (dzwo*|telefon*|dzwonić|oddzwania*)
    (tylko|wyłącznie|jedynie|najlepiej|raczej) _ (mail*|e mail*|email*|pisemn*|drogą|przez|na ten adres|na maila|poczt*|whatsapp*) _ (mail*|mailow*|elektroniczn*)?
    (telefon|komórka|linia) _ (zepsut*|uszkodzon*|skradzion*|zgubi*|nie działa|rozładowan*|w naprawie|padł*|awari*|naprawi*)
    (odpow*|odpisz*|odpisa*|pisz*) _ (tutaj|tu|na ten|tylko|na tego|bezpośrednio) _ (mail*|adres|wiadomość)?
    """,
)
"""Do not call; answer by mail only; my phone is broken."""

CONFIDENTIAL_DEAL = (
    r"""
    (acquisition*|acquire|acquiring|merger*|takeover|take over|buyout|buy out|purchase of|m&a|due diligence|share purchase|exclusivity|closing of|transaction|divest*|joint venture|spin off|letter of intent|stake in|majority stake|target company) ~ (confiden*|announce*|nda|lawyer*|law firm|attorney*|counsel|solicitor*|board|regulator*|fca|secre*|discre*|disclos*|embargo*|escrow|signing|wire|transfer*|deposit*|notar*|insider)
    (confiden*|lawyer*|law firm|attorney*|solicitor*|counsel|nda|escrow|undertaking*|discre*) ~ (acquisition*|acquire|merger*|takeover|deal|transaction|due diligence|purchase of|operation|buyout|project|matter|file|client account)
    (completion|conveyancing|escrow|exclusivity|client account|undertaking*|settlement) ~~ (quietly|discre*|solicitor*|lawyer*|confiden*|vendor*|not speak|announcement)
    (handled|kept|treated) (quietly|discreetly|confidentially)
    (you will be|you'll be|will be|will) (contacted|contact you|get in touch|be in touch|call you) _ (lawyer*|attorney*|counsel|solicitor*|law firm|partner)
    (lawyer*|attorney*|solicitor*|counsel|law firm) ~ (contact you|in touch|call you|reach out|be writing|instruct*|guide you|send you)
    (we act|i act|i am acting|we are acting|we represent|i represent|acting) (for|in|on behalf|as counsel)
    (nda|non disclosure|non-disclosure|confidentiality agreement|confidentiality undertaking)
    """,
    r"""
    (übernahme*|unternehmenskauf|firmenkauf|akquisition*|fusion*|zukauf|beteiligung*|transaktion*|due diligence|verschmelzung|anteilskauf*|kauf der|kauf des|kauf von|erwerb*|nachfolge*|kaufvertrag) ~ (vertraulich*|verschwiegen*|anwalt*|kanzlei|anwält*|notar*|bafin|behörde*|geheim*|diskret*|stillschweigen|treuhand*|bekannt*|veröffentlich*|ad hoc|signing|closing|insider*)
    (vertraulich*|verschwiegen*|anwalt*|anwält*|kanzlei|notar*|treuhand*|diskret*|geheim*) ~ (übernahme*|akquisition*|fusion|transaktion*|zukauf|erwerb*|beteiligung*|unternehmenskauf|projekt*|vorgang|mandat*|verfahren|angelegenheit|operation)
    (anteil*|verkäufer*|exklusivität|kaufpreis|gegenseite|börsennotiert|sicherheitsleistung|treuhandkonto|vertragspartner) ~~ (verschwiegen*|exklusiv*|weitergabe|vertraulich*|anzahlung|stillschweig*|unter uns|kanzlei*|signing|notar*)
    (anwalt*|anwält*|kanzlei|notar*|berater*) ~ (meldet sich|melden|kontaktier*|setzt sich|in verbindung|wenden|auf (sie|dich) zukommen|schreib*)
    (geheimhaltungsvereinbarung|verschwiegenheitserklärung|verschwiegenheitspflicht|vertraulichkeitsvereinbarung|insiderinformation*|nda)
    """,
    r"""
    (acquisition*|rachat|fusion*|opération|cession*|prise de participation|opa|reprise|due diligence|rapprochement|achat de|parts sociales) ~ (confiden*|avocat*|cabinet|notaire*|amf|discrét*|secret*|annonce*|séquestre|signature|confidentialité|protocole|compromis)
    (confiden*|avocat*|cabinet|notaire|séquestre|discrét*|maître) ~ (acquisition*|rachat|fusion|opération|cession*|reprise|transaction|dossier|projet)
    (reprise|opération|cession|dépôt de garantie|séquestre|acquisition) ~~ (silence|confiden*|ne (l'|pas )?évoquer|unique (contact|interlocut*)|mandaté|discrét*|seul interlocut*)
    engagement de silence
    (avocat*|cabinet|maître|notaire|conseil) ~ (contacter*|prendra contact|vous appellera|joindra|revien*|vous écrira|vous transmettra|vous guidera|vous adresser*)
    (accord|clause|engagement) de (confidentialité|non divulgation)
    (nda|délit d'initié)
    """,
    r"""
    (adquisici*|fusión|compra de|compra del|operación|opa|absorción|toma de participación|due diligence|transacción|compraventa|participaciones|inversión) ~ (confiden*|abogad*|despacho|bufete|notar*|cnmv|reserv*|discre*|secret*|anunci*|firma*|arras|consignación|publicación|comunicar)
    (confiden*|abogad*|despacho|bufete|notar*|reserv*|discre*|licenciad*) ~ (adquisici*|fusión|operación|compra|transacción|absorción|asunto|proyecto|inversión)
    (abogad*|despacho|bufete|notari*|asesor*|licenciad*) ~ (contactar*|pondrá en contacto|llamará|comunicará|se pondrá*|escribirá|te enviará|le enviará)
    (acuerdo|cláusula|convenio|compromiso|pacto) de confidencialidad
    nda
    """,
    r"""
    (aquisiç*|fusão|incorporação|operação|compra de|compra da|compra do|opa|due diligence|transação|participação|cotas|quotas) ~ (confiden*|advogad*|escritório|sociedade de advogados|notári*|cmvm|cvm|sigil*|discriç*|segredo|anunci*|assin*|anúncio|escrow|cartório)
    (confiden*|advogad*|escritório|notári*|sigil*|discriç*|dr|dra) ~ (aquisiç*|fusão|operação|compra|transação|incorporação|negócio|processo|projeto)
    (advogad*|escritório|notári*|consultor*|dr|dra) ~ (contactar*|entrar* em contato|entrará em contacto|ligará|vai contactar|vai entrar|enviará)
    (acordo|cláusula|termo|contrato) de (confidencialidade|sigilo)
    nda
    """,
    r"""
    (acquisizion*|fusion*|operazione|opa|cessione|acquisto (di|del|della)|due diligence|transazione|partecipazion*|quote|rogito|preliminare) ~ (riservat*|confiden*|avvocat*|studio|notai*|consob|riserb*|segret*|annunci*|firm*|closing|escrow|deposito)
    (riservat*|confiden*|avvocat*|studio|notai*|riserb*|avv) ~ (acquisizion*|fusione|operazione|cessione|transazione|acquisto|pratica|progetto|trattativa)
    (pratica|progetto|operazione|caparra|fiduciari*|acquisizione) ~~ (riservat*|riserb*|non ne parli|casella personale|firma singola|nessun*|pochi (lo )?sanno|solo (noi|lei))
    (avvocat*|studio|notai*|consulent*|avv) ~ (contatterà|metterà in contatto|chiamerà|la contatter*|scriverà|ti contatter*|invierà)
    (accordo|patto|clausola|impegno|obbligo) di (riservatezza|confidenzialità)
    nda
    """,
    r"""
    (overname*|acquisitie*|fusie*|transactie*|overnemen|due diligence|participatie|aankoop van|deelneming|koopovereenkomst|aandelen*) ~ (vertrouwelijk*|advoca*|kantoor|notaris*|afm|geheim*|discre*|aankondig*|ondertek*|derdengeld*|bekend*|openbaar)
    (vertrouwelijk*|advoca*|notaris*|geheim*|discre*|derdengeld*|mr) ~ (overname*|acquisitie*|fusie|transactie*|aankoop|dossier|project|traject|operatie)
    (advoca*|notaris*|kantoor|adviseur*|mr) ~ (contact opnemen|neemt contact|belt|benader*|stuurt|laat weten|mailt)
    (geheimhoudingsverklaring|geheimhoudingsovereenkomst|geheimhoudingsplicht|nda|voorwetenschap)
    """,
    r"""
    (przejęci*|fuzj*|akwizycj*|transakcj*|nabyci*|due diligence|zakup (spółki|udziałów|akcji|firmy)|udział*|kupn*) ~ (poufn*|prawnik*|kancelari*|notariusz*|knf|dyskre*|tajemnic*|ogłosz*|podpis*|depozyt*|adwokat*|mecenas*|komunikat*)
    (poufn*|prawnik*|kancelari*|notariusz*|dyskre*|adwokat*|tajemnic*|mecenas*|depozyt*) ~ (przejęci*|fuzj*|akwizycj*|transakcj*|nabyci*|spraw*|projek*|operacj*|zakup*)
    (prawnik*|kancelari*|mecenas*|adwokat*|notariusz*) ~ (skontakt*|odezwie|zadzwoni|napisz*|prześle*|kontakt*)
    (umow*|klauzul*|zobowiąza*) o (poufności|zachowaniu poufności)
    nda
    """,
)
"""A deal that nobody may know of yet, and the lawyer who sees to it."""

MOBILE_SIGNATURE = (
    r"""
    (sent|send) (from|via|by|on|using) _ (iphone|ipad|mobile|phone|smartphone|android|blackberry|galaxy|samsung|device|handheld|outlook for|huawei|tablet|yahoo mail|gmail mobile|cell)
    (get|try) outlook for (ios|android)
    (excuse|forgive|pardon) _ (typo*|brevity|errors|spelling)
    (gesendet|geschickt) (von|mit|aus|über) _ (iphone|ipad|handy|smartphone|mobil*|android*|samsung|galaxy|outlook|gerät|tablet)
    (von|mit) (meinem|dem|mein) (iphone|ipad|handy|smartphone|mobiltelefon|mobilgerät|android*) (gesendet|geschickt|aus gesendet)?
    von (unterwegs|meinem mobilgerät) gesendet
    (envoyé|expédié) (de|depuis|à partir) _ (iphone|ipad|mobile|portable|smartphone|téléphone|android|samsung|outlook|appareil)
    (obtenir|télécharger?|téléchargez) outlook pour (ios|android)
    (enviado|enviada) (desde|do|de|a partir|pelo|via|por) _ (iphone|ipad|móvil|celular|teléfono|smartphone|android|samsung|outlook|telemóvel|dispositivo|galaxy|huawei|xiaomi|tablet)
    (obtener|obter|obtenha|scarica|ottieni|download|pobierz|hol dir|holen sie sich) outlook (para|per|for|voor|für|dla) (ios|android)
    (inviato|inviata) (da|dal|con) _ (iphone|ipad|cellulare|smartphone|android|telefono|samsung|dispositivo|outlook|tablet)
    (verstuurd|verzonden) (vanaf|met|vanuit|via) _ (iphone|ipad|mobiel*|telefoon|smartphone|android|samsung|toestel|outlook|tablet)
    (wysłano|wysłane|wysłana) (z|ze|za pomocą|przez) _ (iphone*|ipad*|telefon*|komórk*|smartfon*|android*|samsung*|urządzen*|outlook*|tablet*|aplikacji)
    outlook (für|para|pour|per|voor|for|dla) (ios|android)
    """,
)
"""The line under the text that says it was written on the go."""
