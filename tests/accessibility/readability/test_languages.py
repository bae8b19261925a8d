"""Which language a letter is in, and silence where that is not sure."""

import pytest

from accessibility.readability.languages import agree, language_of

TEXTS = {
    "da": "Vi har modtaget din ansøgning om boligstøtte. Du skal sende os dokumentation for din "
    "indkomst inden tre uger. Hvis du ikke gør det, kan vi ikke behandle sagen.",
    "nb": "Vi har mottatt søknaden din om bostøtte. Du må sende oss dokumentasjon på inntekten din "
    "innen tre uker. Hvis du ikke gjør det, kan vi ikke behandle saken.",
    "sv": "Vi har tagit emot din ansökan om bostadsbidrag. Du måste skicka in uppgifter om din "
    "inkomst inom tre veckor. Om du inte gör det kan vi inte behandla ärendet, och du får inget.",
    "en": "We have received your application for housing benefit. You must send us proof of your "
    "income within three weeks. If you do not, we cannot decide on your case.",
    "de": "Wir haben Ihren Antrag auf Wohngeld erhalten. Sie müssen uns innerhalb von drei Wochen "
    "Nachweise schicken. Wenn Sie das nicht tun, können wir den Antrag nicht bearbeiten.",
}
OTHERS = {
    "Dutch": "Wij hebben uw aanvraag ontvangen. U moet ons binnen drie weken bewijzen van uw "
    "inkomen sturen. Als u dat niet doet, kunnen wij de aanvraag niet in behandeling nemen.",
    "French": "Nous avons reçu votre demande. Vous devez nous envoyer les justificatifs de vos "
    "revenus dans un délai de trois semaines, sinon nous ne pourrons pas traiter votre dossier.",
    "Faroese": "Vit hava fingið umsókn tína um bústaðarstuðul. Tú skalt senda okkum skjalprógv "
    "fyri inntøku tína innan tríggjar vikur.",
    "figures": "1.234,50 kr. 35744771013922 24.11.2026",
    "a name": "Anders And, Paradisæblevej 111, Andeby",
    "nothing": "",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_short_letter_tells_its_language(language: str) -> None:
    assert language_of(TEXTS[language]) == language


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_not_sure_is_not_told(name: str) -> None:
    assert language_of(OTHERS[name]) == ""


def test_capitals_change_nothing() -> None:
    assert language_of(TEXTS["da"].upper()) == "da"


def test_a_letter_with_a_page_in_english_behind_it_is_danish() -> None:
    assert language_of(TEXTS["da"] * 4 + TEXTS["en"]) == "da"


@pytest.mark.parametrize(
    ("tag", "language", "is_so"),
    [
        ("da", "da", True),
        ("da-DK", "da", True),
        ("EN-gb", "en", True),
        ("no", "nb", True),
        ("nn-NO", "nb", True),
        ("en", "da", False),
        ("dav", "da", False),
    ],
)
def test_a_tag_agrees_with_a_language_whatever_its_region(
    tag: str, language: str, is_so: bool
) -> None:
    assert agree(tag, language) is is_so
