"""Mails in two ways: words alone, and words beside HTML in base64."""

from base64 import encodebytes
from collections.abc import Iterator
from email.header import Header
from pathlib import Path
from quopri import encodestring

_HEAD = (
    "From: {sender}\n"
    "To: {recipient}\n"
    "Subject: {subject}\n"
    "Date: Fri, 13 Nov 2026 08:30:00 +0100\n"
    "Message-ID: <{name}.2026@fjordby.example>\n"
    "MIME-Version: 1.0\n"
)
_NOTICE = """Kære Bo Strømgård

Vi har fået din anmeldelse om, at gadelyset på Mosevænget ikke virker. En montør kommer forbi i næste uge, og vi regner med, at lampen lyser igen senest den 20. november 2026.

Du behøver ikke at gøre mere. Ser du andre fejl, kan du melde dem på https://fjordby.example/gadelys.

Venlig hilsen
Vej og Park
"""  # noqa: E501 - a mail's paragraphs are lines, and quoted-printable breaks them softly
_PLAIN = "Din mail kan ikke vises her. Se den i et program, der viser HTML.\n"
_RECEIPT = """<html><head><style>.x{display:none}</style></head><body>
<div class="x">Kvittering for din betaling</div>
<h1>Kvittering</h1>
<p>Kære Sigrid Tornbjerg. Tak, vi har fået din betaling for medlemskabet i Fjordby Aftenskole, og du er nu tilmeldt de hold, du har valgt.</p>
<table border="1"><tr><th>Hold</th><th>Begynder</th><th>Pris</th></tr>
<tr><td>Keramik</td><td>12. januar 2027</td><td>1.150 kr.</td></tr>
<tr><td>Spansk for øvede</td><td>14. januar 2027</td><td>990 kr.</td></tr></table>
<h2>Fortrydelse</h2>
<p>Du kan fortryde inden 14 dage. Skriv til <a href="mailto:hold@fjordby.example">hold@fjordby.example</a>, og oplys navnet på holdet.</p>
</body></html>
"""  # noqa: E501


def make(folder: Path) -> Iterator[Path]:
    """Make each mail."""
    yield _written(
        folder / "gadelys.eml",
        _head("gadelys", "Vej og Park", "Bo Strømgård", "Din anmeldelse af gadelys på Mosevænget")
        + "Content-Type: text/plain; charset=iso-8859-1\n"
        + "Content-Transfer-Encoding: quoted-printable\n\n"
        + encodestring(_NOTICE.encode("latin-1")).decode(),
    )
    parts = [("plain", _PLAIN), ("html", _RECEIPT)]
    body = "".join(
        f"--Skel42\nContent-Type: text/{kind}; charset=utf-8\n"
        f"Content-Transfer-Encoding: base64\n\n{encodebytes(text.encode()).decode()}\n"
        for kind, text in parts
    )
    yield _written(
        folder / "kvittering.eml",
        _head("kvittering", "Fjordby Aftenskole", "Sigrid Tornbjerg", "Kvittering for tilmelding")
        + f'Content-Type: multipart/alternative; boundary="Skel42"\n\n{body}--Skel42--\n',
    )


def _head(name: str, sender: str, recipient: str, subject: str) -> str:
    def told(words: str) -> str:
        return words if words.isascii() else Header(words, "utf-8", maxlinelen=200).encode()

    return _HEAD.format(
        sender=f"{told(sender)} <svar@fjordby.example>",
        recipient=f"{told(recipient)} <borger@fjordby.example>",
        subject=told(subject),
        name=name,
    )


def _written(path: Path, text: str) -> Path:
    path.write_bytes(text.replace("\n", "\r\n").encode("ascii"))
    return path
