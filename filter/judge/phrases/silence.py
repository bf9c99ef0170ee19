"""How somebody asks for silence: keep it between us, a deal nobody may know of. Phrases only."""

from __future__ import annotations

SECRECY = (
    r"""
    (keep|kept|remain*|stay*|leave|hold|treat|handle) _ (this|it|that|us|matter|yourself|confiden*|private|discreet*|quiet|surprise
    |secret|wraps|between|off|strictest) _ (between|to yourself|confiden*|private|discreet*|quiet|surprise|secret|under wraps|us|strict*
    |to ourselves|off the|wraps|two of us|with care|confidence)
    (don't|do not|please don't|not to|never|refrain from|avoid|without|rather not|shouldn't|should not|mustn't|must not|nobody|no one
    |not be|cannot be|can't be|prefer not) _ (tell|telling|discuss*|mention*|share|sharing|inform|involve|involving|speak of|speak about
    |copy|copying|talk about|talking about|loop|raise|say anything|disclose*|circulat*|let anyone|let anybody|else|bring in|spread
    |ask anyone)
    (strictly|highly|completely|utmost|absolute|strict|total|complete) (private|confiden*|secre*|discre*|personal)
    (confidential|confidentiality|discretion|secrecy|secret|surprise|between us|between you and me|only you|just you and me
    |just the two of us|hush hush|need to know|just between|under wraps|price sensitive|insider|embargo*|off the record|in confidence
    |no one else|nobody else)
    """,
    r"""
    (vertraulich*|streng vertraulich|diskret*|diskretion|verschwiegen*|geheim*|stillschweigen|unter uns|nur zwischen uns|behalt*
    |überraschung|vertraulichkeit*|unter vier augen|niemand sonst|niemandem|insider*)
    (bitte )?(nicht|niemand*|kein*|ohne|weder) _ (besprech*|erwähn*|weitersag*|weiterleit*|sprich|sprechen|erzähl*|reden|informier*
    |einbezieh*|rücksprache|thematisier*|erfahren|mitteil*|einweih*|gesprochen|darüber|kollegen|anderen)
    (für dich behalten|für sich behalten|für sich|bei ihnen bleiben|bleibt unter|soll unter uns|unter uns bleib*)
    """,
    r"""
    (confidentiel*|confidentialité|discrétion|discret*|entre nous|secret*|surprise|strictement personnel*|en toute discrétion
    |réserve absolue|sous embargo|initié*|cercle restreint|seul interlocut*|unique interlocut*)
    (ne|n'|pas|sans|aucun|évit*|personne) _ (parl*|évoqu*|mentionn*|discut*|informe*|divulgu*|en parler|communiqu*|ébruit*|dire|partag*
    |mêl*|transfér*|dossier|prévenir|impliquer)
    (garde*|gardez|reste*|garder|rester) _ (pour toi|pour vous|entre nous|confiden*|discret*|secret*|entre toi)
    """,
    r"""
    (confidencial*|discreción|discret*|entre nosotros|secreto|reservad*|sorpresa|entre tú y yo|entre usted y yo|nadie más|con nadie
    |a nadie|sin que se enteren|nadie se entere|estrictamente|en reserva|sigilo|información privilegiada)
    (no|sin|nadie|evit*|tampoco) _ (coment*|habl*|mencion*|digas|diga|compart*|informe*|informar|difund*|lo sepa*|revel*|divulg*
    |involucr*|trat*|reenvi*|enter*)
    (guárd*|guarde|mant*|qued*) _ (para ti|para usted|en secreto|entre nosotros|reserva|discreción|entre tú)
    """,
    r"""
    (confidencial*|discrição|discret*|entre nós|sigilo*|sigilos*|segredo|surpresa|reservad*|mais ninguém|com ninguém|a ninguém
    |ninguém (saiba|pode saber|mais)|fica entre|informação privilegiada)
    (não|sem|ninguém|evit*|nem) _ (coment*|fale*|falar|mencion*|diga*|partilh*|compartilh*|informe*|informar|divulg*|envolv*|encaminh*
    |revel*|contar|discut*)
    """,
    r"""
    (riservat*|riserbo|confidenzial*|discrezione|segret*|tra (di )?noi|fra noi|sorpresa|strettamente|nessun altro|con nessuno|a nessuno
    |che resti|resti tra|informazione privilegiata)
    (non|senza|nessuno|evit*|né) _ (parl*|dire|dica|dirlo|menzion*|condivid*|discut*|informi*|informare|coinvolg*|accenn*|inoltr*
    |divulg*|farne|ne parli|sappia)
    """,
    r"""
    (vertrouwelijk*|discreet|discretie|onder ons|geheim*|tussen ons|verrassing|stil houden|strikt|geheimhouding|niemand anders
    |met niemand|tussen jou en mij|tussen u en mij|voorkennis|onder embargo)
    (niet|niemand|geen|nog niet|zonder|liever niet) _ (bespreek*|besprek*|noem*|vertel*|deel*|delen|doorsturen|praat|praten|over hebben
    |betrek*|zeg*|overleg*|weten|collega*|weet)
    (hou|houd|houden|blijft) _ (voor je|voor jezelf|voor uzelf|onder ons|tussen ons|voor u|stil|binnenskamers)
    """,
    r"""
    (poufn*|dyskret*|dyskrecj*|tajemnic*|między nami|niespodziank*|ściśle|w sekrecie|nikomu|z nikim|nikt (inny|poza|się|więcej)
    |tylko między|do twojej wiadomości|tylko do wiadomości)
    (nie|bez|proszę nie|nikomu|nikogo) _ (mów*|rozmawia*|wspomina*|informu*|omawia*|przekazu*|udostępnia*|dyskut*|ujawnia*|angażu*
    |konsult*|wtajemnicz*|rozgłasza*)
    (zachow*|zosta*|zatrzym*) _ (dla siebie|między nami|w tajemnicy|poufn*|dyskre*)
    """,
)
"""Keep it between us; nobody is to know."""

CONFIDENTIAL_DEAL = (
    r"""
    (acquisition*|acquire|acquiring|merger*|takeover|take over|buyout|buy out|purchase of|m&a|due diligence|share purchase|exclusivity
    |closing of|transaction|divest*|joint venture|spin off|letter of intent|stake in|majority stake|target company) ~ (confiden*
    |announce*|nda|lawyer*|law firm|attorney*|counsel|solicitor*|board|regulator*|fca|secre*|discre*|disclos*|embargo*|escrow|signing
    |wire|transfer*|deposit*|notar*|insider)
    (confiden*|lawyer*|law firm|attorney*|solicitor*|counsel|nda|escrow|undertaking*|discre*) ~ (acquisition*|acquire|merger*|takeover
    |deal|transaction|due diligence|purchase of|operation|buyout|project|matter|file|client account)
    (completion|conveyancing|escrow|exclusivity|client account|undertaking*|settlement) ~~ (quietly|discre*|solicitor*|lawyer*|confiden*
    |vendor*|not speak|announcement)
    (handled|kept|treated) (quietly|discreetly|confidentially)
    (you will be|you'll be|will be|will) (contacted|contact you|get in touch|be in touch|call you) _ (lawyer*|attorney*|counsel
    |solicitor*|law firm|partner)
    (lawyer*|attorney*|solicitor*|counsel|law firm) ~ (contact you|in touch|call you|reach out|be writing|instruct*|guide you|send you)
    (we act|i act|i am acting|we are acting|we represent|i represent|acting) (for|in|on behalf|as counsel)
    (nda|non disclosure|non-disclosure|confidentiality agreement|confidentiality undertaking)
    """,
    r"""
    (übernahme*|unternehmenskauf|firmenkauf|akquisition*|fusion*|zukauf|beteiligung*|transaktion*|due diligence|verschmelzung
    |anteilskauf*|kauf der|kauf des|kauf von|erwerb*|nachfolge*|kaufvertrag) ~ (vertraulich*|verschwiegen*|anwalt*|kanzlei|anwält*
    |notar*|bafin|behörde*|geheim*|diskret*|stillschweigen|treuhand*|bekannt*|veröffentlich*|ad hoc|signing|closing|insider*)
    (vertraulich*|verschwiegen*|anwalt*|anwält*|kanzlei|notar*|treuhand*|diskret*|geheim*) ~ (übernahme*|akquisition*|fusion
    |transaktion*|zukauf|erwerb*|beteiligung*|unternehmenskauf|projekt*|vorgang|mandat*|verfahren|angelegenheit|operation)
    (anteil*|verkäufer*|exklusivität|kaufpreis|gegenseite|börsennotiert|sicherheitsleistung|treuhandkonto
    |vertragspartner) ~~ (verschwiegen*|exklusiv*|weitergabe|vertraulich*|anzahlung|stillschweig*|unter uns|kanzlei*|signing|notar*)
    (anwalt*|anwält*|kanzlei|notar*|berater*) ~ (meldet sich|melden|kontaktier*|setzt sich|in verbindung|wenden|auf (sie|dich) zukommen
    |schreib*)
    (geheimhaltungsvereinbarung|verschwiegenheitserklärung|verschwiegenheitspflicht|vertraulichkeitsvereinbarung|insiderinformation*
    |nda)
    """,
    r"""
    (acquisition*|rachat|fusion*|opération|cession*|prise de participation|opa|reprise|due diligence|rapprochement|achat de
    |parts sociales) ~ (confiden*|avocat*|cabinet|notaire*|amf|discrét*|secret*|annonce*|séquestre|signature|confidentialité|protocole
    |compromis)
    (confiden*|avocat*|cabinet|notaire|séquestre|discrét*|maître) ~ (acquisition*|rachat|fusion|opération|cession*|reprise|transaction
    |dossier|projet)
    (reprise|opération|cession|dépôt de garantie|séquestre|acquisition) ~~ (silence|confiden*|ne (l'|pas )?évoquer|unique (contact
    |interlocut*)|mandaté|discrét*|seul interlocut*)
    engagement de silence
    (avocat*|cabinet|maître|notaire|conseil) ~ (contacter*|prendra contact|vous appellera|joindra|revien*|vous écrira|vous transmettra
    |vous guidera|vous adresser*)
    (accord|clause|engagement) de (confidentialité|non divulgation)
    (nda|délit d'initié)
    """,
    r"""
    (adquisici*|fusión|compra de|compra del|operación|opa|absorción|toma de participación|due diligence|transacción|compraventa
    |participaciones|inversión) ~ (confiden*|abogad*|despacho|bufete|notar*|cnmv|reserv*|discre*|secret*|anunci*|firma*|arras
    |consignación|publicación|comunicar)
    (confiden*|abogad*|despacho|bufete|notar*|reserv*|discre*|licenciad*) ~ (adquisici*|fusión|operación|compra|transacción|absorción
    |asunto|proyecto|inversión)
    (abogad*|despacho|bufete|notari*|asesor*|licenciad*) ~ (contactar*|pondrá en contacto|llamará|comunicará|se pondrá*|escribirá
    |te enviará|le enviará)
    (acuerdo|cláusula|convenio|compromiso|pacto) de confidencialidad
    nda
    """,
    r"""
    (aquisiç*|fusão|incorporação|operação|compra de|compra da|compra do|opa|due diligence|transação|participação|cotas
    |quotas) ~ (confiden*|advogad*|escritório|sociedade de advogados|notári*|cmvm|cvm|sigil*|discriç*|segredo|anunci*|assin*|anúncio
    |escrow|cartório)
    (confiden*|advogad*|escritório|notári*|sigil*|discriç*|dr|dra) ~ (aquisiç*|fusão|operação|compra|transação|incorporação|negócio
    |processo|projeto)
    (advogad*|escritório|notári*|consultor*|dr|dra) ~ (contactar*|entrar* em contato|entrará em contacto|ligará|vai contactar|vai entrar
    |enviará)
    (acordo|cláusula|termo|contrato) de (confidencialidade|sigilo)
    nda
    """,
    r"""
    (acquisizion*|fusion*|operazione|opa|cessione|acquisto (di|del|della)|due diligence|transazione|partecipazion*|quote|rogito
    |preliminare) ~ (riservat*|confiden*|avvocat*|studio|notai*|consob|riserb*|segret*|annunci*|firm*|closing|escrow|deposito)
    (riservat*|confiden*|avvocat*|studio|notai*|riserb*|avv) ~ (acquisizion*|fusione|operazione|cessione|transazione|acquisto|pratica
    |progetto|trattativa)
    (pratica|progetto|operazione|caparra|fiduciari*|acquisizione) ~~ (riservat*|riserb*|non ne parli|casella personale|firma singola
    |nessun*|pochi (lo )?sanno|solo (noi|lei))
    (avvocat*|studio|notai*|consulent*|avv) ~ (contatterà|metterà in contatto|chiamerà|la contatter*|scriverà|ti contatter*|invierà)
    (accordo|patto|clausola|impegno|obbligo) di (riservatezza|confidenzialità)
    nda
    """,
    r"""
    (overname*|acquisitie*|fusie*|transactie*|overnemen|due diligence|participatie|aankoop van|deelneming|koopovereenkomst
    |aandelen*) ~ (vertrouwelijk*|advoca*|kantoor|notaris*|afm|geheim*|discre*|aankondig*|ondertek*|derdengeld*|bekend*|openbaar)
    (vertrouwelijk*|advoca*|notaris*|geheim*|discre*|derdengeld*|mr) ~ (overname*|acquisitie*|fusie|transactie*|aankoop|dossier|project
    |traject|operatie)
    (advoca*|notaris*|kantoor|adviseur*|mr) ~ (contact opnemen|neemt contact|belt|benader*|stuurt|laat weten|mailt)
    (geheimhoudingsverklaring|geheimhoudingsovereenkomst|geheimhoudingsplicht|nda|voorwetenschap)
    """,
    r"""
    (przejęci*|fuzj*|akwizycj*|transakcj*|nabyci*|due diligence|zakup (spółki|udziałów|akcji|firmy)|udział*|kupn*) ~ (poufn*|prawnik*
    |kancelari*|notariusz*|knf|dyskre*|tajemnic*|ogłosz*|podpis*|depozyt*|adwokat*|mecenas*|komunikat*)
    (poufn*|prawnik*|kancelari*|notariusz*|dyskre*|adwokat*|tajemnic*|mecenas*|depozyt*) ~ (przejęci*|fuzj*|akwizycj*|transakcj*|nabyci*
    |spraw*|projek*|operacj*|zakup*)
    (prawnik*|kancelari*|mecenas*|adwokat*|notariusz*) ~ (skontakt*|odezwie|zadzwoni|napisz*|prześle*|kontakt*)
    (umow*|klauzul*|zobowiąza*) o (poufności|zachowaniu poufności)
    nda
    """,
)
"""A deal that nobody may know of yet, and the lawyer who sees to it."""
