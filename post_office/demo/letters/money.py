"""Letters about money: tax, bills, benefits, pensions."""

from post_office.demo.days import Days
from post_office.demo.letter import Kept, Letter, enclosed, link, main
from post_office.demo.offices import HOUSING_BENEFIT, PENSION, TAX, TOWN, UTILITY
from post_office.demo.prose import prose
from post_office.demo.sheets import html_file, pdf_file, text_file


def money_letters(days: Days) -> tuple[Letter, ...]:
    """Give them, newest first."""
    return (
        _housing_benefit(days),
        _missing_papers(days),
        _payment_reminder(days),
        _pension_overview(days),
        _heating_price(days),
        _tax_statement(days),
        _tax_card(days),
    )


def _housing_benefit(days: Days) -> Letter:
    decision, complaint = prose("housing_benefit.da", days), prose("housing_complaint.da", days)
    return Letter(
        name="housing benefit",
        office=HOUSING_BENEFIT,
        subject="Boligstøtte, afgørelse",
        received=days.at(-4, "8.05"),
        desk="Klager",
        case="BST-2207-118",
        may_reply=True,
        reply_by=days.at(24, "23.59"),
        documents=(
            main(
                text_file("afgoerelse", decision),
                html_file("afgoerelse", decision),
                pdf_file("afgoerelse", decision),
                label="Afgørelse",
            ),
            enclosed(
                text_file("klagevejledning", complaint),
                pdf_file("klagevejledning", complaint),
                label="Klagevejledning",
            ),
        ),
        kept=Kept(flagged=True),
    )


def _missing_papers(days: Days) -> Letter:
    letter = prose("missing_papers.da", days)
    return Letter(
        name="missing papers",
        office=TOWN,
        subject="Vi mangler oplysninger til din ansøgning om indskudslån",
        received=days.at(-5, "11.20"),
        desk="Boligydelser",
        may_reply=True,
        reply_by=days.at(2, "23.59"),
        documents=(main(text_file("mangler", letter), pdf_file("mangler", letter)),),
        kept=Kept(read=True),
    )


def _payment_reminder(days: Days) -> Letter:
    letter = prose("payment_reminder.da", days)
    pay = link(
        "BETALING",
        "Betal 834,50 kr.",
        "https://betaling.nordstrand-forsyning.example/faktura/48213",
        until=days.at(4, "23.59"),
    )
    return Letter(
        name="payment reminder",
        office=UTILITY,
        subject="Rykker: 834,50 kr. for vand og varme",
        received=days.at(-7, "6.30"),
        documents=(main(html_file("rykker", letter), pdf_file("rykker", letter), actions=(pay,)),),
        kept=Kept(read=True, flagged=True),
    )


def _pension_overview(days: Days) -> Letter:
    letter = prose("pension_overview.da", days)
    return Letter(
        name="pension overview",
        office=PENSION,
        subject="Din pensionsoversigt",
        received=days.at(-29, "13.00"),
        documents=(main(html_file("oversigt", letter), pdf_file("oversigt", letter)),),
        kept=Kept(read=True, archived=True),
    )


def _heating_price(days: Days) -> Letter:
    letter = prose("heating_price.en", days)
    return Letter(
        name="heating price",
        office=UTILITY,
        subject="New price for district heating",
        received=days.at(-33, "9.45"),
        documents=(main(text_file("price", letter), html_file("price", letter)),),
        kept=Kept(read=True),
    )


def _tax_statement(days: Days) -> Letter:
    letter = prose("tax_statement.da", days)
    correct = link(
        "SELVBETJENING", "Ret dine oplysninger", "https://skattekontor.example/aarsopgoerelse"
    )
    return Letter(
        name="tax statement",
        office=TAX,
        subject=letter.title,
        received=days.at(-38, "7.10"),
        documents=(
            main(
                html_file("aarsopgoerelse", letter),
                pdf_file("aarsopgoerelse", letter),
                label="Årsopgørelse",
                actions=(correct,),
            ),
        ),
        kept=Kept(read=True),
    )


def _tax_card(days: Days) -> Letter:
    letter = prose("tax_card.en", days)
    return Letter(
        name="tax card",
        office=TAX,
        subject=letter.title,
        received=days.at(-58, "7.00"),
        documents=(
            main(text_file("tax-card", letter), pdf_file("tax-card", letter), label="Tax card"),
        ),
        kept=Kept(read=True),
    )
