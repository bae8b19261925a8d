"""The lines of a table, found in the pixels of a scan and painted over.

Tesseract takes a rule for a letter, or loses the words beside it; the layout reader wants to know
where it was. A picture is squeezed along one direction: a cell of the squeezed picture is dark only
where ink runs on for the whole of it, as letters hardly do.
"""

from dataclasses import dataclass

from PIL import Image, ImageDraw

_CELL = 24  # pixels: 2 mm at 300 dots an inch
_DARK = 150  # of a cell, 0 white to 255 black: scans leave gaps in a rule
_INK = 195  # grey below this is ink: hair lines of a scan are paler than any text
_LEAST_ACROSS = 10  # cells: 20 mm
_LEAST_DOWN = 4  # cells: 8 mm, taller than letters of 24 points
_RUN_ACROSS, _RUN_DOWN = 4, 3  # cells that a piece of a rule is long, and no letter's stroke
_THICK = 12  # pixels (3 points): more is a bar, a box, a picture
_BESIDE = 3, 8  # pixels from a rule: there is paper on both sides of it
_LIGHT = 64  # of the ink there, 255 black: a row of letters has more on one side
_SOLID = 200  # of the ink within: a row of letters has gaps
_WHOLE = 0.85  # of a rule's length is ink: stems of letters above one another leave gaps
_LEAN = 100  # a straightened page leans no more than one in so many
_NEAR = 4  # pixels (1 point): two rules of a table are further apart
_FEW = 20  # rules may begin within so little height, beside one another
_HALF = 128  # of the ink: more goes on with a rule
_BIT = 3  # pixels: how finely the ends of a rule are looked for
_MOST_RUNS = 40_000  # a picture of noise has more; it has no table


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """A rule: its bounds and the strips of ink it is made of, in pixels (x0, y0, x1, y1)."""

    bounds: tuple[int, int, int, int]
    strips: tuple[tuple[int, int, int, int], ...]


@dataclass(slots=True)
class _Growing:
    """A rule while rows are added to it: of each row the first and last cell."""

    rows: list[tuple[int, int, int]]  # row, first cell, last cell + 1

    def touches(self, row: int, first: int, last: int) -> bool:
        at, begins, ends = self.rows[-1]
        return row - at <= 2 and first <= ends + 1 and last + 1 >= begins


def find_rulings(image: Image.Image) -> list[Ruling]:
    """Find the level and upright rules of a grey picture that lies straight."""
    ink = image.point([255 if grey < _INK else 0 for grey in range(256)])
    level = _long_runs(ink, least=_LEAST_ACROSS, least_run=_RUN_ACROSS)
    across = ink.transpose(Image.Transpose.TRANSPOSE)
    upright = _long_runs(across, least=_LEAST_DOWN, least_run=_RUN_DOWN)
    return level + [_transposed(ruling) for ruling in upright]


def without_rulings(image: Image.Image, rulings: list[Ruling]) -> Image.Image:
    """Paint rules over with white, a pixel wider than they are: their edges are grey."""
    clean = image.copy()
    draw = ImageDraw.Draw(clean)
    for ruling in rulings:
        wide = ruling.bounds[2] - ruling.bounds[0] >= ruling.bounds[3] - ruling.bounds[1]
        dx, dy = (0, 2) if wide else (2, 0)
        for x0, y0, x1, y1 in ruling.strips:
            draw.rectangle((x0 - dx, y0 - dy, x1 - 1 + dx, y1 - 1 + dy), fill=255)
    return clean


def _long_runs(ink: Image.Image, *, least: int, least_run: int) -> list[Ruling]:
    cells = ink.reduce((_CELL, 1))
    width, height = cells.size
    dark = cells.point([255 if level >= _DARK else 0 for level in range(256)]).tobytes()
    done: list[_Growing] = []
    growing: list[_Growing] = []
    count = 0
    for row in range(height):
        line = dark[row * width : (row + 1) * width]
        if b"\xff" not in line:
            continue
        stale = [rule for rule in growing if row - rule.rows[-1][0] > 2]
        done += stale
        growing = [rule for rule in growing if row - rule.rows[-1][0] <= 2]
        for first, last in _runs(line):
            if last - first < least_run:
                continue  # the stroke of a letter
            count += 1
            if count > _MOST_RUNS:
                return []
            _grow(growing, row, first, last)
    found = (_ruling(rule, least) for rule in done + growing)
    return _joined([_to_its_ends(r, ink) for r in found if r and _stands_alone(r, ink)])


def _joined(rulings: list[Ruling]) -> list[Ruling]:
    """Make one of level rules that are one: a pale or noisy one is found in pieces, side by side.

    They come from top to bottom, so that only the last few can be near.
    """
    joined: list[Ruling] = []
    for ruling in sorted(rulings, key=lambda r: r.bounds[1]):
        x0, top, x1, bottom = ruling.bounds
        for at in range(len(joined) - 1, max(-1, len(joined) - 1 - _FEW), -1):
            left, above, right, below = joined[at].bounds
            if top - below <= _NEAR and x0 <= right + _CELL and left <= x1 + _CELL:
                bounds = min(x0, left), above, max(x1, right), max(bottom, below)
                joined[at] = Ruling(bounds=bounds, strips=(*joined[at].strips, *ruling.strips))
                break
        else:
            joined.append(ruling)
    return joined


def _to_its_ends(ruling: Ruling, ink: Image.Image) -> Ruling:
    """Add what a rule has beyond its last whole cells: left there, it is read as "|" or "_"."""
    x0, top, x1, bottom = ruling.bounds
    first = [strip for strip in ruling.strips if strip[0] == x0]
    last = [strip for strip in ruling.strips if strip[2] == x1]
    left, right = x0, x1
    above, below = min(s[1] for s in first), max(s[3] for s in first)
    while (
        x0 - left < _CELL and left > 0 and _darkness(ink, left - _BIT, above, below, _BIT) > _HALF
    ):
        left -= _BIT
    strips = [(left, above, x0, below)] if left < x0 else []
    above, below = min(s[1] for s in last), max(s[3] for s in last)
    while (
        right - x1 < _CELL
        and right < ink.width
        and _darkness(ink, right, above, below, _BIT) > _HALF
    ):
        right += _BIT
    strips += [(x1, above, right, below)] if right > x1 else []
    return Ruling(bounds=(left, top, right, bottom), strips=(*ruling.strips, *strips))


def _stands_alone(ruling: Ruling, ink: Image.Image) -> bool:
    """Tell a rule from strokes of letters in a row: it is solid, with paper on both sides.

    To take the strokes of a column of figures for a rule would change an amount.
    """
    spans: dict[int, tuple[int, int]] = {}
    for x0, top, x1, bottom in ruling.strips:
        for x in range(x0, x1, _CELL):
            first, last = spans.get(x, (top, bottom))
            spans[x] = min(first, top), max(last, bottom)
    inside = above = below = 0
    near, far = _BESIDE
    for x, (top, bottom) in spans.items():
        inside += _darkness(ink, x, top, bottom)
        above += _darkness(ink, x, top - far, top - near)
        below += _darkness(ink, x, bottom + near, bottom + far)
    return inside >= _SOLID * len(spans) and max(above, below) <= _LIGHT * len(spans)


def _darkness(ink: Image.Image, x: int, top: int, bottom: int, width: int = _CELL) -> int:
    """Give the mean ink of some rows of a cell, 0 to 255; off the page there is none."""
    top, bottom = max(top, 0), min(bottom, ink.height)
    if bottom <= top:
        return 0
    box = ink.crop((max(x, 0), top, min(x + width, ink.width), bottom))
    return box.resize((1, 1), Image.Resampling.BOX).tobytes()[0]


def _runs(line: bytes) -> list[tuple[int, int]]:
    found, at = [], 0
    while (first := line.find(b"\xff", at)) >= 0:
        at = line.find(b"\0", first)
        at = at if at >= 0 else len(line)
        found.append((first, at))
    return found


def _grow(growing: list[_Growing], row: int, first: int, last: int) -> None:
    """Add a run to the rule it continues; a rule of a page a little askew steps row by row."""
    touched = [rule for rule in growing if rule.touches(row, first, last)]
    if not touched:
        growing.append(_Growing(rows=[(row, first, last)]))
        return
    kept = touched[0]
    for other in touched[1:]:
        kept.rows = sorted(kept.rows + other.rows)
        growing.remove(other)
    kept.rows.append((row, first, last))


def _ruling(rule: _Growing, least: int) -> Ruling | None:
    first = min(begins for _, begins, _ in rule.rows)
    last = max(ends for _, _, ends in rule.rows)
    if last - first < least:
        return None
    covered = {cell for _, begins, ends in rule.rows for cell in range(begins, ends)}
    thick = sum(ends - begins for _, begins, ends in rule.rows) / (last - first)
    if thick > _THICK or len(covered) < _WHOLE * (last - first):
        return None
    top, bottom = rule.rows[0][0], rule.rows[-1][0] + 1
    if bottom - top > thick + 4 + (last - first) * _CELL / _LEAN:
        return None
    strips = tuple((a * _CELL, row, b * _CELL, row + 1) for row, a, b in rule.rows)
    return Ruling(bounds=(first * _CELL, top, last * _CELL, bottom), strips=strips)


def _transposed(ruling: Ruling) -> Ruling:
    def turned(box: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
        return box[1], box[0], box[3], box[2]

    return Ruling(bounds=turned(ruling.bounds), strips=tuple(map(turned, ruling.strips)))
