"""How somebody presses: it is urgent, it is due by noon, somebody above wants it. Phrases only."""

from __future__ import annotations

URGENCY = (
    r"""
    (urgent*|asap|immediately|immediate|right away|straight away|straightaway|at once|as soon as (possible|you can)|time sensitive
    |time critical|top priority|high priority|without delay|promptly|as quickly as|quickly as possible|without fail|cannot wait|can't wait
    |won't wait|pressing (matter|need|issue|business|payment)|(is|very|most|business|really) (pressing|critical)|important that|right now
    |speedy|first thing|prioriti*|earliest)
    """,
    r"""
    (dringend*|eilig*|eilt|eile|sofort*|umgehend*|unverzüglich*|schnellstmöglich*|so schnell wie möglich|schnellstens|baldmöglichst
    |zeitkritisch*|asap|höchste priorität|ohne verzögerung|so bald wie möglich|sobald wie möglich|es brennt|drängt|kurzfristig|pressiert
    |zeitnah*)
    """,
    r"""
    (urgen*|immédiat*|au plus vite|dès que possible|dans les plus brefs|sans délai|sans tarder|rapidement|en priorité|prioritaire
    |tout de suite|dans l'immédiat|impératif|impérativement|ne peut (pas )?attendre|(ça|cela|c|qui|temps|affaire) presse|au plus tôt
    |sans attendre|(suis|sommes|est|très|assez|un peu) pressée?s?)
    """,
    r"""
    (urgente*|urgencia|inmediat*|cuanto antes|lo antes posible|a la mayor brevedad|sin demora|de inmediato|rápid*|prioritari*|ya mismo
    |enseguida|ahora mismo|corre prisa|apremia|ahorita|apurad*|me urge|a la brevedad)
    """,
    r"""
    (urgente*|urgência|imediat*|quanto antes|mais rápido|mais rapidamente|assim que possível|mais breve|sem demora|de imediato|prioridade
    |prioritári*|agora mesmo|já já|com brevidade|rapidamente)
    """,
    r"""
    (urgent*|urgenza|immediat*|subito|quanto prima|al più presto|prima possibile|il prima possibile|senza indugio|tempestiv*|priorità
    |prioritari*|con sollecitudine|in giornata|fretta|rapidamente|immediatamente)
    """,
    r"""
    (dringend*|spoed*|zo snel mogelijk|zo spoedig mogelijk|onmiddellijk|meteen|direct (betalen|overmaken|regelen|doen|nodig|reageren
    |antwoord*)|per omgaande|haast|asap|urgent*|zsm|met voorrang|geen uitstel|prioriteit|per ommegaande|(zo|heel|even|graag|erg) snel|vlug)
    """,
    r"""
    (piln*|natychmiast*|jak najszybciej|niezwłocznie|bezzwłocznie|priorytet*|asap|szybko|bez zwłoki|jak najprędzej|od razu|niecierpiąc*
    |nagląc*|w trybie pilnym|możliwie szybko|najszybciej)
    """,
)
"""It is urgent."""

_EN_HOUR = (
    "(noon|midday|midnight|today|tonight|tomorrow|cob|close|eod|end of (the )?(day|business|today|week)|lunch*|morning|afternoon"
    "|friday|monday|tuesday|wednesday|thursday|\\d+ ?(am|pm|a m|p m|o'clock|h)|the end of|month end|cut ?off|\\d+:\\d+|bank* clos*"
    "|the bank|this evening|the hour|payroll|the weekend|\\d+(st|nd|rd|th))"
)

DEADLINE = (
    rf"""
    (by|before|until|no later than|not later than|till|prior to) _ {_EN_HOUR}
    (within|in the next) (the )?(hour|\d+ (hours|minutes|days|business days|working days)|a (few )?(hours?|day)|next|two|three|24|48
    |an hour)
    (close of (business|play|banking)|end of (day|business)|eod|cob|cut ?off|deadline|expires? (today|tomorrow|at|in)|due (today|tomorrow
    |immediately|by)|same day|this (morning|afternoon)|today)
    """,
    r"""
    (bis|vor|spätestens|noch) _ (mittag*|heute|abend|morgen|feierabend|buchungsschluss|bankschluss|\d+ uhr|\d+:\d+|\d+\.|freitag|montag
    |dienstag|mittwoch|donnerstag|tagesende|ende der woche|ende des tages|monatsende|zum \d+|vormittag|nachmittag|lauf|zahllauf|abrechnung
    |wochenende)
    (innerhalb|binnen|in den nächsten) _ (stunde*|minute*|tag*|werktag*|\d+)
    (frist|stichtag|annahmeschluss|cut off|letzter tag|taggleich|tagesaktuell|heute noch|noch heute|heute|fristablauf)
    """,
    r"""
    (avant|d'ici|jusqu'à|au plus tard|pour|dans) _ (midi|soir|ce soir|demain|aujourd'hui|fin de journée|fin de matinée|clôture|\d+ ?h*
    |vendredi|lundi|mardi|mercredi|jeudi|fin de semaine|fin du mois|l'heure|heures?|la paie)
    (ce matin|cet après midi|aujourd'hui|dans la journée|dans l'heure|délai|échéance|dernier délai|sous \d+|dans les \d+|avant \d+)
    """,
    r"""
    (antes de|antes del|hasta|a más tardar|para|dentro de|en las próximas|en) _ (mediodía|hoy|mañana|esta tarde|las \d+|cierre|comer|viernes
    |lunes|martes|miércoles|jueves|final del día|fin de mes|fin de semana|una hora|horas|las dos|las tres|la una|mediodia|\d+ horas
    |el día \d+)
    (hoy mismo|esta misma (mañana|tarde)|hoy|plazo|fecha límite|esta mañana|esta tarde|antes de las)
    """,
    r"""
    (antes d*|até|dentro de|no máximo|nas próximas|em) _ (meio dia|hoje|amanhã|final do dia|fim do dia|às \d+|fecho|fechamento|\d+ ?h*
    |sexta*|segunda*|terça*|quarta*|quinta*|fim do mês|almoço|horas|dia \d+|fim da tarde)
    (hoje mesmo|ainda hoje|esta manhã|esta tarde|hoje|prazo|data limite|no dia de hoje)
    """,
    r"""
    (entro|prima d*|al massimo|non oltre|per|nelle prossime) _ (oggi|mezzogiorno|domani|stasera|sera|fine giornata|le \d+|chiusura|pranzo
    |venerdì|lunedì|martedì|mercoledì|giovedì|le ore|un'ora|mattinata|fine mese|\d+ (ore|giorni)|cut off|il \d+)
    (oggi stesso|in giornata|stamattina|questa mattina|oggi pomeriggio|oggi|scadenza|termine ultimo|in mattinata)
    """,
    r"""
    (voor|vóór|uiterlijk|tot|binnen|nog) _ (vandaag|vanmiddag|vanavond|morgen|middag|einde (van de )?dag|eind van de|sluitingstijd|\d+ uur
    |\d+:\d+|vrijdag|maandag|dinsdag|woensdag|donderdag|een uur|het uur|uur|lunch|twaalf*|dagen|werkdagen)
    (vandaag nog|nog vandaag|vanmorgen|vanochtend|vanmiddag|vandaag|deadline|uiterste)
    """,
    r"""
    (do|przed|najpóźniej|w ciągu|jeszcze|nie później) _ (dziś|dzisiaj|południ*|jutra|jutro|końc* dnia|wieczor*|godz*|\d+:\d+|\d+|piątk*
    |poniedział*|wtork*|środ*|czwart*|zamknięci*|godzin*|końca|obiad*)
    (jeszcze dziś|jeszcze dzisiaj|dziś|dzisiaj|dzisiejsz*|termin*|rano|po południu)
    """,
)
"""There is an hour by which it has to be done."""

AUTHORITY = (
    r"""
    (board|ceo|cfo|coo|managing director|md|president|chairman|chairwoman|chair|director|owner|owners|partners|senior partner|head office|hq
    |treasury|chief executive|finance director|trustees|headquarters|council|committee|principal|governors|our md|audit committee|my boss
    |the boss) (has|have|had|already|just|also|both|personally|is|are|was|were|it|wants|himself|herself|who|and) _ (approved|authoris*
    |authoriz*|signed off|signed it off|instructed|asked|wanted|requested|confirmed|agreed|cleared|mandated|directed|insist*|okayed|oked
    |waiting|adamant|aware)
    (board|ceo|cfo|coo|managing director|md|chairman|chairwoman|chair|owner|partners|head office|hq|chief executive|finance director
    |trustees|headquarters|council|committee|principal|governors|the boss) (approved|approves|authorised|authorized|signed off|instructed
    |asked|asks|wants|wanted|requested|requests|confirmed|insists|insisted|cleared|okayed|would like|needs|expects)
    (approved|authorised|authorized|instructed|requested|signed off|cleared|okayed|agreed|confirmed) (by|with) (the |our |my |your )?(board
    |ceo|cfo|coo|managing director|md|president|chair*|director*|owner*|partner*|head office|management|chief executive|trustees|treasury
    |council|committee|boss|doctors)
    (i|i've|i have|we|we've|we have) (already |just |personally |now )?(approved|authorised|authorized|signed off|cleared|okayed|agreed
    |squared) (it|this|them|him|her|with|everything|all)
    (cleared|agreed|squared|arranged|discussed|settled|sorted|checked
    |okayed) (it |this |that |everything |the payment |all )?(already )?with (the (board|chair|owner|accountant*|auditor*|bank|boss
    |director*|council|partners|doctors)|our (accountant*|auditor*|chair*|credit controller|owner|director*|boss)|my (boss|partner
    |manager|director))
    (has|have|already|is) (been )?(okayed|signed off|cleared|approved) (it|this|below|see|already|at|from|and)
    (on behalf of|on the instruction* of|at the request of|on the orders of|on instructions from|approval of|approval from
    |with the blessing of) _ (board|ceo|cfo|president|chair*|director*|management|owner*|council|trustees|partners)
    (i'll|i will|i can|i'd) (approve|authorise|authorize|sign|okay|countersign) (it |this |that |them )?(from my|on my|later|afterwards
    |after|when|tonight|tomorrow|monday|as soon|once)
    (on my|under my|my) (authority|say so|responsibility|personal authority|sole authority)
    """,
    r"""
    (vorstand*|geschäftsführ*|geschäftsleitung|aufsichtsrat*|chef|chefin|direktor*|inhaber*|gesellschafter*|konzern*|präsident*|prokurist*
    |ceo|cfo|wirtschaftsprüfer*|holding|beirat|verwaltungsrat|leitung) _ (genehmigt|freigegeben|zugestimmt|gebeten|beauftragt|möchte|wünscht
    |verlangt|bestätigt|entschieden|abgestimmt|abgesegnet|angewiesen|fordert|abgezeichnet|besteht darauf|einverstanden|informiert|will
    |erwartet|drängt)
    (im auftrag|auf anweisung|auf wunsch|nach rücksprache|in absprache|mit zustimmung|auf veranlassung|auf geheiß) _ (vorstand*
    |geschäftsführ*|geschäftsleitung|aufsichtsrat*|chef*|direkt*|inhaber*|leitung|gesellschafter*|ceo|herr*|frau)
    (habe ich|hab ich|ist|wurde|bereits|schon|ich habe|ich hab) _ (genehmigt|freigegeben|abgesegnet|abgezeichnet|freigezeichnet|autorisiert
    |abgenickt)
    (ist|habe|hab|wurde) _ (mit mir|mit herrn|mit frau|mit dem|mit der|mit ihm|mit ihr|mit unserem|mit unserer) _ (abgestimmt|abgesprochen
    |geklärt|vereinbart|besprochen)
    (herr|frau|chef|chefin|vorstand|kollege|kollegin|er|sie|ehmayer|geschäftsführung) _ (weiß bescheid|weiss bescheid|ist informiert
    |ist im bilde|ist eingeweiht|ist einverstanden|ist bereits informiert|hat zugestimmt|hat es genehmigt)
    (auf meine|in meiner) (verantwortung|kappe|veranlassung|anweisung|weisung)
    """,
    r"""
    (direction|directeur*|directrice|pdg|président*|conseil d'administration|gérant*|dg|daf|direction générale|actionnaire*|siège|patron*
    |associé*|maire|mairesse|recteur|rectrice|bureau|conseil) (a|ont|est|vient|nous|m|vous|souhaite*|exige*|demande*|veut|tient|avait|l|en
    |sont) _ (valid*|approuv*|autoris*|demand*|exig*|confirm*|donné (son )?accord|chargé*|mandaté*|accord|insist*|d'accord|communiqué|prié*
    |au courant|informé*)
    (direction|directeur|directrice|pdg|président|présidente|gérant|siège|patron|maire|mairesse|rectrice) (demande|exige|souhaite|veut
    |insiste|autorise|valide|tient)
    (validé*|approuvé*|autorisé*|demandé*|en accord|sur (instruction|ordre|demande)|à la demande|au nom) (par|avec|de|du|de la
    |d) _ (direction|directeur|pdg|président*|conseil|gérant*|dg|daf|comité|siège|maire|bureau)
    (j'ai|ai) (déjà |moi même )?(validé|approuvé|autorisé|donné mon accord|donné le feu vert)
    (bon à payer|feu vert|accord) _ (de ma part|du président|de la direction|de la présidente|du directeur|du maire|oral)
    (est|sont) (déjà |bien |pleinement )?(d'accord|informé*|au courant|prévenu*)
    (j'ai|ai) (déjà )?(prévenu|averti|avisé|vu avec|réglé avec|validé avec) (le|la|les|m|mme|mon|notre|monsieur|madame)
    (sous ma|sur ma) (responsabilité|autorité)
    """,
    r"""
    (dirección|director*|gerente|gerencia|presidente|presidenta|consejo|ceo|cfo|administrador*|dueño|socios|jefe|jefa|patronato|rectora
    |tesorería|sede|matriz|despacho) (ha|han|ya|me|nos|lo|quiere*|pide*|está|están|le|tiene*|necesita|insiste|exige|general) _ (aprob*
    |autoriz*|pidió|pedido|solicit*|confirm*|dado|validado|orden*|acord*|insiste|mandado|al tanto|de acuerdo|conforme|enterad*|al corriente)
    (dirección|directora|director|gerente|gerencia|presidente|presidenta|consejo|jefe|jefa|tesorería|matriz|patronato) (pide|piden|quiere
    |exige|autoriza|autorizó|aprobó|insiste|pidió|ordenó)
    (aprobad*|autorizad*|por orden|por instruccion*|instrucciones|a petición|de parte|visto bueno
    |con el visto bueno) (de |del |por |de la |por la |por el )(dirección|director*|gerente|gerencia|presiden*|consejo|ceo|administra*
    |rector*|socios|patronato)
    (autoricé|he autorizado|ya autoricé|he aprobado|aprobé|tengo autorizado|lo autorizo|ya está autorizado|ya lo autoricé|yo lo autorizo)
    (está|están) (ya )?(al tanto|al corriente|enterad*|informad*|de acuerdo)
    (ya lo|lo he|lo tengo|ya está) (hablad* con|acordad* con|vist* con|consultad* con|hablé con|vi con)
    (bajo mi|por mi) (responsabilidad|autoridad|cuenta y riesgo)
    """,
    r"""
    (direção|diretor*|diretoria|gerente|gerência|presidente|conselho|ceo|cfo|administrador|administração|sócio*|dono|chefe|matriz|sede
    |tesouraria|acionista*|doutora|doutor|eng|dra|dr|arq) (já|me|nos|lhe|foi|está|deu|quer|pede|precisa|o|a|geral|ter) _ (aprov*|autoriz*
    |pediu|pedido|solicit*|confirm*|validou|orden*|acord*|insist*|mandou|de acordo|a par|ciente|ok|indicou)
    (direção|diretor|diretora|diretoria|gerência|gerente|presidente|conselho|administrador|sócio|chefe|matriz) (pediu|quer|exige|autorizou
    |aprovou|insiste|mandou|pede|deu ok)
    (aprovad*|autorizad*|por ordem|por instruç*|por indicação|instruções|a pedido
    |com o aval) (expressa )?(de |do |da |pelo |pela |dos )(direção|diretor*|diretoria|gerente|presidente|conselho|ceo|administra*|sócio*
    |eng|dr|dra)
    (autorizei|já autorizei|aprovei|já aprovei|já está autorizad*|já está aprovad*|que eu aprovo|eu autorizo)
    (está|estão) (já )?(a par|ciente|cientes|ao corrente|informad*|de acordo)
    (já (falei|combinei|acertei|tratei|vi)|combinei|acertei) (tudo |isso |isto )?com (o|a|os|as|ele|ela)
    (sob (a )?minha|por minha) (responsabilidade|conta e risco)
    """,
    r"""
    (direzione|direttore|direttrice|amministrator*|presidente|cda|consiglio|titolare|ceo|cfo|soci|socio|capo|sede|casa madre|tesoreria
    |revisore|commercialista|capogruppo|ingegnere|dottore) (ha|hanno|ci|mi|lo|vuole|chiede|è|vogliono|sono|richiede|generale|delegato
    |le) _ (approv*|autorizz*|chiesto|richiest*|conferm*|dato|validato|dispos*|ordinat*|incaricat*|deciso|deliberat*|accordo|informat*
    |al corrente|accennato)
    (direzione|direttore|direttrice|amministratore|presidente|cda|consiglio|titolare|capo|capogruppo|casa madre) (chiede|vuole|richiede
    |esige|autorizza|insiste|desidera)
    (approvat*|autorizzat*|su richiesta|su disposizione|su indicazione|su incarico|d'intesa
    |d'accordo) (dal |dalla |del |della |con il |con la |con |di |dall'|dell')(direzion*|direttor*|amministrator*|presidente|cda
    |consiglio|titolare|dott|ing|dottor*)
    (ho (già )?(autorizzato|approvato|dato l'ok|dato il benestare))
    (donatella|dottoressa|dottore|ingegnere|titolare|direttore|direttrice|lei|lui|già) è (già )?(informat*|al corrente|d'accordo)
    (ne ho|ho) (già )?(parlato|concordato|discusso|definito) con (il|la|i|lui|lei|l|i soci)
    sotto la mia responsabilità
    """,
    r"""
    (directie|directeur|bestuur|ceo|cfo|voorzitter|raad van (bestuur|commissarissen|toezicht)|eigenaar|baas|hoofdkantoor|holding|accountant
    |aandeelhouder*|treasury) (heeft|hebben|is|wil|vraagt|eist|zijn|had) _ (goedgekeurd|akkoord|toestemming|gevraagd|verzocht|bevestigd
    |geautoriseerd|opdracht|besloten|gefiatteerd|op de hoogte|groen licht)
    (directie|directeur|bestuur|voorzitter|raad|eigenaar|baas|hoofdkantoor|holding) (wil|eist|verlangt|vraagt|dringt)
    (goedgekeurd|akkoord|in opdracht|op verzoek|met toestemming|op last) (van|door|bevonden door) _ (directie|directeur|bestuur|ceo
    |voorzitter|raad|eigenaar|management)
    (heb ik|is|reeds|ik heb) (al |het al |dit |dit al |het )?(goedgekeurd|gefiatteerd|geautoriseerd|akkoord gegeven|afgetekend)
    (is|zijn) (al |hiervan |ervan |volledig )?(op de hoogte|akkoord|ingelicht|geïnformeerd)
    (met|heb het met|heb dit met) _ (afgesproken dat|overlegd|kortgesloten|afgestemd)
    op mijn (verantwoording|verantwoordelijkheid|gezag)
    """,
    r"""
    (zarząd*|prezes*|dyrektor*|dyrekcj*|rad* nadzorcz*|właściciel*|szef*|ceo|cfo|centrala|wspólni*|kierownictw*|audytor*|spółka matka
    |pan prezes) _ (zatwierdzi*|zgodzi*|prosi*|poprosi*|chce|żąda|polecił*|potwierdzi*|zaakceptowa*|upoważni*|oczekuj*|kazał*|podpisa*|wie o
    |wskazał*)
    (zatwierdzon*|zaakceptowan*|na (polecenie|prośbę|zlecenie)|za zgodą|w porozumieniu z|z upoważnienia) _ (zarząd*|prezes*|dyrektor*
    |dyrekcj*|rad*|właściciel*)
    (zatwierdziłem|zatwierdziłam|zaakceptowałem|zaakceptowałam|wyraziłem zgodę|wyraziłam zgodę|jest zgoda na|mam zgodę)
    (wie o tym|wie już|jest poinformowan*|są poinformowan*|jest wtajemniczon*)
    (uzgodnił*|ustalił*|omówił*) (to |już |wszystko )?z (prezes*|dyrektor*|zarząd*|szef*|panem|panią|księgow*)
    na moją odpowiedzialność
    """,
)
"""Somebody above wants it or has approved it, or the writer has."""
