"""Letters about health: a summons, a result, a vaccination, a health card."""

from post_office.demo.days import Days
from post_office.demo.letter import Kept, Letter, appointment, enclosed, link, main
from post_office.demo.offices import HEALTH_INSURANCE, HOSPITAL, REGION
from post_office.demo.prose import prose
from post_office.demo.sheets import html_file, pdf_file, text_file


def health_letters(days: Days) -> tuple[Letter, ...]:
    """Give them, newest first."""
    return (_summons(days), _vaccination(days), _blood_test(days), _health_card(days))


def _summons(days: Days) -> Letter:
    letter = prose("hospital_summons.da", days)
    come = appointment(
        "Undersøgelse af højre knæ",
        start=days.at(5, "9.00"),
        end=days.at(5, "9.45"),
        place="Søndervang Sygehus, indgang C, 2. sal, venteområde 4",
        what="Undersøgelse og røntgen. Tag løstsiddende bukser på.",
        host="Ortopædkirurgisk ambulatorium",
    )
    prepare = link(
        "FORBEREDELSE",
        "Udfyld spørgeskemaet",
        "https://svar.soendervang-sygehus.example/knae",
        until=days.at(5, "8.00"),
    )
    return Letter(
        name="hospital summons",
        office=HOSPITAL,
        subject="Indkaldelse til undersøgelse",
        received=days.at(-6, "14.12"),
        documents=(
            main(
                text_file("indkaldelse", letter),
                pdf_file("indkaldelse", letter),
                label="Indkaldelse",
                actions=(come, prepare),
            ),
        ),
        kept=Kept(note="Karen kører mig. Husk listen over medicin."),
    )


def _vaccination(days: Days) -> Letter:
    letter = prose("vaccination.da", days)
    book = link(
        "TILMELDING",
        "Bestil tid til vaccination",
        "https://tid.region-vesterhav.example/influenza",
        until=days.at(45, "23.59"),
    )
    return Letter(
        name="vaccination",
        office=REGION,
        subject="Tilbud om gratis vaccination mod influenza",
        received=days.at(-21, "10.00"),
        documents=(main(html_file("tilbud", letter), actions=(book,)),),
        kept=Kept(read=True),
    )


def _blood_test(days: Days) -> Letter:
    letter = prose("blood_test.en", days)
    return Letter(
        name="blood test",
        office=HOSPITAL,
        subject="The result of your blood test",
        received=days.at(-24, "15.30"),
        documents=(main(text_file("result", letter), pdf_file("result", letter)),),
        kept=Kept(read=True),
    )


def _health_card(days: Days) -> Letter:
    """Two plain texts of different content in one document: real senders do that."""
    letter = prose("health_card.en", days)
    return Letter(
        name="health card",
        office=HEALTH_INSURANCE,
        subject="Your new health card, and what it covers",
        received=days.at(-60, "12.00"),
        documents=(
            main(html_file("health-card", letter)),
            enclosed(
                text_file("covered", prose("health_terms.en", days)),
                text_file("abroad", prose("health_abroad.en", days)),
                label="What it covers",
            ),
        ),
        kept=Kept(read=True),
    )
