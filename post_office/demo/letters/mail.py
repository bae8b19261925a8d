"""What comes another way than as a letter of its own: e-mail, a bare file, and a bundle."""

import io
import lzma
import tarfile
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from post_office.demo.days import Days
from post_office.demo.ids import uuid_of
from post_office.demo.letter import Kept, Letter, main
from post_office.demo.offices import TOWN
from post_office.demo.prose import prose
from post_office.demo.sheets import html_file, pdf_file, text_file
from post_office.memo.message import File
from post_office.memo.writer import write_memo

_DICTIONARY = 16 * 1024 * 1024  # bytes; what the national bundles use


def dentist_mail(days: Days, received: datetime) -> bytes:
    """Write an e-mail in English with a text and an HTML variant."""
    letter = prose("dentist.en", days)
    mail = _mail(
        "dentist",
        sender="Tandklinikken Havnegade <tid@tandklinikken-havnegade.example>",
        subject="Time for your check-up",
        received=received,
        text=text_file("letter", letter),
    )
    html = html_file("letter", letter).content.decode()
    mail.add_alternative(html, subtype="html", cte="quoted-printable")
    return _sent(mail)


def water_meter_mail(days: Days, received: datetime) -> bytes:
    """Write an e-mail in Danish with a PDF enclosed."""
    letter = prose("water_meters.da", days)
    mail = _mail(
        "water meters",
        sender="Boligforeningen Fjordgården <kontor@fjordgaarden.example>",
        subject="Vi skifter vandmåleren i din lejlighed",
        received=received,
        text=text_file("brev", letter),
    )
    drawing = pdf_file("vandmåler", prose("meter_drawing.da", days))
    mail.add_attachment(
        drawing.content, maintype="application", subtype="pdf", filename=drawing.name
    )
    return _sent(mail)


def residents_minutes(days: Days) -> bytes:
    """Write a plain text file, as a neighbour hands it on."""
    return text_file("referat", prose("residents_meeting.da", days)).content


def bundled_letters(days: Days) -> tuple[Letter, ...]:
    """Give the two letters that come in one bundle."""
    address = prose("address_registered.en", days)
    parking = prose("parking_permit.da", days)
    return (
        Letter(
            name="address registered",
            office=TOWN,
            subject="Your change of address is registered",
            received=days.at(-64, "5.00"),
            desk="Borgerservice",
            documents=(main(text_file("address", address), html_file("address", address)),),
            kept=Kept(read=True),
        ),
        Letter(
            name="parking permit",
            office=TOWN,
            subject="Dit beboerparkeringskort er fornyet",
            received=days.at(-64, "5.00"),
            desk="Parkering",
            documents=(main(text_file("parkering", parking)),),
            kept=Kept(read=True),
        ),
    )


def bundle_of(letters: tuple[Letter, ...]) -> bytes:
    """Pack letters as the national bundles are: a tar inside LZMA "alone"."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for letter in letters:
            memo = write_memo(letter.message)
            member = tarfile.TarInfo(f"{letter.uuid}.xml")
            member.size = len(memo)
            archive.addfile(member, io.BytesIO(memo))
    filters = [{"id": lzma.FILTER_LZMA1, "preset": 3, "dict_size": _DICTIONARY}]
    return lzma.compress(packed.getvalue(), format=lzma.FORMAT_ALONE, filters=filters)


def _mail(name: str, *, sender: str, subject: str, received: datetime, text: File) -> EmailMessage:
    mail = EmailMessage(policy=SMTP)
    mail["From"] = sender
    mail["To"] = "Alma Demo <alma@demo.example>"
    mail["Subject"] = subject
    mail["Date"] = format_datetime(received)
    mail["Message-ID"] = f"<{uuid_of(name)}@demo.example>"
    mail.set_content(text.content.decode(), cte="quoted-printable")
    mail["Content-Language"] = text.language
    return mail


def _sent(mail: EmailMessage) -> bytes:
    """Write the mail out; its boundaries are set, for the standard ones are random."""
    for depth, part in enumerate(mail.walk()):
        if part.is_multipart():
            part.set_boundary(f"=_{uuid_of(f'boundary {depth}')}")
    return mail.as_bytes()
