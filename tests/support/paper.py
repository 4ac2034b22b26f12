"""Looking at a PDF as a reader, a scanner and an eye do: its text, its codes, its pixels."""

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2
import zxingcpp
from PIL import Image


@contextmanager
def _opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        yield document
    finally:
        document.close()


def page_count(pdf: bytes) -> int:
    """How many pages it has."""
    with _opened(pdf) as document:
        return len(document)


def page_size(pdf: bytes, page: int = 0) -> tuple[int, int]:
    """Breadth and height in whole millimetres."""
    with _opened(pdf) as document:
        width, height = document[page].get_size()
    return round(width / 72 * 25.4), round(height / 72 * 25.4)


def texts(pdf: bytes, *, part: str = "all") -> list[str]:
    """Each page's text, blanks made one; `part` "left" or "right" takes half a page."""
    found = []
    with _opened(pdf) as document:
        for page in document:
            width, height = page.get_size()
            left = width / 2 if part == "right" else 0
            right = width / 2 if part == "left" else width
            reader = page.get_textpage()
            found.append(" ".join(reader.get_text_bounded(left, 0, right, height).split()))
            reader.close()
            page.close()
    return found


def picture(pdf: bytes, dpi: int, page: int = 0) -> Image.Image:
    """One page in shades of grey."""
    with _opened(pdf) as document:
        bitmap = document[page].render(scale=dpi / 72, grayscale=True)
        image: Image.Image = bitmap.to_pil().copy()
        bitmap.close()
    return image


def printed(pdf: bytes, dpi: int, page: int = 0) -> Image.Image:
    """One page as a printer's head puts it: each dot black or white."""
    return picture(pdf, dpi, page).point(lambda shade: 255 if shade > 127 else 0)


def codes(image: Image.Image) -> list[tuple[str, str]]:
    """(kind, text) of every code a scanner finds, sorted."""
    kinds = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.Code128, zxingcpp.BarcodeFormat.QRCode])
    found = zxingcpp.read_barcodes(image, formats=kinds)
    return sorted((str(code.format).replace(" ", ""), code.text) for code in found)
