"""Which language a text is in: Danish, English, Swedish, Norwegian (bokmål) or German, the
languages that official letters in Denmark come in. Small words tell it, and some of letters.

It is made to contradict a wrong language tag, so it stays silent where it is not sure. Danish and
Norwegian share most small words; what tells them apart is "af" and "av", "meget" and "mye".
"""

import re
from collections.abc import Mapping

_ENOUGH = 20_000  # characters: what comes after them changes no answer
_FEWEST_FOUND = 6  # words of a language
_LEAST_SHARE = 0.12  # of all words; in running text it is a third
_FEWEST_OWN = 3  # words that the next likely language does not have,
_CLEAR_LEAD = 2  # and so many times as many as it has of its own
_WORD = re.compile(r"[^\W\d_]+")

_SMALL_WORDS: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "da": (
            "af at blev bliver da de den denne der deres det dette dig din dit dog du efter ej "
            "eller en er et for fordi fra få før gennem gør han har have hende her hos hun hvad "
            "hvis hvor hvordan hvornår i igen ikke ind ingen jeg jer jeres kan kun kunne lige man "
            "med meget mellem men mere mig mod må nogen nogle nu når og også om op os over på "
            "samt se selv senest sig skal skulle som så sådan til tilbage ud uden under var ved "
            "vi vil ville være været "
            "afgørelse beløb beløbet betalt brevet gæld inden kontakt modtaget oplysninger "
            "sagen skyldig uge uger venlig "
            "afgørelsen anden andet ansøgning ansøgningen betaling dage derefter fået givet gælder "
            "gøre klage kære læs maj marts mindst modtager noget oplysningerne sagsbehandler "
            "sagsnummer sidste torsdag"
        ),
        "nb": (
            "at av bare ble blir da de deg den denne der dere deres det dette din ditt du eller "
            "en er et etter for fordi fra få før gjennom gjør ha han har henne her hos hun hva "
            "hvis hvor hvordan i igjen ikke ingen inn jeg kan kunne man med meg mellom men mer "
            "mot mye må noen nå når og også om opp oss over på samt se seg selv senest skal "
            "skulle slik som så til tilbake under ut uten var ved vi vil ville være vært "
            "beløp beløpet brevet dersom gjeld innen kontakt mottatt opplysninger saken uke uker "
            "vedtak vennlig "
            "annen annet avgjørelsen betaling dager deretter fått gitt gjelder gjøre kjære klage "
            "les mai mars minst mottar noe opplysningene saksbehandler saksnummer siste søknad "
            "søknaden torsdag"
        ),
        "sv": (
            "att av de den det dig din dina ditt du efter eller en er ett från får för före genom "
            "gör hade han har henne hon hos hur här i igen ingen inte jag kan kunde man med "
            "mellan men mer mig mot mycket måste ni nu när någon några och också om oss på samt "
            "sedan senast sig själv ska skall skulle som så till tillbaka under upp ut utan vad "
            "var vi vid vilket vill är "
            "annan annat ansökan beslut beslutet dagar därefter fått gäller göra kronor läs maj "
            "mars minst något senaste torsdag uppgifter vänlig ärende ärendet"
        ),
        "en": (
            "a about after all an and any are as at be been before but by can do for from had has "
            "have he her his how i if in into is it its may more must no not of on only or our "
            "shall she should so than that the their them there these they this to under until up "
            "was we were what when where which who will with within would you your"
        ),
        "de": (
            "ab aber als am an auch auf aus bei bis das dass dem den der des die dies diese doch "
            "durch ein eine einem einen einer es für haben hat hier ich ihnen ihr ihre im in "
            "innerhalb ist kann keine können mit muss nach nicht noch nur oder ohne sein seine "
            "sich sie sind so um und uns unter vom von vor war was wenn werden wie wir wird zu "
            "zum zur über"
        ),
    }.items()
}


def language_of(text: str) -> str:
    """Tell a text's language: "da", "en", "sv", "nb" or "de"; empty where it is not sure."""
    words = _words(text)
    found = _small_words(words)
    best, other = _first_two(found)
    is_enough = len(found[best]) >= max(_FEWEST_FOUND, _LEAST_SHARE * len(words))
    own = _own(best, other, found)
    is_clear = own >= max(_FEWEST_OWN, _CLEAR_LEAD * _own(other, best, found))
    return best if is_enough and is_clear else ""


def likeliest_language(text: str) -> str:
    """Tell which of the languages is likeliest, Danish of equals; empty without a known word."""
    found = _small_words(_words(text))
    best, _ = _first_two(found)
    return best if found[best] else ""


def agree(tag: str, language: str) -> bool:
    """Tell whether a language tag fits a language that `language_of` told; "no" is bokmål, too."""
    primary = tag.partition("-")[0].lower()
    return primary == language or (language == "nb" and primary in ("no", "nn"))


def _words(text: str) -> list[str]:
    return _WORD.findall(text[:_ENOUGH].lower())


def _small_words(words: list[str]) -> dict[str, list[str]]:
    """Give for each language its small words in a text, in the order of `_SMALL_WORDS`."""
    return {
        language: [word for word in words if word in small]
        for language, small in _SMALL_WORDS.items()
    }


def _first_two(found: Mapping[str, list[str]]) -> tuple[str, str]:
    best, other = sorted(found, key=lambda language: len(found[language]), reverse=True)[:2]
    if _own(other, best, found) > _own(best, other, found):  # Danish and Norwegian share most
        return other, best
    return best, other


def _own(language: str, other: str, found: Mapping[str, list[str]]) -> int:
    """Count the words found of a language that another one does not have."""
    return sum(word not in _SMALL_WORDS[other] for word in found[language])
