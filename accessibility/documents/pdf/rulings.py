"""The straight lines and boxes drawn on a page, and where it holds pictures."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2.raw as raw

from accessibility.documents.page_marks import Rule
from accessibility.documents.pdf.page_frame import PageFrame, Place

_MOST_OBJECTS = 20_000  # looked at on a page
_DEEPEST = 4  # forms inside forms
_THIN = 3.0  # points: a line, not a box
_DOT = (1.5, 6.5)  # points: how wide and high a drawn bullet may be
_LARGEST_BULLET = 13.0  # points: one that is a picture
_SHORTEST = 5.0  # points
_SMALLEST_BOX = 8.0  # points
_MOST_SEGMENTS = 8  # of a box
_LIGHT = 190  # of 255: white words cannot be seen on what is lighter in each colour
_SEEN = (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING)
_Matrix = tuple[float, float, float, float, float, float]
_AS_IS: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class Drawn:
    """What is drawn on a page besides text."""

    rules: list[Rule] = field(default_factory=list)
    dark: list[Place] = field(default_factory=list)  # what white words can be seen on
    dots: list[Place] = field(default_factory=list)
    pictures: list[Place] = field(default_factory=list)


def drawn_on(page: object, frame: PageFrame) -> Drawn:
    """Look at the objects of a page."""
    drawn = Drawn()
    for thing, kind, box in _objects(page):
        place = frame.place(*box)
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            is_small = max(place[2] - place[0], place[3] - place[1]) <= _LARGEST_BULLET
            (drawn.dots if is_small else drawn.pictures).append(place)
            continue
        if kind == raw.FPDF_PAGEOBJ_SHADING or _is_dark(thing):
            drawn.dark.append(place)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            _add_path(drawn, thing, place, frame)
    drawn.dark += drawn.pictures
    return drawn


def _objects(page: object) -> Iterator[tuple[object, int, Place]]:
    """Give paths, pictures and shadings with their boxes, those inside forms, too."""
    count = raw.FPDFPage_CountObjects(page)
    first = (raw.FPDFPage_GetObject(page, at) for at in range(min(count, _MOST_OBJECTS)))
    waiting: list[tuple[Iterator[object], _Matrix]] = [(first, _AS_IS)]
    places = [ctypes.c_float() for _ in range(4)]
    left = _MOST_OBJECTS
    while waiting and left:
        things, matrix = waiting[-1]
        thing = next(things, None)
        if thing is None:
            waiting.pop()
            continue
        left -= 1
        kind = raw.FPDFPageObj_GetType(thing)
        if kind == raw.FPDF_PAGEOBJ_FORM and len(waiting) <= _DEEPEST:
            waiting.append((_inside(thing), _joined(_matrix(thing), matrix)))
        elif kind in _SEEN and raw.FPDFPageObj_GetBounds(thing, *places):
            x0, low, x1, high = (place.value for place in places)
            yield thing, kind, _moved((x0, low, x1, high), matrix)


def _inside(form: object) -> Iterator[object]:
    count = raw.FPDFFormObj_CountObjects(form)
    return (raw.FPDFFormObj_GetObject(form, at) for at in range(min(max(count, 0), _MOST_OBJECTS)))


def _matrix(thing: object) -> _Matrix:
    matrix = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(thing, matrix):
        return _AS_IS
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _joined(inner: _Matrix, outer: _Matrix) -> _Matrix:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s,
            e * p + f * r + t, e * q + f * s + u)  # fmt: skip


def _moved(box: Place, matrix: _Matrix) -> Place:
    if matrix == _AS_IS:
        return box
    a, b, c, d, e, f = matrix
    corners = [(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
    xs = [a * x + c * y + e for x, y in corners]
    ys = [b * x + d * y + f for x, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _is_dark(path: object) -> bool:
    """Tell whether a path is filled with a colour that white words can be seen on."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(path, mode, stroke) or not mode.value:
        return False
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFPageObj_GetFillColor(path, red, green, blue, alpha) or alpha.value < 100:
        return False
    return min(red.value, green.value, blue.value) < _LIGHT


def _add_path(drawn: Drawn, path: object, box: Place, frame: PageFrame) -> None:
    x0, top, x1, bottom = box
    across, down = x1 - x0, bottom - top
    if _DOT[0] <= across <= _DOT[1] and _DOT[0] <= down <= _DOT[1]:
        drawn.dots.append(box)  # may be a drawn bullet
    elif down <= _THIN < across and across > _SHORTEST:
        middle = (top + bottom) / 2
        drawn.rules.append(Rule(x0, middle, x1, middle))
    elif across <= _THIN < down and down > _SHORTEST:
        middle = (x0 + x1) / 2
        drawn.rules.append(Rule(middle, top, middle, bottom))
    elif across > _SMALLEST_BOX < down and raw.FPDFPath_CountSegments(path) <= _MOST_SEGMENTS:
        if across > 0.97 * frame.width and down > 0.9 * frame.height:
            return  # the page's own background
        drawn.rules += [
            Rule(x0, top, x1, top),
            Rule(x0, bottom, x1, bottom),
            Rule(x0, top, x0, bottom),
            Rule(x1, top, x1, bottom),
        ]
