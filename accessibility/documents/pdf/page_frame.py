"""How a page is turned into what is read: its top left corner is 0, 0, and most letters stand up.

A PDF's own places are counted from a corner that may lie anywhere, upwards, and a page may be
turned: by its /Rotate, or by letters that all run from the bottom to the top.
"""

from dataclasses import dataclass

import pypdfium2.raw as raw
from pypdfium2 import PdfPage  # likewise

Place = tuple[float, float, float, float]  # left, top, right, bottom; y grows downwards
_LARGEST = 20_000.0  # points: a page that is larger is measured as if it were not


def turned(x0: float, low: float, x1: float, high: float, angle: int) -> Place:
    """Turn a box so that what runs at `angle` runs from left to right; y still grows upwards."""
    if angle == 90:
        return low, -x1, high, -x0
    if angle == 180:
        return -x1, -high, -x0, -low
    if angle == 270:
        return -high, x0, -low, x1
    return x0, low, x1, high


@dataclass(frozen=True, slots=True)
class PageFrame:
    """A page's box, turned by `angle`: the direction in which most of its letters run."""

    left: float
    low: float
    right: float
    high: float
    angle: int = 0

    @property
    def width(self) -> float:
        """The width as read."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """The height as read."""
        return self.high - self.low

    def place(self, x0: float, low: float, x1: float, high: float) -> Place:
        """Give where a box of the PDF stands on the page as read."""
        left, bottom, right, top = turned(
            min(x0, x1), min(low, high), max(x0, x1), max(low, high), self.angle
        )
        return left - self.left, self.high - top, right - self.left, self.high - bottom


def frame_of(page: PdfPage, angle: int) -> PageFrame:
    """Frame a page whose letters run at `angle`."""
    left, low, right, high = page.get_cropbox()
    media = page.get_mediabox()
    left, low = max(left, media[0]), max(low, media[1])
    right, high = min(right, media[2]), min(high, media[3])
    if right - left < 1.0 or high - low < 1.0:
        left, low, right, high = media
    right, high = min(right, left + _LARGEST), min(high, low + _LARGEST)
    return PageFrame(*turned(left, low, right, high, angle), angle)


def angle_shown(page: PdfPage) -> int:
    """Give the direction that runs from left to right when a page is shown as it asks for."""
    return int(raw.FPDFPage_GetRotation(page.raw)) % 4 * 90
