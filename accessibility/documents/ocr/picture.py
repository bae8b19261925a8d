"""Making a picture of a page fit to be read: evenly lit, straight, and without its rules.

Pillow does the work on pixels, in C: plain Python would take a minute for a page. Rules are looked
for by `rulings`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from PIL import Image, ImageChops, ImageFilter, ImageOps

from accessibility.documents.ocr.rulings import Ruling, find_rulings, without_rulings

_PAPER = 16  # pixels: the light is told from squares of this size
_SMALL = 900  # pixels wide: enough to tell how a page lies
_MOST_TILT = 4.0  # degrees: more is no scan that was laid askew
_COARSE, _FINE = 0.5, 0.1
_LEAST_TILT = 0.15  # degrees: less is not worth the blur that turning costs
_INK = 128  # darker is ink, once the paper is white


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A straight page in two ways, and the rules that are in it, in its pixels.

    Neither has rules. `clean` has no specks, which costs thin strokes; `soft` keeps them, blurred.
    Which is read better depends on the scan; measured on fifteen, mostly `clean`.
    """

    clean: Image.Image
    soft: Image.Image
    rulings: tuple[Ruling, ...]


def prepare(image: Image.Image) -> Prepared:
    """Make a grey picture of about 250 dots an inch ready."""
    lit = _evenly_lit(image)
    tilt = _tilt(lit)
    if abs(tilt) >= _LEAST_TILT:
        lit = lit.rotate(tilt, Image.Resampling.BICUBIC, fillcolor=255)
    rulings = find_rulings(lit)
    bare = without_rulings(lit, rulings)
    # A median alone leaves edges that are hard and torn: the blur mends them.
    clean = bare.filter(ImageFilter.MedianFilter(3)).filter(ImageFilter.GaussianBlur(0.8))
    soft = bare.filter(ImageFilter.GaussianBlur(1))
    return Prepared(clean=clean, soft=soft, rulings=tuple(rulings))


def turned(image: Image.Image) -> Iterator[Image.Image]:
    """Give a page turned by a quarter, by a half, by three quarters."""
    for turn in (Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_270):
        yield image.transpose(turn)


def _evenly_lit(image: Image.Image) -> Image.Image:
    """Make the paper white everywhere: what is around a place, without its text, is the paper."""
    small = image.reduce(_PAPER).filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.BoxBlur(3))
    paper = small.resize(image.size, Image.Resampling.BILINEAR)
    white = ImageChops.add(image, ImageChops.invert(paper))
    return ImageOps.autocontrast(white, cutoff=(0.5, 20))


def _tilt(image: Image.Image) -> float:
    """Tell by how many degrees to turn, counter-clockwise, so that the lines lie level."""
    small = image.reduce(max(1, image.width // _SMALL))
    ink = small.point([255 if grey < _INK else 0 for grey in range(256)])
    around = [n * _COARSE for n in range(-int(_MOST_TILT / _COARSE), int(_MOST_TILT / _COARSE) + 1)]
    best = max(around, key=lambda angle: _sharpness(ink, angle))
    near = [best + n * _FINE for n in range(-5, 6)]
    sharpest: float = max(near, key=lambda angle: (_sharpness(ink, angle), -abs(angle)))
    return round(sharpest, 2)


def _sharpness(ink: Image.Image, angle: float) -> int:
    """Tell how sharply rows with ink and rows without change: the most when lines lie level."""
    straight = ink.rotate(angle, Image.Resampling.BILINEAR) if angle else ink
    rows = straight.resize((1, straight.height), Image.Resampling.BOX).tobytes()
    return sum((above - below) * (above - below) for above, below in pairwise(rows))
