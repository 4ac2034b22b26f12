"""The pixels of a PDF's pages, for the preview and for printers that take pictures."""

from collections.abc import Iterator
from threading import Lock

import pypdfium2

_ONE_AT_A_TIME = Lock()


def draw_pages(pdf: bytes, pixels_per_point: float) -> Iterator[tuple[int, int, bytes]]:
    """(width, height, BGRX pixels) of each page.

    PDFium draws for one thread at a time, and preview and printer have a thread each.
    """
    with _ONE_AT_A_TIME:
        pages = list(_drawn(pdf, pixels_per_point))
    yield from pages


def _drawn(pdf: bytes, pixels_per_point: float) -> Iterator[tuple[int, int, bytes]]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        for number in range(len(document)):
            page = document[number]
            bitmap = page.render(scale=pixels_per_point, rev_byteorder=False, prefer_bgrx=True)
            yield bitmap.width, bitmap.height, bytes(bitmap.buffer)
            bitmap.close()
            page.close()
    finally:
        document.close()


def page_size(pdf: bytes) -> tuple[float, float]:
    """Shorter and longer side of the first page in points (ValueError for what is no PDF)."""
    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise ValueError(str(error)) from error
        try:
            short, long = sorted(document.get_page_size(0))
        finally:
            document.close()
    return float(short), float(long)
