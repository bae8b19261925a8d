"""A survey of PDF files of others: does every one end well, and are their letters all there?

    python benchmarks/real_pdfs.py FOLDER               those in a folder
    python benchmarks/real_pdfs.py FOLDER --gather      first fetch some out of public packages
    python benchmarks/real_pdfs.py FOLDER --kept FILE   also write each outcome as a line of JSON

Each file goes through the reader as a letter's document does, its child process included. What it
kept (letters and digits, in blocks and in what is not read aloud) is held against what pdftotext
finds: more than 5 % lost or doubled is an outlier. Why each known one is one stands in
`real_pdfs_explained.toml`, where a pattern of names may stand for several. Of a long file the first
100 pages are read, cut out by qpdf.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
import tomllib
from collections import Counter
from dataclasses import asdict, dataclass
from fnmatch import fnmatch
from pathlib import Path
from unicodedata import normalize

sys.path.insert(0, str(Path(__file__).parent))
from gathered_pdfs import gather

from accessibility.documents.reading import ReadDocument, Reader
from accessibility.tree_text import block_text, words_text
from mailbox_store.model.arriving import ArrivingFile
from mailbox_store.model.document_tree import Table

EXPLAINED = Path(__file__).with_name("real_pdfs_explained.toml")
MOST_PAGES = 100
_OUTLIER = 0.05  # of pdftotext's letters lost, or as many too many
_FEW = 40  # letters: with fewer there is nothing to compare


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one file."""

    name: str
    maker: str
    pages: int
    reading: str
    trust: str
    theirs: int  # letters and digits that pdftotext finds
    lost: float  # the share of them that we have not
    more: float  # and what we have that it has not
    seconds: float
    warnings: tuple[str, ...]

    @property
    def is_outlier(self) -> bool:
        """Tell whether it needs an explanation."""
        return self.theirs >= _FEW and max(self.lost, self.more) > _OUTLIER


def main() -> None:
    """Read every PDF of a folder and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--gather", action="store_true", help="fetch public packages' PDFs first")
    parser.add_argument("--kept", type=Path, help="write each outcome here, as JSON lines")
    parser.add_argument("--only", default="*.pdf", help="a pattern of names")
    told = parser.parse_args()
    if told.gather:
        print(gather(told.folder), "files", file=sys.stderr)
    outcomes = []
    with Reader() as reader, tempfile.TemporaryDirectory() as work:
        for path in sorted(told.folder.glob(told.only)):
            outcomes.append(survey(path, reader, Path(work)))
            print(_line(outcomes[-1]), file=sys.stderr, flush=True)
            if told.kept:
                with told.kept.open("a", encoding="utf-8") as kept:
                    kept.write(json.dumps(asdict(outcomes[-1]), ensure_ascii=False) + "\n")
    print_tables(outcomes)


def survey(path: Path, reader: Reader, work: Path) -> Outcome:
    """Read one file and hold it against pdftotext."""
    about = _about(path)
    pages = int(about.get("Pages", "0"))
    source = path
    if pages > MOST_PAGES:
        source = work / "cut.pdf"
        _run("qpdf", "--warning-exit-0", str(path), "--pages", str(path), f"1-{MOST_PAGES}", "--",
             str(source))  # fmt: skip
    file = ArrivingFile(
        name=path.name, media_type="application/pdf", declared_type="application/pdf",
        language="", content=source.read_bytes(),
    )  # fmt: skip
    start = time.perf_counter()
    read = reader.read([file])
    seconds = time.perf_counter() - start
    theirs = _letters(_run("pdftotext", "-q", str(source), "-"))
    ours = _letters(_kept(read))
    total = max(1, theirs.total())
    return Outcome(
        name=path.name,
        maker=_maker(about),
        pages=pages,
        reading=read.reading,
        trust=read.tree.trust,
        theirs=theirs.total(),
        lost=(theirs - ours).total() / total,
        more=(ours - theirs).total() / total,
        seconds=seconds,
        warnings=tuple(sorted({warned.code for warned in read.warnings})),
    )


def print_tables(outcomes: list[Outcome]) -> None:
    """Print the sums by maker and every outlier with its explanation, in Markdown."""
    known = tomllib.loads(EXPLAINED.read_text(encoding="utf-8")) if EXPLAINED.exists() else {}
    print("| made by | files | pages | read | no text | encrypted | unreadable | within 5 % |")
    print("|---|---|---|---|---|---|---|---|")
    by_maker: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        by_maker.setdefault(outcome.maker, []).append(outcome)
    ranked = sorted(by_maker.items(), key=lambda group: -len(group[1]))
    for maker, group in [*ranked, ("all", outcomes)]:
        ends = Counter(outcome.reading for outcome in group)
        told = [ends[end] for end in ("READ", "NO_TEXT", "ENCRYPTED", "UNREADABLE")]
        fits = sum(not o.is_outlier for o in group if o.reading == "READ")
        cells = [maker, len(group), sum(min(o.pages, MOST_PAGES) for o in group), *told, fits]
        print(f"| {' | '.join(map(str, cells))} |")
    print("\n| outlier | pages | outcome | lost | more | why |\n|---|---|---|---|---|---|")
    for outcome in outcomes:
        if outcome.is_outlier:
            fitting = (why for pattern, why in known.items() if fnmatch(outcome.name, pattern))
            why = next(fitting, "**not explained**")
            print(f"| {outcome.name} | {outcome.pages} | {outcome.reading} | {outcome.lost:.0%}"
                  f" | {outcome.more:.0%} | {why} |")  # fmt: skip


def _kept(read: ReadDocument) -> str:
    """Give every word once; a table's header is told before each value, and counted once."""
    told = list(read.tree.removed)
    for block in read.tree.blocks:
        if isinstance(block, Table):
            rows = [(block.caption,), block.header, *block.rows]
            told += [words_text(cell) for row in rows for cell in row]
        else:
            told.append(block_text(block))
    return "\n".join(told)


def _letters(text: str) -> Counter[str]:
    """Count letters and digits; whatever way a ligature or an accent is written is the same."""
    return Counter(filter(str.isalnum, normalize("NFKD", text).casefold()))


def _about(path: Path) -> dict[str, str]:
    lines = _run("pdfinfo", str(path)).splitlines()
    return {
        name.strip(): value.strip() for name, _, value in (line.partition(":") for line in lines)
    }


def _maker(about: dict[str, str]) -> str:
    """Name the family of programs that made a file."""
    told = f"{about.get('Creator', '')} {about.get('Producer', '')}".lower()
    families = {
        "word": "Word", "libreoffice": "LibreOffice", "openoffice": "OpenOffice",
        "dblatex": "DocBook by LaTeX", "tex": "TeX", "pari": "TeX", "dvips": "TeX",
        "groff": "groff", "fop": "FOP", "indesign": "InDesign", "pages": "Pages",
        "google": "Google Docs", "reportlab": "reportlab", "pyhanko": "signed by pyHanko",
        "tesseract": "scan, read by machine", "img2pdf": "scan", "tiff2pdf": "scan",
        "cairo": "cairo", "quartz": "macOS", "ghostscript": "Ghostscript", "itext": "iText",
        "adobe": "Adobe", "corel": "Corel",
    }  # fmt: skip
    return next((name for word, name in families.items() if word in told), "others, or not told")


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, check=False, timeout=120)
    return done.stdout.decode(errors="replace")


def _line(o: Outcome) -> str:
    flag = " OUTLIER" if o.is_outlier else ""
    return (f"{o.name:50.50} {o.pages:5} {o.reading:10} {o.trust:7} lost {o.lost:6.1%} "
            f"more {o.more:6.1%} {o.seconds:5.1f} s {','.join(o.warnings)}{flag}")  # fmt: skip


if __name__ == "__main__":
    main()
