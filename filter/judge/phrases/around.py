"""How the lines begin that stand around a text whoever writes it, in eight languages: RE2 alternatives, a kind a name.

For lines in lower case, their accents folded (but "ł" and "ß", which have no plain form). `ownwords` says what is done with them.
"""

from __future__ import annotations


def _any(alternatives: str) -> str:
    return "(?:" + "|".join(line.strip() for line in alternatives.strip().splitlines()) + ")"


FAREWELL = _any(
    r"""
    (?:with )?(?:my |our )?(?:very )?(?:best|kind|kindest|warm|warmest|many) (?:regards|wishes)|(?:with )?regards|best|warmly|cheers
    all the best
    take care|(?:with |many )?thanks(?: and (?:best |kind )?regards| so much| a lot| again| in advance)?
    thank you(?: very much| in advance| again)?
    (?:very truly )?yours(?: sincerely| faithfully| truly)?|sincerely(?: yours)?|respectfully|cordially|rgds|br|kr
    (?:mit )?(?:freundliche[nmr]?|beste[nr]?|herzliche[nmr]?|viele[n]?|liebe[nr]?|schone[nr]?) gr(?:u|ue)(?:ß|ss)e?n?|gr(?:u|ue)(?:ß|ss)e?
    hochachtungsvoll|(?:vielen|herzlichen|besten) dank(?: im voraus| und .*)?|danke(?: im voraus)?|mfg|vg|lg|schones wochenende
    (?:bien |tres )?cordialement|cdlt|bien a (?:vous|toi)|(?:sinceres|meilleures) salutations|salutations(?: distinguees)?
    bonne (?:journee|soiree)
    amicalement|a bientot|merci(?: d'avance| beaucoup| par avance)?|respectueusement|(?:veuillez|je vous prie d')[^\n]{0,3}agreer.*
    (?:reciba )?(?:un )?(?:cordial(?:es)? |afectuoso )?saludos?(?: cordial(?:es)?)?|(?:le saluda )?atentamente|atte|cordialmente
    (?:un )?abrazo
    (?:muchas )?gracias(?: de antemano| y un saludo)?
    (?:com os )?(?:melhores |meus )?cumprimentos|atenciosamente|att|(?:um )?abracos?|(?:muito )?obrigad[oa](?: desde ja)?|grat[oa]
    saudacoes
    (?:con )?(?:i )?(?:cordiali |distinti |cari |tanti |migliori )?saluti|un (?:caro |cordiale )?saluto|a presto
    (?:molte )?grazie(?: mille| in anticipo)?
    in fede|buon(?:a giornata| lavoro)
    (?:met )?(?:vriendelijke|hartelijke|beste) groet(?:en)?|groet(?:en|jes)?|mvg|hoogachtend|(?:hartelijk |alvast )?bedankt
    (?:bij voorbaat )?dank
    (?:hartelijk )?dank(?: alvast)?|fijne dag
    (?:serdecznie )?pozdrawiam[yi]?(?: serdecznie)?|(?:z )?pozdrowieni(?:a|ami)|z (?:powazaniem|szacunkiem)
    (?:z |łacze )?wyraz(?:y|ami) szacunku
    (?:z gory )?dziekuje|dzieki|miłego dnia
    """
)
"""What a line says, and hardly more, under which a name stands."""

DEVICE = _any(
    r"""
    sent (?:from (?:my |outlook|mail|yahoo|proton|iphone|ipad|samsung|gmail)|via |using |with )|get outlook for|virus-?free
    (?:gesendet|verzonden|verstuurd) (?:mit|met|von|vanaf) (?:mein|mijn|outlook|mail|iphone|samsung)
    von meinem (?:i?phone|ipad|handy|smartphone|android|samsung|galaxy)
    diese nachricht wurde von meinem|virenfrei|outlook fur (?:ios|android)
    envoye (?:de|depuis|avec|a partir)|(?:obtenir|telecharger|obtener|obter|obtenha|scarica|ottieni|pobierz)[^\n]{0,24} outlook
    garanti sans virus
    enviad[oa] (?:desde|do|da|a partir)|libre de virus|sem virus|inviato da|privo di virus|virusvrij|outlook voor|wysłan(?:e|o) z
    wolne od wirusow
    """
)
"""What a mail application adds below."""

FOOTER = _any(
    r"""
    you(?:'re| are) receiving th|you(?:'ve| have)? (?:received|get) this|this (?:e-?mail|message|newsletter) was sent (?:to|by)
    (?:click here to )?unsubscribe
    to (?:unsubscribe|stop receiving|opt out)|if you (?:no longer|don't|do not) (?:want|wish) to receive
    manage (?:your )?(?:e-?mail )?preferences
    view (?:this e-?mail |it )?in (?:your |a )?browser|registered (?:in|office|address|company)|please do not reply|© ?\d{4}
    sie (?:erhalten|bekommen) diese|(?:hier )?abmelden|geschaftsfuhr(?:er|ung)(?:in)?:|sitz der gesellschaft|handelsregister
    amtsgericht [^\n ]+,? hr|impressum|vorstand:
    vous recevez ce|(?:pour vous |se )des(?:inscrire|abonner)|siege social
    (?:recibe|recibes|ha recibido|has recibido) este|darse de baja|si no desea (?:recibir|seguir)|inscrita en el registro|mensaje generado
    (?:voce )?receb(?:e|eu) est[ea] (?:e-?mail|mensagem)|cancelar (?:a )?(?:subscri|inscri)|descadastrar|se nao (?:quiser|desejar) receber
    (?:ricevi|ricevete|riceve) quest[ao] (?:e-?mail|mail|messaggio|comunicazione|newsletter)|annulla l'iscrizione|disiscri|sede legale
    (?:u|je) ontvangt (?:deze|dit)|uitschrijven|afmelden|otrzymuje(?:sz|cie|my) te|wypisz|aby (?:zrezygnowa|wypisa)
    """
)
"""A footer of bulk mail, or what the law has a firm say of itself."""

_MAIL = (
    r"(?:e-?mails?|mails?|messages?|communications?|transmissions?|nachricht(?:en)?|mitteilung|courriels?|mensajes?|correos?|mensage(?:m|n)s?"
    r"|messaggio?|comunicazione|bericht(?:en)?|e-?mailbericht|wiadomosc|korespondencj[ai])"
)
NOTICE = _any(
    rf"""
    (?:this|diese|ce|cet|este|esta|questo|questa|dit|deze|niniejsza|ta) [^\n]{{0,12}}{_MAIL}
    (?:the (?:information|contents?) (?:in|of) (?:this|the)|der inhalt dieser|il contenuto di|tresc tego) [^\n]{{0,12}}{_MAIL}
    (?:the |les |la |as |le |de )?informa(?:tion|tions|cion|coes|zioni|tie|cje) (?:con|in dit|zawarte)
    (?:confidentiality|privacy|legal|important) (?:notice|note|disclaimer)|confidential\b|disclaimer|vertraulich|poufne|strikt
    aviso (?:legal|de)|avvertenz|avertissement|please (?:consider|think)|if you (?:are not|have received)|antes de imprimir
    """
)
"""How a notice begins."""

NOTICED = _any(
    r"""
    confidential|privileged|intended|addressee|recipient|in error|notice|print|environment
    vertraulich|bestimmt|empfanger|adressat|confidentiel|destinataire|confidencial|destinatari|secreto|riservat|vertrouwelijk|bestemd
    geadresseerde|poufn|przeznaczon|adresat|tajemnic|imprimir
    """
)
"""What it says, there or further on in its line."""

BANNER = _any(
    r"""
    external(?: e-?mail| sender| message)?\b|extern(?:e|er)?(?: e-?mail| absender| afzender| mail)?\b|esterno|zewnetrzny
    remitente externo|remetente externo|mensaje externo
    (?:some people who received this message )?(?:you )?don't often get e-?mail|sie erhalten nicht oft|vous n'obtenez pas souvent
    no suele recibir|non si ricevono spesso
    u ontvangt niet vaak|nie otrzymujesz czesto|voce nao costuma receber
    (?:caution|warning|attention|be careful|important|achtung|vorsicht|precaucion|atencion|attenzione|cuidado|atencao|let op|uwaga)\b
    this (?:e-?mail|message) (?:originated|came|comes|was sent|has been sent|is) from|diese (?:e-?mail|nachricht) (?:stammt|kommt)
    ce (?:courriel|message|mail) provient
    este (?:correo|mensaje|e-?mail) (?:se ha|procede|proviene|teve|foi)|quest[ao] (?:e-?mail|messaggio) proviene|deze e-?mail is
    (?:ta )?wiadomosc pochodzi
    do not click|don't click|klicken sie nicht|ne cliquez|no haga clic|non fare clic|klik niet|nie klikaj|nao clique
    """
)
"""How a line begins in which a gateway warns of a stranger."""

BANNERED = _any(
    r"""
    external|extern(?:e|er)? e-?mail|mensaje externo|outside|often get|don't click|do not click|unless you recogni[sz]e
    extern(?:en|er|e) (?:absender|afzender)|außerhalb|ausserhalb|nicht oft|niet vaak|exterieur|souvent|fuera de|suele
    remitente externo|dall'esterno|spesso
    van buiten|spoza|czesto|fora da|costuma|sender is|absender (?:nicht )?kennen
    """
)
"""What it says, there or further on."""

COPY = _any(
    r"""
    below this line is a copy|this is a copy of (?:the|your) |enclosed (?:is a copy|are the original)
    (?:the )?headers? of (?:the|your) (?:original )?(?:message|mail)
    (?:original|unsent|returned|undelivered) (?:message|mail) follows|(?:original|message headers?) follows?
    begin(?:ning)? (?:of )?(?:the )?(?:original|returned) (?:message|mail)
    (?:dies ist|es folgt) eine kopie|(?:une )?copie du message|(?:una )?copia del (?:mensaje|messaggio)|(?:uma )?c(?:o|ó)pia da mensagem
    (?:een )?kopie van het bericht|kopia wiadomo(?:s|ś)ci
    """
)
"""How a server's report in plain words announces the mail that it returns, behind hyphens; in text as it came, accents and all."""
