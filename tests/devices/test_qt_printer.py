"""The platform's printer, played by Qt's own PDF output: pages at their true size, codes readable."""

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from onestop_desktop.application.print_form import PrintForm
from onestop_desktop.devices.pixels import draw_pages
from onestop_desktop.devices.qt_printer import QtPrinter
from onestop_desktop.domain.errors import PrinterFailed
from tests.devices.paper import codes
from tests.support.desk import OFFICER, Desk


def slip(desk: Desk, size: str) -> tuple[str, bytes]:
    code = desk.receive().dossier.code
    return code, desk.services.preview_form(PrintForm(code, OFFICER, size=size))


@pytest.mark.parametrize("size", ["A4L", "A4", "A5", "K80"])
def test_pages_come_out_in_their_size_with_readable_codes(
    qapp: QApplication, sqlite_desk: Desk, tmp_path: Path, size: str
) -> None:
    code, pdf = slip(sqlite_desk, size)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    QtPrinter("thử").print_on(printer, pdf, "thử", 1)
    paper = (tmp_path / "paper.pdf").read_bytes()
    shapes = [[page[:2] for page in draw_pages(each, 1.0)] for each in (pdf, paper)]
    assert len(shapes[0]) == len(shapes[1])
    for (wide, high), (real_wide, real_high) in zip(*shapes, strict=True):
        assert abs(wide - real_wide) <= 1
        assert abs(high - real_high) <= 1
    for dots_per_inch in (203, 300):
        expected = {code, "2611250001"} if size == "K80" else {code}
        assert {text for _, text in codes(paper, dots_per_inch)} == expected


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_cannot_begin_is_a_fault(
    qapp: QApplication, sqlite_desk: Desk, tmp_path: Path
) -> None:
    _, pdf = slip(sqlite_desk, "A5")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "no" / "such" / "folder" / "paper.pdf"))
    with pytest.raises(PrinterFailed):
        QtPrinter("thử").print_on(printer, pdf, "thử", 1)
