"""Scans: a drawn letter as a picture, a little askew, as the post room's machine makes them."""

import subprocess
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from tests.reading.making.drawn import canvas

_DOTS = 200  # per inch
_ASKEW = 0.8  # degrees
_SCANS = (("rykker", "rykker_skannet"), ("afgoerelse", "afgoerelse_skannet"))


def make(folder: Path) -> Iterator[Path]:
    """Make each scan from the letter that is in the folder."""
    from PIL import Image, ImageFilter  # type: ignore[import-not-found,import-untyped,unused-ignore]
    from reportlab.lib.utils import ImageReader  # type: ignore[import-not-found,import-untyped,unused-ignore]

    for source, name in _SCANS:
        path = folder / f"{name}.pdf"
        page = canvas(path, "")
        with tempfile.TemporaryDirectory() as work:
            subprocess.run(
                ["pdftoppm", "-r", str(_DOTS), "-gray", str(folder / f"{source}.pdf"), f"{work}/p"],
                check=True, timeout=60,
            )  # fmt: skip
            for picture in sorted(Path(work).iterdir()):
                with Image.open(picture) as read:
                    turned = read.rotate(_ASKEW, Image.Resampling.BICUBIC, fillcolor=255)
                    dirty = turned.filter(ImageFilter.GaussianBlur(0.6)).quantize(8)
                kept = BytesIO()
                dirty.convert("L").save(kept, "PNG", optimize=True)
                kept.seek(0)
                page.drawImage(ImageReader(kept), 0, 0, *page._pagesize)
                page.showPage()
        page.save()
        yield path
