"""Letters that WeasyPrint makes of `sources/*.html`; one of them tagged, as PDF/UA asks."""

import os
from collections.abc import Iterator
from pathlib import Path

_SOURCES = Path(__file__).parents[1] / "sources"
_EPOCH = "1767225600"  # 1 January 2026: what WeasyPrint writes as the day it was made
_VARIANTS = {"tosproget": "pdf/ua-1"}


def make(folder: Path) -> Iterator[Path]:
    """Make each letter."""
    from weasyprint import HTML  # type: ignore[import-not-found,import-untyped,unused-ignore]

    os.environ["SOURCE_DATE_EPOCH"] = _EPOCH
    for source in sorted(_SOURCES.glob("*.html")):
        path = folder / f"{source.stem}.pdf"
        HTML(source).write_pdf(
            path,
            pdf_identifier=source.stem.encode(),
            pdf_variant=_VARIANTS.get(source.stem),
            custom_metadata=False,
        )
        yield path
