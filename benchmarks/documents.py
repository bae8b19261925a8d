"""Reading PDF files: pages a second beside other programs, one letter's time, the child's memory.

    python benchmarks/documents.py                     a text of 100 pages (made by reportlab)
    python benchmarks/documents.py --manual FILE.pdf   and one of others
    python benchmarks/documents.py --letter FILE.pdf   the time of another letter

Every program reads the same file in a process of its own, one after the other; the seconds are of
the reading alone, without the start, but for pdftotext, whose start is a few milliseconds. Peers
are measured where they are installed. They give bare words; ours are a tree with headings, tables
and lists, its facts found and its language weighed.
"""

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from figures import Report

from accessibility.documents.reading import Reader
from mailbox_store.model.arriving import ArrivingFile
from mailbox_store.model.document import Reading

_ROOT = Path(__file__).resolve().parents[1]
LETTER = _ROOT / "tests" / "reading" / "letters" / "indkaldelse.pdf"
RUNS = 9
_PAGES = 100
_TOLD = """
import json, resource, sys, time
content = open(sys.argv[1], "rb").read()
{load}
start = time.perf_counter()
pages = read(content)
seconds = time.perf_counter() - start
own, children = (resource.getrusage(who).ru_maxrss
                 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(json.dumps([pages, seconds, own / 1024, children / 1024]))
"""
_PEERS = {
    "ours": """
from accessibility.documents.pdf.reader import read_pdf
def read(content):
    return read_pdf(content).tree.pages""",
    "ours, child process and facts": """
from accessibility.documents.reading import Reader
from mailbox_store.model.arriving import ArrivingFile
def read(content):
    file = ArrivingFile(name="", media_type="", declared_type="", language="", content=content)
    with Reader() as reader:
        return reader.read([file]).tree.pages""",
    "pdfium, bare words": """
import pypdfium2
def read(content):
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content)]
    return len(pages)""",
    "pypdf": """
import io, pypdf
def read(content):
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages]
    return len(pages)""",
    "pdfminer.six": """
import io
from pdfminer.high_level import extract_text
def read(content):
    return extract_text(io.BytesIO(content)).count(chr(12))""",
}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--manual", type=Path, action="append", default=[])
    parser.add_argument("--letter", type=Path, default=LETTER)
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        long = Path(folder) / "long.pdf"
        files = [*([long] if _write_long(long) else []), *told.manual]
        for path in files:
            compare(path)
    report = Report()
    cold, warm = letter_times(told.letter)
    report.plain("one letter, cold: the child starts", cold * 1e3, "<= 350", unit="ms")
    report.plain("one letter, warm", warm * 1e3, "<= 350", unit="ms")
    for path in files[1:] if len(files) > 1 else []:
        _, _, _, child = _in_a_process(_PEERS["ours, child process and facts"], path)
        report.plain(f"memory of the child, {path.name}", child, "<= 150", unit="MB")


def compare(path: Path) -> None:
    """Print how many pages a second each program reads of a file."""
    print(f"\n{path.name}, {path.stat().st_size / 1e6:.1f} MB")
    print("| program | pages | seconds | pages a second | memory |\n|---|---|---|---|---|")
    if program := shutil.which("pdftotext"):
        start = time.perf_counter()
        done = subprocess.run([program, "-q", str(path), "-"], capture_output=True, check=True)
        seconds = time.perf_counter() - start
        _print_row("pdftotext", done.stdout.count(b"\f"), seconds, None)
    for name, load in _PEERS.items():
        try:
            pages, seconds, own, child = _in_a_process(load, path)
        except subprocess.CalledProcessError as error:
            print(f"| {name} | not measured: {error.stderr.splitlines()[-1]} | | | |")
            continue
        _print_row(name, int(pages or 0), seconds, child or own)


def letter_times(path: Path) -> tuple[float, float]:
    """Give the median seconds of one letter in a child that starts for it, and in one that runs."""
    file = ArrivingFile(
        name=path.name, media_type="", declared_type="", language="", content=path.read_bytes()
    )
    cold, warm = [], []
    for _ in range(RUNS):
        with Reader() as reader:
            for times in (cold, warm):
                start = time.perf_counter()
                read = reader.read([file])
                times.append(time.perf_counter() - start)
                assert read.reading is Reading.READ
    return statistics.median(cold), statistics.median(warm)


def _in_a_process(load: str, path: Path) -> tuple[float, float, float, float]:
    """Give pages, seconds, and the memory in MB of the process and of its largest child."""
    done = subprocess.run(
        [sys.executable, "-c", _TOLD.format(load=load), str(path)],
        capture_output=True, check=True, text=True, timeout=300, cwd=_ROOT,
    )  # fmt: skip
    pages, seconds, own, child = json.loads(done.stdout.splitlines()[-1])
    return pages, seconds, own, child


def _print_row(name: str, pages: int, seconds: float, memory: float | None) -> None:
    told = "" if memory is None else f"{memory:.0f} MB"
    print(f"| {name} | {pages} | {seconds:.2f} | {pages / seconds:,.0f} | {told} |", flush=True)


def _write_long(path: Path) -> bool:
    """Write a long text with headings and a running footer, if reportlab is installed."""
    try:
        from reportlab.lib.styles import getSampleStyleSheet
        from reportlab.platypus import Paragraph, SimpleDocTemplate
    except ImportError:
        print("no reportlab: only the files given are measured")
        return False
    styles = getSampleStyleSheet()
    sentence = "The authority has looked at case {n} again and found that rule {m} was met. "
    flow = []
    for chapter in range(_PAGES * 3 // 2):
        flow.append(Paragraph(f"Chapter {chapter + 1}", styles["Heading2"]))
        flow += [
            Paragraph(
                "".join(sentence.format(n=chapter * 31 + n, m=n) for n in range(8)),
                styles["BodyText"],
            )
            for _ in range(5)
        ]

    def footer(canvas: object, document: object) -> None:
        canvas.drawCentredString(300, 30, f"Page {document.page}")  # type: ignore[attr-defined]

    SimpleDocTemplate(str(path), invariant=1).build(flow, onFirstPage=footer, onLaterPages=footer)
    return True


if __name__ == "__main__":
    main()
