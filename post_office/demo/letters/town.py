"""Letters of the town and the state: waste, plans, a register, a licence, a court."""

from post_office.demo.days import Days
from post_office.demo.letter import Kept, Letter, enclosed, link, main
from post_office.demo.offices import COURT, DOGS, DRIVING, LIBRARY, RESIDENTS, TOWN
from post_office.demo.prose import prose
from post_office.demo.sheets import html_file, pdf_file, text_file
from post_office.memo.message import Document, File


def town_letters(days: Days) -> tuple[Letter, ...]:
    """Give them, newest first."""
    return (
        _one_line(days),
        _legal_notice(days),
        _library(days),
        _mandatory(days),
        _waste(days),
        _harbour_plan(days),
        _licence(days),
        _garden(days),
        _dog(days),
        _play(days),
    )


def _one_line(days: Days) -> Letter:
    letter = prose("one_line.da", days)
    return Letter(
        name="one line",
        office=TOWN,
        subject="Dit pas er klar",
        received=days.at(-1, "12.31"),
        documents=(main(text_file("pas", letter)),),
    )


def _legal_notice(days: Days) -> Letter:
    notice, claim = prose("legal_notice.da", days), prose("legal_claim.da", days)
    return Letter(
        name="legal notice",
        office=COURT,
        subject="Forkyndelse af stævning",
        received=days.at(-2, "9.02"),
        case="BS-00417",
        may_reply=True,
        reply_by=days.at(13, "23.59"),
        is_legal_notification=True,
        documents=(
            main(text_file("forkyndelse", notice), pdf_file("forkyndelse", notice)),
            enclosed(text_file("staevning", claim), pdf_file("staevning", claim), label="Stævning"),
        ),
    )


def _library(days: Days) -> Letter:
    due = days.filled("{date +3}", "da")
    return Letter(
        name="library",
        office=LIBRARY,
        subject="Aflever snart",
        received=days.at(-3, "8.00"),
        sms=f"To bøger skal afleveres eller fornyes senest den {due}. Hilsen Bylderup Bibliotek",
    )


def _mandatory(days: Days) -> Letter:
    letter = prose("mandatory_address.da", days)
    confirm = link(
        "BEKRAEFT",
        "Bekræft beboerne på adressen",
        "https://bopael.indbyggerregistret.example/bekraeft",
        until=days.at(6, "23.59"),
    )
    return Letter(
        name="mandatory address",
        office=RESIDENTS,
        subject="Bekræft, hvem der bor på din adresse",
        received=days.at(-9, "10.40"),
        is_mandatory=True,
        documents=(main(text_file("bopael", letter), actions=(confirm,)),),
        kept=Kept(read=True),
    )


def _waste(days: Days) -> Letter:
    letter, guide = prose("waste_change.da", days), prose("waste_guide.da", days)
    questions = prose("waste_questions.da", days)
    return Letter(
        name="waste",
        office=TOWN,
        subject="Ny sortering af affald på Fjordvej og Skovbrynet",
        received=days.at(-12, "9.00"),
        desk="Affald og Genbrug",
        documents=(
            main(text_file("brev", letter), html_file("brev", letter)),
            enclosed(pdf_file("sorteringsvejledning", guide), label="Sorteringsvejledning"),
            enclosed(text_file("spoergsmaal", questions), label="Spørgsmål og svar"),
            _collection_days(days),
        ),
        kept=Kept(read=True),
    )


def _collection_days(days: Days) -> Document:
    kinds = ("Madaffald", "Papir og plast", "Madaffald", "Glas og metal")
    rows = [f"{days.on(35 + 7 * n).isoformat()};{kind}" for n, kind in enumerate(kinds)]
    table = "\r\n".join(["Dato;Hentes", *rows]) + "\r\n"
    file = File(name="toemmedage.csv", content=table.encode(), media_type="text/csv")
    return enclosed(file, label="Tømmedage")


def _harbour_plan(days: Days) -> Letter:
    plan = prose("harbour_plan.da", days)
    return Letter(
        name="harbour plan",
        office=TOWN,
        subject=plan.title,
        received=days.at(-15, "12.00"),
        desk="Plan og By",
        may_reply=True,
        reply_by=days.at(48, "23.59"),
        documents=(
            main(
                html_file("lokalplan-48", plan),
                pdf_file("lokalplan-48", plan, size=15),  # large print, twelve pages
                label="Forslag til lokalplan 48",
            ),
        ),
    )


def _licence(days: Days) -> Letter:
    letter = prose("licence_renewal.da", days)
    renew = link("SELVBETJENING", "Bestil tid", "https://koerekortcentret.example/tid")
    return Letter(
        name="licence",
        office=DRIVING,
        subject="Dit kørekort udløber",
        received=days.at(-36, "6.00"),
        hold_until=days.on(-36),
        documents=(main(text_file("koerekort", letter), actions=(renew,)),),
        kept=Kept(read=True),
    )


def _garden(days: Days) -> Letter:
    letter = prose("garden_list.da", days)
    return Letter(
        name="garden list",
        office=TOWN,
        subject=letter.title,
        received=days.at(-48, "7.45"),
        desk="Park og Natur",
        documents=(main(html_file("nyttehave", letter)),),
        kept=Kept(read=True),
    )


def _dog(days: Days) -> Letter:
    """One document with two plain texts that are no variants of each other: real senders do it."""
    receipt, rules = prose("dog_register.da", days), prose("dog_rules.da", days)
    return Letter(
        name="dog",
        office=DOGS,
        subject="Kvittering for registrering af hund",
        received=days.at(-56, "16.20"),
        documents=(main(text_file("kvittering", receipt), text_file("regler", rules)),),
        kept=Kept(read=True),
    )


def _play(days: Days) -> Letter:
    when = days.filled("{weekday -50}", "da")
    return Letter(
        name="play",
        office=LIBRARY,
        subject="Teater for børn",
        received=days.at(-52, "8.00"),
        sms=f"Der er stadig billetter til Klods-Hans på biblioteket {when} kl. 15. Gratis.",
        kept=Kept(read=True, binned=True),
    )
