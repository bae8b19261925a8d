"""Letters in English, as somebody new to the country gets them."""

from post_office.demo.days import Days
from post_office.demo.letter import Kept, Letter, appointment, enclosed, link, main
from post_office.demo.offices import NEWCOMERS, UNIVERSITY
from post_office.demo.prose import prose
from post_office.demo.sheets import html_file, pdf_file, text_file


def newcomers_letters(days: Days) -> tuple[Letter, ...]:
    """Give them, newest first."""
    return (
        _welcome(days),
        _documents(days),
        _biometrics(days),
        _course_place(days),
        _tuition(days),
    )


def _welcome(days: Days) -> Letter:
    letter = prose("welcome_meeting.en", days)
    join = link(
        "TILMELDING",
        "Sign up for the meeting",
        "https://newcomer-service.example/welcome",
        until=days.at(9, "12.00"),
    )
    return Letter(
        name="welcome",
        office=NEWCOMERS,
        subject="Welcome meeting for new residents",
        received=days.at(-5, "15.55"),
        documents=(main(html_file("welcome", letter), actions=(join,)),),
    )


def _documents(days: Days) -> Letter:
    letter = prose("residence_documents.en", days)
    sign = link(
        "UNDERSKRIV",
        "Sign the declaration of support",
        "https://sign.newcomer-service.example/support",
        until=days.at(3, "23.59"),
    )
    return Letter(
        name="residence documents",
        office=NEWCOMERS,
        subject="We need two more documents",
        received=days.at(-8, "10.05"),
        may_reply=True,
        reply_by=days.at(3, "23.59"),
        documents=(
            main(text_file("letter", letter), html_file("letter", letter), actions=(sign,)),
        ),
        kept=Kept(flagged=True, read=True),
    )


def _biometrics(days: Days) -> Letter:
    """Its appointment ends before it starts: so do those of an official example."""
    letter = prose("biometrics.en", days)
    come = appointment(
        "Photo and fingerprints",
        start=days.at(9, "14.00"),
        end=days.at(9, "13.30"),
        place="Newcomer Service Bylderup, Torvet 3, ground floor",
        what='Bring your passport. Take a number marked "Cards".',
    )
    return Letter(
        name="biometrics",
        office=NEWCOMERS,
        subject="Appointment for photo and fingerprints",
        received=days.at(-13, "11.11"),
        documents=(main(text_file("letter", letter), pdf_file("letter", letter), actions=(come,)),),
    )


def _course_place(days: Days) -> Letter:
    letter, rules = prose("course_place.en", days), prose("course_rules.da", days)
    accept = link(
        "TILMELDING",
        "Accept your place",
        "https://selfservice.fjordens-universitet.example/accept",
        until=days.at(14, "23.59"),
    )
    return Letter(
        name="course place",
        office=UNIVERSITY,
        subject="Your place on the evening course",
        received=days.at(-14, "15.00"),
        documents=(
            main(text_file("offer", letter), html_file("offer", letter), actions=(accept,)),
            enclosed(
                text_file("regler", rules),
                pdf_file("regler", rules),
                label="Rules for examinations (in Danish)",
            ),
        ),
        kept=Kept(read=True),
    )


def _tuition(days: Days) -> Letter:
    letter = prose("tuition.en", days)
    return Letter(
        name="tuition",
        office=UNIVERSITY,
        subject="Payment plan for your course fee",
        received=days.at(-43, "9.20"),
        documents=(main(html_file("plan", letter), pdf_file("plan", letter)),),
        kept=Kept(read=True),
    )
