"""Pages of braille as a file: BRF, for embossers and displays.

A BRF file is North American Braille ASCII: a character a cell, in capitals. Lines end in CR LF and
pages in a form feed, as liblouisutdml (`file2brl`) and Duxbury write them: many an embosser takes
the bytes as they are, and its carriage goes back at CR only. The form feed follows the last line's
CR LF, and stands after the last page, too, so that the sheet comes out.
"""

from collections.abc import Iterable

from accessibility.braille.page_layout import Page

# The character of each cell of six dots, in the order of U+2800 to U+283F.
_ASCII = " A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)="
_TO_ASCII = {0x2800 + dots: character for dots, character in enumerate(_ASCII)}


def brf(pages: Iterable[Page]) -> bytes:
    """Write pages as a BRF file."""
    written = ("".join(f"{line.translate(_TO_ASCII)}\r\n" for line in page) for page in pages)
    return "".join(f"{page}\f" for page in written).encode("ascii")
