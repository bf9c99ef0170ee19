"""How somebody speaks of a deal that nobody may know of yet, and of the lawyers who see to it. Phrases only."""

from __future__ import annotations

_NDA = "(nda|non disclosure|confidentiality (agreement|undertaking))"
_DEAL = (
    "(acquisition*|acquire|acquiring|merger|takeover|buyout|deal|transaction|due diligence|bid|target|seller*|vendor|buyer|purchase|escrow"
    "|deposit|wire|transfer|funds|payment|counsel|lawyer*|solicitor*|attorney*|law firm|undertaking|binds|board|nobody|no one"
    "|not a word|discreet*|secret*|licensing|patent)"
)
_DE_NDA = (
    "(geheimhaltungsvereinbarung|verschwiegenheitserklärung|verschwiegenheitspflicht|vertraulichkeitsvereinbarung|insiderinformation*|nda)"
)
_DE_DEAL = (
    "(übernahme*|akquisition*|fusion|erwerb*|zukauf|transaktion*|beteiligung*|kaufpreis|verkäufer*|zahlung*|überweis*|treuhand*|anderkonto"
    "|anwalt*|anwält*|rechtsanwalt*|kanzlei*|notar*|niemand*|mit niemandem|stillschweig*|projekt*|vorgang|mandat*)"
)
_FR_DEAL = (
    "(acquisition*|rachat|fusion*|opération|cession*|reprise|transaction|virement*|séquestre|avocat*|cabinet|notaire*|personne|discrét*"
    "|confiden*|dossier)"
)
_ES_DEAL = "(adquisición|compra|fusión|operación|transferencia*|pago|abogad*|notari*|despacho|nadie|discreción|confidencial*|expediente)"
_PT_DEAL = "(aquisição|compra|fusão|operação|transferência*|pagamento|advogad*|notári*|escritório|ninguém|sigilo*|confidencia*|negócio)"
_IT_DEAL = "(acquisizion*|fusion*|operazion*|cession*|bonific*|pagament*|avvocat*|studio|notai*|nessuno|riserv*|confidenzial*|trattativ*)"
_NL_NDA = "(geheimhoudingsverklaring|geheimhoudingsovereenkomst|geheimhoudingsplicht|nda|voorwetenschap)"
_NL_DEAL = (
    "(overname*|acquisitie*|fusie*|transactie*|koopsom|koop|aankoop|overmak*|betaling*|advocat*|advocaat*|notaris*|niemand|vertrouwelijk*"
    "|discre*|dossier|deal|derdenrekening)"
)
_PL_DEAL = "(przejęci*|fuzj*|akwizycj*|transakcj*|nabyci*|zakup*|przelew*|prawnik*|kancelari*|notariusz*|nikt*|nikomu|poufn*|dyskre*)"

CONFIDENTIAL_DEAL = (
    rf"""
    (acquisition*|acquire|acquiring|merger*|takeover|take over|buyout|buy out|purchase of|m&a|due diligence|share purchase|exclusivity
    |closing of|transaction|divest*|joint venture|spin off|letter of intent|stake in|majority stake|target company) ~ (confiden*|announce*
    |nda|lawyer*|law firm|attorney*|counsel|solicitor*|board|regulator*|fca|secre*|discreet*|discretion|disclos*|embargo*|escrow|signing
    |wire|transfer*|deposit*|notar*|insider)
    (confiden*|lawyer*|law firm|attorney*|solicitor*|counsel|nda|escrow|undertaking*|discreet*|discretion) ~ (acquisition*|acquire|merger*
    |takeover|deal|transaction|due diligence|purchase of|operation|buyout|project|matter|client account)
    (completion|conveyancing|escrow|exclusivity|client account|undertaking*|settlement) ~~ (quietly|discreet*|discretion|solicitor*|lawyer*
    |confiden*|vendor*|not speak|announcement)
    (handled|kept|treated) (quietly|discreetly|confidentially)
    (you will be|you'll be|will be|will) (contacted|contact you|get in touch|be in touch|call you) _ (lawyer*|attorney*|counsel|solicitor*
    |law firm|partner)
    (lawyer*|attorney*|solicitor*|counsel|law firm) ~ (contact you|in touch|call you|reach out|be writing|instruct*|guide you|send you)
    (we act|i act|i am acting|we are acting|we represent|i represent|acting) (for|in|on behalf|as counsel)
    {_NDA} ~~ {_DEAL}
    {_DEAL} ~~ {_NDA}
    (escrow|client account|client a c|client ac|trust account|stakeholder|good faith (payment|deposit|sum)|earnest money|exclusivity
    |option fee|booking deposit|holding deposit|returnable bond|completion (agents|account|funds)
    |undertaking of confidentiality) ~~ (seller*|vendor*|bidder*|other side|counterparty|auctioneer*|signing|signature|heads of terms
    |off the (market|board)|acquisition|insider|announce*|terms are agreed|told|in touch|deal|broker|agents|settlement)
    (heads of terms|terms (are|were|have been) agreed|private treaty|other bidder|rival bidder) ~~ (announce*|good faith|deposit|in touch
    |nobody|no one|confiden*|exclusiv*|client account|contribution)
    (sole|only|single) (contact|point of contact|person) (on|for|in|to assist|dealing) _ (matter|transaction|deal|operation|project
    |settlement|acquisition)
    (confidential|private|discreet) (settlement|acquisition|transaction|purchase|deal|takeover|merger)
    (buy*|purchas*|acquir*|bought|sell*) _ (stake|minority|majority|competitor|rival|yard|practice|firm|distillery|business) ~~ (not a word
    |nobody knows|confiden*|secret*|in touch|insider)
    (acquisition|takeover|buyout|acquiring|merger) ~~ (confidential*|attorney*|lawyer*|solicitor*|law firm|nda|discreet*|quietly|not a word
    |escrow|earnest)
    (counsel|attorney|lawyer|solicitor|barrister|advocate|law firm|conveyancer) ~ (instructions for|payment details|has the details
    |bank details|will handle|is handling|act for|trust account|client account|the payment|the transfer|wire)
    (instructed|retained|engaged|mandated|appointed) (by|as|to act) _ (counsel|attorney|solicitor*|your (ceo|chairman|chair|director|board
    |company|principal|trustees|managing director|president)|in the (matter|acquisition|purchase|sale))
    (settlement|litigation|dispute|arbitration|judgment|costs) ~~ (trust account|client account|without prejudice|out of court
    |settle quietly)
    """,
    rf"""
    (übernahme*|unternehmenskauf|firmenkauf|akquisition*|fusion*|zukauf|beteiligung*|transaktion*|due diligence|verschmelzung|anteilskauf*
    |kauf der|kauf des|kauf von|erwerb*|nachfolge*|kaufvertrag) ~ (vertraulich*|verschwiegen*|anwalt*|kanzlei|anwält*|notar*|bafin|behörde*
    |geheim*|diskret*|stillschweigen|treuhand*|bekannt*|veröffentlich*|ad hoc|signing|closing|insider*)
    (vertraulich*|verschwiegen*|anwalt*|anwält*|kanzlei|notar*|treuhand*|diskret*|geheim*) ~ (übernahme*|akquisition*|fusion|transaktion*
    |zukauf|erwerb*|beteiligung*|unternehmenskauf|projekt*|vorgang|mandat*|verfahren|angelegenheit|operation)
    (anteil*|verkäufer*|exklusivität|kaufpreis|gegenseite|börsennotiert|sicherheitsleistung|treuhandkonto|vertragspartner) ~~ (verschwiegen*
    |exklusiv*|weitergabe|vertraulich*|stillschweig*|unter uns|kanzlei*|signing|notar*)
    (anwalt*|anwält*|kanzlei|notar*|berater*) ~ (meldet sich|melden|kontaktier*|setzt sich|in verbindung|wenden|auf (sie|dich) zukommen
    |schreib*)
    {_DE_NDA} ~~ {_DE_DEAL}
    {_DE_DEAL} ~~ {_DE_NDA}
    (treuhandkonto|anderkonto|notaranderkonto|abwicklungskonto|hinterlegung|hinterlegen|sicherheitsleistung|exklusivität|treuhandakt
    |treuhänder*) ~~ (verkäufer*|gegenseite|bieter*|mitbewerber*|anteil*|erwerb|übernahme|bekanntgabe|stillschweig*|verschwiegen*
    |vertraulich*|kanzlei*|diskret*|eingeweiht*|gegenpartei|vergleich*|kläger*|unterzeichnung|parteien)
    (begleiten|begleite|vertrete*|mandatiert|betreuen|berate|beraten) _ (erwerb|übernahme|anteil*|unternehmens*|zusammenschluss|transaktion
    |beteiligung)
    (kreis der eingeweihten|eingeweihte*|verkäuferseite|käuferseite|gegenvertreter*|parteien|gegenseite) ~~ (verschwiegen*|stillschweig*
    |vertraulich*|treuhand*|anderkonto|abwicklungskonto|hinterleg*|erwerb)
    (vergleich|vergleichsbetrag|vergleichssumme|abfindung|erwerb|mitbewerber*) ~~ (vertraulich*|verschwiegen*|stillschweig*|treuhand*
    |anderkonto|eingeweiht*|bekanntgabe)
    (ich|wir) (vertrete|vertreten|bin|sind|wurde|wurden) _ (mandatiert|mandantschaft|mandantin|mandanten|rechtlich|anwaltlich|als anwalt
    |als rechtsanwalt)
    (übernahme|fusion|erwerb|akquisition|zukauf) ~~ (vertraulich*|verschwiegen*|stillschweig*|anwalt*|rechtsanwalt*|kanzlei|notar|diskret*
    |insider*)
    """,
    rf"""
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
    (nda|délit d'initié) ~~ {_FR_DEAL}
    {_FR_DEAL} ~~ (nda|délit d'initié)
    (séquestre|consigner|consignation|fidéicommis|carpa|compte de l'étude|acompte de réservation|dépôt de garantie) ~~ (vendeur*|parts
    |cession|avocat*|maître|notaire|homologation|accord|litige|closing|prix|reprise|ébruit*|discrét*|confiden*|acquéreur|protocole)
    (protocole|accord) (transactionnel|d'accord|confidentiel) ~~ (confiden*|ébruit*|avocat*|consign*|indemnité|homologation|séquestre)
    (parts|actions|cession|litige|accord|rachat) ~~ (vous appellera|vous écrira|vous contactera|seul au courant|seule au courant|ébruit*
    |unique interlocut*)
    (seul|seule) au courant ~~ (maître|me|parts|acompte|avocat*|dossier)
    (projet|dossier|opération) _ (closing|signing)
    (mandaté|mandatée|chargé|désigné) _ (finaliser|cession|acquisition|opération|dossier|reprise|votre (président|direction|directeur
    |présidente|gérant))
    (acquisition|rachat|reprise|fusion|cession) ~~ (confiden*|avocat*|notaire|discrét*|discrèt*|séquestre|étude)
    """,
    rf"""
    (adquisici*|fusión|compra de|compra del|operación|opa|absorción|toma de participación|due diligence|transacción|compraventa
    |participaciones|inversión) ~ (confiden*|abogad*|despacho|bufete|notar*|cnmv|reserv*|discre*|secret*|anunci*|firma*|arras|consignación
    |publicación|comunicar)
    (confiden*|abogad*|despacho|bufete|notar*|reserv*|discre*|licenciad*) ~ (adquisici*|fusión|operación|compra|transacción|absorción|asunto
    |proyecto|inversión)
    (abogad*|despacho|bufete|notari*|asesor*|licenciad*) ~ (contactar*|pondrá en contacto|llamará|comunicará|se pondrá*|escribirá|te enviará
    |le enviará)
    (acuerdo|cláusula|convenio|compromiso|pacto) de confidencialidad
    nda ~~ {_ES_DEAL}
    {_ES_DEAL} ~~ nda
    (consignación|cuenta de (provisiones|consignación|clientes)|arras|depósito previo|depósito de garantía|depósito notarial) ~~ (despacho
    |notar*|abogad*|parcela*|participaciones|compra del|recurso|expediente|confidencial*|reserva*|comprador*|vendedor*)
    (expediente|operación|litigio|recurso|acuerdo) _ (no hablar|no comentar|confidencial*|reservad*|deber de confidencialidad)
    (deber|cláusula|compromiso|pacto) de (confidencialidad|reserva|secreto|sigilo)
    (única|único|unica) interlocutor* ~ (operación|compra|venta|parcelas|adquisición|asunto|proyecto)
    (designado|designada|encargado|encargada|mandatado) _ (operación|interlocutor*|adquisición|compraventa|compra)
    (adquisición|fusión|compraventa|absorción) ~~ (confiden*|abogad*|notar*|reserva|discreción|despacho|bufete)
    """,
    rf"""
    (aquisiç*|fusão|incorporação|operação|compra de|compra da|compra do|opa|due diligence|transação|participação|cotas|quotas) ~ (confiden*
    |advogad*|escritório|sociedade de advogados|notári*|cmvm|cvm|sigil*|discriç*|segredo|anunci*|assin*|anúncio|escrow|cartório)
    (confiden*|advogad*|escritório|notári*|sigil*|discriç*|dr|dra) ~ (aquisiç*|fusão|operação|compra|transação|incorporação|negócio|processo
    |projeto)
    (advogad*|escritório|notári*|consultor*|dr|dra) ~ (contactar*|entrar* em contato|entrará em contacto|ligará|vai contactar|vai entrar
    |enviará)
    (acordo|cláusula|termo|contrato) de (confidencialidade|sigilo)
    nda ~~ {_PT_DEAL}
    {_PT_DEAL} ~~ nda
    (sinal|depósito caução|caução|conta clientes|conta de clientes|escrow|depósito judicial) ~~ (quota|quotas|cotas|notário|cartório
    |advogad*|escritura|adquiri*|sigilo|discrição|vinculante|comunicado|confidencial*|litígio|contraparte)
    (quota|quotas|cotas|unidade|sociedade|operador) _ (adquirid*|adquirir|cedid*|aquisição)
    (adquirid*|adquirir|aquisição|cessão|compra) _ (quota|quotas|cotas|unidade|sociedade|participação) ~~ (discrição|sigilo|reserva
    |ainda não sabe|comunicado|caução|sinal|notário|confidencial*)
    (fase vinculante|transacção|transação|litígio|contraparte) ~~ (confidencial*|sigilo|discrição|comunicado|caução|advogad*)
    (único|única) interlocutor* ~ (operação|compra|aquisição|quotas|cotas|assunto|sociedade)
    (mandatado|mandatada|designado|indicou|incumbido|constituinte) _ (operação|interlocutor*|aquisição|quotas|cotas|advogad*)
    (aquisição|fusão|incorporação) ~~ (confiden*|advogad*|notári*|sigilo|discrição|escritório)
    """,
    rf"""
    (acquisizion*|fusion*|operazione|opa|cessione|acquisto (di|del|della)|due diligence|transazione|partecipazion*|quote|rogito
    |preliminare) ~ (riservat*|confiden*|avvocat*|studio|notai*|consob|riserb*|segret*|annunci*|firm*|closing|escrow|deposito)
    (riservat*|confiden*|avvocat*|studio|notai*|riserb*|avv) ~ (acquisizion*|fusione|operazione|cessione|transazione|acquisto|pratica
    |progetto|trattativa)
    (pratica|progetto|operazione|caparra|fiduciari*|acquisizione) ~~ (riservat*|riserb*|non ne parli|casella personale|firma singola|nessun*
    |pochi (lo )?sanno|solo (noi|lei))
    (avvocat*|studio|notai*|consulent*|avv) ~ (contatterà|metterà in contatto|chiamerà|la contatter*|scriverà|ti contatter*|invierà)
    (accordo|patto|clausola|impegno|obbligo) di (riservatezza|confidenzialità)
    nda ~~ {_IT_DEAL}
    {_IT_DEAL} ~~ nda
    (caparra|conto vincolato|deposito fiduciario|fiduciario|conto dedicato|conto deposito) ~~ (venditor*|marchio|rogito|notai*|avv|avvocat*
    |riserv*|acquisizion*|closing|trattativa|quote)
    (transazione|accordo transattivo|conciliazione|controparte) ~~ (riservat*|riserb*|avvocat*|avv|caparra|conto vincolato)
    (unico|unica) (interlocutor*|referente) ~ (operazione|pratica|acquisizione|trattativa|progetto)
    (incaricato|incaricata|mandato|designato) _ (operazione|acquisizione|trattativa|cessione)
    (acquisizione|fusione|cessione) ~~ (riservat*|riserbo|confiden*|avvocat*|notai*|avv)
    """,
    rf"""
    (overname*|acquisitie*|fusie*|transactie*|overnemen|due diligence|participatie|aankoop van|deelneming|koopovereenkomst
    |aandelen*) ~ (vertrouwelijk*|advoca*|kantoor|notaris*|afm|geheim*|discre*|aankondig*|ondertek*|derdengeld*|bekend*|openbaar)
    (vertrouwelijk*|advoca*|notaris*|geheim*|discre*|derdengeld*|mr) ~ (overname*|acquisitie*|fusie|transactie*|aankoop|dossier|project
    |traject|operatie)
    (advoca*|notaris*|kantoor|adviseur*|mr) ~ (contact opnemen|neemt contact|belt|benader*|stuurt|laat weten|mailt)
    {_NL_NDA} ~~ {_NL_DEAL}
    {_NL_DEAL} ~~ {_NL_NDA}
    (derdenrekening|derdengeldrekening|derdengeldenrekening|derdengelden|kwaliteitsrekening|escrow|exclusiviteit
    |waarborgsom) ~~ (tegenpartij|dading|notaris*|raadsman|advoca*|verkoper*|vertrouwelijk*|schikking|overname|aandelen|koopovereenkomst)
    (dading|schikking|vaststellingsovereenkomst|tegenpartij) ~~ (vertrouwelijk*|derdenrekening|raadsman|advoca*|derdengeld*|geheim*)
    (enige|enig) (aanspreekpunt|contactpersoon) ~ (overname|transactie|dossier|aankoop|traject)
    (namens|voor) (mijn|onze) (cliënt|cliënte)
    (overname|acquisitie|fusie) ~~ (vertrouwelijk*|advoca*|notaris*|geheim*|discreet|discretie)
    """,
    rf"""
    (przejęci*|fuzj*|akwizycj*|transakcj*|nabyci*|due diligence|zakup (spółki|udziałów|akcji|firmy)|udział*|kupn*) ~ (poufn*|prawnik*
    |kancelari*|notariusz*|knf|dyskre*|tajemnic*|ogłosz*|podpis*|depozyt*|adwokat*|mecenas*|komunikat*)
    (poufn*|prawnik*|kancelari*|notariusz*|dyskre*|adwokat*|tajemnic*|mecenas*|depozyt*) ~ (przejęci*|fuzj*|akwizycj*|transakcj*|nabyci*
    |spraw*|projek*|operacj*|zakup*)
    (prawnik*|kancelari*|mecenas*|adwokat*|notariusz*) ~ (skontakt*|odezwie|zadzwoni|napisz*|prześle*|kontakt*)
    (umow*|klauzul*|zobowiąza*) o (poufności|zachowaniu poufności)
    nda ~~ {_PL_DEAL}
    {_PL_DEAL} ~~ nda
    (depozyt*|wadium|pierwokup*|rachunek (kancelarii|powierniczy|depozytowy|notarialny)|zadat*) ~~ (kancelari*|notari*|adwokat*|mecenas*
    |inwestor*|oferent*|komunikat*|tajemnic*|udział*|powiernicz*|fundusz*)
    (zabezpieczeni*|umow* inwestycyjn*|inwestor*|ugod*) ~~ (rachunek powierniczy|powiernicz*|poufn*|komunikat*|depozyt*|kancelari*
    |tajemnic*)
    (jedyn*) (osob*|kontakt*) _ (w sprawie|transakcj*|przejęci*|projek*)
    (reprezentuję|upoważni*|działam|pełnomocnik) _ (w imieniu|spółk*|mocodawc*|klient*|bezpośredni*)
    (przejęci*|fuzj*|akwizycj*) ~~ (poufn*|prawnik*|kancelari*|mecenas*|adwokat*|notari*|tajemnic*)
    """,
)
"""A deal that nobody may know of yet, and the lawyer who sees to it."""
