"""How somebody presses: it is urgent, it is due by noon, somebody above wants it. Phrases only."""

from __future__ import annotations

URGENCY = (
    r"""
    (urgent*|asap|immediately|immediate|right away|straight away|straightaway|at once|as soon as (possible|you can)|time sensitive
    |time critical|top priority|high priority|without delay|promptly|as quickly as|quickly as possible|without fail|cannot wait
    |can't wait|won't wait|pressing|critical|important that|right now|speedy|first thing|prioriti*|earliest)
    """,
    r"""
    (dringend*|eilig*|eilt|eile|sofort*|umgehend*|unverzüglich*|schnellstmöglich*|so schnell wie möglich|schnellstens|baldmöglichst
    |zeitkritisch*|asap|höchste priorität|ohne verzögerung|so bald wie möglich|sobald wie möglich|brennt|drängt|kurzfristig|pressiert
    |zeitnah*)
    """,
    r"""
    (urgen*|immédiat*|au plus vite|dès que possible|dans les plus brefs|sans délai|sans tarder|rapidement|en priorité|prioritaire
    |tout de suite|dans l'immédiat|impératif|impérativement|ne peut (pas )?attendre|presse|pressé|au plus tôt|sans attendre)
    """,
    r"""
    (urgente*|urgencia|inmediat*|cuanto antes|lo antes posible|a la mayor brevedad|sin demora|de inmediato|rápid*|prioritari*|ya mismo
    |enseguida|ahora mismo|corre prisa|apremia|ahorita|apurad*|me urge|a la brevedad)
    """,
    r"""
    (urgente*|urgência|imediat*|quanto antes|mais rápido|mais rapidamente|assim que possível|mais breve|sem demora|de imediato
    |prioridade|prioritári*|agora mesmo|já já|com brevidade|rapidamente)
    """,
    r"""
    (urgent*|urgenza|immediat*|subito|quanto prima|al più presto|prima possibile|il prima possibile|senza indugio|tempestiv*|priorità
    |prioritari*|con sollecitudine|in giornata|fretta|rapidamente|immediatamente)
    """,
    r"""
    (dringend*|spoed*|zo snel mogelijk|zo spoedig mogelijk|onmiddellijk|meteen|direct|per omgaande|haast|asap|urgent*|zsm|met voorrang
    |geen uitstel|prioriteit|per ommegaande|snel|vlug)
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
    (close of (business|play|banking)|end of (day|business)|eod|cob|cut ?off|deadline|expires? (today|tomorrow|at|in)|due (today
    |tomorrow|immediately|by)|same day|this (morning|afternoon)|today)
    """,
    r"""
    (bis|vor|spätestens|noch) _ (mittag*|heute|abend|morgen|feierabend|buchungsschluss|bankschluss|\d+ uhr|\d+:\d+|\d+\.|freitag|montag
    |dienstag|mittwoch|donnerstag|tagesende|ende der woche|ende des tages|monatsende|zum \d+|vormittag|nachmittag|lauf|zahllauf
    |abrechnung|wochenende)
    (innerhalb|binnen|in den nächsten) _ (stunde*|minute*|tag*|werktag*|\d+)
    (frist|stichtag|annahmeschluss|cut off|letzter tag|taggleich|tagesaktuell|heute noch|noch heute|heute|fristablauf)
    """,
    r"""
    (avant|d'ici|jusqu'à|au plus tard|pour|dans) _ (midi|soir|ce soir|demain|aujourd'hui|fin de journée|fin de matinée|clôture|\d+ ?h*
    |vendredi|lundi|mardi|mercredi|jeudi|fin de semaine|fin du mois|l'heure|heures?|la paie)
    (ce matin|cet après midi|aujourd'hui|dans la journée|dans l'heure|délai|échéance|dernier délai|sous \d+|dans les \d+|avant \d+)
    """,
    r"""
    (antes de|antes del|hasta|a más tardar|para|dentro de|en las próximas|en) _ (mediodía|hoy|mañana|esta tarde|las \d+|cierre|comer
    |viernes|lunes|martes|miércoles|jueves|final del día|fin de mes|fin de semana|una hora|horas|las dos|las tres|la una|mediodia
    |\d+ horas|el día \d+)
    (hoy mismo|esta misma (mañana|tarde)|hoy|plazo|fecha límite|esta mañana|esta tarde|antes de las)
    """,
    r"""
    (antes d*|até|dentro de|no máximo|nas próximas|em) _ (meio dia|hoje|amanhã|final do dia|fim do dia|às \d+|fecho|fechamento|\d+ ?h*
    |sexta*|segunda*|terça*|quarta*|quinta*|fim do mês|almoço|horas|dia \d+|fim da tarde)
    (hoje mesmo|ainda hoje|esta manhã|esta tarde|hoje|prazo|data limite|no dia de hoje)
    """,
    r"""
    (entro|prima d*|al massimo|non oltre|per|nelle prossime) _ (oggi|mezzogiorno|domani|stasera|sera|fine giornata|le \d+|chiusura
    |pranzo|venerdì|lunedì|martedì|mercoledì|giovedì|le ore|un'ora|mattinata|fine mese|\d+ (ore|giorni)|cut off|il \d+)
    (oggi stesso|in giornata|stamattina|questa mattina|oggi pomeriggio|oggi|scadenza|termine ultimo|in mattinata)
    """,
    r"""
    (voor|vóór|uiterlijk|tot|binnen|nog) _ (vandaag|vanmiddag|vanavond|morgen|middag|einde (van de )?dag|eind van de|sluitingstijd
    |\d+ uur|\d+:\d+|vrijdag|maandag|dinsdag|woensdag|donderdag|een uur|het uur|uur|lunch|twaalf*|dagen|werkdagen)
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
    (board|ceo|cfo|coo|managing director|md|president|chairman|chairwoman|chair|director|owner|partners|partner|head office|hq|group
    |management|chief executive|finance director|trustees|headquarters|treasury|principal|executive|governors|our md|auditors
    |audit committee|my boss|the boss) ~ (approved|approves|authoris*|authoriz*|signed off|instructed|asked|asks|wants|wanted|requested
    |requests|confirmed|agreed|cleared|require*|told|insist*|mandat*|directed|needs|expects|given|decided)
    (approved|authorised|authorized|instructed|requested|signed off|cleared|confirmed|as agreed|agreed|asked|directed|on behalf
    |on the instruction*|at the request) (by|with|from|of) _ (board|ceo|cfo|coo|managing director|md|president|chair*|director|owner
    |partner*|head office|management|chief executive|group|trustees|treasury)
    (i|i've|i have|we|we've) (have )?(already )?(approved|authorised|authorized|signed off|cleared)
    (on behalf of|instructions? (of|from)|at the request of|approval (of|from)) _ (board|ceo|cfo|president|chair*|director*|management
    |owner)
    """,
    r"""
    (vorstand*|geschäftsführ*|geschäftsleitung|aufsichtsrat*|chef|chefin|direktor*|inhaber*|gesellschafter*|konzern*|leitung|präsident*
    |prokurist*|gf|ceo|cfo|wirtschaftsprüfer*|steuerbüro|holding|zentrale|beirat) ~ (genehmigt|freigegeben|zugestimmt|gebeten|beauftragt
    |möchte|wünscht|verlangt|bestätigt|entschieden|abgestimmt|besprochen|abgesegnet|angewiesen|fordert|abgezeichnet|braucht|will
    |erwartet)
    (im auftrag|auf anweisung|auf wunsch|nach rücksprache|in absprache|mit zustimmung|durch|im namen) _ (vorstand*|geschäftsführ*
    |geschäftsleitung|aufsichtsrat*|chef*|direkt*|inhaber*|leitung|gesellschafter*|ceo)
    (habe ich|ist|wurde|bereits|schon) _ (genehmigt|freigegeben|abgesegnet|abgezeichnet|freigezeichnet|autorisiert)
    """,
    r"""
    (direction|directeur*|directrice|pdg|président*|conseil d'administration|gérant*|dg|daf|direction générale|comité|actionnaire*|siège
    |patron*|associé*|groupe|commissaire*) ~ (valid*|approuv*|autoris*|demand*|souhait*|exig*|confirm*|donné (son )?accord|chargé*
    |mandaté*|indiqué*|accord|insist*|veut|tient)
    (validé*|approuvé*|autorisé*|demandé*|accord|sur (instruction|ordre|demande)|au nom) _ (direction|directeur|pdg|président*|conseil
    |gérant*|dg|daf|comité|siège)
    (j'ai|ai) (déjà )?(validé|approuvé|autorisé|donné mon accord|signé)
    """,
    r"""
    (dirección|director*|gerente|gerencia|presidente|presidenta|consejo|consejero*|ceo|cfo|administrador*|dueño|socios|junta|jefe|jefa
    |patronato|rectora|rector|tesorería|sede|matriz|auditor*) ~ (aprob*|autoriz*|pide|piden|pidió|solicit*|quiere|confirm*|ha dado|dio
    |validado|orden*|instru*|requiere*|necesita|acord*|insiste|mandado)
    (aprobad*|autorizad*|por orden|por instruccion*|instrucciones|a petición|de parte|en nombre|visto bueno) _ (dirección|director*
    |gerente|gerencia|presiden*|consejo|ceo|administra*|rector*|socios)
    (autoricé|he autorizado|ya autoricé|he aprobado|aprobé|tengo autorizado|lo autorizo|está autorizado)
    """,
    r"""
    (direção|diretor*|diretoria|gerente|gerência|presidente|conselho|ceo|cfo|administra*|sócio*|dono|chefe|matriz|sede|tesouraria
    |auditor*|acionista*) ~ (aprov*|autoriz*|pediu|pede|pediram|solicit*|quer|confirm*|deu|validou|orden*|instru*|exig*|precisa|acord*
    |insist*|mandou)
    (aprovad*|autorizad*|por ordem|por instruç*|instruções|a pedido|em nome) _ (direção|diretor*|diretoria|gerente|presidente|conselho
    |ceo|administra*|sócio*)
    (autorizei|já autorizei|aprovei|já aprovei|está autorizad*|está aprovad*)
    """,
    r"""
    (direzione|direttore|direttrice|amministrator*|presidente|cda|consiglio|titolare|ceo|cfo|soci|socio|capo|sede|casa madre|tesoreria
    |revisor*|commercialista|capogruppo|gruppo) ~ (approv*|autorizz*|chiesto|chiede|richied*|richiest*|vuole|conferm*|dato|validato
    |dispos*|ordinat*|incaricat*|vogliono|deciso|serve|deliberat*)
    (approvat*|autorizzat*|su richiesta|per conto|su disposizione|su indicazione|a nome) _ (direzione|direttor*|amministrator*
    |presidente|cda|consiglio|titolare)
    (ho (già )?(autorizzato|approvato|dato l'ok|firmato))
    """,
    r"""
    (directie|directeur|bestuur|ceo|cfo|voorzitter|raad van (bestuur|commissarissen|toezicht)|eigenaar|baas|algemeen directeur
    |hoofdkantoor|holding|accountant|aandeelhouder*|treasury|management) ~ (goedgekeurd|akkoord|toestemming|gevraagd|vraagt|wil|verzocht
    |bevestigd|geautoriseerd|opdracht|besloten|verlangt|nodig|eist|gefiatteerd)
    (goedgekeurd|akkoord|namens|in opdracht|op verzoek|met toestemming) _ (directie|directeur|bestuur|ceo|voorzitter|raad|eigenaar
    |management)
    (heb ik|is|reeds) _ (goedgekeurd|gefiatteerd|geautoriseerd|akkoord gegeven)
    """,
    r"""
    (zarząd*|prezes*|dyrektor*|dyrekcj*|rad* nadzorcz*|właściciel*|szef*|ceo|cfo|centrala|wspólni*|kierownictw*|audytor*|biegł*|grupa
    |spółka matka) ~ (zatwierdzi*|zgodzi*|zgod*|prosi*|poprosi*|chce|żąda|polecił*|potwierdzi*|wymaga*|zaakceptowa*|zdecydowa*|upoważni*
    |oczekuj*|potrzebuj*|kazał*)
    (zatwierdzon*|zaakceptowan*|na (polecenie|prośbę|zlecenie)|w imieniu|za zgodą) _ (zarząd*|prezes*|dyrektor*|dyrekcj*|rad*
    |właściciel*)
    (zatwierdziłem|zatwierdziłam|zaakceptowałem|zaakceptowałam)
    """,
)
"""Somebody above wants it or has approved it."""
