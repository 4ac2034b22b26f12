"""The pixels of a PDF's pages, for the preview and for printers that take pictures."""

from collections.abc import Iterator

import pypdfium2


def draw_pages(pdf: bytes, pixels_per_point: float) -> Iterator[tuple[int, int, bytes]]:
    """(width, height, BGRX pixels) of each page."""
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
