"""mbox and Maildir: the same mail is one letter, wherever it lies."""

import io
from pathlib import Path

from mailbox_store.model.errors import TooLarge
from post_office.email.fingerprint import fingerprint_of
from post_office.email.mbox import mails_in_mbox
from post_office.finding import letters_in
from tests.post_office.making import mail

FROM = b"From post@kommune.example Sun Nov  1 10:00:00 2026\n"
QUOTED = "Kære Anne\n\nFrom nu af.\n>From før.\n"


def mbox_of(*mails: bytes, end: bytes = b"\n") -> bytes:
    return b"".join(FROM + one.replace(b"\nFrom ", b"\n>From ") + end for one in mails)


def split(content: bytes, largest: int = 10**6) -> list[bytes | TooLarge]:
    return list(mails_in_mbox(io.BytesIO(content), largest=largest))


def test_an_mbox_gives_its_mails_and_undoes_its_quoting() -> None:
    mails = [mail(number=n, body="Kære Anne\n\nFrom nu af.\n") for n in range(3)]
    assert split(mbox_of(*mails)) == mails


def test_a_sentence_that_begins_with_from_splits_nothing() -> None:
    one = mail(body="Hej\n\nFrom here on, at 10:30 in spring.\n\nFrom nu af.\n")
    assert split(FROM + one + b"\n") == [one]


def test_mails_without_an_empty_line_between_them_are_two() -> None:
    assert len(split(mbox_of(mail(number=1), mail(number=2), end=b""))) == 2


def test_a_mail_too_large_is_refused_and_the_next_is_given() -> None:
    found = split(mbox_of(mail(body="x\n" * 5000), mail(number=2)), largest=2000)
    assert isinstance(found[0], TooLarge)
    assert found[1] == mail(number=2)


def test_what_mailbox_programs_add_does_not_change_the_fingerprint() -> None:
    plain = mail(body=QUOTED)
    head, _, body = plain.partition(b"\n\n")
    kept = [
        head + b"\nStatus: RO\nX-Status: F\nX-UID: 7\nContent-Length: 12\n\n" + body,
        b"X-Keywords: a\n  b\nstatus: O\n" + plain,
        FROM + plain.replace(b"\nFrom ", b"\n>From ") + b"\n\n",
        plain.replace(b"\n", b"\r\n"),
    ]
    assert {fingerprint_of(one) for one in kept} == {fingerprint_of(plain)}


def test_what_the_sender_wrote_changes_the_fingerprint() -> None:
    kept = [mail(), mail(subject="Et andet"), mail(body="Status: RO\n"), mail(body="Status: O\n")]
    assert len({fingerprint_of(one) for one in kept}) == len(kept)


def test_a_maildir_is_read_with_its_flags_and_without_what_is_being_written(tmp_path: Path) -> None:
    for name in ("cur", "new", "tmp", ".Arkiv/cur", ".Arkiv/new"):
        (tmp_path / "box" / name).mkdir(parents=True)
    files = {
        "cur/1.a.host:2,S": 1, "cur/2.a.host:2,FS": 2, "cur/3.a.host:2,": 3, "new/4.a.host": 4,
        "tmp/5.a.host": 5, ".Arkiv/cur/6.a.host:2,S": 6, "cur/.hidden": 7,
    }  # fmt: skip
    for name, number in files.items():
        (tmp_path / "box" / name).write_bytes(mail(number=number))
    found = {f.content: f.marks for f in letters_in([tmp_path])}
    read = {n: found[mail(number=n)] for n in (1, 2, 3, 4, 6)}
    assert len(found) == 5
    assert [(m.unread, m.flagged) for m in read.values() if m] == [
        (False, False), (False, True), (True, False), (True, False), (False, False),
    ]  # fmt: skip


def test_an_mbox_tells_what_was_read_and_flagged(tmp_path: Path) -> None:
    more = [b"Status: RO\n", b"Status: O\nX-Status: F\n", b"X-Mozilla-Status: 0005\n", b""]
    content = b"".join(FROM + extra + mail(number=n) + b"\n" for n, extra in enumerate(more))
    (tmp_path / "inbox").write_bytes(content)
    found = list(letters_in([tmp_path / "inbox"]))
    assert [f.where.rpartition("#")[2] for f in found] == ["1", "2", "3", "4"]
    assert [(f.marks.unread, f.marks.flagged) for f in found if f.marks] == [
        (False, False), (True, True), (False, True), (True, False),
    ]  # fmt: skip
