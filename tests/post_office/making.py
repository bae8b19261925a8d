"""Letters, mails and bundles made for tests; the persons in them cannot exist."""

import io
import lzma
import tarfile
import uuid
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime

ANNE = "0101800001"
BENT = "0202800002"
KOMMUNE = "12345678"
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)

_MEMO = """<?xml version="1.0" encoding="UTF-8"?>
<memo:Message xmlns:memo="https://DigitalPost.dk/MeMo-1" memoVersion="1.2">
<memo:MessageHeader><memo:messageType>DIGITALPOST</memo:messageType>
<memo:messageUUID>{uuid}</memo:messageUUID><memo:label>{subject}</memo:label>{more}
<memo:Sender><memo:senderID>12345678</memo:senderID><memo:idType>CVR</memo:idType>
<memo:label>Prøve Kommune</memo:label></memo:Sender>
<memo:Recipient><memo:recipientID>{recipient}</memo:recipientID>
<memo:idType>{id_type}</memo:idType></memo:Recipient></memo:MessageHeader>
<memo:MessageBody><memo:createdDateTime>{created}</memo:createdDateTime><memo:MainDocument>
<memo:File><memo:encodingFormat>text/plain</memo:encodingFormat>
<memo:filename>brev.txt</memo:filename><memo:language>da</memo:language>
<memo:content>S8OmcmUgQW5uZSwgZGV0IGVyIGV0IGJyZXYu</memo:content></memo:File>
</memo:MainDocument></memo:MessageBody></memo:Message>
"""


def memo(
    *,
    to: str = ANNE,
    name: str = "",
    subject: str = "Afgørelse",
    id_type: str = "CPR",
    created: str = "2026-11-01T10:00:00Z",
    more: str = "",
) -> bytes:
    """Give a MeMo message; the same `name` gives the same uuid."""
    return _MEMO.format(
        uuid=uuid_named(name) if name else uuid.uuid4(),
        subject=subject,
        recipient=to,
        id_type=id_type,
        created=created,
        more=more,
    ).encode()


def uuid_named(name: str) -> str:
    """Give a uuid of version 4 that a name always gives."""
    return str(uuid.UUID(bytes=uuid.uuid5(uuid.NAMESPACE_OID, name).bytes, version=4))


def mail(
    *, number: int = 1, subject: str = "Et brev", body: str = "Kære Anne\n", **more: str
) -> bytes:
    """Give a mail with a message id of its own; `more` are further header fields."""
    head = {
        "From": "Prøve Kommune <post@kommune.example>",
        "To": "Anne <anne@post.example>",
        "Subject": subject,
        "Date": f"Sun, 01 Nov 2026 10:{number % 60:02}:00 +0100",
        "Message-ID": f"<brev.{number}@kommune.example>",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        **{name.replace("_", "-"): value for name, value in more.items()},
    }
    return ("".join(f"{n}: {v}\n" for n, v in head.items()) + "\n" + body).encode()


def mixed(*parts: bytes, kind: str = "mixed", number: int = 1) -> bytes:
    """Give a multipart mail of parts, each with its own header."""
    body = "".join(f"--grænse\n{part.decode()}\n" for part in parts).replace("grænse", "edge")
    more = {"Content_Type": f'multipart/{kind}; boundary="edge"'}
    return mail(number=number, body=f"{body}--edge--\n", **more)


def part(content: str, *, kind: str = "text/plain", name: str = "") -> bytes:
    """Give one part of a multipart mail."""
    disposition = f'Content-Disposition: attachment; filename="{name}"\n' if name else ""
    return f"Content-Type: {kind}; charset=utf-8\n{disposition}\n{content}".encode()


def tar_of(members: Iterable[tuple[str, bytes]]) -> bytes:
    """Give a tar of named files."""
    written = io.BytesIO()
    with tarfile.open(fileobj=written, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name, content in members:
            about = tarfile.TarInfo(name)
            about.size = len(content)
            archive.addfile(about, io.BytesIO(content))
    return written.getvalue()


def lzma_alone(content: bytes) -> bytes:
    """Pack as the national post does: LZMA alone, 16 MiB dictionary, unknown size."""
    filters = [{"id": lzma.FILTER_LZMA1, "preset": 3, "dict_size": 16 * 1024 * 1024}]
    return lzma.compress(content, format=lzma.FORMAT_ALONE, filters=filters)


def zip_of(members: Iterable[tuple[str, bytes]]) -> bytes:
    """Give a zip of named files."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return written.getvalue()
