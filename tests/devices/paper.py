"""A printed slip looked at: its words, and its codes as a scanner at a resolution reads them."""

from collections.abc import Iterator

import pypdfium2
import zxingcpp


def words(pdf: bytes) -> str:
    """The text of every page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def codes(pdf: bytes, dots_per_inch: int) -> set[tuple[str, str]]:
    """(kind, text) of every code on the first page, in black and white at a printer's resolution."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        bitmap = document[0].render(scale=dots_per_inch / 72, grayscale=True)
        return set(_read(bitmap))
    finally:
        document.close()


def _read(bitmap: pypdfium2.PdfBitmap) -> Iterator[tuple[str, str]]:
    grey = bytes(bitmap.buffer)
    black = bytes(255 if value > 127 else 0 for value in grey)
    image = memoryview(black).cast("B", (bitmap.height, bitmap.stride))
    for found in zxingcpp.read_barcodes(image):
        yield str(found.format).removeprefix("BarcodeFormat."), found.text
