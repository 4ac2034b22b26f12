"""The platform's own printer through QtPrintSupport: pages as lossless pictures at its resolution."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from onestop_desktop.devices.pixels import draw_pages, page_size
from onestop_desktop.domain.errors import PrinterFailed

DOTS_PER_INCH, DOTS_OF_ROLLS = 300, 203
BROADEST_ROLL = 230
"""Points; a page as narrow as this comes from a roll, whose bars must stand on its head's dots."""


@dataclass(frozen=True, slots=True)
class QtPrinter:
    """The port `Printer` over a printer that the platform knows by name."""

    name: str

    def send(self, pdf: bytes, title: str, copies: int = 1) -> None:
        """Print every page at its real size (PrinterFailed)."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPrinterName(self.name)
        self.print_on(printer, pdf, title, copies)

    def print_on(self, printer: QPrinter, pdf: bytes, title: str, copies: int) -> None:
        """Print on a printer chosen already (PrinterFailed)."""
        printer.setDocName(title)
        printer.setCopyCount(copies)
        dots = DOTS_OF_ROLLS if page_size(pdf)[0] <= BROADEST_ROLL else DOTS_PER_INCH
        printer.setResolution(dots)
        printer.setFullPage(True)
        pages = list(draw_pages(pdf, dots / 72))
        _set_page(printer, *pages[0][:2], dots)
        painter = QPainter()
        if not painter.begin(printer):
            raise PrinterFailed(printer=self.name, reason="QPrinter")
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        try:
            for number, (width, height, pixels) in enumerate(pages):
                if number and not printer.newPage():
                    raise PrinterFailed(printer=self.name, reason=f"{number + 1}/{len(pages)}")
                image = QImage(pixels, width, height, width * 4, QImage.Format.Format_RGB32)
                painter.drawImage(QRectF(0, 0, width, height), image)
        finally:
            painter.end()


def _set_page(printer: QPrinter, width: int, height: int, dots: int) -> None:
    landscape = width > height
    points = sorted((width, height))
    size = QPageSize(
        QRectF(0, 0, points[0] * 72 / dots, points[1] * 72 / dots).size(),
        QPageSize.Unit.Point,
        "",
        QPageSize.SizeMatchPolicy.FuzzyMatch,
    )
    printer.setPageSize(size)
    direction = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(direction)


def qt_printers() -> tuple[str, ...]:
    """The printers that the platform knows."""
    return tuple(QPrinterInfo.availablePrinterNames())
