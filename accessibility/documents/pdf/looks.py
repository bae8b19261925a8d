"""What the glyphs of one text object share: asked once for each, as every question costs."""

import ctypes
import math
import re
from dataclasses import dataclass

import pypdfium2.raw as raw

from accessibility.documents.pdf.page_frame import turned

SLANTED = -1  # an angle that is no right one: a stamp or a watermark
_UNSEEN = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
_BOLD = re.compile(r"bold|black|heavy|semibold|demi|-bd\b|,b\b", re.IGNORECASE)
_BOLD_WEIGHT = 600
_FORCE_BOLD = 1 << 18  # of the font's flags, PDF 32000-1, table 123
_WHITE = 250  # of 255, in each colour
_SLANT = 12.0  # degrees beside a right angle


@dataclass(slots=True)
class Look:
    """How some glyphs look; `baseline` is counted as `page_frame.turned` by `angle` does."""

    size: float
    bold: bool
    mcid: int
    baseline: float
    is_hidden: bool
    is_white: bool
    angle: int  # 0, 90, 180, 270 or SLANTED


def look_of(textpage: object, at: int, thing: object) -> Look:
    """Ask how the glyph at a place looks; `thing` is its text object, or null."""
    size = raw.FPDFText_GetFontSize(textpage, at)
    matrix = raw.FS_MATRIX()
    angle = 0
    if raw.FPDFText_GetMatrix(textpage, at, matrix):
        size *= math.hypot(matrix.c, matrix.d) or 1.0
        angle = _angle(matrix.a, matrix.b)
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(textpage, at, x, y)
    mode = raw.FPDFTextObj_GetTextRenderMode(thing) if thing else 0
    return Look(
        size=abs(size) or 1.0,
        bold=mode == raw.FPDF_TEXTRENDERMODE_FILL_STROKE or _is_bold(textpage, at),
        mcid=raw.FPDFPageObj_GetMarkedContentID(thing) if thing else -1,
        baseline=turned(x.value, y.value, x.value, y.value, angle)[1],
        is_hidden=mode in _UNSEEN,
        is_white=mode in (0, 4) and _is_white(thing),
        angle=angle,
    )


def are_alike(one: Look, other: Look) -> bool:
    """Tell whether two objects' glyphs may be one word: a kerned word is often several objects."""
    return (
        abs(one.baseline - other.baseline) < 0.1 * other.size
        and abs(one.size - other.size) < 0.05 * other.size
        and one.bold == other.bold
        and one.mcid == other.mcid
        and one.angle == other.angle
        and one.is_hidden == other.is_hidden
        and one.is_white == other.is_white
    )


def _angle(a: float, b: float) -> int:
    degrees = math.degrees(math.atan2(b, a))
    nearest = round(degrees / 90)
    return nearest % 4 * 90 if abs(degrees - 90 * nearest) <= _SLANT else SLANTED


def _is_bold(textpage: object, at: int) -> bool:
    if raw.FPDFText_GetFontWeight(textpage, at) >= _BOLD_WEIGHT:
        return True
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    raw.FPDFText_GetFontInfo(textpage, at, name, 128, flags)
    return bool(flags.value & _FORCE_BOLD or _BOLD.search(name.value.decode("latin-1", "replace")))


def _is_white(thing: object) -> bool:
    if not thing:
        return False
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFPageObj_GetFillColor(thing, red, green, blue, alpha):
        return False
    return alpha.value == 0 or min(red.value, green.value, blue.value) >= _WHITE
