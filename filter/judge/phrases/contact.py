"""How somebody asks for the reader's mobile number. Phrases only."""

from __future__ import annotations

MOBILE_NUMBER = (
    r"""
    (send|text|give|share|email|mail|drop|forward|pass|provide|leave|let me have|shoot|confirm|what's|what is|whats|need|get|remind me of
    |reply with|can i have|could i have|best|reconfirm) _ (your |ur |a |the )?(cell|mobile|phone|whatsapp|whats app|personal|private|direct
    |contact|handphone|telephone|signal|telegram)( cell| mobile| phone| contact| whatsapp)? (number|no|num|digits|#|line|contact)
    (your|ur) (current |direct |personal |best |private )?(cell|mobile|whatsapp|phone|cellphone|cell phone|mobile phone|handphone)( number
    | no| #)? (so|please|here|now|number|asap)
    (let (me|us) have|can i (get|have)|could i (get|have)|may i have|i need|i'll need|drop me|send me|send over|reply with|text me
    |give me) (your|ur) (personal |private |direct |own |current |best |active )?(mobile|cell|whatsapp|digits|cellphone|handphone|number
    |line)
    (number|cell|mobile) ~ (text you|reach you|whatsapp you|message you|sms you|text me|i can (text|message))
    (what is|what's|whats|what) (your|ur) (mobile|cell|number|whatsapp|cellphone|no)
    (shoot|send|text|give|drop|pass) me (your|ur) (cell|mobile|number|digits|whatsapp|phone)
    lost (all )?my (contacts|phonebook|numbers)
    (which|what|best) _ number _ (text|reach|whatsapp|message|call)
    (i'll|i will|i can|will|let me|could|to|so i|going to|just|quickly) (text|whatsapp|sms|message) you
    (number|cell|mobile|phone) _ (are you|you are|you're|you) (on|using|reachable on|carrying|have now|use) (nowadays|now|these|at the|today
    |for|currently|anymore)
    (rather|prefer|easier|quicker|better|faster|simpler) _ (text|whatsapp|sms|imessage|telegram)
    (move|take|continue|switch|carry on|do|finish) _ (this|it|conversation|rest) _ (text|whatsapp|sms|imessage|telegram|signal)
    (still|same|current|right|correct) _ (cell|mobile|whatsapp) number
    (don't|do not|no longer|can't find|misplaced|lost|deleted) _ your (cell|mobile|phone number|number|digits|whatsapp)
    (cell|mobile|number|phone) _ (i have|i've got|i had|on file|in my phone) _ (you|yours) _ (old|out of date|right|current|working|dead)
    are you on (whatsapp|signal|telegram|imessage)
    (your|a) _ (cell|mobile|whatsapp|number) _ (reach|catch|get|text|message) you
    """,
    r"""
    (schick*|send*|gib*|geben|nenn*|teil*|brauch*|bräuchte|wie (ist|lautet)|mitteil*|durchgeben|benötige|hätte|hast|haben|schreib*|bestätig*
    |zukommen) _ (deine*|ihre*|mir|aktuelle*|eine|die|kurz) _ (handynummer*|mobilnummer*|handynr*|mobilfunknummer*|telefonnummer*|rufnummer
    |whatsapp*|natelnummer*|natel|durchwahl|privatnummer|mobile)
    (deine|ihre) (private |aktuelle |direkte )?(handynummer|mobilnummer|handynr*|mobilfunknummer|whatsapp nummer|natelnummer|nummer)
    (handynummer|mobilnummer|nummer) ~ (whatsapp|sms|schreib* dir|melde mich|erreich*)
    (unter welcher|auf welcher|welche) (handy*|mobil*)?nummer
    (bist du|sind sie|erreich* ich (dich|sie)) (auf|per|über) whatsapp
    (lieber|besser|einfacher|schneller|weiter|machen wir) _ (per|über|auf) (whatsapp|sms|signal|telegram|handy)
    (habe|hab|finde|fehlt|verloren|weg) _ (deine|ihre|nummern|kontakte) _ (nummer|handynummer|mobilnummer|mehr|verloren|weg|nicht)
    (nummer|handynummer|mobilnummer|handy) _ (stimmt|aktuell|noch|richtig|dieselbe) _ (noch|nummer|handynummer)
    (welche*|unter welcher) _ (nummer|handynummer|mobilnummer) _ (erreich*|schreib*|anruf*|nutz*|hast|haben)
    """,
    r"""
    (envoy*|donn*|transm*|communiqu*|laiss*|pass*|besoin|quel est|indiqu*|précis*|confirm*|file|files|aurais|redonn*|partag*) ~ (votre|ton
    |un) (numéro|n°|no|06|portable|whatsapp|mobile|ligne directe|gsm|natel)
    (votre|ton) (numéro|n°|no) (de )?(portable|téléphone|mobile|gsm|whatsapp|tél|natel|perso*|direct|cellulaire)
    (numéro|06|portable) ~ (whatsapp|sms|texto|t'écri*|vous écri*|joindre)
    (tu es|vous êtes|es tu|êtes vous) sur (whatsapp|signal|telegram)
    (plutôt|mieux|simple|rapide|continu*|passons|poursuiv*) _ (par|sur) (whatsapp|sms|texto|telegram|signal)
    (sur quel|à quel|quel) _ (numéro|portable) _ (joindre|écrire|contacter|appeler|utilis*|texto)
    (perdu|plus|retrouve) _ (contacts|répertoire|votre numéro|ton numéro|tes coordonnées)
    """,
    r"""
    (env*|mand*|pás*|pas*|da*|neces*|cuál es|compart*|dej*|facilit*|confirm*|indic*|diga|dime|escrib*
    |anot*) _ (tu |su |el |número |un )(móvil|celular|whatsapp|teléfono|número|cel|telf)
    (tu|su) (número|nro|no|num) (de )?(móvil|celular|whatsapp|teléfono|cel|personal|contacto)
    (número|móvil|celular|cel|teléfono) ~ (whatsapp|te escribo|le escribo|mensaje|sms|escribirte|localizar*)
    (tienes|tiene|estás en|usas|usa) whatsapp
    (mejor|prefiero|fácil|rápido|seguimos|hablamos|pasamos) _ (por|a) (whatsapp|mensaje|sms|telegram)
    (qué|cuál|a qué) _ (número|móvil|celular) _ (escrib*|localiz*|llam*|contact*|usas|usa|tienes)
    (perdí|he perdido|borr*) _ (contactos|agenda|tu número|su número|tu móvil|tu celular)
    (sigue siendo|es el mismo|sigues con) _ (número|móvil|celular)
    """,
    r"""
    (envi*|mand*|pass*|manda|me dá|dá me|precis*|qual é|qual o|partilh*|compartilh*|inform*|confirm*|diz*|deix*|diga*|indique
    |indica) _ (o |seu |teu |o seu |o teu |um )(telemóvel|celular|whatsapp|zap|número|telefone|contacto|contato|cel)
    (seu|teu) (número|nº|contato|contacto|n) (de |do )?(telemóvel|celular|whatsapp|telefone|pessoal|zap|directo|direto)
    (número|telemóvel|celular) ~ (whatsapp|sms|mensagem|te chamo|escrevo|zap)
    (tem|tens|está no|estás no|usa) (whatsapp|zap)
    (melhor|prefiro|fácil|rápido|continu*|falamos|seguimos) _ (pelo|por|no|via) (whatsapp|zap|sms|mensagem|telegram)
    (qual|em que|que|por qual) _ (número|telemóvel|celular) _ (te|lhe|contact*|escrev*|usa*|mand*|cham*)
    (perdi|apaguei) _ (contactos|contatos|agenda|teu número|seu número)
    """,
    r"""
    (invi*|mand*|dam*|dammi|mi dia|mi dai|dar*|pass*|qual è|serve|servono|servirebbe*|lasci*|scriv*|forni*|conferm*|giri|girami
    |comunic*) _ (il tuo |il suo |tuo |suo |il |un )(cellulare|numero|whatsapp|telefono|recapito|cell)
    (tuo|suo) (numero|recapito) (di |del )?(cellulare|cell|telefono|whatsapp|personale|diretto|privato)
    (numero|cellulare|recapito) ~ (whatsapp|ti scrivo|le scrivo|sms|messaggio|raggiung*)
    (sei|è|hai|ha) (su )?(whatsapp|telegram)
    (meglio|preferisco|preferirei|comodo|veloce|continu*|sentiamoci|passiamo) _ (via|su|per) (whatsapp|sms|messaggio|telegram)
    (a che|su che|quale|a quale|su quale|qual è) _ (numero|cellulare|recapito) _ (ti|la|le|scriv*|trov*|raggiung*|contatt*|usa*)
    (perso|cancellato) _ (rubrica|contatti|il tuo numero|il suo numero)
    """,
    r"""
    (stuur*|geef*|geven|mailen|appen|app|wat is|mag ik|nodig|deel|doorgeven|sturen|laat*|bevestig*|heb je|heeft u) _ (je|jouw|uw|even) _ (06
    |06 nummer|mobiele nummer|mobiel nummer|telefoonnummer|nummer|whatsapp*|mobiel|gsm*|gsm nummer|privénummer|mobiele)
    (je|jouw|uw) (06|06 nummer|mobiele nummer|mobiel nummer|telefoonnummer|whatsapp nummer|gsm nummer|gsm|privénummer|rechtstreekse nummer
    |nummer)
    (nummer|06|mobiel) ~ (whatsapp|appen|app je|sms|bericht)
    (zit je|zit u|heb je|heeft u|bent u|ben je) (op )?whatsapp
    (liever|makkelijker|sneller|handiger|beter|verder|gaan we) _ (via|per|op|over) (whatsapp|app|sms|signal)
    (op welk|welk|wat voor|onder welk) _ (nummer|06) _ (bereik*|app*|stuur*|bel*|gebruik*|zit|heb)
    (kwijt|verloren|niet meer) _ (contacten|nummers|je nummer|uw nummer)
    """,
    r"""
    (wyśl*|podaj*|poda*|prześl*|podeśl*|daj*|potrzeb*|jaki jest|poproszę|prosz*|napisz*|zostaw*|przypomnij|podrzuć) ~ (numer*|nr|komórk*
    |telefon*|whatsapp*) ~ (telefon*|komórk*|whatsapp*|kontakt*|prywat*|do (pani|pana|ciebie|siebie)|twój|pani|pana|napisz*|sms*)
    (numer|nr|numeru) (pana |pani |swój |twój |swoj* |twoj* )?(telefon*|komórk*|whatsapp*|prywat*|do ciebie|do pani|do pana)
    (twój|pani|pana|swój|twojego|swojego) _ (numer*|nr) (telefonu|komórk*|whatsapp*|prywatny)
    (lepiej|wygodniej|szybciej|wolę|wolałbym|wolałabym|przejdźmy) _ (na|przez|sms*) (whatsapp*|sms*|telegram*|signal*)
    (pod jakim|jaki|pod którym|na jaki) _ (numer*|nr) _ (złap*|pisać|napis*|dzwoni*|pan*|cię|masz|używa*)
    (zgubi*|straci*|skasowa*|nie mam) _ (kontakt*|numer*|twojego numeru)
    (numer|komórk*) ~ (whatsapp*|sms*|napiszę|odezwę)
    (masz|ma pan*|jest pan*|jesteś) (na )?whatsapp*
    """,
)
"""Send me your mobile number."""
