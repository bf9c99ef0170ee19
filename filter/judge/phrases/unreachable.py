"""How somebody says that they cannot be reached: in a meeting, on a plane, written on the go. Phrases only."""

from __future__ import annotations

UNAVAILABLE = (
    r"""
    (i'm|i am|im|i'll be|i will be|i'd be|currently|stuck|tied up|sitting|while i'm|i've been|heading|about to go|about to walk|busy|all day
    |stepping|locked|chairing) _ (in|on|at|into|with|between|back to back|out of|through|up) _ (meeting*|conference|flight|plane|call|board*
    |session|seminar|travel*|court|airport|train|transit|workshop|negotiation*|client|clients|lawyers|auditors|doctor*|hospital|procedure
    |deposition|site|road|water|fair|reach|signal|surveyors|presentation|interview*|hearing|appointment|talks|audit|air|theatre|retreat
    |offsite|summit)
    (can't|cannot|can not|unable to|won't be able to|not able to|couldn't|mustn't|not allowed to|not supposed to
    |in no position to) (really |easily |just |very well |now |currently |very easily )?(talk|take (calls|a call|your call|any calls
    |phone calls|the call|the phone)|speak|answer (calls|the phone|my phone|my mobile|your call)|pick up|phone|get to (my|the|a) phone
    |be disturbed|be interrupted|be reached|step out|use (my|the|a) phone|come to the phone|receive calls|make calls|call (you|anyone|back
    |out|from)|ring (you|anyone|back)|hear (you|a thing|anything|the phone|myself))
    (hard|difficult|impossible|awkward|tricky) to (reach|get hold of|catch|contact) (me|by phone|today|this|until|at)
    (reception|signal|coverage|mobile network) (is|s|out here is|out there is|in here is|here is|here s|up here is|in this _ is) (bad|poor
    |hopeless|woeful|terrible|awful|patchy|dreadful|weak|useless|non existent|very|really)
    (i'm|i am|i'll be|i will be) (in )?with _ (till|until|all (day|morning|afternoon))
    (i'm|i am|i'll be|i will be|be|currently) (out of (reach|contact)|unreachable|uncontactable|not reachable|not contactable|off the grid)
    (in|into) (a |another |back to back |the |board |this |all day )?(meeting*|conference|flight|mediation)
    (boarding (now|shortly|in)|about to board|in flight|travelling|traveling|out of office|out of the office|(no|poor|hardly any|barely any
    |bad|patchy|zero|weak|hopeless) (phone |mobile |cell )?(signal|reception|coverage)|limited access|on the road|away from my desk|(i'm
    |i am|currently|i'll be) (overseas|abroad))
    """,
    r"""
    (bin|sitze|sitz|stecke|bis|noch|gerade|ganzen tag|momentan|derzeit|unterwegs|heute) _ (in|im|auf|beim|bei|einer|einem|der
    |am) _ (besprechung*|meeting*|sitzung*|termin*|konferenz*|flieger|flugzeug|flug|flughafen|verhandlung*|zug|messe|tagung|gremium
    |aufsichtsrat*|vorstand*|notar*|kunden|klausur*|seminar|schulung|krankenhaus|arzt|reise|dienstreise|gespräch*|handy|baustelle|werk
    |gericht|anwalt|audit)
    (telefonisch|am telefon|per telefon|ans telefon) _ (nicht|schlecht|kaum|schwer|nicht zu)
    (nicht|schlecht|kaum|keine|kann nicht) _ (erreichbar|telefonier*|sprechen|anruf*|rangehen|erreichen|ans telefon|reden|ans handy|empfang
    |abnehmen|telefonisch)
    (im meeting|in besprechung|in einer besprechung|auf dienstreise|auf reisen|im ausland|im flieger|unterwegs|komme nicht aufs)
    """,
    r"""
    (suis|serai|actuellement|coincé*|en|je pars|toute la journée|jusqu'à|dans l'avion|j'entre|sors) _ (en|dans|à|au|une|un|l|pour|chez|du
    |de) _ (réunion*|rendez vous|rdv|conférence|avion|vol|déplacement|conseil|comité|séance|négociation*|audience|train|rendez|séminaire
    |aéroport|salon|notaire|client|formation|clinique|hôpital|codir|visio|entretien*)
    (ne|n) (peux|pourrai|suis|serai|puis) (vraiment )?(pas|plus|guère|difficilement) _ (joignable|parler|répondre|téléphon*|appel*|décrocher
    |prendre|réseau|accessible)
    (impossible|difficilement|peux pas|suis pas|serai pas) _ (joignable|parler|répondre|téléphoner|décrocher|au téléphone)
    (pas|plus) (de |du |au |d')?(joignable|réseau|accès au téléphone)
    sans (réseau|téléphone)( ici| là| pour| jusqu*|\.|,)
    (capte|capter) (pas|plus|mal|rien|presque)
    (en réunion|en déplacement|en rendez vous|en conférence|injoignable|à l'étranger|en ligne toute|pas mon téléphone)
    """,
    r"""
    (estoy|estaré|ando|sigo|entro|voy|actualmente|hasta|todo el día|metid*|salgo) _ (en|a|de|con|una|un|la|el|al|del|por) _ (reunión
    |reuniones|junta*|conferencia|vuelo|avión|viaje|consejo|comité|sesión|feria|aeropuerto|notar*|cliente*|congreso|médico|hospital|juzgado
    |negociaci*|viajando|visita|videollamada|embarc*|tren|auditor*|asamblea)
    (no (puedo|podré|voy a poder|contesto|atiendo|cojo|tengo)|sin|imposible|difícil) _ (hablar|atender|contestar|llamad*|teléfono|cobertura
    |señal|cogerlo|coger|responder|localiz*)
    (en (una )?reunión|en (una )?junta|de viaje|fuera de la oficina|sin cobertura|ilocalizable|en el extranjero|embarcando)
    """,
    r"""
    (estou|estarei|vou|ando|atualmente|até|o dia todo|entrando|a entrar|dentro|saio|preso|presa) _ (em|na|no|num|numa|a|para|de|com|uma|um
    |o) _ (reunião|reuniões|conferência|voo|avião|viagem|conselho|sessão|feira|aeroporto|cartório|notário|cliente*|congresso|médico|hospital
    |audiência|embarc*|negociaç*|videochamada|assembleia|auditor*|evento)
    (não (posso|consigo|vou poder|atendo|dá|tenho)|sem|impossível) _ (falar|atender|telefon*|ligaç*|chamada*|sinal|rede|responder|ligar
    |celular)
    (em reunião|em viagem|fora do escritório|incontactável|no exterior|no estrangeiro|embarcando)
    """,
    r"""
    (sono|sarò|sto|entro|attualmente|fino a|tutto il giorno|impegnat*|chius*|bloccat*|esco) _ (in|a|al|alla|dal|con|una|un|l|per|il
    |la) _ (riunione|riunioni|conferenza|volo|aereo|viaggio|consiglio|cda|sessione|fiera|aeroporto|notaio|cliente|congresso|medico|ospedale
    |udienza|trasferta|trattativa|imbarc*|treno|assemblea|call|videochiamata|incontro)
    (non (posso|potrò|riesco|rispondo|sono)|senza|impossibile|difficile) _ (parlare|rispondere|telefon*|chiam*|raggiungibil*|segnale|campo
    |reperibil*)
    (in riunione|in viaggio|in trasferta|fuori ufficio|fuori sede|irraggiungibile|all'estero|in aereo|in volo)
    """,
    r"""
    (ben|zit|zitten|momenteel|tot|hele dag|vandaag|onderweg|nu|net|stap) _ (in|op|naar|bij|aan|een|de|het|met|tussen) _ (vergadering*
    |bespreking*|overleg|meeting*|conferentie|vlucht|vliegtuig|reis|bestuursvergadering|beurs|luchthaven|schiphol|notaris|klant|congres
    |zitting|trein|onderhandeling*|afspraak|gesprek*|seminar|ziekenhuis|raad|buitenland|call|directieoverleg)
    (kan niet|kan nu niet|kan even niet|niet|geen|slecht|moeilijk) _ (bellen|telefoneren|bereikbaar|praten|opnemen|bereik|gebeld|aannemen
    |spreken)
    (in vergadering|in bespreking|in een meeting|in gesprek|op reis|onbereikbaar|in het buitenland|in het vliegtuig|telefonisch niet
    |telefonisch slecht)
    """,
    r"""
    (jestem|będę|siedzę|obecnie|do|cały dzień|teraz|wchodzę|wsiadam|właśnie|zaraz) _ (na|w|u|z|do|po) _ (spotkani*|zebrani*|konferencj*
    |samolo*|lot*|podróż*|delegacj*|narad*|posiedzeni*|targ*|rozmow*|notariusz*|negocjacj*|lotnisk*|trasie|pociąg*|szpital*|lekarz*
    |szkoleni*|rad*|zarząd*|klient*|sąd*)
    (nie|bez) _ (rozmawiać|odebrać|odbieram telefon*|odbiorę|dzwonić|zasięg*|rozmów|rozmawiał*|telefon*)
    (nie odbieram|nie odbiorę)
    (na spotkaniu|na konferencji|w podróży|na delegacji|w delegacji|poza biurem|za granicą|na zebraniu|w samolocie|nieosiągaln*|bez zasięgu)
    """,
)
"""I am in a meeting, on a plane, cannot talk."""

MOBILE_SIGNATURE = (
    r"""
    (sent|send) (from|via|by|on|using) _ (iphone|ipad|mobile|phone|smartphone|android|blackberry|galaxy|samsung|device|handheld|outlook for
    |huawei|tablet|yahoo mail|gmail mobile|cell)
    (get|try) outlook for (ios|android)
    (excuse|forgive|pardon) _ (typo*|brevity|errors|spelling)
    (gesendet|geschickt) (von|mit|aus|über) _ (iphone|ipad|handy|smartphone|mobil*|android*|samsung|galaxy|outlook|gerät|tablet)
    (von|mit) (meinem|dem|mein) (iphone|ipad|handy|smartphone|mobiltelefon|mobilgerät|android*)( gesendet| geschickt| aus gesendet)?
    von (unterwegs|meinem mobilgerät) gesendet
    (envoyé|expédié) (de|depuis|à partir) _ (iphone|ipad|mobile|portable|smartphone|téléphone|android|samsung|outlook|appareil)
    (obtenir|télécharger?|téléchargez) outlook pour (ios|android)
    (enviado|enviada) (desde|do|de|a partir|pelo|via|por) _ (iphone|ipad|móvil|celular|teléfono|smartphone|android|samsung|outlook|telemóvel
    |dispositivo|galaxy|huawei|xiaomi|tablet)
    (obtener|obter|obtenha|scarica|ottieni|download|pobierz|hol dir|holen sie sich) outlook (para|per|for|voor|für|dla) (ios|android)
    (inviato|inviata) (da|dal|con) _ (iphone|ipad|cellulare|smartphone|android|telefono|samsung|dispositivo|outlook|tablet)
    (verstuurd|verzonden) (vanaf|met|vanuit|via) _ (iphone|ipad|mobiel*|telefoon|smartphone|android|samsung|toestel|outlook|tablet)
    (wysłano|wysłane|wysłana) (z|ze|za pomocą|przez) _ (iphone*|ipad*|telefon*|komórk*|smartfon*|android*|samsung*|urządzen*|outlook*
    |tablet*|aplikacji)
    outlook (für|para|pour|per|voor|for|dla) (ios|android)
    """,
)
"""The line under the text that says it was written on the go."""
