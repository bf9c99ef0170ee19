"""The eight languages of the phrases, told from the small words that no sentence does without. A guess of what to look for, no more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set as AbstractSet

TOLD = 2
"""Different small words that no other language has, of which the text's clearest language has to show so many; of others one will do."""

_SMALL = {
    "en": """
        the and you to of is it in for this that have are be with my me your i we can will please from on at not as if by do
        what when need i'm hi dear hello thanks get there so was would could has our any how
    """,
    "de": """
        und der die das nicht ist ich sie wir mit den dem ein eine einen fur auf von zu im bitte haben kann sind sich wenn bin noch
        es ihr ihnen ihre mir du dir dich auch uns als wird bis nur am gerade kannst konnen hallo danke zum zur
    """,
    "fr": """
        le la les et de des du je vous tu un une pour dans est que qui sur avec ne pas nous mon ma votre au ce cette il sont bonjour
        merci en par moi etes suis faut avez cette aussi nos leur dans bien fait fois tres te toi ton me vos mes si plus ai es c'est j'ai
    """,
    "es": """
        el la los las y de del que en un una por para con no se su me mi te tu lo es como al yo le nos si ya hola gracias esta
        este puedes puede necesito ha he tengo favor cuando mas puedo estoy pero muy hay donde buenos dias usted
    """,
    "pt": """
        o a os as e de do da que em um uma por para com nao se seu sua me meu minha te voce os na no ao isso esta este como
        ola obrigado obrigada pode preciso ja voces estou tenho esse essa pelo pela mais favor quando nos foi sao lhe pra bom dia
    """,
    "it": """
        il lo la i gli le e di del della che in un una per con non si mi ti tu suo sua mio mia al alla sono ho ha come da
        ciao grazie puoi puo questo questa anche buongiorno nel se piu ci vi devo sei quando della dei delle dal nella ai abbiamo
        anche buonasera
        ancora stato
    """,
    "nl": """
        de het een en van ik je u we is dat die niet met voor op aan te in zijn bij mijn jij kun kunt wil er maar ook nog naar
        hoi beste dank graag even uw om heb ben dit deze als wat
    """,
    "pl": """
        i w na do z sie nie jest to ze o za po prosze czy dla jak pan pani mi mnie ci ja ten ta od przez juz jestem moge
        mozesz dzien dobry dziekuje nam ale tym co tego mam ma byc bardzo pozdrawiam
    """,
}

LANGUAGES = tuple(_SMALL)
"""Their codes (ISO 639-1), in the order in which blocks of phrases stand."""

_COUNTED = Counter(word for words in _SMALL.values() for word in set(words.encode().split()))
_WHOSE = {word: language for language, words in _SMALL.items() for word in words.encode().split() if _COUNTED[word] == 1}
_WORDS = frozenset(_WHOSE)


def languages_in(words: AbstractSet[bytes]) -> tuple[str, ...]:
    """The languages of which folded lower-case words show anything, and English, which stands among all of them.

    All, where no language is clear: a few words tell nothing, and a short ask may hide behind a sentence in another language.
    """
    shown = Counter([_WHOSE[word] for word in _WORDS & words])
    if max(shown.values(), default=0) < TOLD:
        return LANGUAGES
    return tuple([language for language in LANGUAGES if language in shown or language == "en"])
