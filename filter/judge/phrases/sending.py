"""How somebody asks for a thing to be sent, in each language. Phrases only."""

from __future__ import annotations

EN_SEND = (
    "(send*|email*|e mail*|forward*|share|pull*|export*|need*|provide|get|give|upload*|compile|prepare|put together|let me have|have"
    "|want|like|drop|attach*|require*|run|request*|ask*|see|copy of|copies of|dig out|pass*|supply|combine|collect|gather|merge|bundle"
    "|download*|print*|generate|draw up|make me|do me|let us have|look at|go through|missing|short of|furnish|assemble|fetch|fire"
    "|shoot|ping|submit|return|deliver|bundle of|in one (file|pdf|sheet|email|mail|go|zip)|in a single|one pdf)"
)
EN_SEND_ME = (
    "((send|share|shoot|pass|give|provide|supply|upload|scan|drop|fax|need|bring|require|want|attach|reply with|respond with|pull|dig out"
    "|find|photograph) _ (me|us|over|through|across|here|by return|copy|copies|your|along|back|a list|the latest|his|her|their|from you)"
    "|(send|scan|fax|upload|photograph|forward) _ (it|them|those|these)|forward _ (me|us|over|copy|copies|your|a list|the latest|his|her"
    "|their|on to)|(email|mail|e mail|get) (me|us|over|through|back)|let (me|us) (have|see)|(could|can|may|might) (i|we) (please "
    "|also )?(have|get|see)|(could|can|would|will) you _ (send|forward"
    "|share|scan|attach|upload|photograph|email|dig out|pull)|(i|we) _ (need|require|short of|missing|would like|want) _ (a copy|copies"
    "|copy|scans?|a scan|a list|the list|full list|overview|pages))"
)
DE_SEND = (
    "(schick*|send*|sende*|zusend*|übersend*|übermittel*|weiterleit*|leite*|(mail|maile|mailen) (mir|uns|sie|es|bitte|das|die|den|ihn|doch"
    "|kurz|mal)|brauch*|benötig*|bräuchte*|zukommen|kann ich|könnte ich|könnten wir|möchte ich|ich möchte|hätte ich|ich hätte|wir hätten"
    "|darf ich|zusammenstell*"
    "|zieh (mir|uns|bitte|das|die|den|mal|sie)|ziehst|ziehen|bereitstell*|exportier*"
    "|(bitte|bitten|bittet) (noch |auch |dringend |dich |sie |euch )?(um|mir|uns|den|die|das|eine|einen|alle|dazu|heraus|raus)"
    "|geben|gib|gebt|hochlad*|anfordern|lass*|reich*"
    "|besorg*|beifüg*|stell*|pack*|einscann*"
    "|scann*|abfotografier*|fehl*|auszieh*|rausziehen|rauszieh*|herauszieh*|ausdruck*|druck*|erstell*|zusammenfass*|nachreich*"
    "|vorleg*|verlang*|anhäng*|in einer (datei|mail|pdf)|als (pdf|excel|datei|anhang)|an mich|häng (mir|uns|sie|es)|griffbereit"
    "|hätte* ~ gern*)"
)
FR_SEND = (
    "(envoy*|envoie*|renvo*|transm*|transf*|fourni*|adress*|besoin|faire parvenir|faites moi|communiqu*|partag*|export*|extra*|prépar*"
    "|joindre|joign*|passer|passe moi|passez moi|mettre|mets moi|faut|faudr*|souhait*|voudrais|préciser|aurais|auriez|scann*|dépos*"
    "|récupér*|sors|sortir|sortez|édite*|éditer|regroup*|rassembl*|retourn*|manque*|numéris*|imprim*|me faire|fais moi|fais suivre"
    "|faites suivre|en un seul|dans un seul"
    "|réclam*|génér*|tir*|établi*"
    "|avoir)"
)
ES_SEND = (
    "(env*|mand*|pas*|remit*|reenv*|neces*|requiero|facilit*|compart*|adjunt*|prepar*|export*|sac*|proporcion*|hac* llegar|solicit*"
    "|piden|pide|quier*|descarg*|hagas|haz*|dame|falta|faltan|bajar|sácame|pása*|mánda*|envía*|júnta*|escane*|recopil*|gener*"
    "|impri*|ocupo|urgen|en un (solo )?(pdf|archivo|excel|correo|fichero)|harían falta|haría falta|preciso)"
)
PT_SEND = (
    "(envi*|mand*|encaminh*|precis*|compartilh*|partilh*|remet*|fornec*|export*|prepar*|anex*|extra*|gera*|tira*|pass*|solicit*|pedir"
    "|pede|quer*|reenvi*|arranj*|junt*|falta*|digitaliz*|imprim*|baix*|disponibiliz*|necessit*|emit*|(num|em um) (só |único )?(pdf"
    "|ficheiro|arquivo|excel)|faz me|faça me|posso ter|dá me|dê me)"
)
IT_SEND = (
    "(invi*|mand*|trasmett*|inoltr*|serve|servono|servirebbe*|fornir*|girar*|gira|girarmi|girami|mi giri|condivid*|allega*|esport*|estra*"
    "|prepar*|occorr*|ho bisogno|avrei bisogno|avere|vorrei|passa*|far avere|farmi avere|fammi avere|recuper*|scarica*|richied*|chied*"
    "|raccogl*|in un (unico |solo )?(pdf|file|excel)|mi manca*|ci manca*|scansion*|stampa*|riunisc*|metti*|tirami|fornisc*|necessit*"
    "|spedisc*|spedir*|spedire)"
)
NL_SEND = (
    "(stuur*|sturen|mailen|mail (me|mij|ons|even|het|ze|de|mij)|doorsturen|toesturen|toezenden|zend*|nodig|aanlever*|bezorg*|deel*|delen"
    "|exporteer*|trek*|in één (bestand|pdf|mail)|als (pdf|excel|bijlage)|maken|maak*|geef*|geven"
    "|krijg*|hebben|ontvang*|draai*|samenstellen|opvragen|toekomen|zetten|zet|uploaden|haal*|scan|scannen|inscannen|verzamel*|bundel*"
    "|print*|download*|leg|graag|ontbre*|mis ik|bijvoegen|doorzetten|app|opsturen)"
)
PL_SEND = (
    "(wyśl*|prześl*|przesł*|podeśl*|podesł*|wysł*|potrzeb*|udostępni*|przygotow*|przygotuj*|prosz*|wyeksport*|przekaz*|przekaż*|daj|dać"
    "|zestaw*|wygeneruj*|dostarcz*|załącz*|ściągni*|skopiuj*|podrzuc*|podrzuć*|zeskanuj*|wydrukuj*|mieć|zebr*|zbierz*|pobierz*|dołącz*"
    "|brakuje*|spakuj*|odeśl*|chciał*|w jednym (pliku|pdf)|dostać|prosić|wyciągn*|zrób*)"
)


def wanted(send: str, thing: str) -> str:
    """The phrases in which a thing is sent or needed, whichever comes first."""
    return f"{send} ~~ {thing}\n{thing} ~~ {send}\n"


def near(send: str, thing: str) -> str:
    """The same in one sentence, for things that are common."""
    return f"{send} ~ {thing}\n{thing} ~ {send}\n"
