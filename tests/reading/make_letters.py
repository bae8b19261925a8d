"""Make the letters that readers are measured on, from our own text: `letters/` holds the outcome.

    python tests/reading/make_letters.py            all of them
    python tests/reading/make_letters.py NAME...    those of these makers: web, office, drawn, ...

Each maker is a program that real authorities write with, for each leaves a structure of its own in
a file. What is made here is committed, so that tests need neither LibreOffice nor WeasyPrint; the
truths (`letters/*.gt.txt`) are written by hand. Dates and identifiers are fixed: made twice, a file
differs only where the maker itself has changed. All persons are invented; their CPR numbers
cannot exist.
"""

import argparse
import importlib
import sys
from pathlib import Path

FOLDER = Path(__file__).parent
MAKERS = ("web", "office", "word", "drawn", "form", "mail", "scan")


def main() -> None:
    """Make the letters of the named makers, or all."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("maker", nargs="*", help=", ".join(MAKERS))
    for maker in parser.parse_args().maker or MAKERS:
        module = importlib.import_module(f"tests.reading.making.{maker}")
        for path in module.make(FOLDER / "letters"):
            print(path.name, path.stat().st_size)  # noqa: T201 - a script's answer


if __name__ == "__main__":
    sys.path.insert(0, str(FOLDER.parents[1]))
    main()
