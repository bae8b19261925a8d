"""Bundles: every packing, every trick, and what is left when they are damaged."""

import gzip
import io
import lzma
import tarfile
import time
import zipfile

import pytest

from mailbox_store.model.errors import NotUnderstood
from post_office.bundles import Member, members_of_bundle, packing_of_bundle
from post_office.unpacking import Caps
from tests.post_office.making import lzma_alone, tar_of, zip_of

LETTERS = [(f"{n}.xml", f"<letter>{n}</letter>".encode() * 400) for n in range(30)]
TAR = tar_of(LETTERS)


def members(content: bytes, caps: Caps | None = None) -> list[Member]:
    stream = io.BytesIO(content)
    packing = packing_of_bundle(stream)
    assert packing is not None
    return list(members_of_bundle(stream, packing, caps=caps))


def codes(found: list[Member]) -> list[str]:
    return [m.error.code for m in found if isinstance(m.error, NotUnderstood)]


def tar_with(about: tarfile.TarInfo, content: bytes = b"") -> bytes:
    written = io.BytesIO()
    with tarfile.open(fileobj=written, mode="w") as archive:
        archive.addfile(about, io.BytesIO(content))
    return written.getvalue()


@pytest.mark.parametrize(
    "packed",
    [TAR, gzip.compress(TAR), lzma.compress(TAR), lzma_alone(TAR), zip_of(LETTERS)],
    ids=["tar", "gz", "xz", "lzma", "zip"],
)
def test_every_packing_gives_all_its_members(packed: bytes) -> None:
    assert [(m.name, m.content) for m in members(packed)] == LETTERS


@pytest.mark.parametrize(
    "packed", [TAR, gzip.compress(TAR), lzma_alone(TAR)], ids=["tar", "gz", "lzma"]
)
def test_a_bundle_cut_off_says_so_and_keeps_what_came_before(packed: bytes) -> None:
    for kept in (0.5, 0.7, 0.8):
        found = members(packed[: int(len(packed) * kept)])
        whole = [(m.name, m.content) for m in found if m.error is None]
        assert whole == LETTERS[: len(whole)]
        assert codes(found) == ["bundle-damaged"]


def test_a_tar_that_ends_between_two_members_says_so() -> None:
    header = TAR.index(b"10.xml")
    found = members(TAR[:header])
    assert [m.name for m in found if not m.error] == [f"{n}.xml" for n in range(10)]
    assert codes(found) == ["bundle-damaged"]


def test_a_damaged_header_in_the_middle_is_not_taken_for_the_end() -> None:
    header = TAR.index(b"10.xml")
    found = members(TAR[:header] + b"\xff" * 512 + TAR[header + 512 :])
    assert len([m for m in found if not m.error]) == 10
    assert codes(found) == ["bundle-damaged"]


def test_a_wrong_checksum_at_the_end_is_told() -> None:
    padded = TAR + b"\0" * 300_000  # tarfile stops reading long before the checksum
    packed = bytearray(gzip.compress(padded))
    packed[-6] ^= 0xFF
    found = members(bytes(packed))
    assert len([m for m in found if not m.error]) == len(LETTERS)
    assert codes(found) == ["bundle-damaged"]


@pytest.mark.parametrize("name", ["/etc/passwd", "../up.xml", "a/../../b", "..\\b", "C:\\b.xml"])
def test_a_name_that_points_out_of_the_bundle_is_refused(name: str) -> None:
    assert codes(members(tar_of([(name, b"x")]))) == ["bundle-member-path"]
    assert codes(members(zip_of([(name, b"x")]))) == ["bundle-member-path"]


@pytest.mark.parametrize(
    "kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE]
)
def test_links_and_devices_are_refused(kind: bytes) -> None:
    about = tarfile.TarInfo("letter.xml")
    about.type = kind
    about.linkname = "/etc/passwd"
    assert codes(members(tar_with(about))) == ["bundle-member-link"]


def test_a_link_in_a_zip_is_refused() -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        about = zipfile.ZipInfo("letter.xml")
        about.external_attr = 0o120777 << 16
        archive.writestr(about, "/etc/passwd")
    assert codes(members(written.getvalue())) == ["bundle-member-link"]


def test_an_encrypted_member_is_refused_and_the_next_is_taken() -> None:
    packed = bytearray(zip_of([("a.xml", b"secret"), ("b.xml", b"open")]))
    packed[6] |= 1
    packed[packed.index(b"PK\x01\x02") + 8] |= 1
    found = members(bytes(packed))
    assert codes(found) == ["bundle-member-encrypted"]
    assert found[1].content == b"open"


def test_a_zip_from_the_future_is_refused_in_words() -> None:
    packed = bytearray(zip_of(LETTERS))
    packed[packed.index(b"PK\x01\x02") + 6] = 99  # the zip version needed to read it
    assert codes(members(bytes(packed))) == ["bundle-damaged"]


def test_a_damaged_member_of_a_zip_is_refused_alone() -> None:
    packed = bytearray(zip_of(LETTERS))
    packed[60] ^= 0xFF
    found = members(bytes(packed))
    assert codes(found) == ["bundle-damaged"]
    assert len([m for m in found if not m.error]) == len(LETTERS) - 1


@pytest.mark.parametrize("pack", [gzip.compress, lzma.compress, lzma_alone])
def test_a_bomb_is_stopped_early(pack: object) -> None:
    assert callable(pack)
    packed = pack(tar_of([("a.xml", b"x"), ("bomb.xml", b"\0" * 40_000_000)]))
    began = time.monotonic()
    found = members(packed)
    assert found[0].content == b"x"
    assert codes(found) == ["bundle-bomb"]
    assert time.monotonic() - began < 5


def test_a_zip_bomb_is_stopped_and_nothing_after_it_is_read() -> None:
    found = members(zip_of([("a.xml", b"x"), ("b.xml", b"\0" * 40_000_000), ("c.xml", b"x")]))
    assert [m.name for m in found] == ["a.xml", "b.xml"]
    assert codes(found) == ["bundle-bomb"]


def test_members_beyond_the_caps_are_refused() -> None:
    assert codes(members(TAR, Caps(members=5))) == ["bundle-too-many"]
    assert codes(members(zip_of(LETTERS), Caps(members=5))) == ["bundle-too-many"]
    large = [("large.xml", b"x" * 5000), ("small.xml", b"y")]
    for packed in (tar_of(large), zip_of(large)):
        found = members(packed, Caps(member_size=1000))
        assert codes(found) == ["too-large"]
        assert found[1].content == b"y"
    assert codes(members(TAR, Caps(total=50_000))) == ["bundle-too-large"]


def test_a_header_that_asks_for_memory_without_end_is_refused() -> None:
    about = tarfile.TarInfo("././@LongLink")
    about.type = tarfile.GNUTYPE_LONGNAME
    about.size = 30_000_000
    end = 512 + 30_000_000 // 512 * 512
    greedy = tar_with(about, b"n" * 30_000_000)[: end + 512] + tar_of([("b.xml", b"y")])
    first = tar_of([("a.xml", b"x")])[: 2 * 512]
    for content, taken in ((greedy, []), (first + greedy, ["a.xml"])):
        found = members(gzip.compress(content), Caps(ratio=10**9))
        assert [m.name for m in found if not m.error] == taken
        assert codes(found) == ["bundle-damaged"]
