"""How somebody asks for silence: keep it between us, tell nobody. Phrases only."""

from __future__ import annotations

SECRECY = (
    r"""
    (keep|kept|remain*|stay*|leave|left|hold|treat|handle|handled) _ (between (us|ourselves|you and|the two of us|the three of us)
    |to yourself|to yourselves|to ourselves|confiden*|private|discreet*|quiet|quietly|secret|under wraps|under your hat|off the record
    |strictest|low key|with discretion|hush hush|out of sight|off the radar|as a surprise)
    (don't|do not|asked not to|best not to|better not|not to be|never|nobody|no one should|needn't|mustn't|must not|shouldn't|should not
    |rather not|refrain from|avoid|prefer not to|ask you not to) (yet |please |be |go |even |ever |try to |start )?(tell (anyone|anybody|him
    |her|them|the|my|our|your|others|people|a soul)|telling (anyone|anybody|him|her|them|the|my|our|your|others)|discuss*|mention*
    |talk* (about|of|to) (this|it|anyone|anybody|him|her|them|the)|speak* (about|of|to) (this|it|that|him|her|them|the|anyone|anybody)
    |involve|involving|loop* in|bring* in|copy* (anyone|anybody|in|the|him|her|them)|raise (this|it|the|that)|disclose*|circulat*|spread
    |forward (this|it) to|let (anyone|anybody|it slip|on)|breathe|say (a word|anything)|bother (him|her|them) _ with|share (this|it
    |that) (with|outside|beyond)|go (over|around|past)|run (it|this) past|show (it|this) to|ask around|ask anyone|wake)
    (don't|please don't|do not) (mention|discuss|raise|share|tell|copy|involve|forward|circulate)
    (strictly|highly|completely|utmost|absolute|strict|total|complete) (private|confiden*|secre*|discre*|personal)
    (confidential|confidentiality|secrecy|in secret|(just|only|strictly|is|stays?|remains?|this) between us|between you and me
    |between ourselves|just you and me|just the two of us|hush hush|need to know basis|under wraps|price sensitive|insider list
    |insider information|inside information|list of insiders|embargoed|under embargo|off the record|in confidence|in the strictest
    |mum's the word|not a word|not a soul|no questions asked)
    (be|be very|stay|remain|done|handled|handle|quite|very|please be|sorted|help|dealt with|more|carried out|managed|do this|do it
    |bought) (a bit |a little |rather )?(discreet|discreetly|quietly)
    keep _ off the (agenda|minutes|record|radar|books|list|calendar|system|chat|group)
    (your|some|utmost|total|complete|full|absolute|for|require*|and|bit of) discretion
    nobody else (is to|needs to know|must know|knows|has been told|in the|on the|at the|here|yet)
    (rely|relying|count|counting|depend|trust|trusting|thank|thanks|appreciat*|grateful|need|ask|exercise|use|with) _ (discretion
    |discreetness)
    (a|a little|big|little|nice|lovely|small|be a|spoil the|it's a|is a|her|his|their) surprise (for|gift|present|till|until|so|and|if|on|at
    |to the|party|otherwise)
    (want* to|like to|going to|planning to|hoping to|trying to) surprise (the|our|my|some|them|him|her|each|a few|all|two|everyone)
    (staff|team|others|colleagues|tenants|employees|board|everyone|rest of|office|side|partners) (haven't|hasn't|have not|has not|don't
    |doesn't|do not|does not|mustn't|isn't|aren't|is not|are not|shouldn't|needn't) (yet |been |to |supposed to |meant to )?(been )?(told
    |know|informed|aware|find out|hear|heard|see|learn)
    (nobody|no one|none of them) (else |here |there |yet |on _ |at _ |in _ )?(is to know|must know|should know|may know|needs to know
    |has to know|knows (about|of it|of this|yet|it|and|apart|except|but)|is aware|has been told|to know|else knows)
    (stay|stays|remains|stops|goes no further than|stayed) (with you|that way|in this room|inside these|between us)
    (only|just|apart from|besides|except|other than|outside|beyond) (you|the two of us|we two|us two|you and me|you and i|three of us
    |four of us|yourself) (know|knows|and me|and i|are aware|should know|will know|can know)
    (to|for|with) me (only|alone|and nobody|and no one)
    (until|till) (it|this|we|everything|the deal|the news|that) (is|s|has been|can be|are|have|goes|go|ve|am) _ (announce*|made public
    |public)
    (go|goes|going|gone|goes) no further
    """,
    r"""
    (vertraulich*|vertraulichkeit*|diskret|diskrete|diskreter|diskretes|diskretion|verschwiegen*|geheim|geheimhalt*|geheimhaltung*
    |stillschweigen|unter uns|nur zwischen uns|das zwischen uns|unter vier augen|niemand sonst|insiderinformation*|insiderliste*
    |insiderverzeichnis|klammheimlich|(nicht|nur|niemand|sie|ich|sind|bist) eingeweiht|unter verschluss)
    (behalt*|behält|behielt*) _ (für (dich|sich|euch|uns)|für dich|geheim|stillschweig*)
    (für dich|für sich|für euch|unter uns|zwischen uns|in diesem kreis) (zu )?(behalt*|bleib*)
    (bleib*|soll|sollte|muss|möge) _ (unter uns|zwischen uns|bei ihnen bleiben|bei dir bleiben|im kleinen kreis|geheim)
    (nicht|niemand*|kein*|keinem|ohne|weder|nichts|nix|auch nicht) _ (besprech*|erwähn*|weitersag*|weitererzähl*|weiterleit*|weitergeb*
    |rumreich*|erzähl*|einbezieh*|thematisier*|einweih*|herumerzähl*|ausplauder*|verraten|ansprechen|wissen lassen|aushäng*|publik
    |sprechen darüber)
    (nichts|kein wort|keinen ton|niemandem|keinem|nix) _ (sagen|sag|sagst|gegenüber|davon sagen|darüber reden|weiter*|verraten|bitte
    |erzähl*)
    (sag|sagen|sagt|erzähl*|verrat*) _ (niemand*|keinem|nichts|kein wort|nix) _ (davon|darüber|weiter|bitte|noch|in der|im haus|im büro|bis
    |den|der|dem)
    (nichts|niemand|keiner|nicht|kein) _ (davon|darüber) _ (erfahren|wissen|sprechen|reden|hören|mitbekommen|erfährt|weiß)
    (soll|sollen|darf|dürfen|muss|braucht|sollte) _ (nichts|nicht|niemand|keiner) _ (wissen|erfahren|mitbekommen|mitkriegen|merken)
    (überraschung|überraschen) _ (soll|sein|bitte|also|noch|für|die|das|werden|nichts|verraten)
    (soll|als|ist|kleine|wird|es wird) (eine |kleine )?(kleine )?überraschung
    (nicht|ohne|keinesfalls|nichts) _ (über die (buchhaltung|lohnbuchhaltung|zentrale|abteilung|sekretariat|assistenz)|im haus
    |im büro) _ (laufen|ansprechen|reden|sprechen|erwähnen|bekannt|bereden)
    (sprechen|sprich|spreche|reden|rede) _ (mich|mit ihm|mit ihr|mit frau|mit herrn) _ nicht _ (darauf|drauf|an|darüber)
    (weitergabe|weitergeben|weitersagen) _ (im haus|untersagt|nicht|verboten|verstoß)
    """,
    r"""
    (confidentiel*|confidentialité|discrétion|discret|discrets|discrète|discrètement|(juste|strictement|seulement|cela|ceci|ça|que|c'est
    |reste*) entre nous|secret absolu|garder secret|rester secret|secrètement|en secret|strictement personnel*|réserve absolue|sous embargo
    |(liste|cercle) (des |d')initiés|cercle restreint|seul interlocut*|unique interlocut*|seul au courant|seule au courant|motus
    |bouche cousue|sous le sceau)
    (ne|n|pas|sans|évite* de|évite* d|inutile de|inutile d|merci de ne pas|éviter de|prière de ne pas) (en |pas |rien |l'
    |le |la |les |y |lui |surtout |jamais |surtout pas |pas en |pas l'|pas le |pas les |pas lui )?(en )?(parlez|parle|parler de|parles
    |parlons|évoque*|mentionn*|discut*|informe*|divulgu*|ébruit*|dites|dis rien|dire à|partage*|mêle*|mêlez|transfér*|préven*|implique*
    |embête*|dérange*|répète*|répéter|associ*)
    (garde*|gardez|reste*|garder|rester|demeure*) _ (pour toi|pour vous|entre nous|confiden*|discret*|secret*|entre toi|ainsi|sous silence
    |entre vous)
    (personne|nul|aucun*) _ (ne doit|n'est au courant|ne sait|ne le sait|au courant|d'autre|ne soit|ne le sache|ne devrait)
    (ni au|ni à|ni aux|ni auprès) ~ (ni au|ni à|ni aux|ni auprès|ni par)
    (faire|fais|gard*|gâch*|prépar*|rest*|soit|sera) (leur |lui )?(une |la )?(petite )?surprise
    (petite|une|effet de) surprise (pour|à|aux|\.|,)
    (ne|n) (traite*|évoque*|parle*|communiqu*|échange*|voir) _ (qu'avec|que avec|qu'à|que entre)
    (rien|mot) _ (à personne|aux autres|aux collègues|à qui que|au bureau|à quiconque|au reste|à l'équipe|avant l'annonce)
    (jusqu'à|avant) l'annonce
    """,
    r"""
    (confidencial*|discreción|discreto|discreta|discretos|discretas|discretamente|(solo|sólo|esto|aquí) (entre nosotros|entre nosotras)
    |en secreto|(estrictamente|muy|asunto|absolutamente|totalmente|tema|carácter|forma|manera) reservad*|entre tú y yo|entre usted y yo
    |nadie más|con nadie|a nadie|sin que se enteren|sin que se entere|nadie se entere|estrictamente (personal|reservad*|confiden*|privad*)
    |con reserva|la mayor reserva|máxima reserva|sigilo|información privilegiada|ni una palabra|ni pío|chitón|en petit comité)
    (no|sin|nadie|evit*|tampoco|ni) (lo |la |le |se |les |se lo |me lo |nada |hay que |puede |debe |conviene |es necesario que )?(coment*
    |digas|diga a|digan|mencion*|comparta*|compartas|informes|informe a|difund*|sepa|sepan|revel*|divulg*|involucr*|reenvi*|hables (de|con)
    |hable (de|con)|hablar (de|fuera|con)|copie*|cuentes|cuente a|entere|avise* a|molestes)
    (guárd*|guarda*|guarde|mant*|qued*|quede*) _ (para ti|para usted|en secreto|entre nosotros|entre nosotras|reserva|discreción|entre tú
    |entre los dos|entre ambos)
    (dar|darles|darle|es|será|sea|ser|arruin*|estrop*|prepar*) (una |la )?sorpresa
    una sorpresa para
    (solo|sólo|únicamente|contigo|conmigo) (lo sabemos|tú y yo|usted y yo|y con nadie|lo sabe|lo saben|nosotros dos)
    (hasta|antes) _ (el anuncio|anuncie|se haga público|la publicación|hagamos público|comunique oficial*)
    """,
    r"""
    (confidencial*|confidencialidade|discrição|discreto|discreta|discretos|discretas|discretamente|(só|isto|isso|aqui) entre nós|sigilo
    |sigilos*|(em|guard*|manter|absoluto|é|faz*) (o )?segredo|(assunto|estritamente|muito|tema|absolutamente) reservad*|mais ninguém
    |com ninguém|a ninguém|pra ninguém|ninguém (saiba|pode saber|mais|sabe|deve saber)|fica entre|fique entre|informação privilegiada
    |nem uma palavra|bico calado|moita carrasco)
    (não|sem|ninguém|evit*|nem) (o |a |lhe |se |me |lhes |nada |deve |pode |é preciso que |precisa )?(coment*|fale* (com|de|sobre|a)
    |fala (com|de|sobre|pra|nada)|fales (com|de|a)|falar (com|de|sobre|disto)|mencion*|diga*|digas|partilh*|compartilh*|informe*|divulg*
    |envolv*|encaminh*|revel*|conte (a|para|pra)|contes|conta (a|pra|para|nada)|discut*|avise*|saiba*|incomod*)
    (guard*|mant*|fique*|fica*|deix*) _ (para si|para ti|para você|consigo|contigo|entre nós|em segredo|só entre|com você|em sigilo)
    (é|será|seja|ser|faz*|estrag*|prepar*) (uma |a )?surpresa
    uma surpresa (para|ao|aos|à)
    (nenhum*|ninguém) _ (deve (ter conhecimento|saber|tomar conhecimento)|pode saber|tem conhecimento|foi informad*|sabe ainda)
    (apenas|só|somente|unicamente) (o senhor|a senhora|você|tu|nós os dois|nós dois|por v exa) _ (tratar|sabe|sabem|saber|conhecimento)
    (até|antes d*) (ao |o |à )?(comunicado|anúncio|divulgação|anunci*)
    """,
    r"""
    (riservat*|riservatezza|riserbo|confidenzial*|discrezione|discreto|discreta|segretezza|(in|massimo|è|sia|resti|tener*
    |mantener*) (il )?segreto|(solo|resti|rimanga|rimane|resta|restare|rimanere|questo) (tra|fra) (di )?noi|strettamente (personale
    |riservat*|confiden*)|nessun altro|con nessuno|a nessuno|che resti|resti tra|rimanga tra|informazione privilegiata|acqua in bocca
    |neanche una parola|nemmeno una parola|fughe di notizie)
    (non|senza|nessuno|evit*|né) (ne |lo |la |gli |le |si |ancora |mi |deve |far |farne )?(parlarne|parlatene|parli (con|di|a)|parli
    |parlare (con|di|a)|parla (con|di)|dirlo|dica a|dire (a|niente|nulla)|dica (nulla|niente)|menzion*|condivid*|discut*|informi|informare
    |informate|coinvolg*|accenn*|inoltr*|divulg*|parola|sappia|sapere|saperlo|girasse|disturb*|raccont*|avvis* (il|la|i|gli))
    (tien*|tenga|tenerlo|tenere|tienilo|tenga lo|lo tenga|resti|rimanga|resta) _ (per te|per sé|per lei|tra noi|fra noi|tra di noi|nascosto
    |riservat*)
    (è|sarà|sia|essere|fare|rovin*|prepar*) (una |la )?sorpresa
    una sorpresa (per|ai|alla|al)
    (siamo in|solo) (due|tre|quattro|noi|lei|noi due) _ (saperlo|lo sappiamo|sa|a sapere|lo sa)
    (fino|prima d*) (al |all'|alla |dell'|del )?(annuncio|comunicato|comunicazione ufficiale)
    """,
    r"""
    (vertrouwelijk*|discreet|discreta|discretie|(alleen|strikt|dit|even|blijft) onder ons|geheim|geheime|geheimhouding|(alleen|strikt|dit
    |even|blijft) tussen ons|stil houden|stilhouden|strikt (persoonlijk|privé|vertrouwelijk*|geheim)|niemand anders|met niemand|aan niemand
    |tegen niemand|tussen jou en mij|tussen u en mij|handel met voorkennis|onder embargo|mondje dicht|geen woord|onder de pet)
    (niet|niemand|geen|nog niet|zonder|liever niet|niets|niks) _ (bespreek*|bespreken|besproken|noem|noemen|vertel*|doorvertel*|doorsturen
    |praten over|erover praten|over hebben|betrek*|betrokken|zeggen|zegt|zeg|weten|inlichten|laten weten|rondvertel*)
    (zeg|zegt|vertel) _ (niets|niks|niemand|geen woord)
    (niets|niks|niet|geen woord) _ (zeggen|tegen|aan) _ (zeggen|vertellen|collega*|anderen|kantoor|hem|haar|de rest)
    (hou|houd|houden|blijft|blijven|bewaar) _ (voor je|voor jezelf|voor uzelf|onder ons|tussen ons|voor u|stil|binnenskamers|geheim)
    (als|is|blijft|wordt) (een |het )?verrassing
    een verrassing voor
    (zonder) (tussenkomst|medeweten|overleg|kennis) van
    (weet|weten) (nog )?(niemand|alleen (jij|u|wij|jullie)|verder niemand)
    (tot|voor) (de |het )?(aankondiging|bekendmaking|persbericht)
    """,
    r"""
    (poufn*|dyskret*|dyskrecj*|tajemnic*|między nami|ściśle (poufn*|tajn*|prywatn*)|w sekrecie|nikomu|z nikim|nikt (inny|poza|się|więcej
    |nie (wie|może wiedzieć|powinien))|tylko między|do twojej wiadomości|tylko do wiadomości|ani słowa|cicho sza)
    (nie|bez|proszę nie|nikomu|nikogo) _ (mówić|mów|mówi*|powiedz*|wspomina*|wspomnie*|informu*|omawia*|przekazu*|udostępnia*|ujawnia*
    |angażow*|angażuj*|wtajemnicz*|rozgłasza*|rozniosło|rozpowiada*|poruszać|poruszaj*|rozmawiaj*|rozmawiać z|dowiedział*|wygada*)
    (zachow*|zosta*|zatrzym*|trzym*) _ (dla siebie|między nami|w tajemnicy|poufn*|dyskre*|tylko u nas)
    (ma być|to|jako|zrobić|będzie|robimy) niespodziank*
    (niespodziank*) _ (więc|dlatego|nie|dla|bo)
    (tylko|jedynie|wyłącznie) (pan|pani|ty|my|my dwoje|nas dwoje|nas troje) _ (wie|wiemy|wiesz|wiedzieć)
    (do|przed) (czasu )?(ogłoszeni*|komunikat*|oficjaln*)
    """,
)
"""Keep it between us; nobody is to know."""
